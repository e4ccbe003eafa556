import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { wordLogOdds } from "./word-log-odds";

describe("wordLogOdds", () => {
  it("is the formula of Monroe, Colaresi and Quinn, worked by hand", () => {
    // n₁ = 30, n₂ = 70; first word: α = 30 / 10 = 3, α₀ = 10
    const { values, errors } = wordLogOdds(new Float64Array([20, 10]), new Float64Array([10, 60]));
    expectClose(values[0]!, Math.log(23 / 17 / (13 / 67)), { rel: 1e-12 });
    expectClose(errors[0]!, Math.sqrt(1 / 23 + 1 / 13), { rel: 1e-12 });
  });

  it("turns its sign when the groups change places, and is zero for equal groups", () => {
    const counts = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(counts, (pairs) => {
        const first = Float64Array.from(pairs, ([a]) => a);
        const second = Float64Array.from(pairs, ([, b]) => b);
        const [one, other] = [wordLogOdds(first, second), wordLogOdds(second, first)];
        one.values.forEach((value, w) => {
          expect(value).toBeCloseTo(-other.values[w]!, 9);
          expect(wordLogOdds(first, first).values[w]).toBeCloseTo(0, 9);
        });
      }),
    );
  });
});
