import { describe, expect, it } from "vitest";
import type { Entity } from "../domain/entities";
import type { Generation, StoredTable } from "../domain/generation";
import type { Manifest } from "../domain/manifest";
import { assemble } from "../ingest/assemble";
import { inspectFile } from "../ingest/inspect";
import { defaultPlan } from "../ingest/plan-default";
import { readSheet } from "../ingest/read";
import { requiredColumn, textAt, type Table } from "../kernel/table/column";
import type { ReadColumns } from "./data-cache";
import { throughRecords } from "./linked-records";

async function sheet(name: string, lines: readonly string[]) {
  const file = new File([lines.join("\n")], name);
  return readSheet(file, defaultPlan(await inspectFile(file), 0)!);
}

const INVOICES = [
  "发票号,客户名称,开票日期,到期日,发票金额",
  "F1,甲公司,2025-01-05,2025-02-05,100",
];
const PAYMENTS = ["发票号,收款日期,收款金额", "F1,2025-02-20,100", "F7,2025-02-21,5"];

/** A generation as storage gives it, and the columns that were asked of it. */
function storageOf(generation: Generation) {
  const asked: string[] = [];
  const tables = Object.entries(generation) as [Entity, StoredTable][];
  const manifest = {
    tables: tables.map(([entity, { columns, table }]) => ({
      entity,
      columns,
      rowCount: table.rowCount,
    })),
  } as unknown as Manifest;
  const read: ReadColumns = (_, entity, ids) => {
    asked.push(`${entity}:${ids.join("+")}`);
    const { table } = generation[entity]!;
    const columns = new Map([...table.columns].filter(([id]) => ids.includes(id)));
    return Promise.resolve({ rowCount: table.rowCount, columns });
  };
  return { manifest, read, asked };
}

const customers = (table: Table) => {
  const column = requiredColumn(table, "customer", "dictionary");
  return Array.from(column.codes, (_, row) => textAt(column, row));
};

describe("throughRecords", () => {
  it.each([
    ["with the invoices", true],
    ["before the invoices", false],
  ])("finds whose payment it is by its invoice, imported %s", async (_, together) => {
    const [invoices, payments] = [
      await sheet("发票.csv", INVOICES),
      await sheet("收款.csv", PAYMENTS),
    ];
    expect([invoices.entity, payments.entity]).toEqual(["invoices", "payments"]);
    const generation = together
      ? assemble(null, [invoices, payments], "append")
      : assemble(assemble(null, [payments], "append"), [invoices], "append");
    const { manifest, read } = storageOf(generation);
    const found = await throughRecords(read)(manifest, "payments", ["customer", "amount"]);
    expect(customers(found)).toEqual(["甲公司", null]);
    expect([...found.columns.keys()].toSorted()).toEqual(["amount", "customer"]);
  });

  it("reads nothing more where every row names its customer", async () => {
    const generation = assemble(null, [await sheet("发票.csv", INVOICES)], "append");
    const { manifest, read, asked } = storageOf(generation);
    await throughRecords(read)(manifest, "invoices", ["customer"]);
    expect(asked).toEqual(["invoices:customer"]);
  });
});
