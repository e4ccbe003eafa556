import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CoreMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "Core customers",
  finding: (p) =>
    rich`${marked("core", grouped(p.core))} of ${customers(p.customers)} are core customers and bring ${p.share} (by the ${grouped(p.tests)} ${p.tests === 1 ? "test" : "tests"} that the data can take).`,
  findingNone: (p) => rich`None of ${customers(p.customers)} reaches the score of a core customer.`,
  findingKinds: (p) => [
    ...rich`${marked("top", customers(p.top))} ${p.top === 1 ? "brings" : "bring"} half`,
    ...(p.promising === null
      ? []
      : rich`, ${marked("promising", grouped(p.promising))} ${p.promising === 1 ? "is" : "are"} promising`),
    ...(p.fading === null
      ? []
      : rich`, ${marked("fading", grouped(p.fading))} ${p.fading === 1 ? "is" : "are"} fading`),
    ".",
  ],
  by: { profit: "profit", sales: "sales" },
  shareOf: { profit: (p) => `${p.share} of the profit`, sales: (p) => `${p.share} of the sales` },
  noProfit: "The data have no profit, so this is by sales.",
  noTrend: "Fewer than six full months: nobody can say who rises and who falls.",
  missing: (p) =>
    `Not known: ${p.tests}. Their weight goes to the other tests; import their tables and they count.`,
  controls: {
    measure: "By",
    coreScore: "Core from",
    score: "points",
    growth: "Change a year from",
    percent: "%",
  },
  tests: {
    title: "What do the four tests look at?",
    sub: "Each is a place: the share of customers, among those known, that are worse. The weights are yours.",
    caption: "The four tests: measure, customers known, weight, mean place of core customers",
    name: "Test",
    by: "Measured by",
    known: "Known of",
    weight: "Weight",
    share: "Share of score",
    core: "Core customers beat",
    names: {
      business: "Much business",
      pay: "Pays on time",
      service: "Needs little service",
      stay: "Stays",
    },
    bys: {
      profit: "Profit",
      sales: "Sales",
      "late-days": "Mean days late",
      cost: "Cost to serve ÷ sales",
      efforts: "Contacts and complaints ÷ order days",
      days: "Days from first order to last",
    },
    none: "Not known",
    field: (p) => `Weight of ${p.test}`,
  },
  core: {
    title: "Who are the core customers?",
    sub: (p) =>
      p.shown === p.core
        ? `${p.period}, all ${grouped(p.core)}, highest score first.`
        : `${p.period}, the highest ${grouped(p.shown)} of ${grouped(p.core)}.`,
    caption: "Core customers, their score and four places",
    name: "Customer",
    score: "Score",
    amount: { profit: "Profit", sales: "Sales" },
    openAll: "Open all",
    missing: "missing",
  },
  kinds: {
    title: "Who is worth most, and where do they go?",
    sub: (p) =>
      `The ${grouped(p.points)} largest by ${p.by}: ${p.by} across (logarithmic), own change of sales a year upwards (${p.periods}); hollow ones are within their error.`,
    description: (p) =>
      `Value and trend of customers: ${grouped(p.top)} top, ${grouped(p.promising)} promising, ${grouped(p.fading)} fading.`,
    names: { top: "Top", promising: "Promising", fading: "Fading", rest: "The rest" },
    lists: {
      top: (p) => `${customers(p.customers)}, ${p.money} together, half of all. Hold them.`,
      promising: (p) => `${customers(p.customers)}, ${p.money} together, surely rising. Invest.`,
      fading: (p) =>
        `${customers(p.customers)}, ${p.money} together, surely falling. By what a year takes away.`,
    },
    name: "Customer",
    slope: "Change a year",
    interval: "95% interval",
    openAll: "Open all",
    months: (p) => `last ${grouped(p.n)} full months`,
    quarters: (p) => `last ${grouped(p.n)} full quarters`,
    y: "Change a year, of the own mean",
    none: "None.",
    unknown: "too short to say",
  },
  how: {
    score:
      "Score = weighted mean of the places × 100; the weight of a missing test goes to the others; a customer with one test alone has no score.",
    kinds:
      "Fading: in profit, with sales that surely fall. Top: of the others, the largest that make half. Promising: from there to 80%, surely rising.",
    trend:
      "The trend is a straight line through the customer's own sales without the season that all share; sure means beyond its 95% interval and the change set above.",
  },
  cells: {
    core: "Core customers",
    top: "Top customers",
    promising: "Promising customers",
    fading: "Fading customers",
  },
} satisfies CoreMessages;
