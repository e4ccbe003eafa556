import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { Input } from "../define";
import compute from "./compute";
import { broughtBy, referralLines, referralTree } from "./referrals";
import spec, { type SourcesResult } from "./spec";

const SCOPE = scopeOf("2025-12-31", "2025-07-01");
/** Of 24 from shows 18 buy again in their first year, of 20 from the web 5; one is too young to tell; one has no source. */
const SHOW = Array.from({ length: 24 }, (_, i) => `展${i}`);
const WEB = Array.from({ length: 20 }, (_, i) => `网${i}`);
const NAMES = [...SHOW, ...WEB, "新", "无"];
const LINES: readonly Line[] = [
  ...[...SHOW, ...WEB].map((customer) => ({ customer, on: "2024-01-10", amount: 100 })),
  ...[...SHOW.slice(0, 18), ...WEB.slice(0, 5)].map((customer) => ({
    customer,
    on: "2024-06-01",
    amount: 50,
  })),
  // the same day again is no other day, and a year later is too late
  { customer: "展20", on: "2024-01-10", amount: 7 },
  { customer: "展21", on: "2025-06-01", amount: 1000 },
  { customer: "新", on: "2025-08-01", amount: 30 },
  { customer: "无", on: "2024-03-01", amount: 20 },
];
const tablesWith = (columns: Readonly<Record<string, readonly (string | undefined)[]>>) => {
  const made = tablesOf(LINES, NAMES);
  const own = Object.entries(columns).map(([id, texts]) => [id, textColumn(texts)] as const);
  const table = { ...made.customers, columns: new Map([...made.customers.columns, ...own]) };
  return { ...made, customers: table };
};
const channel = [...SHOW.map(() => "展会"), ...WEB.map(() => "网站"), "网站", undefined];
const referredBy = NAMES.map(
  (name) => ({ 展1: "展0", 展2: "展1", 网0: "展0", 网1: "没有这家" })[name],
);
const TABLES = tablesWith({ channel, referredBy, customerName: NAMES });
const answer = (tables: Input = TABLES) => answerOf(spec, compute, { tables, scope: SCOPE });
const result = (tables: Input = TABLES): SourcesResult => {
  const found = answer(tables).result;
  if (found.kind !== "answered") throw new Error(found.code);
  return found;
};

