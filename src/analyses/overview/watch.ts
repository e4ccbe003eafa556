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
  const returned = returnedLines(book, window, slotsOf(book, orderRows));
  const { customers, lines, money } = returned;
  const returnedCount = lines.reduce((sum, count) => sum + count, 0);
  const { windowLines } = pulse;
  let sold = 0;
  for (let place = 0; place < windowLines.length; place++) sold += windowLines[place]!;
  const share = returnedCount + sold === 0 ? 0 : returnedCount / (returnedCount + sold);
  const { candidates, pValues } = testedCustomers(returned, pulse, share);
  const rates = falseDiscoveryRates(pValues, customers.length);
  const found = candidates.flatMap((k, i): ReturningCustomer[] =>
    rates[i]! <= FALSE_DISCOVERY_RATE && money[k]! > 0
      ? [{ customer: customers[k]!, amount: money[k]!, lines: lines[k]!, q: rates[i]! }]
      : [],
  );
  found.sort((a, b) => b.amount - a.amount || a.customer - b.customer);
  return { found, judged: customers.length, share, amount: returned.amount };
}

/** Returned and cancelled lines and their money by customer; only customers with such a line, ascending. */
interface Returned {
  readonly customers: readonly number[];
  readonly lines: readonly number[];
  readonly money: readonly number[];
  readonly amount: number;
}

function returnedLines(book: OrderBook, window: Period, slots: Bitset | null): Returned {
  const { returnSlots, offsets, days, amounts } = book;
  const customers: number[] = [];
  const lines: number[] = [];
  const money: number[] = [];
  let amount = 0;
  let customer = 0;
  let last = -1;
  for (let k = 0; k < returnSlots.length; k++) {
    const slot = returnSlots[k]!;
    if (slots !== null && ((slots.words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
    const day = days[slot]!;
    if (day < window.fromDay || day > window.toDay) continue;
    while (offsets[customer + 1]! <= slot) customer++;
    if (customers[last] !== customer) {
      last = customers.push(customer) - 1;
      lines.push(0);
      money.push(0);
    }
    lines[last]!++;
    money[last]! -= amounts[slot]!;
    amount -= amounts[slot]!;
  }
  return { customers, lines, money, amount };
}

/** Those with at least twice the share of everybody and a p of at most the level, as indices of `returned`. */
function testedCustomers({ customers, lines }: Returned, pulse: Pulse, share: number) {
  const candidates: number[] = [];
  const pValues: number[] = [];
  const tails = new Map<number, number>();
  let place = 0;
  for (let k = 0; k < customers.length; k++) {
    const customer = customers[k]!;
    const count = lines[k]!;
    while (place < pulse.customers.length && pulse.customers[place]! < customer) place++;
    const all = count + (pulse.customers[place] === customer ? pulse.windowLines[place]! : 0);
    if (count < SMALLEST_MULTIPLE * share * all) continue;
    const key = count * MOST_LINES + all;
    let p = tails.get(key);
    if (p === undefined) tails.set(key, (p = binomialUpperTail(count, all, share)));
    if (p > FALSE_DISCOVERY_RATE) continue;
    candidates.push(k);
    pValues.push(p);
  }
  return { candidates, pValues };
}
