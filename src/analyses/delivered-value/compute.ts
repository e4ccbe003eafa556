import { withProgress } from "../../kernel/base/with-progress";
import { FACETS, SERVICE_LEVELS, TRAITS, type Facet } from "../../domain/question-tags";
import { COST_FACETS, VALUE_FACETS } from "../../domain/tag-words";
import { statedWeights } from "../../measures/stated-weights";
import { customersBehind, daysOfAnswers } from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { answerGroups } from "../../measures/survey-groups";
import { sheetMean } from "../../measures/sheet-mean";
import { allSlots } from "../../measures/survey-sheet";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { aspectsOf, columnsWhere, evenWeights, slotsBelow, type AspectBook } from "./aspects";
import { deliveredOf, groupsOf, type GroupSight, type Sides } from "./groups";
import type { DeliveredParams, DeliveredResult, FacetLine } from "./spec";
import { tagBoard, type TagSight } from "./tag-board";

const MIDDLE = 50;

/**
 * Delivered value: what customers get (product, service, staff, image) less what it costs them (money, time, effort, worry), from the
 * questions about parts; and the same questions by when they can be judged and by the level of service they stand for.
 *
 * @param input   `surveys` with `response`; `orders` for grades
 * @param params  window, weights, column of groups, least questionnaires: see README
 * @param ambient `questionTags`: where the reader puts an aspect
 * @returns the result, or the refusal `no-aspects`. Members: "all", "delivered-low", "delivered-facet:<facet>",
 *   "delivered-trait:<trait>", "delivered-level:<level>" (of these four those below the middle), "delivered-group:<place>"
 *
 * O(answers). Methods D38, D42; catalogue #27, #55, #63.
 */
export default function* deliveredValue(
  input: Input,
  params: DeliveredParams,
  ambient: Ambient,
): Generator<Progress, Answer<DeliveredResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused();
  const book = yield* surveyBookSteps(surveys);
  const { scope, customerRows } = ambient;
  const answers = { period: windowOf(scope, params.window), customerRows };
  const aspects = yield* withProgress(
    { done: 0.2 },
    aspectsOf(book, ambient.questionTags, answers),
  );
  if (aspects === null) return refused();
  yield { done: 0.5 };
  const dimensions = aspects.items.map(({ dimension }) => dimension);
  const stated = yield* withProgress({ done: 0.5 }, statedWeights(book, dimensions, answers));
  const weights = params.weights === "equal" ? null : stated;
  const sides = sidesOf(aspects, weights);
  yield { done: 0.6 };
  const sight = { input, params, ambient, book, aspects, sides };
  const groups = groupsIn(sight);
  yield { done: 0.8 };
  const seen: Seen = { ...sight, groups, ...boardsOf(book, aspects) };
  const statement = { isStated: weights !== null, hasStated: stated !== null };
  const period = daysOfAnswers(book, aspects.sheet, answers.period);
  const result = { ...describe(seen), ...statement, ...period, isUndated: book.days === null };
  return { result, members: (cell) => membersOf(seen, cell) };
}

function refused(): Answer<DeliveredResult> {
  return {
    result: { kind: "insufficient", code: "no-aspects", need: 1, have: 0 },
    members: () => null,
  };
}

interface Seen {
  readonly input: Input;
  readonly params: DeliveredParams;
  readonly ambient: Ambient;
  readonly book: SurveyBook;
  readonly aspects: AspectBook;
  /** null while nobody was asked about one of them */
  readonly sides: { readonly value: Float64Array | null; readonly cost: Float64Array | null };
  readonly groups: GroupSight | null;
  readonly traits: TagSight;
  readonly levels: TagSight;
}

const isAmong = (facets: readonly Facet[], facet: Facet | null): boolean =>
  facet !== null && facets.includes(facet);

/** Weights of each side, adding up to 1 within it. */
function sidesOf(aspects: AspectBook, stated: Float64Array | null): Seen["sides"] {
  const { width } = aspects.sheet;
  const side = (facets: readonly Facet[]): Float64Array | null => {
    const columns = columnsWhere(aspects, ({ facet }) => isAmong(facets, facet));
    if (columns.length === 0) return null;
    if (stated === null) return evenWeights(width, columns);
    const sum = columns.reduce((total, column) => total + stated[column]!, 0);
    const weights = new Float64Array(width);
    for (const column of columns) weights[column] = stated[column]! / sum;
    return sum > 0 ? weights : evenWeights(width, columns);
  };
  return { value: side(VALUE_FACETS), cost: side(COST_FACETS) };
}

const bothOf = ({ value, cost }: Seen["sides"]): Sides | null =>
  value === null || cost === null ? null : { value, cost };

const behindSlots =
  (book: SurveyBook, { sheet }: AspectBook) =>
  (slots: readonly number[]): number =>
    customersBehind(
      book,
      slots.map((slot) => sheet.rows[slot]!),
    ).length;

function boardsOf(book: SurveyBook, aspects: AspectBook): Pick<Seen, "traits" | "levels"> {
  const behind = behindSlots(book, aspects);
  return {
    traits: tagBoard(aspects, TRAITS, ({ trait }) => trait, behind),
    levels: tagBoard(aspects, SERVICE_LEVELS, ({ level }) => level, behind),
  };
}

