import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { SourcesMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "Sources and referrals",
  finding: {
    noColumn:
      "The customer table has no channel and no other column was chosen, so nobody knows where customers come from.",
    largest: (p: { name: string; share: string }) =>
      rich`Most customers come from ${marked("largest", p.name)}: ${p.share}.`,
    differ: (p: { best: string; share: string; worst: string; low: string }) =>
      `Those from “${p.best}” stay best, ${p.share} buy again; of “${p.worst}” only ${p.low}.`,
    alike: "Customers of all sources buy again about as often; differences may be chance.",
    tooFew:
      "Too few customers have been seen for their first days to tell which source stays best.",
    referred: (p: { customers: number; sales: string }) =>
      rich`${marked("referred", customers(p.customers))} came through other customers and bought ${p.sales} so far.`,
  },
  missing: "Missing",
  yes: "Yes",
  no: "No",
  rest: (p: { sources: number }) => `${grouped(p.sources)} other sources`,
  controls: { column: "Source by column", channel: "Channel", firstDays: "First days" },
  chart: {
    title: "Whose customers stay?",
    sub: (p: { days: number }) =>
      `Share that bought on another day within ${grouped(p.days)} days of the first order; bars are 95% intervals.`,
    description: (p: { sources: number }) =>
      `Share of customers that buy again and its interval for ${grouped(p.sources)} sources.`,
    all: "All customers",
  },
  table: {
    title: "Customers by source",
    sub: (p: { days: number }) =>
      `Buying again and money of the first ${grouped(p.days)} days are of customers for whom these days have passed; not below 20 of them.`,
    caption: "Customers, new customers, sales, buying again and first money of each source",
    source: "Source",
    customers: "Customers",
    share: "Of all customers",
    newcomers: "New in the period",
    sales: "Sales so far",
    salesShare: "Of all sales",
    seen: "Seen in full",
    again: "Buy again (95%)",
    firstSales: "Mean money of the first days",
    range: (p: { value: string; low: string; high: string }) => `${p.value} (${p.low}–${p.high})`,
  },
  referrals: {
    title: "Who brought whom?",
    sub: (p: { referrers: number; customers: number }) =>
      `Brought by ${grouped(p.referrers)} of them: ${customers(p.customers)}. Money brought includes those further down.`,
    noColumn:
      "The customer table has no column “referred by”. Map one on import (a customer’s name or id) and the tree of referrals is drawn here.",
    none: (p: { unknown: number }) =>
      p.unknown === 0
        ? "Nobody’s referrer is filled in."
        : `${customers(p.unknown)} name a referrer that is not among the customers.`,
    caption: "Tree of referrals: customers and money that each referrer brought",
    customer: "Customer",
    direct: "Brought itself",
    all: "With those below",
    own: "Own sales",
    brought: "Sales brought",
    level: (p: { depth: number }) => `Level ${grouped(p.depth)}: `,
    openAll: (p: { name: string; customers: number }) =>
      `Show ${customers(p.customers)} that came through “${p.name}”`,
    more: (p: { rest: number }) => `Lines not shown: ${grouped(p.rest)}. `,
    unknown: (p: { customers: number }) =>
      `Not counted, their referrer is not among the customers: ${grouped(p.customers)}. `,
    circular: (p: { links: number }) =>
      `Links cut because they ran in a circle: ${grouped(p.links)}. `,
    openReferred: "Show the referred",
    openReferrers: "Show the referrers",
  },
  how: [
    "Only customers whose first days have all passed count, so that early and late ones had the same time.",
    "Buying again is a purchase on another day than the first. Intervals: Wilson; for money, customers drawn again four hundred times.",
    "A source is no cause: better customers may simply come that way. Nor is money brought what a referral is worth paying for.",
    "In the first months of the data, old customers’ first order in them looks like a first order.",
  ],
  cells: {
    source: (p: { place: number }) => `Customers of source ${grouped(p.place)}`,
    new: (p: { place: number }) => `New customers of source ${grouped(p.place)}`,
    again: (p: { place: number }) => `Customers of source ${grouped(p.place)} that bought again`,
    referred: "Customers brought by other customers",
    referrers: "Customers that brought others",
    by: "Customers that came through one referrer",
  },
} satisfies SourcesMessages;
