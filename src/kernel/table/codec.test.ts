import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitset, clearBit } from "./bitset";
import {
  CHUNK_ROWS,
  CodecError,
  chunkCount,
  decodeColumn,
  decodeTexts,
  encodeChunk,
  encodeTexts,
} from "./codec";
import { MISSING_CODE, MISSING_DAY, type Column } from "./column";

const stored = (column: Column): ArrayBuffer[] =>
  Array.from({ length: chunkCount(column.length) }, (_, i) => encodeChunk(column, i).bytes);

function roundTrip(column: Column): Column {
  const dictionary =
    column.kind === "dictionary"
      ? decodeTexts(encodeTexts(column.dictionary).map((block) => block.bytes))
      : null;
  return decodeColumn(column.kind, column.length, stored(column), dictionary);
}

/** A column of `values` where `null` is missing, in the canonical form of `column.ts`. */
function columnOf(
  kind: Column["kind"],
  values: readonly (number | null)[],
  dictionary: readonly string[] = [],
): Column {
  const length = values.length;
  const missing = values.some((value) => value === null);
  const validity = missing ? bitset(length, true) : null;
  values.forEach((value, i) => {
    if (value === null && validity) clearBit(validity, i);
  });
  const fill = (sentinel: number): number[] => values.map((value) => value ?? sentinel);
  if (kind === "float64") {
    return { kind, length, values: Float64Array.from(fill(Number.NaN)), validity };
  }
  if (kind === "day") return { kind, length, values: Int32Array.from(fill(MISSING_DAY)), validity };
  return { kind, length, codes: Uint32Array.from(fill(MISSING_CODE)), dictionary, validity };
}

const money = fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100);
const floats = fc.oneof(
  fc.array(fc.option(fc.double({ noNaN: true })), { maxLength: 200 }),
  fc.array(fc.option(money), { maxLength: 200 }),
  fc.array(fc.option(fc.integer({ min: -40, max: 300 })), { maxLength: 200 }),
);
const days = fc.array(fc.option(fc.integer({ min: -25567, max: 376199 })), { maxLength: 200 });

describe("the column codec", () => {
  it("gives back every float column bit by bit, -0 and extremes included", () => {
    fc.assert(
      fc.property(floats, (values) => {
        const column = columnOf("float64", values);
        expect(roundTrip(column)).toEqual(column);
      }),
      { numRuns: 500 },
    );
    const edge = [-0, 0, 0.1 + 0.2, 1e308, -1e308, 5e-324, Infinity, -Infinity, 2 ** 53, 0.01];
    for (const value of edge) {
      const column = columnOf("float64", [value, null]);
      expect(roundTrip(column)).toEqual(column);
    }
  });

  it("gives back every day column", () => {
    fc.assert(
      fc.property(days, (values) => {
        const column = columnOf("day", values);
        expect(roundTrip(column)).toEqual(column);
      }),
    );
  });

  it("gives back every dictionary column, any text, a leading U+FEFF and the empty text too", () => {
    const texts = fc.uniqueArray(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.array(fc.option(fc.nat()), { maxLength: 99 }), (words, picks) => {
        const dictionary = ["\ufeff\ufeff客户", "", ...words.map((word) => `${word}·`)];
        const codes = picks.map((pick) => (pick === null ? null : pick % dictionary.length));
        const column = columnOf("dictionary", codes, dictionary);
        expect(roundTrip(column)).toEqual(column);
      }),
    );
  });

  it("cuts at 64 Ki rows and joins again, whatever the widths and missing rows of the pieces", () => {
    const length = 2 * CHUNK_ROWS + 77;
    const values = Array.from({ length }, (_, i) => {
      if (i < CHUNK_ROWS) return i % 200;
      return i % 3 === 0 && i > CHUNK_ROWS ? null : i * 1.01;
    });
    const column = columnOf("float64", values);
    const chunks = stored(column);
    expect(chunks).toHaveLength(3);
    expect(chunks[0]!.byteLength).toBe(32 + CHUNK_ROWS);
    expect(roundTrip(column)).toEqual(column);
    const codes = columnOf(
      "dictionary",
      values.map((_, i) => i),
      values.map((_, i) => String(i)),
    );
    expect(roundTrip(codes)).toEqual(codes);
    expect(encodeChunk(codes, 1).bytes.byteLength).toBe(32 + 2 * CHUNK_ROWS);
  });

  it("splits a large dictionary into blocks of about a megabyte", () => {
    const texts = Array.from({ length: 200_000 }, (_, i) => `上海客户${i}`);
    const blocks = encodeTexts(texts);
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(block.bytes.byteLength).toBeLessThan(1_500_000);
    expect(decodeTexts(blocks.map((block) => block.bytes))).toEqual(texts);
    expect(decodeTexts([])).toEqual([]);
  });

  it("keeps a sentinel that no validity bit explains", () => {
    const odd: Column[] = [
      { kind: "float64", length: 2, values: Float64Array.of(Number.NaN, 1), validity: null },
      { kind: "day", length: 2, values: Int32Array.of(MISSING_DAY, 1), validity: null },
    ];
    for (const column of odd) expect(roundTrip(column)).toEqual(column);
  });

  it("is empty for an empty column", () => {
    const column = columnOf("float64", []);
    expect(chunkCount(0)).toBe(0);
    expect(roundTrip(column)).toEqual(column);
  });

  it("refuses bytes that it did not write", () => {
    const column = columnOf("dictionary", [0, 1, null], ["a", "b"]);
    const [good] = stored(column);
    const broken = (change: (bytes: Uint8Array) => void): ArrayBuffer => {
      const copy = good!.slice(0);
      change(new Uint8Array(copy));
      return copy;
    };
    const decode = (bytes: ArrayBuffer): unknown =>
      decodeColumn("dictionary", 3, [bytes], ["a", "b"]);
    expect(decode(broken(() => undefined))).toEqual(column);
    const cases: [string, ArrayBuffer][] = [
      ["not a chunk", broken((b) => b.set([0], 0))],
      ["chunk version 9", broken((b) => b.set([9], 4))],
      ["kind 2", broken((b) => b.set([2], 5))],
      ["cut slots", broken((b) => b.set([2], 6))],
      ["rows do not fit|cut slots", broken((b) => b.set([4], 8))],
      ["past the dictionary", broken((b) => b.set([7], b.length - 2))],
      ["wrong size", good!.slice(0, -1)],
      ["shorter", good!.slice(0, 12)],
    ];
    for (const [message, bytes] of cases) {
      expect(() => decode(bytes)).toThrow(CodecError);
      expect(() => decode(bytes)).toThrow(new RegExp(message));
    }
    expect(() => decodeColumn("dictionary", 4, [good!], ["a", "b"])).toThrow("3 rows instead of 4");
    expect(() => decodeColumn("dictionary", 3, [good!], null)).toThrow("without texts");
    expect(() => encodeChunk(column, 1)).toThrow("chunk 1");
  });

  it("refuses text blocks whose lengths do not add up", () => {
    const [block] = encodeTexts(["客户", "x"]);
    const bytes = block!.bytes.slice(0);
    new Uint8Array(bytes).set([9], 32);
    expect(() => decodeTexts([bytes])).toThrow("do not add up");
    const many = block!.bytes.slice(0);
    new Uint8Array(many).set([200], 8);
    expect(() => decodeTexts([many])).toThrow("cut");
  });
});
