import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "product-life",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    orders: ["productId", "productName", "productKind"],
    customers: ["customerName"],
    products: ["productId", "productName", "productKind"],
  },
  params: {
    item: { kind: "choice", options: ["product", "kind"], default: "product" },
    /** years whose same months are compared with each other */
    years: { kind: "integer", min: 2, max: 5, default: 3 },
    /** growth a year from which a product that surely grows is rising */
    rise: { kind: "ratio", min: 0, max: 1, step: 0.01, default: 0.1 },
    /** false alarms allowed among all alarms */
    alarm: { kind: "ratio", min: 0.01, max: 0.3, step: 0.01, default: 0.05 },
    /** share of a customer's spend from which it depends on what declines */
    exposure: { kind: "ratio", min: 0.01, max: 0.9, step: 0.01, default: 0.1 },
    /** whose adoption is shown: place among `candidates`, the newest first; 0 = the newest */
    product: { kind: "integer", min: 0, max: 40, default: 0 },
  },
});

export default spec;

export type ProductLifeParams = Params<typeof spec.params>;

/** `ended`: not sold for a year. `unsure`: too few sales or too short a time to tell. */
export const PHASES = ["introduction", "rise", "maturity", "decline", "ended", "unsure"] as const;
export type Phase = (typeof PHASES)[number];

/** One product. Names the cell "product:<place>" by its place in `products`. */
export interface ProductLine {
  readonly name: string;
  readonly phase: Phase;
  /** sales of the last twelve whole months, and customers that bought it in them */
  readonly sales: number;
  readonly customers: number;
  /** sale lines in the months compared */
  readonly lines: number;
  readonly firstDay: number;
  /** last twelve months against the same months a year before, less 1, with its 95 % interval; null when not comparable */
  readonly growth: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** last twelve months ÷ the best twelve in a row */
  readonly level: number | null;
  /** Mann–Kendall over the same months of each year, and the false-discovery rate over all tested; null when not tested */
  readonly s: number | null;
  readonly p: number | null;
  readonly q: number | null;
  /** sales of each month compared, oldest first; NaN before the first whole month of the product */
  readonly months: Float64Array;
}

/** The products of one phase together. Names the cell "product-phase:<phase>". */
export interface PhaseLine {
  readonly phase: Phase;
  readonly products: number;
  readonly sales: number;
  /** customers that bought any of them in the last twelve months */
  readonly customers: number;
  /**
   * The figure that says whether the task of the phase is done; null when it cannot be said. introduction: share of buyers that
   * came back for it. rise: first-time buyers of the last twelve months as a share of the buyers. maturity: share of the buyers
   * of the year before that bought again. decline: customers that depend on it. Others: null.
   */
  readonly kpi: number | null;
}

/** A product that surely declines. Names the cell "product-exposed:<place>". */
export interface DecliningLine {
  /** place in `products` */
  readonly place: number;
  readonly exposed: number;
  /** what the exposed spent on it in the last two years */
  readonly money: number;
}

export interface ExposedLine {
  readonly row: number;
  readonly name: string;
  /** place in `declining` of the one it spent most on */
  readonly main: number;
  /** spent on all that declines in the last two years, and its share of all spend */
  readonly money: number;
  readonly share: number;
  readonly lastDay: number;
}

/** Names the cells "product-adoption:<group>:yes" and ":no". */
export interface AdoptionGroup {
  readonly group: "existing" | "new" | "a" | "b" | "c";
  readonly n: number;
  readonly adopters: number;
  /** days since it could be bought first; share that has bought it by then, with the 95 % interval; of one length */
  readonly times: Float64Array;
  readonly adopted: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly atRisk: Float64Array;
  readonly lastTime: number;
  /** share that has bought it within 90 days; null when nobody is seen that long */
  readonly within90: number | null;
}

export interface Adoption {
  readonly name: string;
  readonly launchDay: number;
  readonly buyers: number;
  /** existing, new, and the grades of the existing that have customers */
  readonly groups: readonly AdoptionGroup[];
  /** log-rank; null when there are not two groups to compare */
  readonly existingAgainstNew: LogRank | null;
  readonly byGrade: LogRank | null;
}

export interface LogRank {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
}

export interface ProductLifeResult {
  readonly kind: "answered";
  readonly headline: {
    readonly products: number;
    readonly introduction: number;
    readonly rising: number;
    readonly mature: number;
    readonly declining: number;
    readonly ended: number;
    readonly unsure: number;
    readonly tested: number;
    readonly exposedCustomers: number;
    readonly exposedMoney: number;
    /** sales of all products: last twelve whole months against those before, less 1 */
    readonly growth: number | null;
    readonly adoptionExisting90: number | null;
    readonly adoptionNew90: number | null;
    readonly adoptionP: number | null;
  };
  /** what is told apart; null: no column says what was bought */
  readonly level: "product" | "kind" | null;
  readonly levels: readonly ("product" | "kind")[];
  /** index of the first and the last month compared (see `monthIndex`); null without a whole month */
  readonly months: { readonly first: number; readonly last: number } | null;
  /** sale lines seen, and those that do not say what was bought */
  readonly lines: number;
  readonly unnamed: number;
  readonly phases: readonly PhaseLine[];
  /** most sales first, at most 300, and all that decline or are new */
  readonly products: readonly ProductLine[];
  readonly declining: readonly DecliningLine[];
  /** most money first, at most 30 */
  readonly exposed: readonly ExposedLine[];
  /** products whose adoption can be shown, the newest first */
  readonly candidates: readonly { readonly name: string; readonly firstDay: number }[];
  /** place in `candidates`; null without any */
  readonly chosen: number | null;
  readonly adoption: Adoption | null;
}
