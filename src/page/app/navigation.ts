import type { PageId } from "../state/route-url";

/** The pages in the order of the navigation; a page is listed once it does its job. */
export const NAVIGATION = [
  { group: null, pages: ["today"] },
  { group: "base", pages: ["value", "segments", "lifecycle", "customers"] },
  { group: "relations", pages: ["churn"] },
  { group: "expectation", pages: ["satisfaction", "feedback", "complaints"] },
  { group: "information", pages: ["data"] },
] as const satisfies readonly {
  readonly group: string | null;
  readonly pages: readonly PageId[];
}[];

/** On the phone: the pages of every day, each with a place in the bar. */
export const TABS = [
  "today",
  "value",
  "segments",
  "customers",
] as const satisfies readonly PageId[];

type Group = Exclude<(typeof NAVIGATION)[number]["group"], null>;

/** The pages without a place in the bar of the phone, in the groups of the navigation. */
export function behindTabs(): readonly {
  readonly group: Group;
  readonly pages: readonly PageId[];
}[] {
  const inBar: readonly PageId[] = TABS;
  return NAVIGATION.flatMap(({ group, pages }) => {
    const behind = pages.filter((page) => !inBar.includes(page));
    return group === null || behind.length === 0 ? [] : [{ group, pages: behind }];
  });
}

/** Pages that look at the data through the scope; the bar with date, period and filters belongs to them. */
export function hasScope(page: PageId): boolean {
  return page !== "data" && page !== "settings";
}
