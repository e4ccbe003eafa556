import { decodeFile } from "../decode/decoder";
import { MAX_ROWS, MAX_TEXT_BYTES } from "../limits";
import { FileError, type TextFormat } from "../plan";
import { sepLine, splitterFor } from "./delimiter";
import type { RecordSplitter } from "./record-splitter";
import type { RowBatch, RowSource } from "./row-source";

/**
 * The rows of a text file. A `sep=` line is no row. NUL is shown as U+2400.
 *
 * @throws FileError while reading: those of `decodeFile` and `recordSplitter`, E_TOO_MANY_ROWS; `row` is 1-based
 */
export function textSource(file: Blob, format: TextFormat, pieceBytes?: number): RowSource {
  if (file.size > MAX_TEXT_BYTES) throw new FileError("E_FILE_TOO_LARGE");
  return {
    bytesTotal: file.size,
    batches: (signal) => textBatches(file, format, { signal, ...(pieceBytes && { pieceBytes }) }),
  };
}

async function* textBatches(
  file: Blob,
  format: TextFormat,
  options: { readonly signal: AbortSignal | undefined; readonly pieceBytes?: number },
): AsyncGenerator<RowBatch, void> {
  const splitter = splitterFor(format.delimiter);
  const start = startOfText();
  let firstRow = 0;
  let bytesRead = 0;
  const batch = (rows: string[][]): RowBatch => {
    const made = { firstRow, rows, bytesRead };
    firstRow += rows.length;
    if (firstRow > MAX_ROWS) throw new FileError("E_TOO_MANY_ROWS", { row: MAX_ROWS + 1 });
    return made;
  };
  try {
    for await (const piece of decodeFile(file, format.encoding, options)) {
      bytesRead = piece.bytesRead;
      const rows = pushPiece(splitter, start.take(piece.text));
      if (rows.length > 0) yield batch(rows);
    }
    const rows = [...pushPiece(splitter, start.rest()), ...splitter.finish()];
    if (rows.length > 0) yield batch(rows);
  } catch (error) {
    throw withRow(error, firstRow + 1);
  }
}

function pushPiece(splitter: RecordSplitter, text: string): string[][] {
  if (text === "") return [];
  return splitter.push(text.includes("\0") ? text.replaceAll("\0", "\u2400") : text);
}

const SEP_LINE_LENGTH = 12;

/** Holds the first characters back until a `sep=` line can be told. */
function startOfText(): { take(text: string): string; rest(): string } {
  let held: string | null = "";
  return {
    take(text) {
      if (held === null) return text;
      held += text;
      if (held.length < SEP_LINE_LENGTH) return "";
      const all = held;
      held = null;
      return withoutSepLine(all);
    },
    rest() {
      const all = held;
      held = null;
      return all === null ? "" : withoutSepLine(all);
    },
  };
}

function withoutSepLine(text: string): string {
  const line = sepLine(text);
  return line ? line.rest : text;
}

/** A wrong byte is in the record that was being read. */
function withRow(error: unknown, row: number): unknown {
  if (!(error instanceof FileError) || error.row !== null) return error;
  if (!error.code.startsWith("E_ENCODING")) return error;
  return new FileError(error.code, error.detail === null ? { row } : { row, detail: error.detail });
}
