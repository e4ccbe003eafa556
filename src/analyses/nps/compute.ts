import { withProgress } from "../../kernel/base/with-progress";
import { promoterClass } from "../../domain/promoter";
import { readPeriodKey } from "../../domain/period-key";
import type { Period } from "../../domain/scope";
import { FIRST_DAY } from "../../kernel/base/calendar";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { MISSING_CODE } from "../../kernel/table/column";
import { isEverything } from "../../measures/cost-driver";
import {
  chosenQuestion,
  mostAnswered,
  ratedQuestions,
  type RatedQuestion,
} from "../../measures/rated-questions";
import {
  answersTo,
  customersBehind,
  daysOfAnswers,
  rowsWhere,
  type Answers,
} from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { answerGroups, type AnswerGroups } from "../../measures/survey-groups";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { differenceOf, neededAnswers, scoreOf } from "./score";
import {
  NPS_CLASSES,
  type NpsGroup,
  type NpsParams,
  type NpsQuestion,
  type NpsResult,
  type Score,
} from "./spec";
import { classCounts, rowsOfPeriod, trendOf } from "./trend";

/** Fewer answers than this say nothing at all. */
const LEAST = 5;
const MOST_GROUPS = 60;

/**
 * Net promoter score with its interval, the test of its change, groups against the rest, and the trend.
 *
 * @param input   `surveys`; `orders` for grades, `customers` with the column to compare by
 * @param params  window, question, columns, least answers of a group: see README
 * @returns the result, or the refusal `no-scale-question` (nothing asked on 0..10) or `too-few-answers`. Members: "all",
 *   "nps:<class>", "nps-score:<0..10>", "nps-group:<place>", "nps-period:<period>"
 *
 * O(answers). Method D29.
 */
export default function* nps(
  input: Input,
  params: NpsParams,
  ambient: Ambient,
): Generator<Progress, Answer<NpsResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("no-scale-question", 1, 0);
  const book = yield* surveyBookSteps(surveys);
  const questions = questionsOn10(book);
  const question = chosenQuestion(questions, params.question, ["nps"]) ?? mostAnswered(questions);
  if (question === null) return refused("no-scale-question", 1, 0);
  const sight = look(input, params, ambient, { book, question });
  const { answers } = sight;
  if (answers.rows.length < LEAST) return refused("too-few-answers", LEAST, answers.rows.length);
  yield { done: 0.8 };
  const asked = questions.map(offered);
  const groups = groupsOf(sight);
  yield { done: 0.85 };
  const found = {
    groups,
    counts: countsOf(sight),
    trend: yield* withProgress({ done: 0.9 }, historyOf(sight)),
  };
  const result = describe(sight, asked, found);
  return { result, members: (cell) => membersOf(sight, groups, cell) };
}

function refused(code: string, need: number, have: number): Answer<NpsResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

/** Questions on 0..10 (or 1..10), in the order of their names. */
const questionsOn10 = (book: SurveyBook): readonly RatedQuestion[] =>
  ratedQuestions(book).filter(({ scaleMin, scaleMax }) => scaleMax === 10 && scaleMin <= 1);

const offered = ({ id, name, kind, answers }: RatedQuestion): NpsQuestion => ({
  id,
  name,
  kind,
  answers,
});

/** Everything that was looked at. */
interface Sight {
  readonly input: Input;
  readonly params: NpsParams;
  readonly ambient: Ambient;
  readonly book: SurveyBook;
  readonly question: RatedQuestion;
  readonly period: Period;
  readonly answers: Answers;
  /** of all days up to the as-of day */
  readonly history: Answers;
}

function look(
  input: Input,
  params: NpsParams,
  ambient: Ambient,
  { book, question }: Pick<Sight, "book" | "question">,
): Sight {
  const { scope, customerRows } = ambient;
  const period = windowOf(scope, params.window);
  const everything = { fromDay: FIRST_DAY, toDay: scope.asOfDay };
  const answers = answersTo(book, question.index, { period, customerRows });
  const history = answersTo(book, question.index, { period: everything, customerRows });
  return { input, params, ambient, book, question, period, answers, history };
}

