import type { Period } from "../../domain/scope";
import { readPeriodKey } from "../../domain/period-key";
import { withProgress } from "../../kernel/base/with-progress";
import { FIRST_DAY } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import {
  customersBehind,
  daysOfAnswers,
  rowsWhere,
  type AnswerScope,
} from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { blocksOf, type Block } from "./blocks";
import { gapsOf, type GapBook } from "./gaps";
import {
  allSlots,
  columnMeans,
  covarianceSteps,
  sheetSteps,
  type Asked,
  type CompleteCovariances,
  type Sheet,
} from "../../measures/survey-sheet";
import {
  SCHEMES,
  type BlockLine,
  type CsiItem,
  type CsiParams,
  type CsiResult,
  type Index,
  type Scheme,
} from "./spec";
import { hasMoved, trendOf } from "./trend";
import { bounded, sheetMean } from "../../measures/sheet-mean";
import { componentWeights, cronbachAlpha, weightBook, type WeightBook } from "./weights";

const LEAST_ITEMS = 2;
const LEAST = 10;
const MIDDLE = 50;

/**
 * Customer satisfaction index: Σ w_j s_j of several questions on 0–100, with the weights stated, derived, from the first
 * component or equal, and what it becomes under each of them.
 *
 * @param input   `surveys` with `response`, so that answers of one questionnaire are known
 * @param params  window, block of questions, weights: see README
 * @returns the result, or the refusal `too-few-items` or `too-few-answers`. Members: "all", "csi-low" (own index below 50),
 *   "csi-item:<place>" (below the middle on an item), "csi-period:<period>", "csi-gap:<place>" (got less than expected)
 *
 * O(answers × items), and 2^items up to twelve items. Methods D31, D33, D38.
 */
export default function* csi(
  input: Input,
  params: CsiParams,
  ambient: Ambient,
): Generator<Progress, Answer<CsiResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("too-few-items", 2, 0);
  const book = yield* surveyBookSteps(surveys);
  const blocks = yield* withProgress({ done: 0.2 }, blocksOf(book));
  const block = blocks.find((known) => idOf(known) === params.block) ?? blocks[0];
  yield { done: 0.4 };
  if (block === undefined) return refused("too-few-items", LEAST_ITEMS, rated(book));
  const { scope, customerRows } = ambient;
  const period = windowOf(scope, params.window);
  const answers = { period, customerRows };
  const sheet = yield* withProgress({ done: 0.4 }, sheetSteps(book, block.items, answers));
  yield { done: 0.45 };
  const { counts } = columnMeans(sheet, allSlots(sheet));
  const least = counts.reduce((low, count) => Math.min(low, count), Infinity);
  if (least < LEAST) return refused("too-few-answers", LEAST, least);
  const among = yield* withProgress({ done: 0.45 }, covarianceSteps(sheet));
  const weighed = yield* withProgress({ done: 0.5 }, weightBook(book, block, among, answers));
  const lines: BlockLine[] = [];
  for (const [place, other] of blocks.entries()) {
    const done = 0.6 + (0.2 * place) / blocks.length;
    lines.push(
      yield* withProgress(
        { done },
        other === block ? lineOf(other, sheet, among) : lineSteps(book, other, answers),
      ),
    );
  }
  const everything = { period: { fromDay: FIRST_DAY, toDay: scope.asOfDay }, customerRows };
  const history =
    params.window === "all"
      ? sheet
      : yield* withProgress({ done: 0.8 }, sheetSteps(book, block.items, everything));
  const gaps = yield* withProgress({ done: 0.9 }, gapsOf(book, answers));
  yield { done: 0.92 };
  return yield* describe({
    book,
    block,
    lines,
    sheet,
    history,
    weighed,
    gaps,
    period,
    params,
    ambient,
  });
}

function refused(code: string, need: number, have: number): Answer<CsiResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

/** Questions that could be items. */
const rated = ({ questions }: SurveyBook): number =>
  Math.min(1, questions.filter(({ kind }) => kind === "csat" || kind === "dimension").length);

/** Everything that was looked at. */
interface Sight {
  readonly book: SurveyBook;
  readonly block: Block;
  readonly lines: readonly BlockLine[];
  readonly sheet: Sheet;
  readonly history: Sheet;
  readonly weighed: WeightBook;
  readonly gaps: GapBook | null;
  readonly period: Period;
  readonly params: CsiParams;
  readonly ambient: Ambient;
}

const idOf = ({ kind, name }: Pick<Block, "kind" | "name">): string =>
  name === "" ? kind : `${kind}:${name}`;

function* lineSteps(
  book: SurveyBook,
  block: Block,
  answers: AnswerScope,
): Generator<void, BlockLine, void> {
  const sheet = yield* sheetSteps(book, block.items, answers);
  return yield* lineOf(block, sheet, yield* covarianceSteps(sheet));
}

function* lineOf(
  { kind, name, items }: Block,
  sheet: Sheet,
  among: CompleteCovariances,
): Generator<void, BlockLine, void> {
  const slots = allSlots(sheet);
  const equal = sheetMean(
    sheet,
    items.map(() => 1 / items.length),
    slots,
  );
  yield;
  const weights = componentWeights(among, items.length);
  const component = weights && sheetMean(sheet, weights, slots);
  return {
    id: idOf({ kind, name }),
    kind,
    name,
    items: items.length,
    n: sheet.n,
    equal: equal && equal.index,
    component: component && component.index,
    alpha: cronbachAlpha(among, items.length),
  };
}

function schemeOf({ weights }: CsiParams, { weights: known }: WeightBook): Scheme {
  if (weights !== "auto" && known[weights] !== null) return weights;
  return known.stated === null ? "equal" : "stated";
}

