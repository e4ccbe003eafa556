import { grouped } from "../../../i18n/number-words";
import type { LifecycleMessages } from "./zh-Hans";
export default {
  name: "Customer life cycle",
  refusals: { "no-orders": "There is no sale up to the as-of date." },
  finding: (p) =>
    `${p.period}: ${grouped(p.opening)} at the start, ${grouped(p.added)} new, ${grouped(p.wonBack)} won back, ${grouped(p.lost)} lost, ${grouped(p.closing)} at the end.`,
  nothing: "No period is complete yet.",
  grain: "Period",
  grains: { month: "Month", quarter: "Quarter", days: "30-day window" },
  ledger: {
    title: "How do customers come and go?",
    sub: (p) => `${grouped(p.customers)} customers as of ${p.asOf}; a hatched period is not over.`,
    description: "Columns by period: new and won back upwards, lost downwards.",
    how: "Active means a sale in the period. New: first sale ever; won back: a sale now, none the period before, one earlier; lost: a sale the period before, none now. Opening + new + won back − lost = closing; in money growth and shrinkage come in, to the cent.",
    period: "Period",
    opening: "Opening",
    new: "New",
    wonBack: "Won back",
    lost: "Lost",
    closing: "Closing",
    running: "not over",
    openingSales: "Opening sales",
    newSales: "New sales",
    wonBackSales: "Won-back sales",
    growth: "Growth",
    shrink: "Shrinkage",
    lostSales: "Lost sales",
    closingSales: "Closing sales",
  },
  stages: {
    title: "In which stage are they?",
    sub: (p) =>
      `Silent for more than ${p.lapse}: lost, to be won back; kept from ${grouped(p.retain)} order days on. Before: ${p.before}.`,
    names: {
      none: "No sale yet",
      acquire: "Acquire",
      develop: "Develop",
      retain: "Retain",
      winback: "Win back",
    },
    stage: "Stage",
    customers: "Customers",
    before: "Before",
    sales: "Sales",
  },
  flow: {
    title: "Who changed stage?",
    sub: (p) => `From ${p.before} to ${p.asOf}.`,
    from: "From",
    to: "To",
    customers: "Customers",
  },
} satisfies LifecycleMessages;
