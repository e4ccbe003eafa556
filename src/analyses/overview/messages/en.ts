import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { OverviewMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  quiet: (p) =>
    rich`${marked("strong", customers(p.customers))} ordered in ${p.period}; nothing changed beyond chance. `,
  more: "Also worth knowing",
  findings: {
    concentration: (p) =>
      rich`The top ${marked("open", `${p.share} of customers (${grouped(p.customers)})`)} bring 80% of sales. `,
    "buying-less": (p) =>
      rich`${marked("bad", `${customers(p.count)} ${p.count === 1 ? "is" : "are"} buying less`)}, ${marked("badText", p.amount)} at stake over the next 12 months. `,
    movement: (p) =>
      rich`${p.period}: ${grouped(p.new)} new, ${grouped(p.wonBack)} won back, ${marked("open", `${grouped(p.lost)} gone quiet`)}, ${
        p.net === 0
          ? "no change on balance. "
          : `net ${p.net > 0 ? "+" : "−"}${grouped(Math.abs(p.net))}. `
      }`,
    "sales-changed": (p) =>
      rich`Sales ${p.rose ? "rose" : "fell"} ${marked(p.rose ? "rise" : "fall", p.change)} on the period before (${p.before} → ${p.now}), more than chance explains. `,
    "retention-changed": (p) =>
      rich`Retention ${p.rose ? "rose" : "fell"} to ${marked("open", p.share)}, ${marked(p.rose ? "rise" : "fall", p.points)} ${p.rose ? "above" : "below"} a year ago; the difference is significant. `,
    dependence: (p) =>
      rich`A single customer, ${marked("customer", p.name)}, makes ${marked("badText", p.share)} of sales. `,
    overdue: (p) =>
      rich`${marked("open", `${grouped(p.count)} important ${p.count === 1 ? "customer" : "customers"}`)} silent beyond their usual gap, ${p.amount} of sales this period. `,
    returns: (p) =>
      rich`${marked("open", customers(p.count))} return far more than average (${p.share} of all lines): ${p.amount} returned. `,
    "loss-making": (p) =>
      rich`${marked("open", customers(p.count))} make a gross loss, ${p.amount} in all. `,
  },
  figures: {
    profit: (p) => `Profit · gross, ${p.period}`,
    sales: (p) => `Profit · sales, ${p.period}`,
    retention: (p) => `Loyalty · retention, ${p.period}`,
    active: (p) => `Reach · ordering customers, ${p.period}`,
    thisPeriod: "this period",
    months: (p) => `last ${p.months} months`,
    versus: "on the period before",
    versusYear: "on a year ago",
    noBefore: "The data do not cover the period before",
    margin: (p) => `margin ${p.margin}`,
    salesLine: (p) => `sales ${p.amount}`,
    significant: "significant",
    notSignificant: "not significant",
    untested: "too few customers to test",
    n: (p) => `n = ${grouped(p.n)}`,
    repeat: (p) => `${p.share} ordered twice or more`,
    perCustomer: (p) => `${p.amount} per customer`,
    trend: (p) => `Trend from ${p.from} to ${p.to}`,
    howSales:
      "Sale lines only; returns, cancellations and free goods are listed apart. Significance: the differences of all customers that bought in either period, two-sided, p below 0.05.",
    howProfit:
      "Gross profit of the sale lines whose profit is known; the margin divides by the sales of those lines. Lines without a cost are left out, not counted as zero.",
    howRetention:
      "Retention = of the customers of the period before, the share that bought again in this one; Wilson 95% interval in brackets; compared with a year ago by the two-proportion test.",
    howActive:
      "Customers with at least one sale line in the period; two or more order days make a repeat customer.",
  },
  carriers: {
    title: "Who carries the business?",
    sub: (p) =>
      `${customers(p.n)} by sales, largest first: A 15%, B 35%, C 50%. Benchmark 50/30/20, here ${p.a}/${p.b}/${p.c}.`,
    label: (p) => `${p.share} of customers → 80% of sales`,
    description: (p) => `Cumulative curve: ${p.share} of customers bring 80% of sales.`,
    how: "Customers ranked by sales of the period; the curve adds them up. A, B and C are the top 15%, the next 35% and the last 50% by rank; the benchmark is the one of the course material.",
    customerShare: "Share of customers",
    salesShare: "Share of sales",
    grade: (p) => `Grade ${p.grade}`,
    customers: "Customers",
    openAll: "Open Value",
  },
  ledger: {
    title: "Are we gaining or losing customers?",
    sub: (p) => `${p.from} to ${p.to}: new, won back and gone quiet, by ${p.grain}.`,
    description: (p) =>
      `Customer ledger of ${p.periods} ${p.grain}s: new and won back above the zero line, gone quiet below.`,
    how: {
      month:
        "Opening + new + won back − quiet = closing. Active means a sale in the month; quiet: active in the month before and not in this one; won back: quiet before, buying again. By month, as most customers usually order again within one. Hatched months are not over.",
      quarter:
        "Opening + new + won back − quiet = closing. Active means a sale in the quarter; quiet: active in the quarter before and not in this one; won back: quiet before, buying again. By quarter, as most customers usually take longer than a month to order again: by month, many would count as quiet before their time. Hatched quarters are not over.",
    },
    periods: { month: "Month", quarter: "Quarter" },
    opening: "Opening",
    new: "New",
    wonBack: "Won back",
    lost: "Gone quiet",
    closing: "Closing",
    running: "not over",
  },
  lists: {
    buyingLess: "Customers buying less",
    buyingLessSub: (p) =>
      `${grouped(p.count)} of the ${grouped(p.judged)} that can be judged, by the money at stake.`,
    nobodyLess: (p) =>
      `Of the ${grouped(p.judged)} customers that can be judged, none fell beyond chance.`,
    howLess:
      "Order days of the last 90 days against the customer's own pace of the year before, the season of all customers taken out: a fall beyond chance (false discovery rate at most 10%) and sales per day down to 60% or less. At stake: 12 months at the old pace minus 12 at the present one.",
    call: "Whom to call today",
    callSub: (p) =>
      `${grouped(p.count)} of grade A and B have been silent for twice their usual gap.`,
    nobodyOverdue: "All customers of grade A and B are within their usual gap.",
    howCall:
      "Four or more order days, silent for at least twice the median of the own gaps and longer than nine in ten of them; by sales of the period.",
    returns: "Customers with many returns",
    returnsSub: (p) =>
      `${p.share} of all lines are returns; these customers have significantly more.`,
    howReturns:
      "Returned and cancelled lines of the customer against everybody's share: exact binomial test, false discovery rate at most 10%, and at least twice the share.",
    customer: "Customer",
    sales: "Sales",
    change: "vs own past",
    silent: "Silent for",
    usual: (p) => `${p.days} / usual ${p.usual}`,
    amount: "At stake",
    returned: "Returned",
    all: (p) => `All ${grouped(p.count)}`,
    overdueBy: (p) => `silent for ${p.days}, usually ${p.usual}`,
  },
  refusal: "There are no sale lines to work with yet.",
} satisfies OverviewMessages;
