import { describe, expect, it } from "vitest";
import type { Generation } from "../domain/generation";
import { columnOf, requiredColumn, textAt, type Table } from "../kernel/table/column";
import { assemble } from "./assemble";
import { inspectFile } from "./inspect";
import { defaultPlan } from "./plan-default";
import type { SheetRead } from "./plan";
import { readSheet } from "./read";

async function readText(text: string): Promise<SheetRead> {
  const file = new Blob([text]);
  const plan = defaultPlan(await inspectFile(file), 0);
  expect(plan).not.toBeNull();
  return readSheet(file, plan!);
}

function texts(table: Table, id: string): (string | null)[] {
  const column = columnOf(table, id, "dictionary");
  return column ? Array.from(column.codes, (_, row) => textAt(column, row)) : [];
}

function customersOfLines(generation: Generation): (string | null)[] {
  return texts(generation.orders.table, "customer");
}

const ORDERS = `订单号,下单日期,客户名称,金额,业务员,区域
A1,2024-01-05,恒信公司,100,王芳,华东
A2,2024-02-05,恒信公司 ,50,李伟,华北
A3,2024-01-01,Acme,10,王芳,华南
`;
const MORE = `订单号,下单日期,客户名称,金额,成本
B1,2024-03-05,ＡＣＭＥ,30,20
B2,2024-03-06,新客户,5,
`;
const CUSTOMERS = `客户编号,客户名称,区域,行业
C1,恒信公司,西南,建材
C9,没有订单,东北,化工
`;

describe("assemble", () => {
  it("makes customers from orders, one for each spelling that differs in width, case or blanks only", async () => {
    const generation = assemble(null, [await readText(ORDERS)], "append");
    expect(texts(generation.customers.table, "key")).toEqual(["恒信公司", "Acme"]);
    expect(customersOfLines(generation)).toEqual(["恒信公司", "恒信公司", "Acme"]);
    expect(texts(generation.customers.table, "owner")).toEqual(["李伟", "王芳"]);
  });

  it("links orders by name to the customer table, which wins over what orders say", async () => {
    const reads = [await readText(ORDERS), await readText(CUSTOMERS)];
    const { customers, orders } = assemble(null, reads, "append");
    expect(texts(customers.table, "key")).toEqual(["C1", "C9", "Acme"]);
    expect(texts(orders.table, "customer")).toEqual(["C1", "C1", "Acme"]);
    expect(texts(customers.table, "region")).toEqual(["西南", "东北", "华南"]);
    expect(texts(customers.table, "industry")).toEqual(["建材", "化工", null]);
  });

  it("gives the same tables whether the sheets come together or one after another", async () => {
    const [orders, customers] = [await readText(ORDERS), await readText(CUSTOMERS)];
    const together = assemble(null, [customers, orders], "append");
    const apart = assemble(assemble(null, [customers], "append"), [orders], "append");
    for (const id of ["key", "region", "owner", "industry", "customerName"]) {
      expect(texts(apart.customers.table, id)).toEqual(texts(together.customers.table, id));
    }
    expect(customersOfLines(apart)).toEqual(customersOfLines(together));
  });

  it("appends lines with their own columns; what a part lacks is missing", async () => {
    const first = assemble(null, [await readText(ORDERS)], "append");
    const { orders, customers } = assemble(first, [await readText(MORE)], "append");
    expect(texts(customers.table, "key")).toEqual(["恒信公司", "Acme", "新客户"]);
    expect(texts(orders.table, "customer").slice(3)).toEqual(["Acme", "新客户"]);
    expect(texts(orders.table, "owner")).toEqual(["王芳", "李伟", "王芳", null, null]);
    const profit = requiredColumn(orders.table, "profit", "float64");
    expect(Array.from(profit.values)).toEqual([Number.NaN, Number.NaN, Number.NaN, 10, Number.NaN]);
    expect(first.orders.table.rowCount).toBe(3);
  });

  it("replaces the orders alone: customers of the customer table stay, what orders lent goes", async () => {
    const both = assemble(null, [await readText(ORDERS), await readText(CUSTOMERS)], "append");
    const next = assemble(both, [await readText(MORE)], "replace");
    expect(texts(next.customers.table, "key")).toEqual(["C1", "C9", "ＡＣＭＥ", "新客户"]);
    expect(texts(next.customers.table, "region")).toEqual(["西南", "东北", null, null]);
    expect(texts(next.customers.table, "owner")).toEqual([]);
    expect(next.orders.table.rowCount).toBe(2);
  });

  it("replaces the customer table alone: the orders stay and are linked anew", async () => {
    const both = assemble(null, [await readText(ORDERS), await readText(CUSTOMERS)], "append");
    const table = await readText("客户编号,客户名称,区域,行业\nD7,恒信公司,西北,钢铁\n");
    const next = assemble(both, [table], "replace");
    expect(texts(next.customers.table, "key")).toEqual(["D7", "Acme"]);
    expect(texts(next.customers.table, "region")).toEqual(["西北", "华南"]);
    expect(customersOfLines(next)).toEqual(["D7", "D7", "Acme"]);
  });

  it("names the required columns even without a line", async () => {
    const { orders } = assemble(null, [await readText(CUSTOMERS)], "append");
    expect(orders.table.rowCount).toBe(0);
    expect([...orders.table.columns.keys()]).toEqual([
      "customer",
      "lineKind",
      "orderedOn",
      "amount",
    ]);
  });
});
