import { grouped } from "../../../i18n/number-words";
import type { CohortsMessages } from "./zh-Hans";
export default {
  name: "Cohorts",
  refusals: { "no-orders": "There is no sale up to the as-of date." },
  finding: (p) =>
    `${p.share} of new customers buy again in the next period (${p.interval}, n = ${grouped(p.n)}).`,
  nothing: "No period is complete yet.",
  grain: "Period",
  grains: { month: "Month", quarter: "Quarter" },
  reading: "Reading",
  readings: { exact: "Bought in that period", orLater: "In that period or later" },
  title: "Do new customers stay?",
  sub: (p) =>
    `${grouped(p.cohorts)} cohorts, ${grouped(p.customers)} new customers as of ${p.asOf}; below ${grouped(p.small)} customers pale, periods not over marked *.`,
  description: "Heat map of the retention of each cohort in the periods after its first.",
  how: "Customers are grouped by the period of their first purchase; a cell is the share that buys k periods later, with the 95% interval (Wilson). Pooled figures use only cohorts for which that period is over.",
  running: "not over",
  cohort: "Cohort",
  size: "Customers",
  offset: "Period",
  retained: "Retained",
  retention: "Retention",
  interval: "Interval",
  sales: "Sales",
  pooled: "Pooled",
} satisfies CohortsMessages;
