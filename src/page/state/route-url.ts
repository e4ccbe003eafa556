/** The pages of the product; the first segment of the hash. */
export const PAGES = [
  "today",
  "value",
  "segments",
  "lifecycle",
  "satisfaction",
  "customers",
  "feedback",
  "complaints",
  "churn",
  "data",
  "settings",
] as const;
export type PageId = (typeof PAGES)[number];

export interface Address {
  readonly page: PageId;
  /** What follows the page, e.g. the row of a customer. */
  readonly segments: readonly string[];
  readonly query: ReadonlyMap<string, string>;
}

/** `#/customers/12?asof=2025-11-30`; anything unknown is the Today page. Never throws: a hash is foreign text. */
export function readAddress(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [first, ...segments] = path.split("/").filter((segment) => segment !== "");
  const page = PAGES.find((candidate) => candidate === first) ?? "today";
  return { page, segments, query: new Map(new URLSearchParams(query)) };
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams([...address.query]).toString();
  const path = [address.page, ...address.segments].join("/");
  return `#/${path}${query === "" ? "" : `?${query}`}`;
}
