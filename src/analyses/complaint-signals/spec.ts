import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "complaint-signals",
  revision: 1,
  needs: {
    complaints: ["customer", "openedAt"],
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["key"],
  },
  uses: {
    complaints: ["orderId"],
    orders: [
      "orderId",
      "quantity",
      "promisedOn",
      "deliveredOn",
      "deliveredQuantity",
      "batch",
      "productId",
      "productName",
    ],
  },
  params: {
    /** days after a purchase within which a complaint counts as one about it */
    followDays: { kind: "integer", min: 7, max: 180, unit: "day", default: 30 },
  },
});

export default spec;

export type SignalsParams = Params<typeof spec.params>;

/** What may come before a complaint. */
export const SIGNALS = [
  "late",
  "short",
  "new-batch",
  "new-customer",
  "prior-complaint",
  "returned",
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Columns of orders without which a signal cannot be seen. */
export const SIGNAL_COLUMNS: Readonly<Record<Signal, readonly string[]>> = {
  late: ["promisedOn", "deliveredOn"],
  short: ["quantity", "deliveredQuantity"],
  "new-batch": ["batch"],
  "new-customer": [],
  "prior-complaint": [],
  returned: [],
};

/** Days of looking back, and the age at which a batch or a customer is no longer new. */
export const NEW_BATCH_DAYS = 14;
export const NEW_CUSTOMER_DAYS = 90;
export const PRIOR_DAYS = 180;
export const RETURNED_DAYS = 90;

export interface Counted {
  readonly n: number;
  readonly hits: number;
}

export interface SignalLine {
  readonly signal: Signal;
  /** purchases that show it, and those that do not; of purchases of which it is known */
  readonly shown: Counted;
  readonly others: Counted;
  /** share of the first ÷ share of the second, with its 95 % interval; null with fewer than 5 complaints on a side */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** false-discovery rate over all signals that could be tested */
  readonly qValue: number | null;
  /** complaints come clearly more often after it */
  readonly isLeading: boolean;
  /** cell "signal-now:<signal>": customers with a purchase of the last `followDays` that shows it, without a complaint since */
  readonly now: number;
  /** cell "signal-hit:<signal>": customers who complained after it */
  readonly hitCustomers: number;
}

export interface SignalsResult {
  readonly kind: "answered";
  /** no signal is clear */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly n: number;
    readonly complaints: number;
    readonly share: number;
    readonly leading: number;
    readonly lateRatio: number | null;
    readonly shortRatio: number | null;
    readonly newBatchRatio: number | null;
    readonly newCustomerRatio: number | null;
    readonly priorComplaintRatio: number | null;
    readonly returnedRatio: number | null;
  };
  readonly fromDay: number;
  readonly toDay: number;
  /** those of which something is known; the clear ones first, by how much more */
  readonly lines: readonly SignalLine[];
  /** signals whose columns are missing, with these columns */
  readonly lacks: readonly { readonly signal: Signal; readonly columns: readonly string[] }[];
  /** complaints that belong to no purchase within the days */
  readonly unlinked: number;
}
