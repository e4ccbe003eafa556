import { abcCut, DEFAULT_ABC_CUT } from "../../domain/rule-book";
import { kaplanMeier, stepAt } from "../../kernel/stats/survival/kaplan-meier";
import { lifetimes, type Lifetimes } from "../../kernel/stats/survival/lifetimes";
import { logRankTest } from "../../kernel/stats/survival/log-rank";
import { gradesOf, valueRanking } from "../../measures/grades";
import type { OrderBook } from "../../measures/order-book";
import type { Progress } from "../define";
import { NO_SALE, type ProductSales } from "./sales";
import type { Adoption, AdoptionGroup, LogRank } from "./spec";

const CUSTOMERS_A_SLICE = 20_000;
const YEAR_DAYS = 365;
const SOON_DAYS = 90;
/** A step curve of more than this is thinned for the page. */
const MOST_STEPS = 400;

/** Who could buy a product, since when, and who did; slot k of each array is one customer, rows ascending. */
export interface Chances {
  readonly launchDay: number;
  readonly rows: Uint32Array;
  readonly durations: Float64Array;
  readonly outcomes: Uint8Array;
  /** 1 = bought before the product was there and in the year before it, 0 = came later */
  readonly isExisting: Uint8Array;
  /** 1..3 = A..C by the sales of the year before it; 0 = none */
  readonly grades: Uint8Array;
}

/**
 * The time from when each customer could first buy a product to when it did.
 *
 * Existing customers (a sale in the year before the first sale of the product) can from that day on; new customers (first sale
 * ever on that day or later) from their own first sale on. Who has not bought it by the as-of day is seen up to it. Customers
 * that had gone before are left out.
 */
export function* chancesOf(
  book: OrderBook,
  { items, firstDays }: ProductSales,
  item: number,
  asOfDay: number,
): Generator<Progress, Chances, void> {
  const launchDay = firstDays[item]!;
  const rows: number[] = [];
  const durations: number[] = [];
  const outcomes: number[] = [];
  const isExisting: number[] = [];
  const sales = new Float64Array(book.customerCount);
  const { offsets, days, amounts } = book;
  for (let customer = 0; customer < book.customerCount; customer++) {
    if (customer % CUSTOMERS_A_SLICE === CUSTOMERS_A_SLICE - 1) yield { done: 0.85 };
    let first = -1;
    let bought = -1;
    let before = 0;
    let wasThere = false;
    for (let slot = offsets[customer]!; slot < offsets[customer + 1]!; slot++) {
      if (items[slot] === NO_SALE) continue;
      const day = days[slot]!;
      if (first < 0) first = slot;
      if (day >= launchDay - YEAR_DAYS && day < launchDay) {
        wasThere = true;
        before += amounts[slot]!;
      }
      if (items[slot] !== item) continue;
      bought = day;
      break;
    }
    if (first < 0) continue;
    const firstDay = days[first]!;
    if (firstDay < launchDay && !wasThere) continue;
    const from = Math.max(firstDay, launchDay);
    rows.push(customer);
    durations.push((bought < 0 ? asOfDay : bought) - from);
    outcomes.push(bought < 0 ? 0 : 1);
    isExisting.push(firstDay < launchDay ? 1 : 0);
    sales[customer] = before;
  }
  return {
    launchDay,
    rows: Uint32Array.from(rows),
    durations: Float64Array.from(durations),
    outcomes: Uint8Array.from(outcomes),
    isExisting: Uint8Array.from(isExisting),
    grades: gradeEach(rows, isExisting, sales),
  };
}

function gradeEach(
  rows: readonly number[],
  isExisting: readonly number[],
  sales: Float64Array,
): Uint8Array {
  const existing = Uint32Array.from(rows.filter((_, k) => isExisting[k] === 1));
  const grades = gradesOf(valueRanking(existing, sales), abcCut(DEFAULT_ABC_CUT), sales.length);
  return Uint8Array.from(rows, (row) => grades[row]!);
}

const GROUPS = ["existing", "new", "a", "b", "c"] as const;

/** Slots of a group. */
function slotsIn(
  { rows, isExisting, grades }: Chances,
  group: AdoptionGroup["group"],
): Uint32Array {
  const grade = GROUPS.indexOf(group) - 1;
  const found: number[] = [];
  for (let k = 0; k < rows.length; k++) {
    const isIn =
      grade >= 1 ? grades[k] === grade : isExisting[k] === (group === "existing" ? 1 : 0);
    if (isIn) found.push(k);
  }
  return Uint32Array.from(found);
}

/** The curves of a product's adoption and how they compare. */
export function adoptionOf(chances: Chances, name: string): Adoption {
  const seen = { durations: chances.durations, outcomes: chances.outcomes, entries: null };
  const groups: AdoptionGroup[] = [];
  const times = new Map<string, Lifetimes>();
  for (const group of GROUPS) {
    const subjects = slotsIn(chances, group);
    if (subjects.length === 0) continue;
    const sorted = lifetimes(seen, { subjects });
    times.set(group, sorted);
    groups.push(groupOf(group, sorted));
  }
  const compared = (names: readonly string[]): LogRank | null => {
    const own = names.flatMap((group) => times.get(group) ?? []);
    const test = own.length < 2 ? null : logRankTest([own]);
    return test === null ? null : { chi2: test.chiSquared, df: test.df, p: test.p };
  };
  return {
    name,
    launchDay: chances.launchDay,
    buyers: chances.outcomes.reduce((sum, outcome) => sum + outcome, 0),
    groups,
    existingAgainstNew: compared(["existing", "new"]),
    byGrade: compared(["a", "b", "c"]),
  };
}

function groupOf(group: AdoptionGroup["group"], sorted: Lifetimes): AdoptionGroup {
  const curve = kaplanMeier(sorted);
  const m = curve.times.length;
  const every = Math.max(1, Math.ceil(m / MOST_STEPS));
  const kept: number[] = [];
  for (let k = 0; k < m; k++) if (k % every === 0 || k === m - 1) kept.push(k);
  const pick = (of: (k: number) => number): Float64Array => Float64Array.from(kept, of);
  const share = (k: number): number => 1 - curve.survival[k]!;
  const orShare = (value: number, k: number): number =>
    Number.isNaN(value) ? share(k) : 1 - value;
  const soon = stepAt(curve, SOON_DAYS);
  const isSeen = curve.lastTime >= SOON_DAYS || curve.eventCount === curve.n;
  const sofar = soon < 0 ? 0 : share(soon);
  return {
    group,
    n: curve.n,
    adopters: curve.eventCount,
    times: pick((k) => curve.times[k]!),
    adopted: pick(share),
    low: pick((k) => orShare(curve.upper[k]!, k)),
    high: pick((k) => orShare(curve.lower[k]!, k)),
    atRisk: pick((k) => curve.atRisk[k]!),
    lastTime: curve.lastTime,
    within90: isSeen ? sofar : null,
  };
}

/** Rows of the customers of "<group>:yes" or "<group>:no", ascending; null for no such cell. */
export function adoptionMembers(chances: Chances, group: string, did: string): Uint32Array | null {
  const known = GROUPS.find((id) => id === group);
  if (known === undefined || (did !== "yes" && did !== "no")) return null;
  const outcome = did === "yes" ? 1 : 0;
  const slots = slotsIn(chances, known);
  if (slots.length === 0) return null;
  return slots.filter((k) => chances.outcomes[k] === outcome).map((k) => chances.rows[k]!);
}
