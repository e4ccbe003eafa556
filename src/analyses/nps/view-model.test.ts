import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec, { type NpsResult } from "./spec";
import {
  cautions,
  findings,
  groupTwin,
  groupView,
  howLines,
  scoreColumns,
  type Words,
} from "./view-model";
import { trendTwin, trendView } from "./trend-view";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans"), by: "区域" };
const english: Words = { t: en, format: createFormat("en"), by: "Region" };
const PARAMS = {
  window: "period",
  question: "",
  minAnswers: 30,
  margin: 5,
  by: "",
  byAnswer: "",
} as const;

const BASE = tablesOf([], ["甲", "乙"]);
const many = (on: string, scores: readonly number[], n: number): TestAnswer[] =>
  Array.from({ length: n }, (_, i) => ({
    question: "会推荐我们吗",
    kind: "nps",
    scale: [0, 10],
    on,
    score: scores[i % scores.length]!,
    customer: i % 2 === 0 ? "甲" : "乙",
  }));
const found = (answers: readonly TestAnswer[], params = {}): NpsResult =>
  resultOf(spec, compute, {
    tables: { ...BASE, surveys: surveyTable(BASE, answers) },
    scope: scopeOf("2025-12-31"),
    params,
  });

describe("findings of nps", () => {
  it("says the score, its interval and the two shares", () => {
    const text = plainText(findings(found(many("2025-06-01", [10, 9, 8, 2], 400)), hans));
    expect(text).toContain("净推荐值（NPS）为25");
    expect(text).toContain("（400份回答）");
    expect(text).toContain("50%是推荐者，25%是贬损者");
    expect(text).not.toContain("上一期");
  });

  it("calls a change one only when it is more than sampling error", () => {
    const before = many("2024-06-01", [10, 9, 8, 2], 400);
    const still = found([...before, ...many("2025-06-01", [10, 9, 8, 2], 400)]);
    expect(plainText(findings(still, hans))).toContain("不算变化");
    const fallen = found([...before, ...many("2025-06-01", [10, 2], 400)]);
    expect(plainText(findings(fallen, hans))).toContain("比上一期降了25点");
    expect(plainText(findings(fallen, english))).toContain("It fell by 25 points");
  });
});

describe("cautions of nps", () => {
  it("says how many answers are needed when there are few, and that a question is no recommendation", () => {
    const few = found(many("2025-06-01", [10, 9, 8, 2], 20));
    expect(cautions(few, PARAMS, hans).join("")).toContain("只有20份回答");
    const enough = found(many("2025-06-01", [10, 9, 8, 2], 4000));
    expect(cautions(enough, PARAMS, hans)).toEqual([]);
    const other = found(many("2025-06-01", [9], 40).map((a) => ({ ...a, kind: "csat" as const })));
    expect(cautions(other, PARAMS, english)[0]).toContain("not what people call NPS");
  });

  it("says that answers without a day cannot change", () => {
    const undated = found(many("", [10, 9, 3], 4000).map(({ on: _, ...rest }) => rest));
    expect(cautions(undated, PARAMS, hans)).toEqual([zhHans.undated]);
  });
});

describe("the marks of nps", () => {
  const result = found([
    ...many("2025-02-01", [10, 9, 8, 2], 60),
    ...many("2025-06-01", [10, 9, 8, 2], 60),
  ]);

  it("open the customers of their score, class and period", () => {
    const columns = scoreColumns(result, hans);
    expect(columns.map(({ kind }) => kind).filter((kind) => kind === "detractor")).toHaveLength(7);
    expect(columns[10]).toMatchObject({ cell: "nps-score:10", count: 30, share: "25%" });
    const { points } = trendView(result.trend!, hans);
    expect(points[0]).toMatchObject({ cell: "nps-period:2025-Q1", isOutside: false });
  });

  it("count the answers of each period in the table, and leave what nobody gave empty", () => {
    const gap = found([
      ...many("2025-02-01", [10, 9, 8, 2], 60),
      ...many("2025-11-01", [10, 9, 8, 2], 60),
    ]);
    const rows = trendTwin(gap.trend!, hans).rows.map((row) => row.slice(0, 3));
    expect(rows).toEqual([
      ["2025-Q1", 60, 25],
      ["2025-Q2", 0, null],
      ["2025-Q3", 0, null],
      ["2025-Q4", 60, 25],
    ]);
  });

  it("say of each group whether it can be told from the rest", () => {
    const groups = {
      source: "customer",
      entity: "customers",
      column: "region",
      hidden: 0,
      ungrouped: 0,
      rows: [
        {
          label: "东",
          score: result.score,
          customers: 2,
          isThin: false,
          rest: { points: 12, low: 5, high: 19, pValue: 0.001, qValue: 0.004 },
        },
        {
          label: "西",
          score: result.score,
          customers: 2,
          isThin: false,
          rest: { points: -3, low: -9, high: 3, pValue: 0.4, qValue: 0.4 },
        },
        { label: "北", score: result.score, customers: 1, isThin: true, rest: null },
      ],
    } as const;
    const verdicts = groupTwin(groups, hans).rows.map((row) => row.at(-1));
    expect(verdicts).toEqual(["高于其余", "分不出高低", "回答太少"]);
    const { lines } = groupView(result, groups, hans);
    expect(lines.map(({ tone, isPale }) => [tone, isPale])).toEqual([
      ["good", false],
      ["plain", false],
      ["plain", true],
    ]);
    expect(lines.map(({ cell }) => cell)).toEqual(["nps-group:0", "nps-group:1", "nps-group:2"]);
  });

  it("explain what was left out", () => {
    expect(howLines(result, PARAMS, hans).at(-1)).toContain("没有作答0份");
  });
});
