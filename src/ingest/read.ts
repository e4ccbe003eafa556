import { SheetBuilder, sheetOf } from "./build/sheet-builder";
import { magicOf } from "./inspect";
import { openWorkbook } from "./open-workbook";
import type { RowBatch } from "./parse/row-source";
import { textSource } from "./parse/text-source";
import { FileError, type ReadProgress, type SheetPlan, type SheetRead } from "./plan";
import { readPlainSheet } from "./read-plain";
import type { SecondReader } from "./share-columns";

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called after every batch; a callback that draws should skip most calls. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /**
   * Called with the bytes of the file from its start on, piece by piece, while they are read straight through. Not every way
   * of reading does that: a caller who has not got all bytes has to read them.
   */
  readonly onBytes?: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Shares the columns of large text files; absent: one thread reads all. */
  readonly second?: SecondReader;
}

/**
 * Reads one sheet by a plan into typed columns. Equal bytes and equal plans give equal columns.
 *
 * @throws FileError; E_CANCELLED when the signal asks; E_NO_ROWS when no row below the header holds anything
 */
export async function readSheet(
  file: Blob,
  plan: SheetPlan,
  options: ReadOptions = {},
): Promise<SheetRead> {
  const magic = await magicOf(file);
  if ((magic === "text") !== (plan.format !== null)) throw new FileError("E_FILE_CHANGED");
  return (await readPlainSheet(file, plan, options)) ?? (await readRows(file, plan, options));
}

/** The general way: every cell a value of its own. What `readPlainSheet` gives is what this gives. */
export async function readRows(
  file: Blob,
  plan: SheetPlan,
  options: ReadOptions = {},
): Promise<SheetRead> {
  const builder = new SheetBuilder(plan);
  const bytesTotal = file.size;
  for await (const batch of await rowsOf(file, plan, options.signal)) {
    if (options.signal?.aborted) throw new FileError("E_CANCELLED");
    builder.add(batch);
    options.onProgress?.({
      bytesRead: batch.bytesRead,
      bytesTotal,
      rowsRead: builder.rowsRead,
    });
  }
  if (builder.rowsRead === 0) throw new FileError("E_NO_ROWS");
  return sheetOf(plan, [builder.finish()]);
}

async function rowsOf(
  file: Blob,
  plan: SheetPlan,
  signal: AbortSignal | undefined,
): Promise<AsyncIterable<RowBatch>> {
  if (plan.format !== null) return textSource(file, plan.format).batches(signal);
  const magic = await magicOf(file);
  if (magic === "text") throw new FileError("E_FILE_CHANGED");
  const { workbook } = await openWorkbook(file, magic);
  return workbook.rows(plan.sheetIndex, signal ? { signal } : {});
}
