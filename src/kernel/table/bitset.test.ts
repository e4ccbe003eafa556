import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitset, hasBit, setBit, setBits } from "./bitset";

describe("setBits", () => {
  it("sets what setting one bit after another sets, and no other", () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 130 }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 3 }), (ranges) => {
        const [found, expected] = [bitset(130), bitset(130)];
        for (const [from, to] of ranges) {
          setBits(found, from, to);
          for (let bit = from; bit < to; bit++) setBit(expected, bit);
        }
        expect(found).toEqual(expected);
      }),
    );
  });

  it("reaches the first and the last bit of a word", () => {
    const set = bitset(96);
    setBits(set, 32, 64);
    expect([31, 32, 63, 64].map((bit) => hasBit(set, bit))).toEqual([false, true, true, false]);
  });
});
