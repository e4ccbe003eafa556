import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ProductLifeMessages } from "./zh-Hans";

const some = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
const customers = (count: number): string => some(count, "customer", "customers");
const products = (count: number): string => some(count, "product", "products");

export default {
  name: "Product life cycle",
  refusals: { "no-sales": "There are no sales yet, so no product has a phase." },
  nothingNamed:
    "The orders do not say what was bought: without a product name, number or kind no product has a phase.",
  noMonth: "There is no whole month yet, so no product has a phase.",
  findingDecline: (p) =>
    rich`${marked("declining", products(p.products))} surely ${p.products === 1 ? "declines" : "decline"} (false alarms held to ${p.rate}).`,
  findingExposed: (p) =>
    rich`${marked("exposed", customers(p.customers))} ${p.customers === 1 ? "spends" : "spend"} ${p.share} or more on what declines: ${p.money} in two years.`,
  findingNoExposed: (p) => `No customer spends ${p.share} or more on what declines.`,
  findingNoDecline: (p) =>
    `Of ${products(p.tested)} tested none surely declines (false alarms held to ${p.rate}).`,
  findingUntested: "The time is too short to tell what rises and what declines.",
  findingThin:
    "No product is sold often enough to tell what rises and what declines. Try kinds of products.",
  findingRise: (p) =>
    `${grouped(p.rising)} ${p.rising === 1 ? "is" : "are"} rising, ${grouped(p.fresh)} in introduction.`,
  findingAdoption: (p) =>
    rich`“${p.name}”: ${marked("existing", p.existing)} of the existing customers bought it within 90 days of its launch, and ${p.fresh} of new ones within 90 days of their first order.`,
  unnamed: (p) =>
    `${some(p.lines, "sale line does", "sale lines do")} not say what was bought (${p.share}) and ${p.lines === 1 ? "is" : "are"} left out.`,
  short: (p) =>
    `There are only ${some(p.months, "whole month", "whole months")}. Comparing the same months takes 18 at least; a change of a few products shows after three years.`,
  controls: {
    item: "Tell apart by",
    items: { product: "Product", kind: "Kind" },
    years: "Compare same months of",
    yearUnit: "years",
    exposure: "Depends from a share of",
  },
  phases: {
    title: "How many products are in each phase, and is its task done?",
    sub: "Pick a row to see who bought them in the last 12 months.",
    phase: "Phase",
    rule: "Told by",
    products: "Products",
    sales: "Sales, 12 months",
    share: "Share",
    customers: "Customers",
    task: "Task of the phase",
    kpi: "How it goes",
    names: {
      introduction: "Introduction",
      rise: "Rise",
      maturity: "Maturity",
      decline: "Decline",
      ended: "Ended",
      unsure: "Unsure",
    },
    rules: {
      introduction: "sold for less than 18 months",
      rise: "same months clearly rise",
      maturity: "no clear change",
      decline: "same months clearly fall",
      ended: "no sale for 12 months",
      unsure: "too few sales or too short a time",
    },
    tasks: {
      introduction: "bring buyers back for it",
      rise: "win more first-time buyers",
      maturity: "keep its buyers",
      decline: "move who depends on it to something else",
      ended: "make sure nobody still waits for it",
      unsure: "look again in a few months",
    },
    kpis: {
      introduction: (p) => `${p.value} bought it again`,
      rise: (p) => `${p.value} of buyers are new to it`,
      maturity: (p) => `${p.value} of last year’s buyers kept`,
      decline: (p) => `${p.value} customers depend on it`,
    },
  },
  map: {
    title: "Which products rise, which fall?",
    sub: (p) =>
      `${products(p.shown)}, ${p.from} to ${p.to}; across: the last 12 months against the same months before, upwards: their sales. Pick one for its buyers.`,
    description:
      "Each dot is a product: further right grew more, higher sold more; the colour is the phase.",
    x: "Against same months before",
    y: "Sales, 12 months",
    beyond: (p) => `${p.value} or more`,
    product: "Product",
    phase: "Phase",
    growth: "Against same months before",
    interval: "95% interval",
    level: "Of its best 12 months",
    first: "First sold",
    lines: "Sale lines",
    p: "p value",
    q: "False-alarm rate",
    none: "No product can be compared with the same months before yet.",
  },
  declining: {
    title: "Decline alarm",
    sub: "Products that clearly fall with false alarms held down, by sales of the last 12 months; pick one to see who depends on it.",
    none: "No product surely declines.",
    product: "Product",
    course: "Sales by month",
    courseOf: (p) => `Sales of ${p.name} by month`,
    exposed: "Depend on it",
    money: "They spent on it in two years",
  },
  exposed: {
    title: "Who depends on what declines?",
    sub: (p) =>
      `The ${grouped(p.shown)} that spend most of ${customers(p.all)} still buying and with ${p.share} or more of two years’ spend on declining products; offer them a substitute first.`,
    openAll: "Open all who depend",
    name: "Customer",
    main: "Mostly",
    money: "Spent on these in two years",
    share: "Of all spend",
    last: "Last order",
  },
  adoption: {
    title: (p) => `How fast is “${p.name}” taken up?`,
    sub: (p) =>
      `First sold ${p.day}; ${customers(p.n)} could buy it, ${grouped(p.buyers)} did. Existing customers are counted from the launch, new ones from their first order.`,
    description:
      "Steps show the share of customers that has bought it by each day, one line a group.",
    choose: "Product",
    option: (p) => `${p.name} (${p.day})`,
    days: "Days since they could buy it",
    group: "Customers",
    n: "Could buy",
    adopters: "Bought",
    within90: "Within 90 days",
    adopted: "Share that bought",
    interval: "95% interval",
    atRisk: "Not yet, still in sight",
    groups: {
      existing: "Existing",
      new: "New",
      a: "Existing, grade A",
      b: "Existing, grade B",
      c: "Existing, grade C",
    },
    stop: (p) => `${p.group}, after ${p.days}`,
    compare: {
      sure: (p) => `Existing and new customers take it up at a different pace (log-rank, ${p.p}).`,
      unsure: (p) =>
        `No difference in pace shows between existing and new customers (log-rank, ${p.p}).`,
    },
    grades: {
      sure: (p) => `The grades of existing customers differ (${p.p}).`,
      unsure: (p) => `The grades of existing customers do not show a difference (${p.p}).`,
    },
    tableTitle: "Who takes it up fast?",
    tableSub: "Pick a row for those who have not bought it yet: the next to offer it to.",
    none: "Nothing is new: every product was sold soon after the data begin, or has fewer than 10 buyers.",
  },
  cells: {
    product: "customers that bought the chosen product in the last 12 months",
    phase: (p) => `customers that bought products in “${p.name}” in the last 12 months`,
    exposed: "customers that depend on declining products",
    exposedTo: "customers that depend on the chosen declining product",
    adopted: (p) => `${p.name}: bought the new product`,
    notAdopted: (p) => `${p.name}: have not bought the new product`,
  },
  how: [
    "Whole months only, each compared with the same month of other years, so high and low season are no rise or fall.",
    "Trend by the seasonal Mann–Kendall test: exact without equal values, normal approximation with them.",
    "Many products are tested, so false alarms are held down by Benjamini–Hochberg; what is not sure counts as mature.",
    "Growth is the last 12 months over the same months before, with the 95% interval of a ratio estimate.",
    "Approximate: months are taken as independent; price changes and shortages look like rise and fall too. Returns are not taken off.",
  ],
  howAdoption: [
    "Product-limit (Kaplan–Meier) curves: who has not bought it is seen up to the as-of day.",
    "Existing: ordered in the year before the launch; who had stopped before is left out. Grades by the sales of that year.",
    "The launch is the first day it was sold in the data.",
  ],
} satisfies ProductLifeMessages;
