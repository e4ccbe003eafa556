import type { SaleEvents } from "./lifecycle-events";
import { periodOfDay, type PeriodGrid } from "./lifecycle-periods";

/** What a customer is in a period; the codes are the indices. */
export const LIFE_STATES = ["new", "returning", "wonBack", "lost"] as const;
export const NEW = 0;
export const RETURNING = 1;
export const WON_BACK = 2;
export const LOST = 3;

/* eslint-disable max-params -- called for every customer and period; an object a call would cost more than the walk */
/**
 * Called once for each customer and period with a state. `amount` is the customer's sales in the period (0 when lost),
 * `before` those of the period before (0 unless returning or lost).
 */
export type StateVisitor = (
  customer: number,
  period: number,
  state: number,
  amount: number,
  before: number,
) => void;
/* eslint-enable max-params */

/**
 * Walks every customer through the periods: new = first sale ever in it; returning = sale in it and in the one before;
 * won back = sale in it, none in the one before, not new; lost = none in it, sale in the one before.
 *
 * @param events  sale lines; every day inside the grid
 * A period in which a customer neither buys nor bought just before has no state and no call. "Ever" means within the data:
 * customers of the time before the data count as new. O(events).
 * PostHog, "Lifecycle" insight (new, returning, resurrecting, dormant).
 */
function visitLifeStates(events: SaleEvents, grid: PeriodGrid, visit: StateVisitor): void {
  const { offsets, days, amounts } = events;
  const table = periodOfDay(grid);
  const origin = grid.starts[0]!;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const to = offsets[customer + 1]!;
    let slot = offsets[customer]!;
    let previous = -1;
    let before = 0;
    while (slot < to) {
      const period = table[days[slot]! - origin]!;
      const end = grid.starts[period + 1]!;
      let amount = 0;
      while (slot < to && days[slot]! < end) amount += amounts[slot++]!;
      if (previous === -1) visit(customer, period, NEW, amount, 0);
      else if (previous === period - 1) visit(customer, period, RETURNING, amount, before);
      else {
        visit(customer, previous + 1, LOST, 0, before);
        visit(customer, period, WON_BACK, amount, 0);
      }
      previous = period;
      before = amount;
    }
    if (previous !== -1 && previous + 1 < grid.count) {
      visit(customer, previous + 1, LOST, 0, before);
    }
  }
}

/** Heads of one period. opening + new + wonBack - lost = closing; opening = returning + lost. */
export interface HeadLedger {
  readonly opening: number;
  readonly new: number;
  readonly wonBack: number;
  readonly lost: number;
  readonly closing: number;
  readonly returning: number;
}

/**
 * Money of one period in whole hundredths of the currency unit, so that
 * opening + new + wonBack + growth - shrink - lost = closing holds exactly.
 *
 * `opening` and `closing` are the sales of the period before and of this one; `new` and `wonBack` the sales of those
 * customers; `growth` and `shrink` what returning customers bought more and less than the period before; `lost` what the
 * lost ones had bought in the period before.
 */
export interface MoneyLedger {
  readonly opening: number;
  readonly new: number;
  readonly wonBack: number;
  readonly growth: number;
  readonly shrink: number;
  readonly lost: number;
  readonly closing: number;
}

export interface Ledger {
  /** one per period of the grid */
  readonly heads: readonly HeadLedger[];
  readonly cents: readonly MoneyLedger[];
}

/** Sums per period without loss of the small parts. Neumaier 1974. */
interface Sums {
  readonly totals: Float64Array;
  readonly rests: Float64Array;
}

const sums = (count: number): Sums => ({
  totals: new Float64Array(count),
  rests: new Float64Array(count),
});

function add(to: Sums, slot: number, value: number): void {
  const total = to.totals[slot]!;
  const next = total + value;
  to.rests[slot]! +=
    Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
  to.totals[slot] = next;
}

const read = (from: Sums, slot: number): number => from.totals[slot]! + from.rests[slot]!;

