import { describe, expect, it } from "vitest";
import { scopeOf, tablesOf, type Line } from "../../tests/support/tables";
import churnCauses from "../analyses/churn-causes/spec";
import cox from "../analyses/cox/spec";
import { paramNeeds } from "../analyses/column-params";
import crossTab from "../analyses/cross-tab/spec";
import { segmentColumn, type OwnSegment } from "../domain/own-segment";
import { filterRows, selectionOf } from "../measures/filter";
import { selectedRows } from "../kernel/table/selection";
import { SegmentColumns } from "./own-segments";

const LINES: readonly Line[] = [
  { customer: "甲", on: "2024-12-05", amount: 800 },
  { customer: "乙", on: "2025-02-05", amount: 150 },
];
const TABLES = tablesOf(LINES);
const LARGE: OwnSegment = {
  name: "大客户",
  makeup: {
    kind: "rules",
    joins: "all",
    rules: [
      {
        field: { source: "score", id: "sales" },
        condition: { kind: "number", from: 100, to: null },
        isNot: false,
      },
    ],
  },
  changedAtMs: 1,
};
const columns = new SegmentColumns(new Map([["k", LARGE]]));
const ASKED = [{ customers: [segmentColumn("k")] }];
const YEAR = scopeOf("2025-12-31");
const LATE = scopeOf("2025-12-31", "2025-01-01");

describe("SegmentColumns", () => {
  it("leaves the tables alone when nobody asks, else lays a column of yes and no over the customers", () => {
    expect(columns.laid(TABLES, [{ customers: ["key"] }], YEAR)).toBe(TABLES);
    expect(columns.needs([{ customers: ["key"] }])).toEqual([]);
    const laid = columns.laid(TABLES, ASKED, LATE);
    const column = laid.customers.columns.get(segmentColumn("k"));
    expect(column?.kind === "float64" ? [...column.values] : null).toEqual([0, 1]);
    expect(TABLES.customers.columns.has(segmentColumn("k"))).toBe(false);
    expect(columns.laid(TABLES, ASKED, LATE).customers).toBe(laid.customers);
  });

  it("follows the period, also where filters of the same name were asked before", () => {
    const filter = {
      kind: "flag",
      entity: "customers",
      column: segmentColumn("k"),
      choices: ["yes"],
    } as const;
    const rowsIn = (scope: typeof YEAR) => {
      const filtered = { ...scope, filters: [filter] };
      const { customerRows } = selectionOf(columns.laid(TABLES, ASKED, filtered), filtered);
      return customerRows === null ? null : [...selectedRows(customerRows)];
    };
    expect(rowsIn(LATE)).toEqual([1]);
    expect(rowsIn(scopeOf("2025-12-31", "2024-01-01"))).toEqual([0, 1]);
  });

  it("gives a deleted segment no column, so that a filter on it matches nobody", () => {
    const asked = [{ customers: [segmentColumn("gone")] }];
    const laid = columns.laid(TABLES, asked, YEAR);
    const filter = {
      kind: "flag",
      entity: "customers",
      column: segmentColumn("gone"),
      choices: ["no"],
    } as const;
    const { customerRows } = filterRows(laid, [filter]);
    expect(customerRows === null ? null : [...selectedRows(customerRows)]).toEqual([]);
  });

  it("describes the segments that parameters name, and no others", () => {
    const described = (rows: string) =>
      columns.described(crossTab.params, { rows, attributes: "", columns: "" });
    expect(described(segmentColumn("k"))).toEqual([
      { id: segmentColumn("k"), fieldKind: "flag", label: "大客户" },
    ]);
    expect(described(segmentColumn("gone"))).toEqual([]);
    expect(described("region")).toEqual([]);
  });

  it("loads the segment that a group of causes, a stratum or one of several factors names", () => {
    const k = segmentColumn("k");
    const read = (params: typeof cox.params | typeof churnCauses.params, chosen: object) => {
      const asked: Readonly<Record<string, unknown>> = { ...chosen };
      const described = columns.described(params, asked);
      return paramNeeds(params, asked, () => described).customers;
    };
    expect(read(churnCauses.params, { group: k })).toContain(k);
    expect(read(cox.params, { covariates: k, strata: "" })).toContain(k);
    expect(read(cox.params, { covariates: "attr:x", strata: k })).toContain(k);
  });
});
