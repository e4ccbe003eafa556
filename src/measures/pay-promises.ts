import type { Tables } from "../domain/generation";
import type { PayPromise, PayPromises, PromiseFate } from "../domain/pay-promise";
import { MISSING_CODE, MISSING_DAY, requiredColumn } from "../kernel/table/column";
import { daysOf, linkedTable, numbersOf } from "./cost-driver";
import { customerFinder } from "./merged-customers";
import { HALF_A_CENT, openAmounts, settledDays } from "./payment-delay";

/** One promise against what was paid. */
export interface JudgedPromise {
  /** of the record */
  readonly key: string;
  /** of the customer table; −1 where the data do not have the customer */
  readonly row: number;
  readonly dueOn: number;
  readonly fate: PromiseFate;
  /** money that came in from the day it was given to the day it was due, and no earlier promise had claimed */
  readonly paid: number;
}

export interface JudgedPromises {
  /** what says that money came in; null: nothing */
  readonly from: "payments" | "invoices" | null;
  /** as of the day; a promise that was given later is not among them */
  readonly all: readonly JudgedPromise[];
}

interface Receipt {
  readonly day: number;
  rest: number;
}

interface Receipts {
  readonly from: JudgedPromises["from"];
  /** by row of `customers`, earliest first */
  readonly byCustomer: ReadonlyMap<number, Receipt[]>;
  /** money of which nobody knows the day, so that it may have been in time; Infinity: nothing is known of the customer's money */
  readonly undated: (row: number) => number;
  /** the last day on which anybody paid, up to the as-of day; MISSING_DAY without one */
  readonly lastDay: number;
}

/**
 * Which promises were kept by the end of a day.
 *
 * Kept: the money came in from the day it was given to the day it was due, both included. Money counts once, for the promise that is due
 * first. Money is what `payments` say; without them what the invoices say was settled, for customers that have any.
 *
 * @param asOfDay  later payments are not seen; what is due after it is open
 * @returns in the order of `promises`. A promise past due is unclear, not broken, where no payment of anybody is known from its day on, or
 *   where money without a day would make it kept
 *
 * O(rows + promises log promises).
 */
export function judgedPromises(
  tables: Tables,
  promises: PayPromises,
  asOfDay: number,
): JudgedPromises {
  if (promises.size === 0) return { from: null, all: [] };
  const find = customerFinder(tables.customers);
  const known = [...promises]
    .filter(([, { madeOn }]) => madeOn <= asOfDay)
    .map(([key, promise]) => ({ key, promise, row: find(promise.customer) }));
  const rows = new Set(known.map(({ row }) => row));
  const receipts = receiptsOf(tables, rows, asOfDay);
  const paid = new Map<string, number>();
  const inTurn = known.toSorted(
    (a, b) =>
      a.promise.dueOn - b.promise.dueOn ||
      a.promise.madeOn - b.promise.madeOn ||
      (a.key < b.key ? -1 : 1),
  );
  for (const { key, promise, row } of inTurn)
    paid.set(key, claimed(receipts.byCustomer.get(row) ?? [], promise));
  return {
    from: receipts.from,
    all: known.map(({ key, promise, row }): JudgedPromise => {
      const money = paid.get(key)!;
      const fate = fateOf(promise, { money, row, receipts, asOfDay });
      return { key, row, dueOn: promise.dueOn, fate, paid: money };
    }),
  };
}

interface Sight {
  readonly money: number;
  readonly row: number;
  readonly receipts: Receipts;
  readonly asOfDay: number;
}

function fateOf(
  { amount, dueOn }: PayPromise,
  { money, row, receipts, asOfDay }: Sight,
): PromiseFate {
  if (money > amount - HALF_A_CENT) return "kept";
  if (dueOn > asOfDay) return "open";
  // What was paid after the last payment that is known may not have been imported yet.
  if (row < 0 || receipts.lastDay < dueOn) return "unclear";
  return money + receipts.undated(row) > amount - HALF_A_CENT ? "unclear" : "broken";
}

/** Takes the money of a promise out of what came in in its days. */
function claimed(receipts: readonly Receipt[], { madeOn, dueOn, amount }: PayPromise): number {
  let sum = 0;
  for (const receipt of receipts) {
    if (receipt.day < madeOn) continue;
    if (receipt.day > dueOn || sum >= amount) break;
    const part = Math.min(receipt.rest, amount - sum);
    receipt.rest -= part;
    sum += part;
  }
  return sum;
}

function receiptsOf(tables: Tables, wanted: ReadonlySet<number>, asOfDay: number): Receipts {
  const payments = linkedTable(tables.payments);
  const paidOn = payments === null ? null : daysOf(payments, "paidOn");
  const amounts = payments === null ? null : numbersOf(payments, "amount");
  if (payments !== null && paidOn !== null && amounts !== null) {
    const { codes } = requiredColumn(payments, "customer", "dictionary");
    const parts = amounts;
    return gathered("payments", { codes, days: paidOn, amounts, parts }, wanted, asOfDay);
  }
  const invoices = linkedTable(tables.invoices);
  const settled = invoices === null ? null : settledDays(invoices, tables.payments);
  const billed = invoices === null ? null : numbersOf(invoices, "amount");
  if (invoices === null || settled === null || billed === null)
    return { from: null, byCustomer: new Map(), undated: () => Infinity, lastDay: MISSING_DAY };
  const { codes } = requiredColumn(invoices, "customer", "dictionary");
  const open = openAmounts(invoices);
  // Part of an invoice may be paid, and no column says when.
  const parts = billed.map((amount, row) => {
    const rest = open === null ? NaN : open[row]!;
    return rest === rest ? amount - rest : amount;
  });
  return gathered("invoices", { codes, days: settled, amounts: billed, parts }, wanted, asOfDay);
}

interface Money {
  readonly codes: Uint32Array;
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  /** of each row without a day: money that may have come in on any */
  readonly parts: Float64Array;
}

function gathered(
  from: "payments" | "invoices",
  { codes, days, amounts, parts }: Money,
  wanted: ReadonlySet<number>,
  asOfDay: number,
): Receipts {
  const byCustomer = new Map<number, Receipt[]>();
  const undated = new Map<number, number>();
  let lastDay = MISSING_DAY;
  for (let row = 0; row < codes.length; row++) {
    const [day, customer] = [days[row]!, codes[row]!];
    if (day > asOfDay) continue;
    if (day > lastDay) lastDay = day;
    if (customer === MISSING_CODE || !wanted.has(customer)) continue;
    const before = undated.get(customer);
    const part = day === MISSING_DAY && parts[row]! > 0 ? parts[row]! : 0;
    undated.set(customer, before === undefined ? part : before + part);
    if (day === MISSING_DAY || !(amounts[row]! > 0)) continue;
    const own = byCustomer.get(customer) ?? [];
    byCustomer.set(customer, own);
    own.push({ day, rest: amounts[row]! });
  }
  for (const own of byCustomer.values()) own.sort((a, b) => a.day - b.day);
  // Who has no payment has not paid; who has no invoice may have paid all the same.
  const unlisted = from === "payments" ? 0 : Infinity;
  return { from, byCustomer, undated: (row) => undated.get(row) ?? unlisted, lastDay };
}
