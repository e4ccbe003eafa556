import { grouped } from "../../number-words";
import type { OwnSegmentsMessages } from "../zh-Hans/own-segments";

const counted = (count: number, one: string): string =>
  `${grouped(count)} ${one}${count === 1 ? "" : "s"}`;

/** My segments: sets of customers that the reader makes. */
export const ownSegments = {
  title: "My segments",
  sub: "Counted as of the date and in the period above. Filters do not change a segment; they only narrow the list it opens.",
  local:
    "Segments stay with this data set and no import changes them. Those made of rules follow new data; fixed lists do not.",
  none: {
    title: "No segments of your own yet",
    text: "Describe a group of customers by rules and name it: you will always see how many they are and what they buy, and can filter and compare by it elsewhere. On the Customers page any list can be kept as a segment.",
  },
  finding: (p: { segments: number; name: string; customers: number; share: string | null }) =>
    p.share === null
      ? `You have ${counted(p.segments, "segment")}; the largest is “${p.name}” with ${counted(p.customers, "customer")}.`
      : `You have ${counted(p.segments, "segment")}; ${counted(p.customers, "customer")} in “${p.name}” bring ${p.share} of sales.`,
  allEmpty: (p: { segments: number }) =>
    `You have ${counted(p.segments, "segment")}, and nobody is in any of them with these data.`,
  add: "New segment",
  combine: "Combine two segments",
  needsTwo: "Two segments are needed for a union, an intersection or a difference.",
  columns: {
    name: "Segment",
    made: "Made of",
    customers: "Customers",
    share: "Of all customers",
    sales: "Sales",
    salesShare: "Of all sales",
    change: "Against the period before",
  },
  caption: "Your segments and their size",
  actions: "Actions",
  open: (p: { name: string }) => `Show the customers of “${p.name}”`,
  edit: (p: { name: string }) => `Edit “${p.name}”`,
  remove: (p: { name: string }) => `Delete “${p.name}”`,
  saved: (p: { name: string }) => `Segment “${p.name}” saved.`,
  removed: (p: { name: string }) => `Segment “${p.name}” deleted.`,
  seen: (p: { from: string; customers: number; day: string }) =>
    `List: ${counted(p.customers, "customer")} of “${p.from}”, kept on ${p.day}`,
  operations: {
    union: (p: { left: string; right: string }) => `In “${p.left}” or in “${p.right}”`,
    intersection: (p: { left: string; right: string }) => `In both “${p.left}” and “${p.right}”`,
    difference: (p: { left: string; right: string }) => `In “${p.left}” but not in “${p.right}”`,
  },
  deleted: "deleted segment",
  joined: { all: ", and ", any: ", or " },
  trouble: {
    gone: (p: { names: string }) =>
      `The data no longer have “${p.names}”; a rule on it keeps nobody.`,
    absent: (p: { customers: number }) =>
      `Not in the data now and not counted: ${counted(p.customers, "customer")} of the list.`,
    lostParts: "A segment it is made of was deleted; that part counts as empty.",
    isCircular: "It is made of itself in a circle; that part counts as empty.",
  },
  rule: {
    between: (p: { name: string; from: string; to: string }) =>
      `${p.name} from ${p.from} to ${p.to}`,
    atLeast: (p: { name: string; from: string }) => `${p.name} at least ${p.from}`,
    atMost: (p: { name: string; to: string }) => `${p.name} at most ${p.to}`,
    since: (p: { name: string; from: string }) => `${p.name} on or after ${p.from}`,
    until: (p: { name: string; to: string }) => `${p.name} on or before ${p.to}`,
    oneOf: (p: { name: string; values: string }) => `${p.name} is ${p.values}`,
    contains: (p: { name: string; text: string }) => `${p.name} contains “${p.text}”`,
    yes: (p: { name: string }) => `${p.name} is yes`,
    no: (p: { name: string }) => `${p.name} is no`,
    missing: (p: { name: string }) => `${p.name} is missing`,
    not: (p: { rule: string }) => `not (${p.rule})`,
    orOf: (p: { values: readonly string[] }) => p.values.join(" or "),
  },
  form: {
    titleNew: "New segment",
    titleEdit: "Edit segment",
    name: "Name",
    nameHint: "For example: key accounts in the east",
    joins: "Customers must meet",
    joinsAll: "all rules",
    joinsAny: "any rule",
    rules: "Rules",
    rule: (p: { place: number }) => `Rule ${p.place}`,
    field: (p: { place: number }) => `Rule ${p.place}: field`,
    test: (p: { place: number }) => `Rule ${p.place}: test`,
    from: (p: { place: number }) => `Rule ${p.place}: from`,
    to: (p: { place: number }) => `Rule ${p.place}: to`,
    text: (p: { place: number }) => `Rule ${p.place}: text`,
    values: (p: { place: number }) => `Rule ${p.place}: values`,
    dropValue: (p: { value: string }) => `Remove “${p.value}”`,
    addValue: "Add one…",
    to2: "to",
    dropRule: (p: { place: number }) => `Remove rule ${p.place}`,
    addRule: "Add a rule",
    scores: "Worked out here",
    own: "From the customer table",
    goneField: (p: { name: string }) => `${p.name} (no longer in the data)`,
    tests: {
      between: "is between",
      outside: "is outside (or missing)",
      oneOf: "is",
      noneOf: "is not (or missing)",
      contains: "contains",
      lacks: "does not contain (or missing)",
      yes: "is yes",
      no: "is no",
      missing: "is missing",
      filled: "is filled in",
    },
    operation: "How to combine",
    operations: {
      union: "Union: in either",
      intersection: "Intersection: in both",
      difference: "Difference: in the first only",
    },
    left: "First",
    right: "Second",
    choose: "Choose",
    count: (p: { customers: number; share: string }) =>
      `${counted(p.customers, "customer")}, ${p.share} of all`,
    money: (p: { sales: string; share: string | null }) =>
      p.share === null
        ? `; sales in the period ${p.sales}.`
        : `; sales in the period ${p.sales}, ${p.share} of all.`,
    noMoney: ".",
    largest: (p: { names: string }) => ` For example ${p.names}.`,
    nobody: "Nobody meets this now; try wider rules.",
    unfinished: "Once the rules are complete, customers and sales are counted here as you type.",
    counting: "Counting…",
    needsName: "Please give it a name.",
    needsRules: "A rule is not complete.",
    needsParts: "Please choose two different segments.",
    seenNote:
      "This is a fixed list; only its name can be changed. For one that follows new data, make a segment of rules.",
  },
  scores: {
    sales: "Sales (in the period)",
    salesChange: "Change of sales (against the period before)",
    profit: "Gross profit (in the period)",
    returns: "Returns (in the period, negative)",
    orderDays: "Order days (in the period)",
    recencyDays: "Days since the last order",
    firstOrder: "First order",
    lastOrder: "Last order",
    grade: "Grade",
    segment: "RFM segment",
    stage: "Life-cycle stage",
    recencyScore: "Recency score (R)",
    frequencyScore: "Frequency score (F)",
    moneyScore: "Money score (M)",
  },
  save: {
    button: "Keep as segment",
    title: "Keep this list as a segment",
    how: "What to keep",
    list: "This list",
    rules: "The filters",
    listHint: "The same customers stay in it, whatever the data say later.",
    rulesHint: "Customers come and go with new data.",
    people: (p: { customers: number }) => `On the list: ${counted(p.customers, "customer")}.`,
    tooMany: (p: { customers: number; most: number }) =>
      `The list has ${grouped(p.customers)} customers; at most ${grouped(p.most)} can be kept. Narrow it first, or make a segment of rules.`,
    nobody: "The list is empty: there is nobody to keep.",
    from: "Customer list",
    goTo: "Show my segments",
  },
} satisfies OwnSegmentsMessages;
