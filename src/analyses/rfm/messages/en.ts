import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { RfmMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "RFM segments",
  segments: {
    champions: { name: "Champions", advice: "Bought lately, often and much: reward, ask to refer" },
    loyal: { name: "Loyal", advice: "Buy often and spend well: offer new products, membership" },
    potential: {
      name: "Potential loyalists",
      advice: "Bought lately, modest in number and size: suggest more",
    },
    new: {
      name: "New",
      advice: "Just bought, few and small orders: help them start, win the next",
    },
    promising: {
      name: "Promising",
      advice: "Bought not long ago, few and small orders: stay in touch",
    },
    attention: { name: "Need attention", advice: "Middling and cooling: a reason to act now" },
    sleeping: { name: "About to sleep", advice: "Away for a while, small: wake with favourites" },
    "at-risk": { name: "At risk", advice: "Used to buy often, long away: a personal call" },
    "cannot-lose": { name: "Cannot lose", advice: "Used to buy most, long away: visit at once" },
    hibernating: { name: "Hibernating", advice: "A little, long ago: low-cost contact" },
    lost: { name: "Lost", advice: "Longest away, smallest: spend nothing" },
    "important-value": { name: "Key, keep close", advice: "Recent, frequent, large: best service" },
    "important-develop": { name: "Key, develop", advice: "Recent, large, rare: raise frequency" },
    "important-keep": { name: "Key, bring back", advice: "Frequent, large, away: contact them" },
    "important-win-back": { name: "Key, rescue", advice: "Large, rare, away: try to rescue" },
    "general-value": { name: "Minor, active", advice: "Recent, frequent, small: raise the basket" },
    "general-develop": { name: "Minor, develop", advice: "Recent, rare, small: build the habit" },
    "general-keep": { name: "Minor, fading", advice: "Frequent, small, away: a simple reminder" },
    "general-win-back": { name: "Minor, dormant", advice: "Low on all three: keep cost low" },
  },
  cellName: (p) => `R${p.r} F${p.f} M${p.m}`,
  cellAdvice: (p) => `Recency ${p.r}, frequency ${p.f}, money ${p.m}`,
  level: { low: "low", middle: "middle", high: "high" },
  measures: { sales: "sales", net: "net sales" },
  finding: (p) =>
    rich`${marked("first", p.name)}: ${customers(p.customers)}, ${p.customerShare} of all, hold ${p.amountShare} of the money.`,
  findingMoved: (p) => `${customers(p.moved)} changed segment since ${p.day}.`,
  findingRisk: (p) =>
    rich`${marked("risk", customers(p.customers))} who used to buy often have not come lately; they had bought ${p.amount}.`,
  grid: {
    title: "How many bought lately and often?",
    sub: (p) =>
      `${customers(p.customers)}; across: ${p.frequency.toLowerCase()}, up: last order, a higher score is better; as of ${p.day}. Darker is more money.`,
    description:
      "A grid of the scores for last order and frequency; each cell has its customers and money.",
    recency: "Recency R",
    frequency: "Frequency F",
    customers: "Customers",
    customerShare: "Of customers",
    amount: "Amount",
    meanM: "Mean money score",
    cell: (p) => `R${p.r} F${p.f}`,
    count: (p) => grouped(p.customers),
  },
  frequencies: { "order-days": "Order days", orders: "Orders" },
  bars: {
    title: "Which group holds the money?",
    sub: (p) =>
      `Share of ${p.measure} (${p.amount} in all); the tick is the share of customers. A bar beyond its tick: worth more than their number.`,
    description:
      "One bar a segment, as long as its share of the money; a tick at its share of customers.",
  },
  table: {
    title: "Who is in each group, and is it growing?",
    sub: (p) => `Changes since ${p.day}, by today’s score limits.`,
    subWithout: "The data do not reach back far enough to compare.",
    caption: "Customers, amount, typical values and changes of each segment",
    segment: "Segment",
    customers: "Customers",
    customerShare: "Of customers",
    amount: "Amount",
    amountShare: "Of amount",
    recency: "Days since order",
    frequency: "Frequency",
    typicalAmount: "Median amount",
    arrived: "Came",
    left: "Went",
    change: "Net",
  },
  moves: {
    title: "Who moved where?",
    sub: (p) =>
      `Since ${p.day}, ${grouped(p.moved)} changed segment and ${grouped(p.stayed)} did not. The largest moves:`,
    caption: "Customers who changed segment, largest moves first",
    from: "From",
    to: "To",
    customers: "Customers",
  },
  scores: {
    title: "How are the scores cut?",
    sub: (p) => `${p.method}. Each cell: range of values and customers.`,
    caption: "Range of values and customers of each score",
    score: "Score",
    range: (p) => `above ${p.from}, to ${p.to}`,
    upTo: (p) => `up to ${p.to}`,
    above: (p) => `above ${p.from}`,
    relative: "by rank",
  },
  presetLabel: "Segments",
  presets: { eleven: "11 segments", eight: "8 (high/low)", three: "27 cells" },
  methodLabel: "Scoring",
  methods: {
    quantile: "Equal shares of customers (quantiles)",
    rank: "Equal shares by rank",
    fixed: "Fixed limits",
    median: "Above or below the median",
    mean: "Above or below the mean",
  },
  frequencyLabel: "Frequency",
  cutsLabel: { recency: "Recency (days)", frequency: "Frequency", money: "Money" },
  cutField: (p) => `${p.axis}, limit ${p.index}`,
  how: {
    axes: (p) =>
      `R = days from the last order to the as-of day, F = ${p.frequency.toLowerCase()}, M = ${p.measure}; each is scored, R higher the more recent, equal values alike.`,
    map: "The 11 segments use R and the mean of F and M (halves up), the 8 use high or low on each, the 27 three steps on each. Every combination of scores lies in exactly one segment.",
    basis: (p) => `Basis: ${customers(p.customers)} with a sale, ${p.period}.`,
    leftOut: (p) =>
      `Left out: ${grouped(p.returned)} return, ${grouped(p.cancelled)} cancelled and ${grouped(p.free)} free lines; ${customers(p.idle)} without a sale.`,
    noOrderId: "The data have no order number, so frequency counts order days.",
    small: "Segments of fewer than 5 customers are pale and carry no judgement.",
  },
  refusals: {
    "no-sales":
      "No customer bought anything, so there is nothing to group. Choose another period or fewer filters.",
  },
} satisfies RfmMessages;
