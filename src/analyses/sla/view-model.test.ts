import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { linkedTable } from "../../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { MINUTES_PER_DAY } from "../../domain/moment";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { resolveParams } from "../params";
import { countTrend, responseView, shareTrend, trendTwin } from "./chart-view";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { type SlaResult } from "./spec";
import { cautions, findings, howLines, type Words } from "./view-model";

const START = day("2025-01-01") * MINUTES_PER_DAY;
const words: Words = { t: zhHans, format: createFormat("zh-Hans") };
const params = resolveParams(spec.params, {});

/** One complaint every third day of the year; every tenth is answered after two days, the last of all not at all. */
function resultWith(hasResponse: boolean): SlaResult {
  const base = tablesOf([], ["甲", "乙"]);
  const opened = Array.from({ length: 110 }, (_, i) => START + i * 3 * MINUTES_PER_DAY + 600);
  const responded = opened.map((at, i) => (i % 10 === 0 ? at + 2880 : at + 95));
  const complaints = linkedTable(
    base,
    opened.map((_, i) => (i % 2 === 0 ? "甲" : "乙")),
    {
      openedAt: floatColumn(opened),
      ...(hasResponse ? { respondedAt: floatColumn(responded) } : {}),
      resolvedAt: floatColumn(opened.map((at, i) => (i === 0 ? undefined : at + 6000))),
      owner: textColumn(opened.map((_, i) => (i % 10 === 0 ? "慢" : "快"))),
    },
  );
  const tables = { ...base, complaints };
  return resultOf(spec, compute, { tables, scope: scopeOf("2025-11-30", "2025-01-01") });
}

const result = resultWith(true);

describe("the words of sla", () => {
  it("say the share in time, what is open and who is slow", () => {
    expect(plainText(findings(result, params, words))).toBe(
      "110件投诉，24小时内首次回复的占90%（能判断的110件）。1件还没解决；1件在同一步停了超过7天。负责人慢只有0%按时，明显低于整体。",
    );
    expect(cautions(result, words)).toEqual([]);
    expect(howLines(result, params, words)[1]).toBe(
      "按时99件，超时11件，还在时限内0件，无法判断0件。",
    );
  });

  it("say that nothing can be said without response times", () => {
    const text = plainText(findings(resultWith(false), params, words));
    expect(text).toContain("看不出回复得快不快");
    expect(text).not.toContain("按时");
  });

  it("are there in each language", () => {
    for (const [t, language] of [
      [zhHant, "zh-Hant"],
      [en, "en"],
    ] as const) {
      const text = plainText(findings(result, params, { t, format: createFormat(language) }));
      expect(text).toContain("90%");
      expect(text).not.toMatch(/undefined|NaN/);
    }
  });
});

describe("the charts of sla", () => {
  it("rise to the share at the promise", () => {
    const view = responseView(result, params, words);
    expect(view.mark).toMatchObject({ x: 24, y: 0.9 });
    expect(view.line[0]).toEqual({ x: 0, y: 0 });
    expect(view.xMax).toBe(48);
  });

  it("have a point for each month, and limits from eight whole ones on", () => {
    const share = shareTrend(result, words);
    expect(share.months).toHaveLength(11);
    expect(share.centre).toBeCloseTo(0.9, 9);
    expect(share.months.every(({ low, isOutside }) => low !== null && !isOutside)).toBe(true);
    expect(countTrend(result, words).months[0]).toMatchObject({ at: "2025-01", value: 11 });
    expect(trendTwin(result, words).rows).toHaveLength(11);
  });
});
