import { binomialUpperTail } from "../../kernel/stats/binomial";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import type { Bitset } from "../../kernel/table/bitset";
import type { Period } from "../../domain/scope";
import { slotsOf } from "../../measures/filter";
import type { Pulse } from "../../measures/lifecycle-pulse";
import type { OrderBook } from "../../measures/order-book";

const FALSE_DISCOVERY_RATE = 0.1;
/** Share of returned lines against everybody's from which returns are unusual. */
const SMALLEST_MULTIPLE = 2;
/** Above the lines of any customer, so that two counts make one exact key. */
const MOST_LINES = 2 ** 26;

export interface ReturningCustomer {
  readonly customer: number;
  /** money returned in the period, above 0 */
  readonly amount: number;
  readonly lines: number;
  readonly q: number;
}

export interface ReturnsWatch {
  readonly found: readonly ReturningCustomer[];
  readonly judged: number;
  /** returned and cancelled lines / all lines of the period */
  readonly share: number;
  /** money returned by everybody, above 0 */
  readonly amount: number;
}

/**
 * Customers that return more than others, beyond chance.
 *
 * Of a customer's n lines in the period r came back (returned or cancelled). Under the share p of everybody r is
 * Binomial(n, p); named are those with a false discovery rate of at most 10 % and at least twice the share of everybody.
 * Only customers with a returned line are tested. O(returned lines + customers).
 */
export function unusualReturns(
  book: OrderBook,
  pulse: Pulse,
  window: Period,
  orderRows: Bitset | null,
): ReturnsWatch {
  const slots = slotsOf(book, orderRows);
  const lines = new Uint32Array(book.customerCount);
  const money = new Float64Array(book.customerCount);
  let returned = 0;
  let amount = 0;
  let customer = 0;
  const { returnSlots } = book;
  for (let k = 0; k < returnSlots.length; k++) {
    const slot = returnSlots[k]!;
    while (book.offsets[customer + 1]! <= slot) customer++;
    const day = book.days[slot]!;
    if (day < window.fromDay || day > window.toDay) continue;
    if (slots !== null && ((slots.words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
    lines[customer]!++;
    money[customer]! -= book.amounts[slot]!;
    returned++;
    amount -= book.amounts[slot]!;
  }
  let sold = 0;
  const { windowLines } = pulse;
  for (let row = 0; row < windowLines.length; row++) sold += windowLines[row]!;
  const share = returned + sold === 0 ? 0 : returned / (returned + sold);
  const { judged, candidates, pValues } = testedCustomers(lines, pulse.windowLines, share);
  const rates = falseDiscoveryRates(pValues, judged);
  const found = candidates.flatMap((row, i): ReturningCustomer[] =>
    rates[i]! <= FALSE_DISCOVERY_RATE && money[row]! > 0
      ? [{ customer: row, amount: money[row]!, lines: lines[row]!, q: rates[i]! }]
      : [],
  );
  found.sort((a, b) => b.amount - a.amount || a.customer - b.customer);
  return { found, judged, share, amount };
}

/** Customers with at least twice the share of everybody and a p of at most the level; `judged`: any returned line. */
function testedCustomers(returned: Uint32Array, sold: Uint32Array, share: number) {
  const candidates: number[] = [];
  const pValues: number[] = [];
  const tails = new Map<number, number>();

  let judged = 0;
  for (let row = 0; row < returned.length; row++) {
    const count = returned[row]!;
    if (count === 0) continue;
    judged++;
    const all = count + sold[row]!;
    if (count < SMALLEST_MULTIPLE * share * all) continue;
    const key = count * MOST_LINES + all;
    let p = tails.get(key);
    if (p === undefined) tails.set(key, (p = binomialUpperTail(count, all, share)));
    if (p > FALSE_DISCOVERY_RATE) continue;
    candidates.push(row);
    pValues.push(p);
  }
  return { judged, candidates, pValues };
}
