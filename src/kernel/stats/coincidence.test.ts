import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { coincidenceTest } from "./coincidence";
import { chanceOfSoMany } from "./fisher-exact";

describe("coincidenceTest", () => {
  it("is the closed form of a lady tasting tea (Fisher 1935): 1/70 and 17/70", () => {
    const chance = coincidenceTest(8);
    expectClose(chance(4, 4, 4), 1 / 70, { rel: 1e-13 });
    expectClose(chance(3, 4, 4), 17 / 70, { rel: 1e-13 });
    expect(chance(0, 4, 4)).toBe(1);
  });

  it("agrees with chanceOfSoMany for any table", () => {
    const group = fc.integer({ min: 1, max: 400 }).chain((all) =>
      fc.record({
        all: fc.constant(all),
        size: fc.integer({ min: 0, max: all }),
        allHits: fc.integer({ min: 0, max: all }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(group, ({ all, size, allHits, part }) => {
        const hits = Math.round(part * Math.min(size, allHits));
        const expected = chanceOfSoMany({ hits, size, allHits, all });
        const found = coincidenceTest(all)(hits, size, allHits);
        if (expected > 1e-290) expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
        else expect(found).toBeLessThan(1e-280);
      }),
    );
  });

  it("stays exact for many units: nobody has both by chance of less than 1e-100", () => {
    // C(999900, 0..) by hand: all hits within the group is 1 / C(200000, 10) * C(20, 10)
    let expected = 1;
    for (let k = 0; k < 10; k++) expected *= (20 - k) / (200_000 - k);
    expectClose(coincidenceTest(200_000)(10, 20, 10), expected, { rel: 1e-8 });
  });
});
