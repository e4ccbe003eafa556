import rules from "./rules-en";
import saving from "./saving-en";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { HealthMessages } from "./zh-Hans";

const customers = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;
const days = (count: number): string => `${grouped(count)} ${count === 1 ? "day" : "days"}`;

export default {
  name: "Health score",
  refusals: {
    "no-customers": "No customer has bought lately, so there is nobody to be warned of.",
  },
  finding: (p) =>
    rich`${marked("danger", customers(p.danger))} on red, with ${marked("money", p.money)} bought in the last year.`,
  findingWatch: (p) => rich`${marked("watch", grouped(p.watch))} more to keep an eye on.`,
  findingWatchOnly: (p) =>
    rich`Nobody is on red; ${marked("watch", customers(p.watch))} to keep an eye on.`,
  findingNone: "All of today's customers are well; nothing to warn of.",
  findingFirst: (p) => `Call ${p.name} first: ${p.reason}.`,
  weak: "In the past this score did not tell who would stop ordering: a reminder, not a forecast.",
  untested:
    "The history is short, or too few stopped ordering, so the score cannot be tested on the past yet.",
  proven: (p) =>
    `Tested on the past: the score of ${p.day} against who ordered nothing in the ${days(p.days)} after, AUC ${p.auc} (95% interval ${p.low} to ${p.high}; 0.5 is guessing, 1 is perfect).`,
  measures: {
    frequency: "Order frequency",
    rhythm: "Order rhythm",
    trend: "Trend of orders and money",
    satisfaction: "Satisfaction",
    complaint: "Complaints",
    arrears: "Arrears",
    contact: "Contact",
    contract: "Contract end",
  },
  reasons: {
    frequency: (p) =>
      `by its past frequency about ${p.share} likely to order in the next ${days(p.days)}`,
    rhythm: (p) =>
      `no order for ${days(p.days)}, by its rhythm, estimated with all others, one every ${grouped(p.gap)}`,
    trend: (p) => `orders and money ${p.share} lower in the last ${days(p.days)} than before`,
    satisfaction: (p) => `satisfaction is low (${grouped(p.level)} of 100)`,
    satisfactionFell: (p) =>
      `satisfaction fell from ${grouped(p.before)} to ${grouped(p.level)} of 100`,
    complaintOpen: (p) =>
      p.cases === 1 ? "1 complaint is open" : `${grouped(p.cases)} complaints are open`,
    complaintRecent: "complained lately",
    arrears: (p) => `an invoice is ${days(p.days)} overdue`,
    contact: (p) =>
      `no contact for ${days(p.days)}, by its estimated rhythm one every ${grouped(p.gap)}`,
    contractSoon: (p) => `the contract ends in ${days(p.days)}`,
    contractPast: (p) => `the contract ended ${days(p.days)} ago`,
    join: "; ",
    none: "a little low all over",
  },
  call: {
    title: "Whom to call today?",
    sub: (p) =>
      `${customers(p.all)} below 70, by points lost times yearly sales; the first ${grouped(p.shown)} here.`,
    caption: "Customers to call first",
    name: "Customer",
    score: "Health",
    change: "Change",
    year: "Yearly sales",
    reasons: "Reasons",
    action: "Save",
    openAll: "Open all",
  },
  bins: {
    title: "How healthy are the customers?",
    sub: (p) => `${customers(p.customers)} today, ${p.mean} on average; 100 is best.`,
    description: "Customers by tens of the score",
    axis: "Health score",
    customers: "Customers",
    range: (p) => `${p.from}–${p.to}`,
  },
  bands: {
    title: "Red, amber, green: do they tell?",
    sub: (p) =>
      `Parted by the score of ${p.day}: the share that ordered nothing in the ${days(p.days)} after.`,
    subNone: "Cannot be tested on the past yet.",
    caption: "Groups of customers and the test on the past",
    band: "Group",
    names: { danger: "Red, below 50", watch: "Amber, 50 to 70", healthy: "Green, 70 and above" },
    short: { danger: "red", watch: "amber", healthy: "green" },
    customers: "Today",
    year: "Yearly sales",
    silent: "Stopped then",
    silentOf: (p) => `${p.share} (${p.low}–${p.high} of ${grouped(p.customers)})`,
  },
  weights: {
    title: "What the score is made of",
    sub: "Weights are yours to change and add up to 100. What a customer lacks is left out, and its weight goes to the others in proportion.",
    caption: "Measures, weights and test",
    measure: "Measure",
    weight: "Weight",
    effective: "In effect",
    known: "Customers that have it",
    low: "Below 50",
    auc: "AUC alone",
    total: (p) => `${grouped(p.total)} in all`,
    scaled: (p) => `${grouped(p.total)} in all, not 100: taken in proportion.`,
    reset: "Back to the first weights",
    window: "Churn window",
    windowHint:
      "Days without an order that count as left; 0 = from your own gaps between orders, shared with “Who will leave”",
    days: "days",
    missing: (p) => `No data yet for: ${p.measures}. They count once imported.`,
  },
  how: {
    score:
      "Health = mean of the measures by weight, over those that the customer has. Each is 0 to 100, 100 is best.",
    frequency:
      "Order frequency: chance of at least one order in the next churn window, by orders so far and the time they took (gamma-Poisson, drawn towards all customers), times 100.",
    rhythm:
      "Order rhythm: days without an order ÷ the customer's own gap (one common gap added): 100 up to once the gap, 0 at three times.",
    trend:
      "Trend: order days and money of the last churn window against the window before; 100 where nothing fell.",
    others:
      "Satisfaction: the latest answers less their fall. Complaints: open 0, solved within the window 60. Arrears: 0 at 60 days overdue. Contact: as order rhythm. Contract: falls from 90 days before its end.",
    rank: "The list is sorted by (100 − health) × sales of the last 365 days.",
  },
  cells: {
    call: "customers with a health score below 70",
    band: (p) => `customers on ${p.name}`,
    score: (p) => `customers with a health score of ${p.from} to ${p.to}`,
    low: (p) => `customers below 50 in ${p.name}`,
  },
  rules,
  saving,
} satisfies HealthMessages;
