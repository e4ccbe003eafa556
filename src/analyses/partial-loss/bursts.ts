import { saleSlots } from "../../measures/filter";
import type { Progress } from "../define";
import { pastFrom, recentFrom, type Scan, type Spans } from "./spans";

const LINES_A_SLICE = 1 << 15;

/**
 * Whether order days come evenly enough for the test: variance ÷ mean of their number by window before the last, pooled over
 * customers that were there in all of them. 1 for a Poisson flow; above it orders come in bursts and the p are too small.
 *
 * @param places  of whole customers
 * @returns null with one window before, or without such a customer. O(lines of these customers)
 */
export function* dispersionOf(
  { book, orderRows, windows }: Scan,
  spans: Spans,
  places: Uint32Array,
): Generator<Progress, number | null, void> {
  if (windows.windows < 2) return null;
  const { words } = saleSlots(book, orderRows);
  const [from, to] = [pastFrom(windows), recentFrom(windows)];
  const counts = new Float64Array(windows.windows);
  let squares = 0;
  let means = 0;
  let seen = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (spans.firstDays[place]! >= from) continue;
    const customer = spans.customers[place]!;
    seen += book.offsets[customer + 1]! - book.offsets[customer]!;
    if (seen > LINES_A_SLICE) {
      seen = 0;
      yield { done: 0.9 };
    }
    counts.fill(0);
    let last = from - 1;
    for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = book.days[slot]!;
      if (day >= to) break;
      if (day <= last) continue;
      last = day;
      counts[Math.floor((day - from) / windows.windowDays)]!++;
    }
    const mean = spans.pastDays[place]! / windows.windows;
    for (let k = 0; k < counts.length; k++) squares += (counts[k]! - mean) ** 2;
    means += mean;
  }
  return means === 0 ? null : squares / (windows.windows - 1) / means;
}