/** The groups of the window with their answers, and how they were told apart. */
interface Groups {
  readonly by: AnswerGroups;
  readonly shown: readonly { readonly group: NpsGroup; readonly rows: Uint32Array }[];
  readonly hidden: number;
  readonly ungrouped: number;
}

function groupsOf({ input, book, params, ambient, answers }: Sight): Groups | null {
  const by = answerGroups(input, book, params, ambient.scope.asOfDay);
  if (by === null) return null;
  const byGroup = new Map<number, number[]>();
  let ungrouped = 0;
  for (const row of answers.rows) {
    const group = by.groupOf(row);
    if (group === MISSING_CODE) ungrouped++;
    else if (byGroup.has(group)) byGroup.get(group)!.push(row);
    else byGroup.set(group, [row]);
  }
  const all = scoreOf(classCounts(book, answers.rows));
  const made = [...byGroup].map(([code, rows]) => {
    const score = scoreOf(classCounts(book, rows));
    const customers = customersBehind(book, rows).length;
    const isThin = score.n < params.minAnswers;
    const rest = isThin || score.n === all.n ? null : differenceOf(score, without(all, score));
    const label = by.labels[code] ?? "";
    return { group: { label, score, customers, isThin, rest }, rows: Uint32Array.from(rows) };
  });
  const tested = made.flatMap(({ group }) => (group.rest === null ? [] : [group.rest.pValue]));
  const rates = falseDiscoveryRates(tested);
  let place = 0;
  const judged = made.map(({ group, rows }) => {
    const { rest } = group;
    const qValue = rest === null ? null : rates[place++]!;
    return {
      group: { ...group, rest: rest === null || qValue === null ? null : { ...rest, qValue } },
      rows,
    };
  });
  const order = (label: string): number => (by.source === "grade" ? by.labels.indexOf(label) : 0);
  const sorted = judged.toSorted(
    (a, b) =>
      order(a.group.label) - order(b.group.label) ||
      Number(a.group.isThin) - Number(b.group.isThin) ||
      b.group.score.nps - a.group.score.nps ||
      b.group.score.n - a.group.score.n ||
      (a.group.label < b.group.label ? -1 : 1),
  );
  const shown = sorted.slice(0, MOST_GROUPS);
  return { by, shown, hidden: sorted.length - shown.length, ungrouped };
}

/** The score of the answers that are not in a part. */
const without = (all: Score, part: Score): Score =>
  scoreOf({
    promoters: all.promoters - part.promoters,
    passives: all.passives - part.passives,
    detractors: all.detractors - part.detractors,
  });

/** The period before, when the answers reach back over the whole of it. */
function beforeOf(sight: Sight, score: Score): NpsResult["before"] {
  const { book, period, history, params, ambient, question } = sight;
  const { days } = book;
  if (params.window === "all" || days === null || isEverything(period)) return null;
  const earlier = periodBefore(period);
  const { rows } = answersTo(book, question.index, {
    period: earlier,
    customerRows: ambient.customerRows,
  });
  if (rows.length < LEAST || history.rows.length === 0) return null;
  const before = scoreOf(classCounts(book, rows));
  return { ...differenceOf(score, before), score: before };
}

function* historyOf({
  book,
  history,
  period,
  ambient,
}: Sight): Generator<void, NpsResult["trend"], void> {
  if (period.toDay < period.fromDay) return null;
  return yield* trendOf(book, history, ambient.scope.asOfDay);
}

/** Answers and customers by score and by class, and how many there are. */
interface Counts {
  /** of the scores */
  readonly sum: number;
  readonly customers: number;
  readonly counts: Uint32Array;
  readonly scoreCustomers: Uint32Array;
  readonly classCustomers: NpsResult["classCustomers"];
}

