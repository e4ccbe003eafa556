import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CampaignReadoutMessages } from "./zh-Hans";

/** 1 campaign, 2 campaigns */
const counted = (count: number, what: string): string =>
  `${grouped(count)} ${count === 1 ? what : `${what}s`}`;

const messages: CampaignReadoutMessages = {
  name: "Campaigns and results",
  finding: (p) =>
    rich`${marked("all", counted(p.campaigns, "campaign"))} ${p.campaigns === 1 ? "was" : "were"} kept`,
  judged: (p) =>
    rich`; ${marked("judged", grouped(p.judged))} ${p.judged === 1 ? "has" : "have"} a result`,
  judgedNone: "; none has a result yet",
  helped: (p) => rich`, ${marked("helped", grouped(p.count))} surely helped`,
  harmed: (p) => rich`, ${marked("harmed", grouped(p.count))} did harm`,
  unclear: (p) => rich`, ${grouped(p.count)} cannot be told`,
  waiting: (p) => rich`, ${grouped(p.count)} must still wait`,
  end: ".",
  none: {
    title: "No campaign has been kept yet",
    text: "“Whom to keep” and “Winning back” part their list into those to contact and those left alone to compare. Choose “Keep this campaign” before contacting anybody; once the watch period is over, both parts are compared here from the data, with nothing to count by hand.",
  },
  lists: { targeting: "Keeping", winback: "Winning back" },
  plan: (p) => `${p.list}: from ${p.day}, watching for ${counted(p.days, "day")} ${p.by}.`,
  by: {
    targeting: {
      orders: "whether they buy again",
      exits: "whether an exit is written down",
      flag: "whether they are flagged as lost",
    },
    winback: {
      orders: "whether they buy again",
      exits: "whether a return is written down",
      flag: "whether they buy again",
    },
  },
  blind:
    "The data at hand lack the column that tells the result, so this campaign cannot be judged. Count by hand and type it in under “Afterwards”.",
  wait: (p) =>
    `${counted(p.days, "day")} to wait: the data end on ${p.until}, so nothing is judged yet.`,
  who: {
    both: (p) => `contacted ${p.contacted}, left alone ${p.alone}`,
    contacted: (p) => `contacted ${p.contacted}`,
  },
  soFar: {
    bought: (p) => `Bought again so far: ${p.who}.`,
    left: (p) => `Lost so far: ${p.who}.`,
    back: (p) => `Back so far: ${p.who}.`,
  },
  ofSize: (p) => `${grouped(p.hits)} of ${grouped(p.size)}`,
  shares: {
    bought: (p) => `Bought nothing: ${p.who}.`,
    left: (p) => `Lost: ${p.who}.`,
    back: (p) => `Came back: ${p.who}.`,
  },
  share: (p) => `${p.share} (${grouped(p.hits)} of ${grouped(p.size)})`,
  works: {
    targeting: (p) =>
      `It helped: ${p.effect} fewer left (95% interval ${p.low} to ${p.high}), about ${counted(p.gained, "customer")} kept (${grouped(p.from)} to ${grouped(p.to)}).`,
    winback: (p) =>
      `It helped: ${p.effect} more came back (95% interval ${p.low} to ${p.high}), about ${counted(p.gained, "customer")} brought back (${grouped(p.from)} to ${grouped(p.to)}).`,
  },
  harms: {
    targeting: (p) =>
      `It did harm: ${p.effect} more of those contacted left (95% interval ${p.low} to ${p.high}). Stop it.`,
    winback: (p) =>
      `It did harm: ${p.effect} fewer of those contacted came back (95% interval ${p.low} to ${p.high}). Stop it.`,
  },
  unclearLine: {
    targeting: (p) =>
      `Whether it helped cannot be told: the true difference may lie between ${p.low} and ${p.high} (above 0: fewer left), 0 included.`,
    winback: (p) =>
      `Whether it helped cannot be told: the true difference may lie between ${p.low} and ${p.high} (above 0: more came back), 0 included.`,
  },
  noControl:
    "Nobody was left alone, so whether it helped cannot be told: what would have happened without a contact is not known.",
  noContact: "The data have none of those to be contacted, so nothing can be told.",
  detectable: (p) =>
    `When it was kept, only a difference of ${p.detectable} or more would have been seen; not seen does not mean no use.`,
  expected: {
    targeting: (p) =>
      `When it was kept, ${p.expected} were expected to leave without a contact; of those left alone ${p.actual} did.`,
    winback: (p) =>
      `When it was kept, ${p.expected} were expected back within a year; of those left alone ${p.actual} came.`,
  },
  missing: (p) =>
    `Left out because their result is not known: ${grouped(p.contacted)} of those contacted, ${grouped(p.alone)} of those left alone (no longer in the data, or not said).`,
  mixed: (p) =>
    `${counted(p.customers, "customer")} in both parts (merged since): counted in neither.`,
  disturbed: (p) =>
    `${grouped(p.customers)} of those left alone ${p.customers === 1 ? "was" : "were"} contacted by another campaign in this time; the difference looks smaller than it is.`,
  flagNote: "The flag of who left has no day: those who left after the watch period count as well.",
  openContacted: (p) => `Open the ${grouped(p.customers)} contacted`,
  openAlone: (p) => `Open the ${grouped(p.customers)} left alone`,
  how: {
    title: "How is this reckoned?",
    compare:
      "Those left alone were drawn at random: but for the contact they are like the others, so the difference of both shares is what the contact did. The interval is Newcombe's, honest for few customers too; with 0 inside it nothing can be told.",
    day: "Days count from the day after the campaign, for as long as was laid down; while the data do not reach the end, only counts are told.",
    fixed:
      "The list, the days and what is counted were laid down when it was kept and do not change afterwards, so that nobody picks the flattering figure.",
  },
  cells: {
    contacted: "Customers contacted in a campaign",
    alone: "Customers left alone in a campaign",
    "contacted-hit": "Customers contacted in a campaign that left or came back",
    "alone-hit": "Customers left alone in a campaign that left or came back",
  },
  keep: {
    button: "Keep this campaign",
    title: "Keep this campaign",
    hint: "Keep it before anybody is contacted, and the list is fixed; once the watch period is over, both parts are compared by themselves. Kept on this computer only; can be undone; no import changes it.",
    see: (p) => `${counted(p.campaigns, "campaign")} kept: see results`,
    name: "Name",
    nameOf: (p) => `${p.list} ${p.day}`,
    on: "First day of contact",
    watch: "Watch period (days)",
    outcome: "Result by",
    outcomes: {
      targeting: {
        orders: "orders: whether they buy again",
        exits: "lost customers written down",
        flag: "flag in the customer table",
      },
      winback: {
        orders: "orders: whether they buy again",
        exits: "days of return written down",
        flag: "flag in the customer table",
      },
    },
    people: (p) => `${grouped(p.contacted)} to contact, ${grouped(p.alone)} left alone.`,
    counting: "Counting the list…",
    noControl:
      "Nobody is left alone, so nothing will be told afterwards; set a share aside on the list first.",
    tooMany: (p) => `The list is too long: each part can keep ${grouped(p.most)} customers.`,
    nobody: "The list is empty: there is nothing to keep.",
    early: (p) =>
      `The list is made from data up to ${p.day}, later than this day. The comparison only holds if it was really parted like this then.`,
    needs: "Fill in a name, a day, and a whole number of days from 1 to 1095.",
    saved: (p) => `Campaign “${p.name}” is kept.`,
    removeOf: (p) => `Delete campaign “${p.name}”`,
    removed: (p) => `Campaign “${p.name}” is deleted.`,
  },
};

export default messages;
