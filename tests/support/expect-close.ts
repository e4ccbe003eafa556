import { expect } from "vitest";

/** How near is near: a share of the expected value, or (with a reason) an absolute distance. */
export type Tolerance =
  { readonly rel: number } | { readonly abs: number; readonly because: string };

/** A tolerance wider than this share of the expected value proves nothing. */
const WIDEST_SHARE = 0.01;

/**
 * Asserts that a number is within the tolerance of the expected one.
 *
 * @throws Error when the tolerance itself is larger than 1 % of the expected value (an absolute one around zero is
 *   allowed when `because` says why), before anything is compared
 */
export function expectClose(actual: number, expected: number, tolerance: Tolerance): void {
  const distance = "rel" in tolerance ? tolerance.rel * Math.abs(expected) : tolerance.abs;
  if ("abs" in tolerance && tolerance.because.trim() === "") {
    throw new Error("an absolute tolerance needs a reason");
  }
  if (expected !== 0 && distance > WIDEST_SHARE * Math.abs(expected)) {
    throw new Error(`tolerance ${distance} is more than 1 % of the expected ${expected}`);
  }
  if (expected === 0 && "rel" in tolerance) {
    throw new Error(
      "a relative tolerance of zero allows nothing: give an absolute one and a reason",
    );
  }
  const off = Math.abs(actual - expected);
  expect(off <= distance, `${actual} is ${off} from ${expected}, allowed ${distance}`).toBe(true);
}
