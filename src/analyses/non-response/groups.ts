import { wilsonInterval } from "../../kernel/stats/wilson";
import type { FrameGroups } from "./frame";
import type { ResponseGroup } from "./spec";

/** A score of fewer answers is not said. */
const LEAST_SCORED = 5;
const MOST_GROUPS = 30;

/** A group with the code by which its customers are found. */
export interface GroupLine {
  readonly code: number;
  readonly line: ResponseGroup;
}

interface Answered {
  readonly hasAnswered: Uint8Array;
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/**
 * How many of each group answered, and what they said.
 *
 * @returns grades from A on; values of a column by the number asked, the largest first. Customers without a group are a line at the end
 */
export function responseGroups(
  groups: FrameGroups,
  { hasAnswered, values, weights }: Answered,
): { readonly shown: readonly GroupLine[]; readonly hidden: number } {
  // The last slot is of those without a group.
  const size = groups.labels.length + 1;
  const asked = new Uint32Array(size);
  const answered = new Uint32Array(size);
  const sums = new Float64Array(size);
  const weightSums = new Float64Array(size);
  let [total, totalAnswered, totalWeight] = [0, 0, 0];
  groups.codes.forEach((code, i) => {
    const slot = code < 0 ? size - 1 : code;
    asked[slot]!++;
    total++;
    if (hasAnswered[i] === 0) return;
    answered[slot]!++;
    totalAnswered++;
    sums[slot]! += values[i]!;
    weightSums[slot]! += weights[i]!;
    totalWeight += weights[i]!;
  });
  const overall = totalAnswered / total;
  const made = Array.from(asked, (n, slot): GroupLine => {
    const hits = answered[slot]!;
    const { low, high } = wilsonInterval(hits, n);
    return {
      code: slot === size - 1 ? -1 : slot,
      line: {
        label: slot === size - 1 ? null : groups.labels[slot]!,
        asked: n,
        answered: hits,
        ratio: n === 0 ? 0 : hits / n,
        low,
        high,
        score: hits < LEAST_SCORED ? null : sums[slot]! / hits,
        side: sideOf(low, high, overall),
        rawShare: hits / totalAnswered,
        weightedShare: weightSums[slot]! / totalWeight,
      },
    };
  }).filter(({ line }) => line.asked > 0);
  const sorted =
    groups.source === "grade"
      ? made
      : made.toSorted(
          (a, b) =>
            Number(a.code < 0) - Number(b.code < 0) ||
            b.line.asked - a.line.asked ||
            (String(a.line.label) < String(b.line.label) ? -1 : 1),
        );
  return { shown: sorted.slice(0, MOST_GROUPS), hidden: Math.max(0, sorted.length - MOST_GROUPS) };
}

function sideOf(low: number, high: number, overall: number): ResponseGroup["side"] {
  if (high < overall) return "less";
  return low > overall ? "more" : "alike";
}

/**
 * The group that moves the score most: it answers less, or more, often than all, and its score pulls in the direction of the
 * difference.
 *
 * @param difference  raw − weighted
 * @returns its place; null when no such group is shown
 */
export function reasonOf(
  lines: readonly ResponseGroup[],
  raw: number,
  difference: number,
): number | null {
  const pushes = lines.map(({ side, score, rawShare, weightedShare, label }) => {
    if (side === "alike" || score === null || label === null) return 0;
    return Math.max(0, (rawShare - weightedShare) * (score - raw) * Math.sign(difference));
  });
  const most = Math.max(...pushes);
  return most > 0 ? pushes.indexOf(most) : null;
}
