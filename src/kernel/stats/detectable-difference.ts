/** Normal points of a two-sided test at 5 % and of a power of 80 %. */
const Z_TEST = 1.959963984540054;
const Z_POWER = 0.8416212335729143;

/**
 * Smallest difference of two shares that a comparison would see: two-sided at 5 %, with a power of 80 %.
 *
 * @param share  what is expected of both without a difference, 0..1
 * @param one, other  sizes of both groups
 * @returns null with an empty group
 *
 * (z + z′) √(p q (1/n₁ + 1/n₂)), the normal approximation. Fleiss, Levin & Paik 2003, 4.2. Methods D51.
 */
export function detectableDifference(share: number, one: number, other: number): number | null {
  if (one <= 0 || other <= 0) return null;
  const spread = share * (1 - share);
  return (Z_TEST + Z_POWER) * Math.sqrt(spread / one + spread / other);
}

/**
 * How many each of two groups must have for a difference of two shares to be seen, at 5 % with a power of 80 %.
 *
 * (z√(2p̄q̄) + z′√(p₁q₁ + p₂q₂))² ÷ (p₁ − p₂)². @returns null where both are alike
 */
export function neededEach(one: number, other: number): number | null {
  const mean = (one + other) / 2;
  const top =
    Z_TEST * Math.sqrt(2 * mean * (1 - mean)) +
    Z_POWER * Math.sqrt(one * (1 - one) + other * (1 - other));
  const need = Math.ceil((top / (one - other)) ** 2);
  return Number.isFinite(need) ? need : null;
}
