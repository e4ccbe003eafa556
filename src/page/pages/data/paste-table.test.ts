import { describe, expect, it } from "vitest";
import { pastedFiles } from "./paste-table";

describe("pastedFiles", () => {
  it("makes a file of cells copied from a spreadsheet", async () => {
    const text = "客户\t日期\t金额\r\n甲\t2025-01-02\t100\r\n";
    const [file] = pastedFiles({ files: [], text }, "粘贴.tsv");
    expect(file?.name).toBe("粘贴.tsv");
    expect(await file?.text()).toBe(text);
  });
  it("takes files before text", () => {
    const file = new File(["x"], "a.xlsx");
    expect(pastedFiles({ files: [file], text: "a\tb\nc\td" }, "p.tsv")).toEqual([file]);
  });
  it("ignores a copied sentence", () => {
    expect(pastedFiles({ files: [], text: "你好，世界" }, "p.tsv")).toEqual([]);
    expect(pastedFiles({ files: [], text: "" }, "p.tsv")).toEqual([]);
  });
});
