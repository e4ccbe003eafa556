import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { NonResponseMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "Silent customers",
  findingAsked: (p) =>
    rich`Of ${customers(p.asked)}, ${marked("answered", p.answered)} answered (${p.share}) and ${marked("silent", p.silent)} are silent.`,
  findingKind: (p) =>
    rich`The raw ${p.measure} of ${p.raw} is too kind: with the silent weighed in it is ${marked("weighted", p.weighted)}, ${p.points} points lower.`,
  findingHarsh: (p) =>
    rich`The raw ${p.measure} of ${p.raw} is too harsh: with the silent weighed in it is ${marked("weighted", p.weighted)}, ${p.points} points higher.`,
  findingNone: (p) =>
    rich`With the silent weighed in the ${p.measure} is ${marked("weighted", p.weighted)}, raw ${p.raw}: no difference can be shown (${p.pValue}).`,
  because: {
    lessLow: (p) =>
      rich`Mainly because ${marked("reason", p.group)} answer less often (${p.ratio} against ${p.all}), and those of them that do score low (${p.score}).`,
    lessHigh: (p) =>
      rich`Mainly because ${marked("reason", p.group)} answer less often (${p.ratio} against ${p.all}), and those of them that do score high (${p.score}).`,
    moreLow: (p) =>
      rich`Mainly because ${marked("reason", p.group)} answer more often (${p.ratio} against ${p.all}), and they score low (${p.score}).`,
    moreHigh: (p) =>
      rich`Mainly because ${marked("reason", p.group)} answer more often (${p.ratio} against ${p.all}), and they score high (${p.score}).`,
  },
  measures: { nps: "net promoter score", mean: "mean score" },
  trimmed: (p) =>
    `${grouped(p.trimmed)} ${p.trimmed === 1 ? "answer" : "answers"} would weigh more than ${p.cap} times the mean and were cut down to ${p.cap} times; this part of the difference stays.`,
  unbalanced: (p) =>
    `Weighted, those that answered are still ${p.gap} standard deviations from all: only part of the difference is made up for.`,
  thin: (p) =>
    `Weighted, the answers are worth ${p.effective} of equal weight: the interval is wide, and it is too early to conclude.`,
  wholeHistory: "All history",
  question: "Question",
  asked: "Who should be heard",
  askedChoices: { buyers: "buyers of this time", listed: "those the survey lists" },
  compare: "Compare by",
  byGrade: "Customer grade",
  cap: "Weight at most",
  capUnit: "times",
  gradeNames: { a: "A customers", b: "B customers", c: "C customers" },
  noGroup: "No group",
  scores: {
    title: "The score, raw and weighted",
    sub: (p) =>
      `“${p.name}”, ${p.period}, the latest answer of each customer. Bars are 95% intervals.`,
    description: (p) => `Raw score ${p.raw}, weighted ${p.weighted}, each with its 95% interval.`,
    raw: "Raw",
    weighted: "Weighted",
    score: "Score",
    interval: "95% interval",
    low: "Low",
    high: "High",
    answers: "Answers",
    effective: "Worth answers of equal weight",
    difference: "Raw − weighted",
  },
  groups: {
    title: "Who did not answer?",
    sub: (p) =>
      `Share of each group that answered, bars are 95% intervals, the dashed line is ${p.all} of all. A line opens the silent customers of its group.`,
    description: (p) => `Share that answered in ${grouped(p.groups)} groups, ${p.all} of all.`,
    all: "All",
    group: "Group",
    asked: "Customers",
    answered: "Answered",
    silent: "Silent",
    ratio: "Share that answered",
    score: "Raw score",
    weight: "Weight of an answer",
    label: (p) => `${p.share} (${grouped(p.n)})`,
    hidden: (p) =>
      `${grouped(p.groups)} more ${p.groups === 1 ? "group is" : "groups are"} not listed.`,
    openSilent: "Open all silent customers",
  },
  traits: {
    title: "How do the silent differ?",
    sub: "Medians; the odds of answering are those for one standard deviation more (of the logarithm): above 1, more goes with answering.",
    caption: "What those that answered and the silent buy, and how it goes with answering",
    what: "Purchases",
    answered: "Answered",
    silent: "Silent",
    odds: "Odds of answering",
    oddsText: (p) => `×${p.value} (${p.low}–${p.high})`,
    pValue: "Significance",
    names: { sales: "Sales", recency: "Since the last purchase", orders: "Days with a purchase" },
  },
  how: {
    asked: (p) =>
      `Who should be heard: customers that bought in this time, or those the survey lists (your choice), ${grouped(p.asked)} of them; ${grouped(p.answered)} answered.`,
    propensity:
      "The chance of each customer to answer is estimated first: logistic regression (ridge of 1) on sales, days since the last purchase, days with a purchase (logarithms) and the group. An answer weighs 1 ÷ chance: whoever answers where few do speaks for more.",
    trim: (p) =>
      `Weights above ${p.cap} times the mean are cut down to it (the largest was ${p.largest} times).`,
    interval:
      "Intervals by linearisation, which counts that the chances are estimated; the difference is tested with the joint variance of both scores. Wilson intervals for shares.",
    balance: (p) =>
      `Largest difference between those that answered and all: ${p.raw} standard deviations raw, ${p.weighted} weighted (below 0.1 is balanced).`,
    limit:
      "Only differences that can be seen are made up for. If some are silent because they are dissatisfied, and buy like the others, it does not show here; only asking the silent tells.",
    missing: (p) =>
      `Earlier answers of the same customers: ${grouped(p.earlier)}; customers that are not among these: ${grouped(p.outside)}; answers without a customer: ${grouped(p.unlinked)}; without a day, left out: ${grouped(p.undated)}.`,
  },
  cells: {
    answered: "customers that answered",
    silent: "customers that did not answer",
    group: "customers of this group that answered",
    groupSilent: "customers of this group that did not answer",
  },
  refusals: {
    "no-question":
      "No question to score yet. Import a satisfaction survey that names its customers.",
    "no-customers":
      "The answers name no customers: who answered is not known, so neither is who did not. Import a survey with customer names or numbers.",
    "too-few-answered":
      "Fewer than 20 customers answered in this time: who answers more often cannot be seen. Try all history, or fewer filters.",
    "too-few-silent":
      "Fewer than 10 customers are silent: nearly everybody answered, and there is nothing to make up for.",
    unsettled: "The estimate of the chances did not settle. Try another grouping.",
  },
} satisfies NonResponseMessages;
