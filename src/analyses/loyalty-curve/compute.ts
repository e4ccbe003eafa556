import { wilsonInterval } from "../../kernel/stats/wilson";
import { followedOf, type Followed } from "../../measures/followed-answers";
import { orderBook } from "../../measures/order-book";
import {
  chosenQuestion,
  steppedQuestions,
  type RatedQuestion,
} from "../../measures/rated-questions";
import { answersTo, customersBehind, rowsWhere, type Answers } from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import {
  logisticFit,
  logisticShare,
  risingShares,
  topTest,
  trendTest,
  type Group,
  type LogisticFit,
} from "./curve";
import { liftsOf } from "./lifts";
import type { LoyaltyParams, LoyaltyResult, LoyaltyStep } from "./spec";

const LEAST = 20;
/** Customers a step needs before anything is said of it. */
const LEAST_A_STEP = 10;
const LEVEL = 0.05;
const Z_95 = 1.959963984540054;

/**
 * Does satisfaction go with coming back? Observed repurchase by score, rising and logistic fits, and whether the highest step
 * stands apart.
 *
 * @param input   `surveys` with days and customers, `orders`, `customers`
 * @param params  window, question, days to follow, cost of a step: see README
 * @returns the result, or the refusal `no-question` or `too-few-customers`. Members: "all", "loyalty:<score>",
 *   "loyalty-left:<score>" (those that did not come back)
 *
 * One answer a customer: the latest that could be followed. O(answers + lines of these customers). Method D35.
 */
export default function* loyaltyCurve(
  input: Input,
  params: LoyaltyParams,
  ambient: Ambient,
): Generator<Progress, Answer<LoyaltyResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("no-question", 1, 0);
  const book = yield* surveyBookSteps(surveys);
  const questions = steppedQuestions(book);
  const question = chosenQuestion(questions, params.question);
  if (question === null) return refused("no-question", 1, 0);
  const { scope, customerRows } = ambient;
  const period = windowOf(scope, params.window);
  const answers = answersTo(book, question.index, { period, customerRows });
  yield { done: 0.3 };
  const orders = orderBook(input);
  yield { done: 0.5 };
  const followed = followedOf({
    book,
    answers,
    orders,
    followDays: params.followDays,
    asOfDay: scope.asOfDay,
  });
  yield { done: 0.8 };
  const n = followed.rows.length;
  if (n < LEAST) return refused("too-few-customers", LEAST, n);
  const sight: Sight = { book, question, answers, params, followed };
  const result = describe(sight, questions);
  return { result, members: (cell) => membersOf(sight, cell) };
}

function refused(code: string, need: number, have: number): Answer<LoyaltyResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

/** Everything that was looked at. */
interface Sight {
  readonly book: SurveyBook;
  readonly question: RatedQuestion;
  readonly answers: Answers;
  readonly params: LoyaltyParams;
  readonly followed: Followed;
}

function groupsOf({ followed, question }: Sight): readonly Group[] {
  const count = question.scaleMax - question.scaleMin + 1;
  return Array.from({ length: count }, (_, step) => {
    const score = question.scaleMin + step;
    let [n, repeats] = [0, 0];
    followed.scores.forEach((value, k) => {
      if (value !== score) return;
      n++;
      repeats += followed.hasRepeated[k]!;
    });
    return { score, n, repeats };
  });
}

