import { describe, expect, it } from "vitest";
import { openingParams, paramFaults, resolveParams } from "./params";

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

describe("openingParams", () => {
  const opened = {
    ...specs,
    grain: { kind: "choice", options: ["auto", "month"], default: "month", opening: "auto" },
  } as const;

  it("begin with the opening of a choice, which callers without a page do not get", () => {
    expect(openingParams(opened, {})).toMatchObject({ cut: "a", grain: "auto" });
    expect(resolveParams(opened, {})).toMatchObject({ grain: "month" });
  });

  it("keep what was chosen, and open anew on what cannot be", () => {
    expect(openingParams(opened, { grain: "month", days: 3 })).toMatchObject({
      grain: "month",
      days: 3,
    });
    expect(openingParams(opened, { grain: "weekly" })).toMatchObject({ grain: "auto" });
  });
});

describe("paramFaults", () => {
  it("names what would be repaired or ignored", () => {
    expect(paramFaults(specs, { cut: "b", days: 3 })).toEqual([]);
    expect(paramFaults(specs, { cut: "c", days: 3.5, other: 1 })).toHaveLength(3);
  });
});
