import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { GroupsMessages } from "./groups-zh-Hans";

const groups: GroupsMessages = {
  control: "Compare by",
  none: "No groups",
  rest: "Others",
  yes: "Yes",
  no: "No",
  range: (p) => `${p.from} to ${p.to}`,
  noTest: (p) => rich`By “${p.column}” too few have left to compare causes.`,
  same: (p) =>
    rich`By “${p.column}” no difference shows in what each cause takes (Gray's test, ${p.p}).`,
  differ: (p) =>
    rich`By “${p.column}” groups differ most clearly in ${marked("cause", p.cause)} (Gray's test, ${p.p}).`,
  differBetween: (p) =>
    rich`By “${p.column}” groups differ most clearly in ${marked("cause", p.cause)}: “${p.most}” ${marked("most", p.mostShare)}, “${p.least}” ${marked("least", p.leastShare)} (Gray's test, ${p.p}).`,
  title: (p) => `Where do groups by “${p.column}” differ?`,
  sub: (p) => `Share of each group lost to “${p.cause}” over time, drawn as long as five are left.`,
  description: (p) => `Share lost to “${p.cause}” over time, in ${grouped(p.groups)} groups.`,
  tableTitle: (p) => `Share lost to “${p.cause}”, by group`,
  tableSub: (p) =>
    `Within ${p.time} of becoming a customer. Later losses count among customers, but in no share.`,
  lost: "Lost",
  lower: "Lower end",
  upper: "Upper end",
  atRisk: "Still there",
  missing: (p) => `${grouped(p.customers)} customers have no value and are left out.`,
  testTitle: "Test of each cause",
  testSub: "Do all groups lose the same share?",
  df: "Degrees of freedom",
  tooFew: "Under 5",
  testNote:
    "p is of the single test; the sentence above multiplies it by the number of tests (Bonferroni), since among many tests some would pass by chance.",
  how: [
    "Shares end where some group has too few customers in sight. Gray's test takes all losses, later ones too, which weigh little since few are in sight by then.",
    "Gray's test compares cumulative incidences: a group that loses more to other causes has fewer left to lose to this one, and that is reckoned with. The log-rank test cannot do that.",
    "A difference is no proof of a cause: groups may differ in other ways too.",
  ],
  cells: {
    group: (p) => `Customers of group ${grouped(p.place)}`,
    groupLost: (p) => `Customers of group ${grouped(p.place)} lost to “${p.name}”`,
  },
};

export default groups;
