import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { seededRng, type Rng } from "../../kernel/base/rng";
import {
  backTest,
  canMove,
  forecast,
  futures,
  moveInterval,
  pooled,
  STATES,
  stationarityTest,
  transition,
  type Step,
} from "./chain";

const P = [
  [0.6, 0.2, 0.05, 0.15],
  [0, 0.7, 0.15, 0.15],
  [0, 0, 0.9, 0.1],
  [0, 0.05, 0.1, 0.85],
];

function drawn(rng: Rng, counts: readonly number[], shares: readonly (readonly number[])[]): Step {
  const moves = new Float64Array(STATES * STATES);
  counts.forEach((count, from) => {
    for (let k = 0; k < count; k++) {
      let draw = rng.next();
      let to = 0;
      while (to < STATES - 1 && draw >= shares[from]![to]!) draw -= shares[from]![to++]!;
      moves[from * STATES + to]!++;
    }
  });
  return { moves, came: Float64Array.of(20, 2, 0, 0) };
}

describe("the chain of stages", () => {
  it("gives the shares of a drawn chain back, inside their intervals", () => {
    const rng = seededRng(3);
    const steps = Array.from({ length: 12 }, () => drawn(rng, [200, 300, 400, 200], P));
    const { moves } = pooled(steps);
    const found = transition(moves);
    let inside = 0;
    let all = 0;
    P.forEach((row, from) => {
      const total = [2400, 3600, 4800, 2400][from]!;
      row.forEach((share, to) => {
        if (!canMove(from, to)) {
          expect(moves[from * STATES + to]).toBe(0);
          return;
        }
        const { low, high } = moveInterval(moves[from * STATES + to]!, total, from);
        expect(found[from * STATES + to]!).toBeGreaterThan(low);
        expect(found[from * STATES + to]!).toBeLessThan(high);
        all++;
        if (share >= low && share <= high) inside++;
      });
    });
    expect(all).toBe(12);
    expect(inside).toBeGreaterThanOrEqual(10);
  });

  it("has the margin of the Dirichlet posterior: SciPy 1.17 beta.ppf", () => {
    // retain can stay or fall silent: Beta(12.5, 40.5) of 12 in 52
    expectClose(moveInterval(12, 52, 2).low, 0.13279314478122894, { rel: 1e-10 });
    // develop has three ways: Beta(300.5, 3) of 300 in 302, checked at the other end by symmetry
    const { high } = moveInterval(2, 302, 1);
    const { low } = moveInterval(300, 302, 1);
    expect(high).toBeGreaterThan(1 - low - 0.01);
  });

  it("keeps every customer: the forecast has those of before and the inflow", () => {
    const step = drawn(seededRng(5), [100, 100, 100, 100], P);
    const ahead = forecast(Float64Array.of(100, 100, 100, 100), step, 3);
    ahead.forEach((counts, h) => {
      expectClose(
        counts.reduce((sum, count) => sum + count, 0),
        400 + 22 * (h + 1),
        { rel: 1e-12 },
      );
    });
    // one step by hand
    expectClose(
      ahead[0]![2]!,
      (step.moves[2]! + step.moves[6]! + step.moves[10]! + step.moves[14]!) * 1,
      { rel: 1e-12 },
    );
  });

  it("draws futures around the forecast", () => {
    const rng = seededRng(9);
    const steps = Array.from({ length: 12 }, () => drawn(rng, [100, 100, 100, 100], P));
    const now = Float64Array.of(100, 100, 100, 100);
    const middle = forecast(now, pooled(steps), 4);
    const { low, high } = futures(now, steps, 4, seededRng(1));
    middle.forEach((counts, h) => {
      counts.forEach((count, s) => {
        expect(low[h]![s]!).toBeLessThanOrEqual(count + 1);
        expect(high[h]![s]!).toBeGreaterThanOrEqual(count - 1);
      });
    });
  });

  it("finds a chain that changes, and lets one that does not be", () => {
    const rng = seededRng(11);
    const same = Array.from({ length: 10 }, () => drawn(rng, [200, 200, 200, 200], P));
    expect(stationarityTest(same)!.p).toBeGreaterThan(0.01);
    const other = P.map((row) => row.toReversed());
    const turned = same.map((step, k) => (k < 5 ? step : drawn(rng, [200, 200, 200, 200], other)));
    expect(stationarityTest(turned)!.p).toBeLessThan(1e-6);
  });

  it("is better than standing still where stages move, and learns from before only", () => {
    const rng = seededRng(13);
    const counts: Float64Array[] = [Float64Array.of(400, 50, 0, 0)];
    const steps: Step[] = [];
    for (let t = 0; t < 14; t++) {
      const step = drawn(rng, [...counts[t]!], P);
      steps.push(step);
      const next = step.came.slice();
      for (let k = 0; k < step.moves.length; k++) next[k % STATES]! += step.moves[k]!;
      counts.push(next);
    }
    const tested = backTest(counts, steps, 12)!;
    expect([tested.origins, tested.compared]).toEqual([6, 21]);
    expect(tested.error).toBeLessThan(tested.naive);
    // what comes after the last origin changes what is compared, never what was learnt for the first step
    const changed = [...counts.slice(0, -1), Float64Array.of(0, 0, 0, 900)];
    const again = backTest(changed, steps, 12)!;
    expect(again.error).not.toBe(tested.error);
    expect(backTest(counts.slice(0, 4), steps.slice(0, 3), 12)).toBeNull();
  });
});
