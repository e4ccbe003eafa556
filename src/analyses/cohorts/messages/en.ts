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
  by: "Group by",
  byNone: "Period of the first purchase",
  yes: "Yes",
  no: "No",
  rest: (p) => `Others (${grouped(p.values)} values)`,
  missing: "Not given",
  titleBy: (p) => `Who stays, by ${p.column}?`,
  subBy: (p) =>
    `${grouped(p.groups)} groups, ${grouped(p.customers)} new customers as of ${p.asOf}. Each counts from its own first purchase; only periods that are over count.`,
  howBy:
    "By an attribute only customers that have come to the same period are compared, so groups with more young customers can be compared too. Groups are told apart by a chi-square test; those without a value and small groups take no part.",
  share: "Share",
  followHint: "Follow this field through the periods",
  openCell: (p) =>
    `Open the ${grouped(p.customers)} of ${p.name} ${units(p.offset, p.grain)} later`,
  rowTitle: (p) => `${p.name}, period by period`,
  rowSub:
    "Shaded: 95% interval. Dashed: the average of all new customers. Grey: few customers or a period that is not over.",
  rowDescription: (p) => `Share of ${p.name} in the periods after its first, against the average.`,
  columnTitle: (p) => `After ${units(p.offset, p.grain)}: do newer cohorts stay better?`,
  columnTitleBy: (p) => `After ${units(p.offset, p.grain)}: which group stays?`,
  columnDescription: (p) =>
    `Share of every group ${units(p.offset, p.grain)} after its first period, against the average.`,
  trend: {
    better: (p) =>
      `Newer cohorts stay better: with each ${p.grain} that customers come later, ${p.step} more are there after ${units(p.offset, p.grain)} (trend test ${p.p}, ${grouped(p.cohorts)} cohorts, ${grouped(p.customers)} customers).`,
    worse: (p) =>
      `Newer cohorts stay worse: with each ${p.grain} that customers come later, ${p.step} fewer are there after ${units(p.offset, p.grain)} (trend test ${p.p}, ${grouped(p.cohorts)} cohorts, ${grouped(p.customers)} customers).`,
    none: (p) =>
      `Newer cohorts stay neither better nor worse after ${units(p.offset, p.grain)}, as far as can be told (trend test ${p.p}, ${grouped(p.cohorts)} cohorts, ${grouped(p.customers)} customers).`,
    tooFew: (p) =>
      `Too few cohorts or customers have ${units(p.offset, p.grain)} behind them to say whether newer ones stay better.`,
    unequal:
      "Read as “or later”, newer cohorts had less time and cannot be compared. Choose “Bought in that period” for the trend.",
    money: "Money often rests on a few large customers: drawn, not tested.",
  },
  differ: {
    told: (p) =>
      `After ${units(p.offset, p.grain)} ${p.best} stays best (${p.high}) and ${p.worst} worst (${p.low}); more than chance (${p.p}).`,
    alike: (p) =>
      `Whether customers are there after ${units(p.offset, p.grain)} has nothing to do with ${p.column}, as far as can be told (${p.p}).`,
    tooFew: (p) =>
      `Fewer than two groups have enough customers with ${units(p.offset, p.grain)} behind them: nothing to compare.`,
  },
  groupCell: (p) =>
    p.offset === 0
      ? `Group ${p.place} of the cohorts`
      : `Group ${p.place} of the cohorts, bought ${p.offset} periods later`,
} satisfies CohortsMessages;
