import { describe, expect, it } from "vitest";
import { drained } from "../../../tests/support/drained";
import { expectClose } from "../../../tests/support/expect-close";
import { MISSING_DAY } from "../../kernel/table/column";
import { recoveries } from "./recovery";

describe("recoveries", () => {
  type Cause = "natural" | "competition" | "fault";
  const gone = (count: number, back: number, cause: Cause) =>
    Array.from({ length: count }, (_, i) => ({
      row: i,
      day: 0,
      backOn: i < back ? 100 : MISSING_DAY,
      seenUntil: i < back ? 100 : 2000,
      cause,
      reason: "",
      isPrice: false,
    }));

  it("draws the chance of a reason to that of all with ten breaks where there are but two reasons", () => {
    const { chance, groups, strength } = drained(
      recoveries([...gone(60, 36, "competition"), ...gone(20, 0, "natural")]),
    );
    expect(strength).toEqual({ value: 10, isFound: false });
    // all: 36 of 80; natural: 0 of 20 with the weight of 20, all with that of 10
    expectClose(chance("natural", 0)!, (0 + 10 * 0.45) / 30, { rel: 1e-12 });
    expectClose(chance("competition", 0)!, (60 * 0.6 + 10 * 0.45) / 70, { rel: 1e-12 });
    expectClose(chance("fault", 0)!, 0.45, { rel: 1e-12 });
    expect(chance("natural", 2001)).toBeNull();
    expect(groups.map(({ cause, returns }) => [cause, returns])).toEqual([
      ["natural", 0],
      ["competition", 36],
    ]);
  });

  it("draws it by how far three reasons lie apart, Kleinman 1973 by hand", () => {
    const { chance, strength } = drained(
      recoveries([
        ...gone(20, 4, "natural"),
        ...gone(60, 36, "competition"),
        ...gone(40, 8, "fault"),
      ]),
    );
    // p̄ = 48 ÷ 120; X = (20·0.2² + 60·0.2² + 40·0.2²) ÷ (0.4·0.6) = 20; room = 120 − 5600 ÷ 120 − 2
    const m = (120 - 5600 / 120 - 2) / 18 - 1;
    expect(strength.isFound).toBe(true);
    expectClose(strength.value, m, { rel: 1e-12 });
    expectClose(chance("natural", 0)!, (4 + m * 0.4) / (20 + m), { rel: 1e-12 });
    expectClose(chance("competition", 0)!, (36 + m * 0.4) / (60 + m), { rel: 1e-12 });
    // at least one break of all
    const plain = drained(
      recoveries([
        ...gone(20, 0, "natural"),
        ...gone(60, 45, "competition"),
        ...gone(40, 5, "fault"),
      ]),
    );
    expectClose(plain.chance("natural", 0)!, 50 / 120 / 21, { rel: 1e-12 });
  });

  it("takes the chance of all for each reason where they differ no more than by chance", () => {
    const { chance, groups, strength } = drained(
      recoveries([
        ...gone(40, 12, "natural"),
        ...gone(60, 18, "competition"),
        ...gone(40, 13, "fault"),
      ]),
    );
    expect(strength).toEqual({ value: Infinity, isFound: true });
    for (const { used12 } of groups) expectClose(used12!, 43 / 140, { rel: 1e-12 });
    expect(chance("fault", 0)).toBe(chance("natural", 0));
  });
});
