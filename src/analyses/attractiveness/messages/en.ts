import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { AttractivenessMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "Attractiveness",
  finding: (p: { name: string; score: string }) =>
    rich`With these weights ${marked("top", p.name)} deserves the effort most (${p.score} of 100).`,
  holds: {
    always: " It stays first whatever the weights.",
    stable: (p: { part: string }) =>
      ` It stays first while no weight changes by more than ${p.part}.`,
    unstable: (p: { part: string; rival: string }) =>
      ` But weights that change by ${p.part} can put “${p.rival}” first.`,
  },
  chance: (p: { share: string }) =>
    ` With customers of the same kind drawn again it comes first ${p.share} of the time.`,
  tooFew:
    "Fewer than two groups have twenty customers, so they cannot be compared; the figures are below.",
  controls: {
    by: "Groups",
    rfm: "RFM (when the period began)",
    grade: "Grade (when the period began)",
    weights: "Weights",
    size: "Size",
    growth: "Growth",
    margin: "Margin",
    risk: "Few lost",
  },
  criteria: { size: "Size", growth: "Growth", margin: "Margin", risk: "Few lost" },
  missing: "Missing",
  yes: "Yes",
  no: "No",
  rest: (p: { groups: number }) => `${grouped(p.groups)} other groups`,
  chart: {
    title: "Which groups deserve the effort?",
    sub: (p: { from: string; to: string }) =>
      `${p.from} to ${p.to}, groups as they stood when it began; 100 at best, four criteria by weight.`,
    description: (p: { groups: number }) =>
      `Attractiveness of ${grouped(p.groups)} groups of customers, the best first.`,
    score: (p: { score: string }) => p.score,
    rank: "Rank",
    ranks: (p: { best: number; worst: number }) =>
      p.best === p.worst ? grouped(p.best) : `${grouped(p.best)}–${grouped(p.worst)}`,
    leftOut: (p: { names: string }) =>
      `Some group has no figure for ${p.names}; it weighs nothing.`,
    halved:
      "Nobody bought before the period chosen, so its later half is set against the earlier one.",
    orderStable: "With weights up to 20% higher or lower the whole order stays.",
    orderLoose: "With weights up to 20% higher or lower some ranks change: see the range of ranks.",
    profitUnknown: (p: { lines: number }) =>
      `Order lines without a known profit: ${grouped(p.lines)}; the margin is of the others.`,
    newcomers: (p: { customers: number; sales: string }) =>
      `${customers(p.customers)} without an order before the period (sales ${p.sales}) are in no group.`,
    openNew: "Show new customers",
    small: "Groups of fewer than twenty customers are listed without a score.",
    columnCaution:
      "Mind whether the property, or a segment of your own, was filled in after the fact: growth and losses would then only repeat it.",
  },
  table: {
    title: "The figures",
    sub: "Lost: of those who bought in the period before, who did not in this one; 95% interval in brackets.",
    caption: "Size, growth, margin, losses and score of each group",
    name: "Group",
    customers: "Customers",
    sales: "Sales",
    growth: "Growth",
    margin: "Margin",
    lost: "Lost",
    score: "Score",
    range: "Ranks (weights ±20%)",
    first: "First when drawn again",
    openLost: (p: { name: string }) => `Show the lost customers of “${p.name}”`,
  },
  how: [
    "Groups are taken as they stood when the period began: what happened in it did not choose them.",
    "Each criterion runs from 0 for the worst group to 1 for the best, few losses being good; weights add them up.",
    "The range of ranks is worked out, not tried: the difference of two groups is linear in the weights, so its least and greatest value within ±20% can be written down.",
    "Drawn again: the customers of each group are drawn with replacement to see whether the first changes.",
  ],
  cells: {
    group: (p: { place: number }) => `Group ${grouped(p.place)} by attractiveness`,
    lost: (p: { place: number }) => `Lost customers of group ${grouped(p.place)} by attractiveness`,
    new: "New customers, without an order before the period",
  },
} satisfies AttractivenessMessages;
