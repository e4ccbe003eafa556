import { chiSquaredUpper } from "./chi-squared";

export interface ChiSquaredTest {
  readonly chi2: number;
  readonly df: number;
  /** 0..1 */
  readonly p: number;
}

/**
 * Pearson's χ² tests of homogeneity of several tables together: are the rows of each alike?
 *
 * @param tables  counts, row by row; rows of one table are of one length. Rows and columns that sum to 0 say nothing and do
 *   not count
 * @returns the sum over the tables of χ² and of (rows − 1)(columns − 1); null when no table has two rows and two columns
 *
 * The test that a Markov chain is stationary (a table a state: times × next state) and that it needs no second step back (a
 * table a state: previous × next state) are of this form: Anderson & Goodman, Annals of Mathematical Statistics 28, 1957.
 * Against SciPy `chi2_contingency` without correction, 1e-10.
 */
export function homogeneity(
  tables: readonly (readonly ArrayLike<number>[])[],
): ChiSquaredTest | null {
  let chi2 = 0;
  let df = 0;
  for (const table of tables) {
    const own = ofTable(table);
    chi2 += own.chi2;
    df += own.df;
  }
  return df === 0 ? null : { chi2, df, p: chiSquaredUpper(chi2, df) };
}

function ofTable(table: readonly ArrayLike<number>[]): { chi2: number; df: number } {
  const width = table.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = new Float64Array(width);
  const rows = table.map((row) => {
    let sum = 0;
    for (let j = 0; j < row.length; j++) {
      sum += row[j]!;
      columns[j]! += row[j]!;
    }
    return sum;
  });
  const total = rows.reduce((sum, row) => sum + row, 0);
  const [m, k] = [rows.filter((sum) => sum > 0).length, columns.filter((sum) => sum > 0).length];
  if (m < 2 || k < 2) return { chi2: 0, df: 0 };
  let chi2 = 0;
  table.forEach((row, i) => {
    for (let j = 0; j < width; j++) {
      const expected = (rows[i]! * columns[j]!) / total;
      if (expected > 0) chi2 += (row[j]! - expected) ** 2 / expected;
    }
  });
  return { chi2, df: (m - 1) * (k - 1) };
}
