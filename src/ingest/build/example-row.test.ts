import { describe, expect, it } from "vitest";
import { ENTITIES } from "../../domain/entities";
import { LANGUAGES } from "../../domain/field";
import { EXAMPLE_MARK, exampleRow } from "../../domain/template";
import { defaultPlan } from "../plan-default";
import { inspectFile } from "../inspect";
import { readRows, readSheet } from "../read";

const HEADER = "客户名称,客户编号,下单日期,金额";

async function readText(lines: readonly string[]) {
  const file = new File([lines.join("\n")], "orders.csv");
  const plan = defaultPlan(await inspectFile(file), 0)!;
  const read = await readSheet(file, plan);
  // the reading of cells as text leaves out the same
  expect((await readRows(file, plan)).rowsKept).toBe(read.rowsKept);
  return read;
}
const examples = (read: Awaited<ReturnType<typeof readText>>): number =>
  read.issues.counts
    .filter(({ code }) => code === "example-row")
    .reduce((sum, { count }) => sum + count, 0);

describe("the example row of a template", () => {
  const cells = exampleRow("orders", "zh-Hans");
  const own = "苏南恒信供应链有限公司,C0102,2025-11-30,1280.00";

  it("is left out wherever it stands, and counted", async () => {
    const example = [cells.get("customerName"), cells.get("customerId"), cells.get("orderedOn")]
      .map((cell) => cell!.text)
      .join(",");
    const amount = cells.get("amount")!.text;
    const read = await readText([HEADER, own, `${example},${amount}`, own]);
    expect([read.rowsRead, read.rowsKept, examples(read)]).toEqual([3, 2, 1]);
    expect(read.issues.listed.find(({ code }) => code === "example-row")).toMatchObject({ row: 3 });
  });

  it("is known though a spreadsheet program wrote its day and number anew", async () => {
    const [day, amount] = [cells.get("orderedOn")!.text, cells.get("amount")!.text];
    const slashed = day.replaceAll("-", "/");
    const marked = [cells.get("customerName")!.text, cells.get("customerId")!.text];
    expect(marked[0]).toMatch(/^示例：/);
    const read = await readText([HEADER, own, [...marked, slashed, Number(amount)].join(",")]);
    expect([read.rowsKept, examples(read)]).toEqual([1, 1]);
  });

  it("is data once somebody has written into it, and so is a row without its mark", async () => {
    const marked = [cells.get("customerName")!.text, cells.get("customerId")!.text];
    const read = await readText([HEADER, own, [...marked, "2025-01-02", "5"].join(",")]);
    expect([read.rowsKept, examples(read)]).toEqual([2, 0]);
  });

  it("bears the mark of its language in every table", () => {
    for (const entity of ENTITIES) {
      for (const language of LANGUAGES) {
        const marked = [...exampleRow(entity, language).values()].filter((cell) => cell.isMarked);
        expect(marked.length, `${entity} ${language}`).toBeGreaterThan(0);
        for (const { text } of marked) expect(text.startsWith(EXAMPLE_MARK[language])).toBe(true);
      }
    }
  });
});
