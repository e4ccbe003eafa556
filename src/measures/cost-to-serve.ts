import type { CostGap } from "../domain/cost-driver";
import { isVisitWord } from "../domain/cost-words";
import type { Tables } from "../domain/generation";
import { CANCELLED_LINE } from "../domain/line-kind";
import type { Period } from "../domain/scope";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import { columnOf, MISSING_CODE } from "../kernel/table/column";
import {
  daysOf,
  driverOf,
  eachRow,
  emptyTally,
  isEverything,
  linkedTable,
  numbersOf,
  passingCodes,
  type CostDriver,
  type Tally,
} from "./cost-driver";
import { distinctOrders, type CustomerLedger } from "./customer-ledger";
import { slotsOf } from "./filter";
import type { OrderBook } from "./order-book";
import { badDebts, lateDays } from "./payment-delay";

/** What is looked at: the days, the orders in sight, and the day up to which open invoices are late. */
export interface CostSight {
  readonly tables: Tables;
  readonly book: OrderBook;
  readonly ledger: CustomerLedger;
  readonly period: Period;
  readonly orderRows: Bitset | null;
  readonly asOfDay: number;
}

/**
 * What it takes to serve each customer within some days, driver by driver: how often, and the money that a table names.
 *
 * @returns one driver each, in the order of DRIVER_IDS; arrays of length customers. A driver whose table or column is
 *   missing has a `gap` and zeros: it is left out, never guessed
 *
 * - `service`: rows of service_costs; money = amount, else quantity × unit cost
 * - `visits`, `contacts`: rows of contacts by their kind; a row with a cost of its own carries it
 * - `orders`: distinct orders, else days with an order; `returns`: return lines (handling, not the goods)
 * - `complaints`: rows; money = compensation
 * - `late`: days of late payment; `bad-debt`: what is open of invoices that are written off
 *
 * Filters on orders reach `orders` and `returns` only: no other table says which order it belongs to. O(rows of all tables).
 */
export function costDrivers(sight: CostSight): readonly CostDriver[] {
  const { tables, book, period, asOfDay } = sight;
  const n = book.customerCount;
  const [visits, contacts] = contactTallies(sight);
  return [
    driverOf("service", "service_costs", serviceTally(sight), n),
    driverOf("visits", "contacts", visits, n),
    driverOf("contacts", "contacts", contacts, n),
    driverOf("orders", "orders", orderTally(sight), n),
    driverOf("returns", "orders", returnTally(sight), n),
    driverOf("complaints", "complaints", complaintTally(sight), n),
    driverOf("late", "invoices", lateDays(tables, period, n, asOfDay), n),
    driverOf("bad-debt", "invoices", badDebts(tables, period, n), n),
  ];
}

/** Money of each row of service_costs, NaN where it names none; null when the table has no money at all. */
export function serviceMoney(tables: Tables): Float64Array | null {
  const table = tables.service_costs;
  if (table === undefined) return null;
  const amounts = numbersOf(table, "amount");
  const quantities = numbersOf(table, "quantity");
  const unitCosts = numbersOf(table, "unitCost");
  if (quantities === null || unitCosts === null) return amounts;
  return Float64Array.from({ length: table.rowCount }, (_, row) => {
    const amount = amounts === null ? NaN : amounts[row]!;
    return amount === amount ? amount : quantities[row]! * unitCosts[row]!;
  });
}

function serviceTally({ tables, book, period }: CostSight): Tally | CostGap {
  const table = linkedTable(tables.service_costs);
  if (table === null) return { entity: "service_costs", column: null };
  const money = serviceMoney(tables);
  if (money === null) return { entity: "service_costs", column: "amount" };
  const days = daysOf(table, "servedOn");
  if (days === null && !isEverything(period))
    return { entity: "service_costs", column: "servedOn" };
  const tally = emptyTally(book.customerCount);
  eachRow({ table, days, period }, tally, (row, customer) => {
    tally.counts[customer]! += 1;
    const amount = money[row]!;
    if (amount === amount) tally.given[customer]! += amount;
  });
  return tally;
}

/** Visits, and all other contacts. */
function contactTallies({
  tables,
  book,
  period,
}: CostSight): readonly [Tally | CostGap, Tally | CostGap] {
  const table = linkedTable(tables.contacts);
  const days = table === null ? null : daysOf(table, "contactedAt");
  if (table === null || days === null) {
    const gap: CostGap = { entity: "contacts", column: table === null ? null : "contactedAt" };
    return [gap, gap];
  }
  const kinds = columnOf(table, "contactKind", "dictionary");
  const isVisit = passingCodes(kinds, isVisitWord);
  const costs = numbersOf(table, "cost");
  const visits = emptyTally(book.customerCount);
  const others = emptyTally(book.customerCount);
  eachRow({ table, days, period }, others, (row, customer) => {
    const code = kinds === undefined ? MISSING_CODE : kinds.codes[row]!;
    const goes = isVisit !== null && code !== MISSING_CODE && isVisit[code] === 1;
    const tally = goes ? visits : others;
    if (goes) {
      visits.rows++;
      others.rows--;
    }
    tally.counts[customer]! += 1;
    const cost = costs === null ? NaN : costs[row]!;
    if (cost === cost) tally.given[customer]! += cost;
    else tally.unpriced[customer]! += 1;
  });
  const gap: CostGap = { entity: "contacts", column: "contactKind" };
  return [kinds === undefined ? gap : visits, others];
}

function orderTally({ book, ledger, period, orderRows }: CostSight): Tally {
  const orders = distinctOrders(book, period, orderRows) ?? ledger.orderDays;
  const tally = emptyTally(book.customerCount);
  for (let customer = 0; customer < orders.length; customer++) {
    const count = orders[customer]!;
    tally.counts[customer] = count;
    tally.unpriced[customer] = count;
    tally.rows += count;
  }
  return tally;
}

/** Lines that came back; a cancelled order was never sent out, so it needs no handling. */
function returnTally({ book, period, orderRows }: CostSight): Tally {
  const tally = emptyTally(book.customerCount);
  const slots = slotsOf(book, orderRows);
  let customer = 0;
  for (const slot of book.returnSlots) {
    while (slot >= book.offsets[customer + 1]!) customer++;
    const day = book.days[slot]!;
    if (day < period.fromDay || day > period.toDay) continue;
    if (slots !== null && !hasBit(slots, slot)) continue;
    if (book.lineKinds[slot] === CANCELLED_LINE) continue;
    tally.counts[customer]! += 1;
    tally.unpriced[customer]! += 1;
    tally.rows++;
  }
  return tally;
}

function complaintTally({ tables, book, period }: CostSight): Tally | CostGap {
  const table = linkedTable(tables.complaints);
  if (table === null) return { entity: "complaints", column: null };
  const days = daysOf(table, "openedAt");
  if (days === null) return { entity: "complaints", column: "openedAt" };
  const paid = numbersOf(table, "compensation");
  const tally = emptyTally(book.customerCount);
  eachRow({ table, days, period }, tally, (row, customer) => {
    tally.counts[customer]! += 1;
    tally.unpriced[customer]! += 1;
    const amount = paid === null ? NaN : paid[row]!;
    if (amount === amount) tally.given[customer]! += amount;
  });
  return tally;
}
