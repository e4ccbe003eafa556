import { firstDayOfMonth, monthIndex, type EpochDay } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import type { DemoCustomer } from "./customers";
import type { DemoLine } from "./orders";

/** What serving a customer took in one month. */
export interface DemoEffort {
  readonly day: EpochDay;
  readonly customer: DemoCustomer;
  readonly kind: "delivery" | "visit" | "onSite";
  readonly times: number;
  readonly unitCents: number;
}

/** One month of one customer. */
interface MonthOfCustomer {
  readonly customer: DemoCustomer;
  readonly month: number;
  readonly documents: Set<string>;
  grossCents: number;
}

const DELIVERY_CENTS = 8_500;
const VISIT_CENTS = 26_000;
const ON_SITE_CENTS = 48_000;

/** Places by gross profit of the customers that want somebody on site with every order; good sales, and a loss. */
const DEMANDING = { first: 8, step: 5, count: 18 } as const;

/**
 * Deliveries for every order, visits to the larger customers, and days on site for a few of them, which cost more than their
 * goods earn. One row a customer, month and kind, by day.
 */
export function makeServiceCosts(rng: Rng, lines: readonly DemoLine[]): readonly DemoEffort[] {
  const months = monthsOf(lines);
  const gross = new Map<string, number>();
  for (const { customer, grossCents } of months) {
    gross.set(customer.id, (gross.get(customer.id) ?? 0) + grossCents);
  }
  const demanding = demandingIds(gross);
  const efforts = months.flatMap((month): DemoEffort[] => {
    const { customer } = month;
    const day = dayIn(rng, month.month);
    const effort = (kind: DemoEffort["kind"], times: number, unitCents: number): DemoEffort[] =>
      times > 0 ? [{ day, customer, kind, times, unitCents }] : [];
    const visits = Math.floor((month.grossCents / 900_000) * rng.next() + rng.next() * 0.9);
    const share = 1.2 + 0.5 * rng.next();
    const onSite = demanding.has(customer.id)
      ? Math.ceil((Math.max(0, month.grossCents) * share) / ON_SITE_CENTS)
      : 0;
    return [
      ...effort("delivery", month.documents.size, DELIVERY_CENTS + 100 * rng.below(40)),
      ...effort("visit", Math.min(4, visits), VISIT_CENTS),
      ...effort("onSite", onSite, ON_SITE_CENTS),
    ];
  });
  return efforts.sort((a, b) => a.day - b.day);
}

/** Ids of the customers that were planted to lose. */
function demandingIds(grossCents: ReadonlyMap<string, number>): ReadonlySet<string> {
  const ranked = [...grossCents].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const places = Array.from(
    { length: DEMANDING.count },
    (_, k) => DEMANDING.first + k * DEMANDING.step,
  );
  return new Set(places.flatMap((place) => ranked.slice(place, place + 1).map(([id]) => id)));
}

/** Months with an order, by customer; what comes back takes its profit off again. */
function monthsOf(lines: readonly DemoLine[]): readonly MonthOfCustomer[] {
  const months = new Map<string, MonthOfCustomer>();
  for (const { day, customer, kind, document, amountCents, costCents } of lines) {
    const month = monthIndex(day);
    const key = `${customer.id}/${month}`;
    let known = months.get(key);
    if (known === undefined) {
      known = { customer, month, documents: new Set(), grossCents: 0 };
      months.set(key, known);
    }
    if (kind === "sale") known.documents.add(document);
    known.grossCents += amountCents - costCents;
  }
  return [...months.values()];
}

/** Before the 26th, so that the rows of the last month lie within the demo's days. */
const dayIn = (rng: Rng, month: number): EpochDay =>
  (firstDayOfMonth(month) + rng.below(25)) as EpochDay;
