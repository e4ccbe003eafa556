import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { NpsMessages } from "./zh-Hans";

const answers = (n: number): string => `${grouped(n)} ${n === 1 ? "answer" : "answers"}`;

export default {
  name: "Net promoter score",
  finding: (p) =>
    rich`The net promoter score is ${marked("nps", p.nps)}, with 95% confidence between ${p.low} and ${p.high} (${answers(p.n)}).`,
  findingParts: (p) =>
    rich`${marked("promoters", p.promoters)} are promoters, ${marked("detractors", p.detractors)} detractors.`,
  findingChange: (p) =>
    rich`It ${p.isUp ? "rose" : "fell"} by ${marked(p.isUp ? "up" : "down", p.points)} points on the period before, more than sampling error explains (${p.pValue}).`,
  findingStill: (p) =>
    rich`It differs by ${p.points} points from the period before, which sampling error may explain (${p.pValue}): no change.`,
  otherQuestion: (p) =>
    `The data ask nobody for a recommendation; this is “${p.name}”. It has ten points too, but it is not what people call NPS.`,
  few: (p) =>
    `Only ${answers(p.n)}. An error of ±${p.margin} points needs about ${grouped(p.needed)}.`,
  undated: "The answers have no day: all of them count, and no change can be seen.",
  wholeHistory: "All history",
  question: "Question",
  compare: "Compare by",
  byGrade: "Customer grade",
  ofCustomers: "Columns of the customer",
  ofAnswers: "Columns of the answer",
  minAnswers: "At least",
  answersUnit: "answers a group",
  scores: {
    title: "Which scores were given?",
    sub: (p) => `${answers(p.n)}, ${p.period}.`,
    description: (p) =>
      `Scores from 0 to 10: ${p.detractors} detractors, ${p.passives} passives, ${p.promoters} promoters.`,
    classes: {
      detractor: "Detractors (0–6)",
      passive: "Passives (7–8)",
      promoter: "Promoters (9–10)",
    },
    title1: (p) => `Score ${decimal(p.score, 0)}`,
    answers: "Answers",
    share: "Share",
    customers: "Customers",
    score: "Score",
    className: "Class",
  },
  trend: {
    title: "Does it change?",
    sub: (p) =>
      `The line is the score of all answers, ${p.centre}; the band is what so many answers vary by anyway (±3 standard errors).`,
    description: (p) =>
      `The score of ${grouped(p.periods)} periods, ${p.outside === 0 ? "all within the control limits" : `${grouped(p.outside)} outside the control limits`}.`,
    period: "Period",
    interval: "95% interval",
    limits: "Control limits",
    limitLow: "Lower limit",
    limitHigh: "Upper limit",
    signal: "Verdict",
    above: "Above the limits",
    below: "Below the limits",
    inside: "Ordinary variation",
    running: "This period is not over",
    none: "Fewer than two periods show no trend.",
  },
  groups: {
    title: (p) => `By ${p.by}`,
    sub: (p) =>
      `The dashed line is the score of all answers. Groups of fewer than ${grouped(p.minAnswers)} are grey and get no verdict.`,
    description: (p) => `The score of ${grouped(p.groups)} groups by ${p.by} with 95% intervals.`,
    all: (p) => `All ${p.nps}`,
    name: "Group",
    answers: "Answers",
    low: "Low",
    high: "High",
    rest: "Against the rest",
    qValue: "Adjusted p",
    verdict: "Verdict",
    higher: "Higher than the rest",
    lower: "Lower than the rest",
    same: "Cannot be told apart",
    thin: "Too few answers",
    label: (p) => `${p.nps} (${grouped(p.n)})`,
    hidden: (p) => `${grouped(p.groups)} more groups are in the table only.`,
    more: (p) => `${grouped(p.groups)} more groups are not listed.`,
    ungrouped: (p) => `${answers(p.answers)} without a value in this column.`,
    none: "There are no groups to compare: import orders for customer grades, or choose a column.",
  },
  grade: (p) => `Grade ${p.grade}`,
  how: {
    formula:
      "NPS = share of promoters (9–10) less share of detractors (0–6), times 100. 7 and 8 are passive.",
    interval:
      "95% interval: ±1.96 standard errors; below 30 answers the adjusted Wald interval, which is wider.",
    change:
      "The period before is as long and ends where this one begins; the errors of both enter the test.",
    groups:
      "Each group against all other answers. Many groups make chance findings, so p-values are adjusted (Benjamini–Hochberg); up to 0.1 counts.",
    bands:
      "Often quoted (Bain): above 0 good, above 20 favourable, above 50 excellent, above 80 world class. Trades differ widely; a reference, no verdict.",
    needed: (p) =>
      `At the spread of these answers an error of ±${p.margin} points needs ${grouped(p.needed)} answers.`,
    missing: (p) =>
      `Not answered: ${grouped(p.unanswered)}; without a day and left out: ${grouped(p.undated)}; without a customer: ${grouped(p.unlinked)} (in the score, not in the lists); off the scale: ${grouped(p.offScale)}.`,
    several: "A customer who answered several times counts each time.",
  },
  cells: {
    classes: { detractor: "detractors", passive: "passives", promoter: "promoters" },
    score: (p) => `customers who gave ${p.score} as recommendation`,
    group: "customers of this group of the NPS comparison",
    period: (p) => `customers who answered in ${p.when}`,
  },
  refusals: {
    "no-scale-question":
      "There is no question on 0–10 yet. Import a survey with a column such as “How likely are you to recommend us? (0–10)”.",
    "too-few-answers":
      "Fewer than five answers in this time make no meaningful score. Choose another period, or widen the filters.",
  },
} satisfies NpsMessages;
