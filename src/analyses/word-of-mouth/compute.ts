import { wilsonInterval } from "../../kernel/stats/wilson";
import {
  chosenQuestion,
  steppedQuestions,
  type RatedQuestion,
} from "../../measures/rated-questions";
import {
  answersTo,
  customersBehind,
  daysOfAnswers,
  rowsWhere,
} from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { shareAt, type Group } from "./bent-line";
import { complaintsAfter, recommendations, type Told } from "./outcomes";
import {
  OUTCOMES,
  type Absence,
  type MouthCurve,
  type MouthStep,
  type Outcome,
  type WordOfMouthParams,
  type WordOfMouthResult,
} from "./spec";
import { zoneOf, type Zone } from "./zone";

/** Fewer customers make no curve. */
const LEAST = 20;

/**
 * Do recommendations and complaints follow the service score all the way, or is there a zone within which it hardly matters?
 *
 * @param input   `surveys` linked to customers; `complaints` for those that followed
 * @param params  window, question, days to follow: see README
 * @returns the result, or the refusal `no-question` or `too-few-customers`. Members: "all", "mouth:<outcome>" (those that did),
 *   "mouth-recommend:<score>", "mouth-complain:<score>" (those at the score)
 *
 * One answer a customer: the latest that can be told. O(answers + complaints + resamples × (customers + fits)). Method D37.
 */
export default function* wordOfMouth(
  input: Input,
  params: WordOfMouthParams,
  ambient: Ambient,
): Generator<Progress, Answer<WordOfMouthResult>, void> {
  const { surveys, complaints } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("no-question", 1, 0);
  const book = yield* surveyBookSteps(surveys);
  // A recommendation does not explain itself.
  const questions = steppedQuestions(book).filter(({ kind }) => kind !== "nps");
  const question = chosenQuestion(questions, params.question);
  if (question === null) return refused("no-question", 1, 0);
  const { scope, customerRows } = ambient;
  const period = windowOf(scope, params.window);
  const answers = answersTo(book, question.index, { period, customerRows });
  const follow = { complaints, followDays: params.followDays, asOfDay: scope.asOfDay };
  const told = {
    recommend: recommendations(book, answers),
    complain: complaintsAfter(book, answers, follow),
  };
  const { seen, absent, most } = sortedOut(told);
  if (seen.length === 0) return refused("too-few-customers", LEAST, most);
  const curves: MouthCurve[] = [];
  for (const each of seen) {
    const groups = groupsOf(each);
    const steps = zoneOf(groups, ambient.rng);
    let step = steps.next();
    while (step.done !== true) {
      yield { done: 0.3 + (0.7 * (curves.length + step.value.done)) / seen.length };
      step = steps.next();
    }
    curves.push(curveOf(each, question, groups, step.value));
  }
  const everybody = customersBehind(
    book,
    seen.flatMap(({ rows }) => [...rows]),
  );
  const { complain } = told;
  const result: WordOfMouthResult = {
    kind: "answered",
    headline: headlineOf(curves[0]!),
    question: { id: question.id, name: question.name },
    questions: questions.map(({ id, name }) => ({ id, name })),
    ...daysOfAnswers(book, answers, period),
    curves,
    customers: everybody.length,
    absent,
    missing: {
      unlinked: answers.unlinked,
      unanswered: answers.unanswered,
      young: typeof complain === "string" ? 0 : complain.young,
      before: typeof complain === "string" ? 0 : complain.before,
    },
  };
  return { result, members: (cell) => membersOf({ book, question, everybody, seen }, cell) };
}

function refused(code: string, need: number, have: number): Answer<WordOfMouthResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

type Seen = Told & { readonly outcome: Outcome };

/** The outcomes with enough customers, why the others are absent, and the most customers of any. */
function sortedOut(told: Readonly<Record<Outcome, Told | Absence>>) {
  const seen: Seen[] = [];
  const absent: Partial<Record<Outcome, Absence>> = {};
  let most = 0;
  for (const outcome of OUTCOMES) {
    const found = told[outcome];
    if (typeof found === "string") {
      absent[outcome] = found;
      continue;
    }
    most = Math.max(most, found.rows.length);
    if (found.rows.length < LEAST) absent[outcome] = "too-few";
    else seen.push({ outcome, ...found });
  }
  return { seen, absent, most };
}

function headlineOf(curve: MouthCurve): WordOfMouthResult["headline"] {
  const { verdict, knots, deltaAic, n, events, sameKnots } = curve;
  const zone = verdict === "zone" ? knots : null;
  return {
    zoneLow: zone === null ? null : zone[0].at,
    zoneHigh: zone === null ? null : zone[1].at,
    deltaAic,
    n,
    events,
    sameKnots,
  };
}

function groupsOf({ scores, happened }: Told): readonly Group[] {
  const groups = new Map<number, { n: number; events: number }>();
  for (let k = 0; k < scores.length; k++) {
    const group = groups.get(scores[k]!) ?? { n: 0, events: 0 };
    group.n++;
    group.events += happened[k]!;
    groups.set(scores[k]!, group);
  }
  return [...groups]
    .map(([score, group]) => ({ score, ...group }))
    .toSorted((a, b) => a.score - b.score);
}

function curveOf(
  { outcome, rows }: Seen,
  question: RatedQuestion,
  groups: readonly Group[],
  { straight, bent, ...rest }: Zone,
): MouthCurve {
  const steps = stepScores(question).map((score): MouthStep => {
    const found = groups.find((group) => group.score === score);
    const [n, events] = found === undefined ? [0, 0] : [found.n, found.events];
    return {
      score,
      customers: n,
      events,
      ratio: n === 0 ? null : events / n,
      ...wilsonInterval(events, n),
      straight: straight === null ? null : shareAt(straight, score),
      bent: bent === null ? null : shareAt(bent, score),
    };
  });
  const events = groups.reduce((sum, group) => sum + group.events, 0);
  return { outcome, n: rows.length, events, steps, ...rest };
}

const stepScores = ({ scaleMin, scaleMax }: RatedQuestion): readonly number[] =>
  Array.from({ length: scaleMax - scaleMin + 1 }, (_, step) => scaleMin + step);

interface Sight {
  readonly book: SurveyBook;
  readonly question: RatedQuestion;
  readonly everybody: Uint32Array;
  readonly seen: readonly Seen[];
}

function membersOf({ book, question, everybody, seen }: Sight, cell: string): Uint32Array | null {
  if (cell === "all") return everybody;
  const match = /^mouth(?:-(recommend|complain):(\d+)|:(recommend|complain))$/.exec(cell);
  const told = seen.find(({ outcome }) => outcome === (match?.[1] ?? match?.[3]));
  if (match === null || told === undefined) return null;
  const { rows, scores, happened } = told;
  if (match[2] === undefined) {
    return customersBehind(
      book,
      rowsWhere(rows, (k) => happened[k] === 1),
    );
  }
  const score = Number(match[2]);
  if (!stepScores(question).includes(score)) return null;
  return customersBehind(
    book,
    rowsWhere(rows, (k) => scores[k] === score),
  );
}
