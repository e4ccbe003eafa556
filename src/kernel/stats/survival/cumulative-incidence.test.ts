import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../../tests/support/expect-close";
import { cumulativeIncidence } from "./cumulative-incidence";
import { kaplanMeier } from "./kaplan-meier";
import { lifetimes, type Observations } from "./lifetimes";

const samples = fc.array(
  fc.record({
    duration: fc.integer({ min: 1, max: 25 }),
    outcome: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 60 },
);

const seenOf = (list: readonly { duration: number; outcome: number }[]): Observations => ({
  durations: Float64Array.from(list, ({ duration }) => duration),
  outcomes: Uint8Array.from(list, ({ outcome }) => outcome),
  entries: null,
});

describe("cumulativeIncidence", () => {
  it("handles ties as they are: 50/77, 27/77 and a naive 23/28 on the eleven rows of lifelines issue 619", () => {
    const times = [1, 5, 3, 6, 1, 3, 2, 5, 2, 3, 6];
    const outcomes = [0, 1, 1, 1, 2, 1, 0, 1, 0, 2, 2];
    const seen = seenOf(times.map((duration, i) => ({ duration, outcome: outcomes[i]! })));
    const [first, second] = cumulativeIncidence(seen, 2).causes;
    expectClose(first!.incidence.at(-1)!, 50 / 77, { rel: 1e-14 });
    expectClose(second!.incidence.at(-1)!, 27 / 77, { rel: 1e-14 });
    expectClose(first!.naive.at(-1)!, 23 / 28, { rel: 1e-14 });
  });

  it("gives every share to one cause or to those who are left", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const { times, survival, causes } = cumulativeIncidence(seenOf(list), 3);
        const curve = kaplanMeier(lifetimes(seenOf(list)));
        expect(times).toEqual(curve.times);
        times.forEach((_, j) => {
          const gone = causes.reduce((sum, { incidence }) => sum + incidence[j]!, 0);
          expect(gone + survival[j]!).toBeCloseTo(1, 12);
          expect(survival[j]).toBeCloseTo(curve.survival[j]!, 12);
        });
      }),
    );
  });

  it("never claims more than one minus Kaplan–Meier would, and that is what it shows beside", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const { times, causes } = cumulativeIncidence(seenOf(list), 3);
        causes.forEach(({ incidence, naive }, k) => {
          const alone = list.map((one) => ({ ...one, outcome: one.outcome === k + 1 ? 1 : 0 }));
          const curve = kaplanMeier(lifetimes(seenOf(alone)));
          times.forEach((time, j) => {
            expect(incidence[j]).toBeLessThanOrEqual(naive[j]! + 1e-12);
            const step = curve.times.findLastIndex((own) => own <= time);
            expect(naive[j]).toBeCloseTo(step < 0 ? 0 : 1 - curve.survival[step]!, 12);
          });
        });
      }),
    );
  });

  it("is a count with the binomial error when everybody is seen to the end", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const all = list.map((one) => ({ ...one, outcome: Math.max(1, one.outcome) }));
        const { times, causes } = cumulativeIncidence(seenOf(all), 3);
        causes.forEach(({ incidence, standardErrors }, k) => {
          times.forEach((time, j) => {
            const gone = all.filter((one) => one.duration <= time && one.outcome === k + 1);
            const share = gone.length / all.length;
            expect(incidence[j]).toBeCloseTo(share, 12);
            const binomial = Math.sqrt((share * (1 - share)) / all.length);
            expect(standardErrors[j]).toBeCloseTo(binomial, 7);
          });
        });
      }),
    );
  });

  it("has Greenwood's error when there is one cause", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const one = list.map((row) => ({ ...row, outcome: Math.min(1, row.outcome) }));
        const { causes } = cumulativeIncidence(seenOf(one), 1);
        const curve = kaplanMeier(lifetimes(seenOf(one)));
        curve.standardErrors.forEach((error, j) => {
          if (!Number.isNaN(error)) expect(causes[0]!.standardErrors[j]).toBeCloseTo(error, 7);
        });
      }),
    );
  });
});
