import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ChurnModelMessages } from "./zh-Hans";

const customers = (count: number): string =>
  count === 1 ? "1 customer" : `${grouped(count)} customers`;

export default {
  name: "Churn prediction",
  finding: (p) =>
    rich`Of ${marked("all", customers(p.customers))} today, about ${grouped(p.expected)} will leave by this model.`,
  findingRisk: (p) => [
    ...rich`${marked("risk", customers(p.customers))} of them ${p.from === null ? "are at least twice as likely to leave as the average" : `have a chance of ${p.from} or more of leaving`}`,
    ...(p.money === null ? [] : rich`; the expected loss is ${marked("stake", p.money)} a year`),
    ".",
  ],
  findingTrust: (p) =>
    `Tested on ${customers(p.tested)} it had never seen, the first 10% of the list held ${p.capture} of those who left: ${p.lift} times chance.`,
  refused: {
    title: "No prediction that could be trusted yet",
    "no-label":
      "No column says who has left, and there are no orders to see who stopped coming. Choose a churn column, or import orders.",
    "no-features":
      "There is no usable column to learn from. Choose some, or import more about customers.",
    "few-customers": (p) =>
      `Only ${customers(p.have)} have a churn mark; ${grouped(p.need)} are needed.`,
    "few-events": (p) =>
      `Too few customers left (or stayed): this many features need ${grouped(p.need)}, there are ${grouped(p.have)} to learn from. Choose fewer features, or wait for more data.`,
    "short-history": (p) =>
      `The orders do not go back far enough: three churn windows are ${grouped(p.need)} days, there are ${grouped(p.have)}. With a churn window of ${grouped(Math.floor(p.have / 3))} days or less it can be done; the shorter it is, the more of those who count as gone come back.`,
    "empty-test":
      "The test part has no customers, or only leavers, or none. Choose another way to part them.",
    "not-better":
      "On customers it had not seen, the model is no better than saying the average for everybody, so there is no list. Try other features.",
  },
  controls: {
    window: "Churn window",
    days: "days",
    windowHint: "Days without an order that count as left; 0 = from your own gaps between orders",
    source: "Who has left",
    sources: { auto: "Automatic", label: "By column", orders: "By orders" },
    label: "Churn column",
    labelAuto: "Found by itself",
    features: "Features",
    value: "Yearly money",
    valueAuto: "Automatic",
    split: "Split column",
    splitAuto: "A random quarter is the test",
    model: "Model",
    models: { auto: "The better one", logistic: "Logistic regression", trees: "Boosted trees" },
    calibration: "Calibration",
    calibrations: { platt: "Platt", isotonic: "Isotonic", none: "None" },
    more: "More options",
  },
  yes: "yes",
  no: "no",
  list: {
    title: "Whom to look at first?",
    sub: (p) =>
      `${customers(p.customers)} today by their chance of leaving, the first ${grouped(p.shown)}. Reasons are what the model goes by, not always why customers leave.`,
    caption: "Customers most likely to leave, their yearly money and the reasons",
    name: "Customer",
    chance: "Chance",
    year: "Yearly money",
    atStake: "Expected loss",
    reasons: "What raises the chance",
    openAll: "Open all at high risk",
    why: (p) => `${p.chance} chance of leaving: ${p.reasons}`,
    whyPlain: (p) => `${p.chance} chance of leaving`,
    action: "Save",
    file: "Churn risk list",
    fileChance: "Chance of leaving",
    high: "High risk",
    stakes: {
      sales: "Yearly money is the sales of the last 365 days.",
      fee: "Yearly money is twelve monthly fees.",
      column: "Yearly money is the chosen column.",
      none: "No yearly money: choose a column for it.",
    },
  },
  reason: {
    number: (p) => `${p.name} ${p.value}`,
    word: (p) => `${p.name}: ${p.value}`,
    missing: (p) => `${p.name} unknown`,
  },
  behaviours: {
    recency: "Time since last order",
    rhythm: "Silence ÷ usual gap",
    "order-days": "Order days in a year",
    sales: "Sales in a year",
    trend: "Change of orders",
    tenure: "Time since first order",
    "order-value": "Money per order day",
    "sales-trend": "Change of sales",
    "gap-variation": "Variation of gaps",
    returned: "Share returned",
  },
  behaviourUnknown: {
    rhythm: "one order day only, no gap yet",
    "gap-variation": "fewer than three order days",
  },
  cautions: {
    weak: (p) =>
      `The model is only somewhat better than picking at random (AUC ${p.auc}): take the order of the list as a hint, not the chances as numbers.`,
    bold: "On the test customers high chances were said too high and low ones too low; see the calibration below.",
    off: (p) =>
      `In ${grouped(p.groups)} of ${grouped(p.of)} groups of test customers the share that left is not what the model says: take the order of the list, not the chances as numbers.`,
    tooGood: (p) =>
      `Too good to be true (AUC ${p.auc}): some column was probably settled only after customers had left, most likely “${p.name}”. Take it out of the features and look again.`,
  },
  behaviourReasons: {
    recency: (p) => `no order for ${p.value}`,
    rhythm: (p) => `silent for ${p.value} times the usual gap`,
    "order-days": (p) => `only ${p.value} order ${p.value === "1" ? "day" : "days"} in a year`,
    sales: (p) => `${p.value} bought in a year`,
    trend: (p) => `orders changed by ${p.value}`,
    tenure: (p) => `first order ${p.value} ago`,
    "order-value": (p) => `about ${p.value} an order day`,
    "sales-trend": (p) => `sales changed by ${p.value}`,
    "gap-variation": (p) => `gaps vary by ${p.value}`,
    returned: (p) => `${p.value} returned`,
  },
  bins: {
    title: "How are the chances spread?",
    sub: (p) =>
      `${customers(p.customers)} today; the chances add up to about ${grouped(p.expected)}.`,
    description: "Customers by their chance of leaving, in ten steps.",
    axis: "Chance of leaving",
    customers: "Customers",
    range: (p) => `${p.from}–${p.to}`,
  },
  weights: {
    title: "What does the model go by?",
    sub: (p) =>
      p.shown === p.features
        ? `All ${grouped(p.features)} features by their mean effect on the chance.`
        : `The ${grouped(p.shown)} strongest of ${grouped(p.features)} features.`,
    description: (p) => `Mean effect of each feature; the strongest is ${p.first}.`,
    feature: "Feature",
    weight: "Mean effect (log-odds)",
  },
  calibration: {
    title: "Is 30% really 30%?",
    sub: (p) =>
      `${customers(p.tested)} the model had not seen, in ten groups by chance; on the line it is right, the bars are 95% intervals.`,
    description: "Predicted chance against what happened, one dot a group of the test.",
    predicted: "Predicted chance",
    observed: "Really left",
    interval: "95% interval",
    customers: "Customers",
    group: (p) => `Group ${grouped(p.number)}`,
  },
  gains: {
    title: "How long a list catches how many?",
    sub: (p) =>
      `${customers(p.tested)} of the test, ${grouped(p.events)} of whom left; dashed is picking at random.`,
    description: (p) => `Gain curve: the first 10% hold ${p.capture} of those who left.`,
    listed: "Share of customers",
    capture: "Share of leavers",
    lift: "Lift",
    events: "Leavers",
    point: (p) => `First ${p.percent} of the list (${customers(p.customers)})`,
    random: "at random",
  },
  card: {
    title: "Model card",
    sub: (p) =>
      `Learnt from ${customers(p.train)} (${grouped(p.trainEvents)} left), tested on ${grouped(p.tested)} (${grouped(p.testedEvents)} left).`,
    caption: "How both models did on the test customers",
    model: "Model",
    auc: "AUC (95% interval)",
    logLoss: "Log-loss",
    brier: "Brier",
    skill: "Better than the average",
    slope: "Calibration slope",
    size: "Size",
    chosen: (p) => `${p.model} (used)`,
    trees: (p) => `${grouped(p.trees)} trees`,
    parameters: (p) => `${grouped(p.parameters)} parameters`,
    splits: {
      drawn:
        "Split: a quarter of leavers and of stayers, drawn by customer key; only another seed changes it.",
      given: "Split: by the chosen column; yes is the test.",
      time: (p) =>
        `Split: learnt from orders up to ${p.train} and what happened in the ${p.days} after; tested with ${p.test} in its place. Nothing after the day is looked at.`,
    },
    window: (p) => `No order for ${p.days} counts as left.`,
    choice:
      "The model with the smaller log-loss in cross-validation is used; the test has no say in it.",
    calibrations: {
      platt: "Chances are calibrated by Platt's method on cross-validation.",
      isotonic: "Chances are calibrated by isotonic regression on cross-validation.",
      none: "Chances are not calibrated.",
    },
    unlabelled: (p) =>
      `${customers(p.customers)} without a mark take no part in learning and testing.`,
    leftOut: (p) => `Not used: ${p.names}; ${p.reason}.`,
    reasons: {
      "many-words": "too many different words, like an id or a name",
      "one-value": "one value only",
      "tells-the-answer": "it alone gives the answer away, so it was probably written afterwards",
      "too-few-events": "too few customers have left so far",
    },
  },
  drift: {
    learnt: {
      title: "Have customers changed since it learnt?",
      from: (p) =>
        `Today’s ${customers(p.now)} against the ${grouped(p.before)} that it learnt from (${p.day}); chances against those of the customers tested.`,
    },
    last: {
      title: "What has changed since the data before?",
      from: (p) =>
        `The data before ended on ${p.day}: ${customers(p.n)} used, ${grouped(p.events)} left, ${grouped(p.before)} present then; ${grouped(p.now)} today.`,
      fromUndated: (p) =>
        `The data before: ${customers(p.n)} used, ${grouped(p.events)} left, ${grouped(p.before)} present then; ${grouped(p.now)} today.`,
    },
    first:
      "There is no earlier run to compare with: open this page again after the next import, and it will be held against this one.",
    description: (p) =>
      `How far each of ${p.features === 1 ? "1 feature" : `${grouped(p.features)} features`} has moved (PSI).`,
    reading: "Reading",
    bins: "Bins compared",
    comma: ", ",
    bands: {
      steady: "steady",
      luck: "may be chance",
      grows: "grows with time",
      some: "some change",
      far: "large change",
    },
    chance: {
      steady: (p) => `The spread of the chances is steady (PSI ${p.psi}).`,
      luck: (p) =>
        `No change of the chances can be told (PSI ${p.psi}; so few customers do as much by luck).`,
      some: (p) => `The spread of the chances has changed somewhat (PSI ${p.psi}).`,
      far: (p) =>
        `The spread of the chances has changed much (PSI ${p.psi}): the order may still serve, the chances themselves less so.`,
    },
    moved: {
      some: (p) => `Some change: ${p.names}${p.more > 0 ? ` and ${grouped(p.more)} more` : ""}.`,
      far: (p) => `Large change: ${p.names}${p.more > 0 ? ` and ${grouped(p.more)} more` : ""}.`,
    },
    still: "No feature has changed beyond chance.",
    slope: (p) => `Calibration slope ${p.then} last time, ${p.now} now (1 is best).`,
    auc: {
      alike: (p) => `AUC ${p.then} last time, ${p.now} now: they cannot be told apart (${p.p}).`,
      better: (p) => `AUC ${p.then} last time, ${p.now} now: better than last time (${p.p}).`,
      worse: (p) => `AUC ${p.then} last time, ${p.now} now: worse than last time (${p.p}).`,
    },
    how: [
      "PSI: the customers of then are parted in tenths (words by the ten most frequent), and today’s shares compared: Σ (today − then) × ln(today ÷ then). The missing have a bin of their own, small bins join their neighbours.",
      "By custom up to 0.1 is steady, 0.1 to 0.25 some change, above 0.25 a large one. Few customers get there by chance, so a χ² test gives p; from p = 0.05 on it does not count as change.",
      "The time since the first order grows by itself and does not count: the table has it, the picture not. A change says that customers differ from those of then: what was learnt need not hold for them.",
    ],
  },
  how: {
    model:
      "A ridge logistic regression and gradient-boosted trees both learn; categories become one column a word, numbers are standardised, missing is a case of its own and never 0.",
    auc: "AUC: the chance that of one leaver and one stayer picked at random the leaver ranks higher; 0.5 is guessing. Interval by DeLong.",
    reasons:
      "Reasons: with the regression coefficient × (value − mean), with trees exact SHAP values; they add up to the customer's log-odds.",
    atRisk: (p) => `High risk: a chance of ${p.from} or more (twice the average, at most 50%).`,
    stake: "Expected loss = chance × yearly money.",
    events: (p) =>
      `${grouped(p.parameters)} parameters need ${decimal(p.per, 0)} leavers each; with fewer there is no model.`,
  },
  cells: {
    atRisk: "customers at high risk of leaving",
    chance: (p) => `customers with a chance of leaving of ${p.from}–${p.to}`,
    tested: (p) => `customers of test group ${grouped(p.number)}`,
    held: (p) => `the first ${grouped(p.percent)}% of the test list`,
  },
} satisfies ChurnModelMessages;
