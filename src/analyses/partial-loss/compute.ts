import { compensatedSum } from "../../kernel/stats/sum";
import { customerNameOf } from "../../measures/customer-name";
import { saleEvents } from "../../measures/lifecycle-events";
import { lapseWindow } from "../../measures/lifecycle-stages";
import { orderBook } from "../../measures/order-book";
import { itemsOfColumn, orderItems, type OrderItems } from "../../measures/order-items";
import type { Ambient, Answer, Input, Progress } from "../define";
import { dispersionOf } from "./bursts";
import { lossOf, summed } from "./fall";
import { judge, STOPPED, type Judged } from "./judge";
import { categoryLines, fallLines, partialCustomers, type Named } from "./lines";
import { membersOf } from "./members";
import { fewestOrderDays, windowShare } from "./movement";
import { countSpans, exposureOf, pastFrom, recentFrom, type Windows } from "./spans";
import type { PartialLossParams, PartialLossRefusal, PartialLossResult, StoppedLine } from "./spec";

const STOPPED_LISTED = 20;

/**
 * Customers that still buy, but less than they themselves used to: in all, or in one category.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind and what says the category; `customers`; `products`
 * @param params  windowDays, windows, ratio, level, movement, category: see README
 * @param ambient scope (its last day; not its period), selected rows
 * @returns always an answer; `refusal` says why nobody could be judged. Members: "less", "less:overall", "less:categories",
 *   "less:stopped", "less:tested", "less-category:<place>", "less-line:<place>"
 *
 * A generator: a million lines take well under a second. Methods D26.
 */
export default function* partialLoss(
  input: Input,
  params: PartialLossParams,
  { scope, orderRows }: Ambient,
): Generator<Progress, Answer<PartialLossResult>, void> {
  const book = orderBook(input);
  const windows: Windows = {
    endDay: scope.asOfDay,
    windowDays: params.windowDays,
    windows: params.windows,
  };
  const days = book.saleSpan === null ? 0 : windows.endDay - book.saleSpan.firstDay + 1;
  yield { done: 0.01 };
  const items = itemsAsked(input, params);
  yield { done: 0.02 };
  const counted = yield* countSpans({ book, orderRows, windows }, items);
  if (book.saleSpan === null || days < 2 * params.windowDays) {
    const need = 2 * params.windowDays;
    const refusal = { code: "short-history", need, have: Math.max(0, days) } as const;
    return refused({ windows, params, customers: counted.whole.count }, refusal);
  }
  const events = saleEvents(book, windows.endDay, orderRows);
  yield { done: 0.71 };
  const lapseDays = lapseWindow(events, windows.endDay, book.saleSpan.firstDay).days;
  yield { done: 0.72 };
  const { customerCount } = book;
  const categories = items === null ? 0 : items.names.length;
  const question = { counted, windows, params, lapseDays, customerCount, categories };
  const judged = yield* judge(question);
  if (judged.tested.length + judged.pairsTested.length === 0) {
    return refused({ windows, params, customers: counted.whole.count }, fewOrders(judged));
  }
  const dispersion = yield* dispersionOf(
    { book, orderRows, windows },
    counted.whole,
    judged.tested,
  );
  yield { done: 0.95 };
  const named = { input, judged, names: items === null ? [] : items.names };
  const categoryFrom = items === null ? null : items.from;
  const result = describe(named, { lapseDays, dispersion, categoryFrom });
  return { result, members: (cell) => membersOf(named, result, cell) };
}

/** What kind each line is of: by the column asked for, else by the product kind. */
function itemsAsked(
  input: Input,
  { category }: PartialLossParams,
): (OrderItems & { readonly from: "kind" | "column" }) | null {
  const own = category === "" ? null : itemsOfColumn(input.orders, category);
  if (own !== null) return { ...own, from: "column" };
  const kinds = orderItems(input, "kind");
  return kinds === null ? null : { ...kinds, from: "kind" };
}

/** Order days that would be needed, and the most that any customer with a window of past has. */
function fewOrders({ counted: { whole }, windows, movement }: Judged): PartialLossRefusal {
  const share = windowShare(windows.windowDays * windows.windows, windows.windowDays, movement);
  let have = 0;
  for (let place = 0; place < whole.count; place++) {
    if (exposureOf(whole, place, windows) < windows.windowDays) continue;
    have = Math.max(have, whole.recentDays[place]! + whole.pastDays[place]!);
  }
  return { code: "few-orders", need: fewestOrderDays(share), have };
}

