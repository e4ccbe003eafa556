import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { GradesMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;
const days = (n: number): string => `${grouped(n)} ${n === 1 ? "day" : "days"}`;

export default {
  name: "Grades",
  finding: (p) =>
    rich`${marked("a", customers(p.a))} of grade A bring ${p.share}; ${customers(p.b)} are B, ${customers(p.c)} C.`,
  findingMoved: (p) =>
    rich`Pay and growth moved ${marked("moved", customers(p.moved))} by a step: ${grouped(p.up)} up, ${grouped(p.down)} down.`,
  findingHands: (p) => rich`${marked("hands", customers(p.hands))} graded by hand.`,
  findingBreaches: (p) =>
    rich`${marked("breaches", customers(p.breaches))} treated against the policy.`,
  shares: { sales: (p) => `${p.share} of the sales`, profit: (p) => `${p.share} of the profit` },
  noCredit:
    "No invoices say whether they were paid, so arrears play no part; import invoices and payments and they will.",
  noTrend: "Fewer than six full months, so growth plays no part.",
  controls: {
    cut: "Cut",
    lateDays: "Late on average above",
    overdueShare: "Unpaid above",
    growth: "Change a year from",
    day: "days",
    percent: "%",
  },
  cuts: {
    "rank-15-35-50": "By rank 15/35/50",
    "rank-20-30-50": "By rank 20/30/50",
    "cumulative-50-80": "By amount 50/80",
    "cumulative-80-95": "By amount 80/95",
  },
  grade: { a: "A", b: "B", c: "C", none: "No sales" },
  table: {
    title: "How many of each grade, and how are they treated?",
    sub: (p) =>
      `${p.period}, ${p.cut}. First by value, then at most one step by pay and growth; a grade by hand stands above both.`,
    caption: "Customers of each grade, by value alone, their money and the policy",
    name: "Grade",
    customers: "Customers",
    base: "By value",
    amount: { sales: "Sales", profit: "Profit" },
    share: "Share",
    policy: "Policy",
    rule: (p) => `${p.level}, ${p.visit}; ${p.credit}, ${p.terms}`,
  },
  levels: {
    executive: "Executive visits",
    manager: "Manager visits",
    sales: "Sales rep",
    service: "Service desk",
  },
  rules: {
    visit: (p) => `contact every ${days(p.days)}`,
    noVisit: "contact as needed",
    credit: (p) => `credit up to ${p.money}`,
    noCredit: "no credit limit",
    cash: "cash only",
    terms: (p) => (p.days === 0 ? "pay on invoice" : `${days(p.days)} to pay`),
    noTerms: "no term",
  },
  moves: {
    title: "Who was moved, and why?",
    sub: (p) =>
      p.shown === p.moved
        ? `All ${grouped(p.moved)}, the largest first.`
        : `The largest ${grouped(p.shown)} of ${grouped(p.moved)}.`,
    none: "Pay and growth moved nobody.",
    caption: "Customers that were moved, with the reason",
    name: "Customer",
    step: "Grade",
    from: (p) => `${p.from} → ${p.to}`,
    why: "Why",
    openAll: "Open all",
  },
  reasons: {
    arrears: "arrears",
    growth: "growth",
    decline: "decline",
    overdue: (p) => `${p.share} of what fell due is unpaid, ${p.days} late on average`,
    onTime: (p) =>
      `${grouped(p.invoices)} ${p.invoices === 1 ? "invoice" : "invoices"} fell due, no arrears that matter`,
    noInvoices: "No invoice due that says whether it was paid",
    trend: (p) => `Own sales ${p.slope} a year of their mean (95% interval ${p.interval})`,
    unsure: (p) => `Sales ${p.slope} a year, interval ${p.interval}: not sure enough`,
    noTrend: "Fewer than six full months (quarters) to see a trend",
  },
  breaches: {
    title: "Who is treated against the policy?",
    sub: (p) =>
      p.shown === p.customers
        ? `All ${grouped(p.customers)}, the largest first.`
        : `The largest ${grouped(p.shown)} of ${grouped(p.customers)}.`,
    none: "Wherever the tables can tell, the policy is kept.",
    caption: "Customers treated against the policy of their grade",
    name: "Customer",
    what: "What is wrong",
    openAll: "Open all",
    contact: (p) => `no contact for ${p.days} (policy ${p.allowed})`,
    limit: (p) => `owes ${p.money}, limit ${p.allowed}`,
    terms: (p) => `oldest invoice unpaid for ${p.days} (${p.allowed})`,
    cash: (p) => `owes ${p.money} (cash only)`,
    graded: (p) => `${p.grade}: ${p.what}`,
  },
  checks: {
    names: { contact: "Contact", limit: "Credit limit", terms: "Days to pay" },
    line: (p) => `${p.check}: ${customers(p.checked)} checked, ${grouped(p.breaches)} against it`,
    unknown: (p) => `, ${grouped(p.customers)} unknown`,
    blind: {
      contact: "Contact: no table of contacts, so nobody can tell",
      limit: "Credit limit: no invoices that show what is open, so nobody can tell",
      terms: "Days to pay: no invoices that say whether they were paid, so nobody can tell",
    },
    starting:
      "No policy has been written; a starting one is held against the tables. Write your own below.",
  },
  flow: {
    title: "How do customers move between the grades?",
    sub: (p) => `From ${p.before} (left) to ${p.now} (right), by value alone, number of customers.`,
    growth: (p) =>
      `A went from ${p.before} (${customers(p.customersBefore)}) to ${p.now} (${customers(p.customers)}), ${p.change}.`,
    kept: (p) =>
      `${grouped(p.joined)} came into A, ${grouped(p.left)} left it; the A customers of before bring ${p.share} of what they brought.`,
    description: (p) =>
      `Flow between the grades: ${grouped(p.joined)} came into A, ${grouped(p.left)} left it.`,
    from: "Before",
    to: "Now",
    customers: "Customers",
    before: "Money before",
    now: "Money now",
    none: "The flow compares two periods: choose the period of the page, with data that cover the one before it.",
    cell: (p) => `${p.from} → ${p.to}`,
    sideTitle: (p) => `${p.grade} · ${grouped(p.customers)}`,
  },
  hands: {
    title: "Grades by hand",
    sub: "They stand above the rule, with reason and date; change or take them back on the page of the customer.",
    none: "None yet. The page of a customer has them under Grade.",
    caption: "Grades by hand with reason and date",
    name: "Customer",
    step: "Rule → hand",
    reason: "Reason",
    date: "Date",
    idle: (p) => `${customers(p.customers)} more without sales in these days: nothing to overrule.`,
  },
  policy: {
    title: "Policy of each grade",
    sub: "What you write is held against the tables; empty is no limit. Kept on this device, with this data set.",
    level: "Who calls",
    visit: "Longest gap",
    credit: "Credit limit",
    terms: "Days to pay",
    day: "days",
    save: "Save policy",
    reset: "Back to the start",
    saved: (p) => `Policy of ${p.grade} saved.`,
    removed: (p) => `Policy of ${p.grade} is the starting one again.`,
    isWritten: "yours",
    isStarting: "starting values",
    wrong: "Numbers of 0 or more only, or nothing.",
    ownLimits: (p) =>
      `${customers(p.customers)} with a limit in the customer table keep their own.`,
  },
  card: {
    title: "Grade",
    none: "No sales in these days, so no grade.",
    base: (p) => `${p.grade} by value: number ${grouped(p.rank)} of ${grouped(p.customers)}`,
    ruled: (p) => `${p.grade} by the rule`,
    hand: (p) => `${p.grade} by hand (${p.date}): ${p.reason}`,
    policy: (p) => `Policy: ${p.rule}`,
    change: "Grade by hand",
    grade: "Grade",
    reason: "Reason",
    placeholder: "e.g. strategic partner, decided by the board",
    save: "Save",
    cancel: "Cancel",
    takeBack: "Take back",
    saved: (p) => `${p.name} is ${p.grade} by hand.`,
    removed: (p) => `${p.name} is graded by the rule again.`,
  },
  how: {
    base: "Value: sales or profit, largest first; exactly the ABC grades of Concentration.",
    credit: (p) =>
      `Arrears: of what fell due in the last 365 days more than ${p.share} unpaid, or more than ${days(p.days)} late on average by money: one step down. Paying on time is no merit.`,
    trend: (p) =>
      `Growth: a straight line through the customer's own sales of the ${p.periods}; it counts beyond its 95% interval and from ${p.growth} a year. The season that all share is taken out.`,
    step: "The votes add up to one step at most; growth and arrears cancel, and both stay in sight.",
    months: (p) => `last ${grouped(p.n)} full months`,
    quarters: (p) => `last ${grouped(p.n)} full quarters`,
    known: (p) =>
      `Of ${customers(p.customers)}, pay is known of ${grouped(p.credit)}, a trend of ${grouped(p.judged)}.`,
  },
  cells: {
    base: (p) => `${p.grade} by value`,
    moved: "Moved by pay or growth",
    up: "Moved up",
    down: "Moved down",
    reason: (p) => `With ${p.reason}`,
    hand: "Graded by hand",
    breach: "Treated against the policy",
    breachOf: (p) => `${p.check}: against the policy`,
    flow: (p) => `From ${p.from} to ${p.to}`,
  },
} satisfies GradesMessages;
