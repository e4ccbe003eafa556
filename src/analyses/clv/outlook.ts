import type { SpendFit } from "../../measures/clv/gamma-gamma";
import { expectedSpend } from "../../measures/clv/gamma-gamma";
import type { CustomerHistories, PurchaseHistory } from "../../measures/clv/purchase-history";
import type { ModelParameters, PurchaseModel } from "../../measures/clv/purchase-model";
import { DAYS_PER_MONTH } from "./models";

const TEN_YEARS_IN_MONTHS = 120;
const CHEBYSHEV_POINTS = 20;

/** What the outlook is asked for. */
export interface Horizon {
  readonly months: number;
  /** a year's discount, 0 or more */
  readonly discount: number;
  readonly daysPerUnit: number;
}

/** Of each history of a base: chances and expected purchases of a customer with it. */
export interface Outlook {
  /** chance to be alive, 0..1 */
  readonly alive: Float64Array;
  /** purchases within the horizon */
  readonly purchases: Float64Array;
  /** the same, each month discounted at its end */
  readonly discounted: Float64Array;
}

/** The outlook of every history. */
export function outlookOf(
  model: PurchaseModel,
  parameters: ModelParameters,
  history: PurchaseHistory,
  horizon: Horizon,
): Outlook {
  const alive = aliveOf(model, parameters, history);
  const months = (x: number, age: number): readonly [number, number] =>
    monthsIfAlive(model, parameters, { x, age }, horizon);
  const [purchases, discounted] = overHistories(history, parameters[1], months);
  for (let i = 0; i < alive.length; i++) {
    purchases[i]! *= alive[i]!;
    discounted[i]! *= alive[i]!;
  }
  return { alive, purchases, discounted };
}

/** Expected purchases of the next ten years of every history, discounted as they come. */
export function tenYearsOf(
  model: PurchaseModel,
  parameters: ModelParameters,
  history: PurchaseHistory,
  { discount, daysPerUnit }: Horizon,
): Float64Array<ArrayBuffer> {
  const unitsPerMonth = DAYS_PER_MONTH / daysPerUnit;
  const terms = {
    rate: Math.log1p(discount) / 12 / unitsPerMonth,
    horizon: TEN_YEARS_IN_MONTHS * unitsPerMonth,
  };
  const alive = aliveOf(model, parameters, history);
  const [years] = overHistories(history, parameters[1], (x, age) => {
    const value = model.discountedIfAlive(parameters, x, age, terms);
    return [value, value];
  });
  return years.map((value, i) => value * alive[i]!);
}

function aliveOf(
  model: PurchaseModel,
  parameters: ModelParameters,
  { repeats, recencies, ages }: PurchaseHistory,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(repeats, (x, i) => model.alive(parameters, x, recencies[i]!, ages[i]!));
}

function monthsIfAlive(
  model: PurchaseModel,
  parameters: ModelParameters,
  { x, age }: { readonly x: number; readonly age: number },
  { months, discount, daysPerUnit }: Horizon,
): readonly [number, number] {
  const unitsPerMonth = DAYS_PER_MONTH / daysPerUnit;
  const yearly = Math.log1p(discount);
  let purchases = 0;
  let discounted = 0;
  for (let month = 1; month <= months; month++) {
    const until = model.expectedIfAlive(parameters, x, age, month * unitsPerMonth);
    discounted += (until - purchases) * Math.exp((-yearly * month) / 12);
    purchases = until;
  }
  return [purchases, discounted];
}

/**
 * Two functions of repeats and age for every history. They are smooth in the logarithm of (α + age), so for a number of
 * repeats with many ages they are computed at Chebyshev points and interpolated: relative error below 1e-9.
 *
 * @param alpha scale of the ages
 */
