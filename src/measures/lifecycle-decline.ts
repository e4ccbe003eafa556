import { binomialLowerTail } from "../kernel/stats/binomial";
import { falseDiscoveryRates } from "../kernel/stats/false-discovery";
import { PAST_DAYS, RECENT_DAYS, type Pulse } from "./lifecycle-pulse";

/** A customer counts as buying less only when money fell to this share of its own past pace or below. */
const LARGEST_RATIO = 0.6;
/** Expected share of false alarms among the customers that are named. */
const FALSE_DISCOVERY_RATE = 0.1;
/** Fewer order days in the past cannot show a fall. */
const FEWEST_PAST_DAYS = 3;

export interface Decline {
  readonly customer: number;
  /** money per day in the last window / money per day in the own past, 0..LARGEST_RATIO */
  readonly ratio: number;
  /** exact one-sided p of the fall in order days, and its false discovery rate */
  readonly p: number;
  readonly q: number;
  /** money that 12 months at the present pace bring less than 12 months at the past pace; above 0 */
  readonly yearlyGap: number;
}

/** Those who can be judged: their places in the pulse, and the days of past of each. */
interface Candidates {
  readonly places: Uint32Array;
  readonly exposures: Uint32Array;
}

/**
 * Customers that buy less than they themselves used to, beyond chance and beyond the general movement.
 *
 * The order days x of the last RECENT_DAYS days are held against the order days y of the up to PAST_DAYS days before,
 * from the day after the customer's first order on. With an unchanged pace x is Binomial(x + y, p) with
 * p = s·W/(s·W + E), where W and E are the days of both spans and s <= 1 is the pace of all such customers together in the
 * window against their past (a season or a general dip is not a customer's fall). Named are the customers with a false
 * discovery rate of at most 10 % whose money per day also fell to 60 % or less. Customers with less than RECENT_DAYS days
 * or 3 order days of past are not judged.
 *
 * @returns by money involved, largest first; `judged` = customers that could be judged
 * Days of one customer are taken as independent; orders that come in bursts give too small p. O(customers).
 * methods D26; Przyborowski & Wilenski 1940 (conditional test); Benjamini & Hochberg 1995.
 */
export function decliningCustomers(
  pulse: Pulse,
  endDay: number,
): { readonly declines: readonly Decline[]; readonly judged: number; readonly season: number } {
  const candidates = judgedCustomers(pulse, endDay);
  const season = seasonOf(pulse, candidates);
  const window = RECENT_DAYS * season;
  const { places, exposures } = candidates;
  const low: number[] = [];
  const pValues: number[] = [];
  const tails = new Map<number, number>();
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const exposure = exposures[i]!;
    const x = pulse.recentDays[place]!;
    const y = pulse.pastDays[place]!;
    const share = window / (window + exposure);
    // More than expected is no fall: its p is far above any level, and most customers are done here.
    if (x > (x + y) * share) continue;
    const key = (x * (PAST_DAYS + 1) + y) * (PAST_DAYS + 1) + exposure;
    let p = tails.get(key);
    if (p === undefined) tails.set(key, (p = binomialLowerTail(x, x + y, share)));
    if (p > FALSE_DISCOVERY_RATE) continue;
    low.push(i);
    pValues.push(p);
  }
  const rates = falseDiscoveryRates(pValues, places.length);
  const declines: Decline[] = [];
  low.forEach((candidate, i) => {
    const place = places[candidate]!;
    const exposure = exposures[candidate]!;
    const recent = pulse.recentSales[place]! / RECENT_DAYS;
    const past = pulse.pastSales[place]! / exposure;
    if (past <= 0 || rates[i]! > FALSE_DISCOVERY_RATE || recent > past * LARGEST_RATIO) return;
    declines.push({
      customer: pulse.customers[place]!,
      ratio: recent / past,
      p: pValues[i]!,
      q: rates[i]!,
      yearlyGap: (past - recent) * 365,
    });
  });
  declines.sort((a, b) => b.yearlyGap - a.yearlyGap || a.customer - b.customer);
  return { declines, judged: places.length, season };
}

function judgedCustomers({ pastDays, firstDays }: Pulse, endDay: number): Candidates {
  const lastPastDay = endDay - RECENT_DAYS;
  const places = new Uint32Array(pastDays.length);
  const exposures = new Uint32Array(pastDays.length);
  let n = 0;
  for (let place = 0; place < pastDays.length; place++) {
    if (pastDays[place]! < FEWEST_PAST_DAYS) continue;
    const exposure = Math.min(PAST_DAYS, lastPastDay - firstDays[place]!);
    if (exposure < RECENT_DAYS) continue;
    places[n] = place;
    exposures[n] = exposure;
    n++;
  }
  return { places: places.subarray(0, n), exposures: exposures.subarray(0, n) };
}

/** Pace of all judged customers in the window against their past, at most 1. */
function seasonOf(pulse: Pulse, { places, exposures }: Candidates): number {
  let recent = 0;
  let past = 0;
  let exposure = 0;
  for (let i = 0; i < places.length; i++) {
    recent += pulse.recentDays[places[i]!]!;
    past += pulse.pastDays[places[i]!]!;
    exposure += exposures[i]!;
  }
  if (past === 0) return 1;
  const pace = recent / (RECENT_DAYS * places.length) / (past / exposure);
  // Half a day instead of none keeps the binomial defined when nobody ordered in the window.
  const least = 0.5 / (RECENT_DAYS * places.length) / (past / exposure);
  return Math.min(1, Math.max(pace, least));
}
