import { describe, expect, it } from "vitest";
import type { CustomerMerge } from "../domain/customer-merge";
import type { Entity } from "../domain/entities";
import type { Manifest } from "../domain/manifest";
import { DictionaryBuilder, dictionaryColumn, floatColumn } from "../kernel/table/builder";
import { requiredColumn, textAt, type Column, type Table } from "../kernel/table/column";
import { identityReport } from "../queries/identity-report";
import { mergedData } from "./merged-generation";

function texts(values: readonly (string | null)[]): Column {
  const builder = new DictionaryBuilder();
  for (const value of values) builder.push(value);
  return builder.finish();
}

const KEYS = ["C1", "百事食品", "云海"];
const TABLES: Partial<Record<Entity, Table>> = {
  customers: {
    rowCount: 3,
    columns: new Map<string, Column>([
      ["key", texts(KEYS)],
      ["customerId", texts(["C1", null, null])],
      ["customerName", texts(["百事食品有限公司", "百事食品", "云海"])],
      ["provenance", floatColumn(Float64Array.of(1, 0, 0))],
    ]),
  },
  orders: {
    rowCount: 3,
    columns: new Map<string, Column>([
      ["customer", dictionaryColumn(Uint32Array.of(0, 1, 2), KEYS)],
      ["amount", floatColumn(Float64Array.of(10, 20, 40))],
    ]),
  },
};
const table = (entity: Entity, rowCount: number): Manifest["tables"][number] => ({
  entity,
  rowCount,
  columns: [],
  firstDay: null,
  lastDay: null,
  currency: null,
});
const manifest: Manifest = {
  generation: "g1",
  previousGeneration: null,
  revision: 1,
  root: "",
  tables: [table("orders", 3), table("customers", 3)],
  imports: [],
};
const read = (_manifest: Manifest, entity: Entity, columns: readonly string[]): Promise<Table> => {
  const whole = TABLES[entity]!;
  const asked = [...whole.columns].filter(([id]) => columns.includes(id));
  return Promise.resolve({ rowCount: whole.rowCount, columns: new Map(asked) });
};
const MERGE: CustomerMerge = {
  from: { id: null, name: "百事食品" },
  into: { id: "C1", name: "百事食品有限公司" },
};

async function asRead(
  merges: readonly CustomerMerge[],
): Promise<Record<"orders" | "customers", Table>> {
  const data = await mergedData(manifest, read, merges);
  return {
    orders: await data.read(data.manifest, "orders", ["customer", "amount"]),
    customers: await data.read(data.manifest, "customers", [
      "key",
      "customerId",
      "customerName",
      "provenance",
    ]),
  };
}

describe("mergedData", () => {
  it("makes one customer of two in every table, and calls the data by another name", async () => {
    const { manifest: shown } = await mergedData(manifest, read, [MERGE]);
    expect(shown.generation).not.toBe("g1");
    expect(shown.tables.map(({ rowCount }) => rowCount)).toEqual([3, 2]);
    const { orders, customers } = await asRead([MERGE]);
    const links = requiredColumn(orders, "customer", "dictionary");
    expect([...links.codes]).toEqual([0, 0, 1]);
    expect(links.dictionary).toEqual(["C1", "云海"]);
    const names = requiredColumn(customers, "customerName", "dictionary");
    expect([0, 1].map((row) => textAt(names, row))).toEqual(["百事食品有限公司", "云海"]);
  });

  it("leaves no trace when the merge is taken back", async () => {
    const { manifest: shown } = await mergedData(manifest, read, []);
    expect(shown).toBe(manifest);
    expect((await asRead([])).orders.columns.get("customer")).toBe(
      TABLES.orders!.columns.get("customer"),
    );
  });

  it("waits with a merge whose customers the data do not have", async () => {
    const unknown = { from: { id: "C9", name: null }, into: MERGE.into };
    expect((await asRead([unknown])).customers.rowCount).toBe(3);
  });
});

describe("identityReport", () => {
  it("proposes the pair until it is merged or found to be two", async () => {
    const before = identityReport(await asRead([]), []);
    expect(before.pairs).toHaveLength(1);
    expect(before.pairs[0]).toMatchObject({ evidence: ["same-name"] });
    const { into, from } = before.pairs[0]!;
    expect([into.name, from.name].toSorted()).toEqual(["百事食品", "百事食品有限公司"]);
    expect(identityReport(await asRead([MERGE]), []).pairs).toEqual([]);
    const distinct = [{ a: from.ref, b: into.ref }];
    expect(identityReport(await asRead([]), distinct).pairs).toEqual([]);
  });

  it("lists customers of orders that no customer table has, largest first", async () => {
    const { unlisted } = identityReport(await asRead([]), []);
    expect(unlisted).toMatchObject({ count: 2, lines: 2, amount: 60 });
    expect(unlisted!.customers.map(({ name }) => name)).toEqual(["云海", "百事食品"]);
    expect(identityReport(await asRead([MERGE]), []).unlisted).toMatchObject({ count: 1 });
  });

  it("does not call anybody unlisted when there is no table of customers", async () => {
    const { orders, customers } = await asRead([]);
    const columns = new Map(customers.columns);
    columns.set("provenance", floatColumn(new Float64Array(3)));
    expect(
      identityReport({ orders, customers: { ...customers, columns } }, []).unlisted,
    ).toBeNull();
  });
});
