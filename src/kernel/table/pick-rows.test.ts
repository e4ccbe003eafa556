import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayColumn, DictionaryBuilder, floatColumn } from "./builder";
import { MISSING_DAY, type Column, type Table } from "./column";
import { pickRows } from "./pick-rows";

interface Plain {
  readonly text: string | null;
  readonly number: number;
  readonly day: number;
}

function tableOf(rows: readonly Plain[]): Table {
  const builder = new DictionaryBuilder();
  for (const { text } of rows) builder.push(text);
  return {
    rowCount: rows.length,
    columns: new Map<string, Column>([
      ["text", builder.finish()],
      ["number", floatColumn(Float64Array.from(rows, ({ number }) => number))],
      ["day", dayColumn(Int32Array.from(rows, ({ day }) => day))],
    ]),
  };
}

const plain = fc.record({
  text: fc.constantFrom("a", "b", "c", "d", null),
  number: fc.constantFrom(1, 2.5, Number.NaN),
  day: fc.constantFrom(1, 20000, MISSING_DAY),
});

describe("pickRows", () => {
  it("gives the table that these rows alone would have made", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, fc.boolean())), (marked) => {
        const rows = marked.flatMap(([, isPicked], row) => (isPicked ? [row] : []));
        const whole = tableOf(marked.map(([row]) => row));
        const alone = tableOf(rows.map((row) => marked[row]![0]));
        expect(pickRows(whole, Uint32Array.from(rows))).toEqual(alone);
      }),
    );
  });

  it("leaves the codes of a fixed column as they are", () => {
    const whole = tableOf([
      { text: "a", number: 1, day: 1 },
      { text: "b", number: 1, day: 1 },
    ]);
    const { columns } = pickRows(whole, Uint32Array.of(1), new Set(["text"]));
    expect(columns.get("text")).toMatchObject({ codes: Uint32Array.of(1), dictionary: ["a", "b"] });
  });
});
