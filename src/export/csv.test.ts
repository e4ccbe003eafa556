import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvText, neutralText, type CsvCell } from "./csv";

const parse = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\ufeff/u, ""), {
    delimiter: ",",
    newline: "\r\n",
  }).data.slice(0, -1);

const TRIGGERS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
const LEADS = ["", " ", "  ", "\u00a0", "\ufeff", "\u200b", "\u3000", " \u200b ", "'", "''"];
const TAILS = ["", "1+1", 'cmd|"x"', "a,b", "a;b", "a\tb", "a\nb", "a\r\nb", '"'];

/** How a reader that knows the rule gets its text back. */
const restored = (text: string): string =>
  text.startsWith("'") && neutralText(text.slice(1)) !== text.slice(1) ? text.slice(1) : text;

describe("csvText", () => {
  it("neutralises every trigger behind every blank and before every separator and quote (OWASP CSV injection)", () => {
    for (const lead of LEADS) {
      for (const trigger of TRIGGERS) {
        for (const tail of TAILS) {
          const text = lead + trigger + tail;
          const [cells] = parse(csvText(["h"], [[text]]).replace(/^\ufeffh\r\n/u, ""));
          expect(cells, JSON.stringify(text)).toEqual([`'${text}`]);
        }
      }
    }
  });

  it("writes numbers as numbers, negative ones too, and nothing for what is not a number", () => {
    expect(csvText(["a", "b", "c"], [[-5, 0.1, Number.NaN]])).toBe("\ufeffa,b,c\r\n-5,0.1,\r\n");
  });

  it("neutralises a negative number that came as text", () => {
    expect(csvText(["a"], [["-5"]])).toBe('\ufeffa\r\n"\'-5"\r\n');
  });

  it("leaves ordinary text alone", () => {
    expect(csvText(["客户"], [["苏南恒信 (无锡)"], ["O'Neill"]])).toBe(
      '\ufeff客户\r\n苏南恒信 (无锡)\r\n"O\'Neill"\r\n',
    );
  });

  it("gives every text back to a reader that knows the rule", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({
        unit: fc.constantFrom("'", "=", "-", '"', ",", "\r", "\n", "\t", " ", "\ufeff", "a"),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const back = parse(csvText(["a", "b"], rows as CsvCell[][])).slice(1);
        expect(back.map((cells) => cells.map(restored))).toEqual(rows);
      }),
    );
  });

  it("never lets a cell begin with a trigger", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...TRIGGERS, ...LEADS.filter((x) => x !== ""), "a") }),
        (text) => {
          const [cells] = parse(csvText(["h"], [[text]]).replace(/^\ufeffh\r\n/u, ""));
          const visible = (cells?.[0] ?? "").replace(/^[\s\u00a0\u200b\ufeff]+/u, "");
          expect(TRIGGERS).not.toContain(visible[0]);
        },
      ),
    );
  });
});