/** One pass over the answers: each customer gets a bit a score. */
function countsOf({ book, answers }: Sight): Counts {
  const [counts, scoreCustomers] = [new Uint32Array(11), new Uint32Array(11)];
  const rows = customersBehind(book, answers.rows);
  const marks = new Uint16Array(rows.length === 0 ? 0 : rows[rows.length - 1]! + 1);
  let sum = 0;
  for (let k = 0; k < answers.rows.length; k++) {
    const value = answers.values[k]!;
    counts[Math.floor(value)]!++;
    sum += value;
    const customer = book.customers[answers.rows[k]!]!;
    if (customer !== MISSING_CODE) marks[customer]! |= 1 << Math.floor(value);
  }
  const classes = [0, 1, 2].map((wanted) => {
    let bits = 0;
    for (let step = 0; step <= 10; step++) if (promoterClass(step) === wanted) bits |= 1 << step;
    return bits;
  });
  const byClass = [0, 0, 0];
  for (const row of rows) {
    for (let step = 0; step <= 10; step++) scoreCustomers[step]! += (marks[row]! >> step) & 1;
    classes.forEach((bits, place) => {
      if ((marks[row]! & bits) !== 0) byClass[place]!++;
    });
  }
  const [detractor, passive, promoter] = byClass as [number, number, number];
  const classCustomers = { detractor, passive, promoter };
  return { sum, customers: rows.length, counts, scoreCustomers, classCustomers };
}

interface Found {
  readonly groups: Groups | null;
  readonly counts: Counts;
  readonly trend: NpsResult["trend"];
}

function describe(
  sight: Sight,
  questions: readonly NpsQuestion[],
  { groups, counts: counted, trend }: Found,
): NpsResult {
  const { book, answers, params, period } = sight;
  const question = offered(sight.question);
  const score = scoreOf(classCounts(book, answers.rows));
  const before = beforeOf(sight, score);
  const { sum, ...counts } = counted;
  const { promoters, passives, detractors } = score;
  const { rows: _rows, values: _values, ...missing } = answers;
  return {
    kind: "answered",
    headline: {
      nps: score.nps,
      low: score.low,
      high: score.high,
      n: score.n,
      promoters,
      passives,
      detractors,
      mean: sum / score.n,
      change: before === null ? null : before.points,
      changeP: before === null ? null : before.pValue,
      neededN: neededAnswers(score, params.margin),
    },
    ...daysOfAnswers(book, answers, period),
    isUndated: book.days === null,
    question,
    questions,
    score,
    ...counts,
    missing: { ...missing, offScale: book.offScale },
    before,
    groups: groups && groupsSaid(groups),
    trend,
  };
}

function groupsSaid({ by, shown, hidden, ungrouped }: Groups): NonNullable<NpsResult["groups"]> {
  return {
    source: by.source,
    entity: entityOf(by.source),
    column: by.column,
    rows: shown.map(({ group }) => group),
    hidden,
    ungrouped,
  };
}

function entityOf(source: AnswerGroups["source"]) {
  if (source === "grade") return null;
  return source === "customer" ? "customers" : "surveys";
}

/** The rows of the window whose score, rounded down, passes. */
const rowsScored = ({ answers }: Sight, passes: (step: number) => boolean): Uint32Array =>
  rowsWhere(answers.rows, (k) => passes(Math.floor(answers.values[k]!)));

function membersOf(sight: Sight, groups: Groups | null, cell: string): Uint32Array | null {
  const rows = rowsOfCell(sight, groups, cell);
  return rows === null ? null : customersBehind(sight.book, rows);
}

function rowsOfCell(sight: Sight, groups: Groups | null, cell: string): Uint32Array | null {
  if (cell === "all") return sight.answers.rows;
  const [kind = "", value = "", ...rest] = cell.split(":");
  if (value === "" || rest.length > 0) return null;
  switch (kind) {
    case "nps": {
      const wanted = NPS_CLASSES.findIndex((name) => name === value);
      return wanted < 0 ? null : rowsScored(sight, (step) => promoterClass(step) === wanted);
    }
    case "nps-score":
      return /^(\d|10)$/.test(value) ? rowsScored(sight, (step) => step === Number(value)) : null;
    case "nps-group":
      return /^\d+$/.test(value) ? (groups?.shown[Number(value)]?.rows ?? null) : null;
    case "nps-period": {
      const period = readPeriodKey(value);
      return period === null ? null : rowsOfPeriod(sight.book, sight.history, period);
    }
    default:
      return null;
  }
}
