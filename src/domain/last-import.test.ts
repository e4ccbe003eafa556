import { describe, expect, it } from "vitest";
import { lastOrderImport } from "./last-import";
import type { ImportRecord } from "./manifest";

const record = (more: Partial<ImportRecord>): ImportRecord => ({
  importId: "i",
  fileName: "a.csv",
  sheetName: null,
  sheetIndex: 0,
  batch: 1,
  mode: "append",
  fileSha256: "",
  planSha256: "",
  entity: "orders",
  rowsRead: 10,
  rowsKept: 10,
  rowsStored: 10,
  rowsReplaced: 0,
  importedAtMs: 5,
  ...more,
});

describe("lastOrderImport", () => {
  it("is the rows of the sheets stored last together", () => {
    const imports = [
      record({}),
      record({ batch: 2, rowsStored: 3, importedAtMs: 7 }),
      record({ batch: 2, rowsStored: 4, importedAtMs: 7 }),
      record({ batch: 3, entity: "surveys", rowsStored: 99 }),
    ];
    expect(lastOrderImport(imports, 17)).toEqual({ kind: "added", importedAtMs: 7, rows: 7 });
  });

  it("has nothing to compare with after the first", () => {
    expect(lastOrderImport([], 0)).toEqual({ kind: "first" });
    expect(lastOrderImport([record({}), record({})], 20)).toEqual({ kind: "first" });
    expect(lastOrderImport([record({}), record({ batch: 2, entity: "surveys" })], 10)).toEqual({
      kind: "first",
    });
  });

  it("cannot tell what was there before when rows were replaced, not counted, or do not add up", () => {
    const after = (more: Partial<ImportRecord>, rows = 20) =>
      lastOrderImport([record({}), record({ batch: 2, ...more })], rows).kind;
    expect(after({})).toBe("added");
    expect(after({ rowsReplaced: 1 })).toBe("replaced");
    expect(after({ rowsStored: null })).toBe("replaced");
    expect(after({}, 19)).toBe("replaced");
  });
});
