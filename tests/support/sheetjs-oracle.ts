import { read, utils, type CellObject } from "@e965/xlsx";
import { dayFromCivil } from "../../src/kernel/base/calendar";
import {
  isCellError,
  isCivilMoment,
  type Cell,
  type Workbook,
} from "../../src/ingest/parse/row-source";

/**
 * Where our reading of a workbook and that of SheetJS 0.20.3 differ, cell by cell.
 *
 * @returns a line for each difference, and the number of our cells
 */
export async function differencesFromSheetJs(
  bytes: Uint8Array,
  workbook: Workbook,
): Promise<{ readonly differences: readonly string[]; readonly cellCount: number }> {
  const theirs = read(bytes, { cellDates: false, cellText: true });
  const is1904 = theirs.Workbook?.WBProps?.date1904 === true;
  const differences: string[] = [];
  let cellCount = 0;
  for (const sheet of workbook.sheets) {
    const other = theirs.Sheets[sheet.name] ?? {};
    const seen = new Set<string>();
    for await (const batch of workbook.rows(sheet.index, {})) {
      batch.rows.forEach((row, index) => {
        row.forEach((cell, c) => {
          const address = utils.encode_cell({ r: batch.firstRow + index, c });
          seen.add(address);
          cellCount++;
          const their = other[address] as CellObject | undefined;
          if (!agrees(cell, their, is1904)) {
            differences.push(`${sheet.name}!${address} ${JSON.stringify([cell, their])}`);
          }
        });
      });
    }
    for (const address of Object.keys(other)) {
      if (address.startsWith("!") || seen.has(address)) continue;
      const their = other[address] as CellObject;
      if (!agrees(null, their, is1904)) differences.push(`${sheet.name}!${address} not read`);
    }
  }
  return { differences, cellCount };
}

/** Whether the two read the same cell: SheetJS keeps serial numbers, so ours are turned back into them. */
function agrees(ours: Cell, theirs: CellObject | undefined, is1904: boolean): boolean {
  const isBlank = theirs === undefined || theirs.t === "z" || theirs.v === undefined;
  // SheetJS leaves a formula without a result out.
  if (isBlank) return ours === null || ours === "" || (isCellError(ours) && ours.error[0] === "=");
  if (theirs.t === "e") return isCellError(ours) && ours.error === theirs.w;
  if (isCivilMoment(ours)) {
    const days = ours.day - dayFromCivil(1899, 12, 30);
    const whole1900 = days < 61 ? days - 1 : days;
    const whole = is1904 ? days - 1462 : whole1900;
    const serial = whole + ours.seconds / 86_400;
    return Math.abs(serial - Number(theirs.v)) < 1 / 86_400_000;
  }
  if (isCellError(ours)) return ours.error === `serial ${Number(theirs.v)}`;
  if (typeof ours === "string" && theirs.t === "n") {
    const clock = /^(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(ours);
    if (!clock) return Number(ours) === theirs.v;
    const seconds = Number(clock[3] === undefined ? 0 : clock[3]);
    const days = (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + seconds) / 86_400;
    return Math.abs(days - Number(theirs.v)) < 1 / 86_400_000;
  }
  return ours === theirs.v;
}
