import { normalTwoSided } from "../../kernel/stats/normal";
import { orderBook } from "../../measures/order-book";
import {
  chosenQuestion,
  steppedQuestions,
  type RatedQuestion,
} from "../../measures/rated-questions";
import { answersTo, type Answers } from "../../measures/survey-answers";
import { surveyBookSteps } from "../../measures/survey-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import {
  LOYALTY_TYPES,
  STRETCHES,
  type HostageSplit,
  type LoyaltyType,
  type LoyaltyTypesParams,
  type LoyaltyTypesResult,
  type MapCell,
  type SwitchingKind,
  type TypeFigures,
  type TypeLine,
} from "./spec";
import { standingOf, type Standing } from "./standing";
import { switchingKinds, switchingOf, type Switching } from "./switching";

const LEAST = 20;
/** Of a scale with so many steps the three highest are satisfied, else the two highest. */
const MANY_STEPS = 8;

/**
 * Four types of customers by what they say and what they do: satisfied or not, loyal or not.
 *
 * @param input   `surveys` with customers, `orders`, `customers`
 * @param params  window, question, length of a stretch, the cuts, what makes leaving costly: see README
 * @returns the result, or the refusal `no-question` or `too-few-customers`. Members: "all", "loyal-type:<type>",
 *   "loyal-at:<score>-<stretches>", "loyal-hostage:<tied|free>"
 *
 * O(answers + lines of these customers). Jones & Sasser, HBR 73(6), 1995. Method D36.
 */
export default function* loyaltyTypes(
  input: Input,
  params: LoyaltyTypesParams,
  ambient: Ambient,
): Generator<Progress, Answer<LoyaltyTypesResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("no-question", 1, 0);
  const book = yield* surveyBookSteps(surveys);
  const questions = steppedQuestions(book);
  const question = chosenQuestion(questions, params.question);
  if (question === null) return refused("no-question", 1, 0);
  const { scope, customerRows } = ambient;
  const period = windowOf(scope, params.window);
  const answers = answersTo(book, question.index, { period, customerRows });
  yield { done: 0.4 };
  const orders = orderBook(input);
  yield { done: 0.6 };
  const toDay = Math.min(scope.asOfDay, orders.saleSpan?.lastDay ?? scope.asOfDay);
  const { stretchDays } = params;
  const standing = standingOf(book, answers, orders, { toDay, stretchDays });
  yield { done: 0.9 };
  const n = standing.customers.length;
  if (n < LEAST) return refused("too-few-customers", LEAST, n);
  const from = { input, orders, standing, toDay };
  const switching = switchingOf(from, params);
  yield { done: 0.95 };
  const kinds = switchingKinds(from);
  const sight: Sight = { question, questions, answers, standing, params, toDay, switching, kinds };
  const cuts = cutsOf(sight);
  return {
    result: describe(sight, cuts),
    members: (cell) => membersOf(sight, cuts, cell),
  };
}

function refused(code: string, need: number, have: number): Answer<LoyaltyTypesResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

interface Sight {
  readonly question: RatedQuestion;
  readonly questions: readonly RatedQuestion[];
  readonly answers: Answers;
  readonly standing: Standing;
  readonly params: LoyaltyTypesParams;
  readonly toDay: number;
  readonly switching: Switching | null;
  readonly kinds: readonly SwitchingKind[];
}

/** Satisfied from this score on, loyal from this many stretches on. */
interface Cuts {
  readonly satisfiedFrom: number;
  readonly loyalFrom: number;
}

function cutsOf({ question, standing, params }: Sight): Cuts {
  const { scaleMin, scaleMax } = question;
  const isOnScale = params.satisfiedFrom > scaleMin && params.satisfiedFrom <= scaleMax;
  const highest = scaleMax - scaleMin + 1 >= MANY_STEPS ? 2 : 1;
  const sorted = standing.stretches.toSorted();
  const median = Math.max(1, sorted[Math.floor(sorted.length / 2)]!);
  return {
    satisfiedFrom: isOnScale ? params.satisfiedFrom : scaleMax - highest,
    loyalFrom: params.loyalFrom > 0 ? params.loyalFrom : median,
  };
}

function typeOf(score: number, stretches: number, { satisfiedFrom, loyalFrom }: Cuts): LoyaltyType {
  const isLoyal = stretches >= loyalFrom;
  if (score >= satisfiedFrom) return isLoyal ? "apostle" : "mercenary";
  return isLoyal ? "hostage" : "defector";
}

