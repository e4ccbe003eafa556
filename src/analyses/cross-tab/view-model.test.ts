import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { dotsView, heatView } from "./chart-view";
import compute from "./compute";
import { findingCells, findings } from "./finding-view";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { type CrossParams, type CrossResult } from "./spec";
import { crossTwin, groupRows, howLines, screenRows, sub } from "./view-model";
import { groupName, type Words } from "./group-view";

const columnName = (id: string): string => ({ industry: "行业", region: "地区" })[id] ?? id;
const hans: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY", columnName };

/** 甲 buys for 100 to 139, 乙 for `low` and more; 甲 is in the east, of 乙 every `west`-th is in the west; two customers have nothing. */
function made(low: number, params: Partial<CrossParams> = {}, west = 1): CrossResult {
  const rows = [
    ...Array.from({ length: 40 }, (_, i) => ({ group: "甲", place: "华东", sales: 100 + i })),
    ...Array.from({ length: 40 }, (_, i) => ({
      group: "乙",
      place: i % west === 0 ? "华西" : "华东",
      sales: low + i,
    })),
    ...Array.from({ length: 3 }, () => ({ group: "丙", place: "华东", sales: 9999 })),
    ...Array.from({ length: 2 }, () => ({ group: undefined, place: undefined, sales: 50 })),
  ];
  const tables = tablesOf(
    rows.map(({ sales }, i) => ({ customer: `客户${i}`, on: "2025-06-01", amount: sales })),
  );
  const columns = new Map([
    ...tables.customers.columns,
    ["industry", textColumn(rows.map(({ group }) => group))] as const,
    ["region", textColumn(rows.map(({ place }) => place))] as const,
  ]);
  return resultOf(spec, compute, {
    tables: { ...tables, customers: { ...tables.customers, columns } },
    scope: scopeOf("2025-12-31"),
    params,
  });
}

describe("findings", () => {
  it("say who is highest and lowest, and never name a group of three", () => {
    const result = made(300, { rows: "industry" });
    expect(plainText(findings(result, hans))).toBe(
      "平均每家销售额：乙最高，¥320；甲最低，¥120。按行业分组，差别不是偶然（p<0.001），差别大。",
    );
    expect(findingCells(result)).toEqual({ high: "cross:0", low: "cross:1" });
  });

  it("say that no difference is to be seen", () => {
    const text = plainText(findings(made(100, { rows: "industry" }), hans));
    expect(text).toContain("看不出差别");
    expect(text).not.toContain("丙");
  });

  it("only describe where nothing is compared, and name the cell furthest from no relation where there is", () => {
    expect(plainText(findings(made(100, { rows: "industry", outcome: "customers" }), hans))).toBe(
      "85家客户按行业分组，乙最多，占47%。",
    );
    const crossed = made(100, { rows: "industry", columns: "region", outcome: "customers" }, 2);
    expect(plainText(findings(crossed, hans))).toMatch(/^[甲乙] × 华[东西]的客户/);
    expect(plainText(findings(crossed, hans))).toContain("差别不是偶然");
  });

  it("say what is missing without an attribute", () => {
    const bare = resultOf(spec, compute, {
      tables: tablesOf([{ customer: "甲", on: "2025-06-01", amount: 1 }]),
      scope: scopeOf("2025-12-31"),
    });
    expect(plainText(findings(bare, hans))).toBe(zhHans.noAttribute);
  });
});

describe("the pictures", () => {
  it("are grey where few customers stand behind them, and all over where nothing differs", () => {
    const clear = dotsView(made(300, { rows: "industry" }), hans);
    expect(clear.lines.map(({ name, isPale }) => [name, isPale])).toEqual([
      ["乙", false],
      ["甲", false],
      ["丙", true],
      ["未填", true],
    ]);
    const same = dotsView(made(100, { rows: "industry" }), hans);
    expect(same.lines.every(({ isPale }) => isPale)).toBe(true);
    const heat = heatView(made(100, { rows: "industry", columns: "region" }), hans);
    expect(heat.cells.every(({ tone }) => tone === null)).toBe(true);
  });

  it("colour the cells that are large enough of a difference, and open every one that holds somebody", () => {
    const heat = heatView(made(300, { rows: "industry", columns: "region" }), hans);
    const toned = heat.cells.filter(({ tone }) => tone !== null);
    expect(toned.map(({ cell }) => cell)).toEqual(["cross:0:1", "cross:1:0"]);
    expect(heat.cells.find(({ cell }) => cell === "cross:2")).toMatchObject({
      tone: null,
      isFaint: true,
    });
    expect(heat.cells.at(-1)).toMatchObject({ cell: "all", title: "合计 × 合计" });
  });

  it("have the same numbers as their tables", () => {
    const result = made(300, { rows: "industry" });
    const twin = crossTwin(result, hans);
    expect(twin.rows[1]!.slice(0, 3)).toEqual(["甲", 40, 119.5]);
    expect(groupRows(result, hans)[1]).toMatchObject({
      name: "甲",
      customers: "40",
      median: "¥120",
    });
    expect(screenRows(result, hans).map(({ name }) => name)).toContain("行业");
    expect(sub(result, hans)).toBe(
      "85家客户，截至2025年12月31日的全部历史。有1格不到30家客户，用灰色，不作结论。",
    );
  });
});

describe("in every language", () => {
  it("every group and sentence is said", () => {
    for (const [t, language] of [
      [zhHans, "zh-Hans"],
      [zhHant, "zh-Hant"],
      [en, "en"],
    ] as const) {
      const words: Words = { t, format: createFormat(language), currency: null, columnName };
      for (const outcome of spec.params.outcome.options) {
        if (outcome === "profit" || outcome === "retention") continue;
        for (const columns of ["", "region"]) {
          const result = made(300, { outcome, rows: "industry", columns });
          const texts = [plainText(findings(result, words)), sub(result, words)];
          for (const text of [...texts, ...howLines(result, words)]) {
            expect(text).not.toMatch(/undefined|NaN|null|\[object/);
          }
        }
      }
      expect(groupName({ kind: "range", from: null, to: 3 }, words)).toContain("3");
      expect(groupName({ kind: "rest", groups: 4 }, words)).toContain("4");
      expect(groupName({ kind: "flag", yes: true }, words)).toBe(t.groups.yes);
    }
  });
});
