/** Cases that had to be through by a time: only those are judged of which it is known. */
export interface Kept {
  readonly met: number;
  readonly missed: number;
  /** not through yet, and still in time */
  readonly pending: number;
  /** nobody wrote down when */
  readonly unknown: number;
  /** met ÷ (met + missed); null when none is judged */
  readonly share: number | null;
  /** Wilson interval of it, 95 % */
  readonly low: number | null;
  readonly high: number | null;
}
