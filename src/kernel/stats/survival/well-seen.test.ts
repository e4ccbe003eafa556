import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lifetimes } from "./lifetimes";
import { fewestInSight, lastWellSeen } from "./well-seen";

describe("fewestInSight", () => {
  it("is a tenth, from 10 to 30, and half of a handful", () => {
    const sizes = [1, 10, 19, 20, 100, 101, 237, 300, 100_000];
    expect(sizes.map(fewestInSight)).toEqual([1, 5, 10, 10, 10, 11, 24, 30, 30]);
  });
});

describe("lastWellSeen", () => {
  const customers = fc.array(
    fc.record({ entry: fc.integer({ min: 0, max: 20 }), stay: fc.integer({ min: 1, max: 20 }) }),
    { minLength: 1, maxLength: 40 },
  );

  it("is the last time at which a count finds so many in sight, with late entries and without", () => {
    fc.assert(
      fc.property(
        customers,
        fc.integer({ min: 1, max: 45 }),
        fc.boolean(),
        (list, fewest, late) => {
          const seen = list.map(({ entry, stay }) => ({
            entry: late ? entry : -1,
            end: late ? entry + stay : stay,
          }));
          const sorted = lifetimes({
            durations: Float64Array.from(seen, ({ end }) => end),
            outcomes: new Uint8Array(seen.length),
            entries: late ? Float64Array.from(seen, ({ entry }) => entry) : null,
          });
          const inSight = (time: number): number =>
            seen.filter(({ entry, end }) => entry < time && end >= time).length;
          const times = Array.from({ length: 40 }, (_, i) => i + 1);
          const last = times.findLast((time) => inSight(time) >= fewest);
          expect(lastWellSeen(sorted, fewest)).toBe(last ?? null);
        },
      ),
    );
  });
});
