import { dayOfMoment } from "../../domain/moment";
import type { Period } from "../../domain/scope";
import { MISSING_CODE, MISSING_DAY } from "../../kernel/table/column";
import { complaintCases, type ComplaintCases } from "../../measures/complaint-cases";
import {
  MET,
  MISSED,
  PENDING,
  responseClock,
  responseLimits,
  responses,
  solutions,
} from "../../measures/complaint-promises";
import { chosenQuestion, ratedQuestions } from "../../measures/rated-questions";
import { answersTo } from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import type { Ambient, Input, Progress } from "../define";
import { OccurrenceList, type Measured } from "./occurrences";
import type { Lack, ServiceParams, StandardLine } from "./spec";

const complaintLack = (field: string): readonly Lack[] => [{ entity: "complaints", field }];

/** Complaints answered, and solved, in time; by the day of opening, as in the analysis of complaints. */
export function complaintPromises(
  { complaints }: Input,
  params: ServiceParams,
  { scope, customerRows, caseRules: rules }: Ambient,
  period: Period,
): {
  readonly response: Measured;
  readonly solution: Measured;
  /** some complaints are promised other hours than the standard */
  readonly hasOwnLimits: boolean;
} {
  if (complaints?.columns.has("openedAt") !== true) {
    const lack = complaintLack("openedAt");
    return { response: lack, solution: lack, hasOwnLimits: false };
  }
  const cases = complaintCases(complaints, { scope, period, customerRows });
  const { has, n } = cases;
  const limits = responseLimits(cases, complaints, { rules, standard: params.limitHours });
  return {
    response: has.response
      ? occurrences(cases, responses(cases, clockOf(cases, params), limits).verdicts)
      : complaintLack(n === 0 ? "openedAt" : "respondedAt"),
    solution: has.resolution
      ? occurrences(cases, solutions(cases, params.resolveDays).verdicts)
      : complaintLack(n === 0 ? "openedAt" : "resolvedAt"),
    hasOwnLimits: limits.some((hours) => hours !== params.limitHours),
  };
}

/** A calendar without working time says nothing: the wall clock does. */
const clockOf = (cases: ComplaintCases, params: ServiceParams) =>
  responseClock(cases, params.dayTo > params.dayFrom ? params : { ...params, clock: "calendar" });

function occurrences(cases: ComplaintCases, verdicts: Uint8Array): Measured {
  const list = new OccurrenceList();
  verdicts.forEach((verdict, i) => {
    if (verdict === PENDING) list.pending++;
    else if (verdict === MET || verdict === MISSED) {
      list.judge(dayOfMoment(cases.opened[i]!), cases.customers[i]!, verdict === MET);
    } else list.unknown++;
  });
  return list.done();
}

export interface Satisfied {
  readonly measured: Measured;
  readonly expected: StandardLine["expected"];
}

const surveyLack = (field: string): readonly Lack[] => [{ entity: "surveys", field }];

/** Answers in the two highest steps of the question about the whole, and of the questions about what was expected. */
export function* satisfiedAnswers(
  { surveys }: Input,
  { customerRows }: Ambient,
  period: Period,
): Generator<Progress, Satisfied, void> {
  if (surveys?.columns.has("score") !== true || surveys.rowCount === 0) {
    return { measured: surveyLack("score"), expected: null };
  }
  const book = yield* surveyBookSteps(surveys);
  const question = chosenQuestion(ratedQuestions(book), "", ["csat", "dimension"]);
  if (question === null) return { measured: surveyLack("score"), expected: null };
  const list = new OccurrenceList();
  const { rows, values, unanswered } = answersTo(book, question.index, { period, customerRows });
  rows.forEach((row, k) => {
    const customer = book.customers[row]!;
    list.judge(
      book.days === null ? MISSING_DAY : book.days[row]!,
      customer === MISSING_CODE ? -1 : customer,
      values[k]! >= question.scaleMax - 1,
    );
  });
  list.unknown = unanswered;
  return { measured: list.done(), expected: expectedOf(book, { period, customerRows }) };
}

function expectedOf(
  book: SurveyBook,
  scope: { readonly period: Period; readonly customerRows: Ambient["customerRows"] },
): StandardLine["expected"] {
  let [n, high] = [0, 0];
  book.questions.forEach((question, index) => {
    if (question.kind !== "expectation") return;
    const { values } = answersTo(book, index, scope);
    n += values.length;
    for (const value of values) if (value >= question.scaleMax - 1) high++;
  });
  return n === 0 ? null : { share: high / n, n };
}