interface Empty {
  readonly windows: Windows;
  readonly params: PartialLossParams;
  readonly customers: number;
}

function refused(
  { windows, params, customers }: Empty,
  refusal: PartialLossRefusal,
): Answer<PartialLossResult> {
  const result: PartialLossResult = {
    kind: "answered",
    headline: { customers, tested: null, partial: null, stopped: null, moneyAtRisk: null },
    refusal,
    fromDay: recentFrom(windows),
    toDay: windows.endDay,
    pastFromDay: pastFrom(windows),
    customers,
    tested: 0,
    untested: 0,
    overall: 0,
    inCategories: 0,
    stopped: 0,
    stoppedMoney: 0,
    lapseDays: params.windowDays,
    atRisk: { value: 0, low: 0, high: 0 },
    movement: 1,
    dispersion: null,
    categoryFrom: null,
    unnamedLines: 0,
    pairsTested: 0,
    lines: [],
    categories: [],
    stoppedLines: [],
  };
  return { result, members: () => null };
}

type Extra = Pick<PartialLossResult, "lapseDays" | "dispersion" | "categoryFrom">;

function describe(named: Named, extra: Extra): PartialLossResult {
  const { judged } = named;
  const { counted, windows } = judged;
  const { whole } = counted;
  const partial = partialCustomers(judged);
  const testedRows = testedCustomers(judged);
  const seen = whole.lastDays.filter((day) => day >= pastFrom(windows)).length;
  const gone = stoppedLines(named);
  const stopped = gone.length;
  const atRisk = summed(partial.counted.map(({ loss }) => loss));
  return {
    kind: "answered",
    headline: {
      customers: whole.count,
      tested: testedRows,
      partial: partial.all.size,
      stopped,
      moneyAtRisk: atRisk.value,
    },
    refusal: null,
    fromDay: recentFrom(windows),
    toDay: windows.endDay,
    pastFromDay: pastFrom(windows),
    customers: whole.count,
    tested: testedRows,
    untested: Math.max(0, seen - testedRows),
    overall: partial.overall.size,
    inCategories: partial.all.size - partial.overall.size,
    stopped,
    stoppedMoney: compensatedSum(
      gone.map(({ expectedMoney }) => (expectedMoney === null ? 0 : expectedMoney)),
    ),
    atRisk,
    movement: judged.movement,
    unnamedLines: counted.unnamedLines,
    pairsTested: judged.pairsTested.length,
    lines: fallLines(named),
    categories: categoryLines(named),
    stoppedLines: gone.slice(0, STOPPED_LISTED),
    ...extra,
  };
}

/** Customers that were tested in all or in any category. */
function testedCustomers({ counted, tested, pairsTested }: Judged): number {
  const rows = new Set<number>();
  for (const place of tested) rows.add(counted.whole.customers[place]!);
  const { pairs } = counted;
  if (pairs !== null) for (const place of pairsTested) rows.add(pairs.customers[place]!);
  return rows.size;
}

/** Everybody who stopped, most expected money first. */
function stoppedLines({ input, judged }: Named): readonly StoppedLine[] {
  const { whole } = judged.counted;
  const lines: Omit<StoppedLine, "name">[] = [];
  for (let place = 0; place < whole.count; place++) {
    const row = whole.customers[place]!;
    if (judged.states[row] !== STOPPED) continue;
    const isKnown = exposureOf(whole, place, judged.windows) >= judged.windows.windowDays;
    const loss = isKnown ? lossOf(whole, place, judged.windows, judged.movement) : null;
    const expectedMoney = loss === null ? null : loss.expectedMoney;
    lines.push({ row, lastDay: whole.lastDays[place]!, expectedMoney });
  }
  const money = ({ expectedMoney }: Omit<StoppedLine, "name">): number =>
    expectedMoney === null ? 0 : expectedMoney;
  return lines
    .sort((a, b) => money(b) - money(a) || a.row - b.row)
    .map((line) => ({ ...line, name: customerNameOf(input.customers, line.row) }));
}
