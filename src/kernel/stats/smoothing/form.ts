/** Which exponential smoothing: what is added to the level, and how the season enters. */
export interface SmoothingForm {
  readonly trend: "none" | "additive" | "damped";
  readonly season: "none" | "additive" | "multiplicative";
}

/** Smoothing parameters in the error-correction form; each 0..1, those that a form does not have are not read. */
export interface SmoothingParameters {
  readonly alpha: number;
  /** share of the change of the level that enters the trend (b' = φb + αβe) */
  readonly beta: number;
  readonly gamma: number;
  /** φ of a damped trend */
  readonly damping: number;
}

/** The state before a month: level, trend of one step, and the season of the next `season.length` steps in order. */
export interface SmoothingState {
  readonly level: number;
  readonly trend: number;
  /** length = period; empty without a season. Additive: sums to about 0; multiplicative: mean about 1 */
  readonly season: Float64Array;
}
