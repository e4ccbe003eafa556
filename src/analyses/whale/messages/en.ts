import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { WhaleMessages } from "./zh-Hans";

const customers = (n: number): string => `${grouped(n)} ${n === 1 ? "customer" : "customers"}`;

export default {
  name: "Profit and the whale curve",
  finding: (p) =>
    rich`The best 20% of customers bring ${marked("top", p.share)} of the profit; the last ${p.losers} (${marked("loss", customers(p.customers))}) lose ${marked("lost", p.lost)} of it again.`,
  findingNoLoss: (p) =>
    rich`The best 20% of customers bring ${marked("top", p.share)} of the profit; nobody makes a loss.`,
  findingMoney: (p) =>
    rich`Profit adds up to ${marked("total", p.total)}, which is not above zero, so only money is shown: ${customers(p.earners)} earn ${p.earned}, ${marked("loss", customers(p.losers))} lose ${p.lost}.`,
  findingCause: (p) =>
    rich`Most of the loss comes from ${marked("cause", p.cause)}: ${customers(p.customers)}, ${p.lost}.`,
  findingReturn: (p) => `Each 1 spent on service comes with ${p.amount} of gross profit.`,
  findingCostless: "No cost to serve is known yet; this is gross profit only.",
  findingMissing:
    "The data have neither profit nor cost, so nobody can say who earns and who loses. No whale curve is drawn.",
  findingCostlessAssumption:
    "One margin for all and no cost to serve would be the curve of sales under another name, so it is not drawn. Add a unit cost as well.",
  assumed: (p) =>
    `This is a what-if: the margin of ${p.margin} is your assumption, not data. Import a cost or profit column and the data will count.`,
  orderFilter:
    "The order filter reaches profit, orders and returns only; the other costs cannot be split by order and are still the whole of these customers.",
  missing: {
    title: "A cost or profit column is missing",
    text: "Map one of them in the orders table, and the profit of every customer follows.",
    open: "Import",
  },
  whatIf: {
    title: "Try a what-if",
    text: "Assume a margin and a cost per order and see which customers might make a loss. Nothing is written into the data.",
    margin: "Gross margin",
    perOrder: "Cost per order",
    percent: "%",
  },
  curve: {
    title: "Who earns, and who eats it up again?",
    sub: (p) =>
      `${customers(p.customers)} added up by profit, most first, ${p.period}. Profit = gross profit − returns − cost to serve − bad debt.`,
    subAssumed: (p) =>
      `What-if: ${customers(p.customers)} added up by profit at the assumed margin, most first, ${p.period}.`,
    description: (p) =>
      `Whale curve: cumulative profit rises to a peak of ${p.peak}, then the last ${customers(p.losers)} lose ${p.lost}.`,
    peak: (p) => `Peak ${p.value}, ${customers(p.customers)}`,
    breakEven: (p) => `${customers(p.customers)} make it all`,
    pointTitle: (p) => `Best ${p.ratio} (${customers(p.customers)})`,
    customers: "Customers",
    customerShare: "Share of customers",
    money: "Cumulative profit",
    share: "Share of the total",
  },
  causes: {
    title: "Where does the loss come from?",
    sub: (p) =>
      `${customers(p.customers)} lose ${p.lost} together. Each counts under the largest of its costs, so the parts add up.`,
    none: "No customer makes a loss.",
    description: (p) => `Loss by cause; the largest is ${p.cause} with ${p.lost}.`,
    names: {
      goods: "goods sold below cost",
      returned: "profit lost by returns",
      service: "service costs",
      visits: "visits",
      contacts: "contacts",
      orders: "order handling",
      returns: "handling of returns",
      complaints: "complaints",
      late: "late payment",
      "bad-debt": "bad debt",
    },
    label: (p) => `${p.lost} · ${grouped(p.customers)}`,
    cause: "Cause",
    customers: "Customers",
    loss: "Loss",
    cost: "This cost",
    alone: "In profit without it",
  },
  drivers: {
    title: "What does serving customers take?",
    sub: (p) =>
      `${p.money} in all, ${p.share} of gross profit. Unit costs can be changed and count as nothing until given; money that a table names is used as it is.`,
    subNone:
      "No cost to serve yet. Unit costs count as nothing until given; money that a table names is used as it is.",
    subPlain: (p) =>
      `${p.money} in all. Unit costs can be changed and count as nothing until given; money that a table names is used as it is.`,
    caption: "Cost to serve: count, unit cost, money and source table of each driver",
    driver: "Driver",
    count: "Count",
    unitCost: "Unit cost",
    money: "Money",
    source: "Source",
    names: {
      service: "Service costs",
      visits: "Visits",
      contacts: "Other contacts",
      orders: "Orders",
      returns: "Return lines",
      complaints: "Complaints",
      late: "Days of late payment",
      "bad-debt": "Bad debt",
    },
    field: (p) => `Unit cost: ${p.driver}`,
    given: "as the table says",
    gap: (p) => `${p.drivers.slice(0, 1)}${p.drivers.slice(1).toLowerCase()}: ${p.lacks}.`,
    gapTable: (p) => `no table “${p.table}”; left out`,
    gapColumn: (p) => `“${p.table}” lacks “${p.column}”; left out`,
    undated: (p) => `${grouped(p.rows)} rows without a date left out`,
    unlinked: (p) => `${grouped(p.rows)} rows without a customer left out`,
    kinds: (p) => `Of this ${p.kinds}.`,
    kind: (p) => `${p.name} ${p.money}`,
  },
  losses: {
    title: "Largest losses",
    sub: (p) =>
      p.shown === p.customers
        ? `All ${customers(p.customers)} that make a loss.`
        : `The largest ${grouped(p.shown)} of ${customers(p.customers)} that make a loss.`,
    caption: "Customers with the largest losses and why",
    name: "Customer",
    profit: "Profit",
    gross: "Gross profit",
    cause: "Main cause",
    openAll: "Open all of them",
  },
  levels: {
    title: "Does service go to the right customers?",
    sub: (p) => `On average 100 of gross profit take ${p.intensity} of service. ${p.from}`,
    from: {
      given: "Potential is from the customer table; high from the median up.",
      growth: "Potential: whether sales grew on the period before.",
      none: "Potential is unknown: the customer table has none, and no earlier period is covered.",
    },
    caption: "Customers, gross profit and cost to serve by profit and potential",
    group: "Customers",
    profit: { high: "High profit", low: "Low profit" },
    potential: { high: "high potential", low: "low potential", unknown: "potential unknown" },
    cell: (p) => `${p.profit}, ${p.potential}`,
    customers: "Number",
    grossShare: "Of gross",
    costShare: "Of service",
    ratio: "Service ÷ gross",
    advice: {
      "high:high": "Best service",
      "high:low": "Keep; serve as agreed",
      "high:unknown": "Keep; ask for potential",
      "low:high": "Invest, with a time limit",
      "low:low": "Move to cheaper service",
      "low:unknown": "Ask for potential first",
    },
    adviceTitle: "Suggestion",
    over: "Over-served",
    overSub: (p) =>
      `${customers(p.customers)}; ${p.money} more than their gross profit would buy. Those of high potential are not counted.`,
    under: "Under-served",
    underSub: (p) =>
      `${customers(p.customers)} of high profit or potential; ${p.money} less than their gross profit would buy.`,
    none: "None.",
    name: "Customer",
    rank: "Place",
    gross: "Gross profit",
    cost: "Cost to serve",
    excess: "Too much",
    short: "Too little",
    openAll: "Open all",
  },
  keeping: {
    title: "How many kept customers does one new one cost?",
    ratio: (p) =>
      rich`Winning a customer costs ${marked("ratio", p.ratio)} times as much as keeping one; the rule of thumb says ${grouped(p.rule)}.`,
    detail: (p) =>
      `${grouped(p.news)} new at ${p.perNew} each; ${grouped(p.kept)} kept at ${p.perKept} each.`,
    unknown: "Your own ratio cannot be worked out yet.",
    gapTable: (p) => `No table “${p.table}”: what winning customers costs is not known.`,
    gapColumn: (p) =>
      `“${p.table}” lacks “${p.column}”: what winning customers costs is not known.`,
    lacks: {
      new: "Nobody is new in this time.",
      kept: "There is no history before this time; choose a period to tell new from kept.",
      "keeping-cost":
        "Nothing says what keeping customers costs; import service costs or give unit costs.",
    },
    perKept: (p) => `Known: keeping a customer costs ${p.perKept} (${grouped(p.kept)} kept).`,
    rule: (p) => `“${p.rule} times” is a rule of thumb; without data it is not applied.`,
  },
  how: {
    formula:
      "Profit of a customer = profit of sales − profit that went with returns − cost to serve − bad debt. Cost to serve = money named by a table + count × unit cost; a unit cost that is not given is zero, never guessed.",
    curve:
      "Customers are sorted by profit, most first; the profit of the first k over the total. The peak is the sum of all that earn; every customer after it takes some away.",
    cause:
      "Main cause of a loss: the largest of the customer’s costs; goods sold below cost where their own loss is larger.",
    level: (p) =>
      `Service due = gross profit × (all cost to serve ÷ all gross profit). Beyond ${decimal(p.over, 1)} times is too much, below ${decimal(p.under, 1)} times too little; high profit are the customers that make 80% of gross profit.`,
    basis: (p) => `Basis: ${customers(p.customers)}, ${p.period}.`,
    costOnly: (p) =>
      `${customers(p.customers)} of them bought nothing in this time and only cost or gave back.`,
    profitMissing: (p) =>
      `${grouped(p.lines)} lines have no profit; ${customers(p.customers)} without any known profit are not ranked.`,
    returnsMissing: (p) =>
      `${grouped(p.lines)} returned lines have no profit; it is not taken off.`,
  },
  cells: {
    earning: "customers with a profit",
    breakEven: "the best customers that make the whole profit",
    loss: "customers that make a loss",
    lossBy: (p) => `customers in loss mainly by ${p.cause}`,
    over: "over-served customers",
    under: "under-served customers",
  },
  refusals: {
    "no-customers":
      "No customer bought anything in this time. Choose another period or fewer filters.",
  },
} satisfies WhaleMessages;
