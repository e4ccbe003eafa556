import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { EffectMessages } from "./zh-Hans";

const customers = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;

export default {
  name: "What a quick response does",
  outcomes: {
    bought: (p) => `bought again within ${grouped(p.days)} days of the response`,
    satisfied: "were satisfied with the outcome",
  },
  finding: (p) =>
    rich`Of customers answered within ${grouped(p.hours)} hours, ${marked("within", p.within)} ${p.outcome}; of those answered later, only ${marked("beyond", p.beyond)} (95% interval of the difference ${p.low} to ${p.high}).`,
  fasterPays: "Within that time, faster is better still.",
  fasterNot: "Within that time, faster shows no further gain.",
  findingNone: (p) =>
    rich`Among ${customers(p.n)} with a complaint, no relation shows between the wait for a response and how many ${p.outcome}.`,
  findingTrend: (p) =>
    rich`Among ${customers(p.n)} with a complaint, the longer the wait the fewer ${p.outcome}, but no single border stands out.`,
  findingOdd: (p) =>
    rich`Among ${customers(p.n)} with a complaint, more of those answered late ${p.outcome}. Something else is likely behind it: easy cases are often answered without hurry.`,
  outcomeLabel: "Outcome",
  choices: { bought: "Bought again", satisfied: "Satisfied" },
  followLabel: "Days followed",
  within: (p) => `within ${grouped(p.hours)} h`,
  between: (p) => `${grouped(p.from)}–${grouped(p.to)} h`,
  beyond: (p) => `more than ${grouped(p.hours)} h`,
  doubling: (p) =>
    `With each doubling of the wait the odds are ${p.odds} times what they were (95% interval ${p.low} to ${p.high}, ${p.p}).`,
  unanswered: (p) => `${customers(p.customers)} without the time of a first response left out.`,
  unfollowed: (p) =>
    `${customers(p.customers)} not followed long enough, or never asked, left out.`,
  byDay: "The table has days without hours, so waits are whole days.",
  chart: {
    title: "Does a quicker response keep customers?",
    sub: (p) =>
      `${customers(p.n)}, each by the first complaint that was answered; by the wait for the first response, the share that ${p.outcome}, with its 95% interval. Fewer than 10 are pale.`,
    description: (p) =>
      `Share that ${p.outcome} by wait: ${p.first} of the quickest, ${p.last} of the slowest.`,
    wait: "First response after",
    customers: "Customers",
    hits: "of these",
    share: "Share",
    interval: "95% interval",
    low: "Low",
    high: "High",
    falling: "Falling fit",
    all: "all",
  },
  how: {
    follow:
      "Counting begins on the day after the response, so a long wait leaves no less time; those not followed for all of it are left out. One complaint a customer.",
    border:
      "Border: of 4, 8, 24, 48, 72 and 168 hours, those with clearly more within than beyond (Fisher’s exact test, false-discovery rate 5%, at least 10 on each side); the clearest is shown. As it was picked, its difference is somewhat too large.",
    trend:
      "The odds with each doubling are from a logistic regression, with a likelihood-ratio test; waits are hours of the wall clock.",
    caution:
      "This is what goes together, not what causes what: urgent or important customers may be answered sooner anyway.",
  },
  cells: {
    in: (p) => `customers with a first response ${p.wait}`,
    lost: (p) => `customers with a first response ${p.wait} of whom it was not so`,
  },
  refusals: {
    "few-cases":
      "Fewer than 30 customers can be looked at: it takes the times of complaint and first response, and later orders or whether they were satisfied.",
  },
} satisfies EffectMessages;
