import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { DeliveredMessages } from "./zh-Hans";

const sheets = (n: number): string =>
  `${grouped(n)} ${n === 1 ? "questionnaire" : "questionnaires"}`;
const aspects = (n: number): string => `${grouped(n)} ${n === 1 ? "aspect" : "aspects"}`;

export default {
  name: "Delivered value",
  comma: ", ",
  finding: (p) =>
    rich`Delivered value is ${marked("delivered", `${p.delivered} points`)} (95% interval ${p.low} to ${p.high}): customers get a value of ${p.value} and bear a cost of ${p.cost} (${sheets(p.n)}).`,
  dear: rich`Customers feel that they give more than they get.`,
  onlyValue: (p) =>
    rich`Customers get a value of ${marked("delivered", `${p.value} points`)} of 100 (${sheets(p.n)}); nobody was asked what it costs them, so there is no delivered value.`,
  onlyCost: (p) =>
    rich`Customers bear a cost of ${marked("delivered", `${p.cost} points`)} of 100 (${sheets(p.n)}); nobody was asked what they get, so there is no delivered value.`,
  noSides: (p) =>
    rich`The aspects of ${marked("delivered", sheets(p.n))} are in no group yet: sort them in the table below, and the value is computed.`,
  dearest: (p) =>
    rich`What takes away most is ${marked("dearest", `${p.name} (${p.points} points)`)}.`,
  contrast: (p) =>
    rich`${marked("worst", p.worst)} attributes score ${p.points} points below ${p.best} ones, more than sampling error explains.`,
  untagged: (p) =>
    `${aspects(p.aspects)} are neither value nor cost and do not count. Sort them in the table below.`,
  absent: (p) => `Not asked about: ${p.names}. Delivered value covers only what was asked.`,
  few: (p) => `Only ${sheets(p.n)}: the intervals are wide, and it is too early to conclude.`,
  undated: "The answers have no day: all of them count.",
  wholeHistory: "All history",
  weights: "Weights",
  weightNames: { auto: "as customers say", equal: "equal" },
  compare: "Compare by",
  byGrade: "Customer grade",
  grade: (p) => `Grade ${p.grade}`,
  minAnswers: "At least",
  answersUnit: "each",
  facets: {
    product: "Product",
    service: "Service",
    staff: "Staff",
    image: "Image",
    money: "Money",
    time: "Time",
    effort: "Effort",
    mind: "Worry",
  },
  sides: { value: "Value", cost: "Cost" },
  traits: {
    search: "Search",
    experience: "Experience",
    credence: "Credence",
  },
  levels: {
    information: "Information",
    training: "Training and advice",
    support: "Technical support",
    solving: "Solving problems",
    care: "Care",
  },
  fall: {
    title: "What do customers get, and what do they give?",
    sub: (p) =>
      `Green is the value they get, red the cost they bear, the last bar the delivered value that is left. ${p.period}. A bar opens the customers below the middle.`,
    description: (p) =>
      `${grouped(p.facets)} kinds of value and cost, adding up to delivered value.`,
    left: "Delivered",
    facet: "Kind",
    side: "Side",
    aspects: "Aspects",
    points: "Points",
    index: "Score (0–100, more is better)",
    weight: "Weight within its side",
    lowCustomers: "Customers below the middle",
    lowAll: "Customers who give more than they get",
  },
  groups: {
    title: "Which customers get more?",
    sub: (p) =>
      `Dots are delivered values, bars 95% intervals; green and red differ from all other customers beyond chance. Below ${sheets(p.minAnswers)} pale.`,
    description: (p) => `Delivered value of ${grouped(p.groups)} groups of customers.`,
    all: (p) => `All ${p.delivered}`,
    name: "Group",
    delivered: "Delivered value",
    rest: "Against the others",
    qValue: "q-value",
    customers: "Customers",
    verdict: "Verdict",
    verdicts: { plain: "No difference shown", good: "Higher", bad: "Lower" },
    thin: "Too few questionnaires",
    label: (p) => `${p.delivered} (${grouped(p.n)})`,
    undrawn: (p) => `${grouped(p.groups)} more groups are not drawn; all are in the table.`,
    more: (p) => `${grouped(p.groups)} more groups are not listed.`,
    ungrouped: (p) => `${sheets(p.answers)} belong to no group.`,
  },
  board: {
    titles: {
      trait: "When can customers tell good from bad?",
      level: "How good is each level of service?",
    },
    subs: {
      trait:
        "Search attributes can be compared before buying, experience attributes after use, credence attributes hardly ever. Dots are mean scores, bars 95% intervals.",
      level:
        "From information to care, each level rests on the one before. Dots are mean scores, bars 95% intervals.",
    },
    description: (p) => `Mean scores of ${grouped(p.kinds)} kinds of aspects.`,
    none: {
      trait: "No aspect is sorted into search, experience or credence yet.",
      level:
        "No aspect of the survey says which level of service it is about; sort them in the table below.",
    },
    kind: "Kind",
    index: "Score (0–100)",
    interval: "95% interval",
    low: "Low",
    high: "High",
    answers: "Questionnaires",
    label: (p) => `${p.index} (${aspects(p.aspects)})`,
    apart: (p) =>
      `${p.best} scores ${p.points} points above ${p.worst} (95% interval ${p.range}, ${p.pValue}).`,
    same: (p) =>
      `The best (${p.best}) and the worst (${p.worst}) differ by ${p.points} points, which sampling error may explain (${p.pValue}).`,
    untagged: (p) => `${aspects(p.aspects)} more are in none of these.`,
  },
  tags: {
    title: "Where does each aspect belong?",
    sub: "Guessed by words of its name until you say otherwise; what you say is your own work, no import touches it, and it can be undone.",
    caption:
      "Aspects of the survey with their kind of value or cost, attribute and level of service",
    about: "Aspect",
    facet: "Value or cost",
    trait: "Attribute",
    level: "Level of service",
    index: "Score",
    by: "Said by",
    byOwn: "you",
    byGuess: "guess",
    none: "None",
    asGuessed: (p) => `Guess: ${p.name}`,
    form: (p) => `Where does “${p.about}” belong?`,
    hint: "Questions on satisfaction with the price, ease or peace of mind ask what customers give: the higher the score, the lower the cost.",
    saved: (p) => `“${p.about}” is sorted; computing again.`,
    reset: "Back to the guess",
    resetDone: (p) => `“${p.about}” is guessed by its words again.`,
  },
  how: {
    formula:
      "Delivered value = value − cost. Each question on 0–100; value = Σ weight × score, cost = Σ weight × (100 − score), the weights of each side adding up to 1. An unanswered question is not 0.",
    stated: "Weights: importance as customers state it, within each side.",
    equal: "Weights: all aspects of a side the same.",
    interval:
      "The interval takes the weights as known; sampling error only (linearised over questionnaires, t).",
    groups:
      "Groups against all other customers: z test, false discoveries held to 10 % (Benjamini–Hochberg).",
    tags: "Kinds: guessed by words, yours go before. The score of an attribute or a level is the plain mean of its aspects; best against worst is corrected for all pairs (Bonferroni).",
    reading:
      "Questions about parts on one questionnaire only; ratings after single contacts are not mixed in.",
  },
  cells: {
    low: "Customers who give more than they get",
    facet: (p) => `Customers below the middle: ${p.name}`,
    group: "Customers of this group who answered",
  },
  refusals: {
    "no-aspects":
      "Delivered value needs questions about parts (such as quality, service, price) with at least 10 answers each.",
  },
} satisfies DeliveredMessages;
