import { describe, expect, it } from "vitest";
import { dayColumn, floatColumn } from "./builder";
import { MISSING_DAY, textAt } from "./column";
import { lengthened, linksOver, textsOver } from "./overlay";

describe("columns with something laid over them", () => {
  it("keep what stood in them, and have nothing in rows that were added", () => {
    const days = lengthened(dayColumn(Int32Array.from([5])), 2);
    expect(days.kind === "day" && [...days.values]).toEqual([5, MISSING_DAY]);
    const numbers = lengthened(floatColumn(Float64Array.from([5])), 2);
    expect(numbers.kind === "float64" && [...numbers.values]).toEqual([5, NaN]);
  });

  it("take texts and links where they are given", () => {
    const first = textsOver(undefined, 2, [[0, "甲"]]);
    const next = textsOver(first, 4, [
      [0, "乙"],
      [2, "甲"],
    ]);
    expect([0, 1, 2, 3].map((row) => textAt(next, row))).toEqual(["乙", null, "甲", null]);
    const links = linksOver(undefined, { rowCount: 3, keys: ["a", "b"] }, [
      [0, 1],
      [1, -1],
    ]);
    expect([0, 1, 2].map((row) => textAt(links, row))).toEqual(["b", null, null]);
  });
});
