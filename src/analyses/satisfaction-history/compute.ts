import { range } from "../../kernel/base/range";
import { withProgress } from "../../kernel/base/with-progress";
import { studentHalfWidth, studentTwoSided } from "../../kernel/stats/student-t";
import { followedOf } from "../../measures/followed-answers";
import { orderBook } from "../../measures/order-book";
import {
  chosenQuestion,
  steppedQuestions,
  type RatedQuestion,
} from "../../measures/rated-questions";
import { answersTo, daysOfAnswers, type Answers } from "../../measures/survey-answers";
import { surveyBookSteps } from "../../measures/survey-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { builtUpOf, type BuiltUp } from "./built-up";
import {
  STANDINGS,
  type HistoryCell,
  type HistoryParams,
  type HistoryResult,
  type StandingId,
  type StandingLine,
} from "./spec";
import { tellingOf, type Telling } from "./telling";

/** Fewer customers make no paired test worth reading. */
const LEAST = 10;
/** Of a scale with so many steps the three highest are satisfied, else the two highest. */
const MANY_STEPS = 8;
/** Bins of the satisfaction built up, over the scale. */
const BINS = 8;

/**
 * The satisfaction that has built up over all answers of a customer, against its last answer.
 *
 * @param input   `surveys` with days and customers, `orders`, `customers`
 * @param params  window, question, weight of a new answer, cut, days to follow: see README
 * @returns the result, or the refusal `no-question` or `too-few-customers`. Members: "all", "built:<standing>",
 *   "built-at:<score>_<bin>"
 *
 * O(answers × log + lines of these customers). Method D39.
 */
export default function* satisfactionHistory(
  input: Input,
  params: HistoryParams,
  ambient: Ambient,
): Generator<Progress, Answer<HistoryResult>, void> {
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
  const built = builtUpOf(book, answers, params.newWeight);
  yield { done: 0.5 };
  const known = knownCustomers(built, question, params);
  const n = known.customers.length;
  if (n < LEAST) return refused("too-few-customers", LEAST, n);
  const orders = orderBook(input);
  yield { done: 0.7 };
  const { followDays } = params;
  const followed = followedOf({ book, answers, orders, followDays, asOfDay: scope.asOfDay });
  yield { done: 0.8 };
  const again = range(followed.rows.length).filter((k) => built.visits[followed.rows[k]!]! > 1);
  const rows = again.map((k) => followed.rows[k]!);
  const came = Uint8Array.from(again, (k) => followed.hasRepeated[k]!);
  const telling = yield* withProgress(
    { done: 0.9 },
    tellingOf(
      Float64Array.from(rows, (row) => built.last[row]!),
      Float64Array.from(rows, (row) => built.earlier[row]!),
      came,
    ),
  );
  const days = daysOfAnswers(book, answers, period);
  const repeaters = came.reduce((sum, one) => sum + one, 0);
  const sight: Sight = { question, answers, built, known, telling };
  const result: HistoryResult = {
    ...describe(sight),
    questions: questions.map(({ id, name }) => ({ id, name })),
    isAutomatic: params.satisfiedFrom === 0,
    ...days,
    followed: rows.length,
    repeaters,
  };
  return { result, members: (cell) => membersOf(known, cell) };
}

function refused(code: string, need: number, have: number): Answer<HistoryResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

/** Customers with answers on two days, as they stand after the last; arrays by customer. */
interface Known {
  /** rows of `customers`, ascending */
  readonly customers: Uint32Array<ArrayBuffer>;
  readonly last: Float64Array<ArrayBuffer>;
  readonly level: Float64Array<ArrayBuffer>;
  readonly standings: readonly StandingId[];
  /** key of its cell: score and bin */
  readonly keys: readonly string[];
  readonly satisfiedFrom: number;
  readonly binWidth: number;
}

interface Sight {
  readonly question: RatedQuestion;
  readonly answers: Answers;
  readonly built: BuiltUp;
  readonly known: Known;
  readonly telling: Telling;
}

function knownCustomers(
  { latest, visits, last, level }: BuiltUp,
  { scaleMin, scaleMax }: RatedQuestion,
  params: HistoryParams,
): Known {
  const found = [...latest].filter(([, row]) => visits[row]! > 1).toSorted(([a], [b]) => a - b);
  const many = scaleMax - scaleMin + 1 >= MANY_STEPS;
  const satisfiedFrom = params.satisfiedFrom > 0 ? params.satisfiedFrom : scaleMax - (many ? 2 : 1);
  const binWidth = (scaleMax - scaleMin) / BINS;
  const of = (values: Float64Array) => Float64Array.from(found, ([, row]) => values[row]!);
  const [lasts, levels] = [of(last), of(level)];
  const keyOf = (score: number, height: number): string => {
    const bin = Math.min(BINS - 1, Math.floor((height - scaleMin) / binWidth + 1e-9));
    return `${Math.floor(score + 1e-9)}_${bin}`;
  };
  return {
    customers: Uint32Array.from(found, ([customer]) => customer),
    last: lasts,
    level: levels,
    standings: found.map((_, i) => standingOf(lasts[i]!, levels[i]!, satisfiedFrom)),
    keys: found.map((_, i) => keyOf(lasts[i]!, levels[i]!)),
    satisfiedFrom,
    binWidth,
  };
}

