/** Where the time that a customer stayed is from. */
const TENURE_SOURCES = ["columns", "contracts", "silence"] as const;
export type TenureSource = (typeof TENURE_SOURCES)[number];

/**
 * Where exits alone say who left, so many of them are needed before they say when customers leave: of a handful it would look as if
 * hardly anybody ever did. Why somebody left, each of them says from the first on.
 */
export const LEAST_EXITS = 10;

/** What every analysis of tenure may read, by table. */
export const TENURE_USES = {
  orders: ["customer", "orderedOn", "amount", "lineKind"],
  customers: ["since", "tenureMonths", "hasChurned", "churnedOn"],
  contracts: ["customer", "startsOn", "endsOn", "cancelledOn", "isRenewed", "renewsByItself"],
  exits: ["customer", "exitedOn", "scope", "wonBackOn"],
} as const;

/** The parameters by which tenure is found, alike in every analysis of it. */
export const TENURE_PARAMS = {
  source: { kind: "choice", options: ["auto", ...TENURE_SOURCES], default: "auto" },
  /** a number: how long each customer stayed; none = months of tenure */
  duration: { kind: "column", entity: "customers", accepts: ["number", "money", "ratio"] },
  /** whether the customer is lost; none = the flag or the day of leaving */
  event: { kind: "column", entity: "customers", accepts: ["flag", "category", "number", "date"] },
  /** days of silence after which a customer without a contract counts as lost; 0 = from the company's own gaps */
  windowDays: { kind: "integer", min: 0, max: 3650, unit: "day", default: 0 },
} as const;

export const TENURE_PARAM_NAMES = Object.keys(
  TENURE_PARAMS,
) as readonly (keyof typeof TENURE_PARAMS)[];

/** What a duration counts; `unit`: the column does not say. */
export type TenureUnit = "day" | "month" | "unit";

/** Customers that are left out, by reason. */
export interface LeftOut {
  /** no readable duration, or no day on which the customer began */
  readonly noStart: number;
  /** nothing says whether the customer is lost */
  readonly noOutcome: number;
  /** a duration below zero, or a start after the as-of day */
  readonly impossible: number;
}

/** The rule by which somebody counts as lost, with its numbers. */
export type LossRule =
  | {
      readonly kind: "columns";
      readonly duration: string;
      readonly event: string;
      /** the values of the event column that count as lost */
      readonly lostValues: readonly string[];
    }
  | {
      readonly kind: "contracts";
      /** customers with a contract, with an exit, with a day of leaving in the customer table */
      readonly withContract: number;
      readonly withExit: number;
      readonly withChurnDay: number;
      /** exits of a part only, and exits that were won back: both still there */
      readonly partialExits: number;
      readonly wonBack: number;
      /** contracts that ran out so lately that they may still be renewed */
      readonly pending: number;
      /** customers that were there before the first exit was written down: at risk only from then on */
      readonly lateEntries: number;
    }
  | {
      readonly kind: "silence";
      readonly windowDays: number;
      /** `given` by the reader; `gaps`: the quantile of all gaps; `closed`: of those that an order ended, as fewer than that end */
      readonly basis: "given" | "gaps" | "closed";
      /** gaps between orders, and of them those that still last */
      readonly gaps: number;
      readonly openGaps: number;
      /** silences longer than the window, and of them those that an order ended after all */
      readonly longSilences: number;
      readonly cameBack: number;
      /** days within which 95 % of all gaps end; null when so many never end */
      readonly saferDays: number | null;
      readonly lateEntries: number;
    };

/** Why there is no tenure. */
export type TenureGap =
  | "no-duration"
  | "no-event"
  | "event-unclear"
  | "no-contracts"
  | "no-orders"
  | "no-window"
  | "no-source";
