import { describe, expect, it } from "vitest";
import { readNumberList } from "./number-list";

describe("readNumberList", () => {
  it("reads what is apart by commas, spaces or lines, in order and once", () => {
    expect(readNumberList("45，30 60\n30;-1.5")).toEqual({
      numbers: [-1.5, 30, 45, 60],
      unreadable: [],
    });
    expect(readNumberList("  ").numbers).toEqual([]);
  });

  it("says what it could not read", () => {
    expect(readNumberList("30, 四十, 1e999")).toEqual({
      numbers: [30],
      unreadable: ["四十", "1e999"],
    });
  });
});
