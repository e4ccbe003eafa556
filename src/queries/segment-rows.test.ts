import { describe, expect, it } from "vitest";
import { scopeOf, tablesOf, textColumn, type Line } from "../../tests/support/tables";
import {
  modelScoresOf,
  type Makeup,
  type OwnSegment,
  type RulesMakeup,
  type SetOperation,
} from "../domain/own-segment";
import {
  isAnswerScore,
  isModelScore,
  type ModelScore,
  RULE_SCORE_IDS,
  type AnswerScore,
  type Condition,
  type RuleScore,
} from "../domain/segment-rule";
import { rulesOfFilters } from "../domain/segment-rule";
import { selectedRows } from "../kernel/table/selection";
import { filterRows } from "../measures/filter";
import { customerPage } from "./customer-list";
import { segmentFinder } from "./segment-rows";
import { segmentSizes } from "./segment-sizes";

const NAMES = ["甲", "乙", "丙", "丁"];
const LINES: readonly Line[] = [
  { customer: "甲", on: "2025-03-01", amount: 900, profit: 90 },
  { customer: "甲", on: "2025-11-01", amount: 600, profit: 60 },
  { customer: "乙", on: "2025-06-01", amount: 300, profit: -5 },
  { customer: "丙", on: "2023-12-10", amount: 70, profit: 7 },
  { customer: "丙", on: "2023-12-12", amount: -20, kind: "return" },
];
const MADE = tablesOf(LINES, NAMES);
const TABLES = {
  ...MADE,
  customers: {
    ...MADE.customers,
    columns: new Map([
      ...MADE.customers.columns,
      ["customerName", textColumn(NAMES)],
      ["region", textColumn(["华东", "华南", "华东", undefined])],
    ]),
  },
};
const SCOPE = scopeOf("2025-11-30");
const NONE: ReadonlyMap<string, OwnSegment> = new Map();

const score = (id: RuleScore, condition: Condition, isNot = false): Makeup => ({
  kind: "rules",
  joins: "all",
  rules: [{ field: { source: "score", id }, condition, isNot }],
});
const find = (makeup: Makeup, segments = NONE) => {
  const { rows, trouble } = segmentFinder(TABLES, SCOPE, segments)(makeup);
  return { rows: [...selectedRows(rows)], trouble };
};
const named = (makeup: Makeup): OwnSegment => ({ name: "s", makeup, changedAtMs: 1 });
const EAST: RulesMakeup = {
  kind: "rules",
  joins: "all",
  rules: [
    {
      field: { source: "column", id: "region" },
      condition: { kind: "values", values: ["华东"] },
      isNot: false,
    },
  ],
};
const LARGE = score("sales", { kind: "number", from: 300, to: null });

