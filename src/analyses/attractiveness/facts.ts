import { compensatedSum } from "../../kernel/stats/sum";
import type { CustomerLedger } from "../../measures/customer-ledger";
import type { Criterion } from "./spec";

/** The customers of one group with what they did; one slot a customer. */
export interface GroupFacts {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly sales: Float64Array<ArrayBuffer>;
  readonly before: Float64Array<ArrayBuffer>;
  /** sales of those whose profit is known, 0 for the others; and that profit, 0 for the others */
  readonly knownSales: Float64Array<ArrayBuffer>;
  readonly profits: Float64Array<ArrayBuffer>;
  /** 1 = bought in the period before; 1 = and not in this one */
  readonly had: Uint8Array<ArrayBuffer>;
  readonly lost: Uint8Array<ArrayBuffer>;
}

/** Sums over the customers of a group. */
export interface GroupSums {
  readonly sales: number;
  readonly before: number;
  readonly knownSales: number;
  readonly profit: number;
  readonly had: number;
  readonly lost: number;
}

/** @param rows  of customers, ascending */
export function groupFacts(
  rows: Uint32Array<ArrayBuffer>,
  now: CustomerLedger,
  before: CustomerLedger,
): GroupFacts {
  const n = rows.length;
  const facts = {
    rows,
    sales: new Float64Array(n),
    before: new Float64Array(n),
    knownSales: new Float64Array(n),
    profits: new Float64Array(n),
    had: new Uint8Array(n),
    lost: new Uint8Array(n),
  };
  for (let k = 0; k < n; k++) {
    const row = rows[k]!;
    facts.sales[k] = now.sales[row]!;
    facts.before[k] = before.sales[row]!;
    const profit = now.profits === null || now.saleLines[row] === 0 ? NaN : now.profits[row]!;
    if (!Number.isNaN(profit)) {
      facts.knownSales[k] = now.sales[row]!;
      facts.profits[k] = profit;
    }
    facts.had[k] = Number(before.saleLines[row]! > 0);
    facts.lost[k] = Number(before.saleLines[row]! > 0 && now.saleLines[row] === 0);
  }
  return facts;
}

const count = (marks: Uint8Array): number => {
  let total = 0;
  for (const mark of marks) total += mark;
  return total;
};

/** Compensated, so that cents stay cents. */
export function groupSums(facts: GroupFacts): GroupSums {
  return {
    sales: compensatedSum(facts.sales),
    before: compensatedSum(facts.before),
    knownSales: compensatedSum(facts.knownSales),
    profit: compensatedSum(facts.profits),
    had: count(facts.had),
    lost: count(facts.lost),
  };
}

/** Sums over customers drawn from the group with replacement. @param pick  a whole number below its argument */
export function drawnSums(facts: GroupFacts, pick: (below: number) => number): GroupSums {
  const n = facts.rows.length;
  let [sales, before, knownSales, profit, had, lost] = [0, 0, 0, 0, 0, 0];
  for (let draw = 0; draw < n; draw++) {
    const k = pick(n);
    sales += facts.sales[k]!;
    before += facts.before[k]!;
    knownSales += facts.knownSales[k]!;
    profit += facts.profits[k]!;
    had += facts.had[k]!;
    lost += facts.lost[k]!;
  }
  return { sales, before, knownSales, profit, had, lost };
}

/** The figure of a criterion; null where it cannot be said. */
export function figureOf(criterion: Criterion, sums: GroupSums): number | null {
  const { sales, before, knownSales, profit, had, lost } = sums;
  switch (criterion) {
    case "size":
      return sales;
    case "growth":
      return before > 0 ? sales / before - 1 : null;
    case "margin":
      return knownSales > 0 ? profit / knownSales : null;
    case "risk":
      return had > 0 ? lost / had : null;
  }
}
