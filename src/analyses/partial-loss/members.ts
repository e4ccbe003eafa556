import { STOPPED } from "./judge";
import { categoriesFallen, partialCustomers, type Named } from "./lines";
import type { PartialLossResult } from "./spec";

const ascending = (rows: Iterable<number>): Uint32Array => Uint32Array.from(rows).sort();

/** Rows of the customers behind a cell, ascending; null for a cell that does not exist. */
export function membersOf(
  named: Named,
  { lines }: PartialLossResult,
  cell: string,
): Uint32Array | null {
  const { judged } = named;
  const { overall, all } = partialCustomers(judged);
  const { whole, pairs } = judged.counted;
  switch (cell) {
    case "less":
      return ascending(all);
    case "less:overall":
      return ascending(overall);
    case "less:categories":
      return ascending([...all].filter((row) => !overall.has(row)));
    case "less:stopped":
      return whole.customers.filter((row) => judged.states[row] === STOPPED);
    case "less:tested": {
      const rows = new Set(Array.from(judged.tested, (place) => whole.customers[place]!));
      if (pairs !== null) for (const place of judged.pairsTested) rows.add(pairs.customers[place]!);
      return ascending(rows);
    }
  }
  const [, kind, digits] = /^(less-line|less-category):(0|[1-9]\d{0,4})$/.exec(cell) ?? [];
  const line = lines[Number(digits)];
  if (kind === "less-line") return line === undefined ? null : Uint32Array.of(line.row);
  const code = categoriesFallen(named)[Number(digits)];
  if (kind !== "less-category" || code === undefined || pairs === null) return null;
  const own = judged.pairs.filter(({ place }) => pairs.categories[place] === code);
  return ascending(own.map(({ place }) => pairs.customers[place]!));
}
