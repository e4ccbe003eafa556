import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { LoyaltyMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "Satisfaction and loyalty",
  findingSpecial: (p) =>
    rich`Of customers at ${p.topScore}, ${marked("top", p.top)} bought again, at ${p.nextScore} only ${marked("next", p.next)} (a ratio of ${p.ratio}): the top score stands apart, above the curve of the others.`,
  findingBelow: (p) =>
    rich`Of customers at ${p.topScore}, ${marked("top", p.top)} bought again, at ${p.nextScore} ${marked("next", p.next)}: the top score falls short of the curve of the others.`,
  findingNone: (p) =>
    rich`Your data do not show that the top score stands apart: at ${p.topScore} ${marked("top", p.top)} bought again, at ${p.nextScore} ${marked("next", p.next)}, all on one smooth curve.`,
  findingThin: (p) =>
    rich`Of ${customers(p.n)} too few gave the top score, or another, to say whether it stands apart.`,
  relations: {
    up: "A higher score goes with buying again more often.",
    down: "A higher score goes with buying again less often.",
    none: "No relation between score and buying again is shown.",
  },
  question: "Question",
  follow: "Followed for",
  days: "days",
  curve: {
    title: "How satisfied must they be to come back?",
    sub: (p) =>
      `${customers(p.n)}: bought again within ${grouped(p.days)} days of answering or not; answers of ${p.period}. Dots and bars are observed with 95% intervals, the line is the rising fit, the dashed one logistic.`,
    description: (p) => `Share that bought again by score; ${p.ratio} of all.`,
    step: (p) => `Score ${p.score}`,
    score: "Score",
    customers: "Customers",
    repeaters: "Bought again",
    ratio: "Share that came back",
    low: "Low",
    high: "High",
    interval: "95% interval",
    isotonic: "Rising fit",
    logistic: "Logistic fit",
  },
  tests: {
    title: "How sure is it?",
    caption: "Tests of buying again: relation, top score, ratio and elasticity",
    what: "Question",
    answer: "Answer",
    trend: "Has the score to do with coming back?",
    top: "Is the top score special?",
    ratio: (p) => `How many times as often at ${p.top} as at ${p.next}?`,
    elasticity: "Percent more that come back for one percent more score",
    yes: (p) => `yes (${p.pValue})`,
    no: (p) => `not shown (${p.pValue})`,
    unknown: "too few data",
    interval: (p) => `${p.value} (${p.low}–${p.high})`,
  },
  lifts: {
    title: "Is lifting some customers by one step worth it?",
    sub: "Assumes that lifted customers behave like those at the higher score now. That is correlation, no promise.",
    caption:
      "One step up: more customers that come back, more sales, and what is left after the cost",
    best: (p) =>
      `Of 100 customers lifted ${p.best}, about ${p.bestPoints} more come back; ${p.other}, about ${p.otherPoints}.`,
    unsure:
      "Neither step is shown to bring customers back: the difference is within sampling error.",
    step: (p) => `${p.from} → ${p.to}`,
    some: (p) => `${p.customers} (of ${p.there})`,
    range: (p) => `${p.low} to ${p.high}`,
    name: "Step",
    customers: "Customers",
    extra: "Come back more",
    interval: "95% interval",
    sales: "Sales more",
    gain: "Less the cost",
    customersField: "Customers lifted",
    customersUnit: "customers",
    costField: "Cost for each (0: not counted)",
  },
  how: {
    observation:
      "One answer a customer: the latest that could be followed to the end. A sale within the days after it counts as coming back.",
    fit: "Rising fit: neighbours out of order are pooled (PAV); intervals are Wilson's.",
    test: "Is the top special: a logistic line against the same with a jump at the top (likelihood ratio). When it is not significant it is called not shown.",
    missing: (p) =>
      `Too recent to be followed: ${grouped(p.young)}; earlier answers of the same customers: ${grouped(p.earlier)}; without a customer: ${grouped(p.unlinked)}; not answered: ${grouped(p.unanswered)}.`,
    cause: "Who comes back may be large, near, or without another choice. Correlation is no cause.",
  },
  cells: {
    at: (p) => `followed customers with a score of ${p.score}`,
    left: (p) => `customers with a score of ${p.score} that did not come back`,
  },
  refusals: {
    "no-question":
      "There is no usable rating question yet. Import a satisfaction survey with days and customers.",
    "too-few-customers":
      "Fewer than 20 customers could be followed to the end. Follow fewer days, or choose all history.",
  },
} satisfies LoyaltyMessages;
