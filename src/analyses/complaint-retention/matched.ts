import { civilFromDay, dayFromCivil, type EpochDay } from "../../kernel/base/calendar";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import type { OrderBook } from "../../measures/order-book";
import { lastSale, stayOf, type Complained, type Followed, type FollowSight } from "./followed";

const YEAR = 365;
/** Who complains has mostly bought lately; so must the customer beside have. */
const RECENT_DAYS = 30;
/** Sales of the year before of both differ by this factor at most. */
const CALIPER = 2;

export interface Pair {
  readonly complained: Followed;
  readonly like: Followed;
}

/**
 * For each customer that complained another without a complaint up to the day of judging, who bought as lately and whose sales in the
 * year before the month are nearest, by a factor of two at most; each is taken once, the earlier complaints first.
 *
 * @yields after each month of complaints. O(months × lines + complaints × candidates)
 */
export function* matchedPairs(
  sight: FollowSight,
  { followed, firstDay }: Complained,
  customerRows: Bitset | null,
): Generator<void, readonly Pair[], void> {
  const { book, params } = sight;
  const taken = new Set<number>();
  const pairs: Pair[] = [];
  const ordered = followed.toSorted((a, b) => a.openedOn - b.openedOn || a.row - b.row);
  for (let i = 0; i < ordered.length;) {
    const month = firstOfMonth(ordered[i]!.openedOn);
    const sales = salesBefore(book, month);
    const isOpen = (row: number): boolean => customerRows === null || hasBit(customerRows, row);
    const pool = Int32Array.from(sales.keys()).filter(isOpen);
    pool.sort((a, b) => sales[a]! - sales[b]! || a - b);
    yield;
    for (; i < ordered.length && firstOfMonth(ordered[i]!.openedOn) === month; i++) {
      const one = ordered[i]!;
      const recent = Math.max(RECENT_DAYS, one.openedOn - lastSale(book, one.row, one.openedOn)!);
      const isFree = (row: number): boolean => {
        const own = firstDay.get(row);
        if (taken.has(row) || (own !== undefined && own <= one.openedOn + params.judgeDays))
          return false;
        const last = lastSale(book, row, one.openedOn);
        return last !== null && one.openedOn - last <= recent;
      };
      const row = nearest(pool, sales, { value: sales[one.row]!, isFree });
      const stay = row === null ? null : stayOf(sight, row, one.openedOn);
      if (row === null || stay === null) continue;
      taken.add(row);
      pairs.push({
        complained: one,
        like: { row, group: "none", openedOn: one.openedOn, ...stay },
      });
    }
    yield;
  }
  return pairs;
}

function firstOfMonth(day: number): number {
  const { year, month } = civilFromDay(day as EpochDay);
  return dayFromCivil(year, month, 1);
}

/** Money of the sale lines of the year before a day, by customer; 0 of who bought nothing then. */
function salesBefore(book: OrderBook, day: number): Float64Array {
  const sales = new Float64Array(book.customerCount);
  for (let row = 0; row < book.customerCount; row++) {
    let sum = 0;
    for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
      const on = book.days[slot]!;
      if (on >= day) break;
      if (on >= day - YEAR && hasBit(book.saleSlots, slot)) sum += book.amounts[slot]!;
    }
    sales[row] = sum;
  }
  return sales;
}

interface Wanted {
  readonly value: number;
  readonly isFree: (row: number) => boolean;
}

/** The free one whose sales are nearest by factor; of two equally near the one with less. */
function nearest(pool: Int32Array, sales: Float64Array, { value, isFree }: Wanted): number | null {
  let [from, to] = [0, pool.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sales[pool[middle]!]! < value) from = middle + 1;
    else to = middle;
  }
  const isNear = (place: number): boolean => {
    const other = place < 0 || place >= pool.length ? NaN : sales[pool[place]!]!;
    return other === value || (other > 0 && value > 0 && factor(other, value) <= CALIPER);
  };
  let below = from - 1;
  let above = from;
  while (isNear(below) && !isFree(pool[below]!)) below--;
  while (isNear(above) && !isFree(pool[above]!)) above++;
  const [down, up] = [isNear(below), isNear(above)];
  if (!down && !up) return null;
  if (!up) return pool[below]!;
  if (!down) return pool[above]!;
  const isBelow = factor(sales[pool[below]!]!, value) <= factor(sales[pool[above]!]!, value);
  return pool[isBelow ? below : above]!;
}

const factor = (a: number, b: number): number => (a === b ? 1 : Math.max(a, b) / Math.min(a, b));
