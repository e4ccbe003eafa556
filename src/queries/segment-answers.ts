import type { AnswerScore } from "../domain/segment-rule";
import type { Needs } from "../domain/readiness";
import type { Scope } from "../domain/scope";
import { floatColumn } from "../kernel/table/builder";
import { MISSING_CODE, MISSING_DAY, type Column } from "../kernel/table/column";
import { complaintCases } from "../measures/complaint-cases";
import type { Tables } from "../measures/order-book";
import { surveyBook, type SurveyBook } from "../measures/survey-book";
import { windowOf } from "../measures/window";

const SURVEY_COLUMNS = [
  ...["question", "questionKind", "dimension", "score", "scaleMin", "scaleMax", "isReversed"],
  ...["response", "customer", "answeredOn"],
];
const READ = ["questionKind", "score", "customer"];

/** The tables beside the orders that such a score is made of. */
export const ANSWER_NEEDS: Readonly<Record<AnswerScore, Needs>> = {
  latestNps: { surveys: SURVEY_COLUMNS },
  latestSatisfaction: { surveys: SURVEY_COLUMNS },
  openComplaints: {
    complaints: ["customer", "openedAt", "respondedAt", "resolvedAt", "closedAt", "status"],
  },
};

/**
 * What a customer last answered, or complains of, as a column.
 *
 * @param tables  with the columns of `ANSWER_NEEDS`
 * @returns `latestNps` 0..10; `latestSatisfaction` 0..1 of its scale, so that 4 of 1 to 5 is 0.75; `openComplaints`: cases not over by the end of
 *   the as-of day, 0 for who has none. Missing: never answered. undefined: no such table, or one that names no customers
 *
 * Of two answers of one day the lower one counts; those without a day are older than all others. O(rows).
 */
export function answerColumn(tables: Tables, id: AnswerScore, scope: Scope): Column | undefined {
  const { surveys, complaints, customers } = tables;
  if (id === "openComplaints") {
    if (complaints?.columns.has("openedAt") !== true || !complaints.columns.has("customer"))
      return undefined;
    const period = windowOf(scope, "all");
    const cases = complaintCases(complaints, { scope, period, customerRows: null });
    const open = new Float64Array(customers.rowCount);
    for (let i = 0; i < cases.n; i++) {
      if (cases.customers[i]! >= 0 && cases.isOver[i] === 0) open[cases.customers[i]!]!++;
    }
    return floatColumn(open);
  }
  if (surveys === undefined || !READ.every((column) => surveys.columns.has(column)))
    return undefined;
  const book = surveyBook(surveys);
  const kind = id === "latestNps" ? "nps" : "csat";
  if (!book.questions.some((question) => question.kind === kind)) return undefined;
  return floatColumn(latestOf(book, kind, { asOfDay: scope.asOfDay, n: customers.rowCount }));
}

function latestOf(
  { questions, offsets, rows, values, customers, days }: SurveyBook,
  kind: "nps" | "csat",
  { asOfDay, n }: { readonly asOfDay: number; readonly n: number },
): Float64Array<ArrayBuffer> {
  const latest = new Float64Array(n).fill(NaN);
  const on = new Int32Array(n).fill(MISSING_DAY);
  questions.forEach((question, q) => {
    if (question.kind !== kind) return;
    const { scaleMin, scaleMax } = question;
    for (let place = offsets[q]!; place < offsets[q + 1]!; place++) {
      const row = rows[place]!;
      const customer = customers[row]!;
      const day = days === null ? MISSING_DAY : days[row]!;
      if (customer === MISSING_CODE || Number.isNaN(values[row]!) || day > asOfDay) continue;
      const value =
        kind === "nps" ? values[row]! : (values[row]! - scaleMin) / (scaleMax - scaleMin);
      const isNewer = Number.isNaN(latest[customer]!) || day > on[customer]!;
      if (!isNewer && (day < on[customer]! || value >= latest[customer]!)) continue;
      latest[customer] = value;
      on[customer] = day;
    }
  });
  return latest;
}
