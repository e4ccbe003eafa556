import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascendingOrder, averageRanks, descendingOrder } from "./rank";

const doubles = fc.array(fc.double({ noNaN: true }), { maxLength: 200 });

describe("ascendingOrder", () => {
  it("agrees with the engine's stable sort on any doubles, infinities and both zeros", () => {
    fc.assert(
      fc.property(doubles, (list) => {
        const values = Float64Array.from(list);
        const expected = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
        if (list.every(Number.isFinite)) expect([...ascendingOrder(values)]).toEqual(expected);
        const sorted = [...ascendingOrder(values)].map((i) => values[i]!);
        expect(sorted.map((v) => v + 0)).toEqual([...values.slice().sort()].map((v) => v + 0));
      }),
    );
  });

  it("rejects NaN", () => {
    expect(() => ascendingOrder(Float64Array.of(1, NaN))).toThrow(/not a number/);
  });
});

describe("descendingOrder", () => {
  it("puts the largest first and keeps the order of equals", () => {
    expect([...descendingOrder(Float64Array.of(1, 3, 3, -2))]).toEqual([1, 2, 0, 3]);
  });
});

describe("averageRanks", () => {
  it("agrees with R rank(c(10, 20, 20, 5))", () => {
    expect([...averageRanks(Float64Array.of(10, 20, 20, 5))]).toEqual([2, 3.5, 3.5, 1]);
  });

  it("sums to n(n + 1)/2", () => {
    fc.assert(
      fc.property(doubles, (list) => {
        const sum = averageRanks(Float64Array.from(list)).reduce((a, b) => a + b, 0);
        expect(sum).toBe((list.length * (list.length + 1)) / 2);
      }),
    );
  });
});
