import { describe, expect, it } from "vitest";
import { inspectFile } from "./inspect";
import { defaultPlan } from "./plan-default";
import { readSheet } from "./read";

async function read(lines: readonly string[]) {
  const file = new File([lines.join("\n")], "orders.csv");
  const inspection = await inspectFile(file);
  return { inspection, read: await readSheet(file, defaultPlan(inspection, 0)!) };
}

describe("headers that cannot be names", () => {
  it("are told with the name that they got instead", async () => {
    const found = await read([
      "客户名称,下单日期,金额,备注,备注,",
      "甲,2025-01-05,100,a,b,c",
      "乙,2025-01-06,200,d,e,f",
    ]);
    expect(found.read.issues.counts).toEqual([
      { code: "duplicate-header", severity: "note", column: "备注 (2)", count: 1 },
      { code: "empty-header", severity: "note", column: "#6", count: 1 },
    ]);
    expect(
      found.read.issues.listed.map(({ row, column, sample }) => [row, column, sample]),
    ).toEqual([
      [null, "备注 (2)", "备注"],
      [null, "#6", ""],
    ]);
  });

  it("are none where all differ, where nothing stands below a blank one, and without a header", async () => {
    const plain = await read([
      "客户名称,下单日期,金额,",
      "甲,2025-01-05,100,",
      "乙,2025-01-06,200,",
    ]);
    expect(plain.read.issues.counts).toEqual([]);
    const { inspection } = await read([
      "客户名称,下单日期,金额",
      "甲,2025-01-05,100",
      "乙,2025-01-06,200",
    ]);
    expect(inspection.sheets[0]!.columns.every((column) => !("renamedFrom" in column))).toBe(true);
  });
});
