import { defineAnalysis, type Params } from "../define";

/** Ends of the steps of waiting, in hours; what waited longer is the last step. */
export const STEP_HOURS = [4, 8, 24, 48, 72, 168] as const;

const spec = defineAnalysis({
  id: "response-effect",
  revision: 1,
  needs: {
    complaints: ["customer", "openedAt", "respondedAt"],
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["key"],
  },
  uses: { complaints: ["isSatisfied", "resolvedAt", "closedAt", "status"] },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "all" },
    /** what a quick answer should bring: a further purchase, or a customer who says that it was settled well */
    outcome: { kind: "choice", options: ["bought", "satisfied"], default: "bought" },
    /** days after the first response in which the customer should have bought */
    followDays: { kind: "integer", min: 7, max: 730, unit: "day", default: 90 },
  },
});

export default spec;

export type EffectParams = Params<typeof spec.params>;

/** Customers whose first answered complaint waited so long. */
export interface StepLine {
  /** end of the step in hours, "more" for the last; names the cells "response-in:<id>" and "response-lost:<id>" */
  readonly id: string;
  readonly fromHours: number;
  /** null: no end */
  readonly toHours: number | null;
  readonly n: number;
  readonly hits: number;
  readonly share: number;
  /** Wilson interval, 95 % */
  readonly low: number;
  readonly high: number;
  /** nearest sequence that never rises with waiting */
  readonly falling: number;
}

/** The border beyond which waiting costs: those within against those beyond. */
export interface Border {
  readonly hours: number;
  readonly within: { readonly n: number; readonly hits: number };
  readonly beyond: { readonly n: number; readonly hits: number };
  readonly difference: { readonly value: number; readonly low: number; readonly high: number };
  /** false-discovery rate over all borders */
  readonly qValue: number;
  /** of no relation among those within; null with fewer than 20 of them, or where all are alike */
  readonly withinP: number | null;
}

export interface EffectResult {
  readonly kind: "answered";
  /** nothing is shown to depend on the wait */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly n: number;
    readonly share: number;
    readonly medianHours: number;
    readonly oddsPerDoubling: number | null;
    readonly oddsLow: number | null;
    readonly oddsHigh: number | null;
    readonly pValue: number | null;
    readonly borderHours: number | null;
    readonly difference: number | null;
    readonly differenceLow: number | null;
    readonly differenceHigh: number | null;
  };
  readonly grain: "minute" | "day";
  readonly steps: readonly StepLine[];
  /** null: no border is clear beyond chance */
  readonly border: Border | null;
  readonly missing: {
    /** customers with a complaint without a first response, and those that could not be followed or were not asked */
    readonly unanswered: number;
    readonly unfollowed: number;
    readonly unlinked: number;
  };
}
