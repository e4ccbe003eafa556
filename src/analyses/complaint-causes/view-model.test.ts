import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { linkedTable } from "../../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { MINUTES_PER_DAY } from "../../domain/moment";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { resolveParams } from "../params";
import { fishboneView, paretoTwin, paretoView } from "./chart-view";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec from "./spec";
import { findings, type Words } from "./view-model";

const CAUSES = ["漏装", "漏装", "漏装", "开裂", "迟到"];

function resultOn(causes: readonly (string | undefined)[]) {
  const base = tablesOf([], ["甲", "乙", "丙"]);
  const complaints = linkedTable(
    base,
    causes.map((_, i) => ["甲", "乙", "丙"][i % 3]!),
    {
      openedAt: floatColumn(causes.map((_, i) => (day("2025-05-01") + i) * MINUTES_PER_DAY + 60)),
      cause: textColumn(causes),
    },
  );
  return resultOf(spec, compute, { tables: { ...base, complaints }, scope: scopeOf("2025-11-30") });
}

const words: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: null };
const params = resolveParams(spec.params, {});

describe("the words of complaint causes", () => {
  it("name the largest cause and the few that make most", () => {
    expect(plainText(findings(resultOn(CAUSES), words))).toBe(
      "投诉最多的原因是漏装，占60%；3种原因里，前2种就占了八成。2家投诉过不止一次；90天内再投诉的约40%。",
    );
    const english: Words = { t: en, format: createFormat("en"), currency: null };
    expect(plainText(findings(resultOn(CAUSES), english))).toContain("Most complaints come from");
  });

  it("say that nobody wrote down why", () => {
    const text = plainText(findings(resultOn([undefined, undefined, undefined]), words));
    expect(text).toContain("3件投诉都没有写原因");
  });
});

describe("the pictures of complaint causes", () => {
  it("run up to the whole", () => {
    const view = paretoView(resultOn(CAUSES), params, words);
    expect(view.bars.map(({ name }) => name)).toEqual(["漏装", "开裂", "迟到"]);
    expect(view.bars.at(-1)!.running).toBe(1);
    expect(paretoTwin(resultOn(CAUSES), params, words).rows).toHaveLength(3);
  });

  it("have six bones, the empty ones too", () => {
    const { bones, most } = fishboneView(resultOn(CAUSES), words);
    expect(bones.map(({ cases }) => cases)).toEqual([3, 0, 1, 1, 0, 0]);
    expect(most).toBe(3);
  });
});
