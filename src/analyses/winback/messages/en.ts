import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { WinbackMessages } from "./zh-Hans";

const customers = (count: number): string =>
  count === 1 ? "1 customer" : `${grouped(count)} customers`;

export default {
  name: "Winning back",
  finding: (p) =>
    rich`${marked("lost", customers(p.lost))} ${p.lost === 1 ? "is" : "are"} lost now; ${marked("open", grouped(p.open))} of them left ${grouped(p.from)} to ${grouped(p.to)} months ago, the time to win them back.`,
  findingList: (p) =>
    rich`With those whose time has not come yet, ${marked("list", customers(p.customers))} ${p.customers === 1 ? "is" : "are"} worth a contact: ${marked("money", p.money)} expected after all costs.`,
  findingNobody: "With this offer and this cost of a contact nobody is worth one.",
  findingRecovery: (p) =>
    rich`Of those who left in the past ${marked("recovery", p.share)} were back after 12 months (95% interval ${p.interval}); ${marked("returned", customers(p.returned))} ever came back.`,
  findingReturned: (p) =>
    rich`In the past ${marked("returned", customers(p.returned))} left and came back.`,
  refused: {
    title: "There is no list of whom to win back yet",
    "no-days": () =>
      "Nothing says when any customer left: orders are needed, or lost customers or contracts with dates.",
    "few-breaks": (p) =>
      `Too few have left to tell the chance of a return: ${grouped(p.need)} times are needed, there are ${grouped(p.have)}.`,
    "no-return": () =>
      "None of those who left has ever come back, so nothing tells who would. The list waits for the first returns.",
  },
  sources: {
    contracts:
      "Lost by the table of lost customers and by contracts; back on the day they say, else with the first order more than 30 days after.",
    silence: (p) =>
      `Lost after ${grouped(p.days)} days without an order, from the day on which they are full; back with the next order.`,
  },
  controls: {
    source: "Lost by",
    sources: {
      auto: "what the data have",
      contracts: "contracts and lost customers",
      silence: "silence",
    },
    windowDays: "Churn window",
    windowHint: "0: from the company's own gaps",
    days: "days",
    from: "Win back from month",
    to: "to month",
    months: "",
    title: "What pays?",
    sub: "What you have not set follows the assumptions below; your own figures are better.",
    offer: "Offer on return",
    contact: "Cost of a contact",
    margin: "Gross margin",
    secondLife: "Year after, of the year before",
    percent: "%",
    reset: "Back to the opening values",
  },
  terms: {
    secondLifeData: (p) =>
      `Second life: in ${grouped(p.followed)} returns whose year is over, that year brought ${p.ratio} of the year before they left${p.interval === null ? "" : ` (95 % interval ${p.interval})`}.`,
    secondLifeAssumed: (p) =>
      `Second life: only ${grouped(p.followed)} returns have had a full year, too few; assumed to be like the year before.`,
    marginData: (p) => `Margin: ${p.margin} over the last years of those who left.`,
    marginAssumed: (p) => `Margin: the data have no costs; ${p.margin} is assumed.`,
    offerAssumed: (p) =>
      `Offer: ${p.money} is assumed, ${p.share} of the usual profit of a year after a return; paid on return only.`,
    contactAssumed: (p) =>
      `Contact: ${p.money} is assumed, ${p.share} of the usual profit of such a year.`,
  },
  curve: {
    title: "How long until they come back?",
    sub: (p) =>
      `${grouped(p.breaks)} breaks, ${grouped(p.returns)} of them ended by a return; the others are watched until today. The window for winning back lies between the two lines.`,
    description: (p) =>
      `Share that has come back by months since leaving; ${p.share} by month ${grouped(p.month)}.`,
    axis: "Months since leaving",
    point: (p) => `Within ${grouped(p.month)} ${p.month === 1 ? "month" : "months"}`,
    share: "Back so far",
    interval: "95% interval",
    low: "Lower end",
    high: "Upper end",
    atRisk: "Still watched",
    customers: "Customers back",
    window: "to be won back",
  },
  list: {
    title: "Whom to win back first?",
    sub: (p) =>
      `${customers(p.customers)} on the list; any more would lose money (${grouped(p.left)} more are not worth it).${p.customers > p.shown ? ` The first ${grouped(p.shown)} are shown.` : ""}`,
    caption: "Lost customers with the highest expected profit",
    name: "Customer",
    score: "Expected profit",
    chance: "Back in a year",
    value: "Worth a year",
    gone: "Gone for",
    goneMonths: (p) => `${p.months} months`,
    clock: "Time",
    early: "not yet",
    left: (p) => (p.days === 1 ? "1 day left" : `${grouped(p.days)} days left`),
    tactic: "What to do",
    openAll: "Open the whole list",
    file: "Win-back list",
    brokeOn: "Last day",
    inWindow: "in the window",
    daysLeft: "Days left in the window",
    part: "Part",
    contact: "contact",
    alone: "hold-out, no contact",
    action: "Attempt",
  },
  tactics: { offer: "Special offer", improve: "Talk on improvements", recontact: "Contact again" },
  tacticFrom: {
    reason: "by the reason",
    complaint: "complained before",
    money: "bought much",
    history: "no reason known",
  },
  tacticReason: (p) => `reason: ${p.reason}`,
  tacticLine: (p) => `${p.tactic}: ${customers(p.customers)}, ${p.money} expected`,
  tacticText: (p) => `${p.tactic} (${p.from})`,
  causes: {
    title: "Who comes back, by the reason for leaving",
    sub: {
      found: (p) =>
        `The chance used is drawn to that of all, lest a few cases decide; the further the causes lie apart the less: here that of all is worth ${p.breaks} losses.`,
      alike: "The causes do not differ visibly; the list uses the chance of all.",
      few: (p) =>
        `Too few causes to say how far they lie apart; the chance used is drawn to that of all, which is worth ${p.breaks} losses (assumed).`,
    },
    caption: "Breaks and returns by reason",
    cause: "Reason",
    breaks: "Left",
    returns: "Came back",
    recovery: "Back within 12 months",
    used: "Used for the list",
    names: {
      natural: "natural",
      competition: "competition",
      fault: "our fault",
      involuntary: "ended by us",
      unknown: "unknown",
    },
  },
  notes: {
    closed: (p) =>
      `${customers(p.customers)} left more than ${grouped(p.month)} months ago: the time is over, and they are not on the list.`,
    excluded: (p) =>
      `${customers(p.customers)} ended by our own decision (unpaid bills and the like): not approached.`,
    wonBack: (p) =>
      `${grouped(p.customers)} are written down as won back; the data show no order yet, and they are off the list.`,
    unpriced: (p) =>
      `${customers(p.customers)} had no money in the year before leaving, so nothing says what a return is worth.`,
    unseen: (p) =>
      `${customers(p.customers)} have been gone longer than anybody was watched, so nothing tells their chance.`,
  },
  how: {
    curve:
      "The share that comes back is the product-limit estimate (Kaplan–Meier): a break that goes on counts until today, not as lost for ever. It includes those who came by themselves and those you called.",
    chance:
      "Chance of coming back within a year = of those gone as long and not back, the share that came in the year after. What nobody was watched long enough for counts as no return.",
    score:
      "Expected profit = chance × (worth of a year − offer) − contact. Worth of a year = money of the year before leaving × second life × margin.",
    tactic:
      "Our fault: talk on what was mended. Taken by a rival, or because of the price: an offer. Natural: contact again. Without a reason by the history: a complaint in the 180 days before leaving, the talk; the third with the most money, an offer; the others, contact again.",
    caution:
      "What a contact itself changes only shows when attempts are written down and compared.",
  },
  attempts: {
    title: "Attempts to win back",
    local:
      "Your own notes, kept on this computer only; they can be undone, and no import touches them.",
    record: "Note an attempt",
    recordOf: (p) => `Note an attempt: ${p.name}`,
    none: "None noted yet. Calls and offers that are written down show whether they work.",
    noneOne: "No attempt is noted for this customer.",
    caption: "Attempts noted",
    customer: "Customer",
    search: "Find a customer",
    change: "Another one",
    on: "Date",
    channel: "By",
    channels: ["phone", "visit", "text message", "e-mail", "letter"],
    offer: "Offer or message",
    cost: "Cost",
    result: "Result",
    results: { pending: "open", won: "won back", lost: "not won back" },
    resultOf: (p) => `Result for ${p.name}`,
    save: "Note it",
    removeOf: (p) => `Delete this attempt with ${p.name}`,
    saved: (p) => `The attempt with ${p.name} is noted.`,
    changed: (p) => `${p.name}: ${p.result}.`,
    removed: "The attempt is deleted.",
    needs: "Choose a customer and a date; the cost is a number or nothing.",
    counts: (p) =>
      `${grouped(p.attempts)} noted: ${grouped(p.won)} won back, ${grouped(p.lost)} not, ${grouped(p.pending)} open.`,
    share: (p) => `Of those decided ${p.share} were won back (95% interval ${p.interval}).`,
    few: (p) =>
      `Only ${grouped(p.decided)} are decided, too few to give a share (${grouped(p.need)} at least).`,
    spent: (p) => `They cost ${p.money} together.`,
    withoutCost: (p) => `${grouped(p.attempts)} of them have no cost noted.`,
    compare: "Some come back without any contact; not all of this share is due to the attempts.",
  },
  trial: {
    title: "How to know that the contact brought them back?",
    sub: (p) =>
      `Some come back by themselves. Leave ${grouped(p.leftAlone)} alone at random, contact ${grouped(p.contacted)}, and compare after a year.`,
    holdout: "Left alone",
    percent: "%",
    expected: (p) =>
      `Going by the past, ${p.share} of the list come back within a year, contacted or not.`,
    seen: (p) =>
      `Parted like this, a difference of ${p.detectable} or more would be seen (5% level, 80% power).`,
    none: "Nobody is left alone: afterwards nobody can say who came back because of the contact.",
    tooFew:
      "The list is too short for any difference to be seen; several rounds can be taken together.",
    openContact: (p) => `Open the ${grouped(p.customers)} to contact`,
    openAlone: (p) => `Open the ${grouped(p.customers)} left alone`,
  },
  readout: {
    title: "Afterwards: did it work?",
    sub: "For campaigns that were not kept here: type in what happened, and compare those contacted with those left alone.",
    contacted: "Contacted",
    contactedBack: "Back among those contacted",
    alone: "Left alone",
    aloneBack: "Back among those left alone",
    unit: "customers",
    shares: (p) => `Share back: ${p.contacted} of those contacted, ${p.alone} of those left alone.`,
    works: (p) =>
      `It works: ${p.effect} more came back (95% interval ${p.low} to ${p.high}), about ${grouped(p.brought)} customers.`,
    harms: (p) =>
      `It does harm: ${p.effect} fewer of those contacted came back (95% interval ${p.low} to ${p.high}). Stop it.`,
    unclear: (p) =>
      `Not told apart yet: the true difference may be anything from ${p.low} to ${p.high} (above 0: more back), which holds 0.`,
    wrong: "No more can come back than there are in the group.",
  },
  cells: {
    contact: "Customers of the win-back list to contact",
    "left-alone": "Customers of the win-back list left alone",
    lost: "customers that left and are not back",
    returned: "customers that left and came back",
    early: "lost customers whose window has not opened",
    open: "lost customers in the window for winning back",
    closed: "lost customers whose window has closed",
    excluded: "customers ended by our own decision",
    won: "Customers written down as won back",
    list: "customers on the win-back list",
    "not-worth": "lost customers not worth a contact",
    tactic: (p) => `customers on the win-back list for “${p.name}”`,
    month: (p) => `customers back within ${grouped(p.month)} months`,
  },
} satisfies WinbackMessages;
