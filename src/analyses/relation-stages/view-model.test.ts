import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { resultOf } from "../../../tests/support/answers";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { resolveParams } from "../params";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { type RelationResult } from "./spec";
import {
  earlyText,
  findings,
  lossTwin,
  lossView,
  stageRows,
  stepText,
  type Words,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: null,
});
const words = wordsIn("zh-Hans");
const params = resolveParams(spec.params, {});
const result = resultOf(spec, compute, {
  tables: tablesOf(orderLines(4000, 300, 31)),
  scope: scopeOf(20453, 20000),
});
const ratio = { ratio: 1.04, low: 0.81, high: 1.35, p: 0.7 };
const early = (told: "more" | "less" | "alike" | "mixed"): RelationResult => ({
  ...result,
  early: { gone: ratio, first: { ...ratio, ratio: 1.22 }, told },
});

describe("the words of the relation stages", () => {
  it("say what the interval allows and no more", () => {
    expect(earlyText(early("alike"), words)).toBe(
      "看不出考察期客户更容易流失：流失速度是其他客户的1倍（95%区间0.8–1.4倍），按第一次长沉默算是1.2倍（0.8–1.4倍），都包含1倍。",
    );
    expect(earlyText(early("more"), words)).toContain("确实更容易流失");
    expect(earlyText(early("less"), words)).toContain("反而");
    expect(earlyText(early("mixed"), words)).toContain("不下结论");
    expect(earlyText({ ...result, early: null }, words)).toContain("说不出");
  });

  it("are whole in every language", () => {
    for (const language of LANGUAGES) {
      const own = wordsIn(language);
      const texts = [
        plainText(findings(result, own)),
        ...result.steps.map((step) => stepText(step, own)),
        ...result.steps.map((step) => stepText({ ...step, share: null }, own)),
        ...result.steps.map((step) => stepText({ ...step, medianDays: null }, own)),
        ...stageRows(result, params, own).flatMap(
          ({ name, customers, sales, rate, rule, next }) => [
            ...[name, customers, sales, rate, rule, next],
          ],
        ),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|null|^$/);
    }
  });

  it("draw every stage that has a rate, and tell the rest in the table", () => {
    const view = lossView(result, words)!;
    expect(view.lines).toHaveLength(result.stages.filter(({ loss }) => loss !== null).length);
    for (const { value, low, high } of view.lines) expect(low <= value && value <= high).toBe(true);
    const twin = lossTwin(
      { ...result, stages: result.stages.map((s) => ({ ...s, loss: null })) },
      words,
    );
    for (const row of twin.rows) expect(row).toHaveLength(twin.columns.length);
    expect(lossView({ ...result, stages: [] }, words)).toBeNull();
  });
});
