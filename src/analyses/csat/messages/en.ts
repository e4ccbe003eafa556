import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CsatMessages } from "./zh-Hans";

const answers = (n: number): string => `${grouped(n)} ${n === 1 ? "answer" : "answers"}`;

export default {
  name: "Customer satisfaction",
  finding: (p) =>
    rich`${marked("top", p.top)} gave the top score of ${p.topScore}, ${marked("top2", p.top2)} gave ${p.top2Score} or more (${answers(p.n)}).`,
  findingLow: (p) => rich`${marked("low", p.low)} are below the middle of the scale.`,
  findingUp: (p) =>
    rich`The top score rose by ${marked("up", p.points)} on the period before, more than sampling error explains (${p.pValue}).`,
  findingDown: (p) =>
    rich`The top score fell by ${marked("down", p.points)} on the period before, more than sampling error explains (${p.pValue}).`,
  findingStill: (p) =>
    rich`The top score differs by ${p.points} from the period before, which sampling error may explain (${p.pValue}): no change.`,
  partOnly: (p) => `The data have no question about the whole; this is “${p.name}”.`,
  few: (p) => `Only ${answers(p.n)}: the intervals are wide, and it is too early to conclude.`,
  undated: "The answers have no day: all of them count, and no change can be seen.",
  wholeHistory: "All history",
  question: "Question",
  minAnswers: "At least",
  answersUnit: "answers each",
  steps: {
    title: "Which scores were given?",
    sub: (p) => `“${p.name}”, ${p.period}.`,
    description: (p) =>
      `Shares of the scores: the top score ${p.top}, the two highest ${p.top2}, mean ${p.mean}.`,
    step: (p) => `Score ${p.score}`,
    score: "Score",
    answers: "Answers",
    share: "Share",
    interval: "95% interval",
    atLeast: "This score or more",
    customers: "Customers",
    low: "Low",
    high: "High",
  },
  facts: {
    title: "The figures of this question",
    caption: "Top box, top-2 box, below the middle, mean and index with 95% intervals",
    what: "Figure",
    value: "Value",
    interval: "95% interval",
    before: "Period before",
    topBox: (p) => `Top box (${p.score})`,
    top2Box: (p) => `Top-2 box (${p.score} or more)`,
    belowMiddle: "Below the middle",
    mean: "Mean",
    index: "Index (0–100)",
    ces: "Ease (0–100, more is easier)",
  },
  parts: {
    dimension: "Which part satisfies least?",
    touchpoint: "Which touchpoint satisfies least?",
    effort: "Which step takes most effort?",
    weakest: (p) =>
      `${p.name} is the weakest: only ${p.share} (${p.interval}) gave one of the two highest scores, which tells it apart from every other touchpoint.`,
    noWeakest: "The lowest touchpoint cannot be told apart from the others: none is the weakest.",
    sub: (p) =>
      `The dot is the share of the two highest scores, the bar its 95% interval, ${p.isJourney ? "in the order customers meet them" : "worst first"}. Below ${grouped(p.minAnswers)} answers it is grey. A click opens the customers below the middle.`,
    description: (p) =>
      `Share of the two highest scores of ${grouped(p.parts)} parts; the lowest is ${p.worst}.`,
    name: "Part",
    scale: "Scale",
    answers: "Answers",
    topBox: "Top box",
    top2Box: "Top-2 box",
    mean: "Mean",
    index: "Index",
    lowCustomers: "Customers below the middle",
    label: (p) => `${p.share} (${grouped(p.n)})`,
    scaleText: (p) => `${p.min}–${p.max}`,
    undrawn: (p) => `${grouped(p.parts)} more are in the table only.`,
  },
  trend: {
    title: "Is satisfaction changing?",
    follow: "Follow",
    boxes: { top: "the top score", top2: "the two highest scores" },
    sub: (p) =>
      `Share of ${p.box}. The line is the ${p.centre} of all answers; the grey band is how much so many answers vary by themselves (±3 standard errors).`,
    subWide: (p) =>
      `Share of ${p.box}. The line is the ${p.centre} of all answers; the grey band is ordinary variation, ${p.factor} times sampling error, since periods differ by themselves.`,
    outBelow: (p) =>
      rich`In ${p.period} only ${marked("out", p.share)} gave ${p.box} (${p.centre} of all answers), below what varies by itself.`,
    outAbove: (p) =>
      rich`In ${p.period} ${marked("up", p.share)} gave ${p.box} (${p.centre} of all answers), above what varies by itself.`,
    description: (p) =>
      `The share in ${grouped(p.periods)} periods, ${p.outside === 0 ? "all within the control limits" : `${grouped(p.outside)} outside of the control limits`}.`,
    period: "Period",
    limits: "Control limits",
    limitLow: "Lower limit",
    limitHigh: "Upper limit",
    signal: "Verdict",
    above: "Above the limits",
    below: "Below the limits",
    inside: "Ordinary variation",
    running: "This period is not over yet",
    none: "Fewer than two periods: no trend to be seen.",
  },
  how: {
    boxes:
      "Top box and top-2 box stand apart: customers at 4 and at 5 often behave very differently, and a mean hides it.",
    interval: "Shares have Wilson intervals, means t intervals, both 95%.",
    index: "Index = 100 × (mean − lowest) ÷ (highest − lowest), so that scales can be compared.",
    reversed: "Questions where less is better are turned over: more is better everywhere.",
    change:
      "The period before is as long and ends where this one begins; z test of the two shares.",
    touchpoint:
      "Touchpoints: answers to questions about the whole and its parts on the commonest scale, together; their order is read from words in their names (inquiry, order, delivery, installation, billing, support, return …), those unknown come last. The weakest must differ from every other (z test, Bonferroni).",
    trend:
      "Trend: a p′ chart (Laney), limits at the share of all ± 3 × σz × standard error; σz from at least eight whole periods, never below 1. Periods with fewer than 10 answers are drawn and not judged.",
    missing: (p) =>
      `Not answered: ${grouped(p.unanswered)}; without a day and left out: ${grouped(p.undated)}; without a customer: ${grouped(p.unlinked)} (in the shares, not in the lists); off the scale: ${grouped(p.offScale)}.`,
  },
  cells: {
    top: "customers with the top score",
    top2: "customers with one of the two highest scores",
    low: "customers below the middle of the scale",
    period: (p) => `Customers who answered this question in ${p.when}`,
    score: (p) => `customers with a score of ${decimal(Number(p.score), 1)}`,
    dimension: "customers below the middle on this part",
    touchpoint: "customers below the middle at this touchpoint",
    effort: "customers for whom this step is hard",
  },
  refusals: {
    "no-rating-question":
      "There is no rating question yet. Import a survey with at least one column of satisfaction scores.",
    "too-few-answers":
      "Fewer than five answers in this time make no meaningful figure. Choose another period, or widen the filters.",
  },
} satisfies CsatMessages;
