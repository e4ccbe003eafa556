import { studentHalfWidth } from "../kernel/stats/student-t";
import { columnMeans, type Sheet } from "./survey-sheet";

/** A mean of answers with its 95 % interval, in points of 0–100. */
export type SheetMean = {
  readonly index: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  /** questionnaires with an answer to one of the questions that have a weight */
  readonly n: number;
};

/**
 * Weighted mean of the means of some columns: Σ w_j m_j, each m_j over those who answered question j.
 *
 * @param weights  one a column, adding up to 1, taken as known
 * @param slots    the questionnaires that count
 * @returns null when a column with a weight has no answer. The error is of the linearised mean over questionnaires
 *   (each adds Σ w_j (x_j − m_j) / n_j), which is the usual one when all are complete; t interval at 95 %
 *
 * O(slots × columns). Woodruff, JASA 66(334), 1971 (linearisation).
 */
export function sheetMean(
  sheet: Sheet,
  weights: ArrayLike<number>,
  slots: Uint32Array,
): SheetMean | null {
  const { values, width } = sheet;
  const { means, counts } = columnMeans(sheet, slots);
  let index = 0;
  for (let j = 0; j < width; j++) {
    if (weights[j] === 0) continue;
    if (counts[j] === 0) return null;
    index += weights[j]! * means[j]!;
  }
  let [squares, n] = [0, 0];
  for (const slot of slots) {
    let [own, answered] = [0, 0];
    for (let j = 0; j < width; j++) {
      const value = values[slot * width + j]!;
      if (value !== value || weights[j] === 0) continue;
      own += (weights[j]! * (value - means[j]!)) / counts[j]!;
      answered++;
    }
    if (answered > 0) n++;
    squares += own * own;
  }
  const error = n > 1 ? Math.sqrt((squares * n) / (n - 1)) : 0;
  const spread = n > 1 ? studentHalfWidth(0.95, n - 1) * error : Infinity;
  return { index, error, low: index - spread, high: index + spread, n };
}

/** An index that cannot leave 0–100. */
export const bounded = (index: SheetMean): SheetMean => ({
  ...index,
  low: Math.max(0, index.low),
  high: Math.min(100, index.high),
});
