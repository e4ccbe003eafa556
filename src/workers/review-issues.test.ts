import { describe, expect, it } from "vitest";
import { inspectFile } from "../ingest/inspect";
import { defaultPlan } from "../ingest/plan-default";
import type { SheetRead } from "../ingest/plan";
import { readSheet } from "../ingest/read";
import { identityIssues } from "../ingest/merge/identity-issues";
import { reviewIssues } from "./review-issues";

const readText = async (lines: readonly string[]) => {
  const file = new File([lines.join("\n")], "orders.csv");
  return readSheet(file, defaultPlan(await inspectFile(file), 0)!);
};
const review = (read: SheetRead, rows: readonly number[], areDropped: boolean) =>
  reviewIssues({ read, rows, areDropped, identity: identityIssues(read) });
const HEADER = "客户编号,客户名称,下单日期,金额";

describe("reviewIssues", () => {
  it("lists repeated rows by the row of the sheet, and customers with two names", async () => {
    const read = await readText([HEADER, "C1,甲,2025-01-05,1", "C1,乙,2025-01-06,2"]);
    const { counts, listed } = review(read, [1], true);
    expect(counts).toEqual([
      { code: "duplicate-row", severity: "excluded", column: null, count: 1 },
      { code: "customer-name-conflict", severity: "note", column: null, count: 1 },
    ]);
    expect(listed[0]).toMatchObject({ row: 3, sample: expect.stringContaining("乙") as string });
    expect(listed[0]?.sample).toContain("2025-01-06");
    expect(listed[1]).toMatchObject({ code: "customer-name-conflict", row: null });
  });

  it("names the row of the sheet also where rows were left out before", async () => {
    const read = await readText([HEADER, "C1,甲,never,1", "C1,甲,2025-01-06,2"]);
    const { listed } = review(read, [0], false);
    expect(listed).toMatchObject([{ row: 3, severity: "note" }]);
  });

  it("is empty where nothing is said twice", async () => {
    const read = await readText([HEADER, "C1,甲,2025-01-05,1"]);
    expect(review(read, [], false)).toEqual({
      counts: [],
      listed: [],
    });
  });
});
