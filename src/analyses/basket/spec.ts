import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "basket",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    orders: ["orderId", "productId", "productName", "productKind"],
    customers: ["customerName"],
    products: ["productId", "productName", "productKind"],
  },
  params: {
    item: { kind: "choice", options: ["product", "kind"], default: "product" },
    /** any other column of orders by which things are told apart; it goes before `item` */
    itemColumn: { kind: "column", entity: "orders", accepts: ["category", "text"] },
    /** what counts as bought together: in one order, or ever by one customer */
    per: { kind: "choice", options: ["order", "customer"], default: "order" },
    /** a pair is looked at from this many orders (or customers) with both */
    minCount: { kind: "integer", min: 2, max: 10_000, default: 5 },
    rankBy: { kind: "choice", options: ["lift", "extra"], default: "lift" },
    /** whose buying is compared: grades by sales, or segments by recency, frequency and money */
    segments: { kind: "choice", options: ["grade", "rfm"], default: "grade" },
    /** any column of customers instead of these */
    by: { kind: "column", entity: "customers", accepts: ["category", "text"] },
    window: { kind: "choice", options: ["all", "period"], default: "all" },
  },
});

export default spec;

export type BasketParams = Params<typeof spec.params>;

/** Two things that are bought together more often than by chance. Names the cells "basket-rule:<place>", "basket-offer:<place>". */
export interface RuleLine {
  /** who buys this also buys `then`: the direction that holds more often */
  readonly given: string;
  readonly then: string;
  /** orders (or customers) with both, with the one, with the other */
  readonly together: number;
  readonly givenCount: number;
  readonly thenCount: number;
  /** customers with both in one order (or ever) */
  readonly customers: number;
  /** 0..1 of all orders (or customers) */
  readonly support: number;
  /** of those with `given`, 0..1, with its 95 % interval by Wilson */
  readonly confidence: number;
  readonly low: number;
  readonly high: number;
  /** of those with `then` */
  readonly reverse: number;
  readonly lift: number;
  /** orders with both beyond what chance would give */
  readonly extra: number;
  /** Fisher's exact test, one-sided; and the false-discovery rate over all pairs */
  readonly p: number;
  readonly q: number;
  /** customers with `given` and without `then` */
  readonly candidates: number;
}

export interface ItemLine {
  readonly name: string;
  readonly customers: number;
  /** 0..1 of all orders (or customers) */
  readonly share: number;
}

/** Names the cell "basket-segment:<segment>:<item>". */
export interface SegmentCell {
  readonly segment: number;
  readonly item: number;
  /** orders of the segment (or customers) with the thing, and its customers with it */
  readonly count: number;
  readonly customers: number;
  /** 0..1 of the orders (or customers) of the segment */
  readonly share: number;
  /** share ÷ share of all; 1 = like all */
  readonly index: number;
  readonly money: number;
  /** beyond what chance allows, false discoveries held to 5 % */
  readonly isSure: boolean;
}

export interface SegmentLine {
  /** id of the grade or segment, or the text of the column */
  readonly id: string;
  readonly customers: number;
}

export interface SegmentItems {
  readonly from: "grade" | "rfm" | "column";
  readonly segments: readonly SegmentLine[];
  /** most bought first, at most 12 */
  readonly items: readonly ItemLine[];
  readonly cells: readonly SegmentCell[];
}

/** Names the cell "basket-then:<from>:<place>". */
export interface ThenLine {
  readonly name: string;
  readonly customers: number;
  /** 0..1 of those who went on, with its 95 % interval */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** against the share of this thing in all steps */
  readonly lift: number;
}

/** What comes after a thing was bought for the first time. Names the cell "basket-waiting:<place>". */
export interface NextLine {
  readonly name: string;
  /** customers who ever bought it, who bought something new afterwards, and who did not yet */
  readonly customers: number;
  readonly followed: number;
  readonly waiting: number;
  /** days to the next new thing; null when nobody went on */
  readonly medianDays: number | null;
  readonly then: readonly ThenLine[];
}

export interface OfferLine {
  readonly row: number;
  readonly name: string;
  readonly offer: string;
  readonly because: string;
  /** of the customers with `because`, how many also have `offer`, 0..1 */
  readonly share: number;
  readonly lift: number;
  /** what its buyers usually spend on it (median), at the level at which this customer buys */
  readonly money: number;
  readonly lastDay: number;
}

/** A thing that goes with one that the customer bought, and that it never bought. */
export type CustomerOffer = Pick<OfferLine, "offer" | "because" | "share" | "lift" | "money">;

/** A thing of which the customer buys little. */
export interface CustomerGap {
  readonly name: string;
  readonly own: number;
  /** median of its buyers, at the level at which this customer buys */
  readonly usual: number;
}

/** What to offer to one customer; the most promising first. */
export interface CustomerOffers {
  /** null: no column says what was bought */
  readonly level: BasketResult["level"];
  /** at most 5 */
  readonly cross: readonly CustomerOffer[];
  /** at most 3 */
  readonly more: readonly CustomerGap[];
}

export interface BasketResult {
  readonly kind: "answered";
  readonly headline: {
    readonly orders: number;
    readonly customers: number;
    readonly items: number;
    readonly baskets: number;
    readonly itemsPerBasket: number | null;
    readonly multiShare: number | null;
    readonly pairs: number;
    readonly rules: number;
    readonly topLift: number | null;
    readonly topConfidence: number | null;
    readonly offers: number;
    readonly largestIndex: number | null;
  };
  /** what things are told apart by; null: no column says what was bought */
  readonly level: "product" | "kind" | "column" | null;
  /** which of the two levels the data have */
  readonly levels: readonly ("product" | "kind")[];
  readonly per: "order" | "customer";
  readonly fromDay: number;
  readonly toDay: number;
  /** sale lines seen, and those of them that do not say what was bought */
  readonly lines: number;
  readonly unnamed: number;
  /** the least count that was used: larger than asked for where there are too many pairs */
  readonly minCount: number;
  /** things with so many orders, of which all pairs were tried */
  readonly frequent: number;
  /** at most 200 */
  readonly rules: readonly RuleLine[];
  readonly segments: SegmentItems | null;
  readonly next: readonly NextLine[];
  /** at most 50 */
  readonly offers: readonly OfferLine[];
}