describe("sources", () => {
  it("counts customers, new ones and money by source, the missing one last, by hand", () => {
    const found = result();
    expect(found.headline).toMatchObject({ customers: 46, sources: 2, newcomers: 1 });
    expectClose(found.headline.knownShare ?? NaN, 45 / 46, { rel: 1e-12 });
    expect(found.sources).toMatchObject([
      { name: { text: "展会" }, customers: 24, newcomers: 0, sales: 24 * 100 + 18 * 50 + 1007 },
      { name: { text: "网站" }, customers: 21, newcomers: 1, sales: 20 * 100 + 5 * 50 + 30 },
      { name: { kind: "missing" }, customers: 1, again: null, firstSales: null },
    ]);
  });

  it("looks at buying again only where the first days have passed, on another day and in time", () => {
    const [show, web] = result().sources;
    expect(show?.again).toEqual({ value: 18 / 24, ...wilsonInterval(18, 24), customers: 18 });
    expect(web).toMatchObject({ seen: 20, again: { customers: 5 } });
    // (24·100 + 18·50 + 7) ÷ 24
    expectClose(show?.firstSales?.value ?? NaN, 3307 / 24, { rel: 1e-12 });
    // chi-square of 18:6 against 5:15 by hand, 44 (18·15 − 6·5)² ÷ (24·20·23·21)
    const p = result().headline.p ?? NaN;
    expect((44 * (18 * 15 - 6 * 5) ** 2) / (24 * 20 * 23 * 21)).toBeGreaterThan(10.8);
    expect(p).toBeLessThan(0.001);
  });

  it("draws the tree of referrals with the money that came through each", () => {
    const { referrals } = result();
    expect(referrals).toMatchObject({ referred: 3, referrers: 2, unknown: 1, circular: 0 });
    expect(
      referrals?.lines.map(({ name, depth, direct, all }) => [name, depth, direct, all]),
    ).toEqual([
      ["展0", 0, 2, 3],
      ["展1", 1, 1, 1],
      ["展2", 2, 0, 0],
      ["网0", 1, 0, 0],
    ]);
    expect(referrals?.lines[0]).toMatchObject({ ownSales: 150, brought: 450 });
    expect(referrals?.lineCount).toBe(4);
  });

  it("opens who is behind each figure", () => {
    const { members } = answer();
    const rowsOf = (cell: string) => [...(members(cell) ?? [])];
    expect(rowsOf("source:1")).toHaveLength(21);
    expect(rowsOf("source-new:1")).toEqual([44]);
    expect(rowsOf("source-again:1")).toEqual([24, 25, 26, 27, 28]);
    expect(rowsOf("referred")).toEqual([1, 2, 24]);
    expect(rowsOf("referrers")).toEqual([0, 1]);
    expect(rowsOf("referred-by:0")).toEqual([1, 2, 24]);
    for (const cell of ["source:9", "source:x", "referred-by:7", "else:0"]) {
      expect(members(cell)).toBeNull();
    }
  });

  it("says what it can without a source or without referrers, and refuses without a sale", () => {
    const bare = result(tablesWith({}));
    expect(bare).toMatchObject({ column: null, sources: [], referrals: null });
    expect(bare.headline).toMatchObject({
      sources: null,
      knownShare: null,
      p: null,
      referred: null,
      referredSales: null,
    });
    expect(answer(tablesOf([])).result).toMatchObject({
      kind: "insufficient",
      code: "no-customers",
    });
  });

  it("draws the same interval every time, around the mean", () => {
    const [a, b] = [result().sources[0]?.firstSales, result().sources[0]?.firstSales];
    expect(a).toEqual(b);
    expect(a === null || a === undefined || (a.low < a.value && a.value < a.high)).toBe(true);
  });
});

describe("referralTree", () => {
  const SIZE = 8;
  const names = Array.from({ length: SIZE }, (_, row) => `客户${row}`);
  const anyLinks = fc.array(fc.option(fc.integer({ min: 0, max: SIZE - 1 }), { nil: undefined }), {
    minLength: SIZE,
    maxLength: SIZE,
  });
  const treeOf = (links: readonly (number | undefined)[]) => {
    const customers = { rowCount: SIZE, columns: new Map([["key", textColumn(names)]]) };
    const by = textColumn(links.map((link) => (link === undefined ? undefined : names[link])));
    const rows = Uint32Array.from({ length: SIZE }, (_, row) => row);
    return { customers, tree: referralTree(customers, by, rows) };
  };

  it("never runs in a circle, and has everybody below whom a walk to the root meets", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const { tree } = treeOf(links);
        for (let row = 0; row < SIZE; row++) {
          const met: number[] = [];
          for (let at = tree.parent[row] ?? -1; at !== -1; at = tree.parent[at] ?? -1) {
            expect(met.length).toBeLessThan(SIZE);
            met.push(at);
          }
          for (let other = 0; other < SIZE; other++) {
            expect(broughtBy(tree, other).includes(row)).toBe(met.includes(other));
          }
        }
        const known = links.filter((link) => link !== undefined).length;
        const kept = [...tree.parent].filter((parent) => parent !== -1).length;
        expect(kept + tree.circular).toBe(known);
      }),
    );
  });

  it("lists everybody in a tree once, and brings no more than there is", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const { customers, tree } = treeOf(links);
        const sales = Float64Array.from({ length: SIZE }, (_, row) => 2 ** row);
        const { lines, lineCount, sales: referredSales } = referralLines(tree, customers, sales);
        expect(new Set(lines.map(({ row }) => row)).size).toBe(lines.length);
        expect(lines).toHaveLength(lineCount);
        const roots = lines.filter(({ depth }) => depth === 0);
        expect(roots.reduce((sum, { brought }) => sum + brought, 0)).toBe(referredSales);
      }),
    );
  });
});
