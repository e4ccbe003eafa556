import type { StoredColumn } from "../../domain/generation";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { columnOf, type Table } from "../../kernel/table/column";
import type { Feature } from "../../kernel/learn/feature";
import { aucOf } from "../../kernel/learn/discrimination";
import { columnFeatures, type ColumnFeatures } from "./column-features";
import { keyOrder } from "./key-order";
import { readFlag, UNKNOWN_FLAG } from "./label";
import { obstacle, type Study, type StudyOrNot } from "./study";

/** Part of the customers that the model never sees. */
const TEST_SHARE = 0.25;
const LEAST_CUSTOMERS = 50;
/**
 * A single property that ranks this well was written after the customer left, or is the time that was watched: in rossi nobody who
 * was arrested was watched to the end. What is known before reaches 0.74 on Telco.
 */
const TELLS_FROM = 0.95;
/** Of a few customers a good property may rank so well by chance: its interval must lie high, too. */
const TELLS_SURELY_FROM = 0.9;
const MONTHS = 12;

export interface LabelledQuestion {
  readonly customers: Table;
  readonly customerRows: Bitset | null;
  readonly columns: readonly StoredColumn[];
  /** ids of columns; "" for none (`value`, `split`) */
  readonly label: string;
  readonly split: string;
  readonly value: string;
  /** null = all */
  readonly features: readonly string[] | null;
  readonly seed: number;
}

/**
 * Who left and who stayed according to a column of the customer table, parted into customers to learn from and customers to
 * test on: by a column that says so, else a quarter drawn from their keys, equally from both kinds.
 *
 * Properties that alone give the answer away (AUC 0.95 among those to learn from) are left out and named.
 * @yields between slices
 */
export function* labelledStudy(question: LabelledQuestion): Generator<void, StudyOrNot, void> {
  const { customers, customerRows, label, split, value, seed } = question;
  const flag = readFlag(customers, label);
  if (flag === null) return obstacle("no-label", 1, 0);
  const selected = Uint32Array.from({ length: customers.rowCount }, (_, row) => row).filter(
    (row) => customerRows === null || hasBit(customerRows, row),
  );
  const known = selected.filter((row) => flag.values[row] !== UNKNOWN_FLAG);
  if (known.length < LEAST_CUSTOMERS)
    return obstacle("few-customers", LEAST_CUSTOMERS, known.length);
  yield;
  const ordered = keyOrder(customers, known, seed);
  yield;
  const isTest = testRows(customers, ordered, flag.values, split);
  const train = ordered.filter((row) => isTest[row] === 0);
  const test = ordered.filter((row) => isTest[row] === 1);
  if (test.length === 0) return obstacle("empty-test", 1, 0);
  if (train.length === 0) return obstacle("few-customers", LEAST_CUSTOMERS, 0);
  const besides = new Set([label, split, value === "" ? "" : value]);
  if (value !== "") besides.delete(value);
  const found = yield* columnFeatures({ ...question, rows: train }, question.features, besides);
  const told = yield* withoutTelling(found, train, flag.values);
  if (told.features.length === 0) return obstacle("no-features", 1, 0, told.leftOut);
  const sample = { features: told.features, labels: flag.values };
  const money = stakesOf(customers, value);
  const study: Study = {
    source: "label",
    facts: told.facts,
    leftOut: told.leftOut,
    train: { ...sample, rows: train },
    test: { ...sample, rows: test },
    now: {
      ...sample,
      rows: keyOrder(
        customers,
        selected.filter((row) => flag.values[row] !== 1),
        seed,
      ),
    },
    split: { kind: split === "" ? "drawn" : "given" },
    windowDays: null,
    unlabelled: selected.length - known.length,
    ...money,
  };
  return { kind: "study", study };
}

/** 1 for each row to test on. A given column counts rows that it does not mark as rows to learn from. */
function testRows(
  customers: Table,
  ordered: Uint32Array,
  labels: Uint8Array,
  split: string,
): Uint8Array {
  const isTest = new Uint8Array(customers.rowCount);
  const given = split === "" ? null : readFlag(customers, split);
  if (given !== null) {
    for (const row of ordered) isTest[row] = given.values[row] === 1 ? 1 : 0;
    return isTest;
  }
  if (split !== "") return isTest;
  for (const kind of [0, 1]) {
    const own = ordered.filter((row) => labels[row] === kind);
    const take = Math.round(own.length * TEST_SHARE);
    for (let i = 0; i < take; i++) isTest[own[i]!] = 1;
  }
  return isTest;
}

const tellsAll = (auc: number, low: number): boolean =>
  auc >= TELLS_FROM && low >= TELLS_SURELY_FROM;

function* withoutTelling(
  found: ColumnFeatures,
  rows: Uint32Array,
  labels: Uint8Array,
): Generator<void, ColumnFeatures, void> {
  const own = Uint8Array.from(rows, (row) => labels[row]!);
  const tells: boolean[] = [];
  for (const feature of found.features) {
    yield;
    const scores = aloneScores(feature, rows, own);
    yield;
    const auc = aucOf(scores, own);
    tells.push(
      auc !== null && (tellsAll(auc.value, auc.low) || tellsAll(1 - auc.value, 1 - auc.high)),
    );
  }
  if (!tells.includes(true)) return found;
  return {
    features: found.features.filter((_, i) => !tells[i]),
    facts: found.facts.filter((_, i) => !tells[i]),
    leftOut: [
      ...found.leftOut,
      ...found.facts
        .filter((_, i) => tells[i])
        .map(({ id }) => ({ id, reason: "tells-the-answer" as const })),
    ],
  };
}

/** One property as a score: the number itself (missing at its mean), or the share that left under each word. */
function aloneScores(feature: Feature, rows: Uint32Array, labels: Uint8Array): Float64Array {
  if (feature.kind === "number") {
    let [sum, known] = [0, 0];
    for (const row of rows) {
      const value = feature.values[row]!;
      if (value !== value) continue;
      sum += value;
      known++;
    }
    const mean = known === 0 ? 0 : sum / known;
    const scores = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const value = feature.values[rows[i]!]!;
      scores[i] = value === value ? value : mean;
    }
    return scores;
  }
  const left = new Float64Array(feature.levels.length + 1);
  const all = new Float64Array(feature.levels.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const at = feature.codes[rows[i]!]! + 1;
    left[at]! += labels[i]!;
    all[at]!++;
  }
  const scores = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const at = feature.codes[rows[i]!]! + 1;
    scores[i] = left[at]! / all[at]!;
  }
  return scores;
}

function stakesOf(customers: Table, value: string): Pick<Study, "stakes" | "stakeFrom"> {
  if (value !== "") {
    const given = customers.columns.get(value);
    return given?.kind === "float64"
      ? { stakes: given.values, stakeFrom: "column" }
      : { stakes: null, stakeFrom: null };
  }
  const fee = columnOf(customers, "monthlyFee", "float64");
  if (fee === undefined) return { stakes: null, stakeFrom: null };
  return { stakes: fee.values.map((month) => month * MONTHS), stakeFrom: "fee" };
}
