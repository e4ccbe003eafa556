import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { TargetingMessages } from "./zh-Hans";

const customers = (count: number): string =>
  count === 1 ? "1 customer" : `${grouped(count)} customers`;

export default {
  name: "Whom to keep",
  finding: (p) =>
    rich`Call the first ${marked("call", customers(p.customers))}: ${marked("profit", p.money)} expected after all costs.`,
  findingNobody:
    "With this offer and this cost of a contact nobody is worth a call; calling is not advised.",
  findingMore: (p) => `Beyond that every call loses money; calling everybody ends at ${p.money}.`,
  findingByChance: (p) => `As many picked by their chance of leaving alone bring only ${p.money}.`,
  notWorth: (p) =>
    `High risk is not the same as worth a call: ${customers(p.customers)} may well leave, but keeping them earns less than offer and contact cost.`,
  warning:
    "This supposes that a contact keeps some of those who would leave, and reminds nobody to go. Only leaving some alone and comparing afterwards can show it.",
  salesValue:
    "A customer's money is its sales, not profit. Give the gross margin, or the expected profit is said too high.",
  refused: {
    title: "There is no churn model to trust yet",
    text: "Without chances of leaving nobody can be chosen. The reason stands under “Who will leave”.",
  },
  controls: {
    title: "Terms of the campaign",
    offer: "Offer to each",
    contact: "Cost of a contact",
    acceptance: "Share that accepts",
    margin: "Gross margin",
    clv: "Value of a customer",
    holdout: "Left alone",
    percent: "%",
  },
  curve: {
    title: "How long should the list be?",
    sub: (p) =>
      `${customers(p.customers)} today, called by expected profit, the largest first; dashed is by chance of leaving alone.`,
    description: (p) =>
      `Profit by length of the list, highest at ${customers(p.customers)} with ${p.money}.`,
    best: (p) => `${customers(p.customers)}, ${p.money}`,
    byChance: "by chance alone",
    customers: "Length of the list",
    profit: "By expected profit",
    point: (p) => `The first ${customers(p.customers)}`,
  },
  list: {
    title: "Whom to call first?",
    sub: (p) => `${customers(p.customers)} on the list, the first ${grouped(p.shown)} here.`,
    caption: "Customers with the largest expected profit of a contact",
    name: "Customer",
    profit: "Expected profit",
    chance: "Chance of leaving",
    value: "Worth if kept",
    openAll: "Open the whole list",
  },
  holdout: {
    title: "How to know whether it works?",
    sub: (p) =>
      `Leave ${grouped(p.leftAlone)} alone at random, contact ${grouped(p.contacted)}, and compare after a churn window.`,
    none: "Nobody is left alone: afterwards nobody can say who stayed because of the contact.",
    expected: (p) =>
      `Without a contact ${p.leaving} are expected to leave; a contact is expected to take off ${p.effect}.`,
    seen: (p) =>
      `Parted like this, a difference of ${p.detectable} or more would be seen (5% level, 80% power).`,
    unseen: (p) =>
      `Parted like this, only a difference of ${p.detectable} would be seen, more than expected, so probably none. Each part needs ${customers(p.needed)}.`,
  },
  how: {
    profit:
      "Expected profit of a contact = chance × acceptance × (worth − offer) − (1 − chance) × offer − contact. Those who would have stayed take the offer as well.",
    value: {
      sales: "Worth if kept = sales of the last 365 days × gross margin.",
      fee: "Worth if kept = twelve monthly fees × gross margin.",
      column: "Worth if kept = the chosen column × gross margin.",
      none: "Worth if kept = the value given × gross margin, the same for all.",
    },
    empc: (p) =>
      `EMPC (expected maximum profit on the test): ${p.empc} a customer, contacting ${p.share} of them on average; acceptance averaged over its beta distribution, the value given for each.`,
  },
  cells: {
    call: "customers on the list to call",
    notWorth: "customers at high risk that are not worth a call",
    first: (p) => `the first ${customers(p.customers)} of the list to call`,
  },
} satisfies TargetingMessages;
