import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DictionaryBuilder, floatColumn } from "./builder";
import type { Column } from "./column";
import { firstEqualRows } from "./equal-rows";
import { matchRows, type RowMatch } from "./row-match";
import { rowSpace, type SpaceTable } from "./row-space";

interface PlainRow {
  readonly key: string | null;
  readonly amount: number;
  readonly word: string | null;
}

function tableOf(rows: readonly PlainRow[]): SpaceTable {
  const text = (of: (row: PlainRow) => string | null): Column => {
    const builder = new DictionaryBuilder();
    for (const row of rows) builder.push(of(row));
    return builder.finish();
  };
  const columns = new Map<string, Column>([
    ["key", text((row) => row.key)],
    ["amount", floatColumn(Float64Array.from(rows, (row) => row.amount))],
    ["word", text((row) => row.word)],
  ]);
  return { rowCount: rows.length, columns };
}

const COLUMNS = ["key", "amount", "word"];

function match(
  before: readonly PlainRow[],
  after: readonly PlainRow[],
  isKeyed: boolean,
): RowMatch {
  const space = rowSpace([tableOf(before), tableOf(after)], COLUMNS);
  const keys = space.columns.get("key")!;
  return matchRows(
    Uint32Array.from(before, (_, i) => i),
    Uint32Array.from(after, (_, i) => before.length + i),
    firstEqualRows(space, COLUMNS),
    isKeyed
      ? {
          first: firstEqualRows(space, ["key"]),
          isKeyed: Uint8Array.from(keys.values, (code) => (code === -1 ? 0 : 1)),
        }
      : null,
  );
}

/** The same question by comparing each row with each other. */
function bruteForce(
  before: readonly PlainRow[],
  after: readonly PlainRow[],
  isKeyed: boolean,
): { unchanged: number; changed: [number, number][]; added: number[]; gone: number[] } {
  const same = (a: PlainRow, b: PlainRow): boolean =>
    a.key === b.key &&
    a.word === b.word &&
    (a.amount === b.amount || (Number.isNaN(a.amount) && Number.isNaN(b.amount)));
  const left = new Set(before.keys());
  let rest = [...after.keys()];
  const pair = (fits: (a: PlainRow, b: PlainRow) => boolean): [number, number][] => {
    const pairs: [number, number][] = [];
    rest = rest.filter((row) => {
      const found = [...left].find((old) => fits(before[old]!, after[row]!));
      if (found === undefined) return true;
      left.delete(found);
      pairs.push([found, before.length + row]);
      return false;
    });
    return pairs;
  };
  const unchanged = pair(same).length;
  const changed = isKeyed ? pair((a, b) => a.key !== null && a.key === b.key) : [];
  return { unchanged, changed, added: rest.map((row) => before.length + row), gone: [...left] };
}

const plainRow = fc.record({
  key: fc.constantFrom("a", "b", "c", null),
  amount: fc.constantFrom(0, -0, 1, 2.5, Number.NaN),
  word: fc.constantFrom("x", "y", null),
});
const rows = fc.array(plainRow, { maxLength: 12 });

describe("matchRows", () => {
  it("agrees with comparing every row with every other", () => {
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (before, after, isKeyed) => {
        const { unchanged, changed, added, gone } = match(before, after, isKeyed);
        expect({ unchanged, changed: [...changed], added: [...added], gone: [...gone] }).toEqual({
          ...bruteForce(before, after, isKeyed),
          changed: bruteForce(before, after, isKeyed).changed.flat(),
        });
      }),
      { numRuns: 500 },
    );
  });

  it("accounts for every row of both sides", () => {
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (before, after, isKeyed) => {
        const { unchanged, changed, added, gone } = match(before, after, isKeyed);
        expect(unchanged + changed.length / 2 + gone.length).toBe(before.length);
        expect(unchanged + changed.length / 2 + added.length).toBe(after.length);
      }),
    );
  });

  it("finds nothing new, changed or gone between a table and itself in another order", () => {
    fc.assert(
      fc.property(rows, fc.integer(), (some, seed) => {
        const turned = some.toSorted((a, b) =>
          seed % 2 === 0 ? a.amount - b.amount : b.amount - a.amount,
        );
        expect(match(some, turned, true)).toMatchObject({ unchanged: some.length });
      }),
    );
  });
});

describe("rowSpace", () => {
  it("compares numbers of one table with words of another as text", () => {
    const words = new DictionaryBuilder();
    words.push("12");
    words.push(null);
    const space = rowSpace(
      [
        { rowCount: 2, columns: new Map<string, Column>([["c", words.finish()]]) },
        {
          rowCount: 2,
          columns: new Map<string, Column>([["c", floatColumn(Float64Array.of(12, Number.NaN))]]),
        },
      ],
      ["c"],
    );
    expect([...firstEqualRows(space, ["c"])]).toEqual([0, 1, 0, 1]);
  });

  it("takes a column that a table lacks as missing there", () => {
    const one = floatColumn(Float64Array.of(Number.NaN));
    const space = rowSpace(
      [
        { rowCount: 1, columns: new Map([["c", one]]) },
        { rowCount: 1, columns: new Map() },
      ],
      ["c"],
    );
    expect([...firstEqualRows(space, ["c"])]).toEqual([0, 0]);
  });
});
