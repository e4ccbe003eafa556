import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { normalTwoSided } from "./normal";

describe("normalTwoSided", () => {
  it("agrees with scipy.stats.norm 1.10 to 1e-12", () => {
    const cases = [
      [0, 1],
      [0.5, 0.6170750774519738],
      [1, 0.31731050786291415],
      [1.959963984540054, 0.05],
      [3, 0.0026997960632601866],
      [5, 5.733031437583866e-7],
      [8, 1.244192114854348e-15],
    ] as const;
    for (const [z, p] of cases) {
      expectClose(normalTwoSided(z), p, { rel: 1e-12 });
      expectClose(normalTwoSided(-z), p, { rel: 1e-12 });
    }
  });

  it("passes NaN on", () => {
    expect(normalTwoSided(Number.NaN)).toBeNaN();
  });
});
