import { describe, expect, it } from "vitest";
import { finished } from "../../kernel/base/finished";
import { seededRng } from "../../kernel/base/rng";
import { bgNbd } from "./beta-geometric";
import { thinned, type PurchaseHistory } from "./purchase-history";
import { fitModel, type ModelParameters } from "./purchase-model";

const TRUE: ModelParameters = [0.5, 6, 0.8, 2.5];
const CUSTOMERS = 21_000;

/** Customers of the model that came over two years, in weeks. */
function simulated(): PurchaseHistory {
  const rng = seededRng(7);
  const repeats = new Uint32Array(CUSTOMERS);
  const recencies = new Float64Array(CUSTOMERS);
  const ages = Float64Array.from(repeats, () => 20 + 84 * rng.next());
  ages.forEach((age, i) => {
    const { x, tx } = bgNbd.simulate(TRUE, age, rng);
    repeats[i] = x;
    recencies[i] = tx;
  });
  return { repeats, recencies, ages, weights: new Float64Array(CUSTOMERS).fill(1) };
}

describe("fitModel on a large base", () => {
  it("ends at the maximum of all customers, though its starts are tried on some", () => {
    const history = simulated();
    const fit = finished(fitModel(bgNbd, history));
    const near = finished(fitModel(bgNbd, history, TRUE));
    expect(fit.quality).toBe("exact");
    expect(fit.agreeing).toBeGreaterThan(1);
    expect(fit.logLikelihood).toBeCloseTo(near.logLikelihood, 4);
    fit.parameters.forEach((value, i) => {
      expect(Math.abs(value / near.parameters[i]! - 1)).toBeLessThan(1e-4);
    });
  });
});

describe("thinned", () => {
  it("takes so many customers evenly, whatever their weights", () => {
    const history: PurchaseHistory = {
      repeats: Uint32Array.of(0, 1, 2),
      recencies: Float64Array.of(0, 1, 2),
      ages: Float64Array.of(3, 3, 3),
      weights: Float64Array.of(600, 300, 100),
    };
    expect([...thinned(history, 10).weights]).toEqual([6, 3, 1]);
    expect([...thinned(history, 2).repeats]).toEqual([0, 1]);
    expect(thinned(history, 1000)).toBe(history);
  });
});
