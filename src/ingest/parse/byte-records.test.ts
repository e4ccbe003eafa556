import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellEncoding } from "../decode/decoder";
import { ByteRecords } from "./byte-records";
import { recordSplitter } from "./record-splitter";

/** The records of the bytes; null when they are not plain. */
function cut(text: string, pieceBytes: number, delimiter = ","): string[][] | null {
  const bytes = new TextEncoder().encode(text);
  const rows: string[][] = [];
  const records = new ByteRecords(delimiter, cellEncoding("utf-8"), (cells) => {
    rows.push(cells.map((cell) => cell.text()));
  });
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    if (!records.push(bytes.subarray(at, at + pieceBytes))) return null;
  }
  return records.finish() ? rows : null;
}

function split(text: string): string[][] {
  const splitter = recordSplitter(",");
  return [...splitter.push(text), ...splitter.finish()];
}

const anyText = fc
  .array(fc.constantFrom('"', '""', ",", "\n", "\r", "\r\n", " ", "a", "客", "𠮷", "b1", "\0"), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));

describe("ByteRecords", () => {
  it.each([
    [
      "plain fields",
      "a,b\n1,\n",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    ["LF, CRLF and CR in one file", "a\n1\r\n2\r3", [["a"], ["1"], ["2"], ["3"]]],
    ["quoted delimiters and line ends", '"a,b\r\nc",d\n', [["a,b\r\nc", "d"]]],
    ["doubled quotes", '"a""b","""",""\n', [['a"b', '"', ""]]],
    ["blanks behind a closing quote", '"a"  ,b', [["a", "b"]]],
    ["a quote inside an unquoted field as text", '5" pipe,=A("x")', [['5" pipe', '=A("x")']]],
    ["a last field without a line end", "a,", [["a", ""]]],
    ["blank lines", "a\n\n\nb", [["a"], [""], [""], ["b"]]],
  ])("reads %s", (_, text, rows) => {
    for (const pieceBytes of [1, 2, 3, 64]) expect(cut(text, pieceBytes)).toEqual(rows);
  });

  it.each([
    ["quotes that nobody doubled", '"He said "hi" to me",b'],
    ["a quote behind blanks", 'a, "6,000",b'],
    ["an open quote", 'a\n"b'],
    ["NUL", "a\0b"],
    ["a field beyond the limit", "x".repeat(1_100_000)],
    ["more columns than the limit", ",".repeat(2_000)],
  ])("leaves %s to the reader of text", (_, text) => {
    expect(cut(text, 65_536)).toBeNull();
  });

  it("gives the records of recordSplitter or none, however the bytes are cut", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 64 }), (text, pieceBytes) => {
        const rows = cut(text, pieceBytes);
        expect(rows).toEqual(cut(text, 10_000));
        if (rows !== null) expect(rows).toEqual(split(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("cuts every table that a correct writer made", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "客", " ", "'") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 64 }), (rows, pieceBytes) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        expect(cut(text, pieceBytes)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});
