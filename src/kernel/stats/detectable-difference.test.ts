import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { detectableDifference, neededEach } from "./detectable-difference";

describe("detectableDifference", () => {
  it("is (1.960 + 0.842) √(p q (1/n₁ + 1/n₂)), and halves with four times as many", () => {
    expectClose(detectableDifference(0.3, 100, 100)!, 2.8015852 * Math.sqrt(0.21 / 50), {
      rel: 1e-7,
    });
    const few = detectableDifference(0.2, 40, 10)!;
    expectClose(detectableDifference(0.2, 160, 40)!, few / 2, { rel: 1e-12 });
    expect(detectableDifference(0.2, 40, 0)).toBeNull();
  });

  it("needs 388 in each group to tell one half from two fifths (R power.prop.test: 387.3)", () => {
    expect(neededEach(0.5, 0.4)).toBe(388);
    expect(neededEach(0.5, 0.5)).toBeNull();
  });
});
