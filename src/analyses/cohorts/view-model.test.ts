import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { resultOf } from "../../../tests/support/answers";
import { day, scopeOf, tablesOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec from "./spec";
import { GRAINS, MEASURES, POOLED, SIZES, type CohortParams, type Words } from "./cell-view";
import { cohortsTwin, deepest, findings, followedCell, heatView } from "./view-model";

const tables = tablesOf(orderLines(2000, 200, 9));
const scope = scopeOf(20453, 19358);
const resultFor = (params: Partial<CohortParams>) =>
  resultOf(spec, compute, { tables, scope, params });
const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number], grain: Words["grain"] = "month"): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: null,
  grain,
  smallBelow: 20,
  columnName: (id) => id,
});
const words = wordsIn("zh-Hans");
const result = resultFor({});
const exact = { reading: "exact", measure: "heads" } as const;

/** 甲 and 乙 begin in March; 甲 is back in April and May, 乙 in May; 丙 begins in May. As of 20 May. */
const small = resultOf(spec, compute, {
  tables: tablesOf([
    { customer: "甲", on: "2025-03-03", amount: 100 },
    { customer: "甲", on: "2025-04-06", amount: 40 },
    { customer: "甲", on: "2025-05-06", amount: 40 },
    { customer: "乙", on: "2025-03-05", amount: 100 },
    { customer: "乙", on: "2025-05-05", amount: 80 },
    { customer: "丙", on: "2025-05-07", amount: 30 },
  ]),
  scope: scopeOf(day("2025-05-20")),
});

describe("heatView", () => {
  it("has the pooled row first and the sizes in the first column", () => {
    const view = heatView(small, words, "heads");
    expect(view.rows).toEqual([POOLED, "0", "2"]);
    expect(view.columns).toEqual([SIZES, "1", "2"]);
    const texts = view.cells.map(({ row, column, text }) => `${row} ${column} ${text}`);
    expect(texts).toEqual([
      "pooled size 3",
      "pooled 1 50%",
      "0 size 2",
      "0 1 50%",
      "0 2 100%*",
      "2 size 1*",
    ]);
  });

  it("names what a click follows for every field but the size of all", () => {
    const view = heatView(result, words, "heads");
    for (const { row, column, cell } of view.cells) {
      expect(cell === null).toBe(row === POOLED && column === SIZES);
    }
    const before = { row: "3", offset: 2 };
    expect(followedCell(view, "pooled:5", before)).toEqual({ row: "3", offset: 5 });
    const sizes = view.cells.find(({ row, column }) => row === "1" && column === SIZES)!.cell!;
    expect(followedCell(view, sizes, before)).toEqual({ row: "1", offset: 2 });
    expect(followedCell(view, "of another result", before)).toBe(before);
  });

  it("shows the interval of every share of customers", () => {
    const cells = heatView(small, words, "heads").cells.filter(({ column }) => column === "1");
    for (const { rows } of cells) {
      // D18 by hand for 1 of 2: 0.5 ± 1.96·√(0.125 + 3.8415/16)/2.9207
      expect(rows.find(({ label }) => label === "95%区间")?.value).toBe("9.5–90.5%");
    }
  });

  it("shows sales against the first period for money", () => {
    const view = heatView(small, words, "money");
    expect(view.cells.map(({ text }) => text)).toEqual(["3", "20%", "2", "20%", "60%*", "1*"]);
  });

  it("makes small groups pale, pooled or not", () => {
    for (const measure of MEASURES) {
      const cells = heatView(small, words, measure).cells;
      expect(cells.filter(({ tone }) => tone !== null).every(({ pale }) => pale)).toBe(true);
    }
  });
});

describe("deepest", () => {
  it("does not rest on small groups where there are others", () => {
    const all = deepest(result, "heads", 20);
    for (const row of result.cohorts.filter((cohort) => !cohort.small)) {
      const over = row.retention.slice(1, row.running ? -1 : undefined);
      expect(Math.max(0, ...over)).toBeLessThanOrEqual(all);
    }
    expect(deepest(small, "heads", 20)).toBe(0.5);
  });
});

describe("findings", () => {
  it("tell a share only when it rests on enough customers", () => {
    expect(findings(small, exact, words)).toBe(
      "只有2家新客等到了下个月，其中1家当时再次购买；人数太少，说不出比例。每个同期群都不到20家，单格会跳动，请看“平均”一行，或改按季看。",
    );
    expect(findings(small, exact, { ...words, smallBelow: 1 })).toMatch(
      /^新客中有50%在下个月再次购买（95%区间9\.5–90\.5%，共2家）。/,
    );
  });

  it("say which reading they tell", () => {
    expect(
      findings(small, { ...exact, reading: "orLater" }, { ...words, smallBelow: 1 }),
    ).toContain("下个月或以后");
  });

  it("are worded for both cuts in every language", () => {
    for (const language of LANGUAGES) {
      for (const grain of GRAINS) {
        const text = findings(resultFor({ grain }), exact, wordsIn(language, grain));
        expect(text.length).toBeGreaterThan(15);
        expect(text).not.toMatch(/undefined|NaN|null/);
      }
    }
  });
});

describe("cohortsTwin", () => {
  it("has a value for each column", () => {
    const twin = cohortsTwin(result, words);
    for (const row of twin.rows) expect(row).toHaveLength(twin.columns.length);
  });
});
