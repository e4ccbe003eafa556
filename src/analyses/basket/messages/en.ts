import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { BasketMessages } from "./zh-Hans";

export default {
  name: "What goes together",
  refusals: {
    "no-sales": "There are no sales in this time, so nothing can be said of what goes together.",
  },
  nothingNamed:
    "The orders do not say what was bought: without a product name, product number or category nothing can be said of what goes together.",
  finding: (p) =>
    rich`Of those that buy “${p.given}”, ${marked("rule", p.share)} also buy “${p.then}”: ${marked("lift", `${p.times} times`)} what chance would give.`,
  findingRules: (p) =>
    rich`${marked("rules", p.rules === 1 ? "1 pair" : `${grouped(p.rules)} pairs`)} in all ${p.rules === 1 ? "goes" : "go"} together beyond chance.`,
  findingNone: (p) => `Of ${grouped(p.pairs)} pairs compared none goes together beyond chance.`,
  findingTooFew: (p) =>
    `No two things were bought ${grouped(p.count)} times or more each, so nothing can be compared yet.`,
  findingOffers: (p) =>
    rich`${marked("offers", p.offers === 1 ? "1 customer" : `${grouped(p.offers)} customers`)} bought the one and never the other.`,
  findingSegment: (p) =>
    rich`The largest difference is ${p.segment}: “${p.item}” comes up ${marked("index", `${p.times} times`)} as often as with all.`,
  unnamed: (p) =>
    `${grouped(p.lines)} sale lines (${p.share}) do not say what was bought and are not counted.`,
  raised: (p) =>
    `There are too many possible pairs; the least count was raised to ${grouped(p.count)}.`,
  controls: {
    item: "Tell apart by",
    items: { product: "Product", kind: "Category" },
    column: "Another column",
    noColumn: "None",
    per: "Bought together",
    pers: { order: "In one order", customer: "By one customer" },
    minCount: "Together at least",
    minUnits: { order: "orders", customer: "customers" },
    segments: "Groups of customers",
    segmentChoices: { grade: "ABC grades", rfm: "RFM segments" },
    by: "By a customer column",
    rankBy: "Order",
    ranks: { lift: "Lift", extra: "How many more" },
  },
  rules: {
    title: "What is bought with what?",
    sub: {
      order: (p) =>
        `${grouped(p.rules)} pairs beyond chance in ${grouped(p.orders)} orders, ${grouped(p.shown)} drawn; click one for the customers with both.`,
      customer: (p) =>
        `${grouped(p.rules)} pairs beyond chance among ${grouped(p.orders)} customers, ${grouped(p.shown)} drawn; click one for the customers with both.`,
    },
    none: "No pair goes together beyond chance.",
    description:
      "Each dot is a pair: further right is bought together more often, higher is further beyond chance.",
    together: { order: "Orders with both", customer: "Customers with both" },
    lift: "Lift",
    tableTitle: "The strongest pairs",
    tableSub:
      "A lift of 1 is chance. Click a row for the customers with the first and without the second.",
    given: "Bought",
    then: "Also buys",
    count: "Together",
    customers: "Customers",
    support: "Support",
    confidence: "Confidence",
    interval: "95% interval",
    extra: "More than chance",
    p: "p",
    q: "False-discovery rate",
    candidates: "Without it yet",
    times: (p) => `${p.times}×`,
    point: (p) => `${p.given} → ${p.then}`,
  },
  segments: {
    title: "What does each group buy?",
    sub: {
      order:
        "The share of the group's orders that hold it, indexed to all orders: 100 is like all. Pale cells may be chance.",
      customer:
        "The share of the group's customers who bought it, indexed to all customers: 100 is like all. Pale cells may be chance.",
    },
    narrow: (p) => `The ${p.shown} largest groups; the table has the others.`,
    description:
      "Matrix of things and groups of customers; the colour is the share of buyers against all.",
    item: "Product",
    all: "All",
    index: "Index",
    share: { order: "Orders of the group with it", customer: "Customers of the group with it" },
    overall: { order: "All orders with it", customer: "All customers with it" },
    customers: "Customers",
    money: "Sales",
    unsure: "May be chance",
    grade: (p) => `${p.grade} customers`,
  },
  next: {
    title: "After the first purchase of this, what comes next?",
    sub: "First purchases only. Of the customers who went on to something new, the share whose next step was this.",
    none: "No customer has bought different things one after the other.",
    from: "First bought",
    then: "Next bought",
    one: (p) => `${p.name} ${p.share} (${p.times}×)`,
    few: "Too few customers for a share",
    followed: "Went on",
    days: "Days between (median)",
    waiting: "Nothing new yet",
  },
  offers: {
    title: "What to offer to whom?",
    sub: (p) =>
      `${grouped(p.all)} customers bought one thing and not the other that goes with it; ${grouped(p.shown)} are listed. The order goes by how much likelier than usual and the amount; it is not a forecast. Click one for details.`,
    none: "There is nobody to offer anything to.",
    openAll: "Open all of them",
    name: "Customer",
    offer: "Offer",
    reason: "Reason",
    because: (p) => `Bought “${p.because}”; ${p.share} of its buyers also buy it`,
    lift: "Lift",
    money: "About",
    last: "Last order",
  },
  cells: {
    rule: (p) => `customers with both of pair ${p.number}`,
    offer: (p) => `customers with one of pair ${p.number} and not the other`,
    offers: "customers with something to offer",
    segment: "customers of a group who bought a certain thing",
    then: "customers who bought one thing and then the other",
    waiting: "customers who bought nothing new since",
  },
  how: [
    "Support: share of all with both. Confidence: of those with the first, how many have the second. Lift: confidence ÷ share of all with the second; 1 is chance.",
    "p is Fisher's exact test. Many pairs are tried, so the false-discovery rate is held to 5% (Benjamini–Hochberg), with every possible pair counted as a test.",
    "At least three customers must do so; the habit of one customer is no rule.",
    "Orders of one customer are not independent, so customers with many orders make a pair look surer. Count by customer to see.",
  ],
  lines: (p) =>
    `From ${grouped(p.lines)} sale lines and ${grouped(p.items)} things; the ${grouped(p.frequent)} with at least ${grouped(p.count)} are compared with each other. Returns are not taken off.`,
} satisfies BasketMessages;
