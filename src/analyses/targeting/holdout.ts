import { detectableDifference, neededEach } from "../../kernel/stats/detectable-difference";
import type { HoldoutPlan } from "./spec";

/**
 * What leaving part of a list alone can show.
 *
 * @param chances     of those on the list
 * @param acceptance  share of leavers that a contact keeps
 * @param share       part of the list that is left alone, 0..0.5
 *
 * Two shares compared by the normal approximation. Methods D51.
 */
export function holdoutPlan(
  chances: readonly number[],
  acceptance: number,
  share: number,
): HoldoutPlan {
  const n = chances.length;
  const leftAlone = Math.round(n * share);
  const contacted = n - leftAlone;
  const leaving = n === 0 ? 0 : chances.reduce((sum, chance) => sum + chance, 0) / n;
  const expectedEffect = leaving * acceptance;
  return {
    contacted,
    leftAlone,
    leaving,
    expectedEffect,
    detectable: detectableDifference(leaving, leftAlone, contacted),
    neededEach: expectedEffect > 0 ? neededEach(leaving, leaving - expectedEffect) : null,
  };
}
