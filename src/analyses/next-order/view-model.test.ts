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
import spec from "./spec";
import { dueRows, findings, howLines, stateRows, weeksTwin, weeksView } from "./view-model";
import { weekName } from "./week-name";

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

describe("next orders in words", () => {
  it("says who is overdue, due and expected, and leaves out what is nobody", () => {
    expect(plainText(findings(found, words))).toMatch(/^\d+家按自己的节奏早该下单/);
    const none = { ...found, headline: { ...found.headline, overdue: 0, due: 0, soon: 0 } };
    expect(plainText(findings(none, words))).toBe("没有一家客户明显晚于自己的节奏。");
  });

  it("speaks three languages without a hole", () => {
    for (const language of LANGUAGES) {
      const own = wordsIn(language);
      const texts = [
        plainText(findings(found, own)),
        ...howLines(found, own),
        JSON.stringify(stateRows(found, own)),
        JSON.stringify(dueRows(found.list, own)),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it("names weeks from the as-of day", () => {
    expect(weekName(-8, zhHans)).toBe("晚8周以上");
    expect(weekName(0, zhHans)).toBe("7天内");
    expect(weekName(3, zhHans)).toBe("3周后");
  });

  it("opens each week and has all in the table", () => {
    expect(weeksView(found, words).bars.map(({ cell }) => cell)[0]).toBe("next-week:-8");
    expect(weeksTwin(found, words).rows).toHaveLength(17);
  });
});
