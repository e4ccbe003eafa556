import { utils, write } from "@e965/xlsx";
import {
  stylesOf,
  workbookEntries,
  workbookFile,
  type WorkbookParts,
} from "../fixtures/workbook-writer";
import { zipBytes, type ZipEntryFixture } from "../fixtures/zip-writer";
import { refused, type Family } from "./family";
import { inlineRow, readsCells } from "./xlsx-rows";

const SHEET = "xl/worksheets/sheet1.xml";
const ROWS = inlineRow("id", "a") + inlineRow("1", "x");
const READ = readsCells([["1", "x"]]);
const PARTS: WorkbookParts = {
  sheets: [ROWS],
  strings: "<si><t>x</t></si>",
  styles: stylesOf([0]),
};

const zipped = (entries: readonly ZipEntryFixture[]): File =>
  new File([zipBytes(entries)], "book.xlsx");

/** The usual workbook with one entry changed. */
const changed = (name: string, change: Partial<ZipEntryFixture>): File =>
  zipped(
    workbookEntries(PARTS).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)),
  );

function binaryWorkbook(): File {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["id", "a"],
      ["1", "x"],
    ]),
  );
  return new File([write(book, { bookType: "xlsb", type: "array" }) as ArrayBuffer], "book.xlsb");
}

const MEDIA = new Uint8Array(50 * 1024 * 1024);
const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
const external = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

const cutAt = (share: number): File => {
  const bytes = zipBytes(workbookEntries(PARTS));
  return new File([bytes.slice(0, Math.floor(bytes.length * share))], "book.xlsx");
};

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), true);
  return bytes;
};

const PREFIXED = `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${ROWS.replace(/<(\/?)(\w)/g, "<$1x:$2")}</x:sheetData></x:worksheet>`;

