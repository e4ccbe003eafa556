import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const scope = {
  asOf: "As of",
  asOfTitle: "As-of date",
  asOfHint: "Every page looks back from this day. Later orders do not count.",
  lastDay: (p) => `Use the last day of the data (${p.day})`,
  period: "Period",
  periodTitle: "Period",
  months: (p) => `Last ${p.months} months`,
  all: "All time",
  custom: "Choose dates",
  from: "From",
  to: "to",
  versus: "vs period before",
  versusHint: "Compared with the stretch of the same length before it",
  filter: "Filter",
  addFilter: "+ Filter",
  filterTitle: "Add a filter",
  filterSearch: "Search filters",
  filterNone:
    "There is no column to filter by. Imported categories (region, owner, channel and the like) appear here.",
  values: (p) => `${grouped(p.count)} ${p.count === 1 ? "value" : "values"}`,
  moreValues: (p) => `${grouped(p.count)} more: search for them`,
  removeFilter: (p) => `Remove filter: ${p.label}`,
  clear: "Clear all filters",
  chosen: (p) => (p.more === 0 ? p.first : `${p.first} + ${grouped(p.more)}`),
} satisfies Messages["scope"];
