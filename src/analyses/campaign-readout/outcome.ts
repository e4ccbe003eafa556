import type { OwnCampaign } from "../../domain/own-campaign";
import { MISSING_CODE, MISSING_DAY } from "../../kernel/table/column";
import { readFlag, UNKNOWN_FLAG } from "../../measures/churn/label";
import { daysOf } from "../../measures/cost-driver";
import { saleSlots } from "../../measures/filter";
import { orderBook } from "../../measures/order-book";
import { datedExits } from "../../measures/tenure/dated-exits";
import type { Ambient, Input } from "../define";

/** Days after `after`, up to `until`. */
export interface Watch {
  readonly after: number;
  readonly until: number;
}

/** Whether it happened to a customer in these days; null: the data do not say. */
export type Happened = (row: number, watch: Watch) => boolean | null;

/** What the data tell of one kind of outcome. */
export interface Told {
  /** left, or came back: what is counted for this list */
  readonly happened: Happened;
  /** the last day that they tell of */
  readonly lastDay: number;
}

/**
 * What tells the outcome of a campaign.
 *
 * - `orders`: bought in these days (for `targeting`: did not)
 * - `exits`: a whole exit in these days that was not won back within them (for `winback`: a day of winning back in them)
 * - `flag`: `hasChurned` as it stands now, which has no day; nobody comes back by it
 *
 * @returns null where the data do not have it. O(exits), then O(lines of the customer) a question
 */
export function toldOf(
  { list, outcome }: Pick<OwnCampaign, "list" | "outcome">,
  input: Input,
  ambient: Ambient,
): Told | null {
  switch (outcome) {
    case "orders":
      return byOrders(list, input, ambient);
    case "exits":
      return list === "targeting" ? byExits(input, ambient) : byReturns(input, ambient);
    case "flag":
      return list === "targeting" ? byFlag(input, ambient) : null;
  }
}

function byOrders(
  list: OwnCampaign["list"],
  input: Input,
  { scope, orderRows }: Ambient,
): Told | null {
  const lastDay = lastOrderDay(input, scope.asOfDay);
  if (lastDay === null) return null;
  const book = orderBook(input);
  const { words } = saleSlots(book, orderRows);
  const hasBought = (row: number, { after, until }: Watch): boolean => {
    for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
      const day = book.days[slot]!;
      if (day > until) return false;
      if (day > after && ((words[slot >>> 5]! >>> (slot & 31)) & 1) === 1) return true;
    }
    return false;
  };
  return {
    lastDay,
    happened: (row, watch) => hasBought(row, watch) === (list === "winback"),
  };
}

interface Leaving {
  readonly day: number;
  /** MISSING_DAY: not won back */
  readonly backOn: number;
}

function byExits(input: Input, { scope }: Ambient): Told | null {
  const exits = leavingsOf(input);
  const leftOn = daysOf(input.customers, "churnedOn");
  if (exits === null && leftOn === null) return null;
  const isGone = ({ day, backOn }: Leaving, { after, until }: Watch): boolean =>
    day > after && day <= until && (backOn === MISSING_DAY || backOn > until);
  return {
    lastDay: lastToldDay(input, exits, scope.asOfDay),
    happened: (row, watch) => {
      const own = exits?.get(row);
      if (own !== undefined) return own.some((one) => isGone(one, watch));
      const day = leftOn === null ? MISSING_DAY : leftOn[row]!;
      return day !== MISSING_DAY && isGone({ day, backOn: MISSING_DAY }, watch);
    },
  };
}

function byReturns(input: Input, { scope }: Ambient): Told | null {
  const exits = leavingsOf(input);
  if (exits === null || input.exits?.columns.has("wonBackOn") !== true) return null;
  return {
    lastDay: lastToldDay(input, exits, scope.asOfDay),
    happened: (row, { after, until }) =>
      (exits.get(row) ?? []).some(({ backOn }) => backOn > after && backOn <= until),
  };
}

function byFlag(input: Input, { scope }: Ambient): Told | null {
  const flag = readFlag(input.customers, "hasChurned");
  if (flag === null) return null;
  return {
    lastDay: lastToldDay(input, null, scope.asOfDay),
    happened: (row) => (flag.values[row] === UNKNOWN_FLAG ? null : flag.values[row] === 1),
  };
}

/** The last order day up to the as-of day; null without orders that name customers. */
function lastOrderDay(input: Input, asOfDay: number): number | null {
  if (!input.orders.columns.has("customer")) return null;
  const span = orderBook(input).saleSpan;
  return span === null ? null : Math.min(span.lastDay, asOfDay);
}

/** How far the data reach: to the last order or exit, whichever is later; with neither to the as-of day. */
function lastToldDay(
  input: Input,
  exits: ReadonlyMap<number, readonly Leaving[]> | null,
  asOfDay: number,
): number {
  let last = lastOrderDay(input, asOfDay);
  for (const own of exits?.values() ?? []) {
    for (const { day, backOn } of own) {
      const latest = Math.max(day, backOn);
      if (latest <= asOfDay && (last === null || latest > last)) last = latest;
    }
  }
  return last === null ? asOfDay : last;
}

/** Whole exits by customer; null without a table that dates them. */
function leavingsOf(input: Input): ReadonlyMap<number, readonly Leaving[]> | null {
  const exits = datedExits(input.exits);
  if (exits === null) return null;
  const found = new Map<number, Leaving[]>();
  for (let i = 0; i < exits.days.length; i++) {
    const [row, day] = [exits.customers[i]!, exits.days[i]!];
    if (row === MISSING_CODE || day === MISSING_DAY || exits.isPartial(i)) continue;
    const own = found.get(row) ?? [];
    found.set(row, own);
    own.push({ day, backOn: exits.backOn(i) });
  }
  return found;
}
