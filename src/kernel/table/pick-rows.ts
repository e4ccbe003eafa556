import { dayColumn, DictionaryBuilder, dictionaryColumn, floatColumn } from "./builder";
import { MISSING_CODE, type Column, type DictionaryColumn, type Table } from "./column";

/**
 * The rows of a table with these numbers, in this order, as a table of its own. Texts that no row uses any more are
 * gone and the others have codes in order of first appearance: the result is what reading these rows alone would give.
 *
 * @param rows row numbers below `rowCount`
 * @param fixed columns whose codes mean something outside (rows of another table, a list in the program): they keep codes
 *   and dictionary. O(rows × columns)
 */
export function pickRows(
  table: Table,
  rows: Uint32Array,
  fixed: ReadonlySet<string> = NONE,
): Table {
  const columns = new Map<string, Column>();
  for (const [id, column] of table.columns) {
    const keepsCodes = column.kind === "dictionary" && fixed.has(id);
    columns.set(id, keepsCodes ? pickCodes(column, rows) : pickColumn(column, rows));
  }
  return { rowCount: rows.length, columns };
}

const NONE: ReadonlySet<string> = new Set();

function pickCodes({ codes, dictionary }: DictionaryColumn, rows: Uint32Array): DictionaryColumn {
  return dictionaryColumn(
    Uint32Array.from(rows, (row) => codes[row]!),
    dictionary,
  );
}

function pickColumn(column: Column, rows: Uint32Array): Column {
  switch (column.kind) {
    case "float64":
      return floatColumn(Float64Array.from(rows, (row) => column.values[row]!));
    case "day":
      return dayColumn(Int32Array.from(rows, (row) => column.values[row]!));
    case "dictionary":
      return pickTexts(column, rows);
  }
}

function pickTexts(column: DictionaryColumn, rows: Uint32Array): DictionaryColumn {
  const builder = new DictionaryBuilder();
  const codes = new Int32Array(column.dictionary.length).fill(-1);
  for (const row of rows) {
    const code = column.codes[row]!;
    if (code === MISSING_CODE) {
      builder.pushCode(MISSING_CODE);
      continue;
    }
    if (codes[code] === -1) codes[code] = builder.encoder.encode(column.dictionary[code]!);
    builder.pushCode(codes[code]!);
  }
  return builder.finish();
}