/**
 * Parts rounded to whole numbers that add up to `target`: each to the nearest, then the missing or surplus units to the
 * parts that were rounded furthest the other way (largest remainder). A part of 0 stays 0.
 */
export function roundedParts(parts: readonly number[], target: number): number[] {
  // `+ 0`: a rounded -0.3 is 0, not -0
  const rounded = parts.map((part) => Math.round(part) + 0);
  let rest = target - rounded.reduce((total, part) => total + part, 0);
  const order = parts
    .map((part, index) => ({ index, off: part - rounded[index]! }))
    .filter(({ index }) => parts[index] !== 0)
    .sort((a, b) => (rest > 0 ? b.off - a.off : a.off - b.off));
  for (let turn = 0; rest !== 0 && order.length > 0; turn = (turn + 1) % order.length) {
    const step = Math.sign(rest);
    rounded[order[turn]!.index]! += step;
    rest -= step;
  }
  return rounded;
}

function moneyLedger(
  parts: { readonly [K in Exclude<keyof MoneyLedger, "opening" | "closing">]: Sums },
  sales: Sums,
  period: number,
): MoneyLedger {
  const cents = (of: Sums): number => read(of, period) * 100;
  const opening = period === 0 ? 0 : Math.round(read(sales, period - 1) * 100);
  const closing = Math.round(cents(sales));
  const [fresh, wonBack, growth, shrink, lost] = roundedParts(
    [
      cents(parts.new),
      cents(parts.wonBack),
      cents(parts.growth),
      -cents(parts.shrink),
      -cents(parts.lost),
    ],
    closing - opening,
  ) as [number, number, number, number, number];
  // `0 - x` instead of `-x`: a ledger has no negative zero.
  return {
    opening,
    new: fresh,
    wonBack,
    growth,
    shrink: 0 - shrink,
    lost: 0 - lost,
    closing,
  };
}

/**
 * The customer ledger of every period of the grid, in heads and in money.
 *
 * Money is summed with compensation, opening and closing are rounded to hundredths and the parts are rounded so that they
 * add up (each differs from its exact value by less than one hundredth unless more than one correction falls on it).
 * closing of a period = opening of the next, in both. O(events + periods).
 */
export function lifecycleLedger(events: SaleEvents, grid: PeriodGrid): Ledger {
  const n = grid.count;
  const counts = LIFE_STATES.map(() => new Uint32Array(n)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const sales = sums(n);
  const parts = {
    new: sums(n),
    wonBack: sums(n),
    growth: sums(n),
    shrink: sums(n),
    lost: sums(n),
  };
  // eslint-disable-next-line max-params -- the arguments of a StateVisitor
  visitLifeStates(events, grid, (_, period, state, amount, before) => {
    counts[state]![period]!++;
    add(sales, period, amount);
    if (state === NEW) add(parts.new, period, amount);
    else if (state === WON_BACK) add(parts.wonBack, period, amount);
    else if (state === LOST) add(parts.lost, period, before);
    else if (amount >= before) add(parts.growth, period, amount - before);
    else add(parts.shrink, period, before - amount);
  });
  const heads = Array.from({ length: n }, (_, p): HeadLedger => {
    const returning = counts[RETURNING][p]!;
    const [fresh, wonBack, lost] = [counts[NEW][p]!, counts[WON_BACK][p]!, counts[LOST][p]!];
    return {
      opening: returning + lost,
      new: fresh,
      wonBack,
      lost,
      closing: returning + fresh + wonBack,
      returning,
    };
  });
  return { heads, cents: heads.map((_, p) => moneyLedger(parts, sales, p)) };
}

/** The customers in a state in a period, ascending. O(events). */
export function customersInState(
  events: SaleEvents,
  grid: PeriodGrid,
  period: number,
  state: number,
): Uint32Array {
  const found: number[] = [];
  visitLifeStates(events, grid, (customer, p, s) => {
    if (p === period && s === state) found.push(customer);
  });
  return Uint32Array.from(found);
}
