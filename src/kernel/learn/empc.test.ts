import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { seededRng } from "../base/rng";
import { logBeta } from "../stats/gamma-function";
import { expectedMaximumProfit, type CampaignTerms } from "./empc";

/** Defaults of the R package EMP 2.0.6. */
const TERMS: CampaignTerms = { value: 200, offer: 10, contact: 1, alpha: 6, beta: 14 };

const labelsOf = (n: number, leavers: number): Uint8Array =>
  Uint8Array.from({ length: n }, (_, i) => (i < leavers ? 1 : 0));

/** By the definition: the best k for each of many γ, weighted by the density. */
function bruteForce(scores: Float64Array, labels: Uint8Array, terms: CampaignTerms): number {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const STEPS = 4000;
  const { value, offer, contact, alpha, beta } = terms;
  let total = 0;
  for (let step = 0; step < STEPS; step++) {
    const rate = (step + 0.5) / STEPS;
    let [best, sum] = [0, 0];
    for (const i of order) {
      sum += labels[i] === 1 ? rate * (value - offer) - contact : -offer - contact;
      best = Math.max(best, sum);
    }
    const density = Math.exp(
      (alpha - 1) * Math.log(rate) + (beta - 1) * Math.log1p(-rate) - logBeta(alpha, beta),
    );
    total += (density * best) / scores.length / STEPS;
  }
  return total;
}

describe("expectedMaximumProfit", () => {
  it("is 5.60 a customer at a share of 0.10 for a perfect list with 10 % leavers", () => {
    const labels = labelsOf(1000, 100);
    const perfect = Float64Array.from(labels);
    const found = expectedMaximumProfit(perfect, labels, TERMS);
    // below a rate of 0.0053 not even a leaver is worth the contact
    expectClose(found.profit, 5.6, { rel: 1e-9 });
    expectClose(found.share, 0.1, { rel: 1e-9 });
  });

  it("is 0.01437 a customer for a list in no order with 10 % leavers: all or nobody", () => {
    const labels = labelsOf(1000, 100);
    const found = expectedMaximumProfit(new Float64Array(1000), labels, TERMS);
    // ∫ max(0, 19γ − 10) h(γ) dγ in two million steps; not 0.25, as is sometimes said
    expectClose(found.profit, 0.014371021266256811, { rel: 1e-8 });
  });

  it("is nothing when the offer takes all that a customer is worth", () => {
    const labels = labelsOf(100, 30);
    const dear = { ...TERMS, offer: 200 };
    expect(expectedMaximumProfit(Float64Array.from(labels), labels, dear)).toEqual({
      profit: 0,
      share: 0,
    });
  });

  it("is the profit of contacting all or nobody when all scores are equal", () => {
    const labels = labelsOf(100, 30);
    const flat = new Float64Array(100);
    const found = expectedMaximumProfit(flat, labels, TERMS);
    // all are worth it from γ = 8 / 57 on
    const STEPS = 200_000;
    let expected = 0;
    for (let step = 0; step < STEPS; step++) {
      const rate = (step + 0.5) / STEPS;
      const density = Math.exp(5 * Math.log(rate) + 13 * Math.log1p(-rate) - logBeta(6, 14));
      expected += (Math.max(0, 0.3 * (190 * rate - 1) - 0.7 * 11) * density) / STEPS;
    }
    expectClose(found.profit, expected, { rel: 1e-6 });
  });

  it("agrees with the best length for every acceptance rate, tried one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const rng = seededRng(seed);
        const labels = Uint8Array.from({ length: 60 }, () => (rng.next() < 0.3 ? 1 : 0));
        const scores = Float64Array.from(labels, (label) => label + 2 * rng.next());
        const expected = bruteForce(scores, labels, TERMS);
        const found = expectedMaximumProfit(scores, labels, TERMS).profit;
        expect(Math.abs(found - expected)).toBeLessThan(1e-4 * (1 + expected));
      }),
      { numRuns: 20 },
    );
  });

  it("is nothing when nobody left, or when the offer costs what a customer is worth", () => {
    const nobody = expectedMaximumProfit(new Float64Array(9), new Uint8Array(9), TERMS);
    expect(nobody).toEqual({ profit: 0, share: 0 });
    const dear = { ...TERMS, offer: 200 };
    expect(expectedMaximumProfit(Float64Array.of(2, 1), Uint8Array.of(1, 0), dear).profit).toBe(0);
  });
});
