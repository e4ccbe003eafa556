import { describe, expect, it } from "vitest";
import { digamma, logBeta, logGamma } from "./gamma-function";

// mpmath 1.3, 30 digits: x, ln Γ(x), ψ(x)
const MPMATH = [
  [1e-5, 11.512919692895826, -100000.57719921567],
  [0.1, 2.2527126517342059, -10.423754940411076],
  [0.5, 0.57236494292470009, -1.9635100260214235],
  [3.7, 1.4280723266653881, 1.1671535393615114],
  [9.99, 12.779315214350193, 2.2507003728312011],
  [10, 12.80182748008147, 2.2517525890667211],
  [42.5, 115.90007047041453, 3.7376932365000936],
  [1000, 5905.2204232091812, 6.9072551956488121],
  [1e8, 1742068066.1038347, 18.420680738952365],
] as const;

describe("logGamma and digamma", () => {
  it.each(MPMATH)("agree with mpmath at %f", (x, log, psi) => {
    expect(Math.abs(logGamma(x) / log - 1)).toBeLessThan(1e-14);
    expect(Math.abs(digamma(x) / psi - 1)).toBeLessThan(1e-13);
  });

  it("are 0 where Γ = 1 and where Γ is least", () => {
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-14);
    expect(Math.abs(logGamma(2))).toBeLessThan(1e-14);
    expect(Math.abs(digamma(1.4616321449683622))).toBeLessThan(1e-14);
  });

  it("do not exist at 0 and below", () => {
    expect(logGamma(0)).toBeNaN();
    expect(digamma(-1)).toBeNaN();
  });
});

describe("logBeta", () => {
  it("is ln 1/6 for B(2, 2) and ln π for B(½, ½)", () => {
    expect(logBeta(2, 2)).toBeCloseTo(-Math.log(6), 13);
    expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 13);
  });
});
