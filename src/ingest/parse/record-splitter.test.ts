import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { blankSplitter, recordSplitter } from "./record-splitter";

function split(text: string, delimiter = ",", pieceLength = text.length + 1): string[][] {
  const splitter = recordSplitter(delimiter);
  const rows: string[][] = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    rows.push(...splitter.push(text.slice(at, at + pieceLength)));
  }
  return [...rows, ...splitter.finish()];
}

const csvText = fc
  .array(fc.constantFrom('"', '""', ",", "\n", "\r", "\r\n", " ", "a", "客", "b1", "=", "'"), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

describe("recordSplitter", () => {
  it.each([
    [
      "LF, CRLF and CR in one file (C18)",
      "a,b\r\n1,2\n3,4\r5,6\r\n",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    ],
    ["quoted line ends as they are (C19)", 'a\n"x\r\ny\n"\n', [["a"], ["x\r\ny\n"]]],
    ["blank lines as rows of one empty field (C35)", "a\n\n\nb", [["a"], [""], [""], ["b"]]],
    ["a last field without a line end", "a,", [["a", ""]]],
    ["doubled quotes", '"a""b",""', [['a"b', ""]]],
    ["a quote inside an unquoted field as text (C34)", '5" pipe,=A("x")', [['5" pipe', '=A("x")']]],
    ["blanks before and after a quoted field (C34)", 'a, "6,000" ,b', [["a", "6,000", "b"]]],
    ["quotes that nobody doubled", '"He said "hi" to me",b', [['He said "hi" to me', "b"]]],
    ["text behind a closing quote", '"a"x\n"c",d', [['"a"x'], ["c", "d"]]],
    ["curly quotes as text (C34)", "“a,b”", [["“a", "b”"]]],
    [
      "a blank and a quote that opens nothing",
      'a, "b\nc,d',
      [
        ["a", ' "b'],
        ["c", "d"],
      ],
    ],
  ])("reads %s", (_, text, rows) => {
    expect(split(text)).toEqual(rows);
  });

  it("gives the same rows however the text is cut", () => {
    fc.assert(
      fc.property(csvText, fc.integer({ min: 1, max: 7 }), (text, pieceLength) => {
        const attempt = (length: number): unknown => {
          try {
            return split(text, ",", length);
          } catch (error) {
            return (error as { code: string }).code;
          }
        };
        expect(attempt(pieceLength)).toEqual(attempt(text.length + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with PapaParse on every table that a correct writer quotes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "客", " ", "'") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = Papa.unparse(rows, { newline: "\n", quotes: true });
        expect(split(text)).toEqual(Papa.parse(text, { newline: "\n", delimiter: "," }).data);
        expect(split(text)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it("names the row of a quote that is never closed (C20)", () => {
    const rest = "2,Bob,20\n".repeat(200_000);
    const read = (): unknown => split(`id,name\n1,"Ann\n${rest}`, ",", 65_536);
    expect(read).toThrow(expect.objectContaining({ code: "E_CSV_UNBALANCED", row: 2 }));
    expect(() => split('a\n"b')).toThrow(
      expect.objectContaining({ code: "E_CSV_UNBALANCED", row: 2 }),
    );
  });

  it("stops at a field longer than 1 MiB and at 2,001 columns (C21, C22)", () => {
    const long = "x".repeat(2_000_000);
    for (const text of [`a\n${long}\n`, `a\n"${long}"\n`, `a\n"${long}`]) {
      expect(() => split(text, ",", 65_536)).toThrow(
        expect.objectContaining({ code: "E_FIELD_TOO_LONG", row: 2 }),
      );
    }
    expect(() => split(`${",".repeat(2_000)}\n`)).toThrow(
      expect.objectContaining({ code: "E_TOO_MANY_COLUMNS" }),
    );
  });

  it("takes seconds, not minutes, over quotes that bait a quadratic reader (C42)", () => {
    const timed = (text: string): number => {
      const started = performance.now();
      try {
        split(text, ",", 65_536);
      } catch {
        // the limits may end it; only the time is of interest here
      }
      return performance.now() - started;
    };
    // a quadratic reader needs minutes for each; the bound leaves room for a busy machine
    for (const bait of [
      '"'.repeat(1e6),
      '"a"x,'.repeat(2e5),
      '"a"x\n'.repeat(2e5),
      ",\n".repeat(5e5),
    ]) {
      expect(timed(bait)).toBeLessThan(10_000);
    }
  });
});

describe("blankSplitter", () => {
  it("takes runs of blanks as one delimiter and ignores those at the ends", () => {
    const splitter = blankSplitter();
    const rows = [
      ...splitter.push(" id  date\r\n 1  19970101  "),
      ...splitter.push("\r"),
      ...splitter.finish(),
    ];
    expect(rows).toEqual([
      ["id", "date"],
      ["1", "19970101"],
    ]);
  });
});
