import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { RenewalsMessages } from "./zh-Hans";

const customers = (count: number) => `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;

const messages: RenewalsMessages = {
  name: "Contract renewals",
  finding: (p) =>
    rich`Of ${marked("all", customers(p.customers))} with contracts, ${marked("first", p.rate)} renew the first time they are asked (95% interval ${p.interval}).`,
  findingLater: (p) =>
    `After ${grouped(p.renewals)} ${p.renewals === 1 ? "renewal" : "renewals"} it is ${p.rate} the next time: those who leave easily left first; nobody need have become more loyal.`,
  findingValue: (p) =>
    rich`From their next renewal on, the ${marked("staying", customers(p.customers))} still there should bring ${p.amount}${p.interval === null ? "" : ` (95% interval ${p.interval})`}.`,
  gaps: {
    "no-source":
      "There are no contracts, and no columns that say how long customers stayed and whether they left. Import a table of contracts, or choose two columns.",
    "no-contracts":
      "There is no table of contracts. For customers who just order, see “Future value”; with contracts or subscriptions, import the table of contracts.",
    "no-duration": "No column of numbers says how long customers stayed. Choose one.",
    "no-event": "No column says whether customers left. Choose one.",
    "event-unclear":
      "It cannot be told which value of this column means that a customer left. Choose another.",
    "no-orders": "There are no records up to the as-of date.",
    "no-window": "There are no records up to the as-of date.",
    "few-customers": (p) =>
      `Only ${customers(p.customers)} with a contract, fewer than 30: what happened is shown, the future is not computed.`,
    "nobody-left": "Nobody has left yet, so there is no telling how renewal will change.",
    "nobody-renewed": "Nobody has renewed yet, so there is no telling how renewal will change.",
  },
  cautions: {
    boundary:
      "Customers differ too little for these data to show: take renewal as equal for all; there is no interval.",
    "not-converged": "The model did not settle; take what it says as a rough guide only.",
    high: (p) =>
      `A model of one period ago expected ${grouped(p.low)} to ${grouped(p.high)} of ${customers(p.asked)} to renew; ${grouped(p.kept)} did, fewer: what follows is on the optimistic side.`,
    low: (p) =>
      `A model of one period ago expected ${grouped(p.low)} to ${grouped(p.high)} of ${customers(p.asked)} to renew; ${grouped(p.kept)} did, more: what follows is on the cautious side.`,
  },
  periodLabel: "Renewed",
  periodChoice: (p) => `Renewed: ${p.period.toLowerCase()}`,
  periods: {
    auto: "Automatic",
    month: "Every month",
    quarter: "Every quarter",
    year: "Every year",
  },
  unitName: { month: "month", quarter: "quarter", year: "year", unit: "period" },
  durationLabel: "Time as a customer",
  eventLabel: "Left or not",
  mapped: "The mapped column",
  discountLabel: "Discount a year",
  title: "How does renewal change with each time?",
  sub: (p) =>
    `Dots: observed rate with its 95% interval; curve: the model. ${grouped(p.asked)} renewals due in all${p.out > 0 ? `; ${customers(p.out)} with incomplete data left out` : ""}.`,
  subPlain: (p) =>
    `Dots: observed rate with its 95% interval. ${grouped(p.asked)} renewals due in all${p.out > 0 ? `; ${customers(p.out)} with incomplete data left out` : ""}.`,
  description: "Rate of renewal by how often it was asked: observed dots, intervals and the model.",
  axis: "Renewal",
  point: (p) => `Renewal ${grouped(p.renewal)}`,
  asked: "Due",
  kept: "Renewed",
  rate: "Rate",
  low: "Lower end",
  high: "Upper end",
  interval: "95% interval",
  expected: "Model",
  staying: "Stayed throughout",
  expectedStaying: "Stayed throughout (model)",
  stake: {
    title: "Whom to see before the next renewal?",
    sub: (p) =>
      `The ${grouped(p.shown)} that matter most of ${customers(p.staying)} still there: chance of not renewing × money lost with it.`,
    subPlain: (p) =>
      `The ${grouped(p.shown)} least likely to renew of ${customers(p.staying)} still there; without amounts, only the chance counts.`,
    caption: "Customers that matter most at their next renewal",
    openAll: "Open all still there",
    name: "Customer",
    renewals: "Renewals so far",
    times: (p) => grouped(p.count),
    chance: "Renews next time",
    fee: (p) => `A ${p.unit}`,
    worth: "Still to come",
  },
  how: [
    "The time of each customer is counted in renewals: leaving within a period counts as not renewing at its end. A contract that ran out less than 30 days ago is not lost yet.",
    "Model (shifted beta-geometric): every customer leaves at each renewal with a chance that stays the same, but differs between customers as a beta distribution. So the rate of the whole group rises with every renewal.",
    "Still to come = money a period × expected number of further periods (discounted to the next renewal; the period after it counts in full). The interval is from the uncertainty of the parameters.",
  ],
  howModel: (p) => `α = ${p.alpha}, β = ${p.beta}, log-likelihood ${p.logLikelihood}.`,
  howCheck: (p) =>
    `Check: from the data of one period ago, ${grouped(p.expected)} of ${customers(p.asked)} were expected to renew; ${grouped(p.kept)} did.`,
  howFee: (p) =>
    `${customers(p.customers)} still there pay nobody knows what; they are not in the total.`,
  howNotAsked: (p) => `${customers(p.customers)} have not been asked yet.`,
};
export default messages;
