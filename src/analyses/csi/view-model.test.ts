import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { importedSurvey } from "../../../tests/support/surveys";
import { scopeOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import { gapFinding, gapLines, gapTwin } from "./gap-view";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec, { type CsiResult, type Gap } from "./spec";
import {
  blockRows,
  cautions,
  findings,
  howLines,
  itemTwin,
  itemView,
  schemeTwin,
  schemeView,
} from "./view-model";
import type { Words } from "./words-view";
import { signalText, trendSub, trendTwin, trendView } from "./trend-view";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans") };
const english: Words = { t: en, format: createFormat("en") };
const index = (value: number, spread: number) => ({
  index: value,
  error: spread / 2,
  low: value - spread,
  high: value + spread,
  n: 40,
});

describe("the view of the satisfaction index", async () => {
  const tables = await importedSurvey("mobi_ecsi.csv");
  const scope = scopeOf("2025-12-31");
  const result: CsiResult = resultOf(spec, compute, { tables, scope });
  const loyalty = result.blocks.find(({ name }) => name === "CUSL")!.id;

  it("says the index, what other weights make of it, and where most is lost", () => {
    expect(plainText(findings(result, hans))).toBe(
      "满意度指数（CSI）为72，95%把握在70.1到73.8之间（满分100，250份答卷）。换一种权重，指数几乎不变。失分最多的是“CUSA2”（10.6分）。",
    );
    const other = resultOf(spec, compute, { tables, scope, params: { block: loyalty } });
    expect(plainText(findings(other, english))).toContain("With other weights it lies between 63");
    expect(cautions(other, hans).join()).toContain("Cronbach α=0.44");
    expect(cautions(result, hans)).toEqual([]);
  });

  it("calls a change one only beyond sampling error", () => {
    const told = (points: number, pValue: number): string => {
      const change = { before: "2025-Q2", now: "2025-Q4", points, pValue };
      const trend = {
        grain: "quarter",
        centre: 70,
        factor: 1,
        periods: [],
        judged: null,
        change,
      } as const;
      return plainText(findings({ ...result, trend }, hans));
    };
    expect(told(3, 0.01)).toContain("2025年第4季度比2025年第2季度升了3分，超出抽样误差（p=0.010）");
    expect(told(-3, 0.0001)).toContain("降了3分，超出抽样误差（p<0.001）");
    expect(told(-3, 0.2)).toContain("相差3分，可能只是抽样误差");
  });

  it("draws each item as long as its weight, and the chosen weights stronger than the others", () => {
    const { bars, points, most } = itemView(result, hans);
    const length = bars.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(length).toBeCloseTo(100, 9);
    expect(most).toBeCloseTo(100 / 3, 9);
    expect(points.map(({ cell }) => cell)).toEqual(["csi-item:0", "csi-item:1", "csi-item:2"]);
    expect(schemeView(result, hans).lines.map(({ isPale }) => isPale)).toEqual([false, true]);
    expect(schemeTwin(result, hans).rows).toHaveLength(2);
    const twin = itemTwin(result, hans);
    for (const row of twin.rows) expect(row).toHaveLength(twin.columns.length);
    expect(howLines(result, hans).length).toBeGreaterThan(4);
  });

  it("lists the groups of questions with their own index", () => {
    const rows = blockRows(result, hans);
    expect(rows.map(({ name }) => name)).toEqual([
      "总体题",
      "全部分项",
      "CUEX",
      "CUSL",
      "IMAG",
      "PERQ",
      "PERV",
    ]);
    expect(rows[0]).toMatchObject({ items: "3", equal: "72", alpha: "0.77" });
  });

  it("leaves a period without an index out of the line and its questionnaire in the table", () => {
    const unlimited = { limitLow: null, limitHigh: null, signal: null };
    const low = { limitLow: 75, limitHigh: 85, signal: "below" } as const;
    const trend = {
      grain: "quarter",
      periods: [
        {
          key: "2025-Q1",
          fromDay: 20089,
          n: 1,
          index: null,
          ...unlimited,
          customers: 1,
          isRunning: false,
        },
        {
          key: "2025-Q2",
          fromDay: 20179,
          n: 40,
          index: index(70, 3),
          ...low,
          customers: 9,
          isRunning: true,
        },
      ],
      centre: 80,
      factor: 1.24,
      judged: "2025-Q2",
      change: null,
    } as const;
    expect(trendView(trend, hans).points.map(({ value }) => value)).toEqual([null, 70]);
    expect(trendTwin(trend, hans).rows).toEqual([
      ["2025-Q1", 1, null, null, null, null, null, "", 1],
      ["2025-Q2", 40, 70, 67, 73, 75, 85, "低于控制限", 9],
    ]);
    expect(plainText(signalText(trend, hans)!)).toBe(
      "2025年第2季度的指数70（全部答卷80），低于正常波动的下限。",
    );
    expect(trendSub(trend, hans)).toContain("放宽到1.2倍");
    // two later periods without answers enough: what was outside then is no news
    expect(signalText({ ...trend, judged: null }, hans)).toBeNull();
  });

  it("says what was got against what was expected, and colours only gaps that are shown", () => {
    const gap = (name: string, value: number, pValue: number | null): Gap => ({
      name,
      pairs: 40,
      performance: 60 + value,
      expectation: 60,
      gap: index(value, 4),
      pValue,
      below: 0.7,
      met: 0.1,
      above: 0.2,
      belowCustomers: 20,
    });
    const gaps = {
      rows: [gap("交期", -12, 0.001), gap("质量", -1, 0.6), gap("价格", 8, 0.01)],
      servqual: index(-2, 1),
      isStated: true,
    };
    expect(plainText(gapFinding(gaps, hans))).toBe(
      "得到的比期望的低2分（95%区间−3到−1，按客户说的重要性加权）。差得最多的是“交期”，70%的答卷不如期望。",
    );
    expect(plainText(gapFinding({ ...gaps, servqual: index(3, 1) }, english))).toContain(
      "3 points more than what they expected",
    );
    expect(gapLines(gaps, hans).map(({ tone, label }) => [tone, label])).toEqual([
      ["bad", "−12"],
      ["plain", "−1"],
      ["good", "+8"],
    ]);
    const twin = gapTwin(gaps, hans);
    for (const row of twin.rows) expect(row).toHaveLength(twin.columns.length);
  });
});