function describe(sight: Sight, cuts: Cuts): LoyaltyTypesResult {
  const { question, questions, standing, answers, params, toDay } = sight;
  const types = typeLines(standing, cuts);
  const [apostles, mercenaries, hostages, defectors] = types.map(({ customers }) => customers) as [
    number,
    number,
    number,
    number,
  ];
  const split = hostageSplit(sight, cuts);
  return {
    kind: "answered",
    headline: {
      apostles,
      mercenaries,
      hostages,
      defectors,
      n: standing.customers.length,
      ...cuts,
      loyalOfSatisfied: share(apostles, apostles + mercenaries),
      loyalOfOthers: share(hostages, hostages + defectors),
      pValue: relation(apostles, mercenaries, hostages, defectors),
      unstable: unstableShare(standing, cuts),
      tiedHostages: split && split.tied.customers,
      tiedP: split && split.pValue,
    },
    question: { id: question.id, name: question.name },
    questions: questions.map(({ id, name }) => ({ id, name })),
    scaleMin: question.scaleMin,
    scaleMax: question.scaleMax,
    isAutomatic: {
      satisfied: cuts.satisfiedFrom !== params.satisfiedFrom,
      loyal: params.loyalFrom === 0,
    },
    fromDay: toDay - STRETCHES * params.stretchDays + 1,
    toDay,
    types,
    cells: mapCells(standing, cuts),
    switching: split,
    switchingKinds: sight.kinds,
    missing: {
      young: standing.young,
      earlier: standing.earlier,
      unlinked: answers.unlinked,
      unanswered: answers.unanswered,
    },
  };
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const typeLines = (standing: Standing, cuts: Cuts): readonly TypeLine[] =>
  LOYALTY_TYPES.map((type) => ({
    type,
    ...figuresOf(
      standing,
      (k) => typeOf(standing.scores[k]!, standing.stretches[k]!, cuts) === type,
    ),
  }));

/** @param passes  sees the place on the map */
function figuresOf(
  { scores, stretches, sales }: Standing,
  passes: (k: number) => boolean,
): TypeFigures {
  const all = sales.reduce((sum, value) => sum + value, 0);
  let [customers, money, score, active] = [0, 0, 0, 0];
  for (let k = 0; k < scores.length; k++) {
    if (!passes(k)) continue;
    customers++;
    money += sales[k]!;
    score += scores[k]!;
    active += stretches[k]!;
  }
  return {
    customers,
    share: customers / scores.length,
    sales: money,
    salesShare: all > 0 ? money / all : null,
    meanScore: customers > 0 ? score / customers : null,
    meanStretches: customers > 0 ? active / customers : null,
  };
}

/** Whether leaving would cost a customer on the map something; null where the data do not say. */
function isTied({ values, from }: Switching, k: number): boolean | null {
  const value = values[k]!;
  return Number.isNaN(value) ? null : value >= from;
}

/** Those who stay without being satisfied, by whether leaving would cost them, and whether that tells them from the satisfied. */
function hostageSplit({ standing, switching }: Sight, cuts: Cuts): HostageSplit | null {
  if (switching === null) return null;
  const { scores, stretches } = standing;
  const passes = (type: LoyaltyType, tied: boolean | null) => (k: number) =>
    typeOf(scores[k]!, stretches[k]!, cuts) === type && isTied(switching, k) === tied;
  const of = (type: LoyaltyType, tied: boolean | null): TypeFigures =>
    figuresOf(standing, passes(type, tied));
  const [tied, free] = [of("hostage", true), of("hostage", false)];
  const [held, easy] = [of("apostle", true).customers, of("apostle", false).customers];
  return {
    kind: switching.kind,
    from: switching.from,
    tied,
    free,
    unknown: of("hostage", null).customers,
    ofHostages: share(tied.customers, tied.customers + free.customers),
    ofApostles: share(held, held + easy),
    pValue: relation(tied.customers, free.customers, held, easy),
  };
}

function mapCells({ scores, stretches }: Standing, cuts: Cuts): readonly MapCell[] {
  const counts = new Map<string, number>();
  for (let k = 0; k < scores.length; k++) {
    const key = `${scores[k]!}-${stretches[k]!}`;
    const known = counts.get(key);
    counts.set(key, known === undefined ? 1 : known + 1);
  }
  return [...counts]
    .map(([key, customers]): MapCell => {
      const [score, active] = key.split("-").map(Number) as [number, number];
      return { score, stretches: active, customers, type: typeOf(score, active, cuts) };
    })
    .toSorted((a, b) => a.score - b.score || a.stretches - b.stretches);
}

/** Chi-square test of a two by two table on one degree of freedom, without correction; Pearson 1900. */
function relation(a: number, b: number, c: number, d: number): number | null {
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return null;
  return normalTwoSided(Math.abs(a * d - b * c) * Math.sqrt((a + b + c + d) / margins));
}

/** The largest share that changes its type when one of the cuts moves by one step either way. */
function unstableShare({ scores, stretches }: Standing, cuts: Cuts): number {
  const moves = [-1, 1].flatMap((by): Cuts[] => [
    { ...cuts, satisfiedFrom: cuts.satisfiedFrom + by },
    { ...cuts, loyalFrom: cuts.loyalFrom + by },
  ]);
  const shares = moves.map((other) => {
    let changed = 0;
    for (let k = 0; k < scores.length; k++) {
      const own = typeOf(scores[k]!, stretches[k]!, cuts);
      if (typeOf(scores[k]!, stretches[k]!, other) !== own) changed++;
    }
    return changed / scores.length;
  });
  return Math.max(...shares);
}

function membersOf({ standing, switching }: Sight, cuts: Cuts, cell: string): Uint32Array | null {
  const { customers, scores, stretches } = standing;
  if (cell === "all") return customers;
  const type = LOYALTY_TYPES.find((known) => cell === `loyal-type:${known}`);
  if (type !== undefined) {
    return customers.filter((_, k) => typeOf(scores[k]!, stretches[k]!, cuts) === type);
  }
  const hostages = /^loyal-hostage:(tied|free)$/.exec(cell)?.[1];
  if (hostages !== undefined && switching !== null) {
    const wanted = hostages === "tied";
    return customers.filter(
      (_, k) =>
        typeOf(scores[k]!, stretches[k]!, cuts) === "hostage" && isTied(switching, k) === wanted,
    );
  }
  const at = /^loyal-at:(\d+)-(\d+)$/.exec(cell);
  if (at === null) return null;
  return customers.filter((_, k) => scores[k] === Number(at[1]) && stretches[k] === Number(at[2]));
}
