import { grouped } from "../../number-words";
import type { IdentityMessages } from "../zh-Hans/identity";

const many = (count: number, one: string, more: string): string =>
  `${grouped(count)} ${count === 1 ? one : more}`;

export const identity = {
  heading: "Each customer once",
  lead: "One customer is often written in several ways. Here are those that may be one; you decide. Merging changes what you see, never the imported sheets; it can be taken back at any time and outlives new imports.",
  look: "Find customers entered twice",
  looking: "Comparing customers…",
  pairs: (p: { pairs: number }) =>
    p.pairs === 1
      ? "1 pair may be one customer"
      : `${grouped(p.pairs)} pairs may be one customer each`,
  noPairs: "No customer seems to be entered twice.",
  score: (p: { share: string }) => `${p.share} sure:`,
  evidence: {
    "same-name": "same name but for the legal form",
    "same-phone": "same telephone",
    "near-name": "names one letter apart",
    "place-in-name": "same name but for the place",
    "same-city": "same place",
    "other-city": "different places",
    "other-phone": "different telephones",
    "other-id": "different numbers",
  },
  orders: (p: { lines: number }) => many(p.lines, "order line", "order lines"),
  merge: "Merge",
  keepApart: "Not the same",
  pairNamed: (p: { from: string; into: string }) => `${p.from} and ${p.into}`,
  more: "Show more",
  merged: (p: { from: string; into: string }) => `“${p.from}” is now part of “${p.into}”.`,
  keptApart: "Noted. This pair will not be proposed again.",
  unmerged: "They are two customers again.",
  undo: "Undo",
  failed: "It could not be saved. Nothing has changed.",
  mergeCount: (p: { merges: number }) =>
    `${many(p.merges, "customer", "customers")} merged by hand`,
  unmerge: "Take apart",
  unlisted: {
    none: "Every customer with orders is in the customer list.",
    some: (p: { customers: number; lines: number; amount: string }) =>
      `${many(p.customers, "customer", "customers")} with orders ${p.customers === 1 ? "is" : "are"} not in the customer list (${many(p.lines, "line", "lines")}, ${p.amount})`,
    advice:
      "They count in every analysis all the same, only without the details of the list. Most often the name is written differently, or the list is not up to date.",
    caption: "Customers missing from the list, largest amount first",
    name: "Customer",
    lines: "Order lines",
    amount: "Amount",
    more: (p: { listed: number }) => `Only the ${grouped(p.listed)} largest are listed.`,
  },
} satisfies IdentityMessages;
