import { PROMOTER_FROM } from "../../domain/promoter";
import { MINUTES_PER_DAY } from "../../domain/moment";
import { columnOf, MISSING_CODE, MISSING_DAY, type Table } from "../../kernel/table/column";
import { latestAnswers, rowsWhere, type Answers } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";

/** One answer a customer, and whether it happened; arrays of one length. */
export interface Told {
  /** rows of `surveys` */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** whole steps */
  readonly scores: Float64Array<ArrayBuffer>;
  readonly happened: Uint8Array<ArrayBuffer>;
  /** answers whose days to follow are not over */
  readonly young: number;
  /** answers from before the first complaint on record */
  readonly before: number;
}

/** The answers whose questionnaire also says how likely a recommendation is, the latest of each customer. O(answers) */
export function recommendations(book: SurveyBook, answers: Answers): Told | "no-pairs" {
  const said = new Float64Array(book.responseCount).fill(NaN);
  book.questions.forEach(({ kind, scaleMax }, question) => {
    if (kind !== "nps" || scaleMax !== 10) return;
    for (let at = book.offsets[question]!; at < book.offsets[question + 1]!; at++) {
      const row = book.rows[at]!;
      const response = book.responses[row]!;
      const value = book.values[row]!;
      // Two such questions in one questionnaire: the lower answer, whichever row comes first.
      if (!(said[response]! <= value)) said[response] = value;
    }
  });
  const told = latestOf(book, answers, (row) => !Number.isNaN(said[book.responses[row]!]));
  if (told.rows.length === 0) return "no-pairs";
  const happened = Uint8Array.from(told.rows, (row) =>
    said[book.responses[row]!]! >= PROMOTER_FROM ? 1 : 0,
  );
  return { ...told, happened, young: 0, before: 0 };
}

interface Follow {
  readonly complaints: Table | undefined;
  readonly followDays: number;
  readonly asOfDay: number;
}

/**
 * The latest answer of each customer that could be followed to its end, and whether a complaint was opened after its day and in time.
 *
 * Complaints are known from the first to the last of the record (and to the as-of day): an answer whose days reach beyond either is left
 * out. O(answers + complaints)
 */
export function complaintsAfter(
  book: SurveyBook,
  answers: Answers,
  { complaints, followDays, asOfDay }: Follow,
): Told | "no-complaints" | "no-days" {
  const { days } = book;
  const opened = complaints && complaintDays(complaints);
  if (opened === undefined || opened.byCustomer.size === 0) return "no-complaints";
  if (days === null) return "no-days";
  const lastDay = Math.min(asOfDay, opened.lastDay) - followDays;
  let [young, before] = [0, 0];
  const told = latestOf(book, answers, (row) => {
    const day = days[row]!;
    if (day === MISSING_DAY) return false;
    if (day < opened.firstDay) before++;
    else if (day > lastDay) young++;
    return day >= opened.firstDay && day <= lastDay;
  });
  const happened = Uint8Array.from(told.rows, (row) => {
    const own = opened.byCustomer.get(book.customers[row]!);
    const from = days[row]!;
    return own?.some((day) => day > from && day <= from + followDays) === true ? 1 : 0;
  });
  return { ...told, happened, young, before };
}

interface Opened {
  /** first and last day with a complaint, of anybody */
  readonly firstDay: number;
  readonly lastDay: number;
  /** by row of `customers` */
  readonly byCustomer: ReadonlyMap<number, readonly number[]>;
}

function complaintDays(complaints: Table): Opened | undefined {
  const opened = columnOf(complaints, "openedAt", "float64")?.values;
  const named = columnOf(complaints, "customer", "dictionary")?.codes;
  if (opened === undefined || named === undefined) return undefined;
  let [firstDay, lastDay] = [Infinity, -Infinity];
  const byCustomer = new Map<number, number[]>();
  for (let row = 0; row < opened.length; row++) {
    if (Number.isNaN(opened[row])) continue;
    const day = Math.floor(opened[row]! / MINUTES_PER_DAY);
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
    const customer = named[row]!;
    if (customer === MISSING_CODE) continue;
    const known = byCustomer.get(customer);
    if (known === undefined) byCustomer.set(customer, [day]);
    else known.push(day);
  }
  return { firstDay, lastDay, byCustomer };
}

function latestOf(book: SurveyBook, answers: Answers, canTell: (row: number) => boolean) {
  const rows = rowsWhere(answers.rows, (k) => canTell(answers.rows[k]!));
  const values = Float64Array.from(rows, (row) => book.values[row]!);
  const { latest } = latestAnswers(book, { rows, values });
  const places = [...latest.values()].toSorted((a, b) => a - b);
  return {
    rows: Uint32Array.from(places, (k) => rows[k]!),
    scores: Float64Array.from(places, (k) => Math.floor(values[k]!)),
  };
}
