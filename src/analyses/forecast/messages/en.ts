import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ForecastMessages } from "./zh-Hans";

const customers = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;

export default {
  name: "Forecast",
  refusals: {
    "no-orders": "There is no sale up to the as-of day.",
    "few-months": "A season shows only over two whole years.",
  },
  finding: (p) =>
    rich`Sales of ${marked("total", p.total)} are expected in the next ${grouped(p.months)} months; four chances in five say between ${p.low} and ${p.high}.`,
  versus: {
    up: (p) =>
      rich`That is ${marked("good", p.change)} more than the ${p.before} of a year before.`,
    down: (p) =>
      rich`That is ${marked("bad", p.change)} less than the ${p.before} of a year before.`,
    same: (p) => rich`It cannot be told apart from the ${p.before} of a year before.`,
  },
  findingCustomers: (p) =>
    rich`${marked("customers", customers(p.customers))} should buy in ${p.month} (${grouped(p.low)}–${grouped(p.high)}).`,
  verdict: {
    better: (p) =>
      `Tried on months gone by, its error is ${p.gain} smaller than that of copying last year’s month.`,
    naive:
      "Tried on months gone by, no method was better than copying last year’s month, so that is what is shown.",
    untested:
      "The data just cover two years: no method can be told to be better yet, so last year’s months are copied.",
  },
  worse: (p) =>
    `In the last ${grouped(p.months)} months alone this way was no better than copying last year’s month. Leave room for error.`,
  skipped: "The data begin in the middle of a month; that first month is not used.",
  running: (p) =>
    `${p.month} is not over: ${p.sales} and ${customers(p.customers)} up to ${p.day}. It is the first month of the forecast.`,
  ahead: "Ahead",
  aheadMonths: (p) => `${p.months} months`,
  series: {
    sales: {
      title: "How much will be sold in each month?",
      sub: (p) =>
        `Sales of ${grouped(p.months)} whole months, carried on by “${p.method}”; the shade is the 80% interval.`,
      value: "Sales",
    },
    customers: {
      title: "How many customers will buy in each month?",
      sub: (p) =>
        `Customers with a sale in ${grouped(p.months)} whole months, carried on by “${p.method}”; the shade is the 80% interval.`,
      value: "Customers",
    },
  },
  description: (p) =>
    `Actual figures by month and the forecast from ${p.from} to ${p.to}, ${p.total} in all.`,
  actual: "Actual",
  expected: "Forecast",
  tested: "Forecast at the test",
  interval: "80% interval",
  month: "Month",
  low: "Low",
  high: "High",
  test: {
    title: {
      sales: "Why trust the sales forecast?",
      customers: "Why trust the customer forecast?",
    },
    sub: (p) =>
      `At the end of each of ${grouped(p.origins)} past months every method forecast from what was known then, and was compared with what came.`,
    none: "A test on the past needs 27 months.",
    method: "Method",
    error: "Mean error",
    against: "Against last year’s month",
    mase: "MASE",
    used: "used",
    less: (p) => `${p.share} smaller`,
    more: (p) => `${p.share} larger`,
    same: "the same",
    holdout: (p) =>
      `The whole way once more, with the last ${grouped(p.months)} months hidden while a method was chosen and fitted: MASE ${p.mase}, against ${p.naive} for copying last year’s month.`,
    coverage: (p) =>
      `The model’s own 80% interval held only ${p.share} of the tested months, so the one drawn is ${p.factor} times as wide.`,
    covered: (p) => `${p.share} of the tested months lay in the 80% interval.`,
  },
  methods: {
    naive: "Last year’s month",
    level: "Level only (simple smoothing)",
    season: "Level + season",
    "season-ratio": "Level × season",
    "trend-season": "Trend + season (Holt-Winters)",
    "trend-season-ratio": "Trend × season (Holt-Winters)",
    "damped-season": "Damped trend + season",
    mean: "Mean of the two best",
  },
  cells: { month: (p) => `Customers who bought in ${p.month}` },
  how: [
    "One figure a calendar month from the first sale to the as-of day; the period of the page does not cut it, filters do.",
    "Several kinds of exponential smoothing compete with copying last year’s month; the smallest mean error on the past is used.",
    "The interval comes from 2,000 simulations; where the past shows it to be too narrow it is widened by the actual errors.",
    "MASE = mean error ÷ mean difference to last year’s month. Below 1: the error is smaller than what a year usually changes.",
    "Feasts that move, working days and events that you know of (products, prices, lost customers) are not in it.",
  ],
} satisfies ForecastMessages;