function overHistories(
  { repeats, ages }: PurchaseHistory,
  alpha: number,
  f: (x: number, age: number) => readonly [number, number],
): readonly [Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>] {
  const n = repeats.length;
  const [first, second] = [new Float64Array(n), new Float64Array(n)];
  for (let from = 0, to = 0; from < n; from = to) {
    const x = repeats[from]!;
    let distinct = 0;
    for (to = from; to < n && repeats[to] === x; to++) {
      if (to === from || ages[to] !== ages[to - 1]) distinct++;
    }
    const at =
      distinct > CHEBYSHEV_POINTS
        ? interpolated((age) => f(x, age), alpha, [ages[from]!, ages[to - 1]!])
        : (age: number): readonly [number, number] => f(x, age);
    for (let i = from; i < to; i++) {
      if (i > from && ages[i] === ages[i - 1]) {
        first[i] = first[i - 1]!;
        second[i] = second[i - 1]!;
      } else [first[i], second[i]] = at(ages[i]!) as [number, number];
    }
  }
  return [first, second];
}

/** Barycentric interpolation at Chebyshev points of the second kind (Berrut & Trefethen, SIAM Review 46(3), 2004). */
function interpolated(
  f: (age: number) => readonly [number, number],
  alpha: number,
  [youngest, oldest]: readonly [number, number],
): (age: number) => readonly [number, number] {
  const [low, high] = [Math.log(alpha + youngest), Math.log(alpha + oldest)];
  const last = CHEBYSHEV_POINTS - 1;
  const nodes = Float64Array.from(
    { length: CHEBYSHEV_POINTS },
    (_, k) => (low + high + (high - low) * Math.cos((Math.PI * k) / last)) / 2,
  );
  const values = Array.from(nodes, (node) => f(Math.max(0, Math.exp(node) - alpha)));
  return (age) => {
    const at = Math.log(alpha + age);
    let [top0, top1, bottom] = [0, 0, 0];
    for (let k = 0; k <= last; k++) {
      const distance = at - nodes[k]!;
      const value = values[k]!;
      if (Math.abs(distance) < 1e-14) return value;
      const weight = ((k % 2 === 0 ? 1 : -1) * (k === 0 || k === last ? 0.5 : 1)) / distance;
      top0 += weight * value[0];
      top1 += weight * value[1];
      bottom += weight;
    }
    return [top0 / bottom, top1 / bottom];
  };
}

/**
 * Expected money of a purchase of each customer of a base.
 *
 * @param fallback used where the model has no mean: the mean of all repeat purchases
 */
export function spendOf(
  base: CustomerHistories,
  spend: SpendFit | null,
  fallback: number,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(base.customers, (_, i) => {
    const mean = base.meanSpends[i]!;
    const known = mean > 0 ? base.history.repeats[base.places[i]!]! : 0;
    const expected = spend === null ? NaN : expectedSpend(spend, known, mean);
    if (!Number.isNaN(expected)) return expected;
    return known > 0 ? mean : fallback;
  });
}

/** What a base is worth. */
export interface Worth {
  /** CLV of each customer of the base */
  readonly each: Float64Array<ArrayBuffer>;
  readonly total: number;
  readonly tenYears: number;
  readonly purchases: number;
  readonly alive: number;
}

/** CLV of each customer: discounted purchases × spend × margin; and the sums. */
export function valueBase(
  { places }: CustomerHistories,
  { outlook, tenYears: years }: { readonly outlook: Outlook; readonly tenYears: Float64Array },
  spends: Float64Array,
  margin: number,
): Worth {
  const each = new Float64Array(places.length);
  let [total, tenYears, purchases, alive] = [0, 0, 0, 0];
  places.forEach((place, i) => {
    const clv = outlook.discounted[place]! * spends[i]! * margin;
    each[i] = clv;
    total += clv;
    tenYears += years[place]! * spends[i]! * margin;
    purchases += outlook.purchases[place]!;
    alive += outlook.alive[place]!;
  });
  return { each, total, tenYears, purchases, alive };
}