/** Yields between its parts: each goes over all questionnaires. */
function* describe(sight: Sight): Generator<Progress, Answer<CsiResult>, void> {
  const { book, block, lines, sheet, history, weighed, gaps, period, ambient } = sight;
  const slots = allSlots(sheet);
  const scheme = schemeOf(sight.params, weighed);
  const weights = weighed.weights[scheme] ?? weighed.weights.equal!;
  const schemes: { readonly scheme: Scheme; readonly index: Index }[] = [];
  for (const name of SCHEMES) {
    const own = weighed.weights[name];
    const index = own && sheetMean(sheet, own, slots);
    if (index !== null) schemes.push({ scheme: name, index: bounded(index) });
    yield { done: 0.93 };
  }
  const indexOf = (name: Scheme): number | null =>
    schemes.find((line) => line.scheme === name)?.index.index ?? null;
  const indices = schemes.map(({ index }) => index.index);
  const index = bounded(sheetMean(sheet, weights, slots)!);
  const low = lowSlots(sheet, weights);
  yield { done: 0.95 };
  const items = itemsOf(sight, weights);
  yield { done: 0.97 };
  const isPossible = period.toDay >= period.fromDay;
  const trend = isPossible ? yield* trendOf(book, history, weights, ambient.scope.asOfDay) : null;
  const line = lines.find(({ id }) => id === idOf(block))!;
  const result: CsiResult = {
    kind: "answered",
    isQuiet: trend === null || !hasMoved(trend),
    headline: {
      csi: index.index,
      low: index.low,
      high: index.high,
      n: index.n,
      items: block.items.length,
      csiEqual: indexOf("equal")!,
      csiStated: indexOf("stated"),
      csiDerived: indexOf("derived"),
      csiComponent: indexOf("component"),
      spread: Math.max(...indices) - Math.min(...indices),
      alpha: line.alpha,
      servqual: gaps && gaps.result.servqual.index,
    },
    ...daysOfAnswers(book, { rows: sheet.rows }, period),
    isUndated: book.days === null,
    block: line,
    blocks: lines,
    scheme,
    schemes,
    outcome: weighed.outcome && weighed.outcome.name,
    items: items.map(({ item }) => item),
    customers: customersBehind(book, sheet.rows).length,
    lowCustomers: customersBehind(book, low).length,
    trend,
    gaps: gaps && gaps.result,
  };
  return { result, members: (cell) => membersOf(sight, { low, items }, cell) };
}

/** The items, most points lost first, each with the rows of those below the middle on it. */
function itemsOf({ book, block, sheet, weighed }: Sight, weights: Float64Array) {
  const { means, counts } = columnMeans(sheet, allSlots(sheet));
  const names = distinctNames(block.items);
  return block.items
    .map((question, j) => {
      const { scaleMin, scaleMax } = question;
      const low = rowsWhere(sheet.rows, (slot) => sheet.values[slot * sheet.width + j]! < MIDDLE);
      const item: CsiItem = {
        name: names[j]!,
        question: question.name,
        answers: counts[j]!,
        mean: scaleMin + (means[j]! / 100) * (scaleMax - scaleMin),
        index: means[j]!,
        weight: weights[j]!,
        weights: {
          equal: weighed.weights.equal?.[j] ?? null,
          stated: weighed.weights.stated?.[j] ?? null,
          derived: weighed.weights.derived?.[j] ?? null,
          component: weighed.weights.component?.[j] ?? null,
        },
        points: weights[j]! * means[j]!,
        lost: weights[j]! * (100 - means[j]!),
        lowCustomers: customersBehind(book, low).length,
      };
      return { item, low };
    })
    .toSorted((a, b) => b.item.lost - a.item.lost || (a.item.name < b.item.name ? -1 : 1));
}

/** Two questions about one thing are told apart by their words. */
function distinctNames(items: readonly Asked[]): readonly string[] {
  const count = (name: string): number =>
    items.filter(({ dimension }) => dimension === name).length;
  return items.map(({ dimension, name }) => (count(dimension) > 1 ? name : dimension));
}

/** The questionnaires whose own index, over what they answered, is below the middle. */
function lowSlots({ values, rows, width }: Sheet, weights: Float64Array): Uint32Array {
  return rowsWhere(rows, (slot) => {
    let [sum, total] = [0, 0];
    for (let j = 0; j < width; j++) {
      const value = values[slot * width + j]!;
      if (value !== value) continue;
      sum += weights[j]! * value;
      total += weights[j]!;
    }
    return total > 0 && sum / total < MIDDLE;
  });
}

function membersOf(
  { book, sheet, history, gaps }: Sight,
  found: {
    readonly low: Uint32Array;
    readonly items: readonly { readonly low: Uint32Array }[];
  },
  cell: string,
): Uint32Array | null {
  if (cell === "all") return customersBehind(book, sheet.rows);
  if (cell === "csi-low") return customersBehind(book, found.low);
  const [kind, value = "", ...rest] = cell.split(":");
  if (rest.length > 0) return null;
  if (kind === "csi-period") {
    const period = readPeriodKey(value);
    return period && customersBehind(book, rowsIn(book, history, period));
  }
  if (!/^\d+$/.test(value)) return null;
  const place = Number(value);
  const low = kind === "csi-item" ? found.items[place]?.low : undefined;
  const rows = kind === "csi-gap" ? gaps?.below[place] : low;
  return rows === undefined ? null : customersBehind(book, rows);
}

const rowsIn = ({ days }: SurveyBook, { rows }: Sheet, { fromDay, toDay }: Period): Uint32Array =>
  rowsWhere(rows, (slot) => {
    const day = days === null ? MISSING_DAY : days[rows[slot]!]!;
    return day >= fromDay && day <= toDay;
  });
