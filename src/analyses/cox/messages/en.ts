import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CoxMessages } from "./zh-Hans";

const customers = (n: number): string => (n === 1 ? "1 customer" : `${grouped(n)} customers`);

export default {
  name: "What hastens leaving",
  yes: "yes",
  no: "no",
  rest: "Others",
  months: (p) => `${p.months} months`,
  axis: {
    days: "Days since becoming a customer",
    months: "Months since becoming a customer",
    unit: "Time (in the unit of the data)",
  },
  who: {
    number: (p) => `for each ${p.step} more of “${p.column}”`,
    flag: (p) => `for customers with “${p.column}”`,
    level: (p) => `for “${p.column}” = “${p.level}” (against “${p.reference}”)`,
  },
  term: {
    number: (p) => `${p.column} +${p.step}`,
    flag: (p) => p.column,
    level: (p) => `${p.column}: ${p.level}`,
  },
  effect: {
    times: (p) => `${p.ratio} times as high`,
    higher: (p) => `${p.share} higher`,
    lower: (p) => `${p.share} lower`,
  },
  finding: {
    lead: (p) =>
      rich`Among ${customers(p.customers)}, of whom ${marked("lost", `${grouped(p.lost)} left`)}, and all else alike: `,
    effects: (p) =>
      p.list.flatMap(({ mark, who, effect }, i) => [
        i === 0 ? "the rate of leaving is " : "; ",
        marked(mark, effect),
        ` ${who}`,
        ...(i === p.list.length - 1 ? ["."] : []),
      ]),
    others: (p) =>
      p.count === 1
        ? rich`One more matters too, see below.`
        : rich`${grouped(p.count)} more matter too, see below.`,
    noneAtAll: (p) =>
      rich`Among ${customers(p.customers)}, of whom ${marked("lost", `${grouped(p.lost)} left`)}, nothing here can be told to matter (${p.p}).`,
    noneAlone: (p) =>
      rich`Among ${customers(p.customers)}, of whom ${marked("lost", `${grouped(p.lost)} left`)}, these factors together matter (${p.p}), but none can be told alone.`,
    separated: (p) =>
      rich`Among ${customers(p.customers)}, of whom ${marked("lost", `${grouped(p.lost)} left`)}, some factors separate those who left from those who stayed entirely, so no ratio can be told.`,
    concordance: (p) =>
      rich`Of two customers, these factors say rightly who leaves first in ${p.share} of cases (a guess: 50%).`,
  },
  caution: {
    few: (p) =>
      `Only ${grouped(p.events)} left, for ${grouped(p.terms)} coefficients (each needs ten): ratios come out too large. Choose fewer factors.`,
    drift: (p) =>
      `The effect changes over time ${p.who}: ${p.early} early, ${p.late} late. The chart shows the average.`,
    driftMany: (p) =>
      `The effect changes over time ${p.who}: ${p.early} early, ${p.late} late; so do ${grouped(p.others)} more. The chart shows averages. Put the clearest column into “Compare within” and the others become sharper.`,
    unbounded: (p) =>
      `${p.who}: ${grouped(p.lost)} of ${customers(p.customers)} left; the ratio has no limit and is not drawn.`,
    missing: (p) =>
      `${customers(p.missing)} (${p.share}) lack a value and are left out; this holds for the others only.`,
    notConverged: "The fit did not converge; take the figures as rough. Try fewer factors.",
  },
  missing: {
    title: "Nothing to tell yet",
    open: "Go to import",
    gaps: {
      "no-source":
        "One of these is needed: tenure and churn in the customer table; a table of contracts or lost customers; or orders with dates.",
      "no-duration": "No usable duration. Choose a column of numbers, such as months of tenure.",
      "no-event": "No column says who left. Choose one, such as churned.",
      "event-unclear":
        "It is unclear which value means that a customer left. Choose another column, or use yes and no.",
      "no-contracts":
        "The tables of contracts and lost customers have no usable row, or no start days are known.",
      "no-orders": "There is no sale, so nobody can be called silent.",
      "no-window":
        "Nobody has bought twice, so there is no churn window. Enter a number of days below.",
      nobody: "There is no usable customer here. Loosen the filters, or choose fewer columns.",
      "no-covariates":
        "The customer table has no column to compare by. Import properties such as industry, region or plan.",
      "few-losses": "Too few have left: at least ten are needed, and more than coefficients.",
      "no-fit": "The chosen columns all say the same. Choose others.",
    },
  },
  controls: {
    source: "Based on",
    sources: {
      auto: "Automatic",
      columns: "Columns of the customer table",
      contracts: "Contracts and exits",
      silence: "Days of silence",
    },
    duration: "Duration",
    event: "Left or not",
    field: "As mapped",
    window: "Churn window",
    windowHint: "0 takes it from your own gaps between orders",
    covariates: "Factors",
    strata: "Compare within",
    noStrata: "Everybody",
  },
  forest: {
    title: "What hastens leaving, and what keeps customers?",
    sub: (p) =>
      `${customers(p.customers)}, ${grouped(p.lost)} left. Dot: risk as a multiple of the comparison; bar: 95% interval. Right leaves sooner, left later; grey cannot be told yet.`,
    subStrata: (p) => `Compared only within the ${grouped(p.count)} kinds of “${p.column}”.`,
    description: (p) =>
      `Hazard ratios of ${grouped(p.terms)} factors with 95% intervals; the clearest is ${p.first}.`,
    same: "no effect",
    times: (p) => `×${p.ratio}`,
    factor: "Factor",
    against: "Compared with",
    ratio: "Hazard ratio",
    lower: "Lower",
    upper: "Upper",
    interval: "95% interval",
    p: "p-value",
    early: "Early",
    late: "Late",
    driftP: "Same over time (p)",
    customers: "Customers",
    lost: "Left",
    lostOf: (p) => `${grouped(p.lost)} of ${grouped(p.customers)}`,
    perStep: (p) => `${p.step} less`,
    openMissing: (p) => `Open the ${customers(p.customers)} that lack a value`,
    unused: (p) => `Columns left out: ${p.list}.`,
    unusedOne: (p) => `${p.column} (${p.reason})`,
    reasons: {
      "one-value": "all the same",
      "many-words": "too many values",
      sparse: "too often missing",
      grows: "grows with time",
      budget: "too few losses for one more",
      collinear: "said by other columns",
    },
  },
  profile: {
    title: "How long would such a customer stay?",
    sub: "Describe a customer and see whether it stays longer than the average. Reckoned from the factors above only, without an interval.",
    answer: (p) =>
      rich`Such a customer is still there after ${p.time} with a chance of ${marked("share", p.share)}; an average one with ${p.average}.`,
    stratum: (p) => `By “${p.column}”`,
    own: "Such a customer",
    average: "Average",
    time: "Time",
    description: (p) => `Survival curve for the profile entered: ${p.share} left after ${p.time}.`,
  },
  how: [
    "Proportional hazards (Cox): each factor multiplies the rate of leaving by a fixed ratio, the others unchanged. Losses at one time are reckoned by Efron's method.",
    "A ratio of 1 is no effect, 2 doubles the rate, 0.5 halves it. Numbers are told for a round step of about one standard deviation; words against the most frequent one.",
    "Same over time: a test on Schoenfeld residuals whether the ratio changes; early and late are the ratios at a tenth and nine tenths of the losses.",
    "Leave out columns that grow with time (total spent, number of orders): who left early has less of them for that reason.",
  ],
  tests: (p) =>
    `All factors together: likelihood ratio χ² = ${p.lr}, Wald ${p.wald}, score ${p.score}, ${grouped(p.df)} degrees of freedom, ${p.p}; log-likelihood ${p.log}.`,
  leftOut: (p) => `${customers(p.customers)} without a duration or an outcome are not counted.`,
  rules: {
    columns: "Who left is as the customer table says.",
    contracts: "Who left is as contracts and exits say.",
    silence: (p) => `Without an order for ${grouped(p.days)} days a customer counts as lost.`,
  },
  cells: {
    missing: "Customers left out of the model for a missing value",
    factor: (p) => `Customers of churn factor ${grouped(p.place)}`,
  },
} satisfies CoxMessages;
