import { FIRST_DAY } from "../../kernel/base/calendar";
import { PARETO_CUSTOMER_PERCENT } from "../../domain/rule-book";
import type { Period } from "../../domain/scope";
import { compensatedSum } from "../../kernel/stats/sum";
import { hasBit } from "../../kernel/table/bitset";
import { columnOf, textAt } from "../../kernel/table/column";
import {
  daysOf,
  eachRow,
  emptyTally,
  linkedTable,
  type CostDriver,
} from "../../measures/cost-driver";
import { DRIVER_IDS, type DriverId } from "../../domain/cost-driver";
import { byRow } from "../../measures/by-row";
import { costDrivers, serviceMoney } from "../../measures/cost-to-serve";
import { customerLedger, type CustomerLedger } from "../../measures/customer-ledger";
import { slotsOf } from "../../measures/filter";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { curveOf, whaleOf, type Whale } from "./curve";
import { keepingOf } from "./keeping";
import { serviceLevels, servedMembers, servedOf, type Served } from "./levels";
import { causeLines, lossCausesOf, lossLines, type LossCauses } from "./losses";
import type { DriverLine, WhaleCurve, WhaleParams, WhaleResult } from "./spec";
import { knowsAny, profitsOf, statementOf, unitCostOf, type Statement } from "./statement";

const SERVICE_KINDS = 6;

/**
 * Who earns and who costs: profit of each customer after cost to serve, the whale curve of it, and who is served beyond
 * or below what they bring.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and profit when known; `customers`; what the other tables say
 * @param params  window, unit costs, assumed margin: see README
 * @param ambient scope, selected rows
 * @returns the result, or the refusal `no-customers`. Without profit in the data (and without an assumed margin and a cost)
 *   `whale` is null and `refusal` says why. Members: "all", "share:20", "earning" (above zero), "break-even", "loss",
 *   "loss:<cause>", "level:<profit>:<potential>", "over-served", "under-served"
 *
 * O(lines + rows of the other tables + customers log customers). Methods D6, D15.
 */
export default function* whale(
  input: Input,
  params: WhaleParams,
  ambient: Ambient,
): Generator<Progress, Answer<WhaleResult>, void> {
  const seen = yield* look(input, params, ambient);
  const { statement } = seen;
  if (statement.customers.length === 0) {
    const refusal = { kind: "insufficient", code: "no-customers", need: 1, have: 0 } as const;
    return { result: refusal, members: () => null };
  }
  const refusal = refusalOf(seen);
  const profits = profitsOf(statement, seen.book.customerCount);
  const ranked = refusal === null ? whaleOf(statement.customers, profits) : null;
  yield { done: 0.6 };
  const causes = ranked === null ? null : lossCausesOf(statement, ranked);
  yield { done: 0.7 };
  const served = ranked === null ? null : servedOf(statement, outlookOf(seen));
  const curve =
    ranked === null || causes === null
      ? null
      : {
          ...curveOf(ranked),
          causes: causeLines(statement, causes, profits),
          losses: lossLines(statement, causes, profits, input.customers),
        };
  yield { done: 0.85 };
  const result = describe(seen, refusal, curve, served);
  return {
    result,
    scores: scoresOf(statement, ranked === null ? null : profits),
    members: (cell) =>
      ranked === null || causes === null ? null : membersOf(ranked, causes, served, cell),
  };
}

const PRICED_SERVICE: readonly DriverId[] = ["service", "visits", "contacts"];

/**
 * Net profit, and what serving took, of who bought or cost anything in the period; of nobody else anything is known. What serving took
 * only where service itself has a price: returns and compensations alone do not say what else was done.
 */
function scoresOf(
  { customers, costs, served }: Statement,
  profits: Float64Array | null,
): NonNullable<Answer<WhaleResult>["scores"]> {
  const seen = (money: Float64Array) =>
    byRow(
      customers,
      Float64Array.from(customers, (row) => money[row]!),
      served.length,
    );
  const isPriced = PRICED_SERVICE.some((id) =>
    costs[DRIVER_IDS.indexOf(id)]!.some((money) => money !== 0),
  );
  return {
    ...(profits === null ? {} : { netProfit: seen(profits) }),
    ...(isPriced ? { serveCost: seen(served) } : {}),
  };
}

