import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ServiceMessages } from "./zh-Hans";

const standards = (count: number): string =>
  `${grouped(count)} service ${count === 1 ? "standard" : "standards"}`;
const orders = (count: number): string => `${grouped(count)} ${count === 1 ? "order" : "orders"}`;

export default {
  name: "Service standards",
  finding: (p) =>
    p.below === 0
      ? rich`Of ${standards(p.measured)} that can be measured, ${marked("kept", `${grouped(p.kept)} are kept`)}; none is clearly missed.`
      : rich`Of ${standards(p.measured)} that can be measured, ${p.kept === 0 ? "none is clearly kept" : `${grouped(p.kept)} are kept`} and ${marked("below", `${grouped(p.below)} missed`)}.`,
  findingNone:
    "No service standard can be measured. It takes promised and delivered days or delivered quantities of orders, or first responses to complaints, or a satisfaction survey; any of them will do.",
  findingWorst: (p) =>
    rich`Farthest off is “${p.name}”: ${marked("worst", p.share)} against a standard of ${p.standard}.`,
  changed: {
    better: (p) =>
      rich`Since ${p.day}, “${p.name}” ${marked("better", `rose to ${p.after}`)} from ${p.before}, more than ordinary fluctuation (95% interval of the difference ${p.low} to ${p.high}).`,
    worse: (p) =>
      rich`Since ${p.day}, “${p.name}” ${marked("worse", `fell to ${p.after}`)} from ${p.before}, more than ordinary fluctuation (95% interval of the difference ${p.low} to ${p.high}).`,
    unclear: (p) =>
      rich`Before and after ${p.day}, “${p.name}” was ${p.before} and ${p.after}; that may be ordinary fluctuation (95% interval of the difference ${p.low} to ${p.high}).`,
  },
  measures: {
    "on-time": "Orders on time",
    "in-full": "Orders in full",
    perfect: "On time and in full",
    satisfied: "Satisfied (two highest steps)",
  },
  responseName: {
    calendar: (p) => `Complaints answered within ${p.hours} hours`,
    working: (p) => `Complaints answered within ${p.hours} working hours`,
    own: "Complaints answered within the promise of their priority",
  },
  solutionName: (p) => `Complaints solved within ${p.days} days`,
  limitLabel: "First reply within (hours)",
  resolveLabel: "Solved within (days)",
  quoted: (name) => `“${name}”`,
  lacks: (p) => `${p.table} have no ${p.columns}`,
  noneJudged: "none can be judged in this time",
  verdicts: {
    met: "✓ kept",
    missed: "▼ missed",
    unclear: "cannot be told yet",
    thin: "too few to compare",
  },
  expectedGap: (p) => `${p.share} (measured ${p.gap})`,
  late: (p) =>
    `Of ${orders(p.late)} that came late, half were late by up to ${p.median}, nine in ten by up to ${p.p90}.`,
  undelivered: (p) =>
    `${orders(p.orders)} have no day of delivery though the promised day is over; they count as not on time.`,
  short: (p) => `${p.share} of the quantity ordered did not come.`,
  byLine: "Without order numbers each line counts as an order.",
  unreadableDays: (p) => `This day cannot be read and was not used: ${p.pieces}.`,
  table: {
    title: "Standard, measured and expected",
    sub: "Set the standards to what you promise. Expectations are from the survey questions that ask for them.",
    name: "Service standard",
    standard: "Standard",
    standardOf: (p) => `Standard of ${p.name} (%)`,
    measured: "Measured",
    interval: "95% interval",
    judged: "Judged",
    missed: "Missed",
    open: (p) => `${p.missed} missed, open their customers: ${p.name}`,
    expected: "Expected",
    verdict: "Verdict",
    lacking: (p) => `${p.name}: ${p.why}.`,
  },
  chart: {
    title: (p) => `${p.name}: getting better, or ordinary fluctuation?`,
    measure: "Standard drawn",
    changeOn: "Change since",
    changeHint: "A training, another warehouse or carrier; both sides get limits of their own.",
    changed: (p) => `since ${p.day}`,
    standard: (p) => `standard ${p.standard}`,
    sub: (p) =>
      `Share by month; ${p.centre} on average. The band is ordinary fluctuation (3σ control limits); only months outside deserve a question.`,
    centre: { before: (p) => `${p.centre} before`, after: (p) => `${p.centre} after` },
    widened: (p) =>
      ` Months differ more than chance alone would make them, so the limits are ${p.factor} times as wide (Laney p′).`,
    subFew: "Share by month; fewer than 8 whole months make no control limits.",
    subFewSides:
      "Share by month; neither side of the change has 6 whole months, so there are no control limits.",
    description: (p) =>
      `Share over ${grouped(p.months)} months; outside the control limits: ${p.outside}.`,
    none: "none",
    month: "Month",
    judged: "Judged",
    met: "Kept",
    share: "Share",
    low: "Lower limit",
    high: "Upper limit",
    limits: "Control limits",
    verdict: "Note",
    outside: "outside ordinary fluctuation",
    part: "not a whole month",
    mixed: "the change lies within this month, so it counts on neither side",
  },
  how: {
    share:
      "Measured = kept ÷ those that can be judged; what is not due yet and what nobody wrote down is in neither. The interval is Wilson’s, 95%.",
    orders:
      "On time: every line came on or before its promised day; without a day of delivery after the promised day it is not on time. In full: of every line at least the ordered quantity came. Orders belong to the month of their promised day.",
    verdict:
      "Kept when the whole interval is at or above the standard, missed when all of it is below; fewer than 5 are not compared.",
    control:
      "The control chart is Laney’s p′ chart: mean ± 3 × σ_z × standard error, of whole months only. σ_z is how many times wider the months scatter than chance (1 at least), so that large numbers do not make the limits absurdly narrow.",
    change:
      "The interval of the difference is Newcombe’s with the numbers divided by σ_z². A comparison of before and after cannot tell what else changed at the same time.",
    basis: (p) => `From ${p.period}. Filters on orders reach the three order figures only.`,
  },
  cells: {
    all: (p) => `customers judged for: ${p.name}`,
    missed: (p) => `customers of whom it was missed: ${p.name}`,
    month: (p) => `customers of whom it was missed in ${p.when}: ${p.name}`,
    measures: {
      "on-time": "orders on time",
      "in-full": "orders in full",
      perfect: "on time and in full",
      response: "complaints answered in time",
      solution: "complaints solved in time",
      satisfied: "satisfied",
    },
  },
} satisfies ServiceMessages;
