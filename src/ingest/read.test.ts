import { describe, expect, it } from "vitest";
import { columnOf, requiredColumn, textAt } from "../kernel/table/column";
import { LINE_KINDS } from "../domain/line-kind";
import { inspectFile } from "./inspect";
import { columnPlan, defaultPlan } from "./plan-default";
import type { SheetRead } from "./plan";
import { readSheet } from "./read";

async function read(text: string): Promise<SheetRead> {
  const file = new Blob([text]);
  return readSheet(file, defaultPlan(await inspectFile(file), 0)!);
}

function kinds(sheet: SheetRead): string[] {
  const { codes } = requiredColumn(sheet.table, "lineKind", "dictionary");
  return Array.from(codes, (code) => LINE_KINDS[code]!);
}

describe("readSheet", () => {
  it("keeps rows out whose customer, date or amount cannot be read, counts them, and guesses nothing", async () => {
    const sheet = await read(
      "日期,客户,金额,数量\n2024-01-05,甲,100,1\n昨天,乙,5,1\n2024-01-06,,5,1\n2024-01-07,丙,三百,1\n" +
        "2024-01-08,丁,,1\n\n2024-01-09,戊,7,许多\n3024-01-09,己,7,1\n",
    );
    expect([sheet.rowsRead, sheet.rowsKept]).toEqual([7, 2]);
    expect(sheet.issues.counts).toEqual([
      { code: "date-unreadable", severity: "excluded", column: "日期", count: 1 },
      { code: "customer-missing", severity: "excluded", column: "客户", count: 1 },
      { code: "amount-unreadable", severity: "excluded", column: "金额", count: 1 },
      { code: "amount-missing", severity: "excluded", column: "金额", count: 1 },
      { code: "number-unreadable", severity: "missing", column: "数量", count: 1 },
      { code: "date-out-of-range", severity: "excluded", column: "日期", count: 1 },
      { code: "blank-row", severity: "note", column: null, count: 1 },
    ]);
    expect(sheet.issues.listed[0]).toEqual({
      code: "date-unreadable",
      severity: "excluded",
      row: 3,
      column: "日期",
      sample: "昨天",
    });
    expect(columnOf(sheet.table, "quantity", "float64")!.values[1]).toBeNaN();
  });

  it("keeps ids as they are written", async () => {
    const ids = [
      "00123",
      "1e3",
      "0x1F",
      "13800138000",
      "11010119900307123X",
      '="00456"',
      "9007199254740993",
    ];
    const rows = ids.map((id) => `2024-01-05,${id},1\n`).join("");
    const sheet = await read(`date,customer id,amount\n${rows}`);
    const column = requiredColumn(sheet.table, "customerId", "dictionary");
    expect(ids.map((_, row) => textAt(column, row))).toEqual(
      ids.map((id) => (id.startsWith("=") ? "00456" : id)),
    );
  });

  it("keeps formulas and the names of object properties as literal text (C31, C36)", async () => {
    const names = [
      "__proto__",
      "constructor",
      "toString",
      "=A1+1",
      "@SUM(1)",
      "+cmd|' /C calc'!A0",
    ];
    const header = `date,customer,amount,${names.slice(0, 3).join(",")}\n`;
    const sheet = await read(header + names.map((name) => `2024-01-05,${name},1,x,y,z\n`).join(""));
    const column = requiredColumn(sheet.table, "customerName", "dictionary");
    expect(column.dictionary).toEqual(names);
    expect([...sheet.table.columns.keys()]).toEqual(
      expect.arrayContaining(["attr:__proto__", "attr:constructor", "attr:toString"]),
    );
  });

  it("recognises returns, cancellations and free lines by status and by numbers", async () => {
    const sheet = await read(
      "日期,客户,数量,单价,状态\n2024-01-05,甲,1,10,已发货\n2024-01-05,甲,1,10,已退货\n2024-01-05,甲,1,10,已取消\n" +
        "2024-01-05,甲,-1,10,已发货\n2024-01-05,甲,1,0,已发货\n2024-01-05,甲,-3,0,已发货\n2024-01-05,甲,1,10,未退款\n",
    );
    expect(kinds(sheet)).toEqual(["sale", "return", "cancelled", "return", "free", "free", "sale"]);
  });

  it("takes C before digits for a cancellation only beside order numbers without it", async () => {
    const header = "date,customer,amount,order id\n";
    const line = (id: string): string => `2024-01-05,x,1,${id}\n`;
    expect(kinds(await read(header + ["536365", "536366", "C536379"].map(line).join("")))).toEqual([
      "sale",
      "sale",
      "cancelled",
    ]);
    expect(kinds(await read(header + ["C1001", "C1002", "C1003"].map(line).join("")))).toEqual([
      "sale",
      "sale",
      "sale",
    ]);
    const superstore = ["CA-2016-152156", "US-2015-108966"].map(line).join("");
    expect(kinds(await read(header + superstore))).toEqual(["sale", "sale"]);
  });

  it("counts ragged rows and loses none of them (C32)", async () => {
    const sheet = await read(
      "date,customer,amount\n2024-01-05,a,1,extra\n2024-01-05,b,2\n2024-01-05,c,3,\n",
    );
    expect(sheet.rowsKept).toBe(3);
    expect(sheet.issues.listed).toEqual([
      { code: "ragged-row", severity: "note", row: 2, column: null, sample: "extra" },
    ]);
  });

  it("reads the days and the decimals of a European file", async () => {
    const sheet = await read(
      "Order Date;Customer;Amount\n08.11.2016;a;1.261,96\n13.06.2016;b;0,5\n01.02.2016;c;7\n",
    );
    expect(Array.from(requiredColumn(sheet.table, "amount", "float64").values)).toEqual([
      1261.96, 0.5, 7,
    ]);
    expect(Array.from(requiredColumn(sheet.table, "orderedOn", "day").values)).toEqual([
      17113, 16965, 16832,
    ]);
  });

  it("stops when it is asked to", async () => {
    const file = new Blob(["date,customer,amount\n2024-01-05,a,1\n"]);
    const plan = defaultPlan(await inspectFile(file), 0)!;
    await expect(readSheet(file, plan, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "E_CANCELLED",
    });
  });

  it("names the row where a UTF-8 file turns into another encoding (C14) and where its end is cut (C16)", async () => {
    const encoder = new TextEncoder();
    const good = encoder.encode(`日期,客户,金额\n${"2024-01-05,甲公司,1\n".repeat(98)}`);
    const gbk = Uint8Array.from([0x32, 0x2c, 0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0x31, 0x0a]);
    await expect(inspectFile(new Blob([good, gbk]))).rejects.toMatchObject({
      code: "E_ENCODING_MIXED",
      row: 100,
      detail: `byte ${good.length + 2}`,
    });
    await expect(
      inspectFile(new Blob([encoder.encode("客户,金额\n张三").slice(0, -1)])),
    ).rejects.toMatchObject({
      code: "E_ENCODING_TRUNCATED",
    });
  });

  it("calls the rows of a sheet that names nobody by their place in the sheet", async () => {
    const file = new Blob(["周数,离开\n20,1\n\n17,0\n"]);
    const inspection = await inspectFile(file, {
      sheets: [{ sheetIndex: 0, entity: "customers" }],
    });
    expect(defaultPlan(inspection, 0)).toBeNull();
    const { headerRow, columns } = inspection.sheets[0]!;
    const plan = { sheetIndex: 0, entity: "customers" as const, format: inspection.format };
    const sheet = await readSheet(file, {
      ...{ ...plan, headerRow, columns: columns.map(columnPlan) },
      rowsNamed: "名单",
    });
    const ids = requiredColumn(sheet.table, "customerId", "dictionary");
    expect([0, 1].map((row) => textAt(ids, row))).toEqual(["名单 #2", "名单 #4"]);
    expect(sheet.meta.map(({ id }) => id)).toEqual(["customerId", "attr:周数", "attr:离开"]);
  });
});
