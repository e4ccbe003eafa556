import { describe, expect, it } from "vitest";
import type { Entity } from "../../../domain/entities";
import type { Manifest, TableMeta } from "../../../domain/manifest";
import { firstPage } from "./first-page";

const COLUMN = {
  kind: "float64",
  fieldKind: "number",
  label: "",
  missingCount: 0,
  distinctCount: null,
  chunks: [],
  dictionaryChunks: [],
} as const;

const stored = (tables: Partial<Record<Entity, readonly string[]>>): Manifest => ({
  generation: "g",
  previousGeneration: null,
  revision: 1,
  root: "",
  imports: [],
  tables: (Object.entries(tables) as [Entity, readonly string[]][]).map(
    ([entity, ids]): TableMeta => ({
      entity,
      rowCount: ids.length,
      columns: ids.map((id) => ({ id, ...COLUMN })),
      firstDay: null,
      lastDay: null,
      currency: null,
    }),
  ),
});

describe("the page to go to after an import", () => {
  it("is the one that the data have the most to say on", () => {
    const customers = ["key", "customerName"];
    const orders = ["customer", "orderedOn", "amount", "lineKind"];
    expect(firstPage(stored({ customers, orders }))).toBe("today");
    // orders exist without rows beside any other table
    const alone = { orders: [], customers };
    expect(firstPage(stored(alone))).toBe("customers");
    expect(firstPage(stored({ ...alone, customers: [...customers, "hasChurned"] }))).toBe("churn");
    expect(firstPage(null)).toBe("data");
  });
});
