import type { ImportRecord } from "./manifest";

/** Which orders came with the last import: what was known before it can be told by leaving them out. */
export type LastImport =
  /** there was none before it, or none with orders at all */
  | { readonly kind: "first" }
  /** it took the place of earlier rows, which are not kept; or an older build did not count */
  | { readonly kind: "replaced"; readonly importedAtMs: number }
  /** the last `rows` rows of `orders` are its own */
  | { readonly kind: "added"; readonly importedAtMs: number; readonly rows: number };

/**
 * The last import with orders among those of a generation.
 *
 * @param imports    in the order of their rows
 * @param orderRows  rows of `orders` in the generation
 */
export function lastOrderImport(imports: readonly ImportRecord[], orderRows: number): LastImport {
  const orders = imports.filter(({ entity }) => entity === "orders");
  const last = orders.at(-1);
  if (last === undefined || orders.every(({ batch }) => batch === last.batch)) {
    return { kind: "first" };
  }
  const { importedAtMs } = last;
  let [rows, all] = [0, 0];
  for (const { batch, rowsStored, rowsReplaced } of orders) {
    if (rowsStored === null) return { kind: "replaced", importedAtMs };
    all += rowsStored;
    if (batch !== last.batch) continue;
    if (rowsReplaced > 0) return { kind: "replaced", importedAtMs };
    rows += rowsStored;
  }
  // Rows that no import speaks for: which ones are of the last cannot be said.
  if (all !== orderRows) return { kind: "replaced", importedAtMs };
  return { kind: "added", importedAtMs, rows };
}
