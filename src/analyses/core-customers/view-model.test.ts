import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { withSideTables } from "../../../tests/contract/side-tables";
import { resultOf } from "../../../tests/support/answers";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { TESTS } from "./spec";
import {
  cautions,
  findings,
  kindSub,
  mapTwin,
  mapView,
  partText,
  testRows,
  type Words,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
});
const words = wordsIn("zh-Hans");
const bare = tablesOf(orderLines(900, 60, 2));
const full = resultOf(spec, compute, { tables: withSideTables(bare, spec), scope: scopeOf(20453) });
const alone = resultOf(spec, compute, { tables: bare, scope: scopeOf(20453) });

describe("the words of core customers", () => {
  it("name the core and the three kinds", () => {
    const fading = { ...full, headline: { ...full.headline, fading: 3 } };
    const said = plainText(findings(fading, words));
    expect(said).toContain(`${full.headline.core}家核心客户`);
    expect(said).toContain("3家正在失去价值");
  });

  it("say neither that none nor that nobody grows or fades where it is not known, and no zero", () => {
    const unknown = { ...full, trendOver: null };
    const none = { ...full, headline: { ...full.headline, promising: 0, fading: 3 } };
    expect(plainText(findings(unknown, words))).toMatch(/带来一半。$/);
    expect(plainText(findings(none, words))).not.toContain("有潜力");
    expect(plainText(findings(none, words))).toContain("正在失去价值。");
  });

  it("name the tests that nothing is known for, and nothing where all are known", () => {
    expect(cautions(alone, "profit", words)[0]).toContain("付款及时和不需要多少服务");
    expect(cautions(full, "profit", words)).toEqual([]);
    const sales = resultOf(spec, compute, {
      tables: tablesOf(
        orderLines(300, 30, 2).map(({ customer, on, amount }) => ({ customer, on, amount })),
      ),
      scope: scopeOf(20453),
    });
    expect(cautions(sales, "profit", words)[0]).toBe(zhHans.noProfit);
  });

  it("show a missing part as missing", () => {
    const [first] = alone.core;
    expect(partText(first!, "pay", words)).toBe("缺");
    expect(testRows(alone, words).map(({ by }) => by)).toEqual([
      "毛利",
      "查不到",
      "查不到",
      "首单到末单的天数",
    ]);
  });

  it("have no gap in three languages", () => {
    for (const language of LANGUAGES) {
      const each = wordsIn(language);
      const all = [
        plainText(findings(full, each)),
        ...(["top", "promising", "fading"] as const).map((kind) => kindSub(full, kind, each)),
        JSON.stringify(testRows(full, each)),
      ].join();
      expect(all).not.toMatch(/undefined|NaN/);
    }
    expect(TESTS).toHaveLength(4);
  });
});

describe("the map of value", () => {
  it("keeps every customer inside the picture and in the twin", () => {
    const view = mapView(full, words);
    expect(view.points.every(({ slope }) => Math.abs(slope) <= view.limit)).toBe(true);
    expect(mapTwin(full, words).rows).toHaveLength(view.points.length);
    expect(view.points.length).toBeGreaterThan(0);
  });
});
