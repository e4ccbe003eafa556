import { dayFromCivil, type EpochDay } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import type { DemoCustomer } from "./customers";
import type { DemoLine } from "./orders";

/** One questionnaire of the half-yearly survey. */
export interface DemoQuestionnaire {
  readonly day: EpochDay;
  readonly customer: DemoCustomer;
  /** 0..10; null: left blank */
  readonly recommend: number | null;
  readonly overall: number;
  /** delivery, service, quality, price, billing: 1..5 */
  readonly parts: readonly (number | null)[];
  readonly importance: readonly number[];
}

const PART_COUNT = 5;

/** First days of the five surveys; the last has no half year of orders after it yet. */
const WAVES = [
  dayFromCivil(2023, 11, 6),
  dayFromCivil(2024, 5, 13),
  dayFromCivil(2024, 11, 4),
  dayFromCivil(2025, 5, 12),
  dayFromCivil(2025, 11, 3),
] as const;
const LAST_FOLLOWED = dayFromCivil(2025, 6, 1);
const ASKED_DAYS = 365;
/** Whoever buys again within this many days has stayed. */
const STAY_DAYS = 180;

/**
 * Chances of an overall score of 1 to 5, of customers that buy again within half a year and of those that do not. Made so that
 * 5 stands alone: nearly all of the fives stay, and 4 is much nearer to 3 than to 5.
 */
const STAYING = [0.03, 0.08, 0.21, 0.38, 0.3] as const;
const LEAVING = [0.12, 0.22, 0.35, 0.29, 0.02] as const;

/** What customers say matters, which is not what does: everybody says price. */
const STATED = [4.1, 3.7, 4.2, 4.7, 3.2] as const;

/**
 * Answers of the customers that bought in the year before each survey. The score follows from what they then did; delivery and
 * the service of the salesman follow the score; the other parts follow these two, and say nothing besides.
 */
export function makeQuestionnaires(
  rng: Rng,
  customers: readonly DemoCustomer[],
  lines: readonly DemoLine[],
): readonly DemoQuestionnaire[] {
  const days = orderDays(lines);
  return WAVES.flatMap((wave) =>
    customers.flatMap((customer) => {
      const own = days.get(customer.id) ?? [];
      if (!own.some((day) => day < wave && day >= wave - ASKED_DAYS)) return [];
      if (rng.next() > 0.5) return [];
      const day = (wave + rng.below(20)) as EpochDay;
      return [questionnaire(rng, customer, day, staysAfter(customer, own, day))];
    }),
  ).sort((a, b) => a.day - b.day);
}

function questionnaire(
  rng: Rng,
  customer: DemoCustomer,
  day: EpochDay,
  stays: boolean,
): DemoQuestionnaire {
  const overall = drawScore(rng, stays ? STAYING : LEAVING);
  const near = (centre: number, spread: number): number =>
    clamped(Math.round(centre + spread * bell(rng)), 1, 5);
  const [delivery, service] = [near(overall, 0.75), near(overall, 0.8)];
  const halo = 3.6 + 0.5 * ((delivery + service) / 2 - 3.6);
  const parts = [delivery, service, near(halo, 0.8), near(halo - 0.4, 0.8), near(halo, 0.8)];
  const recommend = clamped(Math.round(2.1 * overall - 0.6 + 1.1 * bell(rng)), 0, 10);
  return {
    day,
    customer,
    overall,
    recommend: rng.next() < 0.04 ? null : recommend,
    parts: parts.map((score) => (rng.next() < 0.03 ? null : score)),
    importance: Array.from({ length: PART_COUNT }, (_, part) => near(STATED[part] ?? 4, 0.7)),
  };
}

/** Whether a customer bought within half a year after a day; for the last survey, what its course says will be. */
function staysAfter(customer: DemoCustomer, own: readonly number[], day: number): boolean {
  if (day < LAST_FOLLOWED) return own.some((other) => other > day && other <= day + STAY_DAYS);
  return !["fading", "lost", "declining"].includes(customer.course);
}

function orderDays(lines: readonly DemoLine[]): ReadonlyMap<string, readonly number[]> {
  const days = new Map<string, number[]>();
  for (const { kind, customer, day } of lines) {
    if (kind !== "sale") continue;
    const own = days.get(customer.id);
    if (own === undefined) days.set(customer.id, [day]);
    else if (own.at(-1) !== day) own.push(day);
  }
  return days;
}

function drawScore(rng: Rng, chances: readonly number[]): number {
  let left = rng.next();
  for (let step = 0; step < chances.length; step++) {
    left -= chances[step] ?? 0;
    if (left < 0) return step + 1;
  }
  return chances.length;
}

/** Nearly normal, of variance 1: four uniforms, since logarithms may differ in the last digit between browsers. */
export const bell = (rng: Rng): number =>
  Math.sqrt(3) * (rng.next() + rng.next() + rng.next() + rng.next() - 2);

export const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

export type Touchpoint = "delivery" | "ordering" | "billing" | "returns";

/** What was said right after one contact. */
export interface DemoRating {
  readonly day: EpochDay;
  readonly customer: DemoCustomer;
  readonly touchpoint: Touchpoint;
  readonly satisfaction: number;
  /** 1..7, more is harder */
  readonly effort: number;
}

/** Mean satisfaction and effort by touchpoint: returns are what goes wrong. */
const CONTACTS: Readonly<Record<Touchpoint, readonly [satisfaction: number, effort: number]>> = {
  delivery: [4.3, 2.2],
  ordering: [4.1, 2.6],
  billing: [3.7, 3.4],
  returns: [2.8, 5.2],
};

/** One document in twenty-five is rated, every third return; the last two years only, for then it began. */
export function makeRatings(rng: Rng, lines: readonly DemoLine[]): readonly DemoRating[] {
  const seen = new Set<string>();
  return lines.flatMap((line): DemoRating[] => {
    if (line.kind === "cancelled" || seen.has(line.document)) return [];
    seen.add(line.document);
    if (line.day < BEGAN || rng.next() > (line.kind === "return" ? 0.34 : 0.06)) return [];
    const day = (line.day + 1 + rng.below(3)) as EpochDay;
    if (day > ENDS) return [];
    const draw = rng.next();
    const usual = draw < 0.6 ? "delivery" : "ordering";
    const touchpoint = draw > 0.82 ? "billing" : usual;
    const rated = line.kind === "return" ? "returns" : touchpoint;
    const [satisfaction, effort] = CONTACTS[rated];
    const mood = bell(rng);
    return [
      {
        day,
        customer: line.customer,
        touchpoint: rated,
        satisfaction: clamped(Math.round(satisfaction + 0.7 * mood + 0.5 * bell(rng)), 1, 5),
        effort: clamped(Math.round(effort - 0.7 * mood + bell(rng)), 1, 7),
      },
    ];
  });
}

const BEGAN = dayFromCivil(2023, 12, 1);
const ENDS = dayFromCivil(2025, 11, 30);
