import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { XyzMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "ABC-XYZ and stability of grades",
  finding: (p) =>
    rich`${marked("x", customers(p.x))} buy steadily, with ${p.share} of the money; ${marked("z", customers(p.z))} erratically, with ${p.zShare}.`,
  findingNone: "Fewer than six full months: nobody can say yet who buys steadily.",
  findingStable: (p) =>
    rich`${p.share} of customers keep their grade under other cuts, a month earlier and with other months; ${marked("borderline", customers(p.borderline))} stand on a border.`,
  controls: {
    steady: "Steady: variation below",
    erratic: "Erratic: above",
    cut: "Cut",
  },
  cuts: {
    "rank-15-35-50": "By rank 15/35/50",
    "rank-20-30-50": "By rank 20/30/50",
    "cumulative-50-80": "By amount 50/80",
    "cumulative-80-95": "By amount 80/95",
  },
  grade: { a: "A", b: "B", c: "C" },
  demand: { x: "X steady", y: "Y wavering", z: "Z erratic", none: "Too short" },
  matrix: {
    title: "Who is large and steady?",
    sub: (p) =>
      `${p.periods}, without the season; median coefficient of variation ${p.median}. The darker, the more money.`,
    subNone: "Fewer than six full months: everybody is too short to say.",
    description: (p) =>
      `Nine cells of value and steadiness: ${grouped(p.x)} steady, ${grouped(p.y)} wavering, ${grouped(p.z)} erratic.`,
    cell: (p) => `${p.grade} · ${p.demand}`,
    heads: (p) => grouped(p.customers),
    customers: "Customers",
    amount: { sales: "Sales", profit: "Profit" },
    share: "Share",
    grade: "Grade",
    demand: "Demand",
    months: (p) => `Last ${grouped(p.n)} full months`,
    quarters: (p) => `Last ${grouped(p.n)} full quarters`,
    young: (p) =>
      `${customers(p.customers)} of them for fewer than six months (quarters): too short to say.`,
    advice: "Plan stock for AX, talk about each order of AZ, hold no stock for CZ.",
  },
  trials: {
    title: "How stable are the grades?",
    sub: (p) =>
      `Three trials: cuts moved by 5%, a month earlier, and the months drawn again ${grouped(p.draws)} times (stable: the same in 80% of them).`,
    subNone: "Three trials: cuts moved by 5%, a month earlier, and other months drawn.",
    caption: "Share of customers whose grade stays, by trial",
    name: "Trial",
    names: { cut: "Cuts ±5%", window: "A month earlier", draws: "Months drawn again" },
    all: "All",
    changed: "Change",
    missing: {
      cut: "any data will do",
      window: "needs the period of the page and earlier data",
      draws: "needs three months or more",
    },
  },
  border: {
    title: "Who stands on a border?",
    sub: (p) =>
      p.shown === p.customers
        ? `All ${grouped(p.customers)}, the largest first.`
        : `The largest ${grouped(p.shown)} of ${grouped(p.customers)}.`,
    none: "Nobody.",
    caption: "Customers on a border, their grade and what the draws gave",
    name: "Customer",
    grade: "Grade",
    trials: "Changes under",
    chances: "Drawn A/B/C",
    openAll: "Open all",
  },
  how: [
    "ABC: the grades by value, exactly those of Concentration.",
    "XYZ: standard deviation over mean (coefficient of variation) of what a customer bought in each period since its first order; quarters where most buy less than once a month. With two years of data the season that all share is taken out.",
    "A month without an order is 0; fewer than six periods say nothing.",
    "Draws: the months of the period are drawn again with replacement, the same for all customers, and graded in the same way.",
  ],
  cells: {
    demand: (p) => `Demand ${p.demand}`,
    cell: (p) => `${p.grade}, ${p.demand}`,
    borderline: "On the border of a grade",
    changed: (p) => `Grade changes: ${p.trial}`,
  },
} satisfies XyzMessages;
