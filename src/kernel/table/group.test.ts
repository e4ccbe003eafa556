import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupRows } from "./group";

describe("groupRows", () => {
  it("is a stable sort by key", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (keys) => {
        const { offsets, rows } = groupRows(Uint32Array.from(keys), 10);
        const expected = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
        expect([...rows]).toEqual(expected);
        expect(offsets[0]).toBe(0);
        expect(offsets[10]).toBe(keys.length);
        for (let g = 0; g < 10; g++) {
          expect(offsets[g + 1]! - offsets[g]!).toBe(keys.filter((key) => key === g).length);
        }
      }),
    );
  });

  it("visits rows in the given order", () => {
    const { rows } = groupRows(Uint32Array.of(1, 0, 1), 2, Uint32Array.of(2, 1, 0));
    expect([...rows]).toEqual([1, 2, 0]);
  });

  it("rejects a key without a group", () => {
    expect(() => groupRows(Uint32Array.of(2), 2)).toThrow(/key 2 of 2/);
  });
});
