import { MINUTES_PER_DAY } from "../../domain/moment";
import { hasBit } from "../../kernel/table/bitset";
import type { Table } from "../../kernel/table/column";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { numbersOf } from "../../measures/cost-driver";
import type { OrderBook } from "../../measures/order-book";
import type { EffectParams } from "./spec";

const MINUTES_PER_HOUR = 60;

/** Customers by their first answered complaint; arrays of length n, in the order of waiting. */
export interface Followed {
  readonly rows: Uint32Array;
  /** hours of the wall clock to the first response */
  readonly hours: Float64Array;
  readonly hits: Uint8Array;
  readonly unanswered: number;
  readonly unfollowed: number;
}

interface Sight {
  readonly cases: ComplaintCases;
  readonly table: Table;
  readonly book: OrderBook;
  readonly params: EffectParams;
}

/**
 * What came after the first answered complaint of each customer.
 *
 * Bought: a sale within `followDays` after the day of the response, of those of whom that time is over. Satisfied: what the case
 * says; one nobody asked is left out. Counting begins with the response, so that a long wait leaves no less time to buy in.
 * O(cases log cases + lines of these customers).
 */
export function followedOf({ cases, table, book, params }: Sight): Followed {
  const first = firstAnswered(cases);
  const flags = numbersOf(table, "isSatisfied");
  const lastDay = cases.end / MINUTES_PER_DAY - 1;
  const found: { readonly row: number; readonly hours: number; readonly hit: number }[] = [];
  let unfollowed = 0;
  for (const [row, place] of first.answered) {
    const responded = cases.responded[place]!;
    const day = Math.floor(responded / MINUTES_PER_DAY);
    let hit: number;
    if (params.outcome === "satisfied") hit = flags === null ? NaN : flags[cases.rows[place]!]!;
    else if (day + params.followDays > lastDay || row >= book.customerCount) hit = NaN;
    else hit = buysWithin(book, row, { day, days: params.followDays }) ? 1 : 0;
    if (Number.isNaN(hit)) unfollowed++;
    else found.push({ row, hours: (responded - cases.opened[place]!) / MINUTES_PER_HOUR, hit });
  }
  found.sort((a, b) => a.hours - b.hours || a.row - b.row);
  return {
    rows: Uint32Array.from(found, ({ row }) => row),
    hours: Float64Array.from(found, ({ hours }) => hours),
    hits: Uint8Array.from(found, ({ hit }) => hit),
    unanswered: first.unanswered,
    unfollowed,
  };
}

/** Place of the first answered case of each customer; of two at one moment the quicker. */
function firstAnswered({ n, customers, opened, responded }: ComplaintCases): {
  readonly answered: ReadonlyMap<number, number>;
  readonly unanswered: number;
} {
  const answered = new Map<number, number>();
  const complained = new Set<number>();
  for (let i = 0; i < n; i++) {
    const row = customers[i]!;
    if (row < 0) continue;
    complained.add(row);
    if (Number.isNaN(responded[i]!)) continue;
    const known = answered.get(row);
    const isEarlier =
      known === undefined ||
      opened[i]! < opened[known]! ||
      (opened[i] === opened[known] && responded[i]! < responded[known]!);
    if (isEarlier) answered.set(row, i);
  }
  return { answered, unanswered: complained.size - answered.size };
}

function buysWithin(
  book: OrderBook,
  row: number,
  { day, days }: { readonly day: number; readonly days: number },
): boolean {
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    const bought = book.days[slot]!;
    if (bought > day + days) return false;
    if (bought > day && hasBit(book.saleSlots, slot)) return true;
  }
  return false;
}
