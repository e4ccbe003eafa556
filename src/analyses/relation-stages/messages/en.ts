import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { RelationMessages } from "./zh-Hans";

export default {
  name: "Relation stages",
  refusals: { "no-orders": "There is no sale up to the as-of date." },
  stages: {
    explore: "Exploration",
    form: "Formation",
    stable: "Stable",
    decline: "Decline",
    left: "Left",
  },
  finding: (p) =>
    rich`Of the ${grouped(p.there)} customers that still buy, ${marked("explore", grouped(p.explore))} are exploring, ${marked("form", grouped(p.form))} forming, ${marked("stable", grouped(p.stable))} stable and ${marked("decline", grouped(p.decline))} in decline; ${marked("left", grouped(p.left))} more have not ordered for over ${grouped(p.days)} days and count as left.`,
  early: {
    more: (p) =>
      `In this company's data customers who are still exploring are indeed lost faster: ${p.ratio} times as fast as the others (95% interval ${p.low} to ${p.high}), and ${p.first} times by their first long silence (${p.firstLow} to ${p.firstHigh}).`,
    less: (p) =>
      `In this company's data customers who are still exploring are lost more slowly: ${p.ratio} times as fast as the others (95% interval ${p.low} to ${p.high}), and ${p.first} times by their first long silence (${p.firstLow} to ${p.firstHigh}).`,
    alike: (p) =>
      `Whether customers who are still exploring are lost faster cannot be told: ${p.ratio} times as fast as the others (95% interval ${p.low} to ${p.high}), ${p.first} times by their first long silence (${p.firstLow} to ${p.firstHigh}); both hold 1.`,
    mixed: (p) =>
      `Whether customers who are still exploring are lost faster depends on the count: ${p.ratio} times as fast as the others by who has not come back (95% interval ${p.low} to ${p.high}), ${p.first} times by the first long silence, come back or not (${p.firstLow} to ${p.firstHigh}). The two disagree, so nothing is concluded.`,
    tooFew: "Too few were lost to say whether customers who are still exploring are lost faster.",
  },
  range: (p) => `${p.value} (${p.low}–${p.high})`,
  counted: (p) => `${grouped(p.customers)} (${p.share})`,
  rules: {
    explore: (p) => `fewer than ${grouped(p.formOrders)} order days`,
    form: (p) => `${grouped(p.formOrders)} order days or more, not yet stable`,
    stable: (p) =>
      `${grouped(p.stableOrders)} order days or more, ${grouped(p.stableDays)} days since the first, and gaps that vary by at most ${p.regularity} times their mean`,
    decline: (p) =>
      `${p.fall} fewer order days or worse in the last ${grouped(p.windowDays)} days than in the ${grouped(p.windowDays)} before (at least 3 then)`,
    left: (p) => `no order for more than ${grouped(p.days)} days`,
  },
  next: {
    explore: (p) =>
      `Bring about the next order: from ${grouped(p.formOrders)} order days on it forms; ${grouped(p.near)} are one short`,
    form: (p) =>
      `Make it a habit: ${grouped(p.stableOrders)} order days, ${grouped(p.stableDays)} days and even gaps make it stable`,
    stable: "Keep the rhythm: ask as soon as a gap grows",
    decline: (p) =>
      `Find out why: when orders recover it returns to its stage; silent for ${grouped(p.days)} days it has left`,
    left: "Win back those worth it",
  },
  table: {
    title: "Who is in which stage, and what moves them on?",
    sub: (p) => `As of ${p.asOf}; a row opens its customers.`,
    stage: "Stage",
    customers: "Customers",
    sales: "Sales in the period",
    rate: "Lost a month, of 100",
    rule: "Rule",
    next: "What moves them on",
    near: (p) => `Open the ${grouped(p.near)} that are one order short`,
  },
  loss: {
    title: "In which stage are customers lost fastest?",
    sub: "Customers lost a month of a hundred; bars are 95% intervals, the dashed line is all customers.",
    description: "Monthly loss rate of the four stages with 95% intervals.",
    all: "All",
    rate: "Lost a month, of 100",
    losses: "Customers lost",
    months: "Customer-months seen",
    low: "Interval from",
    high: "Interval to",
    share: (p) => `Of ${grouped(p.closed)} orders, not followed`,
    none: "Too few orders have an outcome to give a loss rate of any stage.",
  },
  steps: {
    title: "Do they reach the next stage?",
    reached: (p) =>
      `${p.name} is reached within ${grouped(p.days)} days of the first order by ${p.share} (95% interval ${p.interval}, ${grouped(p.seen)} customers), usually in ${grouped(p.median)} days.`,
    nobody: (p) =>
      `None of the ${grouped(p.seen)} customers whose first order is ${grouped(p.days)} days back reached ${p.name} in that time.`,
    tooFew: (p) =>
      `Only ${grouped(p.seen)} customers had their first order ${grouped(p.days)} days ago: too few to say how many reach ${p.name}.`,
  },
  controls: {
    title: "What makes a stage?",
    sub: "The four names come from the theory of customer relationships, which gives no numbers; set the limits as your trade needs them.",
    lapse: "Left after",
    lapses: { auto: "From the data", given: "My own" },
    formOrders: "Formation from",
    stableOrders: "Stable from",
    stableDays: "Stable after",
    regularity: "Stable: gaps vary by at most",
    windowDays: "Decline: compare stretches of",
    fall: "Decline: fewer by",
    orderDays: "order days",
    days: "days",
    times: "× mean gap",
    percent: "% or more",
    reset: "Back to the first limits",
  },
  how: [
    "All orders of a day are one order day. Asked in this order: left, in decline, still exploring, stable; the rest is formation.",
    "Loss rate: customers silent since their last order for longer than the window, divided by the customer-months seen, as in the survival curves of the page Churn. All time belongs to the stage of the order before it, so nobody falls into decline by silence and is then counted as lost from it; who came back after a silence was not lost.",
    "Who has not come back includes those who are silent now and still will, mostly customers of long standing. So exploration is compared with the rest a second time by the first silence longer than the window; only where both agree is anything concluded.",
    "Intervals of rates are exact Poisson; that of the ratio is exact binomial. More or less is said only when it leaves out 1.",
    "The first order in the data is taken for the first ever: old customers then look new, which can only make exploration look safer.",
    "Exploration may lose faster only because customers that do not fit leave first; the stage need not be the cause.",
  ],
  cells: {
    stage: (p) => `Customers in the stage ${p.name}`,
    left: "Customers who have left",
    near: "Customers one order short of formation",
  },
} satisfies RelationMessages;
