import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ClustersMessages } from "./zh-Hans";

export default {
  name: "Behaviour groups",
  refusals: {
    "few-customers": "There are too few customers: look at them one by one.",
    "too-alike": "The customers buy so much alike that there are no groups.",
  },
  finding: (p) =>
    rich`By how they buy, ${grouped(p.customers)} customers fall into ${marked("k", `${grouped(p.k)} groups`)}.`,
  findingLargest: (p) =>
    rich`${marked("largest", `${p.name} (${grouped(p.customers)})`)} are ${p.share} of the customers and bring ${p.money} of the money.`,
  findingGone: (p) =>
    rich`${marked("gone", `${p.name} (${grouped(p.customers)})`)} used to buy much and have not come for long: ${p.money} in all.`,
  clarity: {
    clear: "The groups stand well apart.",
    fair: "The groups stand apart, with some customers between them.",
    weak: "Customers pass smoothly from one group to the next: take the groups as a handy cut, not as kinds of customers.",
  },
  unstable:
    "With other customers drawn, none of the cuts is found again reliably. Use them with care.",
  chosen: (p) => `You asked for this number of groups; the data speak for ${grouped(p.best)}.`,
  sampled: (p) =>
    `The number of groups was chosen on ${grouped(p.sampled)} customers drawn at random; all customers were then put into the groups.`,
  number: "Groups",
  auto: "Automatic",
  count: (p) => String(p.k),
  map: {
    title: "Where are the groups?",
    sub: (p) =>
      `Across: days since the last order; up: money a customer; both medians. The area is the number of customers. As of ${p.asOf}.`,
    description: (p) => `Places of ${p.k} groups; ${p.largest} bring the most money.`,
    x: "Days since the last order",
    y: "Money a customer",
  },
  list: {
    title: "What are the customers of each group like?",
    sub: "Medians of the group; pick a row to see its customers.",
    name: "Group",
    customers: "Customers",
    share: "Share of money",
    recency: "Since last order",
    orders: "Orders",
    days: "Order days",
    money: "Money each",
    stability: "Stability",
  },
  levels: {
    recency: { low: "bought lately", middle: "not for a while", high: "not for long" },
    frequency: { low: "seldom", middle: "now and then", high: "often" },
    money: { low: "small sums", middle: "middling sums", high: "large sums" },
  },
  names: {
    recent: {
      high: "Active large customers",
      middle: "Active regulars",
      low: "Recent small customers",
    },
    middle: {
      high: "Slowing large customers",
      middle: "Average customers",
      low: "Occasional customers",
    },
    long: {
      high: "Large customers gone",
      middle: "Customers gone quiet",
      low: "Small customers gone",
    },
  },
  numbered: (p) => `${p.name} ${p.number}`,
  choices: {
    title: "How many groups?",
    sub: "The larger the silhouette, the further apart the groups. Stability: how well they are found again with other customers drawn; 0.75 and above is stable. Pick a row to use it.",
    k: "Groups",
    silhouette: "Silhouette",
    stability: "Stability",
    gap: "Gap statistic",
    shown: "shown",
  },
  cells: { cluster: (p) => `customers of behaviour group ${p.number}` },
  how: [
    "Days since the last order, number of orders and money: logarithms, brought to one scale by median and quartiles; all three count equally.",
    "k-means: each customer as near as possible to the centre of its group; 20 starts for each number of groups, always the same ones.",
    "Automatic: the largest silhouette among the stable numbers of groups.",
    "Names follow the medians of the group: in the upper, middle or lower third of all customers.",
  ],
} satisfies ClustersMessages;
