import { describe, expect, it } from "vitest";
import { paramFaults, resolveParams } from "./params";

const specs = {
  cut: { kind: "choice", options: ["a", "b"], default: "a" },
  days: { kind: "integer", min: 1, max: 30, default: 7 },
  share: { kind: "ratio", min: 0, max: 1, default: 0.5 },
  net: { kind: "flag", default: false },
} as const;

describe("resolveParams", () => {
  it("fills in defaults", () => {
    expect(resolveParams(specs, {})).toEqual({ cut: "a", days: 7, share: 0.5, net: false });
  });

  it("takes what is allowed, clamps numbers and drops the rest", () => {
    const given = { cut: "b", days: 99.4, share: -1, net: true, other: 1 };
    expect(resolveParams(specs, given)).toEqual({ cut: "b", days: 30, share: 0, net: true });
    const wrong = { cut: "c", days: "3", share: NaN, net: "yes" };
    expect(resolveParams(specs, wrong)).toEqual({ cut: "a", days: 7, share: 0.5, net: false });
  });
});

describe("paramFaults", () => {
  it("names what would be repaired or ignored", () => {
    expect(paramFaults(specs, { cut: "b", days: 3 })).toEqual([]);
    expect(paramFaults(specs, { cut: "c", days: 3.5, other: 1 })).toHaveLength(3);
  });
});
