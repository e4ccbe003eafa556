import { dayColumn, dictionaryColumn, floatColumn } from "./builder";
import { MISSING_CODE, MISSING_DAY, type Column, type DictionaryColumn } from "./column";

/** A column with rows added at its end in which nothing stands. @param rowCount not below its length. O(rows) */
export function lengthened(column: Column, rowCount: number): Column {
  switch (column.kind) {
    case "float64": {
      const values = new Float64Array(rowCount).fill(NaN);
      values.set(column.values);
      return floatColumn(values);
    }
    case "dictionary": {
      const codes = new Uint32Array(rowCount).fill(MISSING_CODE);
      codes.set(column.codes);
      return dictionaryColumn(codes, column.dictionary);
    }
    case "day": {
      const values = new Int32Array(rowCount).fill(MISSING_DAY);
      values.set(column.values);
      return dayColumn(values);
    }
  }
}

/** A column of texts with some of them put in its cells. @param column absent: nothing stands in it. O(rows) */
export function textsOver(
  column: DictionaryColumn | undefined,
  rowCount: number,
  given: Iterable<readonly [row: number, text: string]>,
): DictionaryColumn {
  const codes = new Uint32Array(rowCount).fill(MISSING_CODE);
  if (column !== undefined) codes.set(column.codes);
  const dictionary = column === undefined ? [] : [...column.dictionary];
  const codeOf = new Map(dictionary.map((word, code) => [word, code]));
  for (const [row, text] of given) {
    let code = codeOf.get(text);
    if (code === undefined) {
      code = dictionary.length;
      codeOf.set(text, code);
      dictionary.push(text);
    }
    codes[row] = code;
  }
  return dictionaryColumn(codes, dictionary);
}

/** A column of links to the rows of another table, with some of them set. @param keys the words of all its codes. O(rows) */
export function linksOver(
  links: DictionaryColumn | undefined,
  { rowCount, keys }: { readonly rowCount: number; readonly keys: readonly string[] },
  given: Iterable<readonly [row: number, code: number]>,
): DictionaryColumn {
  const codes = new Uint32Array(rowCount).fill(MISSING_CODE);
  if (links !== undefined) codes.set(links.codes);
  for (const [row, code] of given) if (code >= 0) codes[row] = code;
  return dictionaryColumn(codes, keys);
}
