import { readExit } from "../../domain/exit-reasons";
import { shareDifference } from "../../kernel/stats/share-difference";
import { compensatedSum } from "../../kernel/stats/sum";
import { hasBit } from "../../kernel/table/bitset";
import { MISSING_DAY } from "../../kernel/table/column";
import { linkedTable } from "../../measures/cost-driver";
import { creditRecord, type CreditRecord } from "../../measures/credit-record";
import { customerNameOf } from "../../measures/customer-name";
import { exitWordsReader } from "../../measures/exit-words";
import { exitDays, type ExitDays } from "../../measures/tenure/from-contracts";
import type { Ambient, Answer, Input, Progress } from "../define";
import { stepOf, waysFrom } from "./ladder";
import { brokenPromises, promiseDaysLeft, type BrokenPromises } from "./promises";
import {
  STEPS,
  type CreditLadderParams,
  type CreditLadderResult,
  type CreditLine,
  type LostLine,
  type Step,
} from "./spec";

const MOST_LINES = 200;
const HIGH: Step = 3;

/**
 * The step of the credit ladder that each customer's payments ask for, and where those who left had stood.
 *
 * @param input   `customers`, `invoices`, and what else says when they were paid and who left
 * @param params  limits in days and shares: see README
 * @param ambient scope (its last day), selected customers
 * @returns always an answer; `gap` says why there is no ladder. Members: "credit:all", "credit:<step>", "credit:high", "credit:disputed", "credit:broken",
 *   "credit-lost:<kind>", "credit-lost-high:<kind>"
 *
 * O(invoices + customers log customers). Methods D57.
 */
export default function* creditLadder(
  input: Input,
  params: CreditLadderParams,
  ambient: Ambient,
): Generator<Progress, Answer<CreditLadderResult>, void> {
  const { scope } = ambient;
  const { rowCount } = input.customers;
  const isSelected = selectedIn(ambient);
  const today = Int32Array.from({ length: rowCount }, (_, row) =>
    isSelected(row) ? scope.asOfDay : MISSING_DAY,
  );
  const promises = brokenPromises(input, params, ambient, isSelected);
  yield { done: 0.2 };
  const record = creditRecord(input, today, params);
  yield { done: 0.5 };
  if (record === null) return unanswered("no-invoices", promises);
  const exits = exitDays(input, scope.asOfDay);
  const ground = { input, params, promises, ambient };
  const stood = standing(record, exits, ground);
  if (stood.rows.length === 0) return unanswered("nobody", promises);
  const lost = exits === null ? null : lostGroups(exits, ground);
  yield { done: 0.9 };
  return answered({ ...ground, record, stood, lost });
}

const selectedIn =
  ({ customerRows }: Ambient) =>
  (row: number): boolean =>
    customerRows === null || hasBit(customerRows, row);

/** What the steps are judged on, beside the payments. */
interface Ground {
  readonly input: Input;
  readonly params: CreditLadderParams;
  readonly promises: BrokenPromises;
  readonly ambient: Ambient;
}

interface Standing {
  /** customers on the ladder, ascending, and the step of each */
  readonly rows: readonly number[];
  readonly steps: ReadonlyMap<number, Step>;
}

/** Who left and owes nothing is no account any more. */
function standing(
  record: CreditRecord,
  exits: ExitDays | null,
  { params, promises, ambient }: Ground,
): Standing {
  const steps = new Map<number, Step>();
  record.balances.forEach((balance, row) => {
    if (Number.isNaN(balance)) return;
    const isGone = exits !== null && exits.days[row] !== MISSING_DAY;
    if (isGone && balance === 0) return;
    const broken = promises.duesAt(row, ambient.scope.asOfDay).length;
    steps.set(row, stepOf(record, row, broken, params));
  });
  return { rows: [...steps.keys()], steps };
}

interface LostGroup {
  readonly kind: LostLine["kind"];
  readonly rows: readonly number[];
  readonly high: readonly number[];
}

/** Those who left, as their payments stood on the day they left; null where nothing says who left. */
function lostGroups(
  exits: ExitDays,
  { input, params, promises, ambient }: Ground,
): readonly LostGroup[] | null {
  const isSelected = selectedIn(ambient);
  const table = linkedTable(input.exits);
  const then = exits.days.map((day, row) => (isSelected(row) ? day : MISSING_DAY));
  const record = creditRecord(input, then, params);
  if (table === null || record === null) return null;
  const read = exitWordsReader(table);
  const groups = { involuntary: newGroup(), other: newGroup() };
  record.balances.forEach((balance, row) => {
    if (Number.isNaN(balance)) return;
    const isOurs = readExit(read(exits.rows[row]!), ambient.reasonReadings).cause === "involuntary";
    const group = groups[isOurs ? "involuntary" : "other"];
    group.rows.push(row);
    const broken = promises.duesAt(row, exits.days[row]!).length;
    if (stepOf(record, row, broken, params) >= HIGH) group.high.push(row);
  });
  return [
    { kind: "involuntary", ...groups.involuntary },
    { kind: "other", ...groups.other },
  ];
}

const newGroup = (): { readonly rows: number[]; readonly high: number[] } => ({
  rows: [],
  high: [],
});

interface Found extends Ground {
  readonly record: CreditRecord;
  readonly stood: Standing;
  readonly lost: readonly LostGroup[] | null;
}

