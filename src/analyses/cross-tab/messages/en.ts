import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CrossMessages } from "./zh-Hans";

export default {
  name: "Cross-tab",
  noAttribute:
    "The customer table has no column to group by yet. Import customers with a region, an industry, an age, a sex or columns of your own to see who differs.",
  findingApart: (p) =>
    rich`${p.outcome}: highest for ${marked("high", p.name)} with ${p.value}, lowest for ${marked("low", p.other)} with ${p.otherValue}.`,
  findingSums: (p) =>
    rich`${p.outcome}: most from ${marked("high", p.name)} with ${p.value}, ${p.share} of all; least from ${marked("low", p.other)} with ${p.otherValue}.`,
  findingOne: (p) => rich`${p.outcome}: ${marked("high", p.name)} with ${p.value}.`,
  findingMore: (p) =>
    rich`${marked("high", p.name)} holds ${grouped(p.customers)} customers, the clearest surplus over what no relation would give.`,
  findingFewer: (p) =>
    rich`${marked("high", p.name)} holds ${grouped(p.customers)} customers, the clearest shortfall against what no relation would give.`,
  findingTest: (p) => rich`By ${p.by} the difference is beyond chance (${p.pValue}), ${p.size}.`,
  findingNone: (p) =>
    rich`By ${p.by} ${marked("none", "no difference shows")}: ${p.outcome} may differ by chance alone (${p.pValue}).`,
  findingFew: (p) =>
    rich`By ${p.by} no group has enough customers to conclude from. Join groups, or choose another attribute.`,
  findingLargest: (p) =>
    rich`Of ${grouped(p.customers)} customers by ${p.by}, the largest group is ${marked("high", p.name)} with ${p.share}.`,
  both: (p) => `${p.row} × ${p.column}`,
  sizes: {
    negligible: "yet too small to matter",
    small: "and small",
    medium: "and of medium size",
    large: "and large",
  },
  outcomes: {
    mean: "Sales per customer",
    customers: "Customers",
    sales: "Sales",
    profit: "Gross profit",
    retention: "Share that bought again",
  },
  groups: {
    yes: "Yes",
    no: "No",
    missing: "Not filled in",
    any: "Any value",
    year: (p) => String(p.year),
    rest: (p) => `${grouped(p.groups)} smaller ones`,
    below: (p) => `below ${p.to}`,
    from: (p) => `${p.from} and more`,
    between: (p) => `${p.from} to ${p.to}`,
  },
  controls: {
    outcome: "Look at",
    rows: "By",
    columns: "and by",
    auto: (p) => `Automatic: ${p.name}`,
    autoNone: "Automatic",
    none: "Nothing else",
    bins: "Numbers in",
    binsUnit: "bands",
    cuts: "Bands begin at",
    cutsHint: "e.g. 30, 45, 60; empty: bands with equally many customers",
    cutsWrong: (p) => `Cannot be read: ${p.pieces}`,
    again: "Stretches of",
    days: "days",
  },
  title: "Which group differs?",
  sub: (p) => `${grouped(p.customers)} customers, ${p.period}.`,
  upTo: (p) => `all history up to ${p.day}`,
  small: (p) =>
    `Cells with fewer than ${p.least} customers (${grouped(p.cells)}) are grey and prove nothing.`,
  description: (p) => `${p.outcome} by ${p.by}.`,
  overall: "All customers",
  all: "All",
  few: "too few customers to conclude from",
  table: {
    title: "The figures of each group",
    caption: "Customers, figure, interval and share of each group",
    group: "Group",
    customers: "Customers",
    interval: "95% interval",
    low: "From",
    high: "To",
    share: "Of customers",
    rowShare: "Of the row",
    salesShare: "Of sales",
    profitShare: "Of profit",
    median: "Middle customer",
    z: "Departure (adjusted residual)",
    note: "Note",
  },
  screen: {
    title: "Which attribute says most?",
    sub: "Each attribute is tested; that several were looked at is allowed for. Open a line to change to it.",
    caption: "Groups, size of the difference and test of each attribute",
    attribute: "Attribute",
    groups: "Groups",
    verdict: "Difference",
    effect: "Effect · p (adjusted)",
    none: "no difference shows",
    untested: "cannot be tested",
    cramer: "V",
    epsilon: "ε²",
  },
  how: {
    outcome: {
      mean: "Sales per customer: the sales of a group over its customers, with the 95% interval of the mean (Student's t). The middle customer is not moved by a few large ones; read both.",
      customers: "Customers: those with a sale. The interval of a share is Wilson's at 95%.",
      sales: "Sales: sums, without an interval; the test compares the sales of single customers.",
      profit:
        "Gross profit: sums of what is known, without an interval; the test compares the profit of single customers.",
      retention:
        "Share that bought again: of the customers with a sale in the stretch before, those with one in the last stretch. The interval is Wilson's at 95%.",
    },
    groups:
      "Words make a group each, the largest first, the smallest together when there are many; numbers make bands of about equally many customers (or those given), each with its lower end; days go by year. Those without a value stand apart and are not tested.",
    test: {
      "chi-squared": (p) =>
        `Chi-square test: χ²=${p.statistic} on ${grouped(p.df)} degrees of freedom, ${p.pValue}; effect Cramér's V=${p.effect}.`,
      "kruskal-wallis": (p) =>
        `Kruskal–Wallis test (by rank, so that a few large customers do not decide): H=${p.statistic} on ${grouped(p.df)} degrees of freedom, ${p.pValue}; effect ε²=${p.effect}.`,
    },
    weak: "More than a fifth of the cells expect fewer than 5 customers: the p value is rough.",
    screen: (p) =>
      `Automatic: of ${grouped(p.attributes)} attributes the one with the largest difference; because it was picked, its p value is adjusted (Benjamini–Hochberg).`,
    small:
      "Cells below 30 customers (5 where customers are only counted) are grey and no finding; groups below 5 are not in the test by rank.",
    unknown: (p) => `Customers whose figure is unknown, left out: ${grouped(p.customers)}.`,
  },
  cells: {
    row: (p) => `customers of group ${p.row} of the cross-tab`,
    column: (p) => `customers of column ${p.column} of the cross-tab`,
    at: (p) => `customers of row ${p.row}, column ${p.column} of the cross-tab`,
  },
  refusals: {
    "no-customers": "No customer bought in this time. Choose a longer period, or all history.",
    "no-profit": "A column with cost or profit is missing.",
    "nobody-before":
      "No customer bought in the stretch before, so nobody could come again. Make the stretches longer.",
  },
} satisfies CrossMessages;
