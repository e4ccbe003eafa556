import { median } from "../../kernel/stats/quantile";
import { countOf, type Incidence } from "./incidence";
import { levelsOf, typicalMoneyOf } from "./offers";
import type { Rule } from "./rules";
import type { CustomerGap, CustomerOffer, CustomerOffers } from "./spec";

const OFFERS_LISTED = 5;
const GAPS_LISTED = 3;
/** What fewer buyers spend is no custom. */
const FEWEST_BUYERS = 10;
/** Below this part of what is usual a customer buys little of a thing. */
const LITTLE = 0.5;

/** What there is to go by. */
export interface OfferGround {
  readonly rules: readonly Rule[];
  readonly byCustomer: Incidence;
  readonly names: readonly string[];
  readonly level: CustomerOffers["level"];
}

/**
 * What to offer to one customer: things that go with what it bought and that it never bought, by the marks of `bestOffers`; and things of
 * which it buys less than half of what customers of its level do.
 *
 * @returns a function of a row of `customers`. The level of all customers is worked out when it is first asked.
 * O(entries) at first, then O(rules + things) × log customers.
 */
export function offersOf(ground: OfferGround): (row: number) => CustomerOffers {
  let levels: Float64Array | null = null;
  return (row) => {
    levels ??= levelsOf(ground.byCustomer);
    const level = levels[row]!;
    return {
      level: ground.level,
      cross: crossOffers(ground, row, level),
      more: gapsOf(ground, row, level),
    };
  };
}

function crossOffers(
  { rules, byCustomer, names }: OfferGround,
  row: number,
  level: number,
): readonly CustomerOffer[] {
  const best = new Map<number, { readonly mark: number; readonly offer: CustomerOffer }>();
  const typicalOf = typicalMoneyOf(byCustomer);
  for (const { given, then, lift } of rules) {
    for (const [one, other] of [
      [given, then],
      [then, given],
    ] as const) {
      if (placeOf(byCustomer, one, row) < 0 || placeOf(byCustomer, other, row) >= 0) continue;
      const share = sharedOf(byCustomer, one, other);
      const typical = typicalOf(other);
      const mark = (share - countOf(byCustomer, other) / byCustomer.units) * typical;
      if (!(mark > 0) || mark <= (best.get(other)?.mark ?? -Infinity)) continue;
      const offer = { offer: names[other]!, because: names[one]!, share, lift };
      best.set(other, { mark, offer: { ...offer, money: typical * level } });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.mark - a.mark || (a.offer.offer < b.offer.offer ? -1 : 1))
    .slice(0, OFFERS_LISTED)
    .map(({ offer }) => offer);
}

/** Of the customers with the one, how many also have the other. Both lists ascend. */
function sharedOf({ sets, offsets }: Incidence, one: number, other: number): number {
  let [i, j, both] = [offsets[one]!, offsets[other]!, 0];
  const [endOne, endOther] = [offsets[one + 1]!, offsets[other + 1]!];
  while (i < endOne && j < endOther) {
    const difference = sets[i]! - sets[j]!;
    if (difference === 0) both++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return both / (endOne - offsets[one]!);
}

/** Where a customer stands among those with a thing, which ascend; −1: it has none. */
function placeOf({ sets, offsets }: Incidence, item: number, row: number): number {
  let [low, high] = [offsets[item]!, offsets[item + 1]! - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (sets[middle] === row) return middle;
    if (sets[middle]! < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function gapsOf(
  { byCustomer, names }: OfferGround,
  row: number,
  level: number,
): readonly CustomerGap[] {
  const { itemCount, offsets, money } = byCustomer;
  const gaps: CustomerGap[] = [];
  for (let item = 0; item < itemCount; item++) {
    if (countOf(byCustomer, item) < FEWEST_BUYERS) continue;
    const place = placeOf(byCustomer, item, row);
    if (place < 0) continue;
    const usual = median(money.subarray(offsets[item], offsets[item + 1])) * level;
    const own = money[place]!;
    if (own < LITTLE * usual) gaps.push({ name: names[item]!, own, usual });
  }
  return gaps
    .sort((a, b) => b.usual - b.own - (a.usual - a.own) || (a.name < b.name ? -1 : 1))
    .slice(0, GAPS_LISTED);
}
