import type { Generation, StoredColumn, StoredTable } from "../../../src/domain/generation";
import { bitset, clearBit } from "../../../src/kernel/table/bitset";
import type { Column } from "../../../src/kernel/table/column";

/**
 * A generation whose every value follows from `seed`, so that reading it back tells which one it is and whether it is
 * whole. `rowCount` orders of `rowCount / 10` customers.
 */
export function seededContent(seed: number, rowCount: number): Generation {
  const customerCount = Math.max(1, Math.ceil(rowCount / 10));
  const names = Array.from({ length: customerCount }, (_, i) => `客户${seed}-${i}`);
  const profit = bitset(rowCount, true);
  for (let row = 0; row < rowCount; row += 7) clearBit(profit, row);
  const profits = Float64Array.from({ length: rowCount }, (_, i) =>
    i % 7 === 0 ? Number.NaN : Math.sqrt(i + seed),
  );
  return {
    orders: table(rowCount, [
      ["customer", dictionary(names, (row) => row % customerCount, rowCount)],
      ["orderedOn", days(rowCount, (row) => 18_000 + seed + (row % 900))],
      ["amount", floats(rowCount, (row) => seed * 1000 + (row % 5000) / 100)],
      ["lineKind", dictionary(["sale", "return", "cancelled", "free"], (row) => row % 4, rowCount)],
      [
        "profit",
        {
          kind: "float64",
          length: rowCount,
          values: profits,
          validity: rowCount === 0 ? null : profit,
        },
      ],
    ]),
    customers: table(customerCount, [["key", dictionary(names, (row) => row, customerCount)]]),
  };
}

const FIELD_KINDS: Readonly<Record<Column["kind"], StoredColumn["fieldKind"]>> = {
  float64: "money",
  day: "date",
  dictionary: "text",
};

function table(rowCount: number, columns: readonly (readonly [string, Column])[]): StoredTable {
  return {
    table: { rowCount, columns: new Map(columns) },
    columns: columns.map(([id, { kind }]) => ({
      id,
      fieldKind: FIELD_KINDS[kind],
      label: `表头 ${id}`,
    })),
    currency: "CNY",
  };
}

function floats(length: number, at: (row: number) => number): Column {
  const values = Float64Array.from({ length }, (_, row) => at(row));
  return { kind: "float64", length, values, validity: null };
}

function days(length: number, at: (row: number) => number): Column {
  const values = Int32Array.from({ length }, (_, row) => at(row));
  return { kind: "day", length, values, validity: null };
}

function dictionary(words: readonly string[], at: (row: number) => number, length: number): Column {
  const codes = Uint32Array.from({ length }, (_, row) => at(row));
  return { kind: "dictionary", length, codes, dictionary: words, validity: null };
}
