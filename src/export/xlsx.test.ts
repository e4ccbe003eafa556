import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../tests/support/tables";
import { openWorkbook } from "../ingest/xlsx/workbook";
import type { Sheet, SheetCell } from "./sheet";
import { sheetBlob } from "./sheet-file";

const idle = (): Promise<void> => Promise.resolve();

/** What our own reader of workbooks, which is tested on files of other programs, finds in it. */
async function readBack(sheet: Sheet): Promise<readonly (readonly unknown[])[]> {
  const workbook = await openWorkbook(await sheetBlob(sheet, "xlsx", idle));
  const rows: (readonly unknown[])[] = [];
  for await (const batch of workbook.rows(0, {})) {
    batch.rows.forEach((row, at) => {
      rows[batch.firstRow + at] = row;
    });
  }
  return rows;
}
const table = (rows: readonly (readonly SheetCell[])[]): Sheet => ({
  name: "表",
  columns: [
    { header: "文字", kind: "text" },
    { header: "数", kind: "number" },
    { header: "日", kind: "day" },
  ],
  rows,
});

describe("xlsx files", () => {
  it("give back every text and number as it was", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 }).filter((made) => {
      // What XML cannot hold is dropped, line ends are made one kind by XML itself, blank cells are empty.
      const isPlain = !/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/u.test(made);
      return isPlain && made.trim() !== "" && made.trim() === made;
    });
    await fc.assert(
      fc.asyncProperty(text, fc.double({ noNaN: true, noDefaultInfinity: true }), async (a, b) => {
        const value = b === 0 ? 0 : b;
        const [, row] = await readBack(table([[a, value, null]]));
        expect(row!.slice(0, 2)).toEqual([a, value]);
      }),
      { numRuns: 60 },
    );
  });

  it("keep what looks like a number, a formula or a code of spreadsheets a text", async () => {
    const texts = ["007", "=1+1", "_x000D_", "1e5", "<b>&\"'"];
    const rows = await readBack(table(texts.map((text) => [text, 1, null])));
    expect(rows.slice(1).map(([text]) => text)).toEqual(texts);
  });

  it("write days as days of the calendar, and those before spreadsheets as text", async () => {
    const days = ["1900-03-01", "2025-02-28", "1900-02-28"].map(day);
    const rows = await readBack(table(days.map((on) => ["x", 0, on])));
    expect(rows[1]![2]).toMatchObject({ day: days[0]! });
    expect(rows[2]![2]).toMatchObject({ day: days[1]! });
    expect(rows[3]![2]).toBe("1900-02-28");
  });

  it("leave empty what is missing or no number, and drop what XML cannot hold", async () => {
    const rows = await readBack(
      table([
        ["a\u0000b\ud800c", NaN, null],
        ["z", Infinity, 1],
      ]),
    );
    expect(rows[1]).toEqual(["abc"]);
    expect(rows[2]![1] ?? null).toBeNull();
  });

  it("are written in pieces, with a turn for others between them, and give the same bytes again", async () => {
    const rows = Array.from({ length: 2300 }, (_, k): SheetCell[] => [`客户${k}`, k, 20000 + k]);
    const turns: number[] = [];
    const once = await sheetBlob(table(rows), "xlsx", (written) => {
      turns.push(written);
      return idle();
    });
    const twice = await sheetBlob(table(rows), "xlsx", idle);
    expect(turns).toEqual([200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2200]);
    expect(new Uint8Array(await once.arrayBuffer())).toEqual(
      new Uint8Array(await twice.arrayBuffer()),
    );
    expect((await readBack(table(rows))).at(-1)!.slice(0, 2)).toEqual(["客户2299", 2299]);
  });

  it("stop when the turn is not given back", async () => {
    const rows = Array.from({ length: 1200 }, (_, k): SheetCell[] => [`客户${k}`, k, null]);
    const failing = sheetBlob(table(rows), "xlsx", () => Promise.reject(new Error("cancelled")));
    await expect(failing).rejects.toThrow("cancelled");
  });
});
