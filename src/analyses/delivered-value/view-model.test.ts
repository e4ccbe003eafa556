import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { type DeliveredResult } from "./spec";
import {
  boardText,
  boardTwin,
  boardView,
  cautions,
  fallBars,
  fallTwin,
  findings,
  groupTwin,
  groupView,
  howLines,
  type Words,
} from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans") };
const hant: Words = { t: zhHant, format: createFormat("zh-Hant") };
const english: Words = { t: en, format: createFormat("en") };
const BASE = tablesOf([{ customer: "甲", on: "2025-05-01", amount: 10 }], ["甲"]);

const found = (scores: Readonly<Record<string, number>>, n = 40): DeliveredResult => {
  const answers = Array.from({ length: n }, (_, response) =>
    Object.entries(scores).map(([dimension, score]): TestAnswer => ({
      question: dimension,
      kind: "dimension",
      // every fourth is one step lower, so that there is something to be unsure of
      score: response % 4 === 0 ? Math.max(1, score - 1) : score,
      on: "2025-06-01",
      customer: "甲",
      response,
    })),
  ).flat();
  const tables = { ...BASE, surveys: surveyTable(BASE, answers) };
  return resultOf(spec, compute, { tables, scope: scopeOf("2025-12-31") });
};

describe("the sentences of delivered value", () => {
  const whole = found({ 产品质量: 5, 业务员服务: 4, 价格: 2, 等待时间: 4 });

  it("say what is got and given, and what takes away most", () => {
    const text = plainText(findings(whole, hans));
    expect(text).toContain("让渡价值为+25分");
    expect(text).toContain("总价值81.3分，付出的总成本56.3分（40份答卷）");
    expect(text).toContain("扣分最多的是货币成本");
    expect(plainText(findings(whole, english))).toContain("Delivered value is +25 points");
    expect(plainText(findings(whole, hant))).toContain("讓渡價值");
  });

  it("say what was not asked, and compute nothing without it", () => {
    const half = found({ 产品质量: 5, 业务员服务: 4 });
    expect(plainText(findings(half, hans))).toContain("没有问过客户付出的成本");
    expect(fallBars(half, hans).map(({ name }) => name)).toEqual(["产品价值", "人员价值"]);
    expect(cautions(whole, hans).join()).toContain(
      "没有问到：服务价值、形象价值、体力成本、精神成本",
    );
    const none = found({ q7: 4, q8: 3 });
    expect(plainText(findings(none, hans))).toContain("还没有归类");
    expect(cautions(none, hans).join()).toContain("有2个项目没有归入");
  });

  it("say that more is given than got only when it surely is", () => {
    const text = (price: number): string =>
      plainText(findings(found({ 产品质量: 3, 价格: price }), hans));
    expect(text(2)).toContain("付出的比得到的多");
    expect(text(4)).not.toContain("付出的比得到的多");
  });
});

describe("the charts and tables of delivered value", () => {
  const whole = found({ 产品质量: 5, 业务员服务: 4, 价格: 2, 等待时间: 4, 专业诚信: 5 });

  it("fall from bar to bar to what is left", () => {
    const bars = fallBars(whole, hans);
    for (const [k, bar] of bars.slice(1, -1).entries()) expect(bar.from).toBe(bars[k]!.to);
    expect(bars.at(-1)).toMatchObject({ name: "让渡价值", from: 0, tone: "whole" });
    expect(bars.at(-1)!.to).toBeCloseTo(bars.at(-2)!.to, 9);
  });

  it("have a cell for each column", () => {
    const twins = [
      fallTwin(whole, hans),
      boardTwin(whole.traits, hans),
      groupTwin(whole.groups!, hans),
    ];
    for (const { columns, rows } of twins) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    expect(groupView(whole, whole.groups!, hans).lines[0]!.name).toBe("C级");
    expect(boardView("trait", whole.traits, hans).lines.map(({ name }) => name)).toEqual([
      "搜寻特征",
      "体验特征",
      "信用特征",
    ]);
    expect(boardText(whole.traits, hans)).toContain("信用特征比搜寻特征高");
    expect(boardText(whole.levels, hans)).toBeNull();
    expect(howLines(whole, hans)).toContain(zhHans.how.equal);
  });
});
