import { descendingOrder } from "../../kernel/stats/rank";
import { countBits } from "../../kernel/table/bitset";
import type { SpendFit } from "../../measures/clv/gamma-gamma";
import type { CustomerHistories } from "../../measures/clv/purchase-history";
import type { ModelFit } from "../../measures/clv/purchase-model";
import type { CustomerLedger } from "../../measures/customer-ledger";
import { customerNameOf } from "../../measures/customer-name";
import type { Ambient, Input } from "../define";
import type { BootstrapResult } from "./bootstrap";
import type { Grid } from "./grid";
import { MODELS } from "./models";
import type { Outlook, Worth } from "./outlook";
import type { WalletShares } from "./wallet";
import type { ClvParams, ClvResult, ClvSpend, SimpleClv, TopCustomer } from "./spec";

const TOP_CUSTOMERS = 15;
const ALIVE_BINS = 10;

/** All that was found, before it is put into words and figures. */
export interface Found {
  readonly input: Input;
  readonly params: ClvParams;
  readonly ambient: Ambient;
  readonly base: CustomerHistories;
  readonly repeatsEach: Uint32Array;
  readonly repeaters: number;
  readonly fromDay: number;
  readonly ledger: CustomerLedger;
  readonly margin: number;
  readonly fit: ModelFit;
  readonly spend: SpendFit | null;
  readonly outlook: Outlook;
  readonly spends: Float64Array;
  readonly worth: Worth;
  readonly intervals: BootstrapResult;
  readonly checks: Pick<ClvResult, "frequency" | "tracking" | "holdout">;
  readonly grid: Grid;
  readonly simple: SimpleClv | null;
  readonly wallet: WalletShares | null;
}

/** The result of the analysis from what was found. */
export function describe(found: Found): ClvResult {
  const { params, ambient, base, fit, margin, worth, intervals, checks } = found;
  const spend = spendResult(found);
  const selected =
    ambient.customerRows === null
      ? found.input.customers.rowCount
      : countBits(ambient.customerRows);
  return {
    kind: "answered",
    headline: headlineOf(found, spend),
    asOfDay: ambient.scope.asOfDay,
    fromDay: found.fromDay,
    months: params.months,
    unit: params.unit,
    value: params.value,
    margin,
    customers: base.customers.length,
    repeaters: found.repeaters,
    repeatPurchases: found.repeatsEach.reduce((sum, x) => sum + x, 0),
    idleCustomers: selected - base.customers.length,
    fit: {
      model: params.model,
      parameters: namedParameters(found),
      logLikelihood: fit.logLikelihood,
      quality: fit.quality,
      agreeing: fit.agreeing,
      starts: fit.starts,
    },
    spend,
    expectedPurchases: worth.purchases,
    expectedPurchasesInterval: intervals.purchases,
    clvTotal: worth.total,
    clvTotalInterval: scaled(intervals.value, margin),
    clvTenYears: worth.tenYears,
    replicates: intervals.replicates,
    simulatedEach: intervals.simulatedEach,
    aliveBins: aliveBins(found),
    ...checks,
    grid: found.grid.cells,
    top: topCustomers(found),
    simple: found.simple,
    wallet: found.wallet?.said ?? null,
  };
}

function namedParameters({ params, fit }: Found): ClvResult["fit"]["parameters"] {
  const { parameterNames } = MODELS[params.model];
  return parameterNames.map((name, i) => ({ name, value: fit.parameters[i]! }));
}

function headlineOf(found: Found, spend: ClvSpend | null): ClvResult["headline"] {
  const { base, fit, worth, checks } = found;
  const parameters = namedParameters(found);
  const named = (name: string): number | null => {
    const parameter = parameters.find((one) => one.name === name);
    return parameter === undefined ? null : parameter.value;
  };
  const { holdout } = checks;
  const wallet = found.wallet?.said ?? null;
  const hasHoldout = holdout !== null && holdout.actual > 0;
  return {
    customers: base.customers.length,
    repeaters: found.repeaters,
    r: named("r"),
    alpha: named("alpha"),
    a: named("a"),
    b: named("b"),
    s: named("s"),
    beta: named("beta"),
    logLikelihood: fit.logLikelihood,
    p: spend === null ? null : spend.p,
    q: spend === null ? null : spend.q,
    gamma: spend === null ? null : spend.gamma,
    expectedPurchases: worth.purchases,
    expectedAlive: worth.alive,
    clvTotal: worth.total,
    clvTenYears: worth.tenYears,
    holdoutRatio: hasHoldout ? holdout.predicted / holdout.actual : null,
    walletCustomers: wallet?.customers ?? null,
    walletShare: wallet !== null && wallet.customers > 0 ? wallet.sales / wallet.potential : null,
  };
}

function scaled(interval: BootstrapResult["value"], margin: number): BootstrapResult["value"] {
  return interval === null || margin <= 0
    ? null
    : { low: interval.low * margin, high: interval.high * margin };
}

function spendResult({ spend, base, repeatsEach }: Found): ClvSpend | null {
  if (spend === null) return null;
  const { p, q, v, logLikelihood, quality, customers, meanSpend } = spend;
  const correlation = correlationOf(repeatsEach, base.meanSpends);
  return { p, q, gamma: v, logLikelihood, quality, customers, meanSpend, correlation };
}

/** Pearson's r of frequency and mean spend among customers with a usable repeat; null when one of them does not vary. */
function correlationOf(repeats: Uint32Array, means: Float64Array): number | null {
  const used: number[] = [];
  means.forEach((mean, i) => {
    if (mean > 0) used.push(i);
  });
  const n = used.length;
  const meanX = used.reduce((sum, i) => sum + repeats[i]!, 0) / n;
  const meanY = used.reduce((sum, i) => sum + means[i]!, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const i of used) {
    const dx = repeats[i]! - meanX;
    const dy = means[i]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** Which tenth a chance to be alive falls into. */
export const aliveBin = (alive: number): number =>
  Math.min(ALIVE_BINS - 1, Math.floor(alive * ALIVE_BINS));

function aliveBins({ base, outlook }: Found): Uint32Array {
  const bins = new Uint32Array(ALIVE_BINS);
  for (const place of base.places) bins[aliveBin(outlook.alive[place]!)]!++;
  return bins;
}

function topCustomers(found: Found): readonly TopCustomer[] {
  const { base, outlook, spends, worth, ledger, repeatsEach, input } = found;
  const order = descendingOrder(worth.each).subarray(0, TOP_CUSTOMERS);
  return Array.from(order, (i) => {
    const row = base.customers[i]!;
    const place = base.places[i]!;
    return {
      row,
      name: customerNameOf(input.customers, row),
      purchases: repeatsEach[i]! + 1,
      lastDay: ledger.lastDays[row]!,
      alive: outlook.alive[place]!,
      expectedPurchases: outlook.purchases[place]!,
      spend: spends[i]!,
      clv: worth.each[i]!,
    };
  });
}
