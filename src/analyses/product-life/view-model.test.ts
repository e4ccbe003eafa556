import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { adoptionTwin, adoptionView, mapView, productsTwin } from "./chart-view";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec from "./spec";
import { cautions, decliningRows, findings, phaseRows, type Words } from "./view-model";

const chinese: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
const english: Words = { t: en, format: createFormat("en"), currency: "USD" };
const params = {
  item: "kind",
  years: 3,
  rise: 0.1,
  alarm: 0.05,
  exposure: 0.1,
  product: 0,
} as const;

describe("the words of product life", () => {
  const result = resultOf(spec, compute, {
    tables: referenceTables("superstore"),
    scope: scopeOf("2017-12-31"),
    params,
  });

  it("says that nothing surely declines, of how many, and how sure", () => {
    const text = plainText(findings(result, params, chinese));
    expect(text).toContain(`检验了${result.headline.tested}种商品`);
    expect(text).toContain("误报控制在5%以内");
    expect(plainText(findings(result, params, english))).toContain("false alarms held to 5%");
    expect(decliningRows(result, chinese)).toEqual([]);
  });

  it("draws and lists the same products, and every phase with its task", () => {
    expect(mapView(result, chinese).dots.length).toBe(
      result.products.filter(({ growth, sales }) => growth !== null && sales > 0).length,
    );
    expect(productsTwin(result, chinese).rows.length).toBe(result.products.length);
    for (const row of phaseRows(result.phases, english)) expect(row.task).not.toBe("");
  });

  it("draws adoption upwards from nothing", () => {
    const products = resultOf(spec, compute, {
      tables: referenceTables("superstore"),
      scope: scopeOf("2017-12-31"),
    });
    const groups = products.adoption!.groups;
    for (const { steps } of adoptionView(groups, english).curves) {
      expect(steps[0]).toEqual({ time: 0, share: 0 });
      steps.slice(1).forEach((step, k) => {
        expect(step.share).toBeGreaterThanOrEqual(steps[k]!.share);
      });
    }
    expect(adoptionTwin(groups, english).rows.length).toBe(
      groups.reduce((sum, { times }) => sum + times.length, 0),
    );
  });

  it("says what is missing", () => {
    const bare = resultOf(spec, compute, {
      tables: tablesOf([{ customer: "甲", on: "2025-06-01", amount: 1 }]),
      scope: scopeOf("2025-12-31"),
    });
    expect(plainText(findings(bare, params, chinese))).toBe(zhHans.nothingNamed);
    const young = resultOf(spec, compute, {
      tables: tablesOf([{ customer: "甲", on: "2025-11-01", amount: 1, product: "物" }]),
      scope: scopeOf("2025-12-31"),
    });
    expect(cautions(young, chinese)).toEqual([zhHans.short({ months: 2 })]);
    expect(plainText(findings(young, params, chinese))).toBe(zhHans.findingUntested);
    const rare = resultOf(spec, compute, {
      tables: tablesOf([
        { customer: "甲", on: "2022-11-01", amount: 1, product: "物" },
        { customer: "甲", on: "2025-11-01", amount: 1, product: "新物" },
      ]),
      scope: scopeOf("2025-12-31"),
    });
    expect(rare.headline.introduction).toBe(1);
    expect(plainText(findings(rare, params, chinese))).toBe(zhHans.findingThin);
  });
});
