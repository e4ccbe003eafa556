import type { CoxSubjects } from "../../kernel/stats/survival/cox/sample";
import type { CustomerGroup, CustomerGroups } from "../../measures/tenure/group-customers";
import type { Tenure } from "../../measures/tenure/tenure";
import type { Covariate } from "./covariates";

/** What one column of a design stands for. */
export interface DesignColumn {
  readonly column: string;
  readonly kind: "number" | "flag" | "level";
  readonly level: CustomerGroup | null;
  readonly reference: CustomerGroup | null;
  /** by slot of the tenure, NaN where unknown */
  readonly values: Float64Array;
}

/** The customers of a model: those with every covariate known. */
export interface Design {
  /** slots of the tenure, ascending */
  readonly slots: Uint32Array;
  readonly events: number;
  readonly width: number;
  readonly columns: readonly DesignColumn[];
  readonly subjects: CoxSubjects;
  /** by slot of the tenure: 0 = still there */
  readonly outcomes: Uint8Array;
  /** index of the group of each stratum that has a customer */
  readonly strata: readonly number[];
}

/** Customers as subjects of a model; who lacks a covariate or the stratum is left out. O(customers × columns). */
export function designOf(
  { customers, seen }: Tenure,
  covariates: readonly Covariate[],
  strata: CustomerGroups | null,
): Design {
  const columns = covariates.flatMap(columnsOf);
  const stratumOf = strata === null ? null : placesOf(strata, customers.length);
  const slots = Uint32Array.from(customers.keys()).filter(
    (slot) =>
      (stratumOf === null || stratumOf[slot]! >= 0) &&
      columns.every(({ values }) => !Number.isNaN(values[slot]!)),
  );
  const width = columns.length;
  const values = new Float64Array(slots.length * width);
  slots.forEach((slot, i) => {
    for (let j = 0; j < width; j++) values[i * width + j] = columns[j]!.values[slot]!;
  });
  const { entries } = seen;
  const own = stratumOf === null ? null : Int32Array.from(slots, (slot) => stratumOf[slot]!);
  const outcomes = Uint8Array.from(slots, (slot) => seen.outcomes[slot]!);
  return {
    slots,
    events: outcomes.reduce((sum, outcome) => sum + (outcome === 0 ? 0 : 1), 0),
    width,
    columns,
    subjects: {
      seen: {
        durations: Float64Array.from(slots, (slot) => seen.durations[slot]!),
        outcomes,
        entries: entries === null ? null : Float64Array.from(slots, (slot) => entries[slot]!),
      },
      values,
      width,
      strata: own,
    },
    outcomes: seen.outcomes,
    strata: own === null ? [0] : [...new Set(own)].sort((a, b) => a - b),
  };
}

function columnsOf({ column, kind, values, levels, reference }: Covariate): DesignColumn[] {
  return values.map((list, i) => ({
    column,
    kind: kind === "category" ? "level" : kind,
    level: levels[i] ?? null,
    reference,
    values: list,
  }));
}

function placesOf({ groups }: CustomerGroups, customers: number): Int32Array {
  const places = new Int32Array(customers).fill(-1);
  groups.forEach(({ slots }, group) => {
    for (const slot of slots) places[slot] = group;
  });
  return places;
}
