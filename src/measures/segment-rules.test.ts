import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { floatColumn, textColumn } from "../../tests/support/tables";
import { MINUTES_PER_DAY } from "../domain/moment";
import type { Condition, SegmentRule } from "../domain/segment-rule";
import { epochDay } from "../kernel/base/calendar";
import { bitset, without, type Bitset } from "../kernel/table/bitset";
import { dayColumn } from "../kernel/table/builder";
import { MISSING_DAY, type Column } from "../kernel/table/column";
import { selectedRows } from "../kernel/table/selection";
import { joinedRows, ruleRows } from "./segment-rules";

const rule = (condition: Condition, isNot = false): SegmentRule => ({
  field: { source: "column", id: "x" },
  condition,
  isNot,
});
const keep = (column: Column | undefined, condition: Condition, isNot = false) => {
  const rows = ruleRows(column, rule(condition, isNot));
  return rows === null ? null : [...selectedRows(rows)];
};

describe("ruleRows", () => {
  const texts = textColumn(["华东", "华南", undefined, "ＡBC公司"]);
  const numbers = floatColumn([30, 45, undefined, -1]);
  const days = dayColumn(Int32Array.of(10, 20, MISSING_DAY, 30));

  it("keeps texts by value or by part, width and case aside", () => {
    expect(keep(texts, { kind: "values", values: ["华东", "abc"] })).toEqual([0]);
    expect(keep(texts, { kind: "contains", text: "华" })).toEqual([0, 1]);
    expect(keep(texts, { kind: "contains", text: "abc" })).toEqual([3]);
  });

  it("keeps ranges with both bounds, of moments the whole last day", () => {
    expect(keep(numbers, { kind: "number", from: 30, to: 45 })).toEqual([0, 1]);
    expect(keep(numbers, { kind: "number", from: null, to: 0 })).toEqual([3]);
    const range = { kind: "days", fromDay: epochDay(10), toDay: epochDay(20) } as const;
    expect(keep(days, range)).toEqual([0, 1]);
    const moments = floatColumn([10, 20.9, 21].map((day) => day * MINUTES_PER_DAY));
    expect(keep(moments, range)).toEqual([0, 1]);
  });

  it("tells a missing cell from everything, and lets the opposite of a range hold it", () => {
    for (const column of [texts, numbers, days]) {
      expect(keep(column, { kind: "missing" })).toEqual([2]);
      expect(keep(column, { kind: "missing" }, true)).toEqual([0, 1, 3]);
    }
    expect(keep(numbers, { kind: "number", from: 30, to: 45 }, true)).toEqual([2, 3]);
    expect(keep(texts, { kind: "values", values: ["华东"] }, true)).toEqual([1, 2, 3]);
  });

  it("answers neither a rule nor its opposite of a column that is gone or of another kind", () => {
    const condition = { kind: "number", from: 1, to: null } as const;
    for (const isNot of [false, true]) {
      expect(keep(undefined, condition, isNot)).toBeNull();
      expect(keep(texts, condition, isNot)).toBeNull();
      expect(keep(numbers, { kind: "values", values: ["1"] }, isNot)).toBeNull();
    }
  });

  it("knows yes from no and from missing", () => {
    const flags = floatColumn([1, 0, undefined]);
    expect(keep(flags, { kind: "flag", isYes: true })).toEqual([0]);
    expect(keep(flags, { kind: "flag", isYes: false })).toEqual([1]);
  });
});

describe("joinedRows", () => {
  const ROWS = 70;
  const everybody = bitset(ROWS, true);
  const columns = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), {
    minLength: ROWS,
    maxLength: ROWS,
  });
  const ranges = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  });
  const setsOf = (
    values: readonly (number | undefined)[],
    rules: readonly (readonly [number, boolean])[],
    flips: boolean,
  ): Bitset[] =>
    rules.flatMap(([from, isNot]) => {
      const condition = { kind: "number", from, to: null } as const;
      return ruleRows(floatColumn(values), rule(condition, flips ? !isNot : isNot)) ?? [];
    });

  it("follows De Morgan: nobody of any is everybody of all opposites, and the other way round", () => {
    fc.assert(
      fc.property(columns, ranges, (values, rules) => {
        const plain = setsOf(values, rules, false);
        const opposite = setsOf(values, rules, true);
        expect(without(everybody, joinedRows(plain, "any", ROWS))).toEqual(
          joinedRows(opposite, "all", ROWS),
        );
        expect(without(everybody, joinedRows(plain, "all", ROWS))).toEqual(
          joinedRows(opposite, "any", ROWS),
        );
      }),
    );
  });

  it("does not hang on the order of the rules", () => {
    fc.assert(
      fc.property(columns, ranges, (values, rules) => {
        for (const joins of ["all", "any"] as const) {
          expect(joinedRows(setsOf(values, rules.toReversed(), false), joins, ROWS)).toEqual(
            joinedRows(setsOf(values, rules, false), joins, ROWS),
          );
        }
      }),
    );
  });
});
