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
import { matrixTwin, matrixView } from "./segment-view";
import spec from "./spec";
import {
  cautions,
  findings,
  howLines,
  mostUnlike,
  nextRows,
  offerRows,
  ruleRows,
  rulesTwin,
  rulesView,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]) => ({
  t: messages[language],
  format: createFormat(language),
  currency: "GBP",
  rfmName: (id: string) => `<${id}>`,
});
const words = wordsIn("zh-Hans");
const found = resultOf(spec, compute, {
  tables: referenceTables("online_retail_sample10"),
  scope: scopeOf("2011-12-09"),
});
const chance = resultOf(spec, compute, {
  tables: referenceTables("superstore"),
  scope: scopeOf("2017-12-30"),
  params: { item: "kind", segments: "rfm" },
});

describe("what goes together, in words", () => {
  it("says the strongest pair, how many there are and whom to offer something", () => {
    const text = plainText(findings(found, words));
    expect(text).toMatch(/^买“.+”的，\d+%也买“.+”，是偶然的287倍。超出偶然的搭配共4,655对。/);
    expect(text).toContain(`${found.headline.offers.toLocaleString("en-US")}家客户买过其中一样`);
  });

  it("says that nothing goes together, and that nothing can be compared", () => {
    expect(plainText(findings(chance, words))).toContain("比较了136对，没有一对超出偶然。");
    const few = { ...chance, frequent: 1, minCount: 5 };
    expect(plainText(findings(few, words))).toContain("没有两种商品各在5次以上");
    const unnamed = { ...chance, level: null };
    expect(plainText(findings(unnamed, words))).toBe(zhHans.nothingNamed);
  });

  it("warns of lines without a name and of a least count that was raised", () => {
    expect(cautions(found, 5, words)).toEqual([]);
    const marred = { ...found, unnamed: 10, lines: 100, minCount: 12 };
    expect(cautions(marred, 5, words)).toEqual([
      "10行销售（10%）没有写明买的是什么，未计入。",
      "可能的搭配太多，至少次数已提高到12。",
    ]);
  });

  it("has the pairs in the chart, the table and the list alike", () => {
    const view = rulesView(found, words);
    expect(view.points).toHaveLength(200);
    expect(view.points[0]).toMatchObject({ cell: "basket-rule:0", first: true });
    expect(rulesTwin(found, words).rows).toHaveLength(200);
    expect(ruleRows(found.rules, words)[0]!.lift).toBe("287倍");
  });

  it("draws an index for each thing and group that has customers", () => {
    const view = matrixView(chance, chance.segments!, words);
    expect(view.rows).toHaveLength(12);
    expect(view.narrowColumns).toHaveLength(4);
    expect(view.cells).toHaveLength(view.rows.length * view.columns.length);
    const twin = matrixTwin(chance, chance.segments!, words);
    expect(twin.rows[0]).toHaveLength(view.columns.length + 2);
  });

  it("names the cell beyond chance with the largest index", () => {
    const most = mostUnlike(found);
    expect(most!.index).toBe(found.headline.largestIndex);
    expect(most!.cell).toMatch(/^basket-segment:\d:\d+$/);
  });

  it("speaks three languages without a hole", () => {
    for (const language of LANGUAGES) {
      const own = wordsIn(language);
      const texts = [found, chance].flatMap((result) => [
        plainText(findings(result, own)),
        ...howLines(result, own),
        JSON.stringify(rulesTwin(result, own)),
        JSON.stringify(matrixTwin(result, result.segments!, own)),
        JSON.stringify(nextRows(result.next, own)),
        JSON.stringify(offerRows(result.offers, own)),
      ]);
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
