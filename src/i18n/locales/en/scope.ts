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
  filterLoading: "Looking for columns …",
  filterNone:
    "There is no column to filter by. Imported categories, numbers, dates and yes-or-no columns appear here.",
  values: (p) => `${grouped(p.count)} ${p.count === 1 ? "value" : "values"}`,
  moreValues: (p) => `${grouped(p.count)} more: search for them`,
  removeFilter: (p) => `Remove filter: ${p.label}`,
  missing: "No value",
  yes: "Yes",
  no: "No",
  atLeast: (p) => `${p.bound} or more`,
  atMost: (p) => `${p.bound} or less`,
  between: (p) => `${p.from}–${p.to}`,
  fromDay: (p) => `from ${p.day}`,
  toDay: (p) => `until ${p.day}`,
  orMissing: (p) => `${p.words}, or no value`,
  extent: (p) => `The data go from ${p.from} to ${p.to}. Leave a side empty for no limit.`,
  missingHint: (p) =>
    p.count === 1
      ? "One row has no value; it is left out unless “No value” is ticked."
      : `${grouped(p.count)} rows have no value; they are left out unless “No value” is ticked.`,
  unreadableNumber: "This is no number, so it was not used. Write it like 1234.5.",
  unreadableDay: "There is no such day, so it was not used. Give day, month and year.",
  reversed: "“From” is larger than “to”, so it was not used.",
  clear: "Clear all filters",
  chosen: (p) => (p.more === 0 ? p.first : `${p.first} + ${grouped(p.more)}`),
} satisfies Messages["scope"];
