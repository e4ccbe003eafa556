import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  stylesOf,
  workbookEntries,
  workbookFile,
  type WorkbookParts,
} from "../../../tests/fixtures/workbook-writer";
import { zipBytes, type ZipEntryFixture } from "../../../tests/fixtures/zip-writer";
import { FileError, type FileErrorCode } from "../plan";
import type { Cell } from "../parse/row-source";
import { openWorkbook } from "./workbook";

type Rows = readonly (readonly [row: number, cells: readonly Cell[]])[];

async function readAll(file: Blob, sheet = 0, signal?: AbortSignal): Promise<Rows> {
  const workbook = await openWorkbook(file);
  const rows: (readonly [number, readonly Cell[]])[] = [];
  for await (const batch of workbook.rows(sheet, signal ? { signal } : {})) {
    batch.rows.forEach((row, index) => rows.push([batch.firstRow + index, row]));
  }
  return rows;
}

/** The error of reading every sheet, or `read`. */
async function codeOf(file: Blob): Promise<FileErrorCode | "read"> {
  try {
    for (const sheet of (await openWorkbook(file)).sheets) await readAll(file, sheet.index);
    return "read";
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
}

/** Processor time of this process: a loaded machine makes waiting longer, not work. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const CELL = '<row r="1"><c r="A1"><v>7</v></c></row>';
const READ: Rows = [[0, [7]]];
const zipped = (entries: readonly ZipEntryFixture[]): Blob => new Blob([zipBytes(entries)]);

/** The usual one-cell workbook with one entry changed. */
function withEntry(name: string, change: Partial<ZipEntryFixture>): Blob {
  const entries = workbookEntries({ sheets: [CELL], strings: "", styles: stylesOf([0]) });
  return zipped(entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
}

const SHEET = "xl/worksheets/sheet1.xml";

describe("files of the malformed collection", () => {
  const expected: readonly (readonly [string, FileErrorCode])[] = [
    ["truncated.xlsx", "E_ZIP_INVALID"],
    ["csv_named.xlsx", "E_ZIP_INVALID"],
    ["not_a_zip.xlsx", "E_ZIP_INVALID"],
    ["no_workbook_part.xlsx", "E_XLSX_INVALID"],
    ["broken_xml.xlsx", "E_XLSX_INVALID"],
    ["no_sharedstrings.xlsx", "E_XLSX_INVALID"],
    ["empty_zip.xlsx", "E_XLSX_INVALID"],
    ["pass_protected.xlsx", "E_XLSX_ENCRYPTED"],
  ];
  for (const [name, code] of expected) {
    it(`${name} is ${code}`, async () => {
      expect(await codeOf(new Blob([readFileSync(`../shared/data/malformed/${name}`)]))).toBe(code);
    });
  }

  it("a workbook named .csv is read like any other", async () => {
    const file = new Blob([readFileSync("../shared/data/malformed/xlsx_named.csv")]);
    expect((await readAll(file)).length).toBeGreaterThan(0);
  });
});

describe("packages (X01–X06, X21–X25)", () => {
  it("are read with data descriptors, ZIP64 fields, stored entries, a stub before and a comment after", async () => {
    expect(await readAll(withEntry(SHEET, { dataDescriptor: true }))).toEqual(READ);
    expect(await readAll(withEntry(SHEET, { zip64: true }))).toEqual(READ);
    expect(await readAll(withEntry(SHEET, { stored: true }))).toEqual(READ);
    const parts: WorkbookParts = { sheets: [CELL] };
    expect(await readAll(workbookFile(parts, { zip64End: true }))).toEqual(READ);
    expect(await readAll(workbookFile(parts, { stub: new Uint8Array(1000) }))).toEqual(READ);
    expect(await readAll(workbookFile(parts, { comment: "PK\u0005\u0006 not an end" }))).toEqual(
      READ,
    );
  });

  it("a bomb of 40 MiB stops with E_ZIP_LIMIT within 2 s and 150 MB", async () => {
    const bomb = zipped(workbookEntries({ sheets: ["<a/>".repeat(10_000_000)] }));
    expect(bomb.size).toBeLessThan(200 * 1024);
    const before = process.memoryUsage().rss;
    const start = cpuMs();
    expect(await codeOf(bomb)).toBe("E_ZIP_LIMIT");
    expect(cpuMs() - start).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it("more than 2,000 entries are E_ZIP_LIMIT, also when the end record claims fewer", async () => {
    const entries = Array.from({ length: 2_500 }, (_, index) => ({
      name: `e${index}`,
      content: "",
      stored: true,
    }));
    expect(await codeOf(zipped(entries))).toBe("E_ZIP_LIMIT");
    const lying = new Blob([zipBytes(entries, { claimedCount: 5 })]);
    expect(await codeOf(lying)).toBe("E_ZIP_LIMIT");
  });

  it("sizes and checksums that lie are E_ZIP_INVALID", async () => {
    expect(await codeOf(withEntry(SHEET, { claimedSize: 3 }))).toBe("E_ZIP_INVALID");
    expect(await codeOf(withEntry(SHEET, { claimedCompressedSize: 9_999_999 }))).toBe(
      "E_ZIP_INVALID",
    );
    expect(await codeOf(withEntry(SHEET, { claimedCompressedSize: 20 }))).toBe("E_ZIP_INVALID");
    expect(await codeOf(withEntry(SHEET, { claimedCrc: 1 }))).toBe("E_ZIP_INVALID");
    expect(await codeOf(withEntry(SHEET, { rawContent: new Uint8Array(50).fill(0xff) }))).toBe(
      "E_ZIP_INVALID",
    );
    expect(await codeOf(withEntry(SHEET, { claimedMethod: 9 }))).toBe("E_ZIP_INVALID");
  });

  it("overlapping and equally named entries are E_ZIP_INVALID", async () => {
    expect(await codeOf(withEntry(SHEET, { claimedOffset: 0 }))).toBe("E_ZIP_INVALID");
    const entries = workbookEntries({ sheets: [CELL] });
    const twin = { name: SHEET.toUpperCase(), content: CELL };
    expect(await codeOf(zipped([...entries, twin]))).toBe("E_ZIP_INVALID");
  });

  it("encrypted entries are E_XLSX_ENCRYPTED", async () => {
    expect(await codeOf(withEntry("xl/workbook.xml", { flags: 1 }))).toBe("E_XLSX_ENCRYPTED");
  });

  it("parts that are not needed are never inflated, whatever their names and sizes", async () => {
    const bomb = new Uint8Array(50 * 1024 * 1024);
    const more = ["../../evil", "/abs", "C:\\windows\\x", "xl/media/video.mp4", "nested.zip"].map(
      (name) => ({
        name,
        content: bomb.subarray(0, name.endsWith("4") ? bomb.length : 10),
        claimedCrc: 0,
      }),
    );
    expect(await readAll(workbookFile({ sheets: [CELL], more }))).toEqual(READ);
  });

  it("names with backslashes and another case are found", async () => {
    const entries = workbookEntries({ sheets: [CELL] }).map((entry) => ({
      ...entry,
      name: entry.name.replaceAll("/", "\\").toUpperCase(),
    }));
    expect(await readAll(zipped(entries))).toEqual(READ);
  });

  it("cut at any place they are an error with a code, never a hang or a partial answer", async () => {
    const bytes = zipBytes(
      workbookEntries({ sheets: [CELL], strings: "", styles: stylesOf([14]) }),
    );
    for (let length = 0; length < bytes.length; length += 37) {
      const code = await codeOf(new Blob([bytes.subarray(0, length)]));
      expect(["E_FILE_EMPTY", "E_ZIP_INVALID"]).toContain(code);
    }
  });

  it("a byte changed anywhere gives the same cells or an error with a code", async () => {
    const bytes = zipBytes(workbookEntries({ sheets: [CELL], strings: "", styles: stylesOf([0]) }));
    for (let at = 0; at < bytes.length; at += 11) {
      const damaged = bytes.slice();
      damaged[at] = damaged[at]! ^ 0x5a;
      const outcome = await readAll(new Blob([damaged])).catch((error: unknown) => error);
      if (!(outcome instanceof FileError)) expect(outcome).toEqual(READ);
    }
  });

  it("other kinds of package say what they are", async () => {
    const of = (name: string): Blob => zipped([{ name, content: "x" }]);
    for (const [name, kind] of [
      ["content.xml", "office"],
      ["word/document.xml", "docx"],
    ]) {
      await expect(openWorkbook(of(name!))).rejects.toMatchObject({
        code: "E_UNSUPPORTED_TYPE",
        detail: kind,
      });
    }
  });
});

describe("XML (X07, X21)", () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  const head = '<?xml version="1.0"?>';

  it("a DOCTYPE in any part is E_XML_FORBIDDEN", async () => {
    for (const name of [
      SHEET,
      "xl/sharedStrings.xml",
      "xl/styles.xml",
      "xl/workbook.xml",
      "_rels/.rels",
    ]) {
      expect(await codeOf(withEntry(name, { content: `${head}${doctype}<a>&b;</a>` })), name).toBe(
        "E_XML_FORBIDDEN",
      );
    }
  });

  it("an entity that is not built in is E_XML_FORBIDDEN", async () => {
    const sheet = '<row><c t="inlineStr"><is><t>&xxe;</t></is></c></row>';
    expect(await codeOf(workbookFile({ sheets: [sheet] }))).toBe("E_XML_FORBIDDEN");
  });

  it("elements closed out of order, open at the end or too deep are errors", async () => {
    expect(await codeOf(workbookFile({ sheets: ["<row><c></row></c>"] }))).toBe("E_XLSX_INVALID");
    expect(await codeOf(workbookFile({ sheets: ["<worksheet><sheetData>"] }))).toBe(
      "E_XLSX_INVALID",
    );
    expect(await codeOf(workbookFile({ sheets: ["<a>".repeat(1000)] }))).toBe("E_LIMIT");
    expect(await codeOf(workbookFile({ sheets: [new Uint8Array(0)] }))).toBe("E_XLSX_INVALID");
  });

  it("UTF-16 parts of both orders, with and without a mark, give the same text", async () => {
    const xml = `<worksheet><sheetData><row><c t="inlineStr"><is><t>客群 𠮷</t></is></c></row></sheetData></worksheet>`;
    const little = Buffer.from(xml, "utf16le");
    const big = Buffer.from(little).swap16();
    const marked = [
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ];
    for (const sheet of [little, big, ...marked]) {
      expect(await readAll(workbookFile({ sheets: [sheet] }))).toEqual([[0, ["客群 𠮷"]]]);
    }
  });

  it("prefixes, single quotes, comments, CDATA and white space do not matter", async () => {
    const sheet = `<?xml version='1.0'?>
      <!-- made by hand --><x:worksheet xmlns:x='urn:any'> <x:sheetData>
        <x:row r = '2' ><x:c r='B2' t='inlineStr'><x:is><x:t>a<!-- no -->b<![CDATA[<&]]></x:t></x:is></x:c>
        <x:c r='C2'><x:v> 4<?pi?>2 </x:v></x:c></x:row >
      </x:sheetData></x:worksheet>`;
    expect(await readAll(workbookFile({ sheets: [sheet] }))).toEqual([[1, [null, "ab<&", 42]]]);
  });
});

describe("far and many cells (X08–X11)", () => {
  it("a cell at XFD1048576 and a claimed dimension cost nothing", async () => {
    const sheet = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>`;
    const start = cpuMs();
    const rows = await readAll(workbookFile({ sheets: [sheet] }));
    expect(cpuMs() - start).toBeLessThan(1000);
    expect(rows.map(([row, cells]) => [row, cells.length, cells.at(-1)])).toEqual([
      [0, 1, 1],
      [1048575, 16384, 2],
    ]);
  });

  it("references beyond the sheet are E_LIMIT, rows out of order E_XLSX_INVALID", async () => {
    const code = (sheet: string): Promise<string> => codeOf(workbookFile({ sheets: [sheet] }));
    expect(await code('<row r="4294967295"><c><v>1</v></c></row>')).toBe("E_LIMIT");
    expect(await code('<row r="1048577"/>')).toBe("E_LIMIT");
    expect(await code('<row r="0"/>')).toBe("E_LIMIT");
    expect(await code('<row><c r="XFE1"><v>1</v></c></row>')).toBe("E_LIMIT");
    expect(await code('<row><c r="12"><v>1</v></c></row>')).toBe("E_LIMIT");
    expect(await code('<row r="2"/><row r="1"/>')).toBe("E_XLSX_INVALID");
    expect(await code('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')).toBe(
      "E_XLSX_INVALID",
    );
  });

  it("far cells in every row are E_LIMIT before memory is short", async () => {
    const rows = Array.from({ length: 2000 }, () => '<row><c r="XFD1"><v>1</v></c></row>');
    expect(await codeOf(workbookFile({ sheets: [rows.join("")] }))).toBe("E_LIMIT");
  });

  it("a million merged ranges are passed over within 1 s", async () => {
    const merges = '<mergeCell ref="A1:B2"/>'.repeat(300_000);
    const sheet = `<worksheet><sheetData>${CELL}</sheetData><mergeCells>${merges}${merges}${merges}</mergeCells></worksheet>`;
    const bytes = zipBytes(
      workbookEntries({ sheets: [sheet] }).map((e) => ({ ...e, stored: true })),
    );
    const start = cpuMs();
    expect(await readAll(new Blob([bytes]))).toEqual(READ);
    expect(cpuMs() - start).toBeLessThan(1000);
  });

  it("a shared string that is not there is E_XLSX_INVALID; counts that lie do not matter", async () => {
    const sheet = (index: string): string => `<row><c t="s"><v>${index}</v></c></row>`;
    const strings = "<si><t>a</t></si>";
    for (const index of ["1", "-1", "4294967296", "x", "0.5"]) {
      expect(await codeOf(workbookFile({ sheets: [sheet(index)], strings })), index).toBe(
        "E_XLSX_INVALID",
      );
    }
    const lying = {
      name: "xl/sharedStrings.xml",
      content: `<sst count="9999999" uniqueCount="1">${strings}</sst>`,
    };
    expect(await codeOf(withEntry(lying.name, lying))).toBe("read");
  });

  it("a cell of more than 1 MiB is E_FIELD_TOO_LONG", async () => {
    const cell = (length: number): string =>
      `<row><c t="inlineStr"><is><t>${"x".repeat(length)}</t></is></c></row>`;
    expect(await codeOf(workbookFile({ sheets: [cell(1024 * 1024)] }))).toBe("read");
    expect(await codeOf(workbookFile({ sheets: [cell(1024 * 1024 + 1)] }))).toBe(
      "E_FIELD_TOO_LONG",
    );
    expect(await codeOf(workbookFile({ sheets: [cell(5 * 1024 * 1024)] }))).toBe(
      "E_FIELD_TOO_LONG",
    );
  });
});

describe("stopping", () => {
  it("throws E_CANCELLED before the first batch and between batches", async () => {
    const rows = Array.from({ length: 20_000 }, () => "<row><c><v>1</v></c></row>").join("");
    const file = workbookFile({ sheets: [rows] });
    const stop = new AbortController();
    const workbook = await openWorkbook(file);
    let seen = 0;
    const reading = (async () => {
      for await (const batch of workbook.rows(0, { signal: stop.signal })) {
        seen += batch.rows.length;
        stop.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(seen).toBe(1024);
    await expect(readAll(file, 0, stop.signal)).rejects.toMatchObject({ code: "E_CANCELLED" });
  });

  it("leaving the loop early and reading again gives all rows, with progress up to the file's size", async () => {
    const rows = Array.from({ length: 3000 }, () => "<row><c><v>1</v></c></row>").join("");
    const file = workbookFile({ sheets: [rows] });
    const workbook = await openWorkbook(file);
    for await (const batch of workbook.rows(0, {})) {
      expect(batch.firstRow).toBe(0);
      break;
    }
    let count = 0;
    let bytesRead = 0;
    for await (const batch of workbook.rows(0, {})) {
      count += batch.rows.length;
      expect(batch.bytesRead).toBeGreaterThanOrEqual(bytesRead);
      bytesRead = batch.bytesRead;
    }
    expect([count, bytesRead]).toEqual([3000, file.size]);
  });
});
