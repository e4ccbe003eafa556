import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../kernel/base/calendar";
import { isFilterKey, readFilters, writeFilter } from "./filter-url";

const read = (key: string, text: string) => readFilters(new Map([[key, text]]));
const age = { kind: "number", entity: "customers", column: "attr:年龄" } as const;

describe("filters in an address", () => {
  it("are short and say what they keep", () => {
    const range = { from: 30, to: 45.5, withMissing: false };
    expect(writeFilter({ ...age, ...range })).toEqual(["n.customers.attr:年龄", "30..45.5"]);
    expect(writeFilter({ ...age, from: null, to: null, withMissing: true })[1]).toBe("missing");
    expect(read("d.customers.since", "2024-01-01..|missing")).toEqual([
      {
        kind: "days",
        entity: "customers",
        column: "since",
        fromDay: parseIsoDay("2024-01-01"),
        toDay: null,
        withMissing: true,
      },
    ]);
    expect(read("y.customers.attr:会员", "no|missing")).toEqual([
      { kind: "flag", entity: "customers", column: "attr:会员", choices: ["no", "missing"] },
    ]);
  });

  it("tell cells without a value from a filter without a choice", () => {
    const blank = { kind: "values", entity: "orders", column: "region", values: [""] } as const;
    expect(read(...(writeFilter(blank) as [string, string]))).toEqual([blank]);
    expect(read("f.orders.region", "")).toEqual([]);
  });

  it("are left out when a bound cannot be read, and never read as 0", () => {
    for (const text of [
      "",
      "..",
      "abc..",
      "..4x",
      "30",
      "1..2..3",
      "45..30",
      "1e999..",
      "0x1..",
      " ..",
    ]) {
      expect(read("n.customers.attr:年龄", text), text).toEqual([]);
    }
    for (const text of ["2024-02-30..", "2024-13-01..2025-01-01", "20240101..", "|missing|"]) {
      expect(read("d.customers.since", text), text).toEqual([]);
    }
    expect(read("y.customers.attr:会员", "maybe")).toEqual([]);
    expect(read("f.orders.region", "%E0")).toEqual([]);
    expect(read("n.staff.age", "1..2")).toEqual([]);
  });

  it("are one a column, so that a chip stands for each", () => {
    const query = new Map([
      ["n.orders.amount", "1.."],
      ["f.orders.amount", "x"],
    ]);
    expect(readFilters(query)).toHaveLength(1);
  });

  it("have keys of their own", () => {
    expect(["f.orders.a", "n.orders.a", "d.orders.a", "y.orders.a"].every(isFilterKey)).toBe(true);
    expect(["asof", "form", "n", "nn.orders.a"].some(isFilterKey)).toBe(false);
  });
});
