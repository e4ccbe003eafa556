import type { Table } from "../../kernel/table/column";
import { median } from "../../kernel/stats/quantile";
import { customerNameOf } from "../../measures/customer-name";
import type { Progress } from "../define";
import { countOf, type Incidence } from "./incidence";
import { withoutThe, type Rule } from "./rules";
import type { OfferLine } from "./spec";

const OFFERS_LISTED = 50;

/** The best thing to offer to each customer. */
export interface Offers {
  /** ascending rows of the customers with an offer */
  readonly customers: Uint32Array;
  readonly lines: readonly OfferLine[];
}

/** One direction of a rule, for customers. */
interface Direction {
  readonly given: number;
  readonly then: number;
  readonly lift: number;
  /** of the customers with `given`, how many also have `then` */
  readonly share: number;
  readonly typicalMoney: number;
}

/** The direction that each customer is offered, -1 = none, with what it is worth in the order of calling. */
interface BestOffers {
  readonly best: Int32Array;
  readonly marks: Float64Array;
  readonly directions: readonly Direction[];
}

/** The median of what its buyers spent on a thing, each worked out once. */
export function typicalMoneyOf({ money, offsets }: Incidence): (item: number) => number {
  const typical = new Map<number, number>();
  return (item) => {
    const known = typical.get(item) ?? median(money.subarray(offsets[item], offsets[item + 1]));
    typical.set(item, known);
    return known;
  };
}

/**
 * For each customer the one thing worth offering: it goes with what the customer bought, and the customer has never bought it.
 *
 * @param rules       pairs to go by, each in both directions
 * @param byCustomer  things and customers, customers ascending within a thing
 * @returns the direction with the largest (share of the buyers of the one who also have the other − share of all customers who
 *   have it) × median of what its buyers spent on it; none where that is not above zero. An order of calling, no forecast.
 *   O(rules × customers)
 */
export function* bestOffers(
  rules: readonly Rule[],
  byCustomer: Incidence,
): Generator<Progress, BestOffers, void> {
  const { setCount, units } = byCustomer;
  const typicalOf = typicalMoneyOf(byCustomer);
  const directions: Direction[] = [];
  const best = new Int32Array(setCount).fill(-1);
  const marks = new Float64Array(setCount);
  for (const [k, { given, then, lift }] of rules.entries()) {
    for (const [one, other] of [
      [given, then],
      [then, given],
    ] as const) {
      const without = withoutThe(byCustomer, one, other);
      const share = 1 - without.length / countOf(byCustomer, one);
      const typicalMoney = typicalOf(other);
      const mark = (share - countOf(byCustomer, other) / units) * typicalMoney;
      directions.push({ given: one, then: other, lift, share, typicalMoney });
      // An equal offer of a later rule changes nothing: the rules come strongest first.
      for (const customer of without) {
        if (!(mark > marks[customer]!)) continue;
        marks[customer] = mark;
        best[customer] = directions.length - 1;
      }
    }
    if (k % 4 === 3) yield { done: 0.85 + (0.15 * k) / rules.length };
  }
  return { best, marks, directions };
}

/** How much each customer spends on what it buys against the average buyer of the same things; 1 = as much. O(entries). */
export function levelsOf({ setCount, itemCount, offsets, sets, money }: Incidence): Float64Array {
  const own = new Float64Array(setCount);
  const usual = new Float64Array(setCount);
  for (let item = 0; item < itemCount; item++) {
    const [from, end] = [offsets[item]!, offsets[item + 1]!];
    let sum = 0;
    for (let k = from; k < end; k++) sum += money[k]!;
    const mean = sum / (end - from);
    for (let k = from; k < end; k++) {
      own[sets[k]!]! += money[k]!;
      usual[sets[k]!]! += mean;
    }
  }
  return own.map((sum, customer) => (usual[customer]! > 0 ? sum / usual[customer]! : 1));
}

/** The customers with the best offers in words. */
export function offerLines(
  { best, marks, directions }: BestOffers,
  byCustomer: Incidence,
  names: readonly string[],
  { customers, lastDays }: { readonly customers: Table; readonly lastDays: Int32Array },
): Offers {
  const rows = Uint32Array.from(best.keys()).filter((row) => best[row]! >= 0);
  const levels = levelsOf(byCustomer);
  const worth = Float64Array.from(rows, (row) => marks[row]! * levels[row]!);
  const enough =
    worth.length <= OFFERS_LISTED ? -Infinity : worth.slice().sort()[worth.length - OFFERS_LISTED]!;
  const lines = Array.from(rows.keys())
    .filter((i) => worth[i]! >= enough)
    .map((i) => ({ row: rows[i]!, mark: worth[i]!, name: customerNameOf(customers, rows[i]!) }))
    .sort((one, other) => other.mark - one.mark || (one.name < other.name ? -1 : 1))
    .slice(0, OFFERS_LISTED)
    .map(({ row, name }): OfferLine => {
      const { given, then, lift, share, typicalMoney } = directions[best[row]!]!;
      return {
        row,
        name,
        offer: names[then]!,
        because: names[given]!,
        share,
        lift,
        money: typicalMoney * levels[row]!,
        lastDay: lastDays[row]!,
      };
    });
  return { customers: rows, lines };
}