function answered(found: Found): Answer<CreditLadderResult> {
  const { record, stood, lost, promises } = found;
  const on = new Map(STEPS.map((step) => [step, rowsOn(stood, step)]));
  const steps = STEPS.map((step) => {
    const rows = on.get(step)!;
    const overdue = compensatedSum(rows.map((row) => record.overdue[row]!));
    return { step, customers: rows.length, overdue };
  });
  const disputed = stood.rows.filter((row) => record.disputed[row]! > 0);
  const lostLines = lost?.map(({ kind, rows, high }): LostLine => {
    return { kind, customers: rows.length, high: high.length };
  });
  const [ours, other] = lostLines ?? [];
  const result: CreditLadderResult = {
    kind: "answered",
    headline: {
      n: stood.rows.length,
      step1: on.get(1)!.length,
      step2: on.get(2)!.length,
      step3: on.get(3)!.length,
      step4: on.get(4)!.length,
      overdue: compensatedSum(steps.map(({ overdue }) => overdue)),
      lostInvoluntary: ours?.customers ?? null,
      lostInvoluntaryHigh: ours?.high ?? null,
      lostOther: other?.customers ?? null,
      lostOtherHigh: other?.high ?? null,
      ...promiseFigures(promises),
    },
    gap: null,
    n: stood.rows.length,
    steps,
    disputed: disputed.length,
    lines: linesOf(found),
    lost: lostLines ?? null,
    difference: differenceOf(ours, other),
    promises: promises.fates,
  };
  const members = (cell: string): Uint32Array | null => {
    const rows = rowsOf(cell);
    return rows === null ? null : Uint32Array.from(rows);
  };
  return {
    result,
    members,
    of: (row): CreditLine | null => (stood.steps.has(row) ? lineOf(found, row) : null),
  };

  function rowsOf(cell: string): readonly number[] | null {
    if (cell === "credit:all") return stood.rows;
    if (cell === "credit:disputed") return disputed;
    if (cell === "credit:broken") return promises.breakers;
    if (cell === "credit:high") return stood.rows.filter((row) => stood.steps.get(row)! >= HIGH);
    const step = STEPS.find((each) => cell === `credit:${each}`);
    if (step !== undefined) return on.get(step)!;
    for (const { kind, rows, high } of lost ?? []) {
      if (cell === `credit-lost:${kind}`) return rows;
      if (cell === `credit-lost-high:${kind}`) return high;
    }
    return null;
  }
}

const rowsOn = ({ rows, steps }: Standing, step: Step): readonly number[] =>
  rows.filter((row) => steps.get(row) === step);

function differenceOf(
  ours: LostLine | undefined,
  other: LostLine | undefined,
): CreditLadderResult["difference"] {
  if (ours === undefined || other === undefined) return null;
  if (ours.customers === 0 || other.customers === 0) return null;
  return shareDifference(
    { hits: ours.high, size: ours.customers },
    { hits: other.high, size: other.customers },
  );
}

function linesOf(found: Found): readonly CreditLine[] {
  const { stood } = found;
  return stood.rows
    .filter((row) => stood.steps.get(row) !== 1)
    .map((row) => lineOf(found, row))
    .sort(
      (a, b) =>
        b.step - a.step ||
        b.overdue - a.overdue ||
        lateShare(b) - lateShare(a) ||
        b.broken - a.broken ||
        a.row - b.row,
    )
    .slice(0, MOST_LINES);
}

function lineOf(found: Found, row: number): CreditLine {
  const { input, record, stood, params, promises, ambient } = found;
  const { asOfDay } = ambient.scope;
  const step = stood.steps.get(row)!;
  const dues = promises.duesAt(row, asOfDay);
  return {
    row,
    name: customerNameOf(input.customers, row),
    step,
    overdue: record.overdue[row]!,
    oldest: record.overdue[row]! > 0 ? record.oldest[row]! : 0,
    late: record.late[row]!,
    judged: record.judged[row]!,
    broken: dues.length,
    disputed: record.disputed[row]!,
    balance: record.balances[row]!,
    ...waysFrom(record, row, step, params),
    promiseDaysToGoDown: promiseDaysLeft(dues, step, asOfDay, params),
  };
}

/** Of an account with no invoice that says anything, which a broken promise lifts all the same, as of one that was never late. */
const lateShare = ({ late, judged }: Pick<CreditLine, "late" | "judged">): number =>
  judged === 0 ? 0 : late / judged;

const promiseFigures = ({ fates }: BrokenPromises) => ({
  promisesKept: fates?.counts.kept ?? null,
  promisesBroken: fates?.counts.broken ?? null,
});

function unanswered(
  gap: NonNullable<CreditLadderResult["gap"]>,
  promises: BrokenPromises,
): Answer<CreditLadderResult> {
  const result: CreditLadderResult = {
    kind: "answered",
    headline: {
      n: 0,
      step1: 0,
      step2: 0,
      step3: 0,
      step4: 0,
      overdue: null,
      lostInvoluntary: null,
      lostInvoluntaryHigh: null,
      lostOther: null,
      lostOtherHigh: null,
      ...promiseFigures(promises),
    },
    gap,
    n: 0,
    steps: [],
    disputed: 0,
    lines: [],
    lost: null,
    difference: null,
    promises: promises.fates,
  };
  const broken = Uint32Array.from(promises.breakers);
  return { result, members: (cell) => (cell === "credit:broken" ? broken : null) };
}
