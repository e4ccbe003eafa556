import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CausesMessages } from "./zh-Hans";

const cases = (count: number): string => `${grouped(count)} ${count === 1 ? "case" : "cases"}`;
const customers = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;

export default {
  name: "Causes of complaints",
  finding: (p) =>
    rich`Most complaints come from ${marked("top", p.cause)} (${p.share}); of ${grouped(p.causes)} causes the ${marked("few", `first ${grouped(p.few)}`)} make 80%.`,
  findingOne: (p) => rich`All ${cases(p.cases)} have one cause: ${marked("top", p.cause)}.`,
  findingUnexplained: (p) => rich`None of ${cases(p.cases)} says why; they can only be counted.`,
  findingBatch: (p) =>
    rich`${marked("cause", p.cause)} comes together in batch ${marked("batch", p.batch)}: ${grouped(p.hits)} of its ${cases(p.cases)}.`,
  findingRising: (p) =>
    rich`Clearly more than in the period before: ${marked("rising", p.causes)}.`,
  findingRepeat: (p) =>
    rich`${marked("repeat", customers(p.customers))} complained more than once; about ${p.share} of complaints are followed by another within 90 days.`,
  noCauses:
    "The complaint table has no causes, so complaints are counted by type. With causes you will see the Pareto chart, the fishbone and the batches.",
  byLabel: "Rank by",
  bys: { count: "Cases", money: "Money" },
  followLabel: "Followed after a complaint (days)",
  levels: { cause: "cause", causeGroup: "cause group", complaintKind: "type of complaint" },
  pareto: {
    title: "Which causes first?",
    sub: (p) =>
      `${cases(p.cases)} with a cause, ${p.period}, by ${p.level}; the line is the running share.`,
    subMoney: (p) =>
      `${p.money} of loss and compensation, ${p.period}, by ${p.level}; the line is the running share.`,
    description: (p) => `Pareto chart of the causes; the largest is ${p.cause}, ${p.share}.`,
    cause: "Cause",
    cases: "Cases",
    share: "Share",
    running: "Running share",
    money: "Money",
    customers: "Customers",
    before: "Before",
    change: "Change",
    rising: "▲ clearly more",
    bone: "Bone",
    side: "Side",
    more: (p) => `${grouped(p.causes)} more causes with ${cases(p.cases)} are not drawn.`,
    unexplained: (p) => `${cases(p.cases)} without a cause are not in the chart.`,
  },
  bones: {
    title: "Fishbone",
    sub: "By man, machine, material, method and environment; the numbers are cases, a bone opens its customers. Sorted by the words of the cause.",
    description: (p) => `Fishbone of the causes; the largest bone is ${p.bone}, ${cases(p.cases)}.`,
    names: {
      man: "Man",
      machine: "Machine",
      material: "Material",
      method: "Method",
      environment: "Environment",
      other: "Other",
    },
    head: (p) => cases(p.cases),
    bone: "Bone",
    label: (p) => `${p.name} ${grouped(p.cases)}`,
  },
  codes: {
    title: "What each cause counts as",
    sub: (p) =>
      `${grouped(p.causes)} causes${p.unread > 0 ? `, ${grouped(p.unread)} without a word that we know` : ""}. Open one to change it; fishbone, origins and sides follow.`,
    columns: {
      cause: "Cause",
      cases: "Complaints",
      bone: "Bone",
      origin: "Origin",
      side: "Side",
      by: "Decided by",
    },
    by: { own: "You", rules: "Its words", none: "Not known" },
    showAll: (p) => `All ${grouped(p.causes)}`,
    showListed: (p) => `Show ${grouped(p.causes)}`,
    more: (p) =>
      `${grouped(p.causes)} more causes with fewer complaints, of which you laid down nothing, are not listed.`,
    form: (p) => `What “${p.name}” counts as`,
    ruled: (p) => `By its words (${p.name})`,
    hint: "A side that you choose goes before what the table says; an origin alone does not. Stays on this computer, and can be undone.",
  },
  sides: {
    title: "Whose doing?",
    sub: "As the table says; where it does not, by the words of the cause. Five origins with the company, three with the customer.",
    caption: "Cases and customers by side and origin",
    part: "Origin",
    names: { company: "Company", customer: "Customer", unknown: "Cannot tell" },
    origins: {
      exaggerated: "Exaggerated claims",
      mismatch: "Product does not fit",
      quality: "Product quality",
      service: "Service",
      neglect: "Feelings neglected",
      rival: "Key person won by a rival",
      usage: "Way of use",
      process: "Internal process",
    },
    cases: "Cases",
    share: "Share",
    customers: "Customers",
  },
  batches: {
    title: "Which batches are bad?",
    sub: "Batches with 3 complaints or more. “Together” marks one cause more often in the batch than chance allows (at most 1% of the marks are false).",
    none: "No batch has 3 complaints with a cause.",
    caption: "Batches, cases and main cause",
    batch: "Batch",
    product: "Product",
    cases: "Cases",
    customers: "Customers",
    cause: "Main cause",
    hits: "of these",
    verdict: "Verdict",
    tied: "▲ together",
  },
  products: {
    title: "Which products draw complaints?",
    sub: (p) =>
      `Complaints per 1,000 lines sold, by the lower end of the interval; ${p.per} overall (${grouped(p.sold)} lines). Whiskers are 95% intervals.`,
    description: (p) =>
      `Complaints per 1,000 lines sold by product; the highest is ${p.product}, ${p.rate}.`,
    product: "Product",
    cases: "Complaints",
    sold: "Lines sold",
    rate: "Per 1,000",
    interval: "95% interval",
    verdict: "Verdict",
    high: "▲ high",
    label: (p) => `${p.rate} (${cases(p.cases)})`,
  },
  lots: {
    title: "Which batches draw complaints?",
    sub: "Complaints per 1,000 lines sold, by product and batch; a line counts once whatever its quantity. A row opens the complaints, the number of customers those who bought of it.",
    finding: (p) =>
      rich`${marked("lot", `Batch ${p.batch}`)}${p.product === null ? "" : ` (${p.product})`} has ${p.per} complaints per 1,000 lines${p.rest === null ? "" : `, all other batches together ${p.rest}`}; of the ${customers(p.buyers)} who bought of it ${marked("silent", `${grouped(p.silent)} have not complained yet`)}.`,
    caption: "Batches, complaints, lines sold and complaints per 1,000 lines",
    batch: "Batch",
    product: "Product",
    cases: "Complaints",
    sold: "Lines sold",
    rate: "Per 1,000",
    interval: "95% interval",
    siblings: "Its other batches",
    buyers: "Bought of it",
    openBuyers: (p) => `Open the ${customers(p.buyers)} who bought of batch ${p.batch}`,
    verdict: "Verdict",
    high: "▲ high",
    none: (p) => `Of ${grouped(p.tested)} batches none is higher than chance allows.`,
    basis: (p) =>
      `${grouped(p.tested)} batches compared: ${grouped(p.sold)} lines sold, ${cases(p.cases)}. High: against all other batches, at most 5% of the marks are false, and 3 complaints or more.`,
    older: (p) =>
      `${grouped(p.batches)} more batches sold in these days were on sale before them, or before complaints were recorded; their complaints are not all in sight, and they are not compared.`,
    unlinked: (p) =>
      `${cases(p.cases)} name a batch that no order line has; they are not counted here.`,
    unmatched:
      "No batch of the complaints is among those of the orders, so there is no rate by batch.",
    lacks: {
      orders:
        "The orders have no “batch”: what was sold of each batch, and so its rate, is not known.",
      complaints: "The complaints have no “batch”, so there is no rate by batch.",
    },
  },
  again: {
    title: "Who complains again?",
    sub: (p) =>
      `Share of complaints that another of the same customer follows; those without another count as at least so long. ${customers(p.customers)} more than once.`,
    description: (p) => `Share that complains again; ${p.share} within 90 days.`,
    days: "Days",
    share: "Again",
    at: (p) => `within ${p.days} days`,
    listTitle: "Customers who complain most",
    listSub: "The same cause again says that it was not cured the last time.",
    listCaption: "Customers with more than one complaint",
    none: "No customer complained twice.",
    customer: "Customer",
    cases: "Times",
    cause: "Main cause",
    same: "of these",
    openAll: "Open these customers",
  },
  after: {
    title: "Do they buy again when it is handled well?",
    sub: (p) =>
      `Share that buys again within ${grouped(p.days)} days of the first complaint, of customers for whom that time has passed; whiskers are 95% intervals.`,
    description: (p) => `Handled well ${p.good} buy again, handled badly ${p.poor}.`,
    names: {
      good: "Handled well",
      poor: "Handled badly",
      open: "Not solved",
      none: "No complaint",
    },
    outcome: "Outcome",
    followed: "Customers",
    bought: "Bought again",
    share: "Share",
    interval: "95% interval",
    label: (p) => `${p.share} (${grouped(p.followed)})`,
    clear: "Those handled well clearly buy again more often.",
    unclear: "The difference may well be chance.",
    few: "Too few customers to compare.",
    how: "Handled well: satisfied when asked; where nobody asked, solved within 14 days. Customers without a complaint are followed from the middle one of their days of purchase.",
  },
  how: {
    level:
      "Causes are those of the column “cause”; without it of “cause group”, without that of the type.",
    money: "Money is loss plus compensation; what is not filled in is not taken as 0.",
    rising: (p) =>
      `Clearly more: a larger share than in the period of the same length before, beyond chance (Fisher's exact test, false-discovery rate ${p.share}).`,
    tied: "Together in a batch: cases of one cause in it against all complaints, Fisher's exact test.",
    rate: "The interval of a rate is the exact Poisson interval; high means more than its share of the lines sold explains.",
    basis: (p) => `From ${cases(p.cases)} in ${p.period}.`,
  },
  rate: (p) => decimal(p.per, 1),
  cells: {
    cause: (p) => `customers with complaints because of ${p.name}`,
    bone: (p) => `customers with complaints of the bone ${p.name}`,
    side: (p) => `customers with complaints, side: ${p.name}`,
    batch: (p) => `customers with complaints of batch ${p.name}`,
    product: (p) => `customers with complaints of product ${p.name}`,
    lot: (p) => `customers with complaints of batch ${p.name}`,
    buyers: (p) => `customers who bought of batch ${p.name}`,
    silent: (p) => `customers who bought of batch ${p.name} and have not complained`,
    repeat: "customers with more than one complaint",
    named: "customers with a complaint",
    after: (p) => `customers followed after a complaint: ${p.name}`,
  },
  refusals: {
    "no-complaints": "No complaint in this period. Choose another, or loosen the filters.",
  },
} satisfies CausesMessages;
