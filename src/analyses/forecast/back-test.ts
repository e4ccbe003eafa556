import {
  fittable,
  meanChange,
  meanOutlook,
  outlookOf,
  YEAR,
  type Outlook,
  type SmoothingId,
} from "./methods";
import type { MethodId, MethodLine } from "./spec";

/** Months that a forecast of the back-test begins after, at least: two whole seasons. */
const SHORTEST = 2 * YEAR;
/** Fewer beginnings say nothing. */
const FEWEST_ORIGINS = 3;
const MOST_ORIGINS = 24;

export interface BackTest {
  readonly method: MethodId;
  readonly parts: readonly SmoothingId[];
  readonly methods: readonly MethodLine[];
  readonly origins: number;
}

/**
 * Rolling back-test: after each month of the last two years (of those with two years before them) every method forecasts up to
 * twelve months from what was known then; the smallest mean absolute error wins, the plainer one of equals.
 *
 * @param values  one a month
 * Without three such months nothing can be told apart, and the seasonal naive forecast is taken. Yields after each fit.
 */
export function* backTest(values: Float64Array): Generator<void, BackTest, void> {
  const n = values.length;
  const from = Math.max(SHORTEST, n - MOST_ORIGINS);
  const origins = n - from;
  if (origins < FEWEST_ORIGINS) return { method: "naive", parts: [], methods: [], origins: 0 };
  const singles: readonly (SmoothingId | "naive")[] = ["naive", ...fittable(values)];
  const forecasts = new Map<SmoothingId | "naive", Float64Array[]>();
  for (const id of singles) {
    const made: Float64Array[] = [];
    for (let origin = from; origin < n; origin++) {
      made.push(outlookOf(id, values.subarray(0, origin), Math.min(YEAR, n - origin)).expected);
      yield;
    }
    forecasts.set(id, made);
  }
  const scale = meanChange(values.subarray(0, from), Math.abs);
  const lineOf = (id: MethodId, made: readonly Float64Array[]): MethodLine => {
    const error = meanError(values, made, from);
    return { id, error, mase: scale > 0 ? error / scale : null };
  };
  const lines = singles.map((id) => lineOf(id, forecasts.get(id)!));
  const ranked = [...lines].sort((one, other) => one.error - other.error);
  const parts = ranked
    .map(({ id }) => id)
    .filter(isSmoothing)
    .slice(0, 2);
  const [one, other] = parts.map((id) => forecasts.get(id)!);
  if (one !== undefined && other !== undefined) {
    const mean = one.map((made, k) => made.map((value, h) => (value + other[k]![h]!) / 2));
    lines.push(lineOf("mean", mean));
  }
  // A stable sort: of equals the plainer one stays first.
  lines.sort((first, second) => first.error - second.error);
  const method = lines[0]!.id;
  return { method, parts: method === "mean" ? parts : [], methods: lines, origins };
}

const isSmoothing = (id: MethodId): id is SmoothingId => id !== "naive" && id !== "mean";

/** The winner of a back-test, fitted to values. */
export function winnerOutlook(
  { method, parts }: Pick<BackTest, "method" | "parts">,
  values: Float64Array,
  steps: number,
): Outlook {
  const [one, other] = parts;
  if (method !== "mean") return outlookOf(method, values, steps);
  return meanOutlook(outlookOf(one!, values, steps), outlookOf(other!, values, steps));
}

function meanError(values: Float64Array, made: readonly Float64Array[], from: number): number {
  let sum = 0;
  let count = 0;
  made.forEach((forecast, k) => {
    for (let h = 0; h < forecast.length; h++) {
      sum += Math.abs(values[from + k + h]! - forecast[h]!);
      count++;
    }
  });
  return sum / count;
}

/** Mean absolute error of one forecast ÷ mean change of the values before it on the year before; null when that is 0. */
export function meanScaledError(
  before: Float64Array,
  actual: Float64Array,
  forecast: Float64Array,
): number | null {
  const scale = meanChange(before, Math.abs);
  if (!(scale > 0)) return null;
  let sum = 0;
  for (let h = 0; h < actual.length; h++) sum += Math.abs(actual[h]! - forecast[h]!);
  return sum / actual.length / scale;
}
