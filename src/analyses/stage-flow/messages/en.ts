import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { StageFlowMessages } from "./zh-Hans";

export default {
  name: "Stage flow",
  refusals: {
    "no-orders": "There are no orders yet, so nobody moves between stages.",
    "few-periods": "Moves show once five whole periods have been seen.",
  },
  finding: (p) =>
    rich`Over the last ${grouped(p.periods)} ${p.unit}s ${marked("stay", p.stay)} of customers stayed in their stage each ${p.unit}.`,
  findingLost: (p) =>
    rich`“${p.from}” slips most: ${marked("lost", p.share)} of it falls silent each ${p.unit}.`,
  findingAhead: (p) =>
    rich`At this pace “Retain” has ${marked("ahead", p.retain)} customers in ${grouped(p.periods)} ${p.unit}s; now it has ${p.now}.`,
  findingBetter: (p) =>
    `Back-test: such a forecast misplaced ${p.error} of customers on average; “stays as it is” ${p.naive}.`,
  findingWorse: (p) =>
    `Back-test: such a forecast misplaced ${p.error} of customers on average, no better than “stays as it is” (${p.naive}); take the direction only.`,
  units: { month: "month", quarter: "quarter" },
  controls: {
    grain: "Period",
    grains: { auto: "Auto", month: "Month", quarter: "Quarter" },
    years: "Look at the last",
    yearUnit: "years",
    horizon: "Forecast the next",
    horizonUnit: "periods",
  },
  stages: {
    none: "New",
    acquire: "Acquire",
    develop: "Develop",
    retain: "Retain",
    winback: "Win back",
  },
  matrix: {
    title: "Where do customers of a stage go in the next period?",
    sub: (p) =>
      `${p.from} to ${p.to}, ${grouped(p.periods)} periods together; darker is a larger share. Pick a field for those who moved so in the last period.`,
    description:
      "Matrix of moves between four stages: rows are the stage before, columns the stage a period later.",
    from: "From",
    to: "To",
    share: "Share",
    interval: "95% interval",
    count: "Moves",
    last: "Last period",
    move: (p) => `${p.from} → ${p.to}`,
  },
  flow: {
    title: "How did customers move in the last period?",
    sub: (p) =>
      `${p.from} to ${p.to}; the wider the band the more customers, pick one to see them.`,
    description:
      "Stages before and newcomers on the left, stages a period later on the right; bands are as wide as customers are many.",
    customers: "Customers",
  },
  ahead: {
    title: "How many customers will each stage have?",
    sub: (p) =>
      `At the recent shares of moves, with ${p.inflow} newcomers a ${p.unit}; the pale band holds 80% of what may come.`,
    description: "One line a stage: what was, and what the matrix of moves leads to.",
    day: "At the end of",
    stage: "Stage",
    kind: "Kind",
    actual: "Actual",
    forecast: "Forecast",
    interval: "80% interval",
    customers: "Customers",
  },
  test: {
    title: "Can such a forecast be trusted?",
    ahead: "Ahead",
    periods: (p) => `${grouped(p.count)} ${p.unit}${p.count === 1 ? "" : "s"}`,
    error: "Error of this forecast",
    naive: "Error of “stays as it is”",
    sub: (p) =>
      `Made at the ends of the last ${grouped(p.origins)} periods from earlier moves only; the error is the share of customers put into a wrong stage.`,
    none: "There are too few periods for a back-test.",
    stationary: {
      sure: (p) =>
        `The shares are not the same in all periods (${p.p}): season or change is in them, and the forecast is an average.`,
      unsure: (p) => `The shares do not differ between periods as far as can be seen (${p.p}).`,
    },
    order: {
      sure: (p) =>
        `Where customers came from matters too, not only where they are (${p.p}): the forecast is an approximation.`,
      unsure: (p) => `Where customers are is enough as far as can be seen (${p.p}).`,
    },
  },
  cells: {
    now: (p) => `customers now in “${p.name}”`,
    move: (p) => `customers that moved from “${p.from}” to “${p.to}” in the last period`,
  },
  how: [
    "Stages are those of the customer ledger: silent for longer than the window is win back, else acquire, develop or retain by order days.",
    "Shares are moves over moves; intervals are margins of a Dirichlet distribution (Jeffreys prior) without the moves that cannot happen.",
    "Forecast: customers by stage times the matrix, plus the newcomers of a period; the range redraws whole past periods 500 times.",
    "Approximate: periods of one customer are not independent, so intervals are a little narrow; the window of silence is from all the data.",
  ],
  window: (p) => `Window of silence: ${p.days}.`,
} satisfies StageFlowMessages;
