import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { PartialLossMessages } from "./zh-Hans";

const customers = (count: number): string =>
  count === 1 ? "1 customer" : `${grouped(count)} customers`;

export default {
  name: "Partial loss",
  finding: (p) =>
    rich`In the last ${grouped(p.days)} days ${marked("less", customers(p.customers))} still bought, but less than ${p.ratio} of what is usual for them: ${marked("money", p.money)} less.`,
  findingParts: (p) =>
    rich`${marked("overall", grouped(p.overall))} buy less of everything, ${marked("categories", grouped(p.categories))} less of some categories only.`,
  findingCategories: "All of them in single categories; nothing is seen in their whole.",
  findingStopped: (p) =>
    rich`${marked("stopped", customers(p.customers))} stopped altogether and ${p.customers === 1 ? "is" : "are"} not counted here.`,
  findingNone: (p) =>
    rich`No customer is found to buy less in the last ${grouped(p.days)} days: none of the ${marked("tested", grouped(p.tested))} that can be judged fell beyond chance.`,
  refused: {
    title: "Who buys less cannot be seen yet",
    "short-history": (p) =>
      `The last days are held against earlier ones; that takes ${grouped(p.need)} days of orders, and there are ${grouped(p.have)}. Fewer days can be compared.`,
    "few-orders": (p) =>
      `Too few orders: a customer needs ${grouped(p.need)} order days in all these days before a fall can be told from chance; the most that anybody has is ${grouped(p.have)}. More days can be compared.`,
  },
  cautions: {
    untested: (p) =>
      `Only ${customers(p.tested)} ordered often enough to be judged; of the other ${grouped(p.untested)} a fall would not be seen. Comparing more days judges more of them.`,
    bursts: (p) =>
      `Orders often come in bursts: they vary ${p.times} times as much as by chance, so there are more false alarms than the limit says. Take the list for a lead, not for proof.`,
  },
  controls: {
    windowDays: "Last",
    windows: "Against the",
    days: "days",
    pieces: "spans before",
    ratio: "Below",
    level: "False alarms up to",
    percent: "%",
    category: "Category",
    byKind: "Product kind",
    movement: "Take off what moves with everybody",
  },
  chart: {
    title: "Who buys less?",
    sub: (p) =>
      `The ${grouped(p.shown)} largest falls: circles are what is usual by the customer's own ${grouped(p.pastDays)} days before, dots what came.`,
    moved: (p) =>
      `Earlier customers who still buy have, all together, ${p.movement} of their past order days; that is taken off first.`,
    description: (p) =>
      `Usual money of each customer against what came; the largest fall is ${p.name}, by ${p.money}.`,
    point: (p) => `${p.name} · ${p.category}`,
    expected: "Usual",
    actual: "Actual",
    atRisk: "Less by",
    interval: "95% interval of the fall",
    ratio: "Of the usual",
    ratioInterval: "95% interval of the ratio",
    orders: "Order days",
    expectedOrders: "Usual order days",
    ordersOf: (p) => `${p.orders}, usually ${p.expected}`,
    p: "p value",
    q: "False-discovery rate",
    customer: "Customer",
    category: "Category",
    all: "All",
  },
  list: {
    title: "Customers that buy less",
    sub: (p) =>
      `${p.money} less altogether (95% interval ${p.low} to ${p.high}).${p.lines > p.shown ? ` The first ${grouped(p.shown)} are shown.` : ""}`,
    caption: "Customers with the largest falls",
    mainly: (p) => `All, above all ${p.categories}`,
    openAll: (p) => `Open ${p.customers === 1 ? "this customer" : `these ${grouped(p.customers)}`}`,
  },
  categories: {
    title: "Less of what?",
    sub: "Of those who still buy, who buys less of this category taken alone. What the whole category does is taken off first.",
    caption: "Customers and money that fell, by category",
    customers: "Customers",
    tested: "Judged",
    movement: "The whole category",
  },
  stopped: {
    title: "Customers that stopped",
    sub: (p) =>
      `No order for more than ${grouped(p.days)} days, or none though by their own pace one was long due. Usually they would have bought for ${p.money}.`,
    caption: "Customers that stopped",
    lastDay: "Last order",
    openAll: (p) => `Open ${p.customers === 1 ? "this customer" : `these ${grouped(p.customers)}`}`,
  },
  how: {
    test: (p) =>
      `Each customer is held against itself: the last ${grouped(p.days)} days against ${grouped(p.windows)} spans of that length before (without the first order day; those who came later from the day after it).`,
    exact:
      "A day with orders counts once; whether a fall may be chance is tested exactly, by the conditional binomial test.",
    discovery: (p) =>
      `Among many customers some fall by chance: by Benjamini–Hochberg their share of the list is held to ${p.level}.`,
    atRisk: (p) =>
      `Less by = usual money − actual money. Listed are those below ${p.ratio} of the usual; of a customer listed as a whole the money of categories is not counted again.`,
    movement: (p) =>
      `What everybody buys less (season, market) is no customer's own loss: all who still buy are at ${p.movement} of their past, and the usual is lowered by that, never raised.`,
    tested: (p) =>
      `Tested are those of whom not one order would be rarer than 5% by chance: ${customers(p.tested)} and ${grouped(p.pairs)} pairs of customer and category.`,
    noCategory: "The data have no categories, so each customer is seen as a whole.",
    unnamed: (p) => `${grouped(p.lines)} lines name no category and count in the whole only.`,
  },
  cells: {
    less: "customers that buy less",
    overall: "customers that buy less of everything",
    categories: "customers that buy less of some categories",
    stopped: "customers that stopped",
    tested: "customers that can be judged",
    line: (p) => `the customer with fall no. ${grouped(p.place)}`,
    category: (p) => `customers that buy less of category no. ${grouped(p.place)}`,
  },
} satisfies PartialLossMessages;
