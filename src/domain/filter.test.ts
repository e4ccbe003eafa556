import { describe, expect, it } from "vitest";
import { toggled, withFilter, type Filter } from "./filter";

const region = { kind: "values", entity: "orders", column: "region" } as const;
const amount = { kind: "number", entity: "orders", column: "amount", withMissing: false } as const;

describe("withFilter", () => {
  it("puts a filter at the end, and in the place of the one on its column", () => {
    const first: Filter = { ...region, values: ["华东"] };
    const both = withFilter([first], { ...amount, from: 1, to: null });
    expect(both.map(({ column }) => column)).toEqual(["region", "amount"]);
    const changed = withFilter(both, { ...region, values: ["华南"] });
    expect(changed).toEqual([{ ...region, values: ["华南"] }, both[1]]);
  });

  it("drops a filter without a choice", () => {
    const filters: readonly Filter[] = [{ ...region, values: ["华东"] }];
    expect(withFilter(filters, { ...region, values: [] })).toEqual([]);
    expect(withFilter([], { ...amount, from: null, to: null })).toEqual([]);
    const flag = { kind: "flag", entity: "customers", column: "attr:a", choices: [] } as const;
    expect(withFilter([], flag)).toEqual([]);
    const since = { kind: "days", entity: "customers", column: "since" } as const;
    const open = { fromDay: null, toDay: null };
    expect(withFilter([], { ...since, ...open, withMissing: false })).toEqual([]);
    expect(withFilter([], { ...since, ...open, withMissing: true })).toHaveLength(1);
  });
});

describe("toggled", () => {
  it("adds a choice, and takes it out when asked again", () => {
    expect(toggled(["华东"], "华南")).toEqual(["华东", "华南"]);
    expect(toggled(["华东", "华南"], "华东")).toEqual(["华南"]);
  });
});
