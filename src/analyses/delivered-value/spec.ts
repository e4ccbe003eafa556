import type { Facet, ServiceLevel, Trait } from "../../domain/question-tags";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "delivered-value",
  revision: 1,
  needs: {
    surveys: [
      "question",
      "questionKind",
      "score",
      "scaleMin",
      "scaleMax",
      "isReversed",
      "response",
    ],
  },
  uses: {
    surveys: ["dimension", "customer", "answeredOn"],
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["key"],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "all" },
    /** `auto`: as customers say where each aspect has its importance, else equal */
    weights: { kind: "choice", options: ["auto", "equal"], default: "auto" },
    /** column of the customer by which to tell groups apart; none: the grade */
    by: { kind: "column", entity: "customers", accepts: ["category", "text"] },
    /** a group of fewer questionnaires gets no judgement */
    minAnswers: { kind: "integer", min: 5, max: 1000, default: 30 },
  },
});
export default spec;

export type DeliveredParams = Params<typeof spec.params>;

/** A mean in points with its 95 % interval. */
export type Points = {
  readonly index: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  /** questionnaires behind it */
  readonly n: number;
};

/** One question about a part, and where it belongs. */
export type Aspect = {
  /** what it is about, as the survey writes it */
  readonly about: string;
  readonly facet: Facet | null;
  readonly trait: Trait | null;
  readonly level: ServiceLevel | null;
  readonly answers: number;
  /** 0–100, more is better */
  readonly index: number;
};

/** What one kind of value, or of cost, adds or takes away. */
export type FacetLine = {
  readonly facet: Facet;
  readonly side: "value" | "cost";
  readonly aspects: readonly string[];
  /** of all weights of its side */
  readonly weight: number;
  /** 0–100: how good it is, of a cost how little it costs */
  readonly index: number;
  /** signed points of the delivered value */
  readonly points: number;
  /** customers whose own mean of it is below the middle */
  readonly lowCustomers: number;
};

/** Aspects of one kind. */
export type TagLine = {
  readonly tag: Trait | ServiceLevel;
  readonly aspects: readonly string[];
  readonly mean: Points;
  readonly lowCustomers: number;
};

export type TagBoard = {
  readonly lines: readonly TagLine[];
  /** the best kind against the worst, paired; null with fewer than two, p shared out over all pairs */
  readonly contrast: {
    readonly best: Trait | ServiceLevel;
    readonly worst: Trait | ServiceLevel;
    readonly difference: Points;
    readonly pValue: number;
  } | null;
  /** aspects in none */
  readonly untagged: number;
};

export type DeliveredGroup = {
  readonly label: string;
  readonly delivered: Points;
  readonly value: number;
  readonly cost: number;
  readonly customers: number;
  readonly isThin: boolean;
  /** against everybody else; null for a thin group */
  readonly rest: {
    readonly points: number;
    readonly pValue: number;
    readonly qValue: number;
  } | null;
};

export interface DeliveredResult {
  readonly kind: "answered";
  readonly headline: {
    /** null while one of the two sides is not asked about, as are its ends */
    readonly delivered: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly value: number | null;
    readonly cost: number | null;
    readonly n: number;
    readonly aspects: number;
    /** aspects that are in neither side */
    readonly untagged: number;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly isUndated: boolean;
  readonly isStated: boolean;
  /** every aspect has a stated importance */
  readonly hasStated: boolean;
  readonly aspects: readonly Aspect[];
  /** what gives first, then what costs, in their own order */
  readonly facets: readonly FacetLine[];
  /** that nobody was asked about */
  readonly absent: readonly Facet[];
  readonly customers: number;
  /** customers that give more than they get; null while one side is not asked about */
  readonly lowCustomers: number | null;
  readonly traits: TagBoard;
  readonly levels: TagBoard;
  readonly groups: {
    readonly source: "grade" | "customer" | "answer";
    readonly column: string | null;
    readonly rows: readonly DeliveredGroup[];
    readonly hidden: number;
    readonly ungrouped: number;
  } | null;
}
