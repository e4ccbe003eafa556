import { cumulativeIncidence } from "../../kernel/stats/survival/cumulative-incidence";
import { grayTest } from "../../kernel/stats/survival/gray-test";
import { lifetimes, type Observations } from "../../kernel/stats/survival/lifetimes";
import { fewestInSight, lastWellSeen } from "../../kernel/stats/survival/well-seen";
import type { Table } from "../../kernel/table/column";
import { groupCustomers, type CustomerGroup } from "../../measures/tenure/group-customers";
import type { Tenure } from "../../measures/tenure/tenure";
import type { Progress } from "../define";
import type { Cause } from "./causes";
import type { CauseGroup, CauseTest, GroupComparison, GroupShare } from "./spec";

/** Groups of fewer customers do not shorten the horizon of the others. */
const FEWEST_IN_GROUP = 10;
/** A cause that took fewer is not tested: χ² is not to be trusted. */
const FEWEST_TO_TEST = 5;

/** The comparison, and the slots of its groups. */
export interface Compared {
  readonly comparison: GroupComparison;
  readonly groups: readonly CustomerGroup[];
}

/**
 * What share each group lost to each cause, and for which causes the groups differ (Gray's test).
 *
 * @param asked  the column of the customer table, "" = none; and how far all customers together are seen well
 * @returns null without the column, or where nobody has a value. O(causes × customers log customers), sliced by group and cause.
 */
export function* comparedGroups(
  tenure: Tenure,
  customers: Table,
  causes: readonly Cause[],
  { column, horizon: longest }: { readonly column: string; readonly horizon: number },
): Generator<Progress, Compared | null, void> {
  const found = column === "" ? null : groupCustomers(customers, column, tenure.customers);
  if (found === null) return null;
  const outcomes = causeOutcomes(tenure, causes);
  const seen = { ...tenure.seen, outcomes };
  const horizon = Math.min(longest, ...ends(seen, found.groups));
  const steps = found.groups.length + causes.length;
  const groups: CauseGroup[] = [];
  for (const group of found.groups) {
    groups.push(groupOf(seen, group, causes.length, horizon));
    yield { done: groups.length / steps };
  }
  const tests: CauseTest[] = [];
  const slots = found.groups.map((group) => group.slots);
  for (const [k, { code, kind }] of causes.entries()) {
    const events = groups.reduce((sum, { causes: shares }) => sum + shares[k]!.events, 0);
    const test = events < FEWEST_TO_TEST ? null : grayTest(seen, k + 1, slots);
    tests.push({
      code,
      kind,
      events,
      chi2: test?.chiSquared ?? null,
      df: test?.df ?? null,
      p: test?.p ?? null,
    });
    yield { done: (groups.length + k + 1) / steps };
  }
  return {
    comparison: { column, horizon, groups, tests, missing: found.missing },
    groups: found.groups,
  };
}

/** Outcome k + 1 is the cause at place k; 0 is still there. */
export function causeOutcomes(tenure: Tenure, causes: readonly Cause[]): Uint8Array {
  const outcomes = new Uint8Array(tenure.customers.length);
  causes.forEach(({ slots }, k) => {
    for (const slot of slots) outcomes[slot] = k + 1;
  });
  return outcomes;
}

/** How far each group of a few customers is seen well. One that never is sets no end: its interval tells how little is known of it. */
function ends(seen: Observations, groups: readonly CustomerGroup[]): readonly number[] {
  const large = groups.filter(({ slots }) => slots.length >= FEWEST_IN_GROUP);
  return (large.length > 0 ? large : groups).flatMap(({ slots }) => {
    const end = lastWellSeen(lifetimes(seen, { subjects: slots }), fewestInSight(slots.length));
    return end === null ? [] : [end];
  });
}

function groupOf(
  seen: Observations,
  { kind, label, from, to, slots }: CustomerGroup,
  causes: number,
  horizon: number,
): CauseGroup {
  const { durations, outcomes, entries } = seen;
  const own: Observations = {
    durations: Float64Array.from(slots, (slot) => durations[slot]!),
    outcomes: Uint8Array.from(slots, (slot) => outcomes[slot]!),
    entries: entries === null ? null : Float64Array.from(slots, (slot) => entries[slot]!),
  };
  const { times, atRisk, causes: curves } = cumulativeIncidence(own, causes);
  const step = times.findLastIndex((time) => time <= horizon);
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const shares = curves.map(({ events, incidence, lower, upper }): GroupShare => ({
    events,
    incidence: step < 0 ? 0 : incidence[step]!,
    lower: step < 0 ? null : known(lower[step]!),
    upper: step < 0 ? null : known(upper[step]!),
    curve: incidence,
  }));
  return { kind, label, from, to, n: slots.length, times, atRisk, causes: shares };
}
