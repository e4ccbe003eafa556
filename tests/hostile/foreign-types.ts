import { deflateRawSync, gzipSync } from "node:zlib";
import { workbookFile } from "../fixtures/workbook-writer";
import { zipBytes } from "../fixtures/zip-writer";
import { reads, refused, type Family, type FamilyCase } from "./family";

const named = (name: string, ...parts: readonly (string | Uint8Array)[]): File =>
  new File([...parts] as BlobPart[], name);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A file of another type, and the word for it that becomes advice. */
const foreign = (name: string, detail: string, ...parts: (string | Uint8Array)[]): FamilyCase => ({
  name,
  file: () => named(name, ...parts),
  expected: refused("E_UNSUPPORTED_TYPE", { detail }),
});

const zipOf = (...names: readonly string[]): Uint8Array =>
  zipBytes(names.map((name) => ({ name, content: "x".repeat(200) })));

export const FOREIGN_FAMILIES: readonly Family[] = [
  {
    id: "C39",
    what: "files that are no text, whatever their names",
    cases: [
      {
        name: "a workbook named .csv",
        file: async () =>
          named(
            "orders.csv",
            new Uint8Array(
              await workbookFile({
                sheets: [
                  '<row><c t="inlineStr"><is><t>id</t></is></c></row><row><c><v>7</v></c></row>',
                ],
              }).arrayBuffer(),
            ),
          ),
        expected: reads({ headers: ["id"], rows: [["7"]] }, "workbook"),
      },
      {
        name: "text named .xlsx",
        file: () => named("orders.xlsx", "id,a\n1,x\n"),
        expected: reads({ headers: ["id", "a"], rows: [["1", "x"]] }, "utf-8 ,"),
      },
      foreign("page.xls", "html", "<html><body><table><tr><td>1</td></tr></table></body></html>"),
      foreign("page-with-mark.xls", "html", "\ufeff\r\n <!DOCTYPE html><table></table>"),
      foreign(
        "spreadsheetml-2003.xls",
        "spreadsheetml",
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      foreign("feed.xml", "xml", '<?xml version="1.0"?><orders><order id="1"/></orders>'),
      foreign("orders.json", "json", '[{"id":1,"amount":2}]'),
      foreign("report.pdf", "pdf", "%PDF-1.7\n%\u00e2\u00e3\n"),
      foreign("letter.docx", "docx", zipOf("[Content_Types].xml", "word/document.xml")),
      foreign("slides.pptx", "pptx", zipOf("[Content_Types].xml", "ppt/presentation.xml")),
      foreign("letter.rtf", "rtf", "{\\rtf1\\ansi hello}"),
      foreign("sheet.numbers", "numbers", zipOf("preview.jpg", "Index/Document.iwa")),
      foreign("older.numbers", "numbers", zipOf("Index.zip", "Data/x.png")),
      foreign("photo.png", "image", latin1("\x89PNG\r\n\x1a\n\0\0")),
      foreign("photo.jpg", "image", latin1("\xff\xd8\xff\xe0\0\x10JFIF\0")),
      foreign("photo.gif", "image", "GIF89a;"),
      foreign("photo.webp", "image", latin1("RIFF\x24\0\0\0WEBPVP8 ")),
      foreign("scan.tif", "image", latin1("II*\0\x08\0\0\0")),
      foreign("scan.bmp", "image", latin1("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0")),
      foreign("photo.heic", "image", latin1("\0\0\0\x18ftypheic\0\0\0\0")),
      foreign("film.mp4", "media", latin1("\0\0\0\x18ftypisom\0\0\0\0")),
      foreign("orders.zip", "archive", zipOf("orders-2024.csv", "orders-2025.csv")),
      foreign("orders.rar", "archive", latin1("Rar!\x1a\x07\x01\0")),
      foreign("orders.7z", "archive", latin1("7z\xbc\xaf\x27\x1c\0\x04")),
      foreign("orders.csv.gz", "archive", gzipSync("id,a\n1,x\n")),
      foreign("orders.parquet", "parquet", latin1("PAR1\x15\x04")),
      foreign("shop.db", "database", latin1("SQLite format 3\0\x10\0")),
      foreign("shop.mdb", "database", latin1("\0\x01\0\0Standard Jet DB\0\x01\0\0\0")),
      {
        name: "deflated noise",
        file: () => named("noise.bin", deflateRawSync(latin1("noise and more noise ".repeat(500)))),
        expected: { kind: "refused" } as FamilyCase["expected"],
      },
    ],
  },
];
