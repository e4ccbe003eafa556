import type { CoreMessages } from "../../i18n/messages";
import type { Suggestion } from "../../queries/types";
import { PAGES, type PageId } from "../state/route-url";

export type ActionId = keyof CoreMessages["palette"]["action"];

/** One line of the palette. */
export type PaletteItem =
  | { readonly kind: "page"; readonly id: string; readonly label: string; readonly page: PageId }
  | {
      readonly kind: "action";
      readonly id: string;
      readonly label: string;
      readonly action: ActionId;
    }
  | {
      readonly kind: "customer";
      readonly id: string;
      readonly label: string;
      readonly customer: Suggestion;
    }
  | { readonly kind: "search"; readonly id: string; readonly label: string };

const ACTIONS: readonly ActionId[] = [
  "import",
  "resetScope",
  "light",
  "dark",
  "system",
  "simplified",
  "traditional",
  "english",
  "print",
];

/** Whether every word of what was typed begins a word of the label or of its keywords, or occurs in the label. */
export function matches(typed: string, label: string, keywords: string): boolean {
  const known = keywords.toLowerCase().split(/\s+/);
  const name = label.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .every((word) => name.includes(word) || known.some((keyword) => keyword.startsWith(word)));
}

/** Pages and actions that fit what was typed; all of them while nothing is. */
export function commandItems(t: CoreMessages, typed: string): readonly PaletteItem[] {
  const keywords = (id: string): string => t.palette.keywords[id] ?? "";
  const pages = PAGES.map((page): PaletteItem => ({
    kind: "page",
    id: `page-${page}`,
    label: t.shell.pages[page],
    page,
  }));
  const actions = ACTIONS.map((action): PaletteItem => ({
    kind: "action",
    id: `action-${action}`,
    label: t.palette.action[action],
    action,
  }));
  return [
    ...pages.filter((item) => matches(typed, item.label, keywords(item.id.slice(5)))),
    ...actions.filter((item) => matches(typed, item.label, keywords(item.id.slice(7)))),
  ];
}

/** Customers first: their names are what people type. */
export function paletteItems(
  t: CoreMessages,
  typed: string,
  customers: readonly Suggestion[],
): readonly PaletteItem[] {
  const found = customers.map((customer): PaletteItem => ({
    kind: "customer",
    id: `customer-${customer.row}`,
    label: customer.name,
    customer,
  }));
  const search: readonly PaletteItem[] =
    found.length === 0
      ? []
      : [{ kind: "search", id: "search", label: t.palette.allMatching({ text: typed.trim() }) }];
  return [...found, ...search, ...commandItems(t, typed)];
}
