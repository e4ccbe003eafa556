import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { NextOrderMessages } from "./zh-Hans";

const customers = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;

export default {
  name: "Next order",
  refusals: { "few-rhythms": "A rhythm shows once ten customers have ordered three times." },
  finding: (p) =>
    rich`${marked("overdue", customers(p.overdue))} should have ordered by now, going by their own rhythm: ${marked("money", p.money)} hang on it.`,
  findingNone: "No customer is clearly later than its own rhythm.",
  findingDue: (p) => rich`${marked("due", customers(p.due))} are just due (${p.money}).`,
  findingSoon: (p) =>
    rich`In the next ${p.days} ${marked("soon", customers(p.soon))} should order, some ${p.money} in all.`,
  ahead: "Soon means within",
  dayUnit: "days",
  weeks: {
    title: "In which week should orders come?",
    sub: (p) =>
      `${customers(p.customers)} with a rhythm that are not gone, by the week of the expected day; to the left: the day is over and no order came.`,
    description:
      "Columns of expected money by week, late ones before the as-of day and coming ones after it.",
    past: (p) => `${p.weeks} wk late`,
    future: (p) => `in ${p.weeks} wk`,
    thisWeek: "within 7 days",
    week: "Week of the expected order",
    customers: "Customers",
    money: "Expected money",
    beyond: (p) => `${p.name} or more`,
  },
  states: {
    title: "How far along are the customers?",
    sub: (p) =>
      `${grouped(p.rhythm)} of ${customers(p.all)} have ordered three times or more and show a rhythm; pick a row to see them.`,
    state: "State",
    customers: "Customers",
    money: "Next orders",
    names: { later: "Later", soon: "Soon", due: "Due", overdue: "Overdue", gone: "Perhaps gone" },
    rules: {
      later: "expected day still far",
      soon: (p) => `expected within ${p.days}`,
      due: "expected day over, still within the usual",
      overdue: "longer than four in five of its own gaps",
      gone: (p) => `beyond anything usual and beyond the churn window of ${p.days}`,
    },
  },
  list: {
    title: "Whom to call first?",
    sub: (p) =>
      `The ${grouped(p.shown)} with the largest next order of ${customers(p.all)} due or overdue; pick one for its page.`,
    none: "Nobody is due or overdue now.",
    openAll: "Open all that are overdue",
    name: "Customer",
    state: "State",
    expected: "Expected",
    interval: "80% interval",
    silence: "Silent for",
    usual: "Usual gap",
    index: "Times usual",
    regularity: "Rhythm",
    money: "Next order",
    times: (p) => `${p.times}×`,
    regularities: { regular: "regular", mixed: "varying", irregular: "irregular" },
  },
  cells: {
    state: (p) => `customers whose next order is “${p.name}”`,
    week: (p) => `customers expected “${p.name}”`,
  },
  how: [
    "The next order is reckoned from the gaps between a customer’s own orders; with few gaps it leans on the rhythm of all.",
    "Expected day = last order + median gap; the 80% interval is from 10% to 90% of the same reckoning.",
    "Overdue: silent beyond the 80% point of the reckoned gap. Perhaps gone: beyond its 99% point, the churn window and three usual gaps.",
    "Next order: the median of the last five order days, returns not taken off.",
  ],
  coverage: (p) =>
    `Test: the latest gap of each customer reckoned from those before; ${p.share} of ${grouped(p.gaps)} lay in the 80% interval.`,
  window: (p) =>
    `Churn window ${p.days}: within it four orders in five are followed by the next (Kaplan–Meier, open gaps counted).`,
  shape: (p) => `Regularity ${p.value}: 1 is pure chance, larger is more regular.`,
} satisfies NextOrderMessages;
