import { describe, expect, it } from "vitest";
import { expectClose } from "./expect-close";

describe("expectClose", () => {
  it("accepts a value within the tolerance and rejects one outside", () => {
    expectClose(100.00005, 100, { rel: 1e-6 });
    expect(() => {
      expectClose(100.0002, 100, { rel: 1e-6 });
    }).toThrow(/allowed/);
  });

  it("refuses a tolerance above 1 % of the expected value", () => {
    expect(() => {
      expectClose(1, 1, { rel: 0.011 });
    }).toThrow(/more than 1 %/);
    expect(() => {
      expectClose(0.5, 0.5, { abs: 0.01, because: "rounded by hand" });
    }).toThrow(/more than 1 %/);
  });

  it("refuses an absolute tolerance without a reason and a relative one around zero", () => {
    expect(() => {
      expectClose(1, 1, { abs: 0.001, because: " " });
    }).toThrow(/reason/);
    expect(() => {
      expectClose(0, 0, { rel: 0.001 });
    }).toThrow(/zero/);
  });

  it("rejects NaN", () => {
    expect(() => {
      expectClose(NaN, 1, { rel: 1e-6 });
    }).toThrow(/NaN/);
  });
});
