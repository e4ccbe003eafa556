import { CUSTOMER_SORTS, type CustomerSort } from "../../../queries/types";

/** What the address says about the order and the search of the customer table. */
export interface ListAddress {
  readonly search: string;
  readonly sort: CustomerSort;
  readonly descending: boolean;
}

const DEFAULT_SORT: CustomerSort = "sales";

/** `q=…&sort=-sales`; unknown words are the default: largest sales first. */
export function readList(query: ReadonlyMap<string, string>): ListAddress {
  const text = query.get("sort") ?? `-${DEFAULT_SORT}`;
  const name = text.replace(/^-/, "");
  const sort = CUSTOMER_SORTS.find((known) => known === name);
  return {
    search: query.get("q") ?? "",
    sort: sort ?? DEFAULT_SORT,
    descending: sort === undefined || text.startsWith("-"),
  };
}

/** The query keys of a list; null where the default holds. */
export function writeList({
  search,
  sort,
  descending,
}: ListAddress): Record<string, string | null> {
  const isDefault = sort === DEFAULT_SORT && descending;
  return {
    q: search === "" ? null : search,
    sort: isDefault ? null : `${descending ? "-" : ""}${sort}`,
  };
}
