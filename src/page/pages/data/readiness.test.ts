import { describe, expect, it } from "vitest";
import type { Manifest, TableMeta } from "../../../domain/manifest";
import { missingColumns } from "../../../domain/readiness";
import {
  askedColumns,
  manifestColumns,
  plannedColumns,
  readinessOf,
  type ReadySpec,
} from "./readiness";

const specs: readonly ReadySpec[] = [
  {
    id: "pareto",
    needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
    uses: { orders: ["profit"] },
  },
  { id: "profit", needs: { orders: ["profit"] }, uses: {} },
];
const sheet = (...targets: string[]) => ({
  entity: "orders" as const,
  columns: targets.map((target) => ({ target })),
});

describe("readinessOf", () => {
  it("opens an analysis with customer, date and amount, and says what would make it finer", () => {
    const columns = plannedColumns([sheet("customerName", "orderedOn", "amount")], []);
    const [pareto, profit] = readinessOf(specs, columns);
    expect(pareto).toEqual({
      analysis: "pareto",
      missing: [],
      better: [{ entity: "orders", column: "profit" }],
      betterTables: [],
    });
    expect(profit?.missing).toEqual([{ entity: "orders", column: "profit" }]);
  });

  it("names a table that is not there as a whole, not column by column", () => {
    const uses = { orders: ["profit"], contacts: ["customer", "contactedAt"] };
    const columns = plannedColumns([sheet("customerName", "orderedOn", "amount")], []);
    const [whale] = readinessOf([{ id: "whale", needs: {}, uses }], columns);
    expect(whale).toMatchObject({
      better: [{ entity: "orders", column: "profit" }],
      betterTables: ["contacts"],
    });
  });

  it("counts the columns that stay when rows are added", () => {
    const kept = [{ entity: "orders" as const, column: "profit" }];
    const columns = plannedColumns([sheet("customerName", "orderedOn", "amount")], kept);
    expect(readinessOf(specs, columns).every(({ missing }) => missing.length === 0)).toBe(true);
  });

  it("does not take orders without rows for orders: they exist beside any other table", () => {
    const column = { kind: "float64", fieldKind: "money", label: "", missingCount: 0 } as const;
    const none = { distinctCount: null, chunks: [], dictionaryChunks: [] };
    const ids = ["customer", "orderedOn", "amount", "lineKind", "profit"];
    const table = (rowCount: number): TableMeta => ({
      entity: "orders",
      rowCount,
      columns: ids.map((id) => ({ id, ...column, ...none })),
      firstDay: null,
      lastDay: null,
      currency: null,
    });
    const manifest = (rowCount: number): Manifest => ({
      generation: "g",
      previousGeneration: null,
      revision: 1,
      root: "",
      tables: [table(rowCount)],
      imports: [],
    });
    expect(manifestColumns(manifest(0))).toEqual([]);
    expect(manifestColumns(manifest(1)).length).toBe(5);
    expect(missingColumns({ orders: ["profit"] }, manifest(0)).length).toBe(1);
    expect(missingColumns({ orders: ["profit"] }, manifest(1))).toEqual([]);
  });

  it("expects nothing of a sheet that is not imported", () => {
    expect(plannedColumns([{ entity: null, columns: [] }], [])).toEqual([]);
  });
});

describe("askedColumns", () => {
  it("asks for the customer name once where derived columns are missing", () => {
    const [pareto] = readinessOf(specs, []);
    expect(askedColumns(pareto?.missing ?? [])).toEqual([
      { entity: "orders", column: "customerName" },
      { entity: "orders", column: "orderedOn" },
      { entity: "orders", column: "amount" },
    ]);
  });
});
