import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ClvMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;
const months = (n: number): string => (n === 1 ? "month" : `${grouped(n)} months`);

export default {
  name: "Customer lifetime value",
  measures: { sales: "sales", profit: "gross profit" },
  finding: (p) =>
    rich`Over the next ${months(p.months)} today’s customers should bring ${marked("total", p.amount)} in ${p.measure}; about ${grouped(p.alive)} of ${grouped(p.customers)} are still buying.`,
  findingInterval: (p) => `95% interval ${p.low} to ${p.high}.`,
  findingFalling: (p) =>
    rich`${marked("falling", customers(p.customers))} that were grade A will not be in future: ${p.amount} at stake.`,
  cautions: {
    "not-converged":
      "The model did not settle; take the figures below as a hint. Try another model or wider filters.",
    boundary:
      "One parameter ran to its limit: the data cannot tell customers apart there. The totals hold; do not read the parameters.",
    correlation: (p) =>
      `Frequency and amount are related (r = ${p.value}); the model takes them as unrelated, so amounts of single customers are biased.`,
    high: (p) =>
      `Fitted on the earlier data, the model predicts ${p.ratio} more than what happened later: the figures below are optimistic.`,
    low: (p) =>
      `Fitted on the earlier data, the model predicts ${p.ratio} less than what happened later: the figures below are cautious.`,
  },
  valueLabel: "Value",
  modelLabel: "Model",
  models: {
    "bg-nbd": "BG/NBD",
    "mbg-nbd": "MBG/NBD (may leave after the first)",
    "pareto-nbd": "Pareto/NBD",
  },
  monthsLabel: "Horizon",
  months: (p) => (p.months === 1 ? "1 month" : `${grouped(p.months)} months`),
  discountLabel: "Yearly discount",
  grid: {
    title: "Who is worth much now, and who will be?",
    sub: (p) =>
      `Down: grade by sales of the last ${months(p.months)}. Across: grade by value of the next. A holds half of the money, B the next 30%.`,
    description:
      "Three by three cells: grade now and grade to come, with customers and expected value.",
    now: "Now",
    next: "To come",
    grade: { a: "A", b: "B", c: "C" },
    cell: (p) => `Grade ${p.now} now → ${p.next} to come`,
    count: (p) => grouped(p.customers),
    customers: "Customers",
    past: "Past sales",
    clv: "Expected value",
  },
  alive: {
    title: "How many are still with us?",
    sub: (p) =>
      `By the chance of still buying, in tenths; the chances add up to ${grouped(p.alive)} of ${customers(p.customers)}.`,
    description: "Customers by their chance of still buying, in ten columns.",
    bin: (p) => `${p.from}–${p.to}`,
    probability: "Chance of still buying",
    customers: "Customers",
  },
  frequency: {
    title: "Is the model right? Number of repeats",
    sub: "Customers with 0 to 7 or more repeat purchases: columns are counted, dots are the model.",
    description: "Customers by number of repeats, counted and expected.",
    repeats: (p) => (p.isLast ? `${grouped(p.repeats)}+` : grouped(p.repeats)),
    label: "Repeats",
    actual: "Actual",
    expected: "Model",
  },
  tracking: {
    title: "Is the model right? Over time",
    sub: (p) =>
      `Fitted again without the last ${grouped(p.days)} days it predicts ${grouped(p.predicted)} repeats in them; there were ${grouped(p.actual)}.`,
    subPlain:
      "Repeat purchases of all customers, cumulative: solid is counted, dashed is the model.",
    description: "Cumulative repeat purchases, counted and expected.",
    day: "Day",
    actual: "Actual",
    expected: "Model",
  },
  top: {
    title: "Customers worth most in future",
    sub: (p) => `The first ${grouped(p.count)} by expected value.`,
    caption: "Customers with the highest expected value",
    name: "Customer",
    purchases: "Days bought",
    lastDay: "Last bought",
    alive: "Still buying",
    expected: "Purchases to come",
    spend: "A purchase",
    clv: "Expected value",
  },
  wallet: {
    title: "How much of what customers buy is ours?",
    finding: (p) =>
      `${customers(p.customers)} with a known yearly need: ${p.share} of it was ours in the last 12 months; ${p.room} went elsewhere or was not bought.`,
    unknown: (p) => ` Left out: ${customers(p.customers)} without one.`,
    missing:
      "The table of customers has no column for their yearly need (potential), so our part of it cannot be told. Where customers were asked what they buy in a year, put it into such a column and import it.",
    caption: "Customers by our part of their need, with sales, yearly need and room",
    band: "Our part",
    bands: {
      small: "below 20%",
      part: "20% to 50%",
      main: "50% to 100%",
      above: "above 100% (the need is written too low)",
    },
    customers: "Customers",
    sales: "Sales, last 12 months",
    potential: "Yearly need",
    room: "Room",
    share: "Our part",
    name: "Customer",
    topTitle: "Who has the most room?",
    topSub: "Yearly need less the sales of the last 12 months, the largest first.",
  },
  facts: {
    title: "Parameters and checks",
    caption: "Parameters of the model, its fit and its checks",
    name: "Item",
    value: "Value",
    units: { day: "days", week: "weeks", month: "months" },
    parameter: (p) => (p.unit === null ? p.name : `${p.name} (${p.unit})`),
    logLikelihood: "Log-likelihood",
    starts: "Starts that reached the same maximum",
    of: (p) => `${grouped(p.part)} of ${grouped(p.whole)}`,
    spend: "Amount of a purchase (gamma-gamma) p, q, γ",
    atLimit: "(at its limit)",
    correlation: "Correlation of frequency and amount",
    holdout: "Hold-out: predicted ÷ actual",
    error: "Hold-out: mean error a customer (purchases)",
    tenYears: "Value of ten years (discounted)",
    simple: "Textbook formula: retention, value a customer",
    replicates: "Simulations behind the interval",
  },
  how: {
    model:
      "Each customer buys at random at its own rate until, after some purchase, it silently leaves; rates and chances of leaving differ between customers. Both are estimated by maximum likelihood from how often, how recently and for how long everyone has bought; from them follow the chance that a customer is still there and the purchases to come.",
    money:
      "The amount of a purchase is drawn towards the mean of all (gamma-gamma), the more so the less a customer has bought. Value = purchases to come × amount × margin, discounted month by month.",
    interval: (p) =>
      `Interval: ${grouped(p.replicates)} times ${customers(p.customers)} are simulated from the model and fitted again, and the spread is reckoned for all customers (parametric bootstrap).`,
    basis: (p) =>
      `From ${customers(p.customers)} with a sale, ${p.period}; ${grouped(p.repeaters)} bought on more than one day, ${grouped(p.purchases)} repeats in all. Several orders on a day are one purchase.`,
    leftOut: (p) =>
      `Returns, cancellations and free goods are no purchases, and returns are not taken off. ${customers(p.idle)} without a sale are left out. The chosen period plays no part: the whole history up to the as-of day is read.`,
    margin: (p) => `Gross profit at the average margin of the whole history, ${p.margin}.`,
    simple: (p) =>
      `Textbook check: of ${customers(p.before)} of the year before, ${grouped(p.kept)} bought in the last (retention ${p.retention}), ${p.margin} a customer and year; value = m × r ÷ (1 + d − r), first year left out.`,
  },
  cells: {
    wallet: (p) => `customers with our part of their need ${p.band}`,
    alive: (p) => `customers with a ${p.from}–${p.to} chance of still buying`,
    falling: "customers that were grade A and will not be",
  },
  refusals: {
    "few-customers":
      "Too few customers: the model would only fit noise. It needs at least 30 with a sale.",
    "few-repeaters":
      "Too few customers bought on more than one day to see a rhythm. It needs at least 10.",
    "profit-missing":
      "The data have no profit or cost. Value by sales instead, or map a cost or profit column on import.",
  },
} satisfies ClvMessages;
