import type { LeftOut, LossRule, TenureUnit } from "../../domain/tenure";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import type { Observations } from "../../kernel/stats/survival/lifetimes";

/** One observation a customer. */
export interface Tenure {
  readonly unit: TenureUnit;
  /** ascending rows of `customers`; slot i of `seen` is customers[i] */
  readonly customers: Uint32Array;
  readonly seen: Observations;
  /** the day on which each was lost, or last in sight; empty where the source knows no days */
  readonly endDays: Int32Array;
  readonly rule: LossRule;
  readonly leftOut: LeftOut;
}

/** Observations while they are collected. */
export interface TenureDraft {
  readonly customers: number[];
  readonly durations: number[];
  readonly outcomes: number[];
  readonly entries: number[];
  readonly ends: number[];
  noStart: number;
  noOutcome: number;
  impossible: number;
}

export const emptyDraft = (): TenureDraft => ({
  customers: [],
  durations: [],
  outcomes: [],
  entries: [],
  ends: [],
  noStart: 0,
  noOutcome: 0,
  impossible: 0,
});

/** Adds a customer with days: from its start, in sight from `entry`, to its end; every customer stays a day at least. */
export function addDays(
  draft: TenureDraft,
  customer: number,
  days: { readonly start: number; readonly entry: number; readonly end: number },
  outcome: number,
): void {
  const { start, entry, end } = days;
  if (start > end) {
    draft.impossible++;
    return;
  }
  const duration = Math.max(1, end - start);
  draft.customers.push(customer);
  draft.durations.push(duration);
  draft.outcomes.push(outcome);
  draft.ends.push(end);
  draft.entries.push(Math.max(0, Math.min(entry - start, duration - 1)));
}

export function finishedTenure(draft: TenureDraft, unit: TenureUnit, rule: LossRule): Tenure {
  const hasEntries = draft.entries.some((entry) => entry > 0);
  return {
    unit,
    customers: Uint32Array.from(draft.customers),
    endDays: Int32Array.from(draft.ends),
    seen: {
      durations: Float64Array.from(draft.durations),
      outcomes: Uint8Array.from(draft.outcomes),
      entries: hasEntries ? Float64Array.from(draft.entries) : null,
    },
    rule,
    leftOut: {
      noStart: draft.noStart,
      noOutcome: draft.noOutcome,
      impossible: draft.impossible,
    },
  };
}

export const isSelected = (rows: Bitset | null, customer: number): boolean =>
  rows === null || hasBit(rows, customer);
