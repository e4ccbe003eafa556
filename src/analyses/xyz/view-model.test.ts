import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { resultOf } from "../../../tests/support/answers";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec from "./spec";
import {
  chancesText,
  findings,
  matrixSub,
  matrixTwin,
  matrixView,
  trialRows,
  trialsText,
  type Words,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
});
const words = wordsIn("zh-Hans");
const full = resultOf(spec, compute, {
  tables: tablesOf(orderLines(900, 60, 2)),
  scope: scopeOf(20453),
});
const short = resultOf(spec, compute, {
  tables: tablesOf([{ customer: "甲", on: 20450, amount: 5 }]),
  scope: scopeOf(20453),
});

describe("the words of ABC × XYZ", () => {
  it("tell how much is steady and how sure the grades are", () => {
    const said = plainText(findings(full, words));
    expect(said).toContain(`${full.headline.z}家忽高忽低`);
    expect(said).toContain(`${full.headline.borderline}家在边界上`);
  });

  it("say that it is too early where it is", () => {
    expect(plainText(findings(short, words))).toContain(zhHans.findingNone);
    expect(matrixSub(short, words)).toBe(zhHans.matrix.subNone);
    expect(trialRows(short, words)[2]!.name).toContain("3个月以上");
  });

  it("have no gap in three languages", () => {
    for (const language of LANGUAGES) {
      const each = wordsIn(language);
      const all = [
        plainText(findings(full, each)),
        matrixSub(full, each),
        JSON.stringify(trialRows(full, each)),
        ...full.border.flatMap((line) => [trialsText(line, each), chancesText(line, each)]),
      ].join();
      expect(all).not.toMatch(/undefined|NaN/);
    }
  });
});

describe("the matrix", () => {
  it("has nine cells, and a column for the young only where there are some", () => {
    const view = matrixView(full, words);
    expect(view.columns).toHaveLength(full.young > 0 ? 4 : 3);
    expect(view.cells).toHaveLength(3 * view.columns.length);
    expect(Math.max(...view.cells.map(({ weight }) => weight))).toBe(1);
    expect(matrixTwin(full, words).rows).toHaveLength(12);
  });
});
