import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { BridgeMessages } from "./zh-Hans";

export default {
  name: "Sales change",
  refusals: {
    "no-before":
      "The data must reach over nine tenths of the earlier period before a change can be told.",
    "no-sales": "There are no sales in either period.",
  },
  finding: (p) =>
    rich`Sales are ${p.now}, ${marked("change", p.change)} than before (${p.growth}).`,
  findingPlain: (p) => rich`Sales are ${p.now}, ${marked("change", p.change)} than before.`,
  more: (p) => `${p.money} more`,
  less: (p) => `${p.money} less`,
  equal: "no more and no less",
  findingFactor: (p) => rich`What matters most is ${marked("factor", p.factor)}: ${p.effect}.`,
  findingMoves: (p) =>
    rich`New and won-back customers brought ${marked("new", p.gained)}, lost ones took ${marked("lost", p.lost)} away.`,
  findingKept: (p) =>
    rich`The customers of the earlier period now bring ${marked("nrr", p.nrr)} of what they brought then.`,
  controls: {
    against: "Compared with",
    againsts: { before: "Period before", year: "A year earlier" },
    method: "Split by",
    methods: { lmdi: "Logarithmic means", shapley: "Shapley" },
    rows: "Rows",
    columns: "Columns",
    auto: "Automatic",
    none: "None",
  },
  bridge: {
    title: "Which customers brought the change?",
    sub: (p) => `From ${p.before} to ${p.now}; click a bar for its customers.`,
    description:
      "Waterfall from sales before to sales now by new, won back, more, less and lost customers.",
    before: "Before",
    now: "Now",
    group: "Customers",
    customers: "Number",
    change: "Change",
    beforeMoney: "Sales before",
    nowMoney: "Sales now",
    moves: {
      new: "New",
      "won-back": "Won back",
      up: "Bought more",
      same: "The same",
      down: "Bought less",
      lost: "Lost",
    },
  },
  factors: {
    title: "The change by factors",
    sub: "Sales = customers × orders per customer × items per order × money per item; the parts add up to the change exactly. Click a row for the customers in whom it moved.",
    none: "One of the periods has no sales, so there are no factors.",
    factor: "Factor",
    before: "Before",
    now: "Now",
    change: "Change",
    effect: "Effect on sales",
    movers: "Customers moved",
    names: {
      piece: {
        customers: "Customers",
        frequency: "Orders per customer",
        items: "Pieces per order",
        price: "Money per piece",
      },
      line: {
        customers: "Customers",
        frequency: "Orders per customer",
        items: "Lines per order",
        price: "Money per line",
      },
    },
  },
  kept: {
    title: "How much of the customers' money was kept?",
    sub: "NRR = what the customers of a period bought in the next ÷ what they bought then, growth included; GRR without growth. Intervals for drawing customers, 95%.",
    period: "Customers of",
    customers: "Customers",
    retention: "Customers kept",
    nrr: "NRR",
    interval: "95% interval",
    grr: "GRR",
  },
  pivot: {
    title: (p) => `Change by ${p.by}`,
    titleTwo: (p) => `Change by ${p.rows} and ${p.columns}`,
    sub: "Contribution = change ÷ all sales before; the rows add up to the growth of all. Click a row for its customers.",
    subTwo:
      "Cells are changes of sales; click one for its customers. The contributions of the rows add up to the growth of all.",
    before: "Before",
    now: "Now",
    change: "Change",
    growth: "Growth",
    contribution: "Contribution",
    customers: "Customers",
    rest: "Others",
    missing: "Not said",
  },
  movers: {
    rises: "The largest rises",
    falls: "The largest falls",
    none: "There is no such customer.",
    sub: "Click one for details.",
    name: "Customer",
    move: "What happened",
    before: "Before",
    now: "Now",
    change: "Change",
  },
  cells: {
    period: (p) => `customers of the earlier period ${p.number} back`,
    all: "customers with sales in either period",
    move: (p) => `customers of the sales change: ${p.name}`,
    factor: (p) => `customers in whom this moved: ${p.name}`,
    row: (p) => `customers of row ${p.number} of the sales change`,
    cell: (p) => `customers of row ${p.row}, column ${p.column} of the sales change`,
  },
  how: [
    "Sale lines only; returns are not taken off. New: first bought after the earlier period. Won back: bought before it, not in it, and again now. Lost: bought in it and not now.",
    "Logarithmic means: each factor gets L · ln(now ÷ before), where L is the logarithmic mean of the two sales. Shapley: the four factors change one after the other in every order, and the average is taken. Neither leaves a rest.",
  ],
  periods: (p) =>
    `Before: ${p.before} (${grouped(p.customersBefore)} customers); now: ${p.now} (${grouped(p.customersNow)}).`,
  itemLine: "The data do not say a quantity for every line, so a line counts as an item.",
  orderDay: "The data have no order number, so a day of a customer counts as an order.",
} satisfies BridgeMessages;
