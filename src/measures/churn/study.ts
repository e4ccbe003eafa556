import type { Feature } from "../../kernel/learn/feature";

/** What stands in the way of a model, and how much of what is needed is there. */
export interface Obstacle {
  readonly code:
    | "no-label"
    | "no-features"
    | "few-customers"
    | "few-events"
    | "short-history"
    | "empty-test"
    | "not-better";
  readonly need: number;
  readonly have: number;
}

/** One property as the page names it. */
export interface FeatureFact {
  /** column id, or the name of a figure of behaviour */
  readonly id: string;
  readonly from: "column" | "orders";
  /** `log`: the model sees log(1 + x) */
  readonly scale: "plain" | "log";
}

/** A property that was not given to the model, and why. */
export interface LeftOut {
  readonly id: string;
  readonly reason: "many-words" | "one-value" | "tells-the-answer" | "too-few-events";
}

/** Customers as they were at one time. */
export interface Sample {
  /** one slot a row of `customers` */
  readonly features: readonly Feature[];
  /** rows of `customers`, in an order that does not depend on that of the file */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** 1 = left; one slot a row of `customers`; of meaning for `rows` only */
  readonly labels: Uint8Array<ArrayBuffer>;
}

export type SplitFact =
  | { readonly kind: "drawn" }
  | { readonly kind: "given" }
  | { readonly kind: "time"; readonly trainDay: number; readonly testDay: number };

/** A question that a model can learn to answer. */
export interface Study {
  readonly source: "label" | "orders";
  readonly facts: readonly FeatureFact[];
  readonly leftOut: readonly LeftOut[];
  readonly train: Sample;
  readonly test: Sample;
  /** whom to score today: those who have not left; labels of no meaning */
  readonly now: Sample;
  readonly split: SplitFact;
  /** days of silence that count as left; null when a column says who left */
  readonly windowDays: number | null;
  /** customers whose label is missing */
  readonly unlabelled: number;
  /** money of a year of each customer by row, NaN where unknown; null when nothing says it */
  readonly stakes: Float64Array | null;
  readonly stakeFrom: "sales" | "fee" | "column" | null;
}

export type StudyOrNot =
  | { readonly kind: "study"; readonly study: Study }
  | {
      readonly kind: "obstacle";
      readonly obstacle: Obstacle;
      readonly leftOut: readonly LeftOut[];
    };

export const obstacle = (
  code: Obstacle["code"],
  need: number,
  have: number,
  leftOut: readonly LeftOut[] = [],
): StudyOrNot => ({ kind: "obstacle", obstacle: { code, need, have }, leftOut });