/** Means count from half a step below the cut on: rounded, they are that score. */
function standingOf(last: number, level: number, satisfiedFrom: number): StandingId {
  const cut = satisfiedFrom - 0.5;
  if (level >= cut) return last >= cut ? "steady" : "slipped";
  return last >= cut ? "recovering" : "unhappy";
}

type Described = Omit<
  HistoryResult,
  "questions" | "isAutomatic" | "fromDay" | "toDay" | "followed" | "repeaters"
>;

function describe({ question, answers, built, known, telling }: Sight): Described {
  const { verdict, ...pValues } = telling;
  const lines = STANDINGS.map((id) => lineOf(known, id));
  const countOf = (id: StandingId): number =>
    lines.find((line) => line.id === id)?.customers ?? NaN;
  return {
    kind: "answered",
    headline: {
      cumulative: meanOf(known.level),
      transaction: meanOf(known.last),
      ...pairedDifference(known.last, known.level),
      n: known.customers.length,
      slipped: countOf("slipped"),
      recovering: countOf("recovering"),
      ...pValues,
    },
    question: { id: question.id, name: question.name },
    scaleMin: question.scaleMin,
    scaleMax: question.scaleMax,
    satisfiedFrom: known.satisfiedFrom,
    usualDays: built.usualDays,
    standings: lines,
    cells: cellsOf(known),
    binWidth: known.binWidth,
    verdict,
    missing: {
      single: built.latest.size - known.customers.length,
      undated: answers.undated + built.undated,
      unlinked: answers.unlinked,
      unanswered: answers.unanswered,
    },
  };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Mean of first − second with its t interval, as long as n >= 2; differences that are all alike have no spread. */
function pairedDifference(first: Float64Array, second: Float64Array) {
  const n = first.length;
  const each = first.map((value, i) => value - second[i]!);
  const difference = meanOf(each);
  const squares = each.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const error = Math.sqrt(squares / (n - 1) / n);
  const half = studentHalfWidth(0.95, n - 1) * error;
  const isSpread = error > 1e-12;
  const sameP = Math.abs(difference) > 1e-12 ? 0 : 1;
  return {
    difference,
    differenceLow: difference - half,
    differenceHigh: difference + half,
    differenceP: isSpread ? studentTwoSided(difference / error, n - 1) : sameP,
  };
}

function lineOf({ standings, last, level, customers }: Known, id: StandingId): StandingLine {
  let [count, lastSum, levelSum] = [0, 0, 0];
  standings.forEach((other, i) => {
    if (other !== id) return;
    count++;
    lastSum += last[i]!;
    levelSum += level[i]!;
  });
  return {
    id,
    customers: count,
    share: count / customers.length,
    last: count === 0 ? null : lastSum / count,
    builtUp: count === 0 ? null : levelSum / count,
  };
}

/** By score, then bin; the standing of most of its customers. */
function cellsOf({ keys, standings }: Known): readonly HistoryCell[] {
  const counts = new Map<string, Uint32Array>();
  keys.forEach((key, i) => {
    const own = counts.get(key) ?? new Uint32Array(STANDINGS.length);
    own[STANDINGS.indexOf(standings[i]!)]!++;
    counts.set(key, own);
  });
  return [...counts]
    .map(([key, own]): HistoryCell => {
      const [score = NaN, bin = NaN] = key.split("_").map(Number);
      const customers = own.reduce((sum, count) => sum + count, 0);
      const standing = STANDINGS[own.indexOf(Math.max(...own))]!;
      return { score, bin, customers, standing };
    })
    .toSorted((a, b) => a.score - b.score || a.bin - b.bin);
}

function membersOf({ customers, standings, keys }: Known, cell: string): Uint32Array | null {
  if (cell === "all") return customers;
  const [kind, value, ...rest] = cell.split(":");
  if (rest.length > 0 || value === undefined) return null;
  if (kind === "built" && STANDINGS.some((id) => id === value)) {
    return customers.filter((_, i) => standings[i] === value);
  }
  if (kind === "built-at" && keys.includes(value)) {
    return customers.filter((_, i) => keys[i] === value);
  }
  return null;
}
