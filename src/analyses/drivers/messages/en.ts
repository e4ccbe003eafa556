import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { DriversMessages } from "./zh-Hans";

export default {
  name: "Drivers of satisfaction",
  finding: (p) =>
    rich`${grouped(p.drivers)} parts together explain ${marked("r2", p.r2)} of the variation of “${p.outcome}”.`,
  findingTop: (p) =>
    rich`What weighs most is ${marked("first", `${p.first} (${p.firstShare})`)}, then ${marked("second", `${p.second} (${p.secondShare})`)}.`,
  findingOne: (p) => rich`There is only ${marked("first", p.first)} to compare.`,
  findingFix: (p) =>
    rich`Weighty and scored low, so to be improved first: ${marked("fix", p.names)}.`,
  findingNoFix: rich`Nothing is surely both weighty and scored low.`,
  weak: (p) =>
    `These parts explain only ${p.r2}: what really moves satisfaction may not have been asked.`,
  few: (p) =>
    `Only ${grouped(p.n)} complete answers for ${grouped(p.drivers)} parts: the intervals are wide.`,
  incomplete: (p) =>
    `Of ${grouped(p.asked)} questionnaires ${grouped(p.n)} have every part answered; the others are left out.`,
  copies: "Some parts were answered alike; their effects cannot be told apart and are shared out.",
  outcome: "What is explained",
  outcomeAuto: (p) => `Automatic: ${p.name}`,
  method: "Method",
  methods: { auto: "Automatic", shapley: "Shapley", johnson: "Johnson" },
  shares: {
    title: "Which parts move satisfaction?",
    sub: (p) =>
      `Share of R² with 95% interval (${grouped(p.n)} complete answers, ${p.isExact ? "Shapley, the mean over all orders" : "Johnson's relative weights"}). A click opens the customers below the middle.`,
    description: (p) => `Shares of the parts; the largest is ${p.first} with ${p.share}.`,
    name: "Part",
    share: "Share",
    interval: "95% interval",
    low: "Low",
    high: "High",
    performance: "Score (0–100)",
    beta: "Standardised coefficient",
    betaP: "p-value",
    correlation: "Correlation",
    quadrant: "Place",
    lowCustomers: "Customers below the middle",
    none: "nothing beyond the other parts",
  },
  map: {
    title: "What to improve first?",
    sub: "Across the score, upwards the share; the lines are the means. Ellipses are 95% regions; a point whose place is not certain is hollow.",
    description: (p) =>
      `Importance–performance map; ${grouped(p.fix)} parts are surely to be improved first.`,
    x: "Score (0–100) →",
    y: "Share →",
    quadrants: {
      concentrate: "Improve first",
      keep: "Keep up",
      low: "Low priority",
      overkill: "Perhaps too much",
    },
    undecided: "undecided",
    support: "Certainty",
  },
  asymmetry: {
    title: "Does failing cost, does excelling pay?",
    sub: "How far the whole (0–100) is below with a low score, and above with a high one, all else equal.",
    caption: "Penalty, reward and kind of each part",
    name: "Part",
    penalty: "With a low score",
    reward: "With a high score",
    kind: "Kind",
    kinds: {
      "must-be": "must-be: failing costs more than excelling pays",
      delight: "delight: excelling pays more than failing costs",
      linear: "linear: the two cannot be told apart in size",
      none: "no effect seen",
    },
    unknown: "too few low or high scores",
  },
  left: (p) => `Left out: ${p.names}.`,
  leftFew: (p) => `${p.name} (too few answers)`,
  leftConstant: (p) => `${p.name} (always the same)`,
  how: {
    shares:
      "Share: what a part adds to R², averaged over every order of the parts (Shapley, LMG); the shares add up to R². Beyond twelve parts Johnson's relative weights.",
    said: "This weight is found in the answers; it is not the importance that customers state, and often differs from it.",
    interval: (p) =>
      `Intervals from ${grouped(p.replicates)} bootstrap samples. A place that fewer than 95% of them agree on is undecided.`,
    cause: "Correlation is no cause: a large share says that the part moves with the whole.",
    asymmetry:
      "Penalty and reward: a dummy each for low and high scores in one regression; kinds are told apart only when the sizes differ significantly.",
  },
  cells: { low: "customers below the middle on this part" },
  refusals: {
    "no-outcome":
      "There is no rating question yet. Import a survey with the whole and some of its parts.",
    "no-drivers":
      "The questionnaires ask for the whole but for no part, so nobody can say what moves it.",
    "too-few-answers":
      "Too few questionnaires have every part answered. Choose all history, or collect more.",
    "outcome-constant": "Everybody gave the whole the same score; there is nothing to explain.",
  },
} satisfies DriversMessages;
