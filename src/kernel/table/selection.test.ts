import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitset, hasBit, setBit } from "./bitset";
import { dayColumn, floatColumn } from "./builder";
import { MISSING_CODE, MISSING_DAY, type DictionaryColumn } from "./column";
import {
  permuted,
  rowsWithCode,
  rowsWithDay,
  rowsWithNumber,
  rowsWithText,
  selectedRows,
} from "./selection";

const regions: DictionaryColumn = {
  kind: "dictionary",
  length: 5,
  codes: Uint32Array.of(0, 1, MISSING_CODE, 0, 2),
  dictionary: ["华东", "华南", "华北"],
  validity: null,
};

describe("rowsWithText", () => {
  it("keeps the rows with one of the texts", () => {
    expect([...selectedRows(rowsWithText(regions, ["华东", "华北", "nowhere"]))]).toEqual([
      0, 3, 4,
    ]);
    expect([...selectedRows(rowsWithText(regions, []))]).toEqual([]);
  });

  it("reads the empty text as missing", () => {
    expect([...selectedRows(rowsWithText(regions, [""]))]).toEqual([2]);
  });
});

describe("rowsWithText over many words of bits", () => {
  it("agrees with reading the text of each row", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 100 });
    fc.assert(
      fc.property(texts, fc.subarray(["a", "b", "c", ""]), (list, wanted) => {
        const dictionary = ["a", "b", "c"];
        const codes = Uint32Array.from(list, (text) =>
          text === "" ? MISSING_CODE : dictionary.indexOf(text),
        );
        const column = { ...regions, length: list.length, codes, dictionary };
        const expected = [...list.keys()].filter((row) => wanted.includes(list[row]!));
        expect([...selectedRows(rowsWithText(column, wanted))]).toEqual(expected);
      }),
    );
  });
});

describe("rowsWithCode", () => {
  it("keeps the rows whose code is selected", () => {
    const selected = bitset(3);
    setBit(selected, 1);
    expect([...selectedRows(rowsWithCode(regions.codes, selected))]).toEqual([1]);
  });
});

describe("permuted", () => {
  it("moves each bit to the place its row has in the order", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 100 }), (bits) => {
        const set = bitset(bits.length);
        bits.forEach((bit, i) => bit && setBit(set, i));
        const order = Uint32Array.from(bits.map((_, i) => bits.length - 1 - i));
        const moved = permuted(set, order);
        bits.forEach((_, k) => {
          expect(hasBit(moved, k)).toBe(bits[order[k]!]);
        });
      }),
    );
  });
});

describe("rowsWithNumber and rowsWithDay", () => {
  const bound = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(-Infinity, Infinity));

  it("agree with looking at each number", () => {
    const cells = fc.array(fc.option(fc.integer({ min: -6, max: 6 })), { maxLength: 100 });
    fc.assert(
      fc.property(cells, bound, bound, fc.boolean(), fc.boolean(), (list, from, to, ...flags) => {
        const [keepsMissing, isOpen] = flags;
        const column = floatColumn(Float64Array.from(list, (cell) => cell ?? NaN));
        const bounds = isOpen ? { to: -Infinity, below: to } : { to, below: -Infinity };
        const expected = [...list.keys()].filter((row) => {
          const cell = list[row];
          if (cell === null || cell === undefined) return keepsMissing;
          return cell >= from && (isOpen ? cell < to : cell <= to);
        });
        const found = rowsWithNumber(column, { from, ...bounds, keepsMissing });
        expect([...selectedRows(found)]).toEqual(expected);
      }),
    );
  });

  it("agree with looking at each day", () => {
    const cells = fc.array(fc.option(fc.integer({ min: -6, max: 6 })), { maxLength: 100 });
    fc.assert(
      fc.property(cells, bound, bound, fc.boolean(), (list, from, to, keepsMissing) => {
        const column = dayColumn(Int32Array.from(list, (cell) => cell ?? MISSING_DAY));
        const expected = [...list.keys()].filter((row) => {
          const cell = list[row];
          if (cell === null || cell === undefined) return keepsMissing;
          return cell >= from && cell <= to;
        });
        const found = rowsWithDay(column, { from, to, keepsMissing });
        expect([...selectedRows(found)]).toEqual(expected);
      }),
    );
  });
});