export const PACKAGE_FAMILIES: readonly Family[] = [
  {
    id: "X01",
    what: "a small file that unpacks to 100 MiB",
    cases: [
      {
        name: "in a sheet",
        file: () => zipped(workbookEntries({ sheets: ["<a/>".repeat(26_214_400)] })),
        expected: refused("E_ZIP_LIMIT"),
      },
      {
        name: "in the shared strings",
        file: () =>
          workbookFile({ sheets: [ROWS], strings: "<si><t>x</t></si>".repeat(1_500_000) }),
        expected: refused("E_ZIP_LIMIT"),
      },
    ],
  },
  {
    id: "X02",
    what: "10,000 entries",
    cases: [10_000, 5].map((claimedCount) => ({
      name: `the directory says ${claimedCount.toLocaleString("en")}`,
      file: () =>
        new File(
          [
            zipBytes(
              Array.from({ length: 10_000 }, (_, i) => ({
                name: `e${i}`,
                content: "",
                stored: true,
              })),
              { claimedCount },
            ),
          ],
          "book.xlsx",
        ),
      expected: refused("E_ZIP_LIMIT"),
    })),
  },
  {
    id: "X03",
    what: "sizes and methods that lie",
    cases: [
      { name: "smaller", change: { claimedSize: 3 } },
      { name: "compressed larger than the file", change: { claimedCompressedSize: 9_999_999 } },
      { name: "compressed too short", change: { claimedCompressedSize: 20 } },
      { name: "another method", change: { claimedMethod: 9 } },
    ].map(({ name, change }) => ({
      name,
      file: () => changed(SHEET, change),
      expected: refused("E_ZIP_INVALID"),
    })),
  },
  {
    id: "X04",
    what: "entries that overlap or have one name",
    cases: [
      {
        name: "overlapping",
        file: () => changed(SHEET, { claimedOffset: 0 }),
        expected: refused("E_ZIP_INVALID"),
      },
      {
        name: "the same name in capitals",
        file: () => workbookFile({ ...PARTS, more: [{ name: SHEET.toUpperCase(), content: "x" }] }),
        expected: refused("E_ZIP_INVALID"),
      },
    ],
  },
  {
    id: "X05",
    what: "an archive inside the archive",
    cases: [
      {
        name: "beside the sheets: passed over",
        file: () =>
          workbookFile({
            ...PARTS,
            more: [{ name: "nested.zip", content: zipBytes(workbookEntries(PARTS)) }],
          }),
        expected: READ,
      },
      {
        name: "of archives only",
        file: () => zipped([{ name: "a.zip", content: zipBytes(workbookEntries(PARTS)) }]),
        expected: refused("E_UNSUPPORTED_TYPE", { detail: "archive" }),
      },
    ],
  },
  {
    id: "X06",
    what: "names that lead elsewhere, and large media",
    cases: [
      {
        name: "../../x, /x, C:\\x and 50 MB of video: never inflated",
        file: () =>
          workbookFile({
            ...PARTS,
            more: [
              ...["../../evil", "/abs", "C:\\windows\\x"].map((name) => ({ name, content: "x" })),
              { name: "xl/media/video.mp4", content: MEDIA, claimedCrc: 0 },
            ],
          }),
        expected: READ,
      },
      {
        name: "backslashes and capitals in the names of parts",
        file: () =>
          zipped(
            workbookEntries(PARTS).map((entry) => ({
              ...entry,
              name: entry.name.replaceAll("/", "\\").toUpperCase(),
            })),
          ),
        expected: READ,
      },
    ],
  },
  {
    id: "X07",
    what: "a document type, entities",
    cases: [
      ...[SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"].map(
        (name) => ({
          name: `billion laughs in ${name}`,
          file: () => changed(name, { content: `${doctype}<a>&b;</a>` }),
          expected: refused("E_XML_FORBIDDEN"),
        }),
      ),
      {
        name: "an external entity",
        file: () => changed(SHEET, { content: `${external}<a>&e;</a>` }),
        expected: refused("E_XML_FORBIDDEN"),
      },
      {
        name: "an entity that nobody declared",
        file: () => workbookFile({ sheets: ['<row><c t="str"><v>&xxe;</v></c></row>'] }),
        expected: refused("E_XML_FORBIDDEN"),
      },
    ],
  },
  {
    id: "X21",
    what: "parts in UTF-16",
    cases: [
      {
        name: "a sheet",
        file: () =>
          changed(SHEET, {
            content: utf16(
              `<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData>${inlineRow("id", "名")}${inlineRow("1", "张三")}</sheetData></worksheet>`,
            ),
          }),
        expected: readsCells([["1", "张三"]]),
      },
    ],
  },
  {
    id: "X22",
    what: "a file that is cut or damaged",
    cases: [
      ...[0.1, 0.5, 0.9, 0.99].map((share) => ({
        name: `${share * 100} % of it`,
        file: () => cutAt(share),
        expected: refused("E_ZIP_INVALID"),
      })),
      {
        name: "a wrong checksum",
        file: () => changed(SHEET, { claimedCrc: 1 }),
        expected: refused("E_ZIP_INVALID"),
      },
      {
        name: "noise in place of deflated data",
        file: () => changed(SHEET, { rawContent: new Uint8Array(50).fill(0xff) }),
        expected: refused("E_ZIP_INVALID"),
      },
      {
        name: "XML that ends early",
        file: () => changed(SHEET, { content: "<worksheet><sheetData><row>" }),
        expected: refused("E_XLSX_INVALID"),
      },
      {
        name: "no workbook part",
        file: () => zipped(workbookEntries(PARTS).filter(({ name }) => name !== "xl/workbook.xml")),
        expected: refused("E_XLSX_INVALID"),
      },
    ],
  },
  {
    id: "X23",
    what: "zip64, data descriptors, stored entries, a stub before, a comment behind",
    cases: [
      { name: "zip64 fields", file: () => changed(SHEET, { zip64: true }), expected: READ },
      {
        name: "a zip64 end record",
        file: () => workbookFile(PARTS, { zip64End: true }),
        expected: READ,
      },
      {
        name: "data descriptors",
        file: () => changed(SHEET, { dataDescriptor: true }),
        expected: READ,
      },
      { name: "stored", file: () => changed(SHEET, { stored: true }), expected: READ },
      {
        name: "a comment that looks like an end record",
        file: () => workbookFile(PARTS, { comment: "PK\u0005\u0006 not an end" }),
        expected: READ,
      },
    ],
  },
  {
    id: "X24",
    what: "names with prefixes, strict Open XML",
    cases: [
      { name: "x:row, x:c", file: () => changed(SHEET, { content: PREFIXED }), expected: READ },
      {
        name: "strict namespaces",
        file: () =>
          zipped(
            workbookEntries(PARTS).map((entry) => ({
              ...entry,
              content:
                typeof entry.content === "string"
                  ? entry.content
                      .replaceAll(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main",
                      )
                      .replaceAll(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships",
                      )
                  : entry.content,
            })),
          ),
        expected: READ,
      },
    ],
  },
  {
    id: "X25",
    what: "encrypted workbooks and other containers",
    cases: [
      {
        name: "encrypted entries",
        file: () => changed("xl/workbook.xml", { flags: 1 }),
        expected: refused("E_XLSX_ENCRYPTED"),
      },
      {
        name: "a workbook of binary parts (.xlsb)",
        file: () => binaryWorkbook(),
        expected: READ,
      },
      {
        name: "a binary workbook whose list of sheets is cut",
        file: () => zipped([{ name: "xl/workbook.bin", content: "x" }]),
        expected: refused("E_XLSX_INVALID", { detail: "xlsb: record" }),
      },
    ],
  },
];
