import { defineAnalysis, type Params } from "../define";

/** What a score is made of, in the order of the page. */
export const MEASURES = [
  "frequency",
  "rhythm",
  "trend",
  "satisfaction",
  "complaint",
  "arrears",
  "contact",
  "contract",
] as const;
export type MeasureId = (typeof MEASURES)[number];

const weight = (value: number) => ({ kind: "integer", min: 0, max: 100, default: value }) as const;

const spec = defineAnalysis({
  id: "health",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    customers: ["customerName"],
    surveys: [
      "question",
      "questionKind",
      "score",
      "scaleMin",
      "scaleMax",
      "isReversed",
      "response",
      "dimension",
      "customer",
      "answeredOn",
    ],
    complaints: ["customer", "openedAt", "respondedAt", "resolvedAt", "closedAt", "status"],
    invoices: ["customer", "invoiceId", "dueOn", "settledOn", "amount", "paidAmount", "openAmount"],
    payments: ["invoiceId", "paidOn"],
    contacts: ["customer", "contactedAt"],
    contracts: ["customer", "startsOn", "signedOn", "endsOn", "cancelledOn", "renewsByItself"],
  },
  /** One horizon for the whole page. */
  shares: { with: "churn-model", params: ["windowDays"] },
  params: {
    windowDays: { kind: "integer", min: 0, max: 730, unit: "day", default: 0 },
    /** parts of 100; taken in proportion when they do not add up to it */
    frequency: weight(30),
    rhythm: weight(15),
    trend: weight(10),
    satisfaction: weight(10),
    complaint: weight(10),
    arrears: weight(10),
    contact: weight(5),
    contract: weight(10),
  },
});

export default spec;

export type HealthParams = Params<typeof spec.params>;

/** Below the first a customer is in danger, below the second to be watched. */
export const BAND_LIMITS = { danger: 50, watch: 70 } as const;
export const BANDS = ["danger", "watch", "healthy"] as const;
export type BandId = (typeof BANDS)[number];

export interface MeasureLine {
  readonly id: MeasureId;
  /** as given */
  readonly weight: number;
  /** share of all scores that it makes up after what is missing was shared out, 0..1 */
  readonly effective: number;
  /** customers that have it */
  readonly known: number;
  /** mean over them, 0..100; null without any */
  readonly mean: number | null;
  /** customers below 50; cell "health-low:<id>" */
  readonly low: number;
  /** of the measure alone in the back-test; null where it cannot be said */
  readonly auc: number | null;
}

/** One part of a customer's score. */
export interface HealthPart {
  readonly id: MeasureId;
  /** 0..100 */
  readonly score: number;
  /** points that it takes off the whole */
  readonly lost: number;
  /** what is behind it, in the unit of the measure; see README */
  readonly fact: number;
  /** what is usual for the customer; null where nothing is */
  readonly usual: number | null;
}

export interface HealthLine {
  readonly row: number;
  /** id of the customer in the data, or its name */
  readonly key: string;
  readonly name: string;
  /** 0..100, 100 is best */
  readonly score: number;
  /** against one window ago; null when there was no score then */
  readonly change: number | null;
  /** money of 365 days */
  readonly year: number;
  /** what takes most off, at most three, each at least 5 points */
  readonly parts: readonly HealthPart[];
  /** measures that are missing */
  readonly missing: number;
}

/** What the score says of one of today's customers. */
export interface OneHealth {
  readonly line: HealthLine;
  readonly windowDays: number;
  /** score of all on average */
  readonly usual: number;
}

/** Cell "health:<id>". */
export interface BandLine {
  readonly id: BandId;
  readonly customers: number;
  /** money of 365 days */
  readonly year: number;
  /** in the back-test; null without one */
  readonly tested: null | {
    readonly customers: number;
    readonly silent: number;
    readonly low: number;
    readonly high: number;
  };
}

export interface BackTest {
  /** the day at which the score was reckoned */
  readonly day: number;
  readonly customers: number;
  readonly silent: number;
  readonly auc: { readonly value: number; readonly low: number; readonly high: number };
}

export interface HealthResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly meanScore: number;
    readonly danger: number;
    readonly watch: number;
    readonly yearInDanger: number;
    readonly auc: number | null;
    readonly aucLow: number | null;
    readonly aucHigh: number | null;
  };
  readonly windowDays: number;
  readonly bands: readonly BandLine[];
  /** customers by tens of the score; cells "health-score:0" … "health-score:9" */
  readonly bins: Uint32Array;
  readonly measures: readonly MeasureLine[];
  /** null: the history is too short, or too few fell silent or stayed */
  readonly backTest: BackTest | null;
  /** below the limit of watch, by (100 − score) × money of a year, at most 50; cell "health-call" holds all */
  readonly lines: readonly HealthLine[];
  readonly callable: number;
}