/** Everything that was looked at. */
interface Seen {
  readonly input: Input;
  readonly params: WhaleParams;
  readonly ambient: Ambient;
  readonly book: OrderBook;
  readonly period: Period;
  readonly ledger: CustomerLedger;
  /** up to the end of the period */
  readonly history: CustomerLedger;
  readonly drivers: readonly CostDriver[];
  readonly statement: Statement;
  readonly hasOrderFilter: boolean;
}

function* look(
  input: Input,
  params: WhaleParams,
  ambient: Ambient,
): Generator<Progress, Seen, void> {
  const { scope, orderRows, customerRows } = ambient;
  const book = orderBook(input);
  const period = windowOf(scope, params.window);
  yield { done: 0.1 };
  const ledger = customerLedger(book, period, orderRows);
  yield { done: 0.2 };
  const history = customerLedger(book, { fromDay: FIRST_DAY, toDay: period.toDay }, orderRows);
  yield { done: 0.3 };
  const { asOfDay } = scope;
  const drivers = costDrivers({ tables: input, book, ledger, period, orderRows, asOfDay });
  yield { done: 0.5 };
  const hasOrderFilter = scope.filters.some(({ entity }) => entity === "orders");
  const statement = statementOf({ ledger, drivers, params, customerRows, hasOrderFilter });
  const facts = { book, period, ledger, history, drivers, statement, hasOrderFilter };
  return { input, params, ambient, ...facts };
}

function refusalOf({ statement, ledger }: Seen): WhaleResult["refusal"] {
  const gaps = [
    { entity: "orders", column: "profit" },
    { entity: "orders", column: "cost" },
  ] as const;
  if (statement.goods === null) return { code: "profit-missing", gaps };
  const costsNothing = statement.costs.every((money) => money.every((amount) => amount === 0));
  return !knowsAny(ledger) && costsNothing ? { code: "costless-assumption", gaps } : null;
}

function outlookOf({ input, ledger, book, ambient, params, period }: Seen) {
  const { sales } = ledger;
  const earlier = params.window === "period" ? periodBefore(period) : null;
  const span = book.saleSpan;
  const isCovered = earlier !== null && span !== null && span.firstDay <= earlier.fromDay;
  const salesBefore = isCovered ? customerLedger(book, earlier, ambient.orderRows).sales : null;
  return { customers: input.customers, sales, salesBefore };
}

/** Some twenty sums of a hundred thousand customers each: `from` with a function would take as long as all the rest. */
function sumOver(customers: Uint32Array, values: Float64Array): number {
  const own = new Float64Array(customers.length);
  for (let k = 0; k < own.length; k++) own[k] = values[customers[k]!]!;
  return compensatedSum(own);
}

function driverLine(driver: CostDriver, place: number, seen: Seen): DriverLine {
  const { customers, costs } = seen.statement;
  const { id, entity, gap, undated, unlinked } = driver;
  return {
    id,
    entity,
    gap,
    count: sumOver(customers, driver.counts),
    unitCost: unitCostOf(id, seen.params),
    given: sumOver(customers, driver.given),
    money: sumOver(customers, costs[place]!),
    customers: customers.filter((row) => driver.counts[row]! > 0).length,
    undated,
    unlinked,
  };
}

/** The largest kinds of what service_costs name. */
function serviceKindsOf({ input, book, period, drivers, statement }: Seen) {
  const table = linkedTable(input.service_costs);
  const kinds = table === null ? undefined : columnOf(table, "costKind", "dictionary");
  const money = serviceMoney(input);
  const isCounted = drivers.find(({ id }) => id === "service")?.gap === null;
  if (table === null || kinds === undefined || money === null || !isCounted) return [];
  const isRanked = new Uint8Array(book.customerCount);
  for (const row of statement.customers) isRanked[row] = 1;
  const sums = new Map<string, { rows: number; money: number }>();
  const days = daysOf(table, "servedOn");
  eachRow({ table, days, period }, emptyTally(book.customerCount), (row, customer) => {
    const name = textAt(kinds, row);
    if (name === null || isRanked[customer] === 0) return;
    const sum = sums.get(name) ?? { rows: 0, money: 0 };
    sum.rows++;
    const amount = money[row]!;
    if (amount === amount) sum.money += amount;
    sums.set(name, sum);
  });
  return [...sums]
    .map(([name, sum]) => ({ name, ...sum }))
    .sort((one, other) => other.money - one.money || (one.name < other.name ? -1 : 1))
    .slice(0, SERVICE_KINDS);
}

