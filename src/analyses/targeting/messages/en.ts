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
  findingAll: (p) =>
    rich`On these terms ${marked("call", `all ${customers(p.customers)}`)} are worth a call: ${marked("profit", p.money)} expected after all costs.`,
  findingMore: (p) => `Beyond that every call loses money; calling everybody ends at ${p.money}.`,
  findingByChance: (p) => `As many picked by their chance of leaving alone bring only ${p.money}.`,
  costAssumed: (p) =>
    p.customers === 0
      ? `How long the list is depends on the cost of a contact, and ${p.contact} is assumed: at ${p.dearer} nobody is worth one. Give your own cost.`
      : `How long the list is depends on the cost of a contact, and ${p.contact} is assumed: at ${p.dearer} only the first ${customers(p.customers)} are worth one, for ${p.profit}. Give your own cost.`,
  notWorth: (p) =>
    `High risk is not the same as worth a call: ${customers(p.customers)} may well leave, but keeping them earns less than offer and contact cost.`,
  warning:
    "This supposes that a contact keeps some of those who would leave, and reminds nobody to go. Only leaving some alone and comparing afterwards can show it.",
  notTheSame:
    "High risk is not the same as worth a call: what counts is what keeping the customer earns, and whether it accepts.",
  refused: {
    title: "There is no churn model to trust yet",
    text: "Without chances of leaving nobody can be chosen.",
  },
  controls: {
    title: "Terms of the campaign",
    sub: "What you have not set follows the assumptions below; your own figures are better. How leaving is counted is set under “Who will leave”, for both.",
    margin: "Gross margin",
    reset: "Back to the opening values",
    offer: "Offer to each",
    contact: "Cost of a contact",
    acceptance: "Share that accepts",
    clv: "Yearly profit of a customer",
    holdout: "Left alone",
    percent: "%",
  },
  terms: {
    marginData: (p) =>
      `Margin: each customer's own over the last 365 days, ${p.margin} for all together, which stands in where one has none.`,
    marginAssumed: (p) =>
      `Gross margin: the data have no cost, so ${p.margin} is assumed. Please put in yours.`,
    clvData: (p) => `Yearly profit of a usual customer (the median): ${p.clv}.`,
    clvAssumed: (p) =>
      `The data have no money, so a customer is assumed to bring ${p.clv} a year. Please put in yours.`,
    offerAssumed: (p) =>
      `Offer: ${p.offer} is assumed, ${p.share} of a usual customer's yearly profit.`,
    contactAssumed: (p) =>
      `Contact: ${p.contact} is assumed, ${p.share} of a usual customer's yearly profit.`,
    acceptance: (p) =>
      `Acceptance: ${p.share} of those about to leave stay for the offer, the usual assumption in the literature.`,
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
    part: "Part",
    contact: "contact",
    alone: "hold-out, no contact",
    openAll: "Open the whole list",
    why: (p) => `${p.chance} chance of leaving; a contact is expected to bring ${p.profit}`,
    action: "Save",
    openContact: (p) => `Open the ${grouped(p.customers)} to contact`,
    openAlone: (p) => `Open the ${grouped(p.customers)} left alone`,
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
  readout: {
    title: "Afterwards: did it work?",
    sub: "For campaigns that were not kept here: type in what happened, and compare those contacted with those left alone.",
    contacted: "Contacted",
    contactedLeft: "Left among those contacted",
    alone: "Left alone",
    aloneLeft: "Left among those left alone",
    unit: "customers",
    shares: (p) =>
      `Share that left: ${p.contacted} of those contacted, ${p.alone} of those left alone.`,
    works: (p) =>
      `It works: ${p.effect} fewer left (95% interval ${p.low} to ${p.high}), about ${customers(p.kept)} kept.`,
    harms: (p) =>
      `It does harm: ${p.effect} more of those contacted left (95% interval ${p.low} to ${p.high}). Stop it.`,
    unclear: (p) =>
      `Not to be seen yet: the true difference may lie anywhere from ${p.low} to ${p.high} (above 0 = fewer left), and 0 is among it.`,
    wrong: "No more can have left than there were.",
  },
  how: {
    profit:
      "Expected profit of a contact = chance × acceptance × (worth − offer) − (1 − chance) × offer − contact. Those who would have stayed take the offer as well.",
    value: {
      profit: "Worth if kept = sales of the last 365 days × the customer's own margin.",
      sales: "Worth if kept = sales of the last 365 days × gross margin.",
      fee: "Worth if kept = twelve monthly fees × gross margin.",
      column: "Worth if kept = the chosen column × gross margin.",
      none: "Worth if kept = the yearly profit of a customer, the same for all.",
    },
    empc: (p) =>
      `EMPC (expected maximum profit on the test): ${p.empc} a customer, contacting ${p.share} of them on average; acceptance averaged over its beta distribution, each at the yearly profit of a usual customer.`,
  },
  cells: {
    call: "customers on the list to call",
    contact: "customers on the list to contact",
    leftAlone: "customers on the list that are left alone",
    notWorth: "customers at high risk that are not worth a call",
    first: (p) => `the first ${customers(p.customers)} of the list to call`,
  },
} satisfies TargetingMessages;
