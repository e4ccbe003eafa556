import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { populationStability } from "./population-stability";

describe("populationStability", () => {
  it("gives the sum of R by its formula, and pchisq of it", () => {
    const found = populationStability([100, 200, 300, 250, 150], [80, 180, 260, 300, 180]);
    expectClose(found!.index, 0.026879839628584, { rel: 1e-12 });
    expectClose(found!.p, 0.00931480008762914, { rel: 1e-10 });
    expect(found!.bins).toBe(5);
  });

  it("counts an empty bin as half a customer", () => {
    const found = populationStability([300, 500, 0, 200], [400, 300, 50, 250]);
    expectClose(found!.index, 0.370046433770497, { rel: 1e-12 });
    expectClose(found!.p, 7.25438533502702e-40, { rel: 1e-10 });
  });

  it("takes small bins together with their neighbours, the missing alone", () => {
    const found = populationStability([100, 3, 2, 200, 5, 1, 40], [120, 2, 4, 150, 3, 2, 30]);
    expect(found!.bins).toBe(3);
    expectClose(found!.index, 0.0460099316167018, { rel: 1e-12 });
    expectClose(found!.p, 0.0225184217610078, { rel: 1e-10 });
  });

  it("says nothing of an empty sample", () => {
    expect(populationStability([0, 0], [3, 4])).toBeNull();
    expect(populationStability([3, 4], [0, 0])).toBeNull();
  });

  const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 14 });
  const pair = counts.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: one.length, maxLength: one.length }),
    ),
  );

  it("is 0 for the same shares, whatever the sizes", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (one, times) => {
        fc.pre(one.some((count) => count > 0));
        const found = populationStability(
          one,
          one.map((count) => count * times),
        );
        expect(Math.abs(found!.index)).toBeLessThan(1e-12);
        expect(found!.p).toBeGreaterThan(0.999);
      }),
    );
  });

  it("is the same both ways round, and never below 0", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const [there, back] = [populationStability(one, other), populationStability(other, one)];
        fc.pre(there !== null && back !== null);
        expect(there.index).toBeCloseTo(back.index, 9);
        expect(there.bins).toBe(back.bins);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
