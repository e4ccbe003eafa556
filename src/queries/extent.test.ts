import { describe, expect, it } from "vitest";
import { floatColumn, textColumn } from "../../tests/support/tables";
import { dayColumn } from "../kernel/table/builder";
import { MISSING_DAY } from "../kernel/table/column";
import { columnExtent } from "./extent";

describe("columnExtent", () => {
  it("spans the numbers and counts the missing", () => {
    expect(columnExtent(floatColumn([3, undefined, -2.5, 0]), "number")).toEqual({
      kind: "number",
      range: { least: -2.5, greatest: 3 },
      missingCount: 1,
    });
  });

  it("spans days, of moments too", () => {
    const range = { firstDay: -1, lastDay: 2 };
    const days = dayColumn(Int32Array.of(2, MISSING_DAY, -1));
    expect(columnExtent(days, "days")).toEqual({ kind: "days", range, missingCount: 1 });
    const moments = floatColumn([2 * 1440 + 1439, undefined, -1]);
    expect(columnExtent(moments, "days")).toEqual({ kind: "days", range, missingCount: 1 });
  });

  it("counts flags", () => {
    expect(columnExtent(floatColumn([1, 0, undefined, 1]), "flag")).toEqual({
      kind: "flag",
      yesCount: 2,
      noCount: 1,
      missingCount: 1,
    });
  });

  it("has no range where nothing is there, and no answer for a column of another kind", () => {
    expect(columnExtent(floatColumn([undefined]), "days")).toMatchObject({ range: null });
    expect(columnExtent(textColumn(["a"]), "number")).toBeNull();
    expect(columnExtent(dayColumn(Int32Array.of(1)), "number")).toBeNull();
    expect(columnExtent(dayColumn(Int32Array.of(1)), "flag")).toBeNull();
  });
});
