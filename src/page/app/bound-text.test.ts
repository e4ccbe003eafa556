import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../kernel/base/calendar";
import { numberBoundText, readDayBound, readNumberBound } from "./bound-text";

const at = (value: number) => ({ kind: "at", value });

describe("readNumberBound", () => {
  it("reads numbers as people write them", () => {
    expect(readNumberBound("1234.5", "number")).toEqual(at(1234.5));
    expect(readNumberBound(" 1,234,567.8 ", "money")).toEqual(at(1_234_567.8));
    expect(readNumberBound("１２．５", "number")).toEqual(at(12.5));
    expect(readNumberBound("−3", "number")).toEqual(at(-3));
    expect(readNumberBound("-0", "number")).toEqual(at(0));
    expect(readNumberBound("12%", "number")).toEqual(at(0.12));
  });

  it("takes a number beside shares for percent, to the very double", () => {
    expect(readNumberBound("0.1", "ratio")).toEqual(at(0.001));
    expect(readNumberBound("7%", "ratio")).toEqual(at(0.07));
    expect(numberBoundText(0.07, "ratio")).toBe("7");
  });

  it("refuses what is no number, and takes nothing for no bound", () => {
    for (const text of ["abc", "12a", "1,23", "1.2.3", "--1", "%", "1e5", "0x10", "三十", "1-2"]) {
      expect(readNumberBound(text, "number"), text).toEqual({ kind: "unreadable" });
    }
    expect(readNumberBound("  ", "number")).toEqual({ kind: "open" });
  });

  it("reads what numberBoundText writes", () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000);
    fc.assert(
      fc.property(value, fc.constantFrom("number" as const, "money" as const), (number, kind) => {
        expect(readNumberBound(numberBoundText(number, kind), kind)).toEqual(at(number + 0));
      }),
    );
  });
});

describe("readDayBound", () => {
  it("refuses a half-written day instead of taking it for no bound", () => {
    expect(readDayBound("", true)).toEqual({ kind: "unreadable" });
    expect(readDayBound("", false)).toEqual({ kind: "open" });
    expect(readDayBound("2024-02-30", false)).toEqual({ kind: "unreadable" });
    expect(readDayBound("2024-02-29", false)).toEqual(at(parseIsoDay("2024-02-29") ?? NaN));
  });
});
