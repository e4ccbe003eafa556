import type { ExitWords } from "../../domain/churn-cause";
import { readExit, type ReadExit } from "../../domain/exit-reasons";
import { linkedTable, numbersOf } from "../../measures/cost-driver";
import { exitWordsReader } from "../../measures/exit-words";
import { saleSlots } from "../../measures/filter";
import { orderBook } from "../../measures/order-book";
import { exitDays } from "../../measures/tenure/from-contracts";
import type { Tenure } from "../../measures/tenure/tenure";
import type { Ambient, Input } from "../define";

/** What is known of one lost customer. */
export interface LostCustomer {
  /** slot of the tenure */
  readonly slot: number;
  /** null without a row of exits */
  readonly words: ExitWords | null;
  /** what is made of them */
  readonly reading: ReadExit | null;
  /** NaN where unknown */
  readonly money: number;
}

export interface ExitFacts {
  readonly lost: readonly LostCustomer[];
  readonly moneyBasis: "given" | "sales" | null;
}

const YEAR_DAYS = 365;
const LOST_A_SLICE = 1000;

/**
 * What the exits say of every lost customer, and what it was worth.
 *
 * Money is the amount that the exits name; where none does, the sales of the 365 days up to the exit. O(exits + lines).
 * @yields between slices
 */
export function* exitFacts(
  input: Input,
  tenure: Tenure,
  ambient: Ambient,
): Generator<void, ExitFacts, void> {
  const table = linkedTable(input.exits);
  const read = table === null ? null : exitWordsReader(table);
  const amounts = table === null ? null : numbersOf(table, "lostAmount");
  // Of two exits on one day the one that is first by its own words: the order of rows must not matter.
  const told = (row: number): string =>
    read === null ? "" : JSON.stringify([read(row), String(amounts?.[row])]);
  const found = exitDays(input, ambient.scope.asOfDay, (row, other) => told(row) < told(other));
  const isGiven = amounts !== null && amounts.some((amount) => !Number.isNaN(amount));
  const canSum = !isGiven && found !== null && input.orders.columns.has("customer");
  const salesOf = canSum ? yearSales(input, ambient) : null;
  yield;
  const lost: LostCustomer[] = [];
  for (const [slot, customer] of tenure.customers.entries()) {
    if (tenure.seen.outcomes[slot] === 0) continue;
    if (lost.length % LOST_A_SLICE === LOST_A_SLICE - 1) yield;
    const row = found === null ? -1 : found.rows[customer]!;
    const words = row < 0 || read === null ? null : read(row);
    let money = NaN;
    if (row >= 0 && isGiven) money = amounts[row]!;
    else if (row >= 0 && salesOf !== null && found !== null)
      money = salesOf(customer, found.days[customer]!);
    const reading = words === null ? null : readExit(words, ambient.reasonReadings);
    lost.push({ slot, words, reading, money });
  }
  if (isGiven) return { lost, moneyBasis: "given" };
  return { lost, moneyBasis: salesOf === null ? null : "sales" };
}

function yearSales(
  input: Input,
  { orderRows }: Ambient,
): (customer: number, day: number) => number {
  const book = orderBook(input);
  const { words } = saleSlots(book, orderRows);
  return (customer, day) => {
    let sum = 0;
    for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
      const on = book.days[slot]!;
      if (on > day) break;
      if (on <= day - YEAR_DAYS || ((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      sum += book.amounts[slot]!;
    }
    return sum;
  };
}
