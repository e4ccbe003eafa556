import { addMonths, dayFromCivil, type EpochDay } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import words from "./words.json";

/** How a customer's buying goes over the months. */
export type Course = "steady" | "growing" | "declining" | "fading" | "lost" | "won-back" | "once";

/** One invented customer. No such company is meant; names are put together from syllables. */
export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly region: string;
  readonly city: string;
  readonly channel: string;
  readonly owner: string;
  readonly since: EpochDay;
  readonly course: Course;
  /** First month of buying, 0-based from FIRST_MONTH; last one, excluded; the gap of those won back. */
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly gap: readonly [from: number, to: number] | null;
  /** Orders in an average month, and cents in an average order. */
  readonly monthlyOrders: number;
  readonly orderCents: number;
  /** Price paid per list price. */
  readonly priceShare: number;
  /** Share of lines that come back. */
  readonly returnShare: number;
  /** Kinds of goods that it mostly buys. */
  readonly kinds: readonly number[];
}

export const FIRST_MONTH = { year: 2022, month: 12 } as const;
export const MONTHS = 36;
const CUSTOMERS = 600;

/** An item of the list, uniformly. */
export function pick<T>(rng: Rng, list: readonly T[]): T {
  // The index is below the length, so only an empty list could miss.
  return list[rng.below(list.length)] as T;
}

/** 600 customers, of very unequal size, numbered in the order in which they were entered. */
export function makeCustomers(rng: Rng): readonly DemoCustomer[] {
  const names = new Set<string>();
  const customers: DemoCustomer[] = [];
  const weights = Array.from({ length: CUSTOMERS }, (_, rank) => weightOf(rank));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / CUSTOMERS;
  for (let rank = 0; rank < CUSTOMERS; rank++) {
    customers.push(makeCustomer(rng, names, (weights[rank] ?? mean) / mean));
  }
  const entered = [...customers].sort((a, b) => a.since - b.since);
  return entered.map((customer, index) => ({
    ...customer,
    id: `C${String(index + 1).padStart(4, "0")}`,
  }));
}

/** Sales fall with rank^1.5, which gives a fifth of the customers about four fifths of the sales. */
function weightOf(rank: number): number {
  return 1 / ((rank + 12) * Math.sqrt(rank + 12));
}

function makeCustomer(rng: Rng, names: Set<string>, size: number): DemoCustomer {
  const areaIndex = rng.below(words.areas.length);
  const area = words.areas[areaIndex] ?? { region: "", cities: [] };
  const city = pick(rng, area.cities);
  const trade = pick(rng, words.trades);
  const fromMonth = rng.next() < 0.55 ? 0 : 1 + rng.below(MONTHS - 1);
  const course = courseOf(rng.next(), size);
  const left = MONTHS - fromMonth;
  const hasLeft = course === "lost" && left > 6;
  const gapFrom = fromMonth + 4 + rng.below(Math.max(1, left - 16));
  const hasGap = course === "won-back" && left > 16;
  const spread = Math.sqrt(size);
  const shape = 0.7 + 0.6 * rng.next();
  // Whoever fades was a frequent buyer: the same money in more and smaller orders, so that the silence is seen soon.
  const often = course === "fading" ? 3.4 : 1;
  return {
    id: "",
    name: inventName(rng, names, city, trade),
    kind: trade.kind,
    region: area.region,
    city,
    channel: words.channels[channelOf(rng, trade.kind)] ?? "",
    owner: words.owners[(areaIndex * 3 + rng.below(4)) % words.owners.length] ?? "",
    since: sinceDay(rng, fromMonth),
    course,
    fromMonth,
    toMonth: hasLeft ? fromMonth + 4 + rng.below(left - 5) : MONTHS,
    gap: hasGap ? [gapFrom, gapFrom + 6 + rng.below(5)] : null,
    monthlyOrders: (0.545 * spread * shape + 0.16) * often,
    orderCents: Math.round((630_000 * spread) / shape / often),
    priceShare: size > 4 ? 0.86 + 0.06 * rng.next() : 0.93 + 0.07 * rng.next(),
    returnShare: rng.next() < 0.03 ? 0.12 + 0.1 * rng.next() : 0.018,
    kinds: [rng.below(8), rng.below(8), rng.below(8)],
  };
}

function courseOf(draw: number, size: number): Course {
  if (draw < 0.42) return "steady";
  if (draw < 0.58) return "growing";
  if (draw < 0.76 && size > 1) return "fading";
  if (draw < 0.73) return "declining";
  if (draw < 0.88) return "lost";
  if (draw < 0.94 || size > 1) return "won-back";
  return "once";
}

function channelOf(rng: Rng, kind: string): number {
  const isProject = words.trades.findIndex((trade) => trade.kind === kind) < 2;
  const draw = rng.next();
  if (draw < 0.06) return 3;
  if (isProject) return draw < 0.85 ? 0 : 1;
  if (draw < 0.5) return 1;
  return draw < 0.85 ? 2 : 0;
}

/** Entered before the first order: years ago for those who always bought, days ago for the new ones. */
function sinceDay(rng: Rng, fromMonth: number): EpochDay {
  const first = dayFromCivil(FIRST_MONTH.year, FIRST_MONTH.month, 1);
  const back = fromMonth === 0 ? 30 + rng.below(2000) : rng.below(20);
  return (addMonths(first, fromMonth) - back) as EpochDay;
}

function inventName(
  rng: Rng,
  taken: Set<string>,
  city: string,
  trade: (typeof words.trades)[number],
): string {
  for (;;) {
    const brand = pick(rng, words.brandFirst) + pick(rng, words.brandSecond);
    const name = `${city}${brand}${pick(rng, trade.names)}${pick(rng, trade.suffixes)}`;
    if (taken.has(brand + city)) continue;
    taken.add(brand + city);
    return name;
  }
}