function describe(sight: Sight, questions: readonly RatedQuestion[]): LoyaltyResult {
  const { followed, question, answers, book, params } = sight;
  const all = groupsOf(sight);
  const groups = all.filter(({ n }) => n > 0);
  const line = logisticFit(groups);
  const rising = risingShares(groups);
  const n = followed.rows.length;
  const repeaters = groups.reduce((sum, { repeats }) => sum + repeats, 0);
  const trend = groups.length < 2 ? null : trendTest(groups);
  const top = topOf(groups, question.scaleMax);
  const ratio = ratioOf(all);
  const [below, highest] = all.slice(-2).map((group) => shareOf(group));
  const days = book.days!;
  return {
    kind: "answered",
    headline: {
      p4: below ?? null,
      p5: highest ?? null,
      ratio54: ratio?.ratio ?? null,
      pValue: top?.pValue ?? null,
      n,
      ratioLow: ratio?.low ?? null,
      ratioHigh: ratio?.high ?? null,
      trendP: trend?.pValue ?? null,
      slope: groups.length < 2 ? null : line.slope,
      elasticity: elasticityOf(groups, line),
    },
    question: { id: question.id, name: question.name },
    questions: questions.map(({ id, name }) => ({ id, name })),
    scaleMin: question.scaleMin,
    scaleMax: question.scaleMax,
    fromDay: followed.rows.reduce((least, row) => Math.min(least, days[row]!), Infinity),
    toDay: followed.rows.reduce((most, row) => Math.max(most, days[row]!), -Infinity),
    steps: stepsOf(all, groups, rising, line),
    verdict: verdictOf(top, highest ?? null),
    relation: relationOf(trend?.pValue ?? 1, line.slope),
    repeatRatio: repeaters / n,
    lifts: liftsOf(groups, rising, {
      params,
      salesEach: repeaters > 0 ? followed.sales / repeaters : 0,
    }),
    missing: {
      young: followed.young,
      earlier: followed.earlier,
      unlinked: answers.unlinked,
      unanswered: answers.unanswered,
    },
  };
}

const shareOf = ({ n, repeats }: Group): number | null => (n === 0 ? null : repeats / n);

/** null: the highest step or the steps below it have too few customers. */
function topOf(groups: readonly Group[], scaleMax: number) {
  const top = groups.at(-1);
  const others = groups.slice(0, -1);
  const below = others.reduce((sum, { n }) => sum + n, 0);
  const isEnough = top?.score === scaleMax && top.n >= LEAST_A_STEP && below >= LEAST_A_STEP;
  return isEnough && others.length >= 2 ? topTest(groups) : null;
}

function verdictOf(
  top: ReturnType<typeof topOf>,
  highest: number | null,
): LoyaltyResult["verdict"] {
  if (top === null || highest === null) return "thin";
  if (top.pValue >= LEVEL) return "none";
  return highest > top.expected ? "special" : "below";
}

function relationOf(pValue: number, slope: number): LoyaltyResult["relation"] {
  if (pValue >= LEVEL) return "none";
  return slope > 0 ? "up" : "down";
}

/** Share of the highest step over that of the step below, with the 95 % interval of its logarithm. */
function ratioOf(all: readonly Group[]) {
  const [below, highest] = all.slice(-2);
  if (below === undefined || highest === undefined) return null;
  if (below.repeats === 0 || highest.repeats === 0) return null;
  const [p, q] = [highest.repeats / highest.n, below.repeats / below.n];
  const error = Math.sqrt((1 - p) / highest.repeats + (1 - q) / below.repeats);
  const ratio = p / q;
  return { ratio, low: ratio * Math.exp(-Z_95 * error), high: ratio * Math.exp(Z_95 * error) };
}

/** Percent more that come back for a percent more score, at the mean score. */
function elasticityOf(groups: readonly Group[], line: LogisticFit): number | null {
  if (groups.length < 2) return null;
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const mean = groups.reduce((sum, { score, n: own }) => sum + score * own, 0) / n;
  return line.slope * (1 - logisticShare(line, mean)) * mean;
}

function stepsOf(
  all: readonly Group[],
  groups: readonly Group[],
  rising: readonly number[],
  line: LogisticFit,
): readonly LoyaltyStep[] {
  return all.map((group) => {
    const place = groups.indexOf(group);
    return {
      score: group.score,
      customers: group.n,
      repeaters: group.repeats,
      ratio: shareOf(group),
      ...wilsonInterval(group.repeats, group.n),
      isotonic: place < 0 ? null : rising[place]!,
      logistic: groups.length < 2 ? null : logisticShare(line, group.score),
    };
  });
}

function membersOf({ book, followed }: Sight, cell: string): Uint32Array | null {
  const { rows, scores, hasRepeated } = followed;
  if (cell === "all") return customersBehind(book, rows);
  const [kind, score = "", ...rest] = cell.split(":");
  if (!/^\d+$/.test(score) || rest.length > 0) return null;
  const isAt = (k: number): boolean => scores[k] === Number(score);
  if (kind === "loyalty") return customersBehind(book, rowsWhere(rows, isAt));
  if (kind !== "loyalty-left") return null;
  return customersBehind(
    book,
    rowsWhere(rows, (k) => isAt(k) && hasRepeated[k] === 0),
  );
}
