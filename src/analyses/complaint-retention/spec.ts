import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "complaint-retention",
  revision: 1,
  needs: {
    complaints: ["customer", "openedAt"],
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["key"],
  },
  uses: { complaints: ["isSatisfied", "resolvedAt", "closedAt", "status"] },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "all" },
    /** days after the complaint at which its outcome is judged; customers are followed from then on */
    judgeDays: { kind: "integer", min: 1, max: 180, unit: "day", default: 30 },
    /** solved within so many days is well solved, where nobody asked whether the customer is satisfied */
    resolveDays: { kind: "integer", min: 1, max: 365, unit: "day", default: 14 },
    /** days of silence after which a customer counts as lost; 0: the churn window from the gaps between orders */
    windowDays: { kind: "integer", min: 0, max: 730, unit: "day", default: 0 },
  },
});

export default spec;

export type RetentionParams = Params<typeof spec.params>;

/** How a complaint stood when it was judged; `none`: customers without one, each as like one that complained as can be found. */
export const GROUPS = ["content", "poor", "open", "none"] as const;
export type Group = (typeof GROUPS)[number];

/** Days at which it is told how many are still followed. */
export const TICKS = [0, 90, 180, 365] as const;

/** Smaller groups are counted, but neither drawn nor compared. */
export const FEWEST_OF_GROUP = 10;

export interface StayLine {
  /** names the cells "complaint-stay:<group>" (all) and "complaint-left:<group>" (the lost) */
  readonly group: Group;
  readonly n: number;
  readonly lost: number;
  /** Kaplan–Meier with its 95 % interval, as far as enough are followed; NaN where the interval is not known */
  readonly days: Float64Array;
  readonly shares: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** the last day that is drawn; 0: too few are followed */
  readonly seenDays: number;
  /** still there at the common horizon; null where it is not seen so far */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** followed at each of `TICKS` */
  readonly atRisk: readonly number[];
}

export interface RetentionResult {
  readonly kind: "answered";
  /** nothing is shown to depend on the outcome, or on the complaint */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly n: number;
    readonly content: number;
    readonly poor: number;
    readonly open: number;
    readonly matched: number;
    readonly windowDays: number;
    /** day to which the shares below are */
    readonly horizonDays: number | null;
    readonly stayContent: number | null;
    readonly stayPoor: number | null;
    readonly stayOpen: number | null;
    readonly stayNone: number | null;
    readonly pOutcome: number | null;
    readonly pComplaint: number | null;
    readonly pContent: number | null;
  };
  /** of the matched pairs those who complained are lost more often than they would be if both were alike */
  readonly isComplaintWorse: boolean;
  readonly lines: readonly StayLine[];
  readonly missing: {
    /** complained too lately to be judged */
    readonly tooNew: number;
    /** bought nothing up to the complaint, or were lost before it was judged */
    readonly notFollowed: number;
    /** solved, and nobody wrote down when, nor whether the customer is satisfied */
    readonly undated: number;
    /** complaints that name no customer */
    readonly unlinked: number;
    /** complained, and nobody like them without a complaint was found */
    readonly unmatched: number;
  };
}
