import type { CustomerRef } from "../domain/customer-merge";
import type { Makeup } from "../domain/own-segment";
import type { ScopeDays } from "../domain/scope";

/** What of the definition of a segment the data cannot answer. */
export interface SegmentTrouble {
  /** rules whose column is gone, or of another kind: `column:<id>`, `score:<id>` */
  readonly gone: readonly string[];
  /** customers of a fixed list that the data do not have */
  readonly absent: number;
  /** segments it is made of that were deleted */
  readonly lostParts: number;
  /** made of itself */
  readonly isCircular: boolean;
}

export interface SegmentSize {
  readonly customers: number;
  /** in the period; null without orders */
  readonly sales: number | null;
  /** in the period of the same length before it; null: the data do not reach over that one */
  readonly salesBefore: number | null;
  /** gross profit in the period of the customers whose profit is known; null where it is of none */
  readonly profit: number | null;
  readonly trouble: SegmentTrouble;
}

export interface SegmentQuestion {
  /** without filters: a segment is the same set on every page */
  readonly scope: ScopeDays;
  /** a segment that is being made; null: none, or one that is not finished */
  readonly draft: Makeup | null;
  /** sets of customers that are counted as well, whether or not somebody has kept them */
  readonly groups: readonly Makeup[];
}

export interface SegmentSizes {
  /** all customers of the data */
  readonly all: Omit<SegmentSize, "trouble">;
  /** of the segments that are kept, by key */
  readonly sizes: readonly (readonly [key: string, size: SegmentSize])[];
  /** in the order of the question */
  readonly groups: readonly SegmentSize[];
  readonly draft: (SegmentSize & { readonly largest: readonly string[] }) | null;
}

/** How the user's own work names the customers of a list. */
export interface ListedCustomers {
  /** in the list; `refs` has no more than a segment can hold */
  readonly total: number;
  readonly refs: readonly CustomerRef[];
}
