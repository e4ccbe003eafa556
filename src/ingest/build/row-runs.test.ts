import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowRunsBuilder, sheetRowOf } from "./row-runs";

function runsOf(rowNumbers: readonly number[]) {
  const builder = new RowRunsBuilder();
  rowNumbers.forEach((rowNumber, keptRow) => {
    builder.add(keptRow, rowNumber);
  });
  return builder.finish();
}

describe("RowRuns", () => {
  it("is one run for a sheet that is kept whole", () => {
    expect(runsOf([2, 3, 4, 5])).toEqual({ kept: Uint32Array.of(0), sheet: Uint32Array.of(2) });
  });

  it("finds every kept row again, whatever was left out", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (numbers) => {
        const rowNumbers = numbers.toSorted((a, b) => a - b);
        const runs = runsOf(rowNumbers);
        expect(rowNumbers.map((_, keptRow) => sheetRowOf(runs, keptRow))).toEqual(rowNumbers);
      }),
    );
  });
});
