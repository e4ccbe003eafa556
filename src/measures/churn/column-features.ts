import type { StoredColumn } from "../../domain/generation";
import type { FieldKind } from "../../domain/field";
import type { CategoryFeature, Feature } from "../../kernel/learn/feature";
import { MISSING_CODE, type DictionaryColumn, type Table } from "../../kernel/table/column";
import type { FeatureFact, LeftOut } from "./study";

/** Kinds of columns that a model can use. */
const FEATURE_KINDS = [
  "number",
  "money",
  "ratio",
  "flag",
  "category",
] as const satisfies readonly FieldKind[];

/** Columns that say who a customer is, or that were written after it left: never a reason of leaving. */
export const NOT_A_REASON: ReadonlySet<string> = new Set([
  "key",
  "provenance",
  "customerId",
  "hasChurned",
  "churnedOn",
  "status",
]);

/** More words than this are a name, not a kind. */
const MOST_WORDS = 40;
/** Customers that each word of a category should have on average. */
const CUSTOMERS_PER_WORD = 10;

export interface ColumnFeatures {
  readonly features: readonly Feature[];
  readonly facts: readonly FeatureFact[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Properties of customers from the columns of their table.
 *
 * @param columns  what is stored; only kinds of FEATURE_KINDS that are loaded are read
 * @param wanted   ids to use; null = all
 * @param besides  ids that may not be used: the label itself and the like
 * @param rows     whom the model will learn from, to see whether a column says anything
 * @returns features by row of `customers`; words in alphabetical order, so the file's order does not matter
 *
 * @yields after every column
 *
 * O(customers × columns).
 */
export function* columnFeatures(
  {
    customers,
    columns,
    rows,
  }: {
    readonly customers: Table;
    readonly columns: readonly StoredColumn[];
    readonly rows: Uint32Array;
  },
  wanted: readonly string[] | null,
  besides: ReadonlySet<string>,
): Generator<void, ColumnFeatures, void> {
  const features: Feature[] = [];
  const facts: FeatureFact[] = [];
  const leftOut: LeftOut[] = [];
  const chosen = columns
    .filter(({ id, fieldKind }) => {
      if (NOT_A_REASON.has(id) || besides.has(id)) return false;
      if (wanted !== null && !wanted.includes(id)) return false;
      return (FEATURE_KINDS as readonly FieldKind[]).includes(fieldKind);
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id } of chosen) {
    yield;
    const column = customers.columns.get(id);
    if (column === undefined || column.kind === "day") continue;
    const feature: Feature =
      column.kind === "float64"
        ? { kind: "number", id, values: column.values }
        : categoryOf(id, column, rows);
    const fault = faultOf(feature, rows);
    if (fault !== null) leftOut.push({ id, reason: fault });
    else {
      features.push(feature);
      facts.push({ id, from: "column", scale: "plain" });
    }
  }
  return { features, facts, leftOut };
}

function categoryOf(id: string, column: DictionaryColumn, rows: Uint32Array): CategoryFeature {
  const used = new Uint8Array(column.dictionary.length);
  for (const row of rows) if (column.codes[row] !== MISSING_CODE) used[column.codes[row]!] = 1;
  const levels = column.dictionary.filter((_, code) => used[code] === 1).sort();
  const levelOf = new Map(levels.map((level, i) => [level, i]));
  const byCode = Int32Array.from(column.dictionary, (word) => levelOf.get(word) ?? -1);
  const codes = new Int32Array(column.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row]!;
    codes[row] = code === MISSING_CODE ? -1 : byCode[code]!;
  }
  return { kind: "category", id, codes, levels };
}

function faultOf(feature: Feature, rows: Uint32Array): LeftOut["reason"] | null {
  if (feature.kind === "category") {
    const words = feature.levels.length;
    if (words > MOST_WORDS || words * CUSTOMERS_PER_WORD > rows.length) return "many-words";
    const isSame = rows.every((row) => feature.codes[row] === feature.codes[rows[0]!]);
    return isSame ? "one-value" : null;
  }
  const first = feature.values[rows[0]!]!;
  const isSame = rows.every((row) => Object.is(feature.values[row], first));
  return isSame ? "one-value" : null;
}
