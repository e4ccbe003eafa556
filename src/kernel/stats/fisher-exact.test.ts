import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { chanceOfSoMany } from "./fisher-exact";

describe("chanceOfSoMany", () => {
  it("tastes tea as Fisher did", () => {
    // Four cups of eight had the milk first; all four found: 1 in 70. Three of four: 17 in 70.
    expectClose(chanceOfSoMany({ hits: 4, size: 4, allHits: 4, all: 8 }), 1 / 70, { rel: 1e-12 });
    expectClose(chanceOfSoMany({ hits: 3, size: 4, allHits: 4, all: 8 }), 17 / 70, { rel: 1e-12 });
  });

  it("is certain for none, and falls with every further hit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (all, some, group) => {
          const allHits = Math.min(some, all);
          const size = Math.min(group, all);
          let before = 1 + 1e-9;
          for (let hits = 0; hits <= Math.min(size, allHits); hits++) {
            const chance = chanceOfSoMany({ hits, size, allHits, all });
            expect(chance).toBeLessThanOrEqual(before);
            before = chance + 1e-9;
            if (hits === 0) expect(chance).toBeCloseTo(1, 9);
          }
        },
      ),
    );
  });
});
