import { grouped } from "../../../i18n/number-words";
import type { CodesMessages } from "./codes-zh-Hans";

export default {
  title: "Reason list",
  sub: (p) =>
    p.unread > 0
      ? `The losses give ${grouped(p.reasons)} reasons; what ${grouped(p.unread)} of them mean is not known, and those come first. Open a line to say what it means; all analyses of churn follow.`
      : `The losses give ${grouped(p.reasons)} reasons, and all of them are understood. Open a line to change what it means; all analyses of churn follow.`,
  showAll: (p) => `Show all ${grouped(p.reasons)}`,
  none: "No loss gives a reason yet. Import a table of lost customers, or write one down with its reason.",
  more: (p) => `${grouped(p.reasons)} more reasons of fewer customers are not listed.`,
  silent: (p) => `Customers whose loss gives no reason at all: ${grouped(p.customers)}.`,
  counted:
    "Customers lost in part or won back later are counted too, so there may be more than above.",
  caption: "Reasons as the losses give them, and what they count as",
  columns: {
    reason: "As written",
    customers: "Customers",
    read: "Counts as",
    switching: "Keaveney's eight",
    by: "Decided by",
  },
  by: { rules: "Built-in rules", own: "You", none: "Not understood" },
  form: {
    title: (p) => `Reason list: ${p.name}`,
    ruled: (p) => `The built-in rules read ${p.read}; of Keaveney's eight: ${p.switching}.`,
    asRecorded: "As recorded",
    asRuled: "By built-in rules",
    none: "Not classified",
    hint: "Holds for every loss with this reason. One that is recorded as ended by us stays involuntary unless you choose “Voluntary” here.",
    open: (p) => `Open these customers (${grouped(p.customers)})`,
    saved: (p) => `“${p.name}” now counts as you said.`,
    reset: "Back to built-in rules",
    resetDone: (p) => `“${p.name}” is read by the built-in rules again.`,
  },
  inForm: (p) => `In the reason list “${p.name}” counts as ${p.read}; the figures go by the list.`,
  cell: (p) => `Customers lost for the reason at place ${grouped(p.place)}`,
} satisfies CodesMessages;
