/**
 * What is known of some customers, by row of their table.
 *
 * @param rows      rows of the customers that it is known of
 * @param values    one for each of them, in the same order
 * @param rowCount  rows of the whole table
 * @returns one slot a row, missing as NaN. O(rowCount)
 */
export function byRow(
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
  rowCount: number,
): Float64Array<ArrayBuffer> {
  const all = new Float64Array(rowCount).fill(NaN);
  for (let i = 0; i < rows.length; i++) all[rows[i]!] = values[i]!;
  return all;
}
