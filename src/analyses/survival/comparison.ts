import { kaplanMeier, stepAt, type SurvivalCurve } from "../../kernel/stats/survival/kaplan-meier";
import { lifetimes, type Lifetimes } from "../../kernel/stats/survival/lifetimes";
import { logRankTest, type LogRankTest } from "../../kernel/stats/survival/log-rank";
import { restrictedMean } from "../../kernel/stats/survival/restricted-mean";
import { survivalQuantile } from "../../kernel/stats/survival/survival-quantile";
import type { Table } from "../../kernel/table/column";
import { groupCustomers, type CustomerGroup } from "../../measures/tenure/group-customers";
import type { Tenure } from "../../measures/tenure/tenure";
import type { Comparison, CurveLine, SurvivalParams } from "./spec";

/** Curves that are this far apart both ways, before and after, cross; less is chance. */
const CROSSING = 0.05;
/** Curves of fewer customers do not shorten the horizon of the others. */
const FEWEST_IN_GROUP = 5;

/** The groups that are compared, each with its sorted times. */
export interface Groups {
  readonly column: string;
  readonly groups: readonly CustomerGroup[];
  readonly curves: readonly SurvivalCurve[];
  readonly missing: number;
}

export function groupsOf(tenure: Tenure, customers: Table, column: string): Groups | null {
  const found = column === "" ? null : groupCustomers(customers, column, tenure.customers);
  if (found === null) return null;
  const curves = found.groups.map(({ slots }) =>
    kaplanMeier(lifetimes(tenure.seen, { subjects: slots })),
  );
  return { column, ...found, curves };
}

/** As far as every group of a few customers is seen. */
export function horizonOf(all: SurvivalCurve, groups: Groups | null): number {
  const large = (groups?.curves ?? []).filter(({ n }) => n >= FEWEST_IN_GROUP);
  return Math.min(all.lastTime, ...large.map(({ lastTime }) => lastTime));
}

export function curveLine(
  curve: SurvivalCurve,
  horizon: number,
  group: Pick<CustomerGroup, "label" | "from" | "to"> & { readonly kind: CurveLine["kind"] },
): CurveLine {
  const { times, atRisk, survival, lower, upper, n, eventCount, lastTime } = curve;
  const within = restrictedMean(curve, horizon);
  const { kind, label, from, to } = group;
  return {
    kind,
    label,
    from,
    to,
    n,
    events: eventCount,
    median: survivalQuantile(curve, 0.5),
    meanWithin: within.mean,
    meanError: within.standardError,
    lastTime,
    times,
    atRisk,
    survival,
    lower,
    upper,
  };
}

/**
 * The groups side by side, and whether they differ.
 *
 * @param params  the weighting, and the column of strata ("" = none)
 */
export function comparisonOf(
  tenure: Tenure,
  customers: Table,
  compared: Groups,
  { params, horizon }: { readonly params: SurvivalParams; readonly horizon: number },
): Comparison {
  const { column, groups, curves, missing } = compared;
  const strata = strataOf(tenure, customers, params.strata, groups);
  const test = logRankTest(strata.times, params.weighting);
  return {
    column,
    test: test === null ? null : { chi2: test.chiSquared, df: test.df, p: test.p },
    observed: listOf(test, "observed"),
    expected: listOf(test, "expected"),
    groups: groups.map((group, i) => curveLine(curves[i]!, horizon, group)),
    missing,
    strata: strata.used,
    crosses: anyCross(curves, horizon),
  };
}

function listOf(test: LogRankTest | null, which: "observed" | "expected"): Float64Array {
  return test === null ? new Float64Array(0) : test[which];
}

interface Strata {
  readonly times: readonly (readonly Lifetimes[])[];
  readonly used: Comparison["strata"];
}

function strataOf(
  tenure: Tenure,
  customers: Table,
  column: string,
  groups: readonly CustomerGroup[],
): Strata {
  const found = column === "" ? null : groupCustomers(customers, column, tenure.customers);
  const timesOf = (subjects: Uint32Array): Lifetimes => lifetimes(tenure.seen, { subjects });
  if (found === null) return { times: [groups.map(({ slots }) => timesOf(slots))], used: null };
  const stratumOf = new Int32Array(tenure.customers.length).fill(-1);
  found.groups.forEach(({ slots }, stratum) => {
    for (const slot of slots) stratumOf[slot] = stratum;
  });
  const times = found.groups.map((_, stratum) =>
    groups.map(({ slots }) => timesOf(slots.filter((slot) => stratumOf[slot] === stratum))),
  );
  return { times, used: { column, count: found.groups.length, missing: found.missing } };
}

/** Whether two curves of a few customers are clearly apart in both directions within the horizon. */
function anyCross(curves: readonly SurvivalCurve[], horizon: number): boolean {
  const large = curves.filter(({ n }) => n >= FEWEST_IN_GROUP * 2);
  return large.some((one, i) => large.slice(i + 1).some((other) => cross(one, other, horizon)));
}

function cross(one: SurvivalCurve, other: SurvivalCurve, horizon: number): boolean {
  let [above, below] = [false, false];
  const at = (curve: SurvivalCurve, time: number): number => {
    const step = stepAt(curve, time);
    return step < 0 ? 1 : curve.survival[step]!;
  };
  for (const curve of [one, other]) {
    for (const time of curve.times) {
      if (time > horizon) break;
      const difference = at(one, time) - at(other, time);
      above ||= difference > CROSSING;
      below ||= difference < -CROSSING;
      if (above && below) return true;
    }
  }
  return false;
}
