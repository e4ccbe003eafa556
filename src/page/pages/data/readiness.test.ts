import { describe, expect, it } from "vitest";
import { askedColumns, plannedColumns, readinessOf, type ReadySpec } from "./readiness";

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
    });
    expect(profit?.missing).toEqual([{ entity: "orders", column: "profit" }]);
  });

  it("counts the columns that stay when rows are added", () => {
    const kept = [{ entity: "orders" as const, column: "profit" }];
    const columns = plannedColumns([sheet("customerName", "orderedOn", "amount")], kept);
    expect(readinessOf(specs, columns).every(({ missing }) => missing.length === 0)).toBe(true);
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
