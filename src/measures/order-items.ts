import { columnOf, MISSING_CODE, type DictionaryColumn, type Table } from "../kernel/table/column";
import { groupRows } from "../kernel/table/group";
import type { Tables } from "./order-book";

/** What counts as one thing bought: an article, or a kind of articles. */
export type ItemLevel = "product" | "kind";

/** What each order line is of. */
export interface OrderItems {
  /** one an order row, an index into `names`; MISSING_CODE where the row does not say */
  readonly codes: Uint32Array;
  readonly names: readonly string[];
}

/**
 * What the order lines are of, as the data tell it.
 *
 * @param tables  `orders` with productId, productName or productKind as far as the data have them; `products` with
 *   productId or productName, and productKind, when kinds are only there
 * @param level   `product`: by number where at least as many lines have one as have a name, else by name; a number is called
 *   by the name that most of its lines have. `kind`: of the line, else of its product
 * @returns codes and names, or null when no column says it. O(lines)
 */
export function orderItems(tables: Tables, level: ItemLevel): OrderItems | null {
  return level === "kind" ? kindsOf(tables) : productsOf(tables.orders);
}

/** The texts of a column of orders as things bought; null without a known one. */
export function itemsOfColumn(orders: Table, id: string): OrderItems | null {
  const column = orders.columns.get(id);
  if (column?.kind !== "dictionary" || knownIn(column) === 0) return null;
  return { codes: column.codes, names: column.dictionary };
}

const texts = (table: Table | undefined, id: string): DictionaryColumn | undefined =>
  table === undefined ? undefined : columnOf(table, id, "dictionary");

function knownIn({ codes }: DictionaryColumn): number {
  let known = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row] !== MISSING_CODE) known++;
  return known;
}

function productsOf(orders: Table): OrderItems | null {
  const names = texts(orders, "productName");
  const ids = texts(orders, "productId");
  const named = names === undefined ? 0 : knownIn(names);
  const numbered = ids === undefined ? 0 : knownIn(ids);
  if (ids !== undefined && numbered > 0 && numbered >= named) {
    return { codes: ids.codes, names: names === undefined ? ids.dictionary : nameEach(ids, names) };
  }
  if (names === undefined || named === 0) return null;
  return { codes: names.codes, names: names.dictionary };
}

/** The most frequent name of each number, the earlier in the alphabet of equals; the number is added where names repeat. */
function nameEach(ids: DictionaryColumn, names: DictionaryColumn): readonly string[] {
  const own = mostFrequent(ids, names);
  const uses = new Map<string, number>();
  for (const name of own) if (name !== null) uses.set(name, (uses.get(name) ?? 0) + 1);
  return own.map((name, code) => {
    const id = ids.dictionary[code]!;
    if (name === null) return id;
    return uses.get(name)! > 1 ? `${name} · ${id}` : name;
  });
}

function mostFrequent(
  ids: DictionaryColumn,
  { codes, dictionary }: DictionaryColumn,
): readonly (string | null)[] {
  const n = ids.dictionary.length;
  const none = n;
  // Rows without a number go to a group of their own, so that every row has one.
  const { offsets, rows } = groupRows(
    ids.codes.map((code) => (code === MISSING_CODE ? none : code)),
    n + 1,
  );
  const counts = new Uint32Array(dictionary.length);
  return ids.dictionary.map((_, id) => {
    let best: number | null = null;
    for (let k = offsets[id]!; k < offsets[id + 1]!; k++) {
      const name = codes[rows[k]!]!;
      if (name === MISSING_CODE) continue;
      counts[name]!++;
      const isMore = best === null || counts[name]! > counts[best]!;
      const isEqual = best !== null && counts[name] === counts[best];
      if (isMore || (isEqual && dictionary[name]! < dictionary[best!]!)) best = name;
    }
    for (let k = offsets[id]!; k < offsets[id + 1]!; k++) {
      const name = codes[rows[k]!]!;
      if (name !== MISSING_CODE) counts[name] = 0;
    }
    return best === null ? null : dictionary[best]!;
  });
}

function kindsOf({ orders, products }: Tables): OrderItems | null {
  const own = itemsOfColumn(orders, "productKind");
  if (own !== null) return own;
  const kinds = texts(products, "productKind");
  if (products === undefined || kinds === undefined || knownIn(kinds) === 0) return null;
  for (const link of ["productId", "productName"]) {
    const [here, there] = [texts(orders, link), texts(products, link)];
    if (here !== undefined && there !== undefined) return throughProducts(here, there, kinds);
  }
  return null;
}

/** The kind that the product table gives the article of each line; the first row of an article counts. */
function throughProducts(
  here: DictionaryColumn,
  there: DictionaryColumn,
  kinds: DictionaryColumn,
): OrderItems {
  const kindOf = new Map<string, number>();
  for (let row = 0; row < there.length; row++) {
    const code = there.codes[row]!;
    const kind = kinds.codes[row]!;
    if (code === MISSING_CODE || kind === MISSING_CODE) continue;
    const text = there.dictionary[code]!;
    if (!kindOf.has(text)) kindOf.set(text, kind);
  }
  const byCode = Uint32Array.from(here.dictionary, (text) => kindOf.get(text) ?? MISSING_CODE);
  const codes = here.codes.map((code) => (code === MISSING_CODE ? code : byCode[code]!));
  return { codes, names: kinds.dictionary };
}
