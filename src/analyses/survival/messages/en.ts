import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { SurvivalMessages } from "./zh-Hans";

const messages: SurvivalMessages = {
  name: "How long customers stay",
  all: "All customers",
  rest: "Others",
  yes: "Yes",
  no: "No",
  range: (p) => `${p.from}–${p.to}`,
  months: (p) => `${p.months} months`,
  perMonth: "a month",
  perUnit: "a unit of time",
  axis: {
    days: "Days as a customer",
    months: "Months as a customer",
    unit: "Duration, in the unit of the data",
  },
  band: {
    days: (p) => `days ${p.from}–${p.to}`,
    months: (p) => `months ${p.from}–${p.to}`,
    unit: (p) => `${p.from}–${p.to}`,
  },
  finding: {
    lost: "have left",
    silent: (p) => `have been silent for more than ${grouped(p.days)} days and count as lost`,
    median: (p) =>
      rich`Of ${grouped(p.customers)} customers ${marked("lost", grouped(p.lost))} ${p.state}; half leave within ${marked("median", p.median)}${p.interval === null ? "" : ` (95% interval ${p.interval})`}.`,
    once: (p) =>
      rich`Of ${grouped(p.customers)} customers ${marked("lost", grouped(p.lost))} ${p.state}; ${marked("median", p.share)} never came again after their first purchase.`,
    noMedian: (p) =>
      rich`Of ${grouped(p.customers)} customers ${marked("lost", grouped(p.lost))} ${p.state}; after ${p.time} ${marked("median", p.share)} are still there.`,
    noLoss: (p) =>
      rich`All ${grouped(p.customers)} customers are still there. Without a loss there is no curve to read.`,
    peak: (p) =>
      rich`${marked("peak", p.band.charAt(0).toUpperCase() + p.band.slice(1))} are the riskiest: ${p.rate} leave ${p.per}, clearly more than at other times.`,
    differ: (p) =>
      rich`“${p.column}” makes a clear difference (${p.p}): within the first ${p.time} ${marked("best", `“${p.best}”`)} stays ${p.bestMean} on average, ${marked("worst", `“${p.worst}”`)} only ${p.worstMean}.`,
    same: (p) => rich`“${p.column}” makes no difference that can be seen (${p.p}).`,
    noTest: (p) => rich`“${p.column}” gives no groups that can be compared.`,
  },
  interval: {
    both: (p) => `${p.lower} to ${p.upper}`,
    from: (p) => `${p.lower} or more`,
    upTo: (p) => `up to ${p.upper}`,
  },
  caution: {
    window: (p) =>
      `Only ${grouped(p.days)} days without an order count as lost, so nobody is before. The curve falls by ${p.share} there because all who bought once reach that day together, not because it is a dangerous one.`,
    short: (p) =>
      `Of the silences longer than ${grouped(p.days)} days, ${p.share} ended with an order after all: the window is short and counts too many as lost.`,
    shortSafer: (p) =>
      `Of the silences longer than ${grouped(p.days)} days, ${p.share} ended with an order after all: the window is short and counts too many as lost. 95% of the gaps end within ${grouped(p.safer)} days; try that.`,
    closed: "Most customers bought once, so the window is from gaps that an order ended.",
    few: (p) => `Only ${grouped(p.events)} have left. The intervals are wide; do not conclude yet.`,
    cross: "The curves cross: the overall test can miss that. Compare the mean times.",
  },
  missing: {
    title: "When customers leave cannot be seen yet",
    open: "Import",
    gaps: {
      "no-source":
        "One of these is needed: “Tenure” and “Has churned” in the customer table; a table of contracts or of lost customers; or orders with dates.",
      "no-duration": "There is no duration. Choose a column of numbers, such as “Tenure”.",
      "no-event": "No column says who has left. Choose one, such as “Has churned”.",
      "event-unclear":
        "Which value of this column means lost cannot be told. Choose another, or make it yes and no.",
      "no-contracts":
        "The tables of contracts and lost customers have no usable rows, or nobody knows when customers began.",
      "no-orders": "There are no sales, so silence cannot be seen.",
      "no-window":
        "Nobody has bought twice, so there is no churn window. Enter a number of days below.",
      nobody: "There is no usable customer here. Widen the filters, or choose another column.",
    },
  },
  controls: {
    source: "Based on",
    sources: {
      auto: "Automatic",
      columns: "Columns of the customer table",
      contracts: "Contracts and lost customers",
      silence: "Days of silence",
    },
    duration: "Duration",
    event: "Has left",
    field: "The mapped column",
    window: "Churn window",
    windowHint: "0 = from your own gaps between orders",
    group: "Compare by",
    noGroup: "No groups",
    strata: "Within the same",
    noStrata: "Anything",
    weighting: "Weight",
    weightings: {
      "log-rank": "All times alike",
      gehan: "Times with many customers",
      peto: "Early times",
      late: "Late times",
    },
  },
  curve: {
    title: "How long do customers stay?",
    sub: (p) => `${grouped(p.customers)} customers, ${grouped(p.lost)} of them lost. ${p.rule}`,
    rules: {
      columns: "The customer table says who has left.",
      contracts: "Contracts and the list of lost customers say who has left.",
      silence: (p) => `More than ${grouped(p.days)} days without an order counts as lost.`,
    },
    description: (p) =>
      `Survival curve: the share of ${grouped(p.customers)} customers that is left over time; ${grouped(p.lost)} have left.`,
    median: (p) => `Half: ${p.time}`,
    stop: (p) => `${p.group} · ${p.time}`,
    interval: "95% interval",
    axisInSight: (p) => `${p.axis} (below: customers still there)`,
  },
  hazard: {
    title: "When are they most likely to leave?",
    sub: (p) =>
      `Columns: share that leaves ${p.per}, of those who are still there. Line: the same, smoothed. Pale columns rest on fewer than 10 losses.`,
    description: (p) => `Rate of leaving in ${grouped(p.bands)} stretches of tenure.`,
    rate: "Rate of leaving",
    band: "Stretch",
    censored: "Seen until here",
    leftAtEnd: "Left at its end",
    smooth: "smoothed",
  },
  table: {
    title: (p) => `Compared by “${p.column}”`,
    sub: (p) => `Mean times are within the first ${p.time}: every group is seen that long.`,
    test: (p) => `Test: χ² = ${p.chi2}, ${grouped(p.df)} degrees of freedom, ${p.p}.`,
    missing: (p) => `${grouped(p.customers)} customers without a value are not compared.`,
    strata: (p) =>
      `Compared within each of ${grouped(p.count)} values of “${p.column}”, then taken together.`,
    caption: "Customers, losses, median and mean time of each group",
    group: "Group",
    customers: "Customers",
    lost: "Lost",
    expected: "Lost if all alike",
    medianTime: "Half lost after",
    median: (p) => `${p.median} (${p.interval})`,
    notReached: "Less than half lost",
    mean: "Mean stay",
    atEnd: "Left at the end",
    time: "Time",
    atRisk: "Still there",
    left: "Left",
    lower: "Lower",
    upper: "Upper",
    openLost: "Open the lost customers",
  },
  rule: {
    title: "Who counts as lost?",
    columns: (p) =>
      `Duration from “${p.duration}”; “${p.event}” = ${p.values} is lost, anything else still there.`,
    columnsDay: (p) =>
      `Duration from “${p.duration}”; a day in “${p.event}” is lost, a blank still there.`,
    contracts: (p) =>
      `${grouped(p.contracts)} customers have a contract, ${grouped(p.exits)} a day of leaving. That day counts; without one, the day on which the last contract was cancelled, or ran out and was not renewed for 30 days.`,
    notCounted: (p) =>
      `${grouped(p.partialExits)} partial exits and ${grouped(p.wonBack)} that were won back do not count.`,
    pending: (p) =>
      `${grouped(p.pending)} contracts ran out less than 30 days ago and may be renewed: not lost.`,
    silence: (p) =>
      `Without contracts only silence tells: ${grouped(p.days)} days without an order, counted on the day they are full.`,
    basis: {
      given: "The days are yours.",
      gaps: "That is the 80% quantile of the gaps between orders, those that still last included.",
      closed:
        "That is the 95% quantile of the gaps that an order ended, as fewer than 80% of all gaps ever end.",
    },
    gaps: (p) => `${grouped(p.gaps)} gaps, ${grouped(p.open)} of them still open.`,
    cameBack: (p) =>
      `${grouped(p.long)} silences were longer than that; ${grouped(p.back)} of them ended with an order.`,
    late: (p) =>
      `${grouped(p.customers)} were customers before the data begin: they count from when they are seen, or staying would be overrated.`,
    noStart: (p) => `${grouped(p.customers)} without a duration or a first day are left out.`,
    noOutcome: (p) =>
      `${grouped(p.customers)} of whom nobody knows whether they left are left out.`,
    impossible: (p) =>
      `${grouped(p.customers)} with a negative duration, or that began after the as-of day, are left out.`,
  },
  how: [
    "Kaplan–Meier: with each loss the share that is left is multiplied by (still there − 1) ÷ still there. Customers who have not left count up to the day they were seen: neither as lost nor as staying for ever.",
    "95% interval by Greenwood's variance on the log(−log) scale. Not drawn where fewer than 5 are left.",
    "Groups by the log-rank test: losses against those expected if all groups were alike.",
  ],
  howHazard: [
    "Rate = losses ÷ time that customers spent in the stretch. A red stretch is clearly above the others (p<0.05, corrected for their number).",
    "The line is smoothed by Epanechnikov's kernel; not drawn where fewer than 10 are left.",
  ],
  cells: {
    lost: "Lost customers",
    staying: "Customers who are still there",
    group: (p) => `Customers of group ${grouped(p.place)}`,
    groupLost: (p) => `Lost customers of group ${grouped(p.place)}`,
    band: (p) => `Customers lost in stretch ${grouped(p.place)}`,
  },
};

export default messages;
