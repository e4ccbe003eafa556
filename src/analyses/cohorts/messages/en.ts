import { grouped } from "../../../i18n/number-words";
import type { CohortsMessages } from "./zh-Hans";

const LATER = { exact: "", orLater: " or later" } as const;
const units = (offset: number, grain: string): string =>
  `${offset} ${offset === 1 ? grain : `${grain}s`}`;

export default {
  name: "Cohorts",
  refusals: { "no-orders": "There is no sale up to the as-of date." },
  finding: (p) =>
    `${p.share} of new customers buy again in the next ${p.grain}${LATER[p.reading]} (95% interval ${p.interval}, ${grouped(p.n)} customers).`,
  findingFew: (p) =>
    `Only ${grouped(p.n)} new customers have a whole next ${p.grain} behind them, and ${grouped(p.back)} bought again then${LATER[p.reading]}: too few to give a share.`,
  findingAt: (p) => `${p.share} after ${units(p.offset, p.grain)}`,
  findingLater: (p) => `Later: ${p.later.join(", ")}.`,
  findingSmall: (p) =>
    `Every cohort has fewer than ${grouped(p.small)} customers, so single cells jump about: read the average row${p.grain === "month" ? ", or look by quarter" : ""}.`,
  nothing: "No new customer has a whole period behind them yet.",
  grain: "Period",
  grains: { month: "Month", quarter: "Quarter" },
  measure: "Count",
  measures: { heads: "Customers", money: "Money" },
  reading: "Reading",
  readings: { exact: "Bought in that period", orLater: "In that period or later" },
  smallBelow: "Small below",
  customerUnit: "customers",
  title: "Do new customers stay?",
  titleMoney: "Does the money of new customers stay?",
  sub: (p) =>
    `${grouped(p.cohorts)} cohorts, ${grouped(p.customers)} new customers as of ${p.asOf}.`,
  subHeads: {
    exact: "A cell is the share of customers who bought in that period.",
    orLater: "A cell is the share of customers who bought in that period or later.",
  },
  subNet: "Net of returns: each is taken off the purchase before it.",
  subMoney: "A cell is the sales of that period against those of the first.",
  subSmall: (p) => `Cohorts below ${grouped(p.small)} customers are pale.`,
  subRunning: "Hatched and * mark a period that is not over.",
  description:
    "Heat map of the retention of each cohort in the periods after its first; the first row is the average.",
  how: [
    "Customers are grouped by the period of their first purchase; a cell is how many of them buy that many periods later.",
    "Intervals are 95% (Wilson): the fewer customers, the wider.",
    "The average pools the customers of all cohorts for which that period is over; small cohorts count with their weight.",
    "The first cohort of the data may hold older customers and usually stays best.",
    "Money is the whole cohort's: one large customer can carry it, so compare with the customers.",
  ],
  older: (p) =>
    `${grouped(p.customers)} customers first bought before this period and are not in the table.`,
  after: (p) => `after ${units(p.offset, p.grain)}`,
  running: "not over",
  first: "Data begin here; may hold older customers",
  small: "Few customers, a hint only",
  cohort: "Cohort",
  cohorts: "Cohorts",
  size: "Customers",
  sizeShort: "n",
  offset: "Period",
  retained: "Retained",
  retention: "Retention",
  interval: "95% interval",
  low: "Interval from",
  high: "Interval to",
  sales: "Sales",
  salesRatio: "Of the first period",
  pooled: "Average",
} satisfies CohortsMessages;
