import type { Table } from "../kernel/table/column";
import { customerName, customerText } from "./customer-scores";
import { normalSearch, searchRank, type SearchIndex } from "./search-index";
import type { Suggestion } from "./types";

/**
 * The customers that best fit what was typed: by rank of the match (see `searchRank`), then by sales, then by row.
 *
 * @param sales  one slot a customer; what decides between equal matches and is shown; null: the data have no orders
 * @returns at most `limit`; nothing for blank text. O(customers).
 */
export function suggestCustomers(
  customers: Table,
  index: SearchIndex,
  sales: Float64Array | null,
  { text, limit }: { readonly text: string; readonly limit: number },
): Suggestion[] {
  const query = normalSearch(text);
  if (query === "") return [];
  const found: { readonly row: number; readonly rank: number }[] = [];
  for (let row = 0; row < index.names.length; row++) {
    const rank = searchRank(index, row, query);
    if (rank !== null) found.push({ row, rank });
  }
  const bySales = (a: number, b: number): number => (sales === null ? 0 : sales[b]! - sales[a]!);
  found.sort((a, b) => a.rank - b.rank || bySales(a.row, b.row) || a.row - b.row);
  return found.slice(0, limit).map(({ row }) => {
    const key = customerText(customers, "key", row);
    return {
      row,
      name: customerName(customers, row),
      key: key === null ? "" : key,
      sales: sales === null ? null : sales[row]!,
    };
  });
}
