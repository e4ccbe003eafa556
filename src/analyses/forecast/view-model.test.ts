import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { type ForecastResult } from "./spec";
import { cautions, findings, methodRows, seriesTwin, seriesView, testLines } from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]) => ({
  t: messages[language],
  format: createFormat(language),
  currency: "USD",
});
const words = wordsIn("zh-Hans");
const found = resultOf(spec, compute, {
  tables: referenceTables("superstore"),
  scope: scopeOf("2017-12-30"),
});
const withSales = (sales: Partial<ForecastResult["sales"]>): ForecastResult => ({
  ...found,
  sales: { ...found.sales, ...sales },
});

describe("findings", () => {
  it("says the year to come, the month to come, and what the past says of it", () => {
    const text = plainText(findings(found, words));
    expect(text).toMatch(/今后12个月预计销售\$[\d.]+万，八成把握在/);
    expect(text).toMatch(/2018年1月预计有\d+家客户下单/);
    expect(text).toMatch(/误差比“照抄上年同月”小\d+%/);
  });

  it("says that nothing beats last year's month when nothing does", () => {
    const text = plainText(findings(withSales({ method: "naive" }), words));
    expect(text).toContain("没有一种方法比“照抄上年同月”更准");
    expect(plainText(findings(withSales({ origins: 0, methods: [] }), words))).toContain(
      "刚满两年",
    );
  });

  it("calls a difference to last year one only outside the interval", () => {
    const { low, high, value } = found.sales.total;
    const said = (yearBefore: number | null): string =>
      plainText(findings(withSales({ yearBefore }), words));
    expect(said(low * 0.9)).toContain("多");
    expect(said(high * 1.1)).toContain("少");
    expect(said(value)).toContain("分不出高下");
    expect(said(null)).not.toContain("上年同期");
  });

  it("speaks three languages without a hole", () => {
    for (const language of LANGUAGES) {
      const all = [
        plainText(findings(found, wordsIn(language))),
        ...testLines(found.sales, wordsIn(language)),
        ...cautions(found, wordsIn(language)),
      ];
      for (const text of all) expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe("cautions", () => {
  it("warns when the last months were no better than last year's", () => {
    const holdout = { ...found.sales.holdout!, mase: 2, naiveMase: 1.5 };
    expect(cautions(withSales({ holdout }), words)).toHaveLength(1);
    expect(cautions(found, words)).toHaveLength(0);
  });

  it("tells what the running month has so far", () => {
    const running = { sales: 1234, customers: 7, toDay: 17540 };
    expect(cautions({ ...found, running }, words)[0]).toContain("已销售$1,234，7家下单");
  });
});

describe("what is drawn", () => {
  it("opens each actual month and no future one", () => {
    const view = seriesView(found, "sales", words);
    expect(view.actual).toHaveLength(36);
    expect(view.actual.at(-1)!.cell).toBe("month:2017-12");
    expect(view.ahead.every(({ cell }) => cell === null)).toBe(true);
    expect(view.band[0]!.month).toBe(view.actual.at(-1)!.month);
    expect(view.tested).toHaveLength(12);
  });

  it("has all months in the table", () => {
    const twin = seriesTwin(found, "customers", words);
    expect(twin.rows).toHaveLength(48 + 12);
    expect(twin.rows.every((row) => row.length === twin.columns.length)).toBe(true);
  });

  it("compares every method with last year's month", () => {
    const rows = methodRows(found.sales, "sales", words);
    expect(rows[0]!.isUsed).toBe(true);
    expect(rows.find(({ id }) => id === "naive")!.against).toBe("–");
    expect(rows[0]!.against).toMatch(/^小\d+%$/);
  });
});
