import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { LoyaltyTypesMessages } from "./zh-Hans";

export default {
  name: "Four types of loyalty",
  finding: (p) =>
    rich`Of ${grouped(p.n)} customers, ${marked("hostage", p.hostages)} keep buying though dissatisfied (hostages), and ${marked("mercenary", p.mercenaries)} are satisfied and yet buy seldom (mercenaries).`,
  findingApostles: (p) =>
    rich`Satisfied and loyal (apostles) are ${marked("apostle", p.apostles)}, with ${p.sales} of the sales.`,
  findingUp: (p) =>
    rich`Of the satisfied ${p.satisfied} are loyal, of the others ${p.others}: the satisfied are more loyal (${p.pValue}).`,
  findingDown: (p) =>
    rich`Of the satisfied ${p.satisfied} are loyal, of the others even ${p.others} (${p.pValue}).`,
  findingNone: (p) =>
    rich`Of the satisfied ${p.satisfied} are loyal, of the others ${p.others}: that the satisfied are more loyal is not shown (${p.pValue}).`,
  unstable: (p) =>
    `With one cut moved by a step, up to ${p.share} of the customers would be of another type: near a cut nothing is settled.`,
  question: "Question",
  stretch: "One stretch",
  days: "days",
  satisfiedFrom: "Satisfied from",
  loyalFrom: "Loyal from",
  pointsUnit: "points",
  stretchesUnit: "stretches",
  auto: (p) =>
    `The cuts now: satisfied from ${p.satisfied}, loyal from ${p.loyal} of 12 stretches with a sale. 0 is automatic (the two highest steps; the median).`,
  map: {
    title: "Where does each customer stand?",
    sub: (p) =>
      `Across: the latest score. Up: in how many of the 12 stretches of ${grouped(p.days)} days of ${p.period} they bought. The larger the dot, the more customers; open one to see them.`,
    description: (p) => `${grouped(p.n)} customers in four corners by satisfaction and loyalty.`,
    score: "Score",
    stretches: "Stretches with a sale",
    customers: "Customers",
    type: "Type",
    x: "Satisfied →",
    y: "Loyal →",
    at: (p) => `Score ${p.score} · ${p.stretches} of 12 stretches`,
  },
  types: {
    apostle: "Apostles",
    mercenary: "Mercenaries",
    hostage: "Hostages",
    defector: "Defectors",
  },
  table: {
    title: "What to do for each of them?",
    caption: "Four types: customers, shares, sales, mean score and what to do",
    type: "Type",
    customers: "Customers",
    share: "Share",
    sales: "Sales",
    salesShare: "Of sales",
    score: "Mean score",
    stretches: "Mean stretches",
    todo: "What to do",
    todos: {
      apostle: "Ask them to recommend you; never let them down once.",
      mercenary:
        "Satisfied and seldom there: they compare prices. Find out why, and give a reason to stay.",
      hostage:
        "There often and not satisfied, perhaps for lack of choice. Mend what annoys them: with a choice they leave first.",
      defector:
        "Apologise and make good where it can be; elsewhere keep the bad word from spreading.",
    },
  },
  tied: {
    label: "Cost of leaving",
    options: {
      auto: "Automatic (a contract, where there are any)",
      none: "Not looked at",
      contract: "A running contract",
      tenure: "Length of the relation",
      kinds: "Kinds of goods bought",
    },
    from: "Costly from",
    units: { tenure: "months", kinds: "kinds" },
    why: {
      contract: () => "under contract",
      tenure: (p) => `with you for ${p.from} months or more`,
      kinds: (p) => `buying ${p.from} kinds or more`,
    },
    whyNot: {
      contract: () => "not under contract",
      tenure: (p) => `with you for less than ${p.from} months`,
      kinds: (p) => `buying fewer than ${p.from} kinds`,
    },
    share: (p) =>
      rich`Of the hostages ${marked("tied", p.share)} are ${p.why}: leaving costs them something.`,
    more: (p) =>
      rich`That is more than of the apostles (${p.apostles}; ${p.pValue}): ${p.kind === "contract" ? "the contract is one reason why they stay" : "the cost of leaving may be why they stay"}.`,
    less: (p) =>
      rich`That is less than of the apostles (${p.apostles}; ${p.pValue}): it is not the cost of leaving that keeps them.`,
    same: (p) =>
      rich`No difference to the apostles (${p.apostles}) is shown (${p.pValue}), nor that the cost of leaving keeps them.`,
    rows: (p) => `of these ${p.why}`,
    todos: {
      tied: "They go when the cost is gone: mend what annoys them before that day.",
      free: "Nothing keeps them, and yet they come: ask why before a competitor does.",
    },
    how: {
      contract:
        "Cost of leaving: a contract runs on the as-of day (begun, not ended, not cancelled; one without an end goes on). Customers that are not in the table of contracts have none.",
      tenure:
        "Cost of leaving: months from the first sale to the as-of day. A long relation is a sign of it, no proof.",
      kinds:
        "Cost of leaving: kinds of goods bought up to the as-of day (articles where there are no kinds). Buying many is a sign of it, no proof.",
    },
    test: "Whether hostages and apostles differ in the share for whom leaving is costly: chi-square test of the two by two table.",
    unknown: (p) => `Of ${grouped(p.customers)} hostages it is not known; they are in neither row.`,
  },
  how: {
    source:
      "The four types are of Jones and Sasser (Harvard Business Review 1995): loyalty is what they do, not what they say.",
    loyalty:
      "Loyalty: in how many of the twelve stretches up to the as-of day (or the last sale) they bought at least once. Customers whose first sale is after the beginning of these had less time and are left out.",
    satisfaction: "Satisfaction: the latest score of each customer; of two on one day the lower.",
    hostage:
      "Without data about the cost of changing, a hostage is inferred: there often, and not satisfied.",
    test: "Whether satisfaction and loyalty go together: chi-square test of the two by two table.",
    missing: (p) =>
      `Customers without enough history: ${grouped(p.young)}; earlier answers of the same customers: ${grouped(p.earlier)}; without a customer: ${grouped(p.unlinked)}; not answered: ${grouped(p.unanswered)}.`,
  },
  cells: {
    tied: "hostages whom leaving would cost something",
    free: "hostages whom leaving would cost nothing",
    at: (p) => `customers with score ${p.score} who bought in ${p.stretches} of 12 stretches`,
  },
  refusals: {
    "no-question":
      "There is no usable rating question yet. Import a satisfaction survey with customers.",
    "too-few-customers":
      "Fewer than 20 customers answered and have enough history. Make the stretches shorter, or choose all history.",
  },
} satisfies LoyaltyTypesMessages;
