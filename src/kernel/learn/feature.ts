/** A measured or counted property; NaN where unknown. */
export interface NumberFeature {
  readonly kind: "number";
  readonly id: string;
  readonly values: Float64Array;
}

/** A property with few distinct words; −1 where unknown. */
export interface CategoryFeature {
  readonly kind: "category";
  readonly id: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** One property of every row; all features of a set have the same length. */
export type Feature = NumberFeature | CategoryFeature;
