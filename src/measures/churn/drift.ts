import type { Feature } from "../../kernel/learn/feature";
import { countsIn, profileOf, type Profile } from "../../kernel/learn/profile";
import { populationStability, type Stability } from "../../kernel/stats/population-stability";
import type { FeatureFact, Sample, Study } from "./study";

/** How one property was spread over the customers of a time. */
export interface FeatureProfile extends Pick<FeatureFact, "id" | "from"> {
  readonly profile: Profile;
}

/** How far a property has moved between two times. */
export interface Moved extends Pick<FeatureFact, "id" | "from">, Stability {}

export interface Drift {
  /** customers then and today */
  readonly before: number;
  readonly now: number;
  /** of the chances; null where one of the times has nobody */
  readonly chance: Stability | null;
  /** the largest first */
  readonly features: readonly Moved[];
}

/** The spread of every property over a sample. Yields after each. O(features × rows log rows). */
export function* profilesOf(
  facts: readonly FeatureFact[],
  { features, rows }: Sample,
): Generator<void, readonly FeatureProfile[], void> {
  const profiles: FeatureProfile[] = [];
  for (const [f, { id, from }] of facts.entries()) {
    profiles.push({ id, from, profile: profileOf(features[f]!, rows) });
    yield;
  }
  return profiles;
}

/** The spread of some chances. */
export const chanceProfile = (chances: Float64Array): Profile =>
  profileOf(asFeature(chances), placesOf(chances));

export interface Earlier {
  readonly customers: number;
  readonly chances: Profile;
  readonly features: readonly FeatureProfile[];
}

/**
 * How far today's customers are from those of an earlier time, in the bins made for that time.
 *
 * @param earlier  properties that are no longer used, or have become of another kind, are left out
 * @param chances  of today's customers
 * @yields after every property
 */
export function* driftSince(
  earlier: Earlier,
  { facts, now }: Study,
  chances: Float64Array,
): Generator<void, Drift, void> {
  const moved: Moved[] = [];
  for (const { id, from, profile } of earlier.features) {
    const f = facts.findIndex((fact) => fact.id === id && fact.from === from);
    const counts = f < 0 ? null : countsIn(profile, now.features[f]!, now.rows);
    const stability = counts === null ? null : populationStability(profile.counts, counts);
    if (stability !== null) moved.push({ id, from, ...stability });
    yield;
  }
  const said = countsIn(earlier.chances, asFeature(chances), placesOf(chances));
  return {
    before: earlier.customers,
    now: chances.length,
    chance: said === null ? null : populationStability(earlier.chances.counts, said),
    features: moved.sort((a, b) => b.index - a.index || (a.id < b.id ? -1 : 1)),
  };
}

/**
 * How far today's customers are from those that a study learnt from, at the earlier day. Its chances are held against those of the
 * customers tested: of those that it learnt from it is surer than it can be.
 *
 * @returns null where one table of today says who left: those it learnt from are those of today and those who left
 */
export function* driftSinceLearnt(
  study: Study,
  tested: Float64Array,
  chances: Float64Array,
): Generator<void, Drift | null, void> {
  if (study.split.kind !== "time") return null;
  const features = yield* profilesOf(study.facts, study.train);
  const customers = study.train.rows.length;
  return yield* driftSince({ customers, chances: chanceProfile(tested), features }, study, chances);
}

const asFeature = (values: Float64Array): Feature => ({ kind: "number", id: "chance", values });

const placesOf = (values: Float64Array): Uint32Array => Uint32Array.from(values.keys());
