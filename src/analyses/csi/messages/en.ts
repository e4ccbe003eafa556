import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CsiMessages } from "./zh-Hans";

export default {
  name: "Satisfaction index (CSI)",
  finding: (p) =>
    rich`The satisfaction index (CSI) is ${marked("csi", p.csi)} of 100, with 95% confidence between ${p.low} and ${p.high} (${grouped(p.n)} questionnaires).`,
  findingSpread: (p) => rich`With other weights it lies between ${p.low} and ${p.high}.`,
  findingSame: rich`With other weights it hardly changes.`,
  findingLost: (p) => rich`Most is lost on ${marked("lost", `“${p.name}” (${p.lost} points)`)}.`,
  findingUp: (p) =>
    rich`In ${p.now} it was ${marked("up", p.points)} points higher than in ${p.before}, beyond sampling error (${p.pValue}).`,
  findingDown: (p) =>
    rich`In ${p.now} it was ${marked("down", p.points)} points lower than in ${p.before}, beyond sampling error (${p.pValue}).`,
  findingStill: (p) =>
    rich`${p.now} differs by ${p.points} points from ${p.before}, which may be sampling error (${p.pValue}): no change.`,
  few: (p) =>
    `Only ${grouped(p.n)} questionnaires: the interval is wide, do not conclude much yet.`,
  lowAlpha: (p) =>
    `The answers to these questions do not go together well (Cronbach's α = ${p.alpha}, usually 0.7 and more): look at each question before one figure for all.`,
  undated: "The answers have no date: all of them count, and no change can be seen.",
  block: "Questions",
  blockNames: { whole: "About the whole", parts: "All parts" },
  blockOption: (p) => `${p.name} (${grouped(p.items)})`,
  blockAuto: (p) => `Automatic: ${p.name}`,
  weightsLabel: "Weights",
  weightsAuto: "Automatic",
  schemes: {
    equal: "Equal",
    stated: "Stated importance",
    derived: "Derived from answers",
    component: "First component",
  },
  items: {
    title: "Where do the points come from, and where are they lost?",
    sub: (p) =>
      `Each bar is as long as the weight (${p.scheme.toLowerCase()}): dark what is reached, pale what is lost, 100 points in all. Open one for the customers below the middle.`,
    description: (p) =>
      `Points reached and lost of ${grouped(p.items)} items; most is lost on “${p.name}”, ${p.lost} points.`,
    name: "Item",
    answers: "Answers",
    mean: "Mean",
    index: "Score (0–100)",
    weight: "Weight",
    points: "Points",
    lost: "Lost",
    lowCustomers: "Customers below the middle",
    lostLabel: (p) => `−${p.lost}`,
  },
  schemesCard: {
    title: "What if the weights were others?",
    sub: "The same answers, four kinds of weights. Dots are indices, bars 95% intervals; for the kinds that are missing the data lack a question.",
    description: (p) =>
      `The index under ${grouped(p.schemes)} kinds of weights, from ${p.low} to ${p.high}.`,
    scheme: "Weights",
    index: "Index",
    interval: "95% interval",
    low: "Low",
    high: "High",
    weightOf: (p) => `Weight of “${p.name}”`,
  },
  trend: {
    title: "Is the index changing?",
    sub: (p) =>
      `The index of each period with its 95% interval, at the same weights throughout: only scores move it. The line is the ${p.centre} of all questionnaires; the grey band is how much so many vary by themselves (±3 standard errors).`,
    subWide: (p) =>
      `The index of each period with its 95% interval, at the same weights throughout. The line is the ${p.centre} of all questionnaires; the grey band is ordinary variation, ${p.factor} times sampling error, since periods differ by themselves.`,
    outBelow: (p) =>
      rich`In ${p.period} the index was ${marked("out", p.index)} (${p.centre} over all questionnaires), below what varies by itself.`,
    outAbove: (p) =>
      rich`In ${p.period} the index was ${marked("up", p.index)} (${p.centre} over all questionnaires), above what varies by itself.`,
    description: (p) =>
      `The satisfaction index of ${grouped(p.periods)} periods, ${p.outside === 0 ? "all within the control limits" : `${grouped(p.outside)} outside of the control limits`}.`,
    period: "Period",
    answers: "Questionnaires",
    index: "Index",
    interval: "95% interval",
    low: "Low",
    high: "High",
    customers: "Customers",
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
  blocks: {
    title: "The index of each group of questions",
    sub: "Groups of questions of one questionnaire, each with an index of its own.",
    caption:
      "Groups of questions: items, questionnaires, index with two kinds of weights, consistency",
    name: "Group",
    items: "Questions",
    answers: "Questionnaires",
    equal: "Equal weights",
    component: "First component",
    alpha: "Consistency α",
  },
  gaps: {
    title: "Did they get what they expected?",
    sub: "Hollow is expected, full is what they got (0–100), the line is the gap. Red: surely less than expected; green: surely more; grey: no difference shown.",
    finding: (p) =>
      rich`What they got is ${marked("gap", p.servqual)} than what they expected (95% interval ${p.low} to ${p.high}, ${p.isStated ? "weighted by stated importance" : "all parts equal"}).`,
    less: (p) => `${p.points} points less`,
    more: (p) => `${p.points} points more`,
    worst: (p) =>
      rich`The widest gap is ${marked("worst", `“${p.name}”`)}: less than expected in ${p.share} of the questionnaires.`,
    description: (p) =>
      `Expectation and performance of ${grouped(p.gaps)} parts; the widest gap is “${p.name}”.`,
    name: "Part",
    pairs: "Questionnaires with both",
    performance: "Got",
    expectation: "Expected",
    gap: "Gap",
    low: "Low",
    high: "High",
    interval: "95% interval",
    pValue: "p-value",
    below: "Less than expected",
    met: "As expected",
    above: "More than expected",
    belowCustomers: "Customers who got less",
    none: "The survey does not ask what was expected. With questions about the expectation of the same parts (such as “expected delivery”) the gaps will stand here.",
  },
  how: {
    formula:
      "Each question is put on 0–100; the index is Σ weight × score, with weights that add up to 1. An unanswered question is not 0: its mean is of those who answered it.",
    schemes:
      "Stated importance: mean importance of each item over their sum. Derived: the Shapley share of each item in satisfaction with the whole (else in the recommendation). First component: of the correlations of the questions.",
    outcome: (p) => `The derived weights explain “${p.name}”.`,
    interval:
      "The interval takes the weights as known: sampling error only (linearised over questionnaires, t distribution).",
    change:
      "Change: the last two periods as two independent samples (z test), which is cautious where the same customers answer twice.",
    trend:
      "Trend: a control chart, limits at the index of all questionnaires ± 3 × σz × standard error at the spread of all; σz (Laney) from at least eight whole periods, never below 1. Periods with fewer than 10 questionnaires are drawn and not judged.",
    alpha: "Consistency: Cronbach's alpha, of complete questionnaires only.",
    gaps: "Gap: what was got less what was expected, of questionnaires with both; paired t interval.",
  },
  cells: {
    low: "customers whose own index is below 50",
    item: "customers below the middle on this item",
    gap: "customers who got less than they expected",
    period: (p) => `customers who answered in ${p.when}`,
  },
  refusals: {
    "too-few-items":
      "An index needs two or more satisfaction questions (about the whole or its parts) on one questionnaire. For a single question see “Satisfaction”.",
    "too-few-answers": "Each question needs 10 answers. Choose another period, or fewer filters.",
  },
} satisfies CsiMessages;
