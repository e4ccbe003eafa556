import { grouped } from "../../../i18n/number-words";
import type { RulesMessages } from "./rules-zh-Hans";

const days = (count: number): string => `${grouped(count)} ${count === 1 ? "day" : "days"}`;

export default {
  title: "Definitions in force",
  sub: "The figures of all pages follow these. Values are read from the analyses as they are set now; change them where it says, and this list follows.",
  caption: "Definitions, their value now, and where to change them",
  columns: { name: "Definition", meaning: "What it means", value: "Now", place: "Changed in" },
  names: {
    scope: "As-of date and period",
    window: "Churn window",
    current: "Present customers",
    lost: "What says who is lost",
    partial: "Partial losses",
    less: "Buying less",
    back: "Win-back window",
    worth: "Assumptions of saving",
    credit: "Days of credit",
    ledger: "Period of the customer ledger",
    grades: "Grades A, B, C",
    weights: "Weights of the health score",
    bands: "Red, yellow and green",
    ownExits: "Exits needed to tell who left",
  },
  meanings: {
    scope: "Orders after the as-of date have not happened yet; sales are those of the period.",
    window: "How long without an order counts as lost. Shared by warnings and who will leave.",
    current: (p) =>
      `Customers that ordered within ${days(p.days)} up to the as-of date; only they get a health score.`,
    lost: "Who counts as lost in when and why customers leave.",
    partial: "An exit that says partial: the customer is still there and is not lost.",
    less: "Still buying, but so much less than their own usual, and hardly by chance.",
    back: "How long after a loss it is time to win back; earlier ones wait, later ones are left out.",
    worth:
      "How many of those who would leave an offer keeps; offer and cost of a contact are set there, too.",
    credit: "From the due day on; so many days past due lead to each step of credit.",
    ledger: (p) =>
      `By which periods customers come and go; in the stages of the life cycle ${days(p.days)} without an order count as lost.`,
    grades:
      "Customers from the largest down, and where A, B and C end. Lists always use this cut; Value can show others.",
    weights: "The score is the mean of eight measures; what a customer lacks is shared out.",
    bands: "Below the first figure a customer is red, below the second yellow.",
    ownExits:
      "Where nothing but exits (imported or written down here) says who left, and there are fewer, When, Factors and Win back go by silence; Why counts from the first on.",
  },
  values: {
    scope: (p) => `${p.day}; ${p.period}`,
    byGaps: (p) => `${days(p.days)}, from your own gaps between orders`,
    given: (p) => `${days(p.days)}, set by you`,
    days: (p) => days(p.days),
    silence: (p) => `${p.source}, ${days(p.days)}`,
    auto: (p) => `${p.source} (chosen automatically)`,
    partial: (p) => grouped(p.count),
    silenceOnly: "Not used: lost customers are told otherwise",
    less: (p) => `The last ${days(p.days)} below ${p.ratio} of the ${days(p.past)} before`,
    back: (p) => `${grouped(p.from)} to ${grouped(p.to)} months after the loss`,
    worth: (p) => `${p.accepted} take the offer; ${p.alone} of the list are left alone`,
    credit: (p) =>
      `${days(p.grace)} of grace; past due by more than ${days(p.prepay)} pays before delivery, by more than ${days(p.legal)} legal steps`,
    grain: { month: "Month", quarter: "Quarter", days: "Days of your choice" },
    weight: (p) => `${p.name} ${grouped(p.weight)}`,
    bands: (p) => `${grouped(p.danger)} and ${grouped(p.watch)} points`,
    customers: (p) => `${grouped(p.count)} customers`,
    byRank: (p) => `By customers: ${p.shares}`,
    byAmount: (p) => `By cumulative amount: ${p.shares}`,
    unknown: "Too few data to say",
  },
  top: "The bar above",
  fixed: "Fixed",
} satisfies RulesMessages;
