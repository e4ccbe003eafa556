import { defineAnalysis, type Params } from "../define";

const GROUPING = { kind: "column", entity: "orders", accepts: ["category", "text"] } as const;

const spec = defineAnalysis({
  id: "revenue-bridge",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    orders: ["orderId", "quantity", "productId", "productName", "productKind", "channel", "region"],
    customers: ["customerName"],
    products: ["productId", "productName", "productKind"],
  },
  params: {
    /** what the period is compared with: the one of the same length just before it, or the same days a year earlier */
    against: { kind: "choice", options: ["before", "year"], default: "before" },
    /** how the change is shared out: by logarithmic means, or averaged over every order of the factors */
    method: { kind: "choice", options: ["lmdi", "shapley"], default: "lmdi" },
    /** columns of orders by which sales are told apart; without one the first known of kind, channel, region */
    rows: GROUPING,
    columns: GROUPING,
  },
});

export default spec;

export type BridgeParams = Params<typeof spec.params>;

/** The factors of sales: customers × orders per customer × items per order × money per item. */
export const FACTOR_IDS = ["customers", "frequency", "items", "price"] as const;
export type FactorId = (typeof FACTOR_IDS)[number];

/** What happened to a customer between the two periods. */
export const MOVE_IDS = ["new", "won-back", "up", "same", "down", "lost"] as const;
export type MoveId = (typeof MOVE_IDS)[number];

/** Names the cell "bridge-factor:<id>". */
export interface FactorLine {
  readonly id: FactorId;
  readonly before: number;
  readonly now: number;
  /** part of the change of sales, whole hundredths; the parts add up exactly */
  readonly cents: number;
  /** customers in whom the factor moved: came or went; else in both periods with another figure */
  readonly movers: number;
}

/** Names the cell "bridge:<id>". */
export interface MoveLine {
  readonly id: MoveId;
  readonly customers: number;
  readonly beforeCents: number;
  readonly nowCents: number;
  /** now − before, whole hundredths; the parts add up exactly */
  readonly cents: number;
}

/** Money kept from the customers of a period by the next one. Names the cell "bridge-period:<place>". */
export interface KeptLine {
  readonly fromDay: number;
  readonly toDay: number;
  readonly customers: number;
  /** of them, those who bought again */
  readonly stayed: number;
  /** sales now ÷ sales then of the same customers, with the 95 % interval for drawing customers */
  readonly nrr: number;
  readonly nrrLow: number;
  readonly nrrHigh: number;
  /** the same with no customer counted above what it bought then */
  readonly grr: number;
}

/** One group of a column: its text, what the column does not say, or the smaller texts together. */
export interface GroupName {
  readonly kind: "text" | "missing" | "rest";
  readonly text: string;
}

/** Names the cells "bridge-row:<row>" and "bridge-cell:<row>:<column>". */
export interface PivotCell {
  readonly before: number;
  readonly now: number;
  /** (now − before) ÷ all sales before: the cells add up to the growth of all */
  readonly contribution: number;
  /** customers with a sale line in it in either period */
  readonly customers: number;
}

export interface PivotRow {
  readonly name: GroupName;
  readonly total: PivotCell;
  /** one a column group; empty without a second column */
  readonly cells: readonly PivotCell[];
}

export interface Pivot {
  /** id of the column; productKind also where only the product table has it */
  readonly rowsBy: string;
  readonly columnsBy: string | null;
  readonly columns: readonly GroupName[];
  /** largest sales of both periods first */
  readonly rows: readonly PivotRow[];
}

export interface MoverLine {
  readonly row: number;
  readonly name: string;
  readonly move: MoveId;
  readonly before: number;
  readonly now: number;
}

export interface BridgePeriod {
  readonly fromDay: number;
  readonly toDay: number;
  readonly cents: number;
  readonly customers: number;
  readonly orders: number;
  readonly items: number;
}

export interface BridgeResult {
  readonly kind: "answered";
  readonly headline: {
    readonly salesNow: number;
    readonly salesBefore: number;
    readonly change: number;
    readonly growth: number | null;
    readonly customersNow: number;
    readonly customersBefore: number;
    readonly customersEffect: number | null;
    readonly frequencyEffect: number | null;
    readonly itemsEffect: number | null;
    readonly priceEffect: number | null;
    readonly newMoney: number;
    readonly wonBackMoney: number;
    readonly upMoney: number;
    readonly downMoney: number;
    readonly lostMoney: number;
    readonly nrr: number | null;
    readonly grr: number | null;
    readonly retention: number | null;
  };
  readonly before: BridgePeriod;
  readonly now: BridgePeriod;
  /** what an item is: pieces where every sale line says a quantity, else lines */
  readonly item: "piece" | "line";
  /** an order: an order id, or a day of a customer */
  readonly order: "order" | "order-day";
  readonly method: BridgeParams["method"];
  /** empty where either period has no sales above zero: there are no factors then */
  readonly factors: readonly FactorLine[];
  readonly moves: readonly MoveLine[];
  /** latest first; the first is of the two periods compared */
  readonly kept: readonly KeptLine[];
  readonly pivot: Pivot | null;
  /** the largest changes up and down, at most 10 each */
  readonly rises: readonly MoverLine[];
  readonly falls: readonly MoverLine[];
}
