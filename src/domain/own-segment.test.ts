import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFilter } from "../../tests/support/filters";
import {
  isPartFree,
  knowsToday,
  OWN_SEGMENTS,
  segmentsDigest,
  type OwnSegment,
} from "./own-segment";
import { parseRule, rulesOfFilters } from "./segment-rule";

const combined = (left: string, right: string): OwnSegment => ({
  name: `${left}+${right}`,
  makeup: { kind: "combined", operation: "union", left, right },
  changedAtMs: 1,
});
const seen = (name: string): OwnSegment => ({
  name,
  makeup: { kind: "seen", customers: [{ id: null, name: "甲" }], from: "客户列表", seenAtMs: 5 },
  changedAtMs: 1,
});
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("OWN_SEGMENTS", () => {
  it("reads back what was kept, rules of every kind among it", () => {
    fc.assert(
      fc.property(fc.array(anyFilter, { minLength: 1, maxLength: 4 }), (filters) => {
        const own = filters.map((filter) => ({ ...filter, entity: "customers" as const }));
        const rules = own.flatMap((filter) => rulesOfFilters([filter]) ?? []);
        fc.pre(rules.length > 0);
        const segment = {
          name: "s",
          makeup: { kind: "rules", joins: "any", rules },
          changedAtMs: 1,
        };
        expect(OWN_SEGMENTS.parse(again(segment))).toEqual(again(segment));
      }),
    );
    for (const one of [combined("a", "b"), seen("x")]) {
      expect(OWN_SEGMENTS.parse(again(one))).toEqual(one);
    }
  });

  it("refuses a segment of which one rule cannot be read: it would let others in", () => {
    const fine = {
      field: { source: "score", id: "sales" },
      condition: { kind: "number", from: 1, to: null },
      isNot: false,
    };
    const of = (...rules: unknown[]) =>
      OWN_SEGMENTS.parse({
        name: "s",
        makeup: { kind: "rules", joins: "all", rules },
        changedAtMs: 1,
      });
    expect(of(fine)).not.toBeNull();
    expect(of()).toBeNull();
    expect(of(fine, { ...fine, field: { source: "score", id: "luck" } })).toBeNull();
    expect(parseRule({ ...fine, condition: { kind: "number", from: 5, to: 1 } })).toBeNull();
    expect(parseRule({ ...fine, condition: { kind: "number", from: null, to: null } })).toBeNull();
    expect(parseRule({ ...fine, condition: { kind: "contains", text: "" } })).toBeNull();
    expect(
      parseRule({ ...fine, condition: { kind: "days", fromDay: 1.5, toDay: null } }),
    ).toBeNull();
  });
});

describe("isPartFree", () => {
  const segments = new Map([
    ["a", seen("a")],
    ["b", combined("a", "a")],
    ["c", combined("b", "a")],
  ]);
  it("forbids a segment to be made of itself, also through others", () => {
    expect(isPartFree(segments, "a", "b")).toBe(true);
    expect(isPartFree(segments, "b", "b")).toBe(false);
    expect(isPartFree(segments, "c", "a")).toBe(false);
    expect(
      isPartFree(
        new Map([
          ["x", combined("y", "y")],
          ["y", combined("x", "x")],
        ]),
        "x",
        "z",
      ),
    ).toBe(true);
  });
});

describe("segmentsDigest", () => {
  it("is empty for none, follows what segments are made of, and not their names", () => {
    expect(segmentsDigest(new Map())).toBe("");
    const one = segmentsDigest(new Map([["k", seen("一")]]));
    expect(segmentsDigest(new Map([["k", { ...seen("二"), changedAtMs: 9 }]]))).toBe(one);
    expect(segmentsDigest(new Map([["k", combined("a", "b")]]))).not.toBe(one);
  });
});

describe("rulesOfFilters", () => {
  it("says nothing where a rule would keep others than the filter", () => {
    const of = { entity: "customers", column: "x" } as const;
    expect(
      rulesOfFilters([{ kind: "number", ...of, from: 1, to: 2, withMissing: true }]),
    ).toBeNull();
    expect(rulesOfFilters([{ kind: "flag", ...of, choices: ["yes", "no"] }])).toBeNull();
    expect(
      rulesOfFilters([{ kind: "values", entity: "orders", column: "x", values: ["a"] }]),
    ).toBeNull();
    expect(rulesOfFilters([])).toEqual([]);
  });
});

describe("knowsToday", () => {
  const ruled = (source: "score" | "column", id: string): OwnSegment => {
    const condition = { kind: "values", values: ["a"] };
    const rule = parseRule({ field: { source, id }, condition, isNot: false });
    if (rule === null) throw new Error("no rule");
    return { name: id, makeup: { kind: "rules", joins: "all", rules: [rule] }, changedAtMs: 1 };
  };
  const segments = new Map([
    ["graded", ruled("score", "grade")],
    ["east", ruled("column", "attr:region")],
    ["gone", ruled("column", "hasChurned")],
    ["list", seen("名单")],
    ["both", combined("east", "both-more")],
    ["both-more", combined("graded", "both")],
    ["places", combined("east", "missing")],
  ]);

  it("holds for scores, fields that say who left, lists as seen, and whatever is made of them", () => {
    const known = [...segments.keys()].filter((key) => knowsToday(segments, key));
    expect(known).toEqual(["graded", "gone", "list", "both", "both-more"]);
  });
});
