import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { WordOfMouthMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;
const days = (n: number): string => `${grouped(n)} ${n === 1 ? "day" : "days"}`;

export default {
  name: "Word of mouth",
  did: {
    recommend: (p) =>
      rich`Of ${customers(p.n)}, ${marked("recommend", p.events)} would recommend you (9 or 10).`,
    complain: (p) =>
      rich`Of ${customers(p.n)}, ${marked("complain", p.events)} complained within ${days(p.days)} of answering.`,
  },
  zone: (p) =>
    `Scores of ${p.low} to ${p.high} are a zone of tolerance: within it a point more or less hardly matters, beyond it every point does.`,
  bend: (p) =>
    `The line bends at ${p.low} and ${p.high}, but it is not flat in between: no zone of tolerance.`,
  none: (p) =>
    `Your data do not show a zone of tolerance: from ${p.from} at a score of ${p.least} to ${p.to} at ${p.most}, one smooth line says it all.`,
  unrelated: {
    recommend: "The score and recommending are not shown to be related, nor is there a zone.",
    complain: "The score and complaining are not shown to be related, nor is there a zone.",
  },
  thin: "There are too few customers or scores to say whether there is a zone of tolerance.",
  absent: {
    recommend: {
      "no-pairs": "Recommendation cannot be seen: no questionnaire also asks for it on 0–10.",
      "too-few": "Recommendation cannot be seen: fewer than 20 customers answered both questions.",
    },
    complain: {
      "no-complaints":
        "Complaints cannot be seen: there is no record of them with customers and days yet.",
      "no-days":
        "Complaints cannot be seen: the answers have no days, so what came first is unknown.",
      "too-few":
        "Complaints cannot be seen: fewer than 20 customers can be followed to the end. Follow them for fewer days, or try all history.",
    },
  },
  wholeHistory: "all history",
  question: "Service score",
  follow: "Complaints within",
  days: "days",
  curves: {
    title: {
      recommend: "At which score do they recommend you?",
      complain: "At which score do they complain?",
    },
    sub: (p) =>
      `“${p.name}”, ${customers(p.n)}, answers of ${p.period}. Dots and bars are what was seen with 95% intervals; ${p.isBent ? "the dashed line is straight (log odds), the solid one bends twice" : "the line is straight on log odds"}.`,
    description: (p) => `${p.what} by score, ${p.ratio} of all.`,
    zone: "Zone of tolerance",
    at: (p) => `Score ${p.score}`,
    score: "Score",
    customers: "Customers",
    did: { recommend: "Would recommend", complain: "Complained" },
    ratio: "Share",
    low: "Low",
    high: "High",
    interval: "95% interval",
    straight: "Straight line",
    bent: "Bent line",
  },
  tests: {
    title: "Is there a zone of tolerance?",
    sub: "A stretch of scores within which customers hardly mind a little more or less; below it word of mouth turns bad, only above it good.",
    caption: "The bent line against the straight one, for recommending and complaining",
    what: "Question",
    better: "Is the bent line better?",
    yes: (p) => `Yes, AIC lower by ${p.delta}`,
    no: (p) => `Not shown, AIC lower by only ${p.delta}`,
    worse: (p) => `No, AIC higher by ${p.delta}`,
    low: "Lower bend",
    high: "Upper bend",
    knot: (p) => `${p.at} (${p.low}–${p.high})`,
    same: "Resamples with the same two bends",
    below: "Odds for a point more, below the bends",
    within: "Between them",
    above: "Above them",
    times: (p) => `×${p.value}`,
    timesMore: (p) => `above ×${p.value}`,
    timesLess: (p) => `below ×${p.value}`,
    thin: "too few data",
  },
  how: {
    observation: (p) =>
      `One answer a customer, the latest that can tell. Recommends: 9 or 10 to the question on recommendation of the same questionnaire. Complains: a complaint opened within ${days(p.days)} after the answer; answers that reach beyond the record of complaints are left out.`,
    fit: "Logistic regression on the score: a straight line against one that bends at two scores, those that fit best. Better means an AIC more than 2 lower, each bend counted as a parameter.",
    zone: "A zone of tolerance: the bent line is better, both ends lead the same way, and the slope in between is less than half of either. The 95% intervals of the bends are from 300 bootstrap samples.",
    cause: "This is a correlation: whoever likes to complain may score low anyway.",
    missing: (p) =>
      `Answers without a customer: ${grouped(p.unlinked)}; not answered: ${grouped(p.unanswered)}; for complaints also too young to follow: ${grouped(p.young)}, and from before the first complaint: ${grouped(p.before)}.`,
  },
  cells: {
    recommend: "customers that would recommend you",
    complain: "customers that complained after answering",
    at: (p) => `customers that scored the service ${p.score}`,
  },
  refusals: {
    "no-question": "No question on the service yet. Import a survey that names its customers.",
    "too-few-customers":
      "Fewer than 20 customers can tell: either the same questionnaire asks for recommendation, or complaints after the answer are on record. Follow them for fewer days, or try all history.",
  },
} satisfies WordOfMouthMessages;
