import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupRows, groupRowsInOrder } from "./group";

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

describe("groupRowsInOrder", () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -20, max: 40 }));

  it("agrees with a stable sort by both keys, in any order of the rows", () => {
    fc.assert(
      fc.property(fc.array(pair), fc.boolean(), (list, alreadyOrdered) => {
        const pairs = alreadyOrdered ? list.toSorted((a, b) => a[1] - b[1]) : list;
        const keys = pairs.map(([key]) => key);
        const days = pairs.map(([, day]) => day);
        const found = groupRowsInOrder(Uint32Array.from(keys), 7, Int32Array.from(days));
        const expected = pairs
          .map((_, row) => row)
          .sort((a, b) => keys[a]! - keys[b]! || days[a]! - days[b]! || a - b);
        expect([...found.rows]).toEqual(expected);
        expect([...found.ordered]).toEqual(expected.map((row) => days[row]));
        expect(found.offsets).toEqual(groupRows(Uint32Array.from(keys), 7).offsets);
      }),
    );
  });

  it("rejects a key without a group, in order or not", () => {
    const keys = Uint32Array.of(0, 2);
    expect(() => groupRowsInOrder(keys, 2, Int32Array.of(1, 2))).toThrow(/key 2 of 2/);
    expect(() => groupRowsInOrder(keys, 2, Int32Array.of(2, 1))).toThrow(/key 2 of 2/);
  });
});
