import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { day, scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import { hazardView } from "./curve-view";
import zhHans from "./messages/zh-Hans";
import spec from "./spec";
import type { Words } from "./time-view";
import { cautions, findings, isDrawn, medianText, seenShareAt, type Drawn } from "./view-model";

const words: Words = {
  t: zhHans,
  format: createFormat("zh-Hans"),
  unit: "day",
  columnName: (id) => id,
  isFlag: () => false,
};

/** So many customers buy once, in the first month of the year; the others every 20 days. */
function silent(once: number, regular: number): Drawn {
  const start = day("2025-01-01");
  const lines: Line[] = [];
  for (let i = 0; i < once; i++)
    lines.push({ customer: `o${i}`, on: start + (i % 30), amount: 10 });
  for (let i = 0; i < regular; i++)
    for (let at = i % 20; at < 360; at += 20)
      lines.push({ customer: `r${i}`, on: start + at, amount: 10 });
  const result = resultOf(spec, compute, {
    tables: tablesOf(lines),
    scope: scopeOf("2025-12-31"),
    params: { windowDays: 90 },
  });
  if (!isDrawn(result)) throw new Error("nothing was drawn");
  return result;
}

describe("the words of survival where silence counts", () => {
  it("name those who never came again, not the day on which the window is over", () => {
    const result = silent(60, 40);
    expect(result.all.median.estimate).toBe(90);
    expect(plainText(findings(result, words))).toBe(
      "100家客户里，60家已沉默超过90天，算作流失；60%的客户第一次买过之后就没再来。",
    );
    expect(cautions(result, words)).toContain(zhHans.caution.window({ days: 90, share: "60%" }));
    const peakBand = result.bands.findIndex(({ to }) => to >= 90);
    const isPainted = (drawn: Drawn): boolean =>
      hazardView(drawn, words).bars.some(({ isPeak }) => isPeak);
    expect(isPainted({ ...result, peakBand })).toBe(false);
    expect(isPainted({ ...result, peakBand, rule: null })).toBe(true);
    expect(plainText(findings(silent(30, 70), words))).not.toContain("第一次买过");
    expect(cautions(silent(3, 97), words)).toEqual([zhHans.caution.few({ events: 3 })]);
  });

  it("tell the end of an interval that is known, and no dash for the other", () => {
    const { all } = silent(60, 40);
    const said = (lower: number | null, upper: number | null): string =>
      medianText({ ...all, median: { ...all.median, estimate: 90, lower, upper } }, words);
    expect(said(60, 120)).toBe("90天（60天到120天）");
    expect(said(60, null)).toBe("90天（60天以上）");
    expect(said(null, 120)).toBe("90天（120天以下）");
    expect(said(null, null)).toBe("90天");
  });

  it("tell no share of which the last few customers decide", () => {
    const { all } = silent(60, 40);
    const line = {
      ...all,
      lastTime: 12,
      times: Float64Array.of(3, 9),
      atRisk: Float64Array.of(8, 4),
      survival: Float64Array.of(0.8, 0.6),
    };
    expect([2, 5, 9].map((time) => seenShareAt(line, time))).toEqual([1, 0.8, null]);
  });
});
