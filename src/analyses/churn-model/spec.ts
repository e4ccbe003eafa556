import { CHURN_PARAMS, type ChurnRefusal } from "../churn-params";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "churn-model",
  revision: 4,
  needs: { customers: ["key"] },
  uses: {
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["customerName", "hasChurned", "monthlyFee"],
  },
  keepsRuns: true,
  params: CHURN_PARAMS,
});

export default spec;

export type ChurnModelParams = Params<typeof spec.params>;

export interface FeatureLine {
  /** column id, or the name of a figure of behaviour */
  readonly id: string;
  readonly from: "column" | "orders";
  /** mean size of its part of the log-odds */
  readonly weight: number;
}

/** One part of a customer's log-odds. */
export interface ReasonPart {
  /** index into `features` */
  readonly feature: number;
  /** above 0: raises the chance */
  readonly part: number;
  /** what is known: a number (as people read it), a word, or nothing */
  readonly value: number | string | null;
}

export interface AtRiskLine {
  readonly row: number;
  readonly key: string;
  readonly name: string;
  /** 0..1 */
  readonly chance: number;
  /** money of a year; null where unknown */
  readonly year: number | null;
  /** chance × money of a year */
  readonly atStake: number | null;
  /** the largest parts, at most 4, the largest first */
  readonly reasons: readonly ReasonPart[];
}

export interface ModelLine {
  readonly kind: "logistic" | "trees";
  readonly auc: { readonly value: number; readonly low: number; readonly high: number };
  readonly logLoss: number;
  readonly brier: number;
  readonly brierSkill: number | null;
  /** in cross-validation, before calibration */
  readonly validationLoss: number;
  readonly slope: number | null;
  readonly intercept: number | null;
  /** trees grown, or parameters of the regression */
  readonly size: number;
}

/** Customers of the test with neighbouring chances; names the cell "tested:<index>". */
export interface CalibrationGroup {
  readonly customers: number;
  readonly events: number;
  readonly meanChance: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

/** The first of the list, in the test; names the cell "held:<percent>". */
export interface GainStep {
  readonly percent: number;
  readonly customers: number;
  readonly events: number;
  readonly capture: number;
  readonly lift: number;
}

/** How far shares are apart. */
export interface ShareDrift {
  /** population stability index, 0 = the same */
  readonly index: number;
  readonly bins: number;
  /** chance of as much where nothing has changed */
  readonly p: number;
}

/** Today's customers against those of an earlier time. */
export interface CustomerDrift {
  readonly before: number;
  readonly now: number;
  /** of the chances */
  readonly chance: ShareDrift | null;
  /** the largest first */
  readonly features: readonly (ShareDrift & Pick<FeatureLine, "id" | "from">)[];
}

/** Time since the first order grows by itself, so that it has moved says nothing of customers. */
export const growsByItself = ({ id, from }: Pick<FeatureLine, "id" | "from">): boolean =>
  from === "orders" && id === "tenure";

/** What the same question said before the present data came. */
export interface LastRun {
  readonly asOfDay: number;
  readonly n: number;
  readonly events: number;
  readonly model: "logistic" | "trees";
  readonly auc: { readonly value: number; readonly low: number; readonly high: number };
  readonly slope: number | null;
  /** of the difference of both AUCs; null where it cannot be said */
  readonly aucP: number | null;
  readonly drift: CustomerDrift;
}

export interface ChurnCard {
  readonly models: readonly ModelLine[];
  readonly chosen: "logistic" | "trees";
  readonly calibration: "platt" | "isotonic" | "none";
  readonly trainCustomers: number;
  readonly trainEvents: number;
  readonly testCustomers: number;
  readonly testEvents: number;
  readonly split:
    | { readonly kind: "drawn" }
    | { readonly kind: "given" }
    | { readonly kind: "time"; readonly trainDay: number; readonly testDay: number };
  readonly groups: readonly CalibrationGroup[];
  readonly gains: readonly GainStep[];
  /** the most telling first */
  readonly features: readonly FeatureLine[];
  /** since the day that it learnt from; null where a column says who left: all is of one time then */
  readonly sinceLearnt: CustomerDrift | null;
  /** null for the first */
  readonly lastRun: LastRun | null;
}

/** What the model says of one of today's customers. */
export interface OneAtRisk {
  readonly line: AtRiskLine;
  /** by chance, 1 = the largest; those alike have the same */
  readonly rank: number;
  readonly customers: number;
  /** chance of all on average */
  readonly usual: number;
  /** from which a customer counts as at risk */
  readonly from: number;
  /** days of silence that count as left; null where a column says who left */
  readonly windowDays: number | null;
  readonly features: readonly FeatureLine[];
}

export interface ChurnList {
  /** customers that have not left */
  readonly customers: number;
  /** sum of chances: how many are expected to leave */
  readonly expected: number;
  readonly atStake: number | null;
  readonly stakeFrom: "sales" | "fee" | "column" | null;
  /** customers at twice the usual chance or more; cell "at-risk" */
  readonly atRisk: {
    readonly from: number;
    readonly customers: number;
    readonly expected: number;
    readonly atStake: number | null;
  };
  /** by chance 0–10 %, … 90–100 %; cells "chance:0" … "chance:9" */
  readonly bins: Uint32Array;
  /** the largest chances, at most 50 */
  readonly lines: readonly AtRiskLine[];
}

export interface ChurnModelResult {
  readonly kind: "answered";
  /** there is no model */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly n: number | null;
    readonly events: number | null;
    readonly parameters: number | null;
    readonly auc: number | null;
    readonly aucLow: number | null;
    readonly aucHigh: number | null;
    readonly logLoss: number | null;
    readonly brier: number | null;
    readonly brierSkill: number | null;
    readonly topDecileLift: number | null;
    readonly expectedLeavers: number | null;
    readonly atStake: number | null;
    readonly psiChance: number | null;
    readonly psiMost: number | null;
    readonly lastAuc: number | null;
    readonly lastAucP: number | null;
    readonly lastPsiMost: number | null;
  };
  readonly refusal: ChurnRefusal | null;
  readonly source: "label" | "orders" | null;
  readonly windowDays: number | null;
  readonly unlabelled: number;
  readonly leftOut: readonly {
    readonly id: string;
    readonly reason: "many-words" | "one-value" | "tells-the-answer" | "too-few-events";
  }[];
  /** null without a model */
  readonly card: ChurnCard | null;
  readonly list: ChurnList | null;
}
