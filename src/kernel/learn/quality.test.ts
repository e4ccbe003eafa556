import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { seededRng } from "../base/rng";
import { calibrated, isotonicCalibration, plattCalibration } from "./calibration";
import { aucOf } from "./discrimination";
import { sigmoid } from "../stats/logistic-function";
import { calibrationBins, gainPoints, probabilityQuality } from "./probability-quality";

const scored = fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.constantFrom(0, 1)), {
  minLength: 2,
  maxLength: 40,
});

const split = (rows: readonly (readonly [number, number])[]) => ({
  scores: Float64Array.from(rows, ([score]) => score),
  labels: Uint8Array.from(rows, ([, label]) => label),
});

describe("aucOf", () => {
  it("is the share of pairs in which the event scores higher, ties half", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const { scores, labels } = split(rows);
        const found = aucOf(scores, labels);
        let [pairs, won] = [0, 0];
        for (const [one, isEvent] of rows) {
          if (isEvent === 0) continue;
          for (const [other, isOther] of rows) {
            if (isOther === 1) continue;
            pairs++;
            if (one > other) won++;
            else if (one === other) won += 0.5;
          }
        }
        if (pairs === 0) expect(found).toBeNull();
        else expect(found!.value).toBeCloseTo(won / pairs, 12);
      }),
    );
  });

  it("has DeLong's error: by hand for two events and two others", () => {
    // placements of the events 1 and 0.5, of the others 1 and 0.5: variances 0.125 each
    const found = aucOf(Float64Array.of(4, 2, 3, 1), Uint8Array.of(1, 1, 0, 0))!;
    expect(found.value).toBe(0.75);
    expectClose(found.error, Math.sqrt(0.125 / 2 + 0.125 / 2), { rel: 1e-12 });
    expect(found.high).toBe(1);
  });
});

describe("calibration", () => {
  it("by isotonic regression rises, keeps the mean, and is 0 and 1 for separated scores", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const { scores, labels } = split(rows);
        const rule = isotonicCalibration(scores, labels);
        const chances = [...scores].map((score) => calibrated(rule, score));
        const ordered = [-5, -4, -2, 0, 1, 4, 9].map((score) => calibrated(rule, score));
        expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
        const [sum, events] = [chances, [...labels]].map((all) => all.reduce((a, b) => a + b, 0));
        expect(sum).toBeCloseTo(events!, 9);
      }),
    );
    const apart = isotonicCalibration(Float64Array.of(1, 2, 3), Uint8Array.of(0, 1, 1));
    expect([calibrated(apart, 1), calibrated(apart, 2)]).toEqual([0, 1]);
  });

  it("by Platt's method finds the line that the labels were drawn from", () => {
    const rng = seededRng(2);
    const scores = Float64Array.from({ length: 40_000 }, () => 6 * rng.next() - 3);
    const labels = Uint8Array.from(scores, (one) => (rng.next() < sigmoid(0.5 * one - 1) ? 1 : 0));
    const rule = plattCalibration(scores, labels);
    if (rule.kind !== "platt") throw new Error(rule.kind);
    expect(Math.abs(rule.slope - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(rule.intercept + 1)).toBeLessThan(0.05);
  });

  it("leaves scores alone that would turn round or have one label only", () => {
    const against = plattCalibration(Float64Array.of(3, 2, 1, 0), Uint8Array.of(0, 0, 1, 1));
    expect(against.kind).toBe("none");
    expect(calibrated({ kind: "none" }, 0)).toBe(0.5);
  });
});

describe("probabilityQuality", () => {
  it("gives no skill to the share of events, and slope 1 to true chances", () => {
    const labels = Uint8Array.of(1, 0, 0, 0);
    const flat = probabilityQuality(new Float64Array(4).fill(0.25), labels);
    expect(flat.brierSkill).toBeCloseTo(0, 12);
    expectClose(flat.logLoss, -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75), { rel: 1e-12 });
    const rng = seededRng(5);
    const chances = Float64Array.from({ length: 40_000 }, () => 0.02 + 0.96 * rng.next());
    const drawn = Uint8Array.from(chances, (chance) => (rng.next() < chance ? 1 : 0));
    const right = probabilityQuality(chances, drawn);
    expect(Math.abs(right.slope! - 1)).toBeLessThan(0.03);
    for (const { interval, meanChance } of calibrationBins(chances, drawn, 10)) {
      expect(interval.low - 0.01).toBeLessThan(meanChance);
      expect(interval.high + 0.01).toBeGreaterThan(meanChance);
    }
  });

  it("counts gain and lift from the top of the list", () => {
    const scores = Float64Array.of(0.9, 0.8, 0.1, 0.2, 0.3);
    const [first, all] = gainPoints(scores, Uint8Array.of(1, 0, 0, 0, 1), [0.2, 1]);
    expect(first).toMatchObject({ n: 1, events: 1, capture: 0.5, lift: 2.5 });
    expect(all).toMatchObject({ n: 5, capture: 1, lift: 1 });
  });
});
