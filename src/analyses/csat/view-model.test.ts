import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec, { type CsatResult } from "./spec";
import {
  cautions,
  factRows,
  findings,
  howLines,
  partTwin,
  partView,
  stepBars,
  undrawnParts,
  weakestText,
  worstOf,
  type Words,
} from "./view-model";
import { signalText, trendDescription, trendTwin, trendView } from "./trend-view";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans") };
const english: Words = { t: en, format: createFormat("en") };
const TOP = { box: "top" } as const;
const BASE = tablesOf([], ["甲"]);
const many = (on: string, scores: readonly number[], n: number, more: Partial<TestAnswer> = {}) =>
  Array.from({ length: n }, (_, i): TestAnswer => ({
    question: "总体满意度",
    kind: "csat",
    on,
    score: scores[i % scores.length]!,
    customer: "甲",
    ...more,
  }));
const found = (answers: readonly TestAnswer[]): CsatResult =>
  resultOf(spec, compute, {
    tables: { ...BASE, surveys: surveyTable(BASE, answers) },
    scope: scopeOf("2025-12-31"),
  });

describe("findings of csat", () => {
  it("says the top box and the top-2 box apart, and who is below the middle", () => {
    const text = plainText(findings(found(many("2025-06-01", [5, 4, 4, 2], 400)), TOP, hans));
    expect(text).toContain("25%打了最高的5分，75%打了4分以上（400份回答）");
    expect(text).toContain("25%低于量表中点");
  });

  it("calls a change one only when it is more than sampling error", () => {
    const before = many("2024-06-01", [5, 4, 4, 2], 400);
    const still = found([...before, ...many("2025-06-01", [5, 4, 4, 2], 400)]);
    expect(plainText(findings(still, TOP, hans))).toContain("不算变化");
    const fallen = found([...before, ...many("2025-06-01", [4, 4, 4, 2], 400)]);
    expect(plainText(findings(fallen, TOP, hans))).toContain("比上一期降了25个百分点");
    expect(plainText(findings(fallen, TOP, english))).toContain("The top score fell by");
  });
});

describe("the trend of csat", () => {
  /** Two years of months; in the last one hardly anybody gives the top score. */
  const months = (last: readonly number[]): CsatResult =>
    found(
      Array.from({ length: 24 }, (_, k) => {
        const on = `${2024 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, "0")}-15`;
        return many(on, k === 23 ? last : [5, 4, 5, 3], 40);
      }).flat(),
    );

  it("says that the last period lies outside of what varies by itself, and nothing while it does not", () => {
    const fallen = months([4, 4, 3, 3]);
    expect(plainText(findings(fallen, TOP, hans))).toContain(
      "2025年12月最高分只占0%（全部回答48%），低于正常波动的下限。",
    );
    expect(fallen.isQuiet).toBe(false);
    const calm = months([5, 4, 5, 3]);
    expect(signalText(calm.trend, TOP, hans)).toBeNull();
    expect(calm.isQuiet).toBe(true);
    expect(trendDescription(calm.trend!, hans)).toBe("24期的占比，全部在控制限以内。");
    expect(trendDescription(fallen.trend!, english)).toContain("1 outside");
  });

  it("draws each period with its limits, and lists them", () => {
    const { trend } = months([4, 4, 3, 3]);
    const view = trendView(trend!, hans);
    const last = view.points.at(-1)!;
    expect(last).toMatchObject({ cell: "csat-period:2025-12", isOutside: true, value: 0 });
    const twin = trendTwin(trend!, hans);
    for (const row of twin.rows) expect(row).toHaveLength(twin.columns.length);
  });
});

describe("touchpoints of csat", () => {
  it("names the weakest when it is told apart, says so when none is, and nothing of one alone", () => {
    const at = (touchpoint: string, scores: readonly number[]) =>
      many("2025-06-01", scores, 60, { touchpoint });
    const apart = found([...at("送货", [5, 4]), ...at("退换货", [2, 2, 5])]);
    expect(weakestText(apart, hans)).toMatch(/^“退换货”最弱：只有33%（/);
    expect(worstOf(apart.touchpoints)).toBe("退换货");
    const alike = found([...at("送货", [5, 2]), ...at("退换货", [2, 4])]);
    expect(weakestText(alike, english)).toContain("cannot be told apart");
    expect(weakestText(found(at("送货", [5, 2])), hans)).toBeNull();
  });
});

describe("the rest of csat", () => {
  const result = found([
    ...many("2025-06-01", [5, 4, 3, 1], 40),
    ...Array.from({ length: 17 }, (_, part) =>
      many("2025-06-01", [5, 3], 30 + part, { question: `项目${part}`, kind: "dimension" }),
    ).flat(),
  ]);

  it("colours the two highest steps and those below the middle", () => {
    const tones = stepBars(result, hans).map(({ tone, cell }) => [cell, tone]);
    expect(tones).toEqual([
      ["csat-score:1", "low"],
      ["csat-score:2", "low"],
      ["csat-score:3", "plain"],
      ["csat-score:4", "second"],
      ["csat-score:5", "top"],
    ]);
  });

  it("lists the figures with their cells, and leaves out what was not asked", () => {
    const rows = factRows(result, hans);
    expect(rows.map(({ id }) => id)).toEqual(["topBox", "top2Box", "belowMiddle", "mean", "index"]);
    expect(rows[0]).toMatchObject({ what: "最高分（5分）", value: "25%", cell: "csat-top" });
  });

  it("draws fifteen parts and says how many more the table has", () => {
    expect(partView("dimension", result.dimensions, hans).lines).toHaveLength(15);
    expect(partTwin(result.dimensions, hans).rows).toHaveLength(17);
    expect(undrawnParts(result.dimensions)).toBe(2);
  });

  it("warns of few answers and of a question about a part", () => {
    expect(cautions(result, hans)).toEqual([]);
    const part = found(many("2025-06-01", [5, 3], 20, { kind: "dimension" }));
    expect(cautions(part, hans)).toHaveLength(2);
    expect(howLines(part, english).at(-1)).toContain("Not answered: 0");
  });
});
