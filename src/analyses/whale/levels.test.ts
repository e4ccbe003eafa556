import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { dayColumn, linkedTable } from "../../../tests/support/linked-tables";
import {
  floatColumn,
  scopeOf,
  tablesOf,
  textColumn,
  type Line,
} from "../../../tests/support/tables";
import type { Scope } from "../../domain/scope";
import type { Column, Table } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const answer = (tables: Input, scope: Scope, params = {}) =>
  answerOf(spec, compute, { tables, scope, params });
const result = (tables: Input, scope: Scope, params = {}) =>
  resultOf(spec, compute, { tables, scope, params });

const SCOPE = scopeOf("2025-12-31");
const sale = (customer: string, profit: number, more: Partial<Line> = {}): Line => ({
  customer,
  on: "2025-06-01",
  amount: 100,
  profit,
  ...more,
});

describe("service levels", () => {
  // 甲 earns most and is hardly served; 丁 earns little and is served most.
  const lines = [
    sale("甲", 800),
    sale("乙", 150),
    sale("丙", 40),
    sale("丁", 10),
    sale("丁", 5, { on: "2024-06-01", amount: 300 }),
    sale("甲", 5, { on: "2023-06-01", amount: 300 }),
  ];
  const base = tablesOf(lines);
  const tables: Input = {
    ...base,
    service_costs: linkedTable(base, ["甲", "乙", "丙", "丁"], {
      servedOn: dayColumn(Array.from({ length: 4 }, () => "2025-05-01")),
      amount: floatColumn([10, 30, 8, 52]),
    }),
  };

  it("finds who is served beyond and short of what they bring", () => {
    const { members, result: found } = answer(tables, SCOPE);
    if (found.kind !== "answered") throw new Error("refused");
    const { levels } = found;
    expectClose(levels!.intensity, 0.1, { rel: 1e-12 });
    expect(levels!.potentialFrom).toBe("growth");
    expect(levels!.under.lines.map(({ name, rank, excess }) => [name, rank, excess])).toEqual([
      ["甲", 1, -70],
    ]);
    // 乙 and 丙 are beyond 1.5 times as well, but grew from nothing: that is an investment
    expect(levels!.over.lines.map(({ name }) => name)).toEqual(["丁"]);
    expect([...members("over-served")!]).toEqual([3]);
    expect([...members("level:high:high")!]).toEqual([0]);
    expect(levels!.cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(4);
  });

  it("takes a given potential before growth, and none for none", () => {
    const customers: Table = {
      ...tables.customers,
      columns: new Map([
        ...tables.customers.columns,
        ["potential", floatColumn([100, 10, 10, undefined])],
      ]),
    };
    const given = result({ ...tables, customers }, SCOPE).levels!;
    expect(given.potentialFrom).toBe("given");
    expect(given.over.lines.map(({ name, potential }) => [name, potential])).toEqual([
      ["丁", "unknown"],
    ]);
    const all = result(tables, SCOPE, { window: "all" }).levels!;
    expect(all.potentialFrom).toBe("none");
    expect(all.over.lines.map(({ name }) => name)).toEqual(["丁", "乙", "丙"]);
  });
});

describe("winning against keeping", () => {
  const base = tablesOf([
    sale("甲", 50, { on: "2024-03-01" }),
    sale("甲", 50),
    sale("乙", 50),
    sale("丙", 50),
  ]);
  const served: Input = {
    ...base,
    service_costs: linkedTable(base, ["甲", "乙"], {
      servedOn: dayColumn(["2025-05-01", "2025-05-01"]),
      amount: floatColumn([30, 20]),
    }),
  };
  const campaigns: Table = {
    rowCount: 5,
    columns: new Map<string, Column>([
      ["campaign", textColumn(["展会", "展会", "老客户回馈", "展会", "展会"])],
      [
        "startedOn",
        dayColumn(["2025-03-01", "2025-03-01", "2025-09-01", "2024-03-01", "2025-10-01"]),
      ],
      ["cost", floatColumn([300, 120, 10, 999, undefined])],
    ]),
  };

  it("is the cost of a new customer over that of a kept one", () => {
    const { keeping, headline } = result({ ...served, campaigns }, SCOPE);
    // two new: the fair once, and 20; one kept: the thank-you, and 30
    expect(keeping).toMatchObject({
      newCustomers: 2,
      keptCustomers: 1,
      perNew: 160,
      perKept: 40,
      ratio: 4,
      gaps: [],
      lacks: null,
    });
    expect(headline.acquireToKeep).toBe(4);
  });

  it("names what is missing instead of half a ratio", () => {
    const { keeping } = result(served, SCOPE);
    expect(keeping.ratio).toBeNull();
    expect(keeping.gaps).toEqual([{ entity: "campaigns", column: null }]);
    const costless = result({ ...base, campaigns }, SCOPE).keeping;
    expect(costless.perKept).toBe(10);
    const all = result({ ...served, campaigns }, SCOPE, { window: "all" }).keeping;
    expect([all.ratio, all.lacks]).toEqual([null, "kept"]);
  });
});
