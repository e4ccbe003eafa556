import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { RetentionMessages } from "./zh-Hans";

const customers = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;

export default {
  name: "Staying after a complaint",
  finding: (p) =>
    rich`Whether customers stay clearly goes with how their complaint was handled: after ${grouped(p.days)} days ${p.content} of ${marked("content", "those handled well")} are still there, of ${marked("poor", "those handled badly")} ${p.poor}.`,
  findingDiffer: rich`Customers whose complaints ended differently clearly stay differently long.`,
  findingSame: (p) =>
    rich`Of ${customers(p.n)} who complained the data do not show that staying goes with how the complaint was handled.`,
  findingFew: (p) =>
    rich`${customers(p.n)} who complained were followed, but nearly all complaints ended alike, so there is nothing to compare.`,
  complaintHurts: rich`Beside customers of like sales without a complaint, those who complained clearly leave sooner.`,
  complaintHelps: rich`Beside customers of like sales without a complaint, those who complained stay longer.`,
  complaintSame: rich`Beside customers of like sales without a complaint no difference shows.`,
  paradox: rich`Those handled well stay even longer than those who never complained (the recovery paradox holds in your data).`,
  judgeLabel: "Outcome judged after (days)",
  resolveLabel: "Handled well when solved within (days)",
  windowLabel: "Lost after so many days without an order (0 = automatic)",
  groups: {
    content: "Handled well",
    poor: "Solved late or not satisfied",
    open: "Not solved in time",
    none: "No complaint (alike)",
  },
  chart: {
    title: "How long do customers stay after a complaint?",
    sub: (p) =>
      `${customers(p.n)}, each by the first complaint, followed from day ${grouped(p.days)} after it; lost after ${grouped(p.windowDays)} days without an order. Lines end where too few are followed.`,
    description: (p) =>
      `Survival curves by outcome: handled well ${p.content}, handled badly ${p.poor}.`,
    days: "Days",
    stay: "Still there",
    interval: "95% interval",
    low: "Low",
    high: "High",
    at: (p) => `Day ${p.days}`,
    axis: "Days since the outcome was judged",
    group: "Outcome",
  },
  table: {
    title: "How many of each are still there?",
    sub: (p) => `Up to day ${grouped(p.days)}; a row opens those of them who left.`,
    subNone: "The groups are followed for too short a time to be compared.",
    caption: "By outcome: customers, lost, still there, and still followed",
    group: "Outcome",
    n: "Customers",
    lost: "Lost",
    stay: "Still there",
    interval: "95% interval",
    atRisk: (p) => (p.days === 0 ? "Followed at start" : `Followed at ${grouped(p.days)} days`),
    p: (p) =>
      `Log-rank test (groups of ten or more): between the outcomes p = ${p.outcome}, complaint against none p = ${p.complaint}.`,
  },
  matched: (p) =>
    `For ${customers(p.pairs)} with a complaint one without was found who also bought lately, with the nearest sales of the year before (within a factor of two); for ${grouped(p.unmatched)} nobody was.`,
  tooNew: (p) => `${customers(p.customers)} complained too lately to be judged.`,
  notFollowed: (p) =>
    `${customers(p.customers)} had bought nothing before, or were lost before the outcome was judged.`,
  undated: (p) =>
    `The complaints of ${customers(p.customers)} are solved, but nobody wrote down when or how well.`,
  unlinked: (p) => `${grouped(p.cases)} complaints name no customer.`,
  how: {
    outcome:
      "Handled well: solved by the day of judging, and satisfied when asked; where nobody asked, solved within the days given. What is not solved by then is a group of its own. All are followed from the same day, as else those whose cases drag on would seem to stay long.",
    lost: "Lost: no order for so many days since the complaint or the last order, counted on the day they are full; who returns later stays lost.",
    curve:
      "Kaplan–Meier; who is still followed counts as having stayed at least so long. Differences by the log-rank test, at least ten customers a group.",
    caution:
      "This says what goes together, not what causes what: complaints that end badly were often worse to begin with.",
  },
  cells: {
    stay: (p) => `customers followed after a complaint: ${p.name}`,
    left: (p) => `customers lost after a complaint: ${p.name}`,
  },
  refusals: {
    "few-cases":
      "Fewer than 30 customers can be followed: this needs complaints that name their customer, and orders before and after.",
    "no-gaps":
      "No customer has bought twice, so there is no telling how much silence means lost. You may enter the days yourself.",
  },
} satisfies RetentionMessages;
