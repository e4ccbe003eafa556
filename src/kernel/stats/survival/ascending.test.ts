import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascending } from "./ascending";

describe("ascending", () => {
  const whole = fc.integer({ min: 0, max: 40 });
  const any = fc.oneof(whole, fc.constantFrom(-1, -0.5, 0.5, 65_535, 65_536, 2 ** 32, Infinity));

  it("sorts whole days, and whatever else there is, as numbers are sorted", () => {
    for (const kind of [whole, any]) {
      fc.assert(
        fc.property(fc.array(kind, { maxLength: 80 }), (list) => {
          const expected = Float64Array.from(list).sort();
          expect(ascending(Float64Array.from(list))).toEqual(expected);
        }),
      );
    }
  });
});
