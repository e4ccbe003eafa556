import type { Profile } from "../../kernel/learn/profile";
import { normalTwoSided } from "../../kernel/stats/normal";
import { chanceProfile, profilesOf, type Earlier, type FeatureProfile } from "./drift";
import type { ChurnScores } from "./churn-scores";
import type { ModelKind } from "./models";

export interface RunAuc {
  readonly value: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

/** What a churn model leaves behind for the one after the next import. JSON of a few kilobytes; names nobody. */
export interface ChurnRun extends Earlier {
  readonly n: number;
  readonly events: number;
  readonly model: ModelKind;
  readonly auc: RunAuc;
  /** of the calibration; null where it cannot be said */
  readonly slope: number | null;
}

/** The record of some scores. Yields after every property. */
export function* churnRunOf({
  study,
  basis,
  chosen,
  chances,
}: ChurnScores): Generator<void, ChurnRun, void> {
  const features = yield* profilesOf(study.facts, study.now);
  const { value, error, low, high } = chosen.tested.auc;
  return {
    customers: chances.length,
    n: basis.n,
    events: basis.events,
    model: chosen.kind,
    auc: { value, error, low, high },
    slope: chosen.tested.slope,
    chances: chanceProfile(chances),
    features,
  };
}

/**
 * Whether two models rank differently well, each by its own test.
 *
 * @returns two-sided p of the difference of their AUCs; null where neither has an error. Customers that were tested both times make it
 *   too large, never too small.
 */
export function aucDifferenceP(one: RunAuc, other: RunAuc): number | null {
  const error = Math.hypot(one.error, other.error);
  return error > 0 ? normalTwoSided((one.value - other.value) / error) : null;
}

/** A stored record; null for what is none, such as one of another build. */
export function parseChurnRun(value: unknown): ChurnRun | null {
  if (!isRecord(value)) return null;
  const { customers, n, events, model, slope } = value;
  const auc = parseAuc(value["auc"]);
  const chances = parseProfile(value["chances"]);
  const features = parseFeatures(value["features"]);
  if (!isNumber(customers) || !isNumber(n) || !isNumber(events)) return null;
  if (model !== "logistic" && model !== "trees") return null;
  if (slope !== null && !isNumber(slope)) return null;
  if (auc === null || chances === null || features === null) return null;
  return { customers, n, events, model, slope, auc, chances, features };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const isNumber = (value: unknown): value is number => typeof value === "number";
const isText = (value: unknown): value is string => typeof value === "string";

function parseAuc(auc: unknown): RunAuc | null {
  if (!isRecord(auc)) return null;
  const { value, error, low, high } = auc;
  return isNumber(value) && isNumber(error) && isNumber(low) && isNumber(high)
    ? { value, error, low, high }
    : null;
}

function parseFeatures(value: unknown): readonly FeatureProfile[] | null {
  if (!Array.isArray(value)) return null;
  const read = value.map((one: unknown): FeatureProfile | null => {
    if (!isRecord(one)) return null;
    const { id, from } = one;
    const profile = parseProfile(one["profile"]);
    if (!isText(id) || profile === null || (from !== "column" && from !== "orders")) return null;
    return { id, from, profile };
  });
  const known = read.filter((one) => one !== null);
  return known.length === read.length ? known : null;
}

/** One bin more than there are ends, or words and others; and those without a value. */
function parseProfile(value: unknown): Profile | null {
  if (!isRecord(value) || !Array.isArray(value["counts"])) return null;
  const counts: unknown[] = value["counts"];
  if (!counts.every(isNumber)) return null;
  const ends: unknown = value["kind"] === "number" ? value["cuts"] : value["levels"];
  if (!Array.isArray(ends) || counts.length !== ends.length + 2) return null;
  const made: unknown[] = ends;
  if (value["kind"] === "number" && made.every(isNumber)) {
    return { kind: "number", cuts: made, counts };
  }
  return value["kind"] === "category" && made.every(isText)
    ? { kind: "category", levels: made, counts }
    : null;
}
