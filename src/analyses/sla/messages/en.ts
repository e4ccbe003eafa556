import desk from "./desk-en";
import rules from "./rules-en";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { SlaMessages } from "./zh-Hans";

const cases = (count: number): string => `${grouped(count)} ${count === 1 ? "case" : "cases"}`;
const days = (count: number): string => `${grouped(count)} ${count === 1 ? "day" : "days"}`;
const complaints = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "complaint" : "complaints"}`;

export default {
  name: "Complaints in time",
  finding: (p) =>
    rich`Of ${marked("all", complaints(p.cases))}, ${marked("share", p.share)} had a first reply ${p.limit} (${cases(p.judged)} can be judged).`,
  findingNoResponse: (p) =>
    rich`${marked("all", complaints(p.cases))}; without a “first response” time nobody can say how fast they were answered.`,
  findingNoneJudged: (p) =>
    rich`${marked("all", complaints(p.cases))}; of none can it be said yet whether it was answered in time.`,
  findingOpen: (p) =>
    rich`${marked("open", grouped(p.open))} not solved yet; ${marked("stuck", grouped(p.stuck))} in one step for more than ${days(p.days)}.`,
  findingNoneOpen: "All are solved.",
  findingSlow: (p) =>
    rich`${p.dimension} ${marked("slow", p.name)} kept only ${marked("slowShare", p.share)} in time, clearly below the rest.`,
  limit: {
    calendar: (p) => `within ${p.hours} hours`,
    working: (p) => `within ${p.hours} working hours`,
    own: "within the promise of their priority",
  },
  byDay:
    "The table has days without hours, so time is counted in days: the same and the next day are within 24 hours.",
  misordered: (p) =>
    `${grouped(p.count)} times lie before the complaint and are taken as not filled in.`,
  unlinked: (p) => `${cases(p.count)} name no customer; they are counted all the same.`,
  beyondHolidays: (p) =>
    `${complaints(p.count)} lie outside ${p.first}–${p.last}, for which no public holidays are built in; add them below.`,
  unreadableDays: (p) => `These days cannot be read and were not used: ${p.pieces}.`,
  clockLabel: "Clock",
  clocks: { calendar: "Wall clock", working: "Working hours" },
  limitLabel: "First reply within (hours)",
  resolveLabel: "Solved within (days)",
  stuckLabel: "Stuck after (days)",
  speed: {
    title: "How soon does somebody answer?",
    sub: (p) =>
      `${complaints(p.cases)}, ${p.period}; share with a first reply after so many hours (${p.clock}). Those still waiting count as having waited at least so long.`,
    description: (p) => `Share with a first reply; half within ${p.median}, ${p.share} ${p.limit}.`,
    hours: "Waited (hours)",
    share: "Answered",
    limit: (p) => `${p.share} ${p.limit}`,
    at: (p) => `within ${p.hours} hours`,
    median: (p) => `half within ${p.hours} hours`,
  },
  solution: {
    title: "How soon is it solved?",
    sub: (p) =>
      `${complaints(p.cases)}, ${p.period}; share solved after so many calendar days. Those still open count as having waited at least so long.`,
    description: (p) => `Share that is solved; half within ${p.median}.`,
    days: "Waited (days)",
    share: "Solved",
    at: (p) => `within ${p.days} days`,
    median: (p) => `half within ${p.days} days`,
    unreached: "not half of them yet",
  },
  trend: {
    title: "Getting faster or slower?",
    sub: (p) =>
      `By month of complaint, share answered in time; ${p.centre} on average. The band is ordinary fluctuation (3σ control limits); only months outside deserve a question.`,
    subFew:
      "By month of complaint, share answered in time; fewer than 8 whole months make no control limits.",
    description: (p) =>
      `Share answered in time over ${grouped(p.months)} months; below the limits: ${p.slow}.`,
    none: "none",
    countTitle: "More complaints than before?",
    countSub: (p) =>
      `Complaints a month; ${p.centre} on average. The band is ordinary fluctuation.`,
    countSubFew: "Complaints a month; fewer than 8 whole months make no control limits.",
    countDescription: (p) =>
      `Complaints over ${grouped(p.months)} months; above the limits: ${p.crowded}.`,
    month: "Month",
    cases: "Cases",
    judged: "Judged",
    met: "In time",
    share: "Share in time",
    low: "Lower limit",
    high: "Upper limit",
    part: "not a whole month",
    outside: "outside ordinary fluctuation",
  },
  steps: {
    title: "Where do they get stuck?",
    sub: (p) =>
      `Five steps of a complaint; more than ${days(p.days)} in one step is stuck. Steps that nobody records are passed over.`,
    subEscalated: (p) =>
      `Five steps of a complaint; more than ${days(p.days)} in one step is stuck. Of ${grouped(p.stuck)} stuck cases ${grouped(p.escalated)} were escalated.`,
    caption: "Five steps: done, waiting and time taken",
    step: "Step",
    names: {
      record: "1 Recorded",
      respond: "2 First reply",
      cause: "3 Cause found",
      solve: "4 Solved",
      close: "5 Followed up",
    },
    waitingIn: {
      record: "recording",
      respond: "first reply",
      cause: "cause",
      solve: "solution",
      close: "follow-up",
    },
    done: "Done",
    waiting: "Waiting",
    stuck: "of these stuck",
    median: "Time (median)",
    p90: "Nine in ten by",
    unknown: "not in the table",
  },
  cases: {
    title: "Waiting longest",
    sub: (p) =>
      p.shown === p.stuck
        ? `All ${grouped(p.stuck)} stuck complaints.`
        : `The longest ${grouped(p.shown)} of ${grouped(p.stuck)} stuck complaints.`,
    none: "No complaint is stuck.",
    caption: "Stuck complaints",
    openAll: "Open these customers",
    customer: "Customer",
    nobody: "(no customer)",
    id: "Case",
    opened: "Opened",
    step: "Waits for",
    waiting: "Waited",
    owner: "Owner",
    kind: "Type",
    severity: "Severity",
    escalated: "Escalated",
    yes: "yes",
    no: "no",
  },
  groups: {
    title: "Who is fast, who is slow?",
    sub: "“Slow” marks only what chance does not explain: over all comparisons at most 5% of the marks are false. A row opens its customers.",
    caption: "Share in time, times taken and open cases by group",
    label: "Group by",
    dimensions: {
      owner: "Owner",
      department: "Department",
      complaintKind: "Type",
      severity: "Severity",
      priority: "Priority",
      channel: "Channel",
    },
    name: "Group",
    cases: "Cases",
    share: "In time",
    interval: "95% interval",
    promised: "Promise",
    response: "Reply (median)",
    solution: "Solution (median)",
    open: "Open",
    stuck: "Stuck",
    verdict: "Verdict",
    slow: "▼ slow",
    more: (p) => `${grouped(p.groups)} more groups with ${cases(p.cases)} are not listed.`,
    without: (p) => `${cases(p.cases)} without a value.`,
  },
  calendar: {
    title: "Working calendar",
    sub: "Working hours are those of this calendar: the opening hours of its working days.",
    week: "Week",
    weeks: { "mon-fri": "Monday to Friday", "mon-sat": "Monday to Saturday", all: "Every day" },
    from: "From (hour)",
    to: "To (hour)",
    holidays: "Public holidays",
    sets: { cn: "Mainland China (with make-up days)", none: "None" },
    off: "Further days off",
    on: "Further working days",
    example: "e.g. 2025-10-01~2025-10-08, 2025-12-31",
  },
  hours: (p) => `${p.hours} h`,
  days: (p) => `${p.days} ${p.days === "1" ? "day" : "days"}`,
  how: {
    share: (p) =>
      `Share in time = cases with a first reply ${p.limit} ÷ cases that can be judged. Cases still in time are in neither; without a reply time a case counts as in time when it was solved by then, else it is not judged.`,
    counts: (p) =>
      `In time ${grouped(p.met)}, late ${grouped(p.missed)}, still in time ${grouped(p.pending)}, cannot be judged ${grouped(p.unknown)}.`,
    interval: (p) => `95% interval: ${p.low} to ${p.high} (Wilson).`,
    curve:
      "The curves are product-limit estimates (Kaplan–Meier): a case that is not through counts as having waited at least so long, so unfinished work does not look fast.",
    working:
      "Working hours are the opening hours of the working calendar; what comes in after closing starts at the next opening.",
    control:
      "Control limits: p chart for the share (mean ± 3 standard errors), individuals chart for the count (mean ± 2.66 × mean moving range); of whole months only.",
    basis: (p) => `From ${complaints(p.cases)} in ${p.period}.`,
    undated: (p) => `${grouped(p.count)} rows without a day of complaint are left out.`,
    filters: "Filters on orders do not reach complaints; filters on customers do.",
  },
  cells: {
    all: "customers with a complaint",
    met: "customers answered in time",
    missed: "customers answered late or not yet",
    pending: "customers whose complaint is still in time",
    open: "customers with an unsolved complaint",
    stuck: "customers with a stuck complaint",
    late: "customers whose complaint was not solved in time",
    step: (p) => `customers whose complaint waits for: ${p.step}`,
    by: (p) => `customers with complaints, ${p.dimension}: ${p.name}`,
    month: (p) => `customers with a complaint in ${p.when}`,
  },
  desk,
  rules,
  refusals: {
    "no-complaints": "No complaint in this period. Choose another, or loosen the filters.",
    "no-working-hours": "The working day ends before it begins, so there is no working time.",
  },
} satisfies SlaMessages;
