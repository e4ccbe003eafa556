import { fixed, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { SignalsMessages } from "./zh-Hans";

export default {
  name: "Signs before complaints",
  finding: (p) =>
    rich`${marked("top", p.signal)}: ${p.share} of such purchases are complained of, ${p.times} times as many as of others (95% interval ${p.low}–${p.high}).`,
  findingMore: (p) => rich`As clear are: ${p.signals}.`,
  findingNow: (p) =>
    rich`In the last ${grouped(p.days)} days ${marked("now", `${grouped(p.customers)} customers`)} show the first sign and have not complained yet: call them first.`,
  findingNone: (p) =>
    rich`Of ${grouped(p.signals)} signs in ${grouped(p.n)} purchases none is clearly followed by more complaints.`,
  followLabel: "Complaints of a purchase come within (days)",
  signals: {
    late: "Late delivery",
    short: "Short delivery",
    "new-batch": "New batch (14 days)",
    "new-customer": "New customer (90 days)",
    "prior-complaint": "Complained within 180 days",
    returned: "Returned within 90 days",
  },
  chart: {
    title: "After what are there more complaints?",
    sub: (p) =>
      `${grouped(p.n)} purchases (one a customer and day), ${p.period}, ${grouped(p.complaints)} with a complaint. Dots are the share complained of with the sign over that without it, bars 95% intervals; pale ones may be chance.`,
    description: (p) =>
      `How many times more complaints follow each sign; the highest is ${p.signal}, ${p.times} times.`,
    even: "as many",
    signal: "Sign",
    shown: "Purchases with it",
    hits: "Complained of",
    share: "Share",
    others: "Share without it",
    ratio: "Times",
    low: "Low",
    high: "High",
    interval: "95% interval",
    times: (p) => `${p.times}×`,
    thin: "too few complaints",
  },
  table: {
    title: "Who shows a sign now?",
    sub: (p) =>
      `Customers with such a purchase in the last ${grouped(p.days)} days and no complaint since; a row opens them.`,
    caption: "Signs, shares complained of, and customers of now",
    now: "Customers now",
    verdict: "Verdict",
    leading: "▲ a sign",
    unclear: "not shown",
  },
  lacks: (p) => `${p.signal}: the orders have no ${p.columns}.`,
  column: (p) => `“${p.name}”`,
  unlinked: (p) =>
    `${grouped(p.complaints)} complaints follow no purchase within these days, or name no customer, and are not counted.`,
  how: {
    linked:
      "A complaint belongs to the order that it names, else to the customer's last purchase; later than the days given it belongs to none.",
    known:
      "Only purchases since complaints are recorded whose days are over. A missing day, quantity or batch is not “without the sign” but unknown.",
    ratio:
      "The interval of a ratio allows for purchases of one customer being alike (variance clustered by customer). All signs are compared together: at most 5% of those marked are false, five complaints or more on each side.",
    caution: "A sign comes before, it need not be the cause; several may come together.",
  },
  cells: {
    now: (p) => `customers who show the sign “${p.name}” now and have not complained`,
    hit: (p) => `customers who complained after “${p.name}”`,
  },
  times: (p) => fixed(p.times, 1),
  refusals: {
    "few-complaints":
      "Fewer than 20 complaints belong to a purchase, too few to see what comes before them. This needs complaints that name the customer (best the order too), and the orders before them.",
  },
} satisfies SignalsMessages;
