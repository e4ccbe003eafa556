import type { HoldoutPlan } from "./spec";

/** Normal points of a two-sided test at 5 % and of a power of 80 %. */
const Z_TEST = 1.959963984540054;
const Z_POWER = 0.8416212335729143;

/**
 * What leaving part of a list alone can show.
 *
 * @param chances     of those on the list
 * @param acceptance  share of leavers that a contact keeps
 * @param share       part of the list that is left alone, 0..0.5
 *
 * Two shares compared by the normal approximation: n an arm = (z√(2p̄q̄) + z′√(p₁q₁ + p₂q₂))² ÷ (p₁ − p₂)². Fleiss, Levin & Paik
 * 2003, 4.2. methods D51.
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
  const spread = leaving * (1 - leaving);
  const detectable =
    leftAlone > 0 && contacted > 0
      ? (Z_TEST + Z_POWER) * Math.sqrt(spread / leftAlone + spread / contacted)
      : null;
  return {
    contacted,
    leftAlone,
    leaving,
    expectedEffect,
    detectable,
    neededEach: expectedEffect > 0 ? neededEach(leaving, leaving - expectedEffect) : null,
  };
}

function neededEach(one: number, other: number): number | null {
  const mean = (one + other) / 2;
  const top =
    Z_TEST * Math.sqrt(2 * mean * (1 - mean)) +
    Z_POWER * Math.sqrt(one * (1 - one) + other * (1 - other));
  const need = Math.ceil((top / (one - other)) ** 2);
  return Number.isFinite(need) ? need : null;
}
