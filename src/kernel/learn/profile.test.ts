import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Feature } from "./feature";
import { countsIn, profileOf } from "./profile";

const numbers = (values: readonly number[]): Feature => ({
  kind: "number",
  id: "x",
  values: Float64Array.from(values),
});
const words = (levels: readonly string[], codes: readonly number[]): Feature => ({
  kind: "category",
  id: "w",
  codes: Int32Array.from(codes),
  levels,
});
const rowsOf = (n: number) => Uint32Array.from({ length: n }, (_, i) => i);

describe("profileOf", () => {
  it("parts numbers in tenths, those without a value apart", () => {
    const values = [...Array.from({ length: 100 }, (_, i) => i + 1), NaN, NaN];
    const profile = profileOf(numbers(values), rowsOf(102));
    expect(profile.counts).toEqual([...Array.from({ length: 10 }, () => 10), 2]);
  });

  it("keeps equal numbers together", () => {
    const values = [...Array.from({ length: 95 }, () => 0), 1, 2, 3, 4, 5];
    expect(profileOf(numbers(values), rowsOf(100))).toEqual({
      kind: "number",
      cuts: [0],
      counts: [95, 5, 0],
    });
  });

  it("gives frequent words a bin each, and words that come later to the others", () => {
    const profile = profileOf(words(["甲", "乙", "丙"], [0, 1, 1, -1]), rowsOf(4));
    expect(profile).toEqual({ kind: "category", levels: ["乙", "甲"], counts: [2, 1, 0, 1] });
    const later = words(["丁", "甲"], [0, 0, 1, -1, -1]);
    expect(countsIn(profile, later, rowsOf(5))).toEqual([0, 1, 2, 2]);
    expect(countsIn(profile, numbers([1]), rowsOf(1))).toBeNull();
  });

  it("counts every row once, and the rows it was made for as it did then", () => {
    const any = fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 60 }),
        fc.array(any, { maxLength: 60 }),
        (one, other) => {
          const profile = profileOf(numbers(one), rowsOf(one.length));
          expect(profile.counts.reduce((sum, count) => sum + count, 0)).toBe(one.length);
          expect(countsIn(profile, numbers(one), rowsOf(one.length))).toEqual(profile.counts);
          const again = countsIn(profile, numbers(other), rowsOf(other.length));
          expect(again!.reduce((sum, count) => sum + count, 0)).toBe(other.length);
        },
      ),
    );
  });
});
