import promises from "./promises-en";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CreditLadderMessages } from "./zh-Hans";

const messages: CreditLadderMessages = {
  name: "Credit ladder",
  steps: { 1: "Keep records", 2: "Assess credit", 3: "Pay first", 4: "Legal steps" },
  stepName: (p) => `${p.step} · ${p.name}`,
  customers: (p) => grouped(p.customers),
  finding: {
    high: (p) =>
      rich`Of ${grouped(p.customers)} customers with invoices, ${marked("prepay", grouped(p.prepay))} should pay before delivery and ${marked("legal", grouped(p.legal))} call for legal steps; ${marked("overdue", p.overdue)} is overdue.`,
    calm: (p) =>
      rich`Of ${grouped(p.customers)} customers with invoices none has to pay before delivery; the credit of ${marked("assess", grouped(p.assess))} should be assessed, and ${marked("overdue", p.overdue)} is overdue.`,
    promises: (p) =>
      rich`Of ${grouped(p.due)} promises to pay that are due, ${grouped(p.kept)} were kept and ${marked("broken", `${grouped(p.broken)} broken`)}.`,
    lost: (p) =>
      rich`Of ${grouped(p.lost)} involuntary losses ${marked("lostHigh", grouped(p.high))} stood on step 3 or 4 on the day they left; of ${grouped(p.other)} others ${grouped(p.otherHigh)}.`,
    lostAlike: (p) =>
      rich`Of ${grouped(p.lost)} involuntary losses ${marked("lostHigh", grouped(p.high))} stood on step 3 or 4 on the day they left, of ${grouped(p.other)} others ${grouped(p.otherHigh)}: no difference shows.`,
  },
  missing: {
    title: "There is no credit ladder yet",
    open: "Import",
    gaps: {
      "no-invoices":
        "A table of invoices is needed: customer, amount, due day (or invoice day and terms), and the day of settlement or the open amount.",
      nobody: "No customer here has an invoice that can be used.",
    },
  },
  controls: {
    graceDays: "Grace",
    prepayDays: "Pay first: overdue by more than",
    legalDays: "Legal steps: overdue by more than",
    assessShare: "Assess credit: late share from",
    prepayShare: "Pay first: late share from",
    brokenAssess: "Assess credit: broken promises from",
    brokenPrepay: "Pay first: broken promises from",
    times: "",
    days: "days",
    percent: "%",
  },
  chart: {
    title: "On which step are customers?",
    sub: (p) =>
      `${grouped(p.customers)} customers with invoices: how many on each step, and what is overdue.`,
    description: (p) => `${grouped(p.customers)} customers on the four steps of the credit ladder.`,
    step: "Step",
    overdue: "Overdue",
  },
  list: {
    title: "What to do, and on what grounds",
    sub: (p) =>
      `From step 2 on, highest step and most overdue first: the first ${grouped(p.shown)} of ${grouped(p.lines)}.`,
    caption: "Customers from step 2 on, the grounds, and what moves them",
    openAll: "Open steps 3 and 4",
    customer: "Customer",
    step: "Proposal",
    overdue: "Overdue",
    oldest: "Oldest",
    late: "Late",
    lateOf: (p) => `${grouped(p.late)} of ${grouped(p.judged)}`,
    broken: "Promises broken",
    disputed: "In dispute",
    down: "One step down",
    pay: (p) => `${p.money} paid`,
    onTime: (p) => `next ${grouped(p.invoices)} in time`,
    promiseOld: (p) => `broken promises forgotten in ${grouped(p.days)} days`,
    both: (p) => `${p.one} and ${p.other}`,
    up: "One step up",
    upIn: (p) => `in ${grouped(p.days)} more days`,
  },
  lost: {
    title: "Where did lost customers stand?",
    sub: "On the day they left, with what was unpaid then.",
    caption: "Lost customers on the upper steps on the day they left",
    kind: "Loss",
    kinds: { involuntary: "Involuntary", other: "Other" },
    customers: "With invoices",
    high: "On step 3 or 4",
    share: "Share",
    difference: (p) =>
      `A difference of ${p.difference} points, 95% interval ${p.low} to ${p.high}.`,
    none: "No loss is written down to compare with.",
  },
  disputed: (p) =>
    `${grouped(p.customers)} customers have invoices in dispute. A dispute is a complaint: deal with that first; it lifts nobody.`,
  how: (p) => [
    "The four steps are those that prevent involuntary loss: complete records, credit assessment, payment before delivery, legal measures. A customer stands on the highest that its payments call for.",
    `The late share rests on invoices due in the last ${grouped(p.lookBack)} days whose day of payment is known; under 3 it is not used.`,
    "Promises to pay are written down by you and judged by the payments (without any, by the settlement of invoices): kept where enough came in from the day it was given to the day it was due. Money counts once, for what is due first.",
    "This is a proposal: why money is late (a wrong invoice, a dispute, their bank) stands in no table.",
  ],
  cells: {
    all: "Customers on the credit ladder",
    step: (p) => `Customers proposed for “${p.name}”`,
    disputed: "Customers with invoices in dispute",
    broken: "Customers that broke a promise to pay lately",
    lost: (p) => `${p.name} losses with invoices`,
    lostHigh: (p) => `${p.name} losses on step 3 or 4 on the day they left`,
  },
  promises,
};

export default messages;
