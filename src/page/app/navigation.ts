import type { PageId } from "../state/route-url";

/** The pages in the order of the navigation; a page is listed once it does its job. */
export const NAVIGATION = [
  { group: null, pages: ["today"] },
  { group: "base", pages: ["value", "segments", "lifecycle", "customers"] },
  { group: "expectation", pages: ["satisfaction", "complaints"] },
  { group: "information", pages: ["data"] },
] as const satisfies readonly {
  readonly group: string | null;
  readonly pages: readonly PageId[];
}[];

/** Pages that look at the data through the scope; the bar with date, period and filters belongs to them. */
export function hasScope(page: PageId): boolean {
  return page !== "data" && page !== "settings";
}
