import { abcCut, GRADES } from "../../domain/rule-book";
import { amountsOf, profitsOf, type CustomerLedger } from "../../measures/customer-ledger";
import { gradesOf } from "../../measures/grades";
import { orderBook } from "../../measures/order-book";
import { rankedValue } from "../../measures/value-rank";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Input } from "../define";
import { TIERS, type FlowCell, type GradesParams, type Tier, type TierFlow } from "./spec";

/** Tiers of every customer in both periods, as indices into TIERS, with what is said of them. */
export interface Flow {
  readonly before: Uint8Array;
  readonly now: Uint8Array;
  readonly result: TierFlow;
}

const NONE = TIERS.indexOf("none");

/**
 * How customers moved between the grades of the period before and of this one, by value alone: who paid how in the past is not
 * known as well as now, and a hand has no past.
 *
 * @returns null for a window of all days, or unless the data cover the period before
 */
export function tierFlow(input: Input, params: GradesParams, ambient: Ambient): Flow | null {
  if (params.window === "all") return null;
  const book = orderBook(input);
  const period = windowOf(ambient.scope, "period");
  const earlier = periodBefore(period);
  if (book.saleSpan === null || book.saleSpan.firstDay > earlier.fromDay) return null;
  const sides = [earlier, period].map((days) => {
    const ranked = rankedValue(book, days, params, ambient.orderRows);
    if (ranked === null) return null;
    const grades = gradesOf(ranked.ranking, abcCut(params.cut), book.customerCount);
    return {
      tiers: grades.map((grade) => (grade === 0 ? NONE : grade - 1)),
      money: moneyOf(ranked.ledger, params),
    };
  });
  const [then, now] = sides;
  if (!then || !now) return null;
  const cells = flowCells(then, now);
  const result = { ...earlier, cells, ...topTier(cells) };
  return { before: then.tiers, now: now.tiers, result };
}

function moneyOf(ledger: CustomerLedger, { measure, basis }: GradesParams): Float64Array {
  const profits = measure === "profit" ? profitsOf(ledger, basis) : null;
  return profits === null ? amountsOf(ledger, basis) : profits;
}

interface Side {
  readonly tiers: Uint8Array;
  readonly money: Float64Array;
}

function flowCells(then: Side, now: Side): readonly FlowCell[] {
  const size = TIERS.length;
  const heads = new Uint32Array(size * size);
  const before = new Float64Array(size * size);
  const after = new Float64Array(size * size);
  for (let row = 0; row < then.tiers.length; row++) {
    const cell = then.tiers[row]! * size + now.tiers[row]!;
    heads[cell]!++;
    if (then.tiers[row] !== NONE) before[cell]! += then.money[row]!;
    if (now.tiers[row] !== NONE) after[cell]! += now.money[row]!;
  }
  return TIERS.flatMap((from, i) =>
    TIERS.flatMap((to, k): FlowCell[] => {
      const cell = i * size + k;
      // Those without sales in both periods are no part of the picture.
      if (heads[cell] === 0 || (from === "none" && to === "none")) return [];
      return [{ from, to, customers: heads[cell]!, before: before[cell]!, now: after[cell]! }];
    }),
  );
}

function topTier(
  cells: readonly FlowCell[],
): Pick<TierFlow, "before" | "now" | "keptShare" | "joined" | "left"> {
  const top: Tier = GRADES[0];
  const total = { before: { customers: 0, amount: 0 }, now: { customers: 0, amount: 0 } };
  let [kept, joined, left] = [0, 0, 0];
  for (const { from, to, customers, before, now } of cells) {
    if (from === top) {
      total.before.customers += customers;
      total.before.amount += before;
      kept += now;
      if (to !== top) left += customers;
    }
    if (to !== top) continue;
    total.now.customers += customers;
    total.now.amount += now;
    if (from !== top) joined += customers;
  }
  const keptShare = total.before.amount > 0 ? kept / total.before.amount : null;
  return { ...total, keptShare, joined, left };
}

/** Rows behind "flow:<from>:<to>", ascending; null for any other cell, and for a flow that nobody took. */
export function flowMembers({ before, now }: Flow, cell: string): Uint32Array | null {
  const [kind, from, to, ...rest] = cell.split(":");
  const [i, k] = [TIERS.findIndex((tier) => tier === from), TIERS.findIndex((tier) => tier === to)];
  if (kind !== "flow" || i < 0 || k < 0 || rest.length > 0) return null;
  if (i === NONE && k === NONE) return null;
  const rows: number[] = [];
  for (let row = 0; row < before.length; row++)
    if (before[row] === i && now[row] === k) rows.push(row);
  return rows.length === 0 ? null : Uint32Array.from(rows);
}
