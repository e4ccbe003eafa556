import { ENTITIES, type Entity } from "../../src/domain/entities";
import type { Needs } from "../../src/domain/readiness";
import type { Input } from "../../src/analyses/define";
import { seededRng } from "../../src/kernel/base/rng";
import { bitset } from "../../src/kernel/table/bitset";
import { MISSING_CODE, type Column, type Table } from "../../src/kernel/table/column";
import type { Scope } from "../../src/domain/scope";
import { floatColumn, scopeOf, tablesOf, type Line } from "../support/tables";

/** One input that every analysis must survive. */
export interface Trial {
  readonly name: string;
  readonly tables: Input;
  readonly scope: Scope;
}

const LAST = 20453;
const scope = scopeOf(LAST);
const KINDS = ["sale", "sale", "sale", "sale", "sale", "return", "cancelled", "free"] as const;

/** A plausible order file of any size; the same seed gives the same file. */
export function orderLines(lineCount: number, customers: number, seed: number): Line[] {
  const rng = seededRng(seed);
  return Array.from({ length: lineCount }, (_, i): Line => {
    const kind = KINDS[rng.below(KINDS.length)]!;
    const size = Math.round(rng.next() ** 3 * 1e6) / 100;
    let amount = size;
    if (kind === "free") amount = 0;
    else if (kind !== "sale") amount = -size;
    return {
      customer: `客户${Math.floor(customers * rng.next() * rng.next())}`,
      on: LAST - rng.below(1000),
      amount,
      kind,
      profit: amount * 0.2,
      orderId: `S${Math.floor(i / 2)}`,
      region: ["华东", "华南", "华北"][rng.below(3)]!,
      // Two things of one kind in every third order, so that some belong together.
      product: `商品${i % 6 < 2 ? i % 6 : (i * 7) % 23}`,
      productKind: ["电线", "开关", "灯具"][(i * 7) % 3]!,
      quantity: 1 + (i % 5),
    };
  });
}

/** The optional columns are there and nothing in them is known. */
function allMissing(tables: Input): Input {
  const n = tables.orders.rowCount;
  const columns = new Map<string, Column>(tables.orders.columns);
  columns.set("profit", floatColumn(new Array<undefined>(n).fill(undefined)));
  for (const id of ["orderId", "region", "productName", "productKind", "attr:备注"]) {
    const codes = new Uint32Array(n).fill(MISSING_CODE);
    columns.set(id, { kind: "dictionary", length: n, codes, dictionary: [], validity: bitset(n) });
  }
  return { ...tables, orders: { rowCount: n, columns } };
}

/** Only the columns that a spec names. */
export function restricted(tables: Input, needs: Needs): Input {
  const cut = ({ rowCount, columns }: Table, entity: Entity): Table => ({
    rowCount,
    columns: new Map([...columns].filter(([id]) => needs[entity]?.includes(id))),
  });
  const kept: Partial<Record<Entity, Table>> = {};
  for (const entity of ENTITIES) {
    const table = tables[entity];
    if (table !== undefined && needs[entity] !== undefined) kept[entity] = cut(table, entity);
  }
  const { orders, customers } = tables;
  return { ...kept, orders: cut(orders, "orders"), customers: cut(customers, "customers") };
}

const one: Line = { customer: "甲", on: LAST - 10, amount: 12.5 };
const middling = orderLines(400, 60, 11);
const filterOn = (column: string, values: string[]): Scope =>
  scopeOf(LAST, undefined, [{ kind: "values", entity: "orders", column, values }]);

export const TRIALS: readonly Trial[] = [
  { name: "no row at all", tables: tablesOf([]), scope },
  { name: "customers without orders", tables: tablesOf([], ["甲", "乙"]), scope },
  { name: "one row", tables: tablesOf([one]), scope },
  { name: "one return", tables: tablesOf([{ ...one, amount: -1, kind: "return" }]), scope },
  { name: "one free line", tables: tablesOf([{ ...one, amount: 0, kind: "free" }]), scope },
  {
    name: "only zero amounts",
    tables: tablesOf([one, one].map((l) => ({ ...l, amount: 0 }))),
    scope,
  },
  {
    name: "all optional cells missing",
    tables: allMissing(tablesOf(middling.slice(0, 50))),
    scope,
  },
  { name: "a middling file", tables: tablesOf(middling), scope },
  { name: "a large file", tables: tablesOf(orderLines(60_000, 8000, 5)), scope },
  {
    name: "everything on one day",
    tables: tablesOf(middling.map((l) => ({ ...l, on: LAST }))),
    scope,
  },
  {
    name: "all amounts equal",
    tables: tablesOf(middling.map((l) => ({ ...l, amount: 10 }))),
    scope,
  },
  {
    name: "huge and tiny amounts",
    tables: tablesOf(middling.map((l, i) => ({ ...l, amount: i % 2 === 0 ? 1e15 : 1e-9 }))),
    scope,
  },
  {
    name: "more returned than sold",
    tables: tablesOf(middling.map((l) => ({ ...l, amount: l.kind === "sale" ? 1 : -100 }))),
    scope,
  },
  { name: "an as-of day before the first order", tables: tablesOf(middling), scope: scopeOf(100) },
  { name: "an as-of day in the middle", tables: tablesOf(middling), scope: scopeOf(LAST - 500) },
  { name: "a period of one day", tables: tablesOf(middling), scope: scopeOf(LAST, LAST) },
  { name: "a period longer than the data", tables: tablesOf(middling), scope: scopeOf(LAST, 1000) },
  { name: "a filter", tables: tablesOf(middling), scope: filterOn("region", ["华东"]) },
  {
    name: "a filter that nothing passes",
    tables: tablesOf(middling),
    scope: filterOn("region", ["?"]),
  },
  {
    name: "a filter on an absent column",
    tables: tablesOf(middling),
    scope: filterOn("owner", ["?"]),
  },
];
