import { describe, expect, it } from "vitest";
import { shrinking } from "./shrink";

describe("shrinking", () => {
  it("names the tables that keep less than half of their rows, a missing one too", () => {
    const before = [
      { entity: "orders", rowCount: 100 },
      { entity: "customers", rowCount: 10 },
    ] as const;
    expect(shrinking(before, [{ entity: "orders", rowCount: 49 }])).toEqual([
      { entity: "orders", rowsBefore: 100, rowsAfter: 49 },
      { entity: "customers", rowsBefore: 10, rowsAfter: 0 },
    ]);
  });

  it("asks nothing about half, about growth, and about what was empty", () => {
    const before = [
      { entity: "orders", rowCount: 100 },
      { entity: "customers", rowCount: 0 },
    ] as const;
    expect(shrinking(before, [{ entity: "orders", rowCount: 50 }])).toEqual([]);
    expect(shrinking([], before)).toEqual([]);
  });
});