function describe(
  seen: Seen,
  refusal: WhaleResult["refusal"],
  curve: WhaleCurve | null,
  served: Served | null,
): WhaleResult {
  const { input, ledger, history, statement, period } = seen;
  const { customers, goods, returned } = statement;
  const isKnown = knowsAny(ledger);
  const returnedProfit = goods === null ? null : sumOver(customers, returned);
  const grossProfit =
    goods === null || returnedProfit === null ? null : sumOver(customers, goods) - returnedProfit;
  const costToServe = statement.costs.reduce((sum, money) => sum + sumOver(customers, money), 0);
  const levels = served === null ? null : serviceLevels(served, input.customers);
  const keeping = keepingOf({ input, period, ledger, history, served: statement.served });
  const share = (money: number): number | null =>
    curve === null || curve.isMoney ? null : money / curve.total;
  return {
    kind: "answered",
    headline: {
      customers: customers.length,
      peakShare: curve && share(curve.peakMoney),
      peakCustomer: curve && curve.peakCustomer,
      breakEvenCustomer: curve && curve.breakEvenCustomer,
      lossCustomers: curve && curve.lossCustomers,
      lossShare: curve && share(0 - curve.lossMoney),
      top20Share: curve && share(curve.top20.money),
      totalProfit: curve && curve.total,
      lossMoney: curve && curve.lossMoney,
      grossProfit,
      costToServe,
      overServed: levels && levels.over.customers,
      underServed: levels && levels.under.customers,
      acquireToKeep: keeping.ratio,
    },
    ground: groundOf(isKnown, goods !== null),
    refusal,
    ...daysSeen(seen),
    customers: customers.length,
    sales: sumOver(customers, ledger.sales),
    grossProfit,
    returnedProfit,
    costToServe,
    drivers: seen.drivers.map((driver, place) => driverLine(driver, place, seen)),
    serviceKinds: serviceKindsOf(seen),
    missing: {
      profitLines: isKnown ? ledger.profitUnknownLines : 0,
      profitCustomers: statement.unknownCustomers,
      returnLines: isKnown ? unknownReturns(seen) : 0,
    },
    costOnlyCustomers: statement.costOnlyCustomers,
    hasOrderFilter: seen.hasOrderFilter,
    whale: curve,
    levels,
    keeping,
  };
}

function groundOf(isKnown: boolean, hasGoods: boolean): WhaleResult["ground"] {
  if (isKnown) return "known";
  return hasGoods ? "assumed" : "missing";
}

/** The days that the sales and the period have in common. */
function daysSeen({ book, period }: Seen): { readonly fromDay: number; readonly toDay: number } {
  const span = book.saleSpan;
  if (span === null) return period;
  const fromDay = Math.max(period.fromDay, span.firstDay);
  return { fromDay, toDay: Math.max(fromDay, Math.min(period.toDay, span.lastDay)) };
}

/** Lines that came back whose profit nothing says: it is not taken off. */
function unknownReturns({ book, period, ambient }: Seen): number {
  const { profits, returnSlots, days } = book;
  if (profits === null) return 0;
  const slots = slotsOf(book, ambient.orderRows);
  let count = 0;
  for (const slot of returnSlots) {
    if (days[slot]! < period.fromDay || days[slot]! > period.toDay) continue;
    if (slots !== null && !hasBit(slots, slot)) continue;
    if (Number.isNaN(profits[slot])) count++;
  }
  return count;
}

function membersOf(
  { ranking, breakEvenCustomer, lossCustomers }: Whale,
  { rows, causes }: LossCauses,
  served: Served | null,
  cell: string,
): Uint32Array | null {
  const n = ranking.customers.length;
  const best = (count: number): Uint32Array => ranking.customers.slice(0, count).sort();
  switch (cell) {
    case "all":
      return best(n);
    case "earning":
      return best(n - ranking.nonPositiveCount);
    case "share:20":
      return best(Math.ceil((n * PARETO_CUSTOMER_PERCENT) / 100));
    case "break-even":
      return breakEvenCustomer === null ? null : best(breakEvenCustomer);
    case "loss":
      return ranking.customers.slice(n - lossCustomers).sort();
    default:
      if (!cell.startsWith("loss:")) return served === null ? null : servedMembers(served, cell);
      return causeMembers(rows, causes, cell.slice("loss:".length));
  }
}

function causeMembers(
  rows: Uint32Array,
  causes: LossCauses["causes"],
  wanted: string,
): Uint32Array | null {
  const members = rows.filter((_, place) => causes[place] === wanted).sort();
  return members.length === 0 ? null : members;
}
