import codes from "./codes-en";
import exits from "./exits-en";
import groups from "./groups-en";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ChurnCausesMessages } from "./zh-Hans";

const messages: ChurnCausesMessages = {
  name: "Why customers leave",
  rest: "Others",
  months: (p) => `${grouped(p.months)} months`,
  customers: (p) => grouped(p.customers),
  axis: "Months as a customer",
  axisUnit: "Duration, in the unit of the data",
  causes: {
    natural: "Natural",
    competition: "Competition",
    fault: "Our fault",
    involuntary: "Involuntary",
    unknown: "Unknown",
  },
  initiatives: {
    voluntary: "Voluntary",
    "involuntary-benign": "Involuntary, benign",
    "involuntary-retaliatory": "Involuntary, retaliatory",
    "involuntary-malicious": "Involuntary, malicious",
    involuntary: "Involuntary, intent unknown",
    unknown: "Unknown",
  },
  switching: {
    pricing: "Pricing",
    inconvenience: "Inconvenience",
    "core-failure": "Core service failure",
    "encounter-failure": "Service encounter failure",
    "failure-response": "Response to a failure",
    rival: "Attracted by a competitor",
    ethics: "Ethical problem",
    involuntary: "Involuntary switching",
    unknown: "Unknown",
  },
  finding: {
    first: (p) =>
      rich`Of ${marked("lost", grouped(p.lost))} lost customers most went for ${marked("cause", p.cause.toLowerCase())}: ${grouped(p.customers)}, or ${p.share}.`,
    money: (p) =>
      rich`By money the largest loss is ${marked("money", p.cause.toLowerCase())}: ${p.money}.`,
    rival: (p) =>
      rich`“${p.name}” took the most, ${marked("rival", `${grouped(p.customers)} customers`)}.`,
  },
  caution: {
    unknown: (p) =>
      `${p.share} of the lost customers have no reason that can be read; all shares below are too low. Say what they mean in the reason list below, or note down reasons.`,
    few: (p) => `Only ${grouped(p.events)} have left; do not conclude yet.`,
    fewExits: (p) =>
      `Only ${grouped(p.events)} losses are on record; do not conclude yet. Everybody without a record counts as still there, so the shares lost are too low; only the reasons can be weighed against each other.`,
  },
  missing: {
    title: "Why customers leave cannot be seen yet",
    open: "Import",
    gaps: {
      "no-source":
        "A table of lost customers (customer, day, reason) is needed, or duration, churn and reason in the customer table.",
      "no-duration": "There is no duration. Choose a column of numbers.",
      "no-event": "No column says who has left.",
      "event-unclear": "Which value means lost cannot be told.",
      "no-contracts":
        "The table of lost customers has no usable row, or nobody knows when customers began.",
      "no-orders": "There are no sales.",
      "no-window": "There is no churn window.",
      nobody: "There is no usable customer here.",
      "too-few-in-sight":
        "Customers are seen at different ages, and at no age enough of them at once to take a share. Import earlier losses too, or widen the scope.",
      "no-causes":
        "It is known who left, but not why. Say what the reasons mean in the reason list below, add a reason to the table of lost customers, or choose a column of the customer table here.",
    },
  },
  controls: {
    level: "Divide by",
    levels: {
      cause: "Natural, competition, fault",
      initiative: "Voluntary or not",
      switching: "Keaveney's eight",
      given: "Own words",
    },
    cause: "Reason from",
    fromExits: "Table of lost customers",
    measure: "Show",
    byCustomers: "Customers",
    byMoney: "Money",
  },
  curves: {
    title: "How many customers does each cause take?",
    sub: (p) =>
      `${grouped(p.customers)} customers, ${grouped(p.lost)} lost. The layers add up to all losses; the blank above is still there.`,
    description: (p) => `Share lost to each of ${grouped(p.causes)} causes over time, stacked.`,
  },
  table: {
    title: "Causes",
    sub: (p) => `Within ${p.time} of becoming a customer.`,
    cut: (p) =>
      `Later on fewer than ${grouped(p.fewest)} are in sight, and one loss would make the shares jump: they end here. The ${grouped(p.losses)} lost after that ${p.losses === 1 ? "counts" : "count"} among customers and money, but in no share.`,
    caption: "Customers, share, interval and money of each cause",
    cause: "Cause",
    customers: "Customers",
    incidence: "Share lost",
    interval: "95% interval",
    naive: "If alone",
    money: "Money lost",
    time: "Time",
    left: "Still there",
    running: "Running total",
    note: "“If alone” is 1 − Kaplan–Meier with the other causes taken away. It is always too high; its parts add up to more than was lost.",
  },
  levels: {
    title: "By whose wish, and why?",
    sub: "Two levels: voluntary or not, then the cause.",
    caption: "Lost customers by whose wish it was and by cause",
    initiative: "By whose wish",
  },
  reasons: {
    title: "Reasons",
    sub: (p) => `Most first, with the running total. ${p.basis}`,
    description: (p) => `${grouped(p.reasons)} reasons, most first.`,
    name: "Reason",
  },
  competitors: {
    title: "Lost to whom?",
    sub: "Competitors that are written down, most first.",
    description: (p) => `${grouped(p.competitors)} competitors, most first.`,
    name: "Competitor",
  },
  basis: {
    given: "Money is the amount given.",
    sales: "Money is the sales of the year before.",
    missing: (p) => `It is unknown for ${grouped(p.customers)} customers.`,
  },
  how: [
    "Cumulative incidence (Aalen–Johansen): only those who are still there can leave; who left for another cause no longer counts. The causes and those who are left add up to 100%.",
    "Reasons are told by their words in group, reason and note; a named competitor without a reason is competition. What fits nowhere is unknown, never guessed.",
  ],
  cells: {
    cause: (p) => `Customers lost to “${p.name}”`,
    reason: (p) => `Customers lost for reason ${grouped(p.place)}`,
    competitor: (p) => `Customers lost to competitor ${grouped(p.place)}`,
  },
  codes,
  exits,
  groups,
};

export default messages;
