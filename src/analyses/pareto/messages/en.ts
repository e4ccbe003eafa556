import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ParetoMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "Concentration",
  measures: { sales: "sales", net: "net sales", profit: "gross profit" },
  finding: (p) =>
    rich`The top ${marked("top", p.ratio)} of customers (${grouped(p.customers)}) bring 80% of ${p.measure}.`,
  findingTop: (p) => `The largest 20% hold ${p.share}.`,
  findingBefore: (p) => `In the period before it took the top ${p.ratio} to reach 80%.`,
  curve: {
    title: "Who carries us?",
    sub: (p) => `${customers(p.customers)} added up by ${p.measure}, largest first, ${p.period}.`,
    amountBenchmark: (p) =>
      `A, B and C hold of ${p.measure}: benchmark ${p.expected}, actual ${p.actual}.`,
    customerBenchmark: (p) =>
      `A, B and C hold of the customers: benchmark ${p.expected}, actual ${p.actual}.`,
    description: (p) =>
      `Cumulative curve: the top ${p.ratio} of customers bring 80% of ${p.measure}, the largest 20% hold ${p.share}.`,
    mark: (p) => `${p.ratio} of customers → 80% of ${p.measure}`,
    pointTitle: (p) => `Top ${p.ratio} (${customers(p.customers)})`,
    cumulative: "Cumulative share",
    grade: "Grade",
    customers: "Customers",
    customerShare: "Share of customers",
  },
  grades: {
    title: "How far are the grades from the benchmark?",
    caption: "Customers, amount, shares and benchmark of each grade",
    grade: "Grade",
    name: { a: "Grade A", b: "Grade B", c: "Grade C" },
    customers: "Customers",
    customerShare: "Cust. %",
    amount: "Amount",
    amountShare: "Amount %",
    benchmark: "Benchmark",
    distance: "Distance",
    from: "Smallest",
    total: (p) => `${p.cut}. Compared with the benchmark, ${p.distance} lies in another grade.`,
  },
  readings: {
    caption: "Customers and share of the amount by each way of grading",
    cut: "Other ways of grading",
    grade: (p) => `${grouped(p.customers)} · ${p.share}`,
  },
  cutLabel: "Grading",
  cuts: {
    "rank-15-35-50": "By customers, 15/35/50",
    "rank-20-30-50": "By customers, 20/30/50",
    "cumulative-50-80": "By amount, 50/80",
    "cumulative-80-95": "By amount, 80/95",
  },
  measureLabel: "Measure",
  lorenz: {
    title: "How unequal are they?",
    sub: (p) =>
      `Gini ${p.gini}; as concentrated as ${p.effective} equal customers would be (there are ${grouped(p.customers)}).`,
    description: (p) => `Lorenz curve, Gini ${p.gini}; the deeper the bend, the more unequal.`,
    equal: "All equal",
    pointTitle: (p) => `Smallest ${p.ratio} of customers`,
    share: (p) => `Share of ${p.measure}`,
    customers: "Share of customers, smallest first",
  },
  deciles: {
    title: "Is there an average customer?",
    sub: (p) =>
      `The mean is ${p.mean}, more than ${p.above} of customers buy; the one in the middle buys ${p.median}.`,
    description: "Customers in order of amount: the amount at every tenth, with the mean marked.",
    mean: (p) => `Mean ${p.amount}`,
    pointTitle: (p) => `${p.percent} quantile`,
    position: "Quantile",
    amount: "Amount",
  },
  how: {
    formula:
      "Customers are sorted by amount, largest first; the share of the first k is their sum over the sum of all. Grades by customers end where rank ÷ customers passes the cut; grades by amount end where the cumulative share reaches it, the crossing customer included.",
    gini: "Gini: 0 when all are equal, towards 1 the more concentrated. Equal customers = (sum of amounts)² ÷ sum of squares.",
    basis: (p) =>
      `Basis: ${customers(p.customers)} with a sale, ${grouped(p.lines)} sale lines, ${p.period}.`,
    leftOut: (p) =>
      `Left out: ${grouped(p.returned)} return, ${grouped(p.cancelled)} cancelled and ${grouped(p.free)} free lines; ${customers(p.idle)} without a sale in this time.`,
    netted: (p) => `Returns and cancellations of ${p.amount} are taken off.`,
    nonPositive: (p) =>
      `${customers(p.customers)} with an amount of zero or less (together ${p.amount}) come last and weigh nothing in shares.`,
    profitMissing: (p) =>
      `${grouped(p.lines)} lines have no profit; ${customers(p.customers)} without any known profit are not ranked.`,
  },
  refusals: {
    "no-sales": "No customer bought anything in this time. Choose another period or fewer filters.",
    "profit-missing":
      "The data have neither profit nor cost, so customers cannot be ranked by profit. Map a cost or profit column on import.",
    "nothing-positive": "No customer’s amount is above zero, so there are no shares to show.",
  },
} satisfies ParetoMessages;
