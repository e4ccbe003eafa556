import { describe, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { betaQuantile } from "./beta-quantile";

describe("betaQuantile", () => {
  it.each([
    [0.975, 0.5, 3.5, 0.5355832430429502],
    [0.025, 12.5, 40.5, 0.13279314478122894],
    [0.975, 300.5, 2.5, 0.9986213431636416],
    [0.5, 7, 1, 0.9057236642639067],
  ])("agrees with SciPy 1.17 beta.ppf(%f, %f, %f)", (share, a, b, quantile) => {
    expectClose(betaQuantile(share, a, b), quantile, { rel: 1e-10 });
  });
});
