import type { Period } from "../../domain/scope";
import { customerLedger } from "../../measures/customer-ledger";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { itemsOfColumn, orderItems, type OrderItems } from "../../measures/order-items";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { offersOf } from "./customer-offers";
import { countOf, incidenceOf, type Incidence } from "./incidence";
import { linesInSight, type Lines } from "./lines";
import { followings, type Followings } from "./next";
import { bestOffers, offerLines, type Offers } from "./offers";
import { associatedPairs, type Pairs } from "./pairs";
import { customersWithBoth, ruleLine, strongestRules, withoutThe, type Rule } from "./rules";
import { segmentationOf, segmentItems, segmentMembers, type Segmentation } from "./segments";
import type { BasketParams, BasketResult, SegmentItems } from "./spec";

const RULES_LISTED = 200;

/**
 * What goes with what: what each segment buys, pairs bought together, what is bought next, and what to offer to whom.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and what says what was bought; `customers`; `products`
 * @param params  item, itemColumn, per, minCount, rankBy, segments, by, window: see README
 * @param ambient scope, selected rows
 * @returns the result, or the refusal `no-sales`; without a column that says what was bought `level` is null and nothing is
 *   listed. Members: "all", "basket-rule:<i>", "basket-offer:<i>", "basket-offers", "basket-segment:<segment>:<item>",
 *   "basket-then:<from>:<i>", "basket-waiting:<from>"
 *
 * A generator: a million lines of 200,000 orders and 5,000 products take under a second. Methods D17.
 */
export default function* basket(
  input: Input,
  params: BasketParams,
  ambient: Ambient,
): Generator<Progress, Answer<BasketResult>, void> {
  const book = orderBook(input);
  const period = windowOf(ambient.scope, params.window);
  const question = { input, book, period, params, ambient };
  const { saleLines } = customerLedger(book, period, ambient.orderRows);
  const sold = saleLines.some((lines) => lines > 0);
  if (!sold) {
    const result = { kind: "insufficient", code: "no-sales", need: 1, have: 0 } as const;
    return { result, members: () => null };
  }
  yield { done: 0.02 };
  const items = itemsAsked(input, params);
  yield { done: 0.03 };
  if (items.items === null) return nothingNamed(question, items);
  const lines = yield* linesInSight(book, items.items, period, ambient.orderRows);
  if (lines.count === 0) return nothingNamed(question, { ...items, level: null });
  yield { done: 0.05 };
  const seen = yield* look({ ...question, ...items, items: items.items, lines });
  return {
    result: describe(seen),
    members: (cell) => membersOf(seen, cell),
    of: offersOf({ ...seen, names: seen.items.names, rules: seen.byExtra }),
  };
}

interface Question {
  readonly input: Input;
  readonly book: OrderBook;
  readonly period: Period;
  readonly params: BasketParams;
  readonly ambient: Ambient;
}

interface Asked {
  readonly items: OrderItems | null;
  readonly level: BasketResult["level"];
  readonly levels: BasketResult["levels"];
}

/** What things are told apart by: the column asked for, else the level asked for, else the other one. */
function itemsAsked(input: Input, params: BasketParams): Asked {
  const both = {
    product: orderItems(input, "product"),
    kind: orderItems(input, "kind"),
  };
  const levels = (["product", "kind"] as const).filter((level) => both[level] !== null);
  const own = params.itemColumn === "" ? null : itemsOfColumn(input.orders, params.itemColumn);
  if (own !== null) return { items: own, level: "column", levels };
  const level = levels.includes(params.item) ? params.item : (levels[0] ?? null);
  return { items: level === null ? null : both[level], level, levels };
}

interface Looked extends Question, Asked {
  readonly items: OrderItems;
  readonly lines: Lines;
}

interface Seen extends Looked {
  /** things and what counts as together: orders, or customers */
  readonly sets: Incidence;
  readonly owners: Uint32Array;
  readonly byCustomer: Incidence;
  readonly pairs: Pairs;
  readonly rules: readonly Rule[];
  readonly segmentation: Segmentation;
  readonly shownItems: readonly number[];
  readonly segments: SegmentItems;
  readonly next: Followings;
  /** those that offers are made of */
  readonly byExtra: readonly Rule[];
  readonly offers: Offers;
}

function* look(looked: Looked): Generator<Progress, Seen, void> {
  const { lines, items, book, params, input, period, ambient } = looked;
  const itemCount = items.names.length;
  const entries = { items: lines.items, amounts: lines.amounts, itemCount };
  const byCustomer = yield* incidenceOf({
    ...entries,
    sets: lines.customers,
    setCount: book.customerCount,
  });
  yield { done: 0.1 };
  const perCustomer = params.per === "customer";
  const sets = perCustomer
    ? byCustomer
    : yield* incidenceOf({ ...entries, sets: lines.orders, setCount: lines.orderCount });
  const owners = perCustomer ? Uint32Array.from(Array(book.customerCount).keys()) : lines.owners;
  yield { done: 0.15 };
  const pairs = yield* associatedPairs(sets, owners, params.minCount);
  const rules = strongestRules(sets, pairs, items.names, { by: params.rankBy, most: RULES_LISTED });
  yield { done: 0.75 };
  const segmentation = segmentationOf(looked);
  const { items: shownItems, shown } = segmentItems(
    { sets, owners },
    byCustomer,
    segmentation,
    items.names,
  );
  yield { done: 0.8 };
  const next = yield* followings(lines, shownItems, items.names);
  yield { done: 0.85 };
  const byExtra =
    params.rankBy === "extra"
      ? rules
      : strongestRules(sets, pairs, items.names, { by: "extra", most: RULES_LISTED });
  const best = yield* bestOffers(byExtra, byCustomer);
  const { lastDays } = customerLedger(book, period, ambient.orderRows);
  const offers = offerLines(best, byCustomer, items.names, {
    customers: input.customers,
    lastDays,
  });
  return {
    ...looked,
    sets,
    owners,
    byCustomer,
    pairs,
    rules,
    segmentation,
    shownItems,
    segments: shown,
    next,
    byExtra,
    offers,
  };
}

