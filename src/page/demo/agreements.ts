import {
  addMonths,
  dayFromCivil,
  firstDayOfMonth,
  monthIndex,
  type EpochDay,
} from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import { FIRST_MONTH, MONTHS, type DemoCustomer } from "./customers";
import departures from "./departure-words.json";

/** One year of a framework contract. */
export interface Term {
  readonly startsOn: EpochDay;
  readonly endsOn: EpochDay;
  /** whether another year followed; null: not decided by the last day */
  readonly isRenewed: boolean | null;
  readonly cancelledOn: EpochDay | null;
}

/** A customer with a framework contract, renewed from year to year until it left. */
export interface Agreement {
  readonly customer: DemoCustomer;
  readonly terms: readonly Term[];
  /** the day on which the customer left for good; null: still there */
  readonly leftOn: EpochDay | null;
}

export const LAST_DAY = dayFromCivil(2025, 11, 30);
const YEAR_DAYS = 366;

/**
 * Years after which those who left did so: most when first asked, ever fewer later. What is left of a mixed crowd is loyal, which
 * is what the model of renewals says.
 */
const LEAVING_YEARS = [0.48, 0.24, 0.14, 0.09, 0.05] as const;
/** Years that those who are still there have behind them. */
const STAYING_YEARS = [0.1, 0.2, 0.18, 0.15, 0.13, 0.11, 0.08, 0.05] as const;
/** Of those who stayed, the share with a contract. Decorators are few among them: they leave twice as fast. */
const STAYING_SHARE = { decorator: 0.08, other: 0.34 } as const;
const DECORATOR = departures.leavingTrade;

/** Everybody who left, and some of those who stayed. Nobody's orders change. */
export function makeAgreements(rng: Rng, customers: readonly DemoCustomer[]): readonly Agreement[] {
  return customers.flatMap((customer): Agreement[] => {
    const draws = { years: rng.next(), joins: rng.next(), days: rng.next() };
    if (customer.course === "once") return [];
    if (customer.course === "lost" && customer.toMonth < MONTHS) {
      const leftOn = leavingDay(customer, draws.days);
      return [{ customer, leftOn, terms: endedTerms(customer, leftOn, draws.years) }];
    }
    const share = customer.kind === DECORATOR ? STAYING_SHARE.decorator : STAYING_SHARE.other;
    if (draws.joins >= share) return [];
    return [{ customer, leftOn: null, terms: runningTerms(customer, draws) }];
  });
}

/** In the first month without orders. */
function leavingDay({ toMonth }: DemoCustomer, draw: number): EpochDay {
  const first = firstDayOfMonth(
    monthIndex(dayFromCivil(FIRST_MONTH.year, FIRST_MONTH.month, 1)) + toMonth,
  );
  return (first + Math.floor(25 * draw)) as EpochDay;
}

/** The place at which the running sum of the shares passes a draw. */
function placeOf(shares: readonly number[], draw: number): number {
  let left = draw;
  const place = shares.findIndex((share) => (left -= share) < 0);
  return place < 0 ? shares.length - 1 : place;
}

function endedTerms({ since }: DemoCustomer, leftOn: EpochDay, draw: number): readonly Term[] {
  const most = Math.floor((leftOn - since) / YEAR_DAYS);
  // Who was there for less than a year broke the first contract off.
  if (most < 1) return terms(since, 1, { endsWith: "cancelled", on: leftOn });
  const years = Math.min(most, placeOf(LEAVING_YEARS, draw) + 1);
  return terms(addMonths(leftOn, -12 * years), years, { endsWith: "refused" });
}

function runningTerms(
  { since }: DemoCustomer,
  { years, days }: { readonly years: number; readonly days: number },
): readonly Term[] {
  const renewals = placeOf(STAYING_YEARS, years);
  const wanted = addMonths(LAST_DAY, -12 * renewals) - 1 - Math.floor(360 * days);
  const start = Math.max(wanted, since) as EpochDay;
  let count = 1;
  while (addMonths(start, 12 * count) <= LAST_DAY) count++;
  return terms(start, count, { endsWith: "running" });
}

type Ending =
  | { readonly endsWith: "cancelled"; readonly on: EpochDay }
  | { readonly endsWith: "refused" | "running" };

function terms(start: EpochDay, count: number, ending: Ending): readonly Term[] {
  return Array.from({ length: count }, (_, year): Term => {
    const isLast = year === count - 1;
    const last = ending.endsWith === "running" ? null : false;
    return {
      startsOn: addMonths(start, 12 * year),
      endsOn: (addMonths(start, 12 * (year + 1)) - 1) as EpochDay,
      isRenewed: isLast ? last : true,
      cancelledOn: isLast && ending.endsWith === "cancelled" ? ending.on : null,
    };
  });
}
