import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { seededRng } from "../base/rng";
import { priorStrength } from "./prior-strength";

/** All ways in which groups of these sizes can come out, with their probabilities under beta-binomial groups. */
function* outcomes(
  counts: readonly number[],
  [a, b]: readonly [number, number],
): Generator<{ readonly hits: readonly number[]; readonly weight: number }> {
  if (counts.length === 0) {
    yield { hits: [], weight: 1 };
    return;
  }
  const [n, ...rest] = counts as [number, ...number[]];
  for (const { hits, weight } of outcomes(rest, [a, b])) {
    for (let x = 0; x <= n; x++) {
      yield { hits: [x, ...hits], weight: weight * betaBinomial(x, n, a, b) };
    }
  }
}

/** Pólya's urn: chance of x of n with a and b balls to begin with. */
function betaBinomial(x: number, n: number, a: number, b: number): number {
  let chance = 1;
  for (let i = 0; i < x; i++) chance *= ((a + i) * (n - i)) / (x - i);
  for (let i = 0; i < n - x; i++) chance *= b + i;
  for (let i = 0; i < n; i++) chance /= a + b + i;
  return chance;
}

describe("priorStrength", () => {
  it("solves the moment of Kleinman 1973, which holds exactly over all outcomes of beta-binomial groups", () => {
    const [a, b] = [1.2, 1.8];
    const counts = [4, 6, 3];
    const N = 13;
    let [spread, total] = [0, 0];
    for (const { hits, weight } of outcomes(counts, [a, b])) {
      const mean = hits.reduce((sum, x) => sum + x, 0) / N;
      spread +=
        weight * hits.reduce((sum, x, i) => sum + counts[i]! * (x / counts[i]! - mean) ** 2, 0);
      total += weight;
    }
    const rho = 1 / (1 + a + b);
    const share = a / (a + b);
    const room = N - (16 + 36 + 9) / N;
    expectClose(total, 1, { rel: 1e-12 });
    expectClose(spread / (share * (1 - share)), (1 - rho) * 2 + rho * room, { rel: 1e-12 });
  });

  it("is what is reckoned by hand for three groups", () => {
    // p̄ = 0.5; X = (10·0.09 + 10·0 + 10·0.09) ÷ 0.25 = 7.2; ρ = (7.2 − 2) ÷ (30 − 10 − 2) = 5.2 ÷ 18
    expectClose(priorStrength([10, 10, 10, 0], [0.2, 0.5, 0.8, 0])!, 18 / 5.2 - 1, { rel: 1e-12 });
  });

  it("finds the strength by which many groups were drawn", () => {
    const rng = seededRng(7);
    const [counts, shares]: [number[], number[]] = [[], []];
    for (let g = 0; g < 20_000; g++) {
      const n = 10 + (g % 30);
      // Pólya's urn with 2 and 3 balls draws beta-binomial groups: M = 5.
      let hits = 0;
      for (let i = 0; i < n; i++) if (rng.next() < (2 + hits) / (5 + i)) hits++;
      counts.push(n);
      shares.push(hits / n);
    }
    const found = priorStrength(counts, shares)!;
    expect(found).toBeGreaterThan(4.8);
    expect(found).toBeLessThan(5.2);
  });

  it("is without bound where groups lie no further apart than chance, and 1 where nothing is alike", () => {
    expect(priorStrength([40, 40, 40], [0.5, 0.5, 0.5])).toBe(Infinity);
    expect(priorStrength([40, 40, 40], [0, 1, 0])).toBe(1);
  });

  it("says nothing of fewer than three groups, of groups of one, and where nothing or everything happened", () => {
    expect(priorStrength([40, 40], [0.1, 0.9])).toBeNull();
    expect(priorStrength([40, 40, 0], [0.1, 0.9, 0.5])).toBeNull();
    expect(priorStrength([1, 1, 1], [0, 1, 0])).toBeNull();
    expect(priorStrength([9, 9, 9], [0, 0, 0])).toBeNull();
    expect(priorStrength([9, 9, 9], [1, 1, 1])).toBeNull();
  });
});
