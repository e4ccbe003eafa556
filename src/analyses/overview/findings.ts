import type { CalendarGrain } from "../../domain/period-key";
import type { Finding, FindingCode, LedgerPeriod, OverviewFigures, ParetoCurve } from "./spec";

/** The level at which a change is called one. */
const LEVEL = 0.05;
/** Customers below which shares of customers say nothing. */
const FEWEST_CUSTOMERS = 20;
/** A single customer above this share of all sales is a dependence. */
const DEPENDENCE_SHARE = 0.15;
/** "x % make 80 %" is worth saying while x is below this. */
const CONCENTRATED_BELOW = 0.5;

/** Losses below this share of the profit are not worth a sentence. */
const MATERIAL_LOSS = 0.01;

/** What the findings are drawn from. */
export interface FindingSources {
  readonly figures: OverviewFigures;
  readonly pareto: ParetoCurve;
  readonly lastFullPeriod: LedgerPeriod | null;
  readonly ledgerGrain: CalendarGrain;
  readonly largest: { readonly row: number; readonly name: string; readonly share: number } | null;
  readonly buyingLess: { readonly count: number; readonly amount: number };
  readonly overdue: { readonly count: number; readonly amount: number };
  readonly returns: { readonly count: number; readonly amount: number; readonly share: number };
  readonly losses: { readonly count: number; readonly amount: number } | null;
}

function finding(
  code: FindingCode,
  values: Finding["values"],
  more: Partial<Omit<Finding, "code" | "values">> = {},
): Finding {
  return {
    code,
    values,
    p: null,
    low: null,
    high: null,
    row: null,
    name: null,
    cell: null,
    ...more,
  };
}

/** The sentences of the page in reading order; each only when it is true and, where it is tested, significant. */
export function overviewFindings(from: FindingSources): Finding[] {
  return [
    ...concentration(from),
    ...buyingLess(from),
    ...movement(from),
    ...changes(from.figures),
    ...dependence(from),
    ...lists(from),
  ];
}

function concentration({ pareto }: FindingSources): Finding[] {
  if (pareto.active < FEWEST_CUSTOMERS || !(pareto.shareFor80 < CONCENTRATED_BELOW)) return [];
  const { shareFor80, customersFor80, active } = pareto;
  return [finding("concentration", { shareFor80, customersFor80, active }, { cell: "top80" })];
}

function dependence({ largest }: FindingSources): Finding[] {
  if (largest === null || largest.share < DEPENDENCE_SHARE) return [];
  const { row, name, share } = largest;
  return [finding("dependence", { share }, { row, name })];
}

function buyingLess({ buyingLess: { count, amount } }: FindingSources): Finding[] {
  return count === 0 ? [] : [finding("buying-less", { count, amount }, { cell: "buying-less" })];
}

function movement({ lastFullPeriod, ledgerGrain }: FindingSources): Finding[] {
  if (lastFullPeriod === null || lastFullPeriod.first) return [];
  const { new: fresh, wonBack, lost, fromDay, toDay, key } = lastFullPeriod;
  if (fresh + wonBack + lost === 0) return [];
  const net = fresh + wonBack - lost;
  const isQuarter = ledgerGrain === "quarter" ? 1 : 0;
  return [
    finding(
      "movement",
      { new: fresh, wonBack, lost, net, fromDay, toDay, isQuarter },
      { cell: `ledger:${key}:lost` },
    ),
  ];
}

function changes({ sales, retention }: OverviewFigures): Finding[] {
  const found: Finding[] = [];
  if (sales.change !== null && sales.before !== null && sales.p !== null && sales.p < LEVEL) {
    const { value, before, change, p } = sales;
    found.push(finding("sales-changed", { value, before, change }, { p }));
  }
  if (retention?.before && retention.p !== null && retention.p < LEVEL) {
    const { share, low, high, p, before } = retention;
    const values = { share, before: before.share, difference: share - before.share };
    found.push(finding("retention-changed", values, { p, low, high, cell: "not-retained" }));
  }
  return found;
}

function lists({ overdue, returns, losses, figures }: FindingSources): Finding[] {
  const found: Finding[] = [];
  if (overdue.count > 0) {
    const { count, amount } = overdue;
    found.push(finding("overdue", { count, amount }, { cell: "overdue" }));
  }
  if (returns.count > 0) {
    const { count, amount, share } = returns;
    found.push(finding("returns", { count, amount, share }, { cell: "returns" }));
  }
  const profit = figures.profit?.value;
  const isMaterial =
    losses !== null && (profit === undefined || losses.amount >= MATERIAL_LOSS * Math.abs(profit));
  if (isMaterial && losses.count > 0) {
    const { count, amount } = losses;
    found.push(finding("loss-making", { count, amount }, { cell: "loss-making" }));
  }
  return found;
}
