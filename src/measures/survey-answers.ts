import type { Period } from "../domain/scope";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import { MISSING_CODE, MISSING_DAY } from "../kernel/table/column";
import { isEverything } from "./cost-driver";
import type { SurveyBook } from "./survey-book";

/** Which answers count. */
export interface AnswerScope {
  readonly period: Period;
  /** `customers` that pass the filters; null = all, also answers that name nobody */
  readonly customerRows: Bitset | null;
}

/** The answers to one question that lie in a scope. */
export interface Answers {
  /** rows of `surveys` with a score, ascending */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** their scores */
  readonly values: Float64Array<ArrayBuffer>;
  /** asked in the scope, without a score */
  readonly unanswered: number;
  /** left out: they have no day, and the scope has */
  readonly undated: number;
  /** in `rows`, and naming no customer */
  readonly unlinked: number;
}

/**
 * The answers to a question within some days and customers.
 *
 * When no answer of the data has a day, all of them count, whatever the days; else an answer without one counts in all of
 * history only. O(answers to the question).
 */
export function answersTo(book: SurveyBook, question: number, scope: AnswerScope): Answers {
  const { days, customers, values, rows, offsets } = book;
  const { period, customerRows } = scope;
  const takesUndated = days === null || isEverything(period);
  const end = offsets[question + 1]!;
  const found = new Uint32Array(end - offsets[question]!);
  let [count, unanswered, undated, unlinked] = [0, 0, 0, 0];
  for (let place = offsets[question]!; place < end; place++) {
    const row = rows[place]!;
    const customer = customers[row]!;
    if (customerRows !== null) {
      if (customer === MISSING_CODE || !hasBit(customerRows, customer)) continue;
    }
    const day = days === null ? MISSING_DAY : days[row]!;
    if (day === MISSING_DAY) {
      if (!takesUndated) {
        undated++;
        continue;
      }
    } else if (day < period.fromDay || day > period.toDay) continue;
    if (Number.isNaN(values[row])) {
      unanswered++;
      continue;
    }
    if (customer === MISSING_CODE) unlinked++;
    found[count] = row;
    count++;
  }
  const own = found.slice(0, count);
  return { rows: own, values: gathered(values, own), unanswered, undated, unlinked };
}

function gathered(values: Float64Array, rows: Uint32Array): Float64Array<ArrayBuffer> {
  const own = new Float64Array(rows.length);
  for (let k = 0; k < own.length; k++) own[k] = values[rows[k]!]!;
  return own;
}

/** First and last day of some answers; the days asked for when none of them has a day. */
export function daysOfAnswers(
  { days }: Pick<SurveyBook, "days">,
  { rows }: Pick<Answers, "rows">,
  period: Period,
): { readonly fromDay: number; readonly toDay: number } {
  let [fromDay, toDay] = [Infinity, -Infinity];
  if (days !== null) {
    for (const row of rows) {
      const day = days[row]!;
      if (day === MISSING_DAY) continue;
      if (day < fromDay) fromDay = day;
      if (day > toDay) toDay = day;
    }
  }
  return fromDay <= toDay ? { fromDay, toDay } : { fromDay: period.fromDay, toDay: period.toDay };
}

/** The customers behind some answers: ascending rows, each once; answers that name nobody have none. O(answers + customers). */
export function customersBehind(
  { customers }: Pick<SurveyBook, "customers">,
  rows: ArrayLike<number>,
): Uint32Array<ArrayBuffer> {
  let last = -1;
  for (let k = 0; k < rows.length; k++) {
    const customer = customers[rows[k]!]!;
    if (customer !== MISSING_CODE && customer > last) last = customer;
  }
  // marks instead of a sort: many answers of few customers are the rule
  const isThere = new Uint8Array(last + 1);
  let distinct = 0;
  for (let k = 0; k < rows.length; k++) {
    const customer = customers[rows[k]!]!;
    if (customer === MISSING_CODE || isThere[customer] === 1) continue;
    isThere[customer] = 1;
    distinct++;
  }
  const found = new Uint32Array(distinct);
  for (let customer = 0, count = 0; count < distinct; customer++) {
    if (isThere[customer] === 1) found[count++] = customer;
  }
  return found;
}

/** The rows that pass, and so for each k: `passes` sees the place in `rows`. */
export function rowsWhere(
  rows: Uint32Array,
  passes: (place: number) => boolean,
): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let k = 0; k < rows.length; k++) {
    if (!passes(k)) continue;
    found[count] = rows[k]!;
    count++;
  }
  return found.slice(0, count);
}

/**
 * The latest answer of each customer that is named.
 *
 * @returns `latest`: place in `answers.rows` by row of `customers`; of two on one day, or without days, the lower score counts: row
 *   order must not decide. `earlier`: the answers left out. O(answers)
 */
export function latestAnswers(
  { days, customers }: Pick<SurveyBook, "days" | "customers">,
  { rows, values }: Pick<Answers, "rows" | "values">,
): { readonly latest: ReadonlyMap<number, number>; readonly earlier: number } {
  const dayOf = (k: number): number => (days === null ? MISSING_DAY : days[rows[k]!]!);
  const latest = new Map<number, number>();
  let earlier = 0;
  for (let k = 0; k < rows.length; k++) {
    const customer = customers[rows[k]!]!;
    if (customer === MISSING_CODE) continue;
    const other = latest.get(customer);
    if (other === undefined) {
      latest.set(customer, k);
      continue;
    }
    earlier++;
    const difference = dayOf(k) - dayOf(other);
    const isLower = difference === 0 && values[k]! < values[other]!;
    if (difference > 0 || isLower) latest.set(customer, k);
  }
  return { latest, earlier };
}
