import { independence, type Independence } from "../../kernel/stats/independence";
import { kruskalWallis } from "../../kernel/stats/kruskal-wallis";
import { TINY } from "./cells";
import type { Grouping } from "./groups";
import type { CrossTest, EffectSize } from "./spec";

/** Where an effect begins to be small, medium, large. */
type Steps = readonly [small: number, medium: number, large: number];
/** Of w = V √(smaller side − 1); Cohen 1988, 7.2. */
const STEPS_OF_W: Steps = [0.1, 0.3, 0.5];
/** Of ε², read as a share of variance; Cohen 1988, 8.2. */
const STEPS_OF_SHARE: Steps = [0.01, 0.06, 0.14];

function sizeOfEffect(effect: number, [small, medium, large]: Steps): EffectSize {
  if (effect >= large) return "large";
  if (effect >= medium) return "medium";
  return effect >= small ? "small" : "negligible";
}

/** Counts of customers by two groupings, without those that either does not know; row by row. */
export function countsBy(rows: Grouping, columns: Grouping): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(rows.known * columns.known);
  for (let k = 0; k < rows.codes.length; k++) {
    const [row, column] = [rows.codes[k]!, columns.codes[k]!];
    if (row < rows.known && column < columns.known) counts[row * columns.known + column]!++;
  }
  return counts;
}

/** Whether two attributes have to do with each other. */
export function relationOf(test: Independence | null, smallerSide: number): CrossTest | null {
  if (test === null) return null;
  const w = test.effect * Math.sqrt(Math.max(1, smallerSide - 1));
  return { ...fromIndependence(test), size: sizeOfEffect(w, STEPS_OF_W) };
}

const fromIndependence = ({ statistic, df, pValue, effect, isWeak }: Independence) => ({
  kind: "chi-squared" as const,
  statistic,
  df,
  pValue,
  effect,
  isWeak,
});

/**
 * Whether the share of customers with a 1 differs between groups.
 *
 * @param values  1 or 0
 * @param codes   group of each customer; the groups from `known` on are left out
 */
export function shareTest(
  values: Float64Array,
  codes: Int32Array,
  known: number,
): CrossTest | null {
  const counts = new Float64Array(2 * known);
  for (let k = 0; k < codes.length; k++) {
    const code = codes[k]!;
    if (code >= 0 && code < known) counts[2 * code + (values[k] === 1 ? 0 : 1)]!++;
  }
  return relationOf(independence(counts, 2), 2);
}

/**
 * Whether the level of values differs between groups; groups below 5 customers are left out.
 *
 * @param order  `ascendingOrder(values)`
 * @param codes  group of each customer; the groups from `known` on are left out
 */
export function levelTest(
  values: Float64Array,
  order: Uint32Array,
  codes: Int32Array,
  known: number,
): CrossTest | null {
  const counts = new Float64Array(known);
  for (const code of codes) if (code >= 0 && code < known) counts[code]!++;
  const kept = codes.map((code) =>
    code >= 0 && code < known && counts[code]! >= TINY ? code : -1,
  );
  const test = kruskalWallis(values, order, kept, known);
  if (test === null) return null;
  const { statistic, df, pValue, effect } = test;
  const size = sizeOfEffect(effect, STEPS_OF_SHARE);
  return { kind: "kruskal-wallis", statistic, df, pValue, effect, size, isWeak: false };
}
