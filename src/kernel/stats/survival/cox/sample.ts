import type { Observations } from "../lifetimes";

/** Subjects with their covariates, as a proportional-hazards model sees them. */
export interface CoxSubjects {
  readonly seen: Observations;
  /** row by row, n × width, no missing value */
  readonly values: Float64Array;
  readonly width: number;
  /** stratum of each subject, 0, 1, …; null = one */
  readonly strata: Int32Array | null;
}

/** The same in the order in which a fit walks them: by stratum, then from the last time to the first. */
export interface CoxSample {
  readonly n: number;
  readonly width: number;
  readonly events: number;
  /** subject of each place; every array below is by place */
  readonly order: Uint32Array;
  readonly ends: Float64Array;
  readonly isEvent: Uint8Array;
  /** (value − mean) ÷ sd, row by row */
  readonly scaled: Float64Array;
  readonly means: Float64Array;
  /** population standard deviation; 1 for a constant */
  readonly deviations: Float64Array;
  /** first place of each stratum, and n */
  readonly bounds: Uint32Array;
  readonly entries: Float64Array | null;
  /** places of each stratum from the latest entry to the earliest; null without late entries */
  readonly byEntry: Uint32Array | null;
}

/**
 * Sorts and standardises.
 *
 * @param subjects  any outcome but 0 is the event
 *
 * O(n log n + n × width). Standardised columns keep the sums of a fit of one size, whatever unit the reader's columns have.
 */
export function coxSample({ seen, values, width, strata }: CoxSubjects): CoxSample {
  const { durations, outcomes, entries } = seen;
  const n = durations.length;
  const stratumOf = (i: number): number => (strata === null ? 0 : strata[i]!);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => stratumOf(a) - stratumOf(b) || durations[b]! - durations[a]! || a - b,
  );
  const starts: number[] = [];
  for (let place = 0; place < n; place++) {
    if (place === 0 || stratumOf(order[place]!) !== stratumOf(order[place - 1]!))
      starts.push(place);
  }
  const bounds = Uint32Array.from([...starts, n]);
  const { means, deviations } = momentsOf(values, n, width);
  const scaled = new Float64Array(n * width);
  const isEvent = new Uint8Array(n);
  let events = 0;
  for (let place = 0; place < n; place++) {
    const subject = order[place]!;
    isEvent[place] = outcomes[subject] === 0 ? 0 : 1;
    events += isEvent[place]!;
    for (let j = 0; j < width; j++) {
      scaled[place * width + j] = (values[subject * width + j]! - means[j]!) / deviations[j]!;
    }
  }
  const ownEntries = entries === null ? null : Float64Array.from(order, (i) => entries[i]!);
  return {
    n,
    width,
    events,
    order,
    ends: Float64Array.from(order, (i) => durations[i]!),
    isEvent,
    scaled,
    means,
    deviations,
    bounds,
    entries: ownEntries,
    byEntry: ownEntries === null ? null : latestEntriesFirst(ownEntries, bounds),
  };
}

function momentsOf(values: Float64Array, n: number, width: number) {
  const means = new Float64Array(width);
  const deviations = new Float64Array(width);
  for (let i = 0; i < n; i++) for (let j = 0; j < width; j++) means[j]! += values[i * width + j]!;
  for (let j = 0; j < width; j++) means[j]! /= Math.max(n, 1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < width; j++) deviations[j]! += (values[i * width + j]! - means[j]!) ** 2;
  }
  for (let j = 0; j < width; j++) {
    const deviation = Math.sqrt(deviations[j]! / Math.max(n, 1));
    deviations[j] = deviation > 0 ? deviation : 1;
  }
  return { means, deviations };
}

function latestEntriesFirst(entries: Float64Array, bounds: Uint32Array): Uint32Array {
  const places = Uint32Array.from(entries, (_, place) => place);
  for (let s = 0; s + 1 < bounds.length; s++) {
    places.subarray(bounds[s], bounds[s + 1]).sort((a, b) => entries[b]! - entries[a]! || a - b);
  }
  return places;
}

/** The sample with some of its columns. O(n × columns). */
export function withColumns(sample: CoxSample, kept: readonly number[]): CoxSample {
  const { n, width, scaled } = sample;
  if (kept.length === width) return sample;
  const cut = new Float64Array(n * kept.length);
  for (let place = 0; place < n; place++) {
    for (let j = 0; j < kept.length; j++) {
      cut[place * kept.length + j] = scaled[place * width + kept[j]!]!;
    }
  }
  return {
    ...sample,
    width: kept.length,
    scaled: cut,
    means: Float64Array.from(kept, (j) => sample.means[j]!),
    deviations: Float64Array.from(kept, (j) => sample.deviations[j]!),
  };
}