function groupsIn(seen: Pick<Seen, "input" | "params" | "ambient" | "book" | "aspects" | "sides">) {
  const { input, params, ambient, book, aspects } = seen;
  const sides = bothOf(seen.sides);
  if (sides === null) return null;
  const choice = { by: params.by, byAnswer: "" };
  const by = answerGroups(input, book, choice, ambient.scope.asOfDay);
  if (by === null) return null;
  const behind = behindSlots(book, aspects);
  return groupsOf(aspects.sheet, sides, by, { minAnswers: params.minAnswers, behind });
}

type Described = Omit<
  DeliveredResult,
  "fromDay" | "toDay" | "isUndated" | "isStated" | "hasStated"
>;

function describe(seen: Seen): Described {
  const { book, aspects, sides, groups, traits, levels } = seen;
  const { sheet, items, tags, means, counts } = aspects;
  const slots = allSlots(sheet);
  const both = bothOf(sides);
  const delivered = both && deliveredOf(sheet, both, slots);
  const value = sides.value && sheetMean(sheet, sides.value, slots);
  const ease = sides.cost && sheetMean(sheet, sides.cost, slots);
  const low = lowSlots(seen);
  const facets = facetLines(seen);
  return {
    kind: "answered",
    headline: {
      delivered: delivered && delivered.index,
      low: delivered && delivered.low,
      high: delivered && delivered.high,
      value: value && value.index,
      cost: ease && 100 - ease.index,
      n: sheet.n,
      aspects: items.length,
      untagged: tags.filter(({ facet }) => facet === null).length,
    },
    aspects: items.map(({ dimension }, j) => ({
      about: dimension,
      ...tags[j]!,
      answers: counts[j]!,
      index: means[j]!,
    })),
    facets,
    absent: FACETS.filter((facet) => !facets.some((line) => line.facet === facet)),
    customers: customersBehind(book, sheet.rows).length,
    lowCustomers: low && behindSlots(book, aspects)(low),
    traits: traits.board,
    levels: levels.board,
    groups: groups && groups.said,
  };
}

/** Questionnaires that give more than they get; null while one side is not asked about. */
function lowSlots({ aspects, sides }: Seen): readonly number[] | null {
  const both = bothOf(sides);
  if (both === null) return null;
  const { values, width, n } = aspects.sheet;
  const own = (weights: Float64Array, slot: number): number => {
    let [sum, total] = [0, 0];
    for (let j = 0; j < width; j++) {
      const score = values[slot * width + j]!;
      if (score !== score) continue;
      sum += weights[j]! * score;
      total += weights[j]!;
    }
    // 0 ÷ 0 is NaN: this side was not answered
    return sum / total;
  };
  return Array.from({ length: n }, (_, slot) => slot).filter(
    (slot) => own(both.value, slot) + own(both.cost, slot) < 100,
  );
}

function facetLines(seen: Seen): readonly FacetLine[] {
  const { book, aspects, sides } = seen;
  return FACETS.flatMap((facet): FacetLine[] => {
    const columns = columnsWhere(aspects, (tags) => tags.facet === facet);
    const side = isAmong(VALUE_FACETS, facet) ? "value" : "cost";
    const weights = sides[side];
    if (columns.length === 0 || weights === null) return [];
    const weight = columns.reduce((sum, column) => sum + weights[column]!, 0);
    const plain = columns.reduce((sum, j) => sum + aspects.means[j]!, 0) / columns.length;
    const got = columns.reduce((sum, j) => sum + weights[j]! * aspects.means[j]!, 0);
    return [
      {
        facet,
        side,
        aspects: columns.map((column) => aspects.items[column]!.dimension),
        weight,
        // what nobody calls important at all weighs nothing, and is still so good
        index: weight > 0 ? got / weight : plain,
        points: side === "value" ? got : got - 100 * weight,
        lowCustomers: behindSlots(book, aspects)(lowOfFacet(aspects, facet)),
      },
    ];
  });
}

const lowOfFacet = (aspects: AspectBook, facet: Facet): readonly number[] =>
  slotsBelow(
    aspects.sheet,
    evenWeights(
      aspects.sheet.width,
      columnsWhere(aspects, (tags) => tags.facet === facet),
    ),
    MIDDLE,
  );

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const slots = slotsOfCell(seen, cell);
  const { rows } = seen.aspects.sheet;
  return (
    slots &&
    customersBehind(
      seen.book,
      slots.map((slot) => rows[slot]!),
    )
  );
}

function slotsOfCell(seen: Seen, cell: string): readonly number[] | null {
  const { aspects, groups, traits, levels } = seen;
  if (cell === "all") return [...allSlots(aspects.sheet)];
  if (cell === "delivered-low") return lowSlots(seen);
  const [kind, name = "", ...rest] = cell.split(":");
  if (rest.length > 0) return null;
  if (kind === "delivered-trait") return traits.low.get(name) ?? null;
  if (kind === "delivered-level") return levels.low.get(name) ?? null;
  if (kind === "delivered-group") {
    return /^\d+$/.test(name) ? (groups?.slots[Number(name)] ?? null) : null;
  }
  const facet = aspects.tags.find((tags) => tags.facet === name)?.facet ?? null;
  return kind === "delivered-facet" && facet !== null ? lowOfFacet(aspects, facet) : null;
}
