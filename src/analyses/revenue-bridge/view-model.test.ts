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
import { changeTwin, changeView, pivotLines } from "./pivot-view";
import spec from "./spec";
import {
  bridgeBars,
  bridgeTwin,
  factorRows,
  findings,
  howLines,
  keptRows,
  mainFactor,
  moverRows,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]) => ({
  t: messages[language],
  format: createFormat(language),
  currency: "USD",
  columnName: (id: string) => `<${id}>`,
});
const words = wordsIn("zh-Hans");
const question = { tables: referenceTables("superstore"), scope: scopeOf("2017-12-30") };
const found = resultOf(spec, compute, question);
const crossed = resultOf(spec, compute, { ...question, params: { columns: "productName" } });

describe("the sales change in words", () => {
  it("says the change, what mattered most, who brought it and what was kept", () => {
    expect(plainText(findings(found, words))).toBe(
      "销售额$73.4万，比对比期多$12.5万（+21%）。影响最大的是每家订单数：+$11.5万。" +
        "新客户和赢回的客户带来$14.7万，流失的客户带走$10.4万。对比期的老客户这一期还贡献当时的96%。",
    );
    expect(mainFactor(found)!.id).toBe("frequency");
  });

  it("names no factor where nothing changed or nothing can be split", () => {
    const still = { ...found, now: found.before };
    expect(mainFactor(still)).toBeNull();
    expect(plainText(findings(still, words))).toContain("比对比期持平");
    expect(mainFactor({ ...found, factors: [] })).toBeNull();
  });

  it("builds a bridge without a gap from before to now", () => {
    const bars = bridgeBars(found, words);
    expect(bars[0]).toMatchObject({ tone: "whole", from: 0, to: 608_473.83 });
    expect(bars.at(-1)).toMatchObject({ tone: "whole", from: 0, to: 733_947.02 });
    expect(bars.at(-2)!.to).toBeCloseTo(bars.at(-1)!.to, 2);
    bars.slice(2, -1).forEach((bar, k) => {
      expect(bar.from).toBe(bars[k + 1]!.to);
    });
    expect(bridgeTwin(found, words).rows).toHaveLength(6);
  });

  it("crosses two columns with the customers behind each cell", () => {
    expect(changeView(found, words)).toBeNull();
    const view = changeView(crossed, words)!;
    expect(view.columns).toHaveLength(7);
    expect(view.cells.every(({ weight }) => Math.abs(weight) <= 1)).toBe(true);
    expect(view.cells[0]!.cell).toMatch(/^bridge-cell:0:\d$/);
    expect(changeTwin(crossed, words).rows).toHaveLength(view.rows.length);
    expect(pivotLines(found, words).at(-1)!.name).toBe("其余");
  });

  it("speaks three languages without a hole", () => {
    for (const language of LANGUAGES) {
      const own = wordsIn(language);
      const texts = [
        plainText(findings(found, own)),
        ...howLines(found, own),
        JSON.stringify(factorRows(found, own)),
        JSON.stringify(keptRows(found, own)),
        JSON.stringify(pivotLines(found, own)),
        JSON.stringify(changeTwin(crossed, own)),
        JSON.stringify(moverRows([...found.rises, ...found.falls], own)),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