const daysSeen = ({ book, period }: Question): { fromDay: number; toDay: number } => {
  const span = book.saleSpan;
  if (span === null) return { fromDay: period.fromDay, toDay: period.toDay };
  const fromDay = Math.max(period.fromDay, span.firstDay);
  return { fromDay, toDay: Math.max(fromDay, Math.min(period.toDay, span.lastDay)) };
};

/** No column, or no line, says what was bought. */
function nothingNamed(question: Question, { levels }: Asked): Answer<BasketResult> {
  const { params, book, period, ambient } = question;
  const { saleLines } = customerLedger(book, period, ambient.orderRows);
  const lines = saleLines.reduce((sum, count) => sum + count, 0);
  const result: BasketResult = {
    kind: "answered",
    headline: {
      orders: 0,
      customers: 0,
      items: 0,
      baskets: 0,
      itemsPerBasket: null,
      multiShare: null,
      pairs: 0,
      rules: 0,
      topLift: null,
      topConfidence: null,
      offers: 0,
      largestIndex: null,
    },
    level: null,
    levels,
    per: params.per,
    ...daysSeen(question),
    lines,
    unnamed: lines,
    minCount: params.minCount,
    frequent: 0,
    rules: [],
    segments: null,
    next: [],
    offers: [],
  };
  const nothing = { level: null, cross: [], more: [] };
  return { result, members: () => null, of: () => nothing };
}

/** Sets with two things or more, and things in a set on average. */
function setSizes({ sets, setCount, units }: Incidence): { multi: number; mean: number } {
  const sizes = new Uint32Array(setCount);
  for (let k = 0; k < sets.length; k++) sizes[sets[k]!]!++;
  let multi = 0;
  for (let set = 0; set < setCount; set++) if (sizes[set]! > 1) multi++;
  return { multi, mean: sets.length / units };
}

function describe(seen: Seen): BasketResult {
  const { sets, byCustomer, lines, items, pairs, offers, segments } = seen;
  const rules = seen.rules.map((rule) => ruleLine(rule, sets, byCustomer, items.names));
  const { multi, mean } = setSizes(sets);
  let bought = 0;
  for (let item = 0; item < sets.itemCount; item++) if (countOf(sets, item) > 0) bought++;
  const most = (values: readonly number[]): number | null =>
    values.length === 0 ? null : Math.max(...values);
  const { names } = items;
  // The largest lift stands first only where rules are listed by it.
  const [strongest] =
    seen.params.rankBy === "lift"
      ? seen.rules
      : strongestRules(sets, pairs, names, { by: "lift", most: 1 });
  return {
    kind: "answered",
    headline: {
      orders: lines.orderCount,
      customers: byCustomer.units,
      items: bought,
      baskets: sets.units,
      itemsPerBasket: mean,
      multiShare: multi / sets.units,
      pairs: pairs.tests,
      rules: pairs.count,
      topLift: strongest?.lift ?? null,
      topConfidence:
        strongest === undefined ? null : strongest.together / countOf(sets, strongest.given),
      offers: offers.customers.length,
      largestIndex: most(segments.cells.filter(({ isSure }) => isSure).map(({ index }) => index)),
    },
    level: seen.level,
    levels: seen.levels,
    per: seen.params.per,
    ...daysSeen(seen),
    lines: lines.seen,
    unnamed: lines.unnamed,
    minCount: pairs.minCount,
    frequent: pairs.frequent,
    rules,
    segments,
    next: seen.next.lines,
    offers: offers.lines,
  };
}

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const [kind, first = "", second = ""] = cell.split(":");
  const [one, other] = [placeIn(first), placeIn(second)];
  const { sets, owners, byCustomer, rules, next } = seen;
  if (cell === "all") return allBuyers(byCustomer);
  if (cell === "basket-offers") return seen.offers.customers;
  if (one === null) return null;
  const rule = rules[one];
  switch (kind) {
    case "basket-rule":
      return rule === undefined ? null : customersWithBoth(sets, owners, rule.given, rule.then);
    case "basket-offer":
      return rule === undefined ? null : withoutThe(byCustomer, rule.given, rule.then);
    case "basket-segment":
      if (other === null) return null;
      return segmentMembers(byCustomer, seen.segmentation, one, seen.shownItems[other]);
    case "basket-then":
      return other === null ? null : next.then(one, other);
    case "basket-waiting":
      return next.waiting(one);
    default:
      return null;
  }
}

/** The place that a part of a cell names; null for anything but a whole number. */
const placeIn = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);

function allBuyers({ sets, setCount }: Incidence): Uint32Array {
  const buys = new Uint8Array(setCount);
  for (let k = 0; k < sets.length; k++) buys[sets[k]!] = 1;
  return Uint32Array.from(buys.keys()).filter((row) => buys[row] === 1);
}
