import { MISSING_CODE, MISSING_DAY, columnOf, type Table } from "../../kernel/table/column";
import type { Period } from "../../domain/scope";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { daysOf, isEverything, numbersOf } from "../../measures/cost-driver";
import { QUESTION_KINDS } from "../../domain/question";

/** The comments of some days; arrays by comment. */
export interface Comments {
  readonly n: number;
  /** code of the text in the dictionary of the column */
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
  /** the same in lower case */
  readonly lowered: readonly string[];
  /** row of `customers`, −1 for none */
  readonly customers: Int32Array;
  /** MISSING_DAY where unknown */
  readonly days: Int32Array;
  /** of the same questionnaire, 0..1 of its scale, 1 = best; NaN without one */
  readonly scores: Float64Array;
  /** 1: the score is a recommendation, 0..10 */
  readonly isNps: Uint8Array;
  readonly undated: number;
  /** rows of `customers` */
  readonly customerCount: number;
}

interface Sight {
  readonly period: Period;
  readonly customerRows: Bitset | null;
  readonly customers: Table;
}

/** Rows of surveys with a text, within the days. Comments without a day belong to all of history only; a table
 * without days is taken whole. O(rows). */
export function commentsOf(table: Table, { period, customerRows, customers }: Sight): Comments {
  const text = columnOf(table, "text", "dictionary");
  const codes = text === undefined ? new Uint32Array(0) : text.codes;
  const days = daysOf(table, "answeredOn");
  const owners = columnOf(table, "customer", "dictionary")?.codes;
  const rows: number[] = [];
  let undated = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] === MISSING_CODE || text!.dictionary[codes[row]!]!.trim() === "") continue;
    const day = days === null ? MISSING_DAY : days[row]!;
    if (days !== null && day === MISSING_DAY) {
      if (!isEverything(period)) {
        undated++;
        continue;
      }
    } else if (days !== null && (day < period.fromDay || day > period.toDay)) continue;
    if (customerRows !== null) {
      const owner = owners === undefined ? MISSING_CODE : owners[row]!;
      if (owner === MISSING_CODE || !hasBit(customerRows, owner)) continue;
    }
    rows.push(row);
  }
  const scores = Float64Array.from({ length: rows.length }, () => NaN);
  const isNps = new Uint8Array(rows.length);
  const score = scoresOf(table);
  rows.forEach((row, i) => {
    const given = score(row);
    scores[i] = given.value;
    isNps[i] = given.isNps ? 1 : 0;
  });
  return {
    n: rows.length,
    codes: Uint32Array.from(rows, (row) => codes[row]!),
    texts: text === undefined ? [] : text.dictionary,
    lowered: text === undefined ? [] : text.dictionary.map((each) => each.toLowerCase()),
    customers: Int32Array.from(rows, (row) =>
      owners === undefined || owners[row] === MISSING_CODE ? -1 : owners[row]!,
    ),
    days: Int32Array.from(rows, (row) => (days === null ? MISSING_DAY : days[row]!)),
    customerCount: customers.rowCount,
    scores,
    isNps,
    undated,
  };
}

interface Score {
  readonly value: number;
  readonly isNps: boolean;
}

const NOTHING: Score = { value: NaN, isNps: false };

/**
 * The score that goes with a row: of its questionnaire the recommendation, else the mean of all scores; without a number of the
 * questionnaire that of the row itself.
 */
function scoresOf(table: Table): (row: number) => Score {
  const values = numbersOf(table, "score");
  if (values === null) return () => NOTHING;
  const kinds = columnOf(table, "questionKind", "dictionary");
  const scale = {
    min: numbersOf(table, "scaleMin"),
    max: numbersOf(table, "scaleMax"),
    turned: numbersOf(table, "isReversed"),
  };
  const shareOf = (row: number): number => {
    const min = scale.min === null ? 0 : scale.min[row]!;
    const max = scale.max === null ? 10 : scale.max[row]!;
    const share = (values[row]! - min) / (max - min);
    const isTurned = scale.turned !== null && scale.turned[row] === 1;
    return share >= 0 && share <= 1 ? Math.abs((isTurned ? 1 : 0) - share) : NaN;
  };
  const isNps = (row: number): boolean =>
    kinds !== undefined && kinds.dictionary[kinds.codes[row]!] === QUESTION_KINDS[0];
  const responses = numbersOf(table, "response");
  if (responses === null) return (row) => ({ value: shareOf(row), isNps: isNps(row) });
  const known = new Map<number, { sum: number; count: number; nps: number }>();
  for (let row = 0; row < values.length; row++) {
    const share = shareOf(row);
    const response = responses[row]!;
    if (Number.isNaN(share) || Number.isNaN(response)) continue;
    let entry = known.get(response);
    if (entry === undefined) known.set(response, (entry = { sum: 0, count: 0, nps: NaN }));
    entry.sum += share;
    entry.count++;
    if (isNps(row)) entry.nps = share;
  }
  return (row) => {
    const entry = known.get(responses[row]!);
    if (entry === undefined) return NOTHING;
    return Number.isNaN(entry.nps)
      ? { value: entry.sum / entry.count, isNps: false }
      : { value: entry.nps, isNps: true };
  };
}

/** Rows of the customers of some comments, ascending, each once. */
export function customersOfComments(
  { n, customers, customerCount }: Comments,
  isIn: (place: number) => boolean,
): Uint32Array {
  const isThere = new Uint8Array(customerCount);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const row = customers[i]!;
    if (row < 0 || isThere[row] === 1 || !isIn(i)) continue;
    isThere[row] = 1;
    count++;
  }
  const found = new Uint32Array(count);
  for (let row = 0, at = 0; at < count; row++) if (isThere[row] === 1) found[at++] = row;
  return found;
}

/** 1 a promoter or a high score, −1 a detractor or a low one, 0 between or unknown. */
export function sideOf({ scores, isNps }: Comments, i: number): -1 | 0 | 1 {
  const score = scores[i]!;
  const [low, high] = isNps[i] === 1 ? [0.6, 0.9] : [0.5, 0.75];
  // A tenth of a scale is no round number in binary.
  if (score >= high - 1e-9) return 1;
  return score <= low + 1e-9 ? -1 : 0;
}
