import { dictionaryEncoder, type DictionaryEncoder } from "./dictionary";
import { MISSING_CODE, MISSING_DAY, type Column, type DictionaryColumn } from "./column";

/** One column of all tables of a row space, one number a row: two cells are equal when their numbers are. */
export type SpaceCells =
  | {
      readonly kind: "float64";
      /** NaN is missing; there is no -0. */
      readonly values: Float64Array<ArrayBuffer>;
    }
  | {
      readonly kind: "day" | "text";
      /** Days (MISSING_DAY is missing) or codes of a dictionary that all tables share (-1 is missing). */
      readonly values: Int32Array<ArrayBuffer>;
    };

/** The rows of several tables below each other, made comparable cell by cell. */
export interface RowSpace {
  readonly rowCount: number;
  /** First row of each table; one more entry than tables. */
  readonly starts: readonly number[];
  readonly columns: ReadonlyMap<string, SpaceCells>;
}

/** A table of a row space; a column that it lacks is missing in all of its rows. */
export interface SpaceTable {
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * Rows of several tables in one numbering, first table first, their texts in shared codes.
 *
 * A column that holds numbers in one table and texts in another is compared as text.
 *
 * @param columnIds columns to be compared; each table may lack any of them
 * @returns O(rows × columns) numbers; nothing of the tables is shared or changed
 */
export function rowSpace(tables: readonly SpaceTable[], columnIds: readonly string[]): RowSpace {
  const starts = [0];
  for (const table of tables) starts.push(lastOf(starts) + table.rowCount);
  const rowCount = lastOf(starts);
  const columns = new Map<string, SpaceCells>();
  for (const id of columnIds) {
    const pieces = tables.map((table) => table.columns.get(id));
    if (pieces.some((piece) => piece !== undefined)) {
      columns.set(id, spaceCells(pieces, starts));
    }
  }
  return { rowCount, starts, columns };
}

function lastOf(starts: readonly number[]): number {
  return starts[starts.length - 1]!;
}

type Pieces = readonly (Column | undefined)[];

function spaceCells(pieces: Pieces, starts: readonly number[]): SpaceCells {
  const kinds = new Set(pieces.flatMap((piece) => (piece === undefined ? [] : [piece.kind])));
  const [only] = kinds;
  const [piece] = pieces;
  if (pieces.length === 1 && piece?.kind === "dictionary") return ownCodes(piece);
  if (kinds.size === 1 && only === "float64") return floatCells(pieces, starts);
  if (kinds.size === 1 && only === "day") return dayCells(pieces, starts);
  return textCells(pieces, starts);
}

function floatCells(pieces: Pieces, starts: readonly number[]): SpaceCells {
  const values = new Float64Array(lastOf(starts)).fill(Number.NaN);
  pieces.forEach((piece, index) => {
    if (piece?.kind === "float64") values.set(piece.values, starts[index]);
  });
  // Negative zero equals zero, but not bit by bit, and hashes look at bits.
  for (let row = 0; row < values.length; row++) if (values[row] === 0) values[row] = 0;
  return { kind: "float64", values };
}

function dayCells(pieces: Pieces, starts: readonly number[]): SpaceCells {
  const values = new Int32Array(lastOf(starts)).fill(MISSING_DAY);
  pieces.forEach((piece, index) => {
    if (piece?.kind === "day") values.set(piece.values, starts[index]);
  });
  return { kind: "day", values };
}

/** One table's own codes: its texts are distinct, so nothing has to be looked up. */
function ownCodes({ codes }: DictionaryColumn): SpaceCells {
  // MISSING_CODE is -1 as a signed number
  return { kind: "text", values: new Int32Array(codes) };
}

function textCells(pieces: Pieces, starts: readonly number[]): SpaceCells {
  const values = new Int32Array(lastOf(starts)).fill(-1);
  const encoder = dictionaryEncoder();
  pieces.forEach((piece, index) => {
    if (piece !== undefined) writeCodes(piece, encoder, values.subarray(starts[index]));
  });
  return { kind: "text", values };
}

function writeCodes(piece: Column, encoder: DictionaryEncoder, into: Int32Array): void {
  if (piece.kind === "dictionary") {
    const shared = Int32Array.from(piece.dictionary, (text) => encoder.encode(text));
    for (let row = 0; row < piece.length; row++) {
      const code = piece.codes[row]!;
      if (code !== MISSING_CODE) into[row] = shared[code]!;
    }
    return;
  }
  for (let row = 0; row < piece.length; row++) {
    const value = piece.values[row]!;
    const isMissing = piece.kind === "day" ? value === MISSING_DAY : Number.isNaN(value);
    if (!isMissing) into[row] = encoder.encode(String(value));
  }
}
