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

  it("settles runs that agree in sign, exponent and twenty bits by the rest of the value, however long the run", () => {
    // 1 + k 2^-40: one upper word for all, told apart by the lower word alone; ties keep their order.
    const steps = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 120 });
    fc.assert(
      fc.property(steps, fc.constantFrom(1, -1), (list, sign) => {
        const numbers = list.map((step) => sign * (1 + step * 2 ** -40));
        const expected = list.map((_, i) => i).sort((a, b) => numbers[a]! - numbers[b]! || a - b);
        expect([...ascendingOrder(Float64Array.from(numbers))]).toEqual(expected);
        const falling = list.map((_, i) => i).sort((a, b) => numbers[b]! - numbers[a]! || a - b);
        expect([...descendingOrder(Float64Array.from(numbers))]).toEqual(falling);
      }),
    );
  });

  it("orders whole numbers close together as it orders any others, up and down", () => {
    const whole = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 80 });
    fc.assert(
      fc.property(whole, (list) => {
        const up = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
        const down = list.map((_, i) => i).sort((a, b) => list[b]! - list[a]! || a - b);
        expect([...ascendingOrder(Float64Array.from(list))]).toEqual(up);
        expect([...descendingOrder(Float64Array.from(list))]).toEqual(down);
      }),
    );
  });

  it("keeps the order of both zeros and places infinities at the ends", () => {
    const values = Float64Array.of(0, -0, Infinity, 0, -Infinity, -0);
    expect([...ascendingOrder(values)]).toEqual([4, 0, 1, 3, 5, 2]);
    expect([...descendingOrder(values)]).toEqual([2, 0, 1, 3, 5, 4]);
    expect([...ascendingOrder(Float64Array.of(0, -0, 0))]).toEqual([0, 1, 2]);
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

  it("takes a known order for its own", () => {
    const values = Float64Array.of(7, 1, 7, 3);
    expect(averageRanks(values, ascendingOrder(values))).toEqual(averageRanks(values));
    expect([...averageRanks(values)]).toEqual([3.5, 1, 3.5, 2]);
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
