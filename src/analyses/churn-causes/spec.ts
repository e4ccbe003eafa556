import type { ChurnCause, Initiative, SwitchingReason } from "../../domain/churn-cause";
import {
  TENURE_PARAM_NAMES,
  TENURE_PARAMS,
  TENURE_USES,
  type LeftOut,
  type LossRule,
  type TenureGap,
  type TenureSource,
  type TenureUnit,
} from "../../domain/tenure";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "churn-causes",
  revision: 6,
  needs: { customers: ["key"] },
  groupsBySegments: true,
  uses: {
    ...TENURE_USES,
    exits: [
      ...TENURE_USES.exits,
      "reasonGroup",
      "reasonCode",
      "text",
      "initiative",
      "intent",
      "competitor",
      "lostAmount",
    ],
  },
  /** All speak of the same lifetimes. */
  shares: { with: "survival", params: TENURE_PARAM_NAMES },
  params: {
    ...TENURE_PARAMS,
    /** whose shares are compared */
    group: {
      kind: "column",
      entity: "customers",
      accepts: ["category", "flag", "number", "money"],
    },
    /** why each lost customer left, where the customer table says so */
    cause: { kind: "column", entity: "customers", accepts: ["category", "number", "flag"] },
    /** `cause`: natural, competition, fault, involuntary; `switching`: Keaveney's eight; `given`: the words of the data */
    level: {
      kind: "choice",
      options: ["cause", "initiative", "switching", "given"],
      default: "cause",
    },
  },
});

export default spec;

export type ChurnCausesParams = Params<typeof spec.params>;
export type CauseLevel = ChurnCausesParams["level"];

/** One cause over time. */
export interface CauseLine {
  /** names the cell "cause:<code>"; a code of the level, else the word of the data */
  readonly code: string;
  /** how the code is to be named: by the level, as it stands, or as what is left over */
  readonly kind: "known" | "given" | "rest";
  readonly events: number;
  /** share lost to it by the horizon, with its 95 % interval */
  readonly incidence: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** what 1 − Kaplan–Meier would have claimed */
  readonly naive: number;
  /** null where it is not known of any of them */
  readonly money: number | null;
  /** of the length of `times` */
  readonly curve: Float64Array;
}

/** Where the curves end, as after it too few are in sight. */
export interface CauseHorizon {
  readonly time: number;
  /** customers that must be in sight */
  readonly fewest: number;
  /** lost after it: counted, but in no share */
  readonly lateLosses: number;
}

/** Customers by a word of the exits. */
export interface WordLine {
  readonly name: string;
  readonly customers: number;
  readonly money: number | null;
}

/** Customers by whose wish it was and by cause; names the cell "exit-level:<initiative>:<cause>". */
export interface LevelLine {
  readonly initiative: Initiative;
  readonly cause: ChurnCause;
  readonly customers: number;
  readonly money: number | null;
}

/** What is made of the exits that give a reason; on each level the most exits first. */
export interface ToldReading {
  readonly initiatives: readonly Initiative[];
  readonly causes: readonly ChurnCause[];
  readonly switching: readonly SwitchingReason[];
}

/** One reason as the exits give it; line i is the cell "exit-code:<i>". */
export interface ReasonCode {
  /** by what it is known again, see `reasonKey` */
  readonly key: string;
  /** as it is mostly spelt */
  readonly name: string;
  readonly customers: number;
  /** by our rules alone, and with what the reader laid down */
  readonly ruled: ToldReading;
  readonly read: ToldReading;
}

export interface ReasonCodes {
  /** what is not understood first, then most customers; at most 200 */
  readonly lines: readonly ReasonCode[];
  /** reasons that are not among the lines */
  readonly more: number;
  /** customers whose exits give no reason */
  readonly silent: number;
}

/** What one group lost to one cause. */
export interface GroupShare {
  readonly events: number;
  /** share lost to it by the horizon, with its 95 % interval */
  readonly incidence: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** of the length of the group's `times` */
  readonly curve: Float64Array;
}

/** One group; group i is the cell "cause-group:<i>", those it lost to a cause "cause-group-lost:<i>:<code>". */
export interface CauseGroup {
  readonly kind: "value" | "range" | "rest";
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly n: number;
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  /** in the order of the causes of the result */
  readonly causes: readonly GroupShare[];
}

/** Whether the groups differ in what a cause takes; null where it took fewer than five, or nothing can differ. */
export interface CauseTest extends Pick<CauseLine, "code" | "kind" | "events"> {
  readonly chi2: number | null;
  readonly df: number | null;
  readonly p: number | null;
}

export interface GroupComparison {
  readonly column: string;
  /** up to where shares are taken: as far as every group of at least ten is seen well */
  readonly horizon: number;
  readonly groups: readonly CauseGroup[];
  readonly tests: readonly CauseTest[];
  /** customers without a value of the column */
  readonly missing: number;
}

export interface ChurnCausesResult {
  readonly kind: "answered";
  /** n, events, and by each cause its share at the end */
  readonly headline: Readonly<Record<string, number | null>>;
  readonly source: TenureSource | null;
  readonly available: readonly TenureSource[];
  /** why there are no curves; `no-causes`: it is known who left, but not why; `too-few-in-sight`: never enough are seen at the same age */
  readonly gap: TenureGap | "nobody" | "no-causes" | "too-few-in-sight" | null;
  readonly unit: TenureUnit;
  readonly rule: LossRule | null;
  readonly leftOut: LeftOut;
  readonly level: CauseLevel | "column";
  readonly n: number;
  readonly events: number;
  /** up to which anybody at all was seen */
  readonly lastTime: number;
  readonly horizon: CauseHorizon;
  /** of losses, up to the horizon */
  readonly times: Float64Array;
  readonly survival: Float64Array;
  /** most customers first, what nobody knows last */
  readonly causes: readonly CauseLine[];
  readonly levels: readonly LevelLine[];
  /** line i is the cell "exit-reason:<i>"; at most 12 */
  readonly reasons: readonly WordLine[];
  /** line i is the cell "competitor:<i>"; at most 12 */
  readonly competitors: readonly WordLine[];
  /** `given`: the amount that the exits name; `sales`: sales of the 365 days up to the exit */
  readonly moneyBasis: "given" | "sales" | null;
  /** lost customers of whom the amount is not known */
  readonly moneyMissing: number;
  readonly comparison: GroupComparison | null;
  /** every reason of the exits, also of those that are no loss now; without curves too */
  readonly codes: ReasonCodes;
}
