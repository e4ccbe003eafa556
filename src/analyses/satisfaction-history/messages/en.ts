import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { HistoryMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;
const days = (n: number): string => `${grouped(n)} ${n === 1 ? "day" : "days"}`;

export default {
  name: "Satisfaction built up",
  findingLower: (p) =>
    rich`${customers(p.n)} answered more than once: built up, their satisfaction is ${p.builtUp}; the last answer, ${p.last}, is lower (${p.pValue}).`,
  findingHigher: (p) =>
    rich`${customers(p.n)} answered more than once: built up, their satisfaction is ${p.builtUp}; the last answer, ${p.last}, is higher (${p.pValue}).`,
  findingSame: (p) =>
    rich`${customers(p.n)} answered more than once: built up, their satisfaction is ${p.builtUp}, and in the last answer ${p.last}: no difference can be shown (${p.pValue}).`,
  findingMoved: (p) =>
    rich`${marked("slipped", p.slipped)} were satisfied all along and let down the last time; ${marked("recovering", p.recovering)} were not, and did better.`,
  verdicts: {
    history:
      "Who comes back shows in what had built up before; the last answer adds nothing that can be shown.",
    last: "Who comes back shows in the last answer; what has built up adds nothing that can be shown.",
    both: "Who comes back shows in both: what has built up and the last answer each add something.",
    tied: "Satisfied customers come back more often, but what has built up and the last answer cannot be told apart.",
    none: "Your data do not show that satisfaction, built up or last, goes with coming back.",
    thin: "Too few customers can be followed to say whether what has built up or the last answer shows who comes back.",
  },
  question: "Question",
  newWeight: "Weight of a new answer",
  satisfiedFrom: "Satisfied: at least",
  pointsUnit: "points",
  follow: "Follow",
  days: "days",
  cut: (p) =>
    `Satisfied from ${p.satisfied} on, rounded (0: automatic). A customer's answers usually lie ${p.usual} days apart.`,
  map: {
    title: "Where do both stand?",
    sub: (p) =>
      `“${p.name}”, answers of ${p.period}. Across: satisfaction built up; up: the last answer; larger dots are more customers. A dot opens them.`,
    description: (p) =>
      `${customers(p.n)} in four fields by satisfaction built up and by the last answer.`,
    builtUp: "Built up",
    last: "Last answer",
    customers: "Customers",
    standing: "Type",
    x: "Built up →",
    y: "Last answer →",
    from: "Built up from",
    to: "Built up to",
    at: (p) => `Last ${p.score} · built up ${p.from}–${p.to}`,
  },
  standings: {
    steady: "Satisfied all along",
    slipped: "Let down last",
    recovering: "Better last",
    unhappy: "Never satisfied",
  },
  table: {
    title: "What to do for each?",
    caption: "The four types: customers, satisfaction built up, last answer, and what to do",
    standing: "Type",
    customers: "Customers",
    todo: "What to do",
    todos: {
      steady: "Keep it up; ask them to recommend you.",
      slipped: "Call these first: ask what went wrong while the goodwill lasts.",
      recovering: "Go on doing right: it takes some times to make up for what has built up.",
      unhappy: "Find what was never solved, or decide not to invest more.",
    },
    withShare: (p) => `${p.customers} (${p.share})`,
  },
  tests: {
    title: "Which shows who comes back?",
    sub: (p) => `${customers(p.n)}; ${p.came} bought again within ${days(p.days)} of answering.`,
    caption: "What the satisfaction built up and the last answer say of coming back",
    what: "Question",
    answer: "Answer",
    history: "Knowing the last answer, does what had built up before add anything?",
    last: "Knowing what had built up before, does the last answer add anything?",
    joint: "Do both together go with coming back?",
    yes: (p) => `Yes (${p.pValue})`,
    no: (p) => `Not shown (${p.pValue})`,
    thin: "too few data",
  },
  how: {
    level: (p) =>
      `Built up = new answer × weight + what was built up before × (1 − weight). After the usual ${p.usual} days a new answer weighs ${p.weight}; the longer ago, the lighter what was before. Answers of one day count with their mean.`,
    difference:
      "The means are compared by a paired t test. Only customers with answers on two days count.",
    telling:
      "Coming back: a sale in the days after the answer, for the latest answer of each customer that can be followed to its end; logistic regressions on that answer and on what had built up before it, compared by likelihood ratio, one degree of freedom for one variable more.",
    cause: "This is a correlation: frequent buyers may be satisfied anyway.",
    missing: (p) =>
      `Customers with answers on one day only: ${grouped(p.single)}; answers without a day: ${grouped(p.undated)}; without a customer: ${grouped(p.unlinked)}; not answered: ${grouped(p.unanswered)}.`,
  },
  cells: {
    at: (p) => `customers that last scored ${p.score}, with much the same built up`,
  },
  refusals: {
    "no-question":
      "No question to score yet. Import a satisfaction survey with days and customers.",
    "too-few-customers":
      "Fewer than 10 customers answered on two days: nothing has built up yet. Try all history, or survey once more.",
  },
} satisfies HistoryMessages;