describe("segmentFinder", () => {
  it("says of every score what the customer list says", () => {
    const query = {
      scope: SCOPE,
      search: "",
      cell: null,
      sort: "name",
      descending: false,
    } as const;
    const { rows } = customerPage(
      TABLES,
      { scope: SCOPE, orderRows: null, customerRows: null },
      { ...query, offset: 0, limit: 9 },
      { members: null, index: null },
    );
    const said: Readonly<
      Record<
        Exclude<RuleScore, AnswerScore | ModelScore>,
        (row: (typeof rows)[number]) => number | string | null
      >
    > = {
      sales: (row) => row.sales,
      salesChange: (row) => (row.salesBefore === null ? null : row.sales! - row.salesBefore),
      profit: (row) => row.profit,
      margin: (row) => (row.profit === null ? null : row.profit / row.sales!),
      returns: (row) => row.returns,
      orderDays: (row) => row.orderDays,
      recencyDays: (row) => row.recencyDays,
      usualGapDays: (row) => row.usualGapDays,
      overdueIndex: (row) =>
        row.usualGapDays === null || row.recencyDays === null
          ? null
          : row.recencyDays / row.usualGapDays,
      firstOrder: (row) => row.firstOrderOn,
      lastOrder: (row) => row.lastOrderOn,
      grade: (row) => row.grade,
      segment: (row) => row.segment,
      stage: (row) => row.stage,
      // The window is from the data; nobody has three order days.
      relation: (row) => {
        if (row.stage === null) return null;
        return row.stage === "winback" ? "left" : "explore";
      },
      recencyScore: (row) => (row.rfm === null ? null : Number(row.rfm[0])),
      frequencyScore: (row) => (row.rfm === null ? null : Number(row.rfm[1])),
      moneyScore: (row) => (row.rfm === null ? null : Number(row.rfm[2])),
    };
    expect(rows).toHaveLength(4);
    for (const id of RULE_SCORE_IDS) {
      if (isAnswerScore(id) || isModelScore(id)) continue;
      for (const row of rows) {
        const value = said[id](row);
        const condition = conditionFor(id, value);
        expect(find(score(id, condition)).rows, `${id} of ${row.name}`).toContain(row.row);
        expect(find(score(id, condition, true)).rows).not.toContain(row.row);
      }
    }
  });

  it("keeps whom a filter of the same words keeps", () => {
    const filters = [
      { kind: "values", entity: "customers", column: "region", values: ["华东", ""] },
    ] as const;
    const { customerRows } = filterRows(TABLES, filters);
    const rules = rulesOfFilters(filters);
    expect(rules).not.toBeNull();
    if (rules === null || customerRows === null) return;
    expect(find({ kind: "rules", joins: "all", rules }).rows).toEqual([
      ...selectedRows(customerRows),
    ]);
  });

  it("combines two segments as sets, whatever they are made of", () => {
    const segments = new Map([
      ["east", named(EAST)],
      ["large", named(LARGE)],
    ]);
    const of = (operation: SetOperation, left = "east", right = "large") =>
      find({ kind: "combined", operation, left, right }, segments).rows;
    expect(of("union")).toEqual([0, 1, 2]);
    expect(of("intersection")).toEqual([0]);
    expect(of("difference")).toEqual([2]);
    expect(of("difference", "large", "east")).toEqual([1]);
    // A = (A ∩ B) ∪ (A \ B)
    expect([...of("intersection"), ...of("difference")].sort()).toEqual(find(EAST).rows);
  });

  it("keeps whom an analysis says a score of, and tells a score that no analysis can say", () => {
    const rich = score("clv", { kind: "number", from: 100, to: null });
    const said = new Map([["clv", Float64Array.of(100, 99, NaN, 400)]] as const);
    const segments = new Map([["rich", named(rich)]]);
    const combined: Makeup = { kind: "combined", operation: "union", left: "rich", right: "rich" };
    expect(modelScoresOf([combined, LARGE], segments)).toEqual(["clv"]);
    expect(modelScoresOf([LARGE], segments)).toEqual([]);
    const found = segmentFinder(TABLES, SCOPE, segments, said)(combined);
    expect([...selectedRows(found.rows)]).toEqual([0, 3]);
    const untold = segmentFinder(TABLES, SCOPE, segments)(rich);
    expect([...selectedRows(untold.rows)]).toEqual([]);
    expect(untold.trouble.gone).toEqual(["score:clv"]);
  });

  it("tells a deleted part, a circle, a column that is gone, and customers that the data do not have", () => {
    const circle: Makeup = { kind: "combined", operation: "union", left: "a", right: "a" };
    const segments = new Map([["a", named(circle)]]);
    expect(find(circle, segments)).toMatchObject({ rows: [], trouble: { isCircular: true } });
    const lost: Makeup = { kind: "combined", operation: "union", left: "east", right: "gone" };
    expect(find(lost, new Map([["east", named(EAST)]]))).toMatchObject({
      rows: [0, 2],
      trouble: { lostParts: 1 },
    });
    const gone = { field: { source: "column", id: "attr:旧" }, isNot: true } as const;
    const rules: Makeup = {
      kind: "rules",
      joins: "any",
      rules: [{ ...gone, condition: { kind: "missing" } }, ...EAST.rules],
    };
    expect(find(rules)).toMatchObject({ rows: [0, 2], trouble: { gone: ["column:attr:旧"] } });
    const customers = [
      { id: null, name: "丁" },
      { id: null, name: "戊" },
    ];
    const seen: Makeup = { kind: "seen", customers, from: "客户列表", seenAtMs: 1 };
    expect(find(seen)).toMatchObject({ rows: [3], trouble: { absent: 1 } });
  });
});

describe("segmentSizes", () => {
  it("counts customers and money of kept segments and of the draft", () => {
    const segments = new Map([["east", named(EAST)]]);
    const answer = segmentSizes(TABLES, segments, {
      scope: SCOPE,
      draft: LARGE,
      groups: [EAST],
    });
    expect(answer.all).toEqual({ customers: 4, sales: 1800, salesBefore: 70, profit: 145 });
    expect(answer.sizes).toEqual([
      ["east", expect.objectContaining({ customers: 2, sales: 1500, salesBefore: 70 })],
    ]);
    expect(answer.groups).toEqual([answer.sizes[0]?.[1]]);
    expect(answer.groups[0]?.profit).toBe(150);
    expect(answer.draft).toMatchObject({ customers: 2, sales: 1800, largest: ["甲", "乙"] });
  });

  it("knows no money without orders, and says that its scores cannot be asked", () => {
    const bare = { ...TABLES, orders: { rowCount: 0, columns: new Map() } };
    const answer = segmentSizes(bare, new Map(), { scope: SCOPE, draft: LARGE, groups: [] });
    expect(answer.all.sales).toBeNull();
    expect(answer.draft).toMatchObject({ customers: 0, trouble: { gone: ["score:sales"] } });
  });
});

function conditionFor(id: RuleScore, value: number | string | null): Condition {
  if (value === null) return { kind: "missing" };
  if (typeof value === "string") return { kind: "values", values: [value] };
  if (id !== "firstOrder" && id !== "lastOrder") return { kind: "number", from: value, to: value };
  const day = SCOPE.asOfDay + (value - SCOPE.asOfDay);
  return { kind: "days", fromDay: day as typeof SCOPE.asOfDay, toDay: day as typeof SCOPE.asOfDay };
}
