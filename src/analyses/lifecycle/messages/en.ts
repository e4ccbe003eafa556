import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { LifecycleMessages } from "./zh-Hans";
export default {
  name: "Customer life cycle",
  refusals: { "no-orders": "There is no sale up to the as-of date." },
  finding: (p) => {
    if (p.first) {
      const all = marked("new", grouped(p.added));
      return rich`${p.period} is where the data begin: all ${all} customers count as new.`;
    }
    const change = p.closing - p.opening;
    const [from, to] = [grouped(p.opening), grouped(p.closing)];
    const net =
      change === 0
        ? `active customers stayed at ${to}`
        : `active customers went ${change > 0 ? "up" : "down"} from ${from} to ${to}`;
    return rich`In ${p.period}, ${marked("new", `${grouped(p.added)} ${p.added === 1 ? "was" : "were"} new`)}, ${marked("wonBack", `${grouped(p.wonBack)} won back`)} and ${marked("lost", `${grouped(p.lost)} gone quiet`)}: ${net}.`;
  },
  findingMoney: (p) => {
    const way = p.difference < 0 ? "fell" : "rose";
    const sales =
      p.difference === 0 ? "Sales stayed level" : `Sales ${way} from ${p.opening} to ${p.closing}`;
    return `${sales}; the largest part was ${p.part} (${p.amount}).`;
  },
  findingWaiting: (p) =>
    rich`${marked("waiting", `${grouped(p.waiting)} have been silent`)} for more than ${p.days} and wait to be won back; since ${p.before}, ${grouped(p.fell)} joined them and ${grouped(p.back)} came back.`,
  nothing: "No period is complete yet.",
  rhythm: (p) =>
    `Four in five orders are followed by the next within ${p.days}, which is longer than this period: many of the “quiet” simply had no reason to order yet.`,
  rhythmAct: { quarter: "Look by quarter", days: (p) => `Look by ${p.days}` },
  grain: "Period",
  grains: { month: "Month", quarter: "Quarter", days: "Number of days" },
  windowDays: "Days per period",
  dayUnit: "days",
  measure: "Count",
  measures: { heads: "Customers", money: "Money" },
  ledger: {
    title: "How do customers come and go?",
    sub: (p) =>
      `Active customers coming and going in each period; ${grouped(p.customers)} customers as of ${p.asOf}.`,
    subMoney: (p) =>
      `Where sales of each period came from and went; ${grouped(p.customers)} customers as of ${p.asOf}.`,
    net: "Net of returns: each is taken off the purchase before it.",
    hatched: "The hatched period is not over.",
    firstLeftOut: "The first period of the data, in which everybody is new, is not drawn.",
    description: "Columns by period: new and won back upwards, gone quiet downwards.",
    how: [
      "Active means a sale in the period; returns and cancellations do not count.",
      "New: first sale ever. Won back: a sale now, none in the period before, one earlier. Gone quiet: a sale in the period before, none now.",
      "Opening + new + won back − gone quiet = closing. Opening are the active customers of the period before, closing those of this one.",
      "Money: opening + new + won back + growth − shrinkage − gone quiet = closing, to the cent. Growth and shrinkage are what customers active in both periods bought more or less; gone quiet is what those customers had bought in the period before.",
      "In a period that is not over, many of the “quiet” will still order, so no conclusion rests on it.",
    ],
    bookTitle: "Does every period balance?",
    bookSub:
      "A row is one sum, and its closing is the next opening; a figure opens the customers behind it.",
    total: (p) => `All ${grouped(p.periods)} complete periods`,
    period: "Period",
    opening: "Opening",
    new: "New",
    wonBack: "Won back",
    growth: "Growth",
    shrink: "Shrinkage",
    lost: "Gone quiet",
    closing: "Closing",
    parts: {
      new: "new customers",
      wonBack: "customers won back",
      growth: "growth of returning customers",
      shrink: "shrinkage of returning customers",
      lost: "customers gone quiet",
    },
    running: "not over",
    first: "data begin",
    openingSales: "Opening sales",
    newSales: "New sales",
    wonBackSales: "Won-back sales",
    lostSales: "Sales gone quiet",
    closingSales: "Closing sales",
  },
  stages: {
    title: "In which stage are they?",
    sub: (p) =>
      `${grouped(p.customers)} customers as of ${p.asOf}, against ${p.before}; a stage opens its customers.`,
    names: {
      none: "No sale yet",
      acquire: "Acquire",
      develop: "Develop",
      retain: "Retain",
      winback: "Win back",
    },
    rules: {
      acquire: "One order day: bring about the second",
      noDevelop: "Empty under this rule",
      develop: (p) => `${p.to === 2 ? "Two" : `2–${p.to}`} order days: widen range and rhythm`,
      retain: (p) => `From ${p.from} order days on: look after them`,
      winback: (p) => `Silent for more than ${p.days}: win back those worth it`,
    },
    customers: (p) => grouped(p.customers),
    share: (p) => `${p.share} of all`,
    same: "unchanged",
    sales: (p) => `${p.amount} sales in the period`,
    lapse: "Silent counts from",
    lapses: { auto: "From the data", given: "My own" },
    retain: "Retained from, order days",
    how: [
      "By the last order and the number of order days; a customer is in exactly one stage.",
      "Taken from the data, the limit is the gap within which 80% of orders are followed by the next (Kaplan–Meier, with the gaps still open counted in). When that never happens, it is the 95% point of the finished gaps. Never below 14 or above 730 days.",
    ],
    source: (p) =>
      `Now ${p.days}, from ${grouped(p.finished)} finished and ${grouped(p.open)} open gaps.`,
    given: (p) => `Now ${p.days}, set by you.`,
  },
  flow: {
    title: "Who changed stage?",
    sub: (p) =>
      `Rows: stage on ${p.before}; columns: stage on ${p.asOf}. ${grouped(p.moved)} customers changed.`,
    how: [
      "Both days use the same rules and the same limit; the earlier day sees only the orders known then.",
      "Grey: stayed in the stage. The deeper the colour, the more customers moved. A figure opens its customers.",
    ],
    corner: "From \\ to",
    total: "Total",
    cell: (p) => `From ${p.from} to ${p.to}: ${grouped(p.customers)}`,
  },
} satisfies LifecycleMessages;
