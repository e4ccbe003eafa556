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
  knowsToday: (p: { names: string }) =>
    `“${p.names}” is made of today’s scores, or of a list seen on some day: who has gone quiet is already in it, so it explains leaving by itself. Do not read its differences as a cause; compare by a column of the customer table instead, such as region, industry or source.`,
  allColumns: "All columns",
  columnCount: (p: { count: number }) =>
    `${grouped(p.count)} ${p.count === 1 ? "column" : "columns"}`,
} satisfies Messages["ui"];
