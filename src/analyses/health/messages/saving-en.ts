import { grouped } from "../../../i18n/number-words";
import type { SavingMessages } from "./saving-zh-Hans";

const customers = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;
const onDays = (count: number): string => `${grouped(count)} ${count === 1 ? "day" : "days"}`;

export default {
  title: "Saving board",
  sub: "Customers you were warned of and took on, step by step until they are saved or lost. Kept on this computer alone; imports never change it.",
  phases: { warned: "Warned", saving: "Being saved", saved: "Saved", lost: "Lost" },
  ended: "Ended",
  phaseCount: (p) => `${p.phase} ${grouped(p.count)}`,
  phaseSwitch: "Phase",
  none: {
    title: "Nobody is being saved yet",
    text: "Press Take beside a customer in the list of warnings below, and it appears here; the page of a customer offers the same.",
    textBare:
      "Press “Put on the saving board” on the page of a customer, and it appears here; with orders, this page also lists warnings.",
  },
  column: {
    warned: "No customer in this phase.",
    saving: "Nobody is being saved.",
    ended: "No case has ended yet.",
  },
  finding: {
    open: (p) =>
      `${customers(p.open)} to save; they bought ${p.money} in the year before they were taken on.`,
    openBare: (p) => `${customers(p.open)} to save.`,
    due: (p) =>
      p.due === 1
        ? "The next step of 1 is due today or overdue."
        : `The next steps of ${grouped(p.due)} are due today or overdue.`,
    ended: (p) => `Of those that ended, ${grouped(p.saved)} saved and ${grouped(p.lost)} lost.`,
    noneOpen: "Nobody is left to save.",
  },
  owner: "Owner",
  anyOwner: "All",
  noOwner: "None",
  card: {
    money: (p) => `Bought ${p.money} in the year before`,
    since: (p) => `${p.phase} for ${p.days}`,
    owner: (p) => `Owner: ${p.owner}`,
    noOwner: "No owner yet",
    warning: (p) => `Warning: ${p.warning}`,
    reason: (p) => `Reason: ${p.reason}`,
    next: (p) => `Next: ${p.step} (${p.day})`,
    nextUndated: (p) => `Next: ${p.step}`,
    nextOnly: (p) => `Next: ${p.day}`,
    noNext: "No next step yet",
    dayDue: (p) => `${p.day}, ${p.due}`,
    due: "due today",
    overdue: (p) => `${onDays(p.days)} overdue`,
    again: (p) => `Ordered on ${onDays(p.days)} since it was taken on, ${p.money}`,
    againEnded: (p) => `Ordered on ${onDays(p.days)} since, ${p.money}`,
    notAgain: "Has not ordered since",
    gone: "Not in the present data",
    start: "Start saving",
    saved: "Saved",
    lost: "Lost",
    reopen: "Try again",
    actionOf: (p) => `${p.action}: ${p.name}`,
  },
  more: (p) => `20 more (${grouped(p.rest)} left)`,
  told: {
    taken: (p) => `${p.name} is on the board, under Warned.`,
    moved: (p) => `${p.name} moved to ${p.phase}.`,
    saved: "Kept, on this computer alone.",
    removed: "Taken off the board.",
  },
  take: "Take",
  takeOf: (p) => `Take ${p.name}`,
  takeFromPage: "Put on the saving board",
  onBoard: "On the saving board",
  add: "Add a customer",
  picker: {
    title: "Put a customer on the board",
    customer: "Customer",
    hint: "Type a name, number or pinyin and choose one below.",
  },
  already: (p) => `${p.name} is on the board already.`,
  waiting: {
    title: "Warned, and nobody has taken them on",
    sub: (p) =>
      `In the order in which to call; ${grouped(p.count)} of the first 50 are not taken on.`,
    ended: (p) =>
      `${grouped(p.count)} more have been worked on to an end and are left out until the data go ${grouped(p.days)} days beyond it and the warning still stands; those lost must also have bought since.`,
    caption: "Warned customers that nobody has taken on",
    name: "Customer",
    score: "Health",
    year: "Sales of a year",
    reasons: "Reasons",
    take: "Take",
  },
  funnel: {
    title: "How does saving go?",
    sub: "Each customer once; who is still in a phase counts up to today (product limit).",
    caption: "Customers and time in each phase",
    phase: "Phase",
    reached: "Reached",
    now: "Now",
    time: "Time in phase (median)",
    timeNone: "Fewer than half have left it",
    names: { warned: "Warned", saving: "Being saved", saved: "Saved", lost: "Lost" },
    share: (p) => `Of the cases that ended, ${p.share} were saved (95% ${p.low} to ${p.high}).`,
    shareThin: (p) => `Only ${grouped(p.ended)} ended so far; below 5 no share of saved is given.`,
    again: (p) =>
      `Of ${grouped(p.seen)} saved whose later orders the data can show, ${grouped(p.customers)} ordered again, ${p.money}.`,
    againUnseen:
      "Orders after the rescue are not imported yet, so nobody can tell who bought again.",
    note: "No group was left alone to compare with, so the share saved is not what saving achieved: some would have come back anyway.",
  },
  drawer: {
    title: (p) => `Saving ${p.name}`,
    customer: "Open customer",
    phase: "Phase",
    untold:
      "No loss of this customer is recorded, so that “Why customers leave” knows nothing of it. The form begins with customer, day and reason.",
    reason: "Why it is leaving",
    reasonHint: "In your own words.",
    nextStep: "Next step",
    nextStepHint: "Who does what, e.g. a visit, a new quote",
    nextOn: "By",
    note: "Note",
    history: "So far",
    step: (p) => `${p.day} ${p.phase}`,
    remove: "Take off the board",
    suggestions: [
      "Price",
      "Delivery",
      "Quality",
      "Service",
      "Competitor",
      "Needs less",
      "Change of people",
    ],
    signs: "How much in danger, and why?",
    tactics: {
      fault:
        "Our own fault: put it right and explain in person, then agree what changes; a discount does not help now.",
      price:
        "About the price: find out first whether it rose, is above that of rivals, or is not worth it; give what can be given for a limited time, explain what it is worth where not.",
      competition:
        "To a competitor: compare the terms, make an offer with a last day, and name what a change of supplier costs.",
      natural: "No need any more: an offer will not hold it; stay in touch until the need is back.",
      involuntary:
        "Ended by us: settle the debt first, then trade, by its step of the credit ladder.",
    },
    steps: [
      "Call",
      "Visit",
      "New quote",
      "Settle the complaint",
      "Involve a superior",
      "Send an offer",
    ],
  },
  brief: {
    name: "Saving",
    due: (p) => `${customers(p.due)} to save whose next step is due today or overdue.`,
    one: (p) => `${p.name}: ${p.step}`,
    oneBare: (p) => p.name,
  },
} satisfies SavingMessages;
