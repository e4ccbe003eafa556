import { grouped } from "../../../i18n/number-words";
import type { Hours, RulesMessages } from "./rules-zh-Hans";

const hours = ({ hours: count, clock }: Hours): string =>
  `${grouped(count)} ${clock === "working" ? "working hours" : "hours"}`;

export default {
  suggestTitle: "No rules yet",
  suggestText:
    "Begin with three priorities by the severity in your table (first reply within 8, 24 and 72 hours), then change each; it can be undone.",
  suggest: "Begin with three",
  suggested: "Three priorities are laid down; change each as you like.",
  levels: ["High", "Medium", "Low"],
  local:
    "Rules stay on this computer, and importing complaints again does not change them; cases, response times and service standards follow them.",
  priorities: {
    title: "Priorities and promises",
    sub: (p) =>
      `Within how many hours each is to be answered first; ${hours(p)} where nothing is laid down.`,
    add: "Add a priority",
    none: "No priority is laid down.",
    caption: "Priorities, their order and promises",
    columns: { name: "Priority", rank: "Order", hours: "First reply within", open: "Not closed" },
    hours,
    title1: "Priority",
    name: "Name",
    rank: "Order (1 goes first)",
    limit: "First reply within (hours)",
    needsName: "Please write a name.",
    taken: "There is a priority of this name.",
  },
  matrix: {
    title: "Which complaint has which priority?",
    sub: "A rule for both goes first, then that of the severity, then that of the type. What comes from such a rule stands in brackets. A priority given to a case by hand stays.",
    caption: "Priority by type and severity",
    kind: "Type",
    anyKind: "Any type",
    anySeverity: "Any severity",
    inherited: (p) => `(${p.name})`,
    label: (p) => `Priority of ${p.kind}, ${p.severity}`,
    first: "Lay down priorities above first.",
  },
  escalation: {
    title: "Escalation rules",
    sub: "A complaint that waits longer than this is listed as to be escalated, and to whom. Where several rules fit, the one with the longest wait counts.",
    add: "Add a rule",
    none: "No rule yet: a first reply that is late is listed as to be escalated to whoever is above.",
    caption: "Escalation rules",
    columns: { when: "When", who: "Which", to: "To", due: "Due" },
    steps: {
      respond: "without a first reply",
      cause: "without a cause found",
      solve: "without a solution",
      close: "without a follow-up",
      any: "not closed",
    },
    when: (p) => `${hours(p)} ${p.step}`,
    everyone: "All",
    title1: "Escalation rule",
    step: "Situation",
    hours: "Longer than (hours)",
    hint: "By the clock chosen under Response times: hours of the wall clock or working hours. Without a first reply and not closed count from when the complaint was received, without a cause or a solution from the first reply, without a follow-up from the solution.",
    severity: "Severity",
    priority: "Priority",
    any: "Any",
    to: "To",
    needsTo: "Please write to whom.",
  },
  brief: {
    name: "Complaints to be escalated",
    due: (p) =>
      p.due === 1
        ? "One complaint is to be escalated."
        : `${grouped(p.due)} complaints are to be escalated.`,
    one: (p) => `${p.id} ${p.name}: ${p.why}, to ${p.to}`,
    late: (p) => `${hours(p)} without a first reply`,
    above: "whoever is above",
  },
  saved: "The rule is saved.",
  removed: "The rule is deleted.",
  remove: "Delete",
} satisfies RulesMessages;
