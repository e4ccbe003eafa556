import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { DisagreementMessages } from "./zh-Hans";

export default {
  name: "Scores that disagree",
  finding: (p) =>
    rich`Of ${grouped(p.customers)} customers, ${marked("any", grouped(p.odd))} (${p.share}) have scores that contradict each other.`,
  findingNone: (p) =>
    rich`The scores of ${grouped(p.customers)} customers go together; none contradicts another plainly.`,
  findingMinor: rich`The money in it is small everywhere: nothing to plan for.`,
  mains: {
    "big-loss": (p) =>
      rich`What matters most: ${marked("main", grouped(p.customers))} sell much and lose money, ${p.stake} together.`,
    "big-silent": (p) =>
      rich`What matters most: ${marked("main", grouped(p.customers))} of grade A have fallen silent, with ${p.share} of the sales.`,
    "big-fading": (p) =>
      rich`What matters most: ${marked("main", grouped(p.customers))} of grade A have little to come, with ${p.share} of the sales.`,
    "small-promising": (p) =>
      rich`What matters most: ${marked("main", grouped(p.customers))} are grade C now and are to bring ${p.stake}.`,
    "small-profitable": (p) =>
      rich`What matters most: ${marked("main", grouped(p.customers))} are grade C by sales and earned ${p.stake}.`,
    "small-active": (p) =>
      rich`What matters most: ${marked("main", grouped(p.customers))} come often and buy little, ${p.stake} together.`,
  },
  controls: { months: "Looking ahead", monthsUnit: "months" },
  odd: {
    title: "Where do the scores disagree, and what to do?",
    sub: "By the share of all money at stake; below 1% a line is grey and needs no plan. Open a line to see its customers.",
    caption: "Customers, money at stake and what to do for each disagreement",
    what: "Disagreement",
    customers: "Customers",
    stake: "At stake",
    todo: "What to do",
    none: "No customer with scores that disagree.",
    names: {
      "big-loss": "Sells much, loses money",
      "big-silent": "Bought much, has gone silent",
      "big-fading": "Large so far, little to come",
      "small-promising": "Small now, large to come",
      "small-profitable": "Sells little, earns much",
      "small-active": "Comes often, buys little",
    },
    stakes: {
      "big-loss": (p) => `loss of ${p.money}`,
      "big-silent": (p) => `sales of ${p.money}`,
      "big-fading": (p) => `sales of ${p.money}`,
      "small-promising": (p) => `${p.money} expected`,
      "small-profitable": (p) => `profit of ${p.money}`,
      "small-active": (p) => `sales of ${p.money}`,
    },
    share: (p) => `${p.stake} (${p.share})`,
    todos: {
      "big-loss":
        "Look at price, discounts and returns one by one; failing that, stop treating them as key customers.",
      "big-silent": "Call this week and ask why they stay away.",
      "big-fading": "Their rhythm is going down: find out why while they still buy.",
      "small-promising":
        "New and in good rhythm: give them a person, not the small-customer treatment.",
      "small-profitable": "Better in profit than in size: hold the price, try to sell more.",
      "small-active": "Many small orders: offer sets and full boxes, or set a minimum.",
    },
  },
  top: {
    title: (p) => `First of all: ${p.odd}`,
    sub: (p) => `The ${grouped(p.shown)} with the most money, of ${grouped(p.customers)}.`,
    name: "Customer",
    sales: "Sales",
    profit: "Profit",
    future: "To come",
    all: "Open all",
  },
  matrices: {
    activity: {
      title: "Do the large ones still come?",
      levels: { active: "active", middling: "in between", silent: "silent" },
    },
    future: {
      title: "Will the large ones stay large?",
      levels: { a: "A to come", b: "B to come", c: "C to come" },
    },
    profit: {
      title: "Do the large ones earn money?",
      levels: { a: "profit A", b: "profit B", c: "profit C", loss: "loss" },
    },
    sub: (p) => `${grouped(p.customers)} customers; ${p.words}. Framed cells disagree.`,
    agreements: {
      strong: "both scores go together",
      some: "both scores go together somewhat",
      weak: "each score says something of its own",
      none: "the scores cannot be compared",
    },
    rho: (p) => `${p.words} (rank correlation ${p.rho})`,
    description: (p) => `${p.title} Grades A, B and C by sales, across the other score.`,
    grade: (p) => `Grade ${p.grade}`,
    cell: (p) => `Grade ${p.grade} × ${p.level}`,
    customers: "Customers",
    sales: "Sales",
    odd: "Disagreement",
    gradeColumn: "Grade",
    levelColumn: "Other score",
  },
  gaps: {
    "no-profit":
      "Without profit or cost nobody knows who loses money. Import orders with either to see it.",
    "few-customers": "Fewer than 30 customers: what is to come cannot be estimated.",
    "few-repeaters": "Fewer than 10 customers came back: what is to come cannot be estimated.",
    "no-fit":
      "The rhythm of buying in these data fits no model, so nothing is said of what is to come.",
  },
  how: {
    grades:
      "Grade: by sales of this time, the first 15% of customers are A, the next 35% B, the others C.",
    activity:
      "Active: champions, loyal and potential of the eleven RFM segments; silent: about to sleep, at risk, cannot lose, hibernating, lost; the others in between. Over the whole history.",
    future: (p) =>
      `To come: money of the next ${grouped(p.months)} months by BG/NBD and gamma-gamma, graded alike; the method of the section on future value, without a discount.`,
    profit:
      "Profit: A, B, C by known profit; those below zero are apart. Cost to serve is not in it: see the section on profit.",
    corners: "Only corners count: neighbours may differ by the accident of a cut.",
    agreement: "Agreement: Spearman’s rank correlation, 1 for the same order, 0 for none.",
  },
  cells: {
    any: "customers with scores that disagree",
    at: (p) => `customers: ${p.cell}`,
  },
  refusals: {
    "few-customers":
      "Fewer than 20 customers bought in this time, too few to grade. Choose a longer period, or all history.",
  },
} satisfies DisagreementMessages;
