import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { falseDiscoveryRates } from "./false-discovery";

describe("falseDiscoveryRates", () => {
  it("agrees with the definition on the example of Benjamini & Hochberg 1995 (table of 15 p-values)", () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const q = falseDiscoveryRates(p);
    // The paper rejects exactly the first four at 5 %.
    expect(Array.from(q).filter((rate) => rate <= 0.05)).toHaveLength(4);
    p.forEach((_, i) => {
      const brute = Math.min(1, ...p.slice(i).map((value, j) => (value * 15) / (i + j + 1)));
      expectClose(q[i]!, brute, { rel: 1e-12 });
    });
  });

  it("keeps the order of the input and answers nothing for nothing", () => {
    expect(Array.from(falseDiscoveryRates([0.5, 0.01]))).toEqual([0.5, 0.02]);
    expect(falseDiscoveryRates([])).toHaveLength(0);
  });
});
