import { describe, expect, it } from "vitest";
import { answerOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import attractiveness from "./compute";
import spec, { type AttractivenessResult } from "./spec";

const SCOPE = scopeOf("2025-12-31", "2025-07-01");
/** Twenty customers in the east that grow, 24 in the south of which eight leave, one in the west, one new. */
const EAST = Array.from({ length: 20 }, (_, i) => `东${i}`);
const SOUTH = Array.from({ length: 24 }, (_, i) => `南${i}`);
const line = (customer: string, on: string, amount: number, profit: number): Line => ({
  customer,
  on,
  amount,
  profit,
});
const LINES: readonly Line[] = [
  ...EAST.flatMap((name) => [line(name, "2025-03-01", 100, 10), line(name, "2025-09-01", 150, 30)]),
  ...SOUTH.map((name) => line(name, "2025-03-01", 200, 20)),
  ...SOUTH.slice(8).map((name) => line(name, "2025-10-01", 300, 30)),
  line("西1", "2025-03-01", 50, 5),
  line("新1", "2025-11-01", 40, 4),
];
const NAMES = [...EAST, ...SOUTH, "西1", "新1"];
const MADE = tablesOf(LINES, NAMES);
const region = textColumn(
  NAMES.map((name) => ({ 东: "华东", 南: "华南", 西: "华西" })[name[0] ?? ""]),
);
const TABLES = {
  ...MADE,
  customers: {
    ...MADE.customers,
    columns: new Map([...MADE.customers.columns, ["region", region]]),
  },
};
const answer = (
  params: Parameters<typeof answerOf<AttractivenessResult, typeof spec.params>>[2]["params"] = {},
) =>
  answerOf(spec, attractiveness, {
    tables: TABLES,
    scope: SCOPE,
    params: { by: "column", column: "region", ...params },
  });
const result = (params: Parameters<typeof answer>[0] = {}): AttractivenessResult => {
  const found = answer(params).result;
  if (found.kind !== "answered") throw new Error(found.code);
  return found;
};
const named = (found: AttractivenessResult, text: string) => {
  const one = found.groups.find(({ name }) => name.kind === "text" && name.text === text);
  if (one === undefined) throw new Error(text);
  return one;
};

describe("attractiveness", () => {
  it("says size, growth, margin and risk of each group, by hand", () => {
    const found = result();
    expect(named(found, "华东")).toMatchObject({ customers: 20, sales: 3000, salesBefore: 2000 });
    const south = named(found, "华南");
    expect(south).toMatchObject({ customers: 24, sales: 4800, salesBefore: 4800, growth: 0 });
    expectClose(named(found, "华东").growth ?? NaN, 0.5, { rel: 1e-12 });
    expectClose(named(found, "华东").margin ?? NaN, 0.2, { rel: 1e-12 });
    expectClose(south.margin ?? NaN, 0.1, { rel: 1e-12 });
    expect(south.lost).toMatchObject({ customers: 8, of: 24 });
    // Wilson, 8 of 24 (R binom::binom.wilson)
    expectClose(south.lost?.low ?? NaN, 0.1797219033, { rel: 1e-6 });
    expectClose(south.lost?.high ?? NaN, 0.5329368316, { rel: 1e-6 });
  });

  it("scores only groups of twenty, scales between them, and adds the parts up to the score", () => {
    const found = result();
    expect(found.headline).toMatchObject({ groups: 4, scored: 2, customers: 46 });
    expect(found.groups.map(({ scored }) => scored?.rank ?? null)).toEqual([1, 2, null, null]);
    // the east is better in growth, margin and risk, the south in size
    expectClose(found.headline.topScore ?? NaN, 75, { rel: 1e-12 });
    expect(named(found, "华东").scored?.parts).toEqual([0, 25, 25, 25]);
    expect(named(found, "华南").scored?.parts).toEqual([25, 0, 0, 0]);
    // 3·25 against 25: even once the first three lose half and the size gains half
    expectClose(found.headline.holdsTo ?? NaN, 0.5, { rel: 1e-12 });
    expect(found.rival).toBe(1);
    expect(found.isOrderStable).toBe(true);
  });

  it("follows the weights, and takes none at all for equal ones", () => {
    const found = result({ size: 100, growth: 10, margin: 10, risk: 10 });
    expect(found.groups[0]).toMatchObject({ name: { kind: "text", text: "华南" } });
    const none = result({ size: 0, growth: 0, margin: 0, risk: 0 });
    expect(none.groups).toEqual(result().groups);
  });

  it("leaves out a criterion that some group has no figure for, instead of taking it for nothing", () => {
    const { profit: _, ...others } = Object.fromEntries(TABLES.orders.columns);
    const orders = { ...TABLES.orders, columns: new Map(Object.entries(others)) };
    const found = answerOf(spec, attractiveness, {
      tables: { ...TABLES, orders },
      scope: SCOPE,
      params: { by: "column", column: "region" },
    }).result;
    expect(found).toMatchObject({ kind: "answered", leftOut: ["margin"], profitUnknownLines: 0 });
  });

  it("takes grades and RFM as they stood before the period: buying in it moves nobody", () => {
    const more = LINES.map((one) =>
      one.on > "2025-07" ? { ...one, amount: one.amount * 9 } : one,
    );
    const placed = (lines: readonly Line[], by: "grade" | "rfm") => {
      const tables = tablesOf(lines, NAMES);
      const { result: found, members } = answerOf(spec, attractiveness, {
        tables,
        scope: SCOPE,
        params: { by },
      });
      if (found.kind !== "answered") throw new Error(found.code);
      return new Map(
        found.groups.map(({ name, place }) => [
          JSON.stringify(name),
          members(`attractive:${place}`),
        ]),
      );
    };
    for (const by of ["grade", "rfm"] as const) {
      const before = placed(LINES, by);
      expect(before.size).toBeGreaterThan(1);
      expect(placed(more, by)).toEqual(before);
    }
  });

  it("opens the customers of a group, its lost ones, and those who are new", () => {
    const { result: found, members } = answerOf(spec, attractiveness, {
      tables: TABLES,
      scope: SCOPE,
      params: { by: "grade" },
    });
    if (found.kind !== "answered") throw new Error(found.code);
    const rowsOf = (cell: string) => [...(members(cell) ?? [])];
    expect(found.headline.newcomers).toBe(1);
    expect(rowsOf("attractive-new")).toEqual([45]);
    expect(found.newSales).toBe(40);
    const lost = found.groups.flatMap(({ place }) => rowsOf(`attractive-lost:${place}`));
    expect(lost.sort((a, b) => a - b)).toEqual([...SOUTH.slice(0, 8).map((_, k) => 20 + k), 44]);
    expect(rowsOf("all")).toHaveLength(45);
    for (const cell of ["attractive:9", "attractive-lost:x", "else:0", ""])
      expect(members(cell)).toBeNull();
  });

  it("falls back to RFM without the column, scores nobody where groups are small, refuses without a past", () => {
    expect(result({ column: "" })).toMatchObject({ by: "rfm", column: null });
    const small = answerOf(spec, attractiveness, {
      tables: tablesOf(LINES.slice(0, 4)),
      scope: SCOPE,
      params: { by: "grade" },
    });
    expect(small.result).toMatchObject({
      headline: { scored: 0, topScore: null, holdsTo: null, topChance: null },
    });
    const none = answerOf(spec, attractiveness, { tables: tablesOf([]), scope: SCOPE });
    expect(none.result).toMatchObject({ kind: "insufficient", code: "no-groups", need: 2 });
  });

  it("halves a period that nobody bought before", () => {
    const whole = answerOf(spec, attractiveness, {
      tables: TABLES,
      scope: scopeOf("2025-12-31", "2025-01-01"),
      params: { by: "column", column: "region" },
    }).result;
    // 306 days from the first sale on: 153 and 153
    const half = answerOf(spec, attractiveness, {
      tables: TABLES,
      scope: scopeOf("2025-12-31", "2025-08-01"),
      params: { by: "column", column: "region" },
    }).result;
    expect(whole).toEqual({ ...half, isHalved: true });
    expect(half).toMatchObject({ kind: "answered", isHalved: false });
  });

  it("multiplies no score when all money is multiplied", () => {
    const tenfold = LINES.map((one) => ({
      ...one,
      amount: one.amount * 10,
      profit: (one.profit ?? 0) * 10,
    }));
    const scores = (lines: readonly Line[]) => {
      const found = answerOf(spec, attractiveness, {
        tables: tablesOf(lines, NAMES),
        scope: SCOPE,
        params: { by: "grade" },
      }).result;
      return found.kind === "answered" ? found.groups.map(({ scored }) => scored?.score) : found;
    };
    expect(scores(tenfold)).toEqual(scores(LINES));
  });
});
