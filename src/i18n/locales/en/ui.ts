import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const ui = {
  close: "Close",
  cancel: "Cancel",
  confirm: "OK",
  back: "Back",
  save: "Save",
  remove: "Remove",
  undo: "Undo",
  retry: "Try again",
  more: "More",
  all: "All",
  none: "None",
  search: "Search",
  clear: "Clear",
  apply: "Apply",
  loading: "Loading…",
  sortBy: (p) => `Sort by ${p.column}`,
  sortedUp: "ascending",
  sortedDown: "descending",
  rows: (p) => `${grouped(p.count)} ${p.count === 1 ? "row" : "rows"}`,
  rowOf: (p) => `Row ${grouped(p.row)} of ${grouped(p.count)}`,
  showAll: (p) => `All ${grouped(p.count)}`,
  noMatch: "Nothing matches",
  window: { label: "Time", period: "Chosen period", all: "All history" },
  question: {
    automatic: "Automatic",
    automaticIs: (p: { name: string }) => `Automatic: ${p.name}`,
  },
  basis: { label: "Returns", sales: "Without returns", net: "Net of returns" },
  dismiss: "Got it",
  noColumn: "No column",
  allColumns: "All columns",
  columnCount: (p: { count: number }) =>
    `${grouped(p.count)} ${p.count === 1 ? "column" : "columns"}`,
} satisfies Messages["ui"];
