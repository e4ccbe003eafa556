import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { dayColumn, linkedTable } from "../../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import type { OwnWords } from "../../domain/text/own-words";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type FeedbackParams } from "./spec";

interface Said {
  readonly text?: string;
  readonly score?: number;
  readonly on?: string;
}

const CUSTOMERS = ["甲", "乙", "丙"];
const SCOPE = scopeOf("2025-11-30");

/** Each comment in a row of its own beside the recommendation of the same questionnaire. */
function tablesWith(said: readonly Said[]): Input {
  const base = tablesOf([], CUSTOMERS);
  const rows = said.flatMap((each, response) => [
    { ...each, response, kind: "nps", text: undefined },
    { ...each, response, kind: "text", score: undefined },
  ]);
  return {
    ...base,
    surveys: linkedTable(
      base,
      rows.map(({ response }) => CUSTOMERS[response % 3]!),
      {
        response: floatColumn(rows.map(({ response }) => response)),
        answeredOn: dayColumn(rows.map(({ on }) => on ?? "2025-06-02")),
        questionKind: textColumn(rows.map(({ kind }) => kind)),
        score: floatColumn(rows.map(({ score }) => score)),
        scaleMin: floatColumn(rows.map(() => 0)),
        scaleMax: floatColumn(rows.map(() => 10)),
        isReversed: floatColumn(rows.map(() => 0)),
        text: textColumn(rows.map(({ text }) => text)),
      },
    ),
  };
}

const resultFor = (said: readonly Said[], params: Partial<FeedbackParams> = {}) =>
  resultOf(spec, compute, { tables: tablesWith(said), scope: SCOPE, params });

const times = (count: number, said: Said): Said[] => Array.from({ length: count }, () => said);

describe("feedback text", () => {
  it("counts moods and themes, and puts the blame on the clause that speaks of the theme", () => {
    const { headline, themes } = resultFor([
      { text: "质量很好，就是送货太慢" },
      { text: "送货迟到" },
      { text: "业务员很热情" },
      { text: "周三再联系" },
      {},
    ]);
    expect(headline).toMatchObject({ n: 4, positive: 0.25, negative: 0.25, neutral: 0.5 });
    const theme = (id: string) => themes.find((line) => line.theme === id);
    expect(theme("delivery")).toMatchObject({ comments: 2, positive: 0, negative: 2, share: 1 });
    expect(theme("quality")).toMatchObject({ comments: 1, positive: 1, negative: 0 });
    expect(theme("price")).toBeUndefined();
  });

  it("tells the words of high scores from those of low ones", () => {
    const { contrast, headline } = resultFor([
      ...times(25, { text: "交货准时，师傅热情", score: 10 }),
      ...times(25, { text: "发票总是开错", score: 3 }),
      ...times(30, { text: "仓库在城东", score: 8 }),
    ]);
    expect(headline).toMatchObject({ highs: 25, lows: 25 });
    expect(contrast!.low.map(({ word }) => word)).toContain("发票");
    expect(contrast!.high.map(({ word }) => word)).toContain("准时");
    const words = [...contrast!.high, ...contrast!.low].map(({ word }) => word);
    expect(words).not.toContain("仓库");
    for (const { low, high } of contrast!.low) expect(low < high && high < 0).toBe(true);
  });

  it("compares nothing with fewer than twenty comments on a side", () => {
    expect(resultFor(times(60, { text: "发票开错", score: 2 })).contrast).toBeNull();
  });

  it("finds no words where the same is said with high and low scores", () => {
    const said = Array.from({ length: 200 }, (_, i): Said => ({
      text: ["送货准时", "发票清楚", "价格合适", "仓库整洁"][i % 4]!,
      score: Math.floor(i / 4) % 2 === 0 ? 10 : 2,
    }));
    expect(resultFor(said).contrast).toMatchObject({ high: [], low: [] });
  });

  it("reads by the reader's own words before ours", () => {
    const question = {
      tables: tablesWith([{ text: "云之家便宜" }]),
      scope: SCOPE,
      ownWords: new Map([
        ["neutral", ["便宜"]],
        ["billing", ["云之家"]],
      ]) as OwnWords,
    };
    const { headline, themes, ownWords } = resultOf(spec, compute, question);
    expect(headline).toMatchObject({ neutral: 1 });
    expect(themes.map(({ theme }) => theme)).toContain("billing");
    expect(ownWords).toBe(2);
  });

  it("says which theme is spoken against more of late, and none where nothing has changed", () => {
    const month = (on: string, bad: number) => [
      ...times(bad, { text: "发票总是开错", on }),
      ...times(40 - bad, { text: "送货很快", on }),
    ];
    const rising = resultFor([...month("2025-02-03", 2), ...month("2025-09-03", 20)]);
    expect(rising.themes.find(({ theme }) => theme === "billing")).toMatchObject({
      before: 0.05,
      after: 0.5,
      isRising: true,
    });
    const level = resultFor([...month("2025-02-03", 10), ...month("2025-09-03", 11)]);
    expect(level.themes.some(({ isRising }) => isRising)).toBe(false);
    const thin = resultFor([{ text: "发票总是开错" }]);
    expect(thin.themes[0]).toMatchObject({ before: null, after: null, isRising: false });
  });

  it("has comments without a day in all history only", () => {
    const said = [{ text: "不错", on: "" }, { text: "不错" }];
    expect(resultFor(said)).toMatchObject({ undated: 1, headline: { n: 1 } });
    expect(resultFor(said, { window: "all" })).toMatchObject({ undated: 0, headline: { n: 2 } });
  });

  it("opens the customers behind a word, and masks who is named", () => {
    const answer = answerOf(spec, compute, {
      tables: tablesWith([{ text: "王经理电话13812345678没人接，太差" }, { text: "送货很快" }]),
      scope: SCOPE,
    });
    expect([...answer.members("feedback-word:送货")!]).toEqual([1]);
    expect([...answer.members("feedback:negative")!]).toEqual([0]);
    if (answer.result.kind !== "answered") throw new Error(answer.result.code);
    expect(answer.result.quotes[0]!.text).toBe("＊经理电话＊＊没人接，太差");
  });

  it("does not depend on the order of the comments", () => {
    const texts = ["送货太慢", "质量不错", "价格太贵", "没什么", "售后态度差"];
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.constantFrom(...texts), score: fc.nat(10) }), {
          minLength: 1,
          maxLength: 30,
        }),
        (said) => {
          const one = resultFor(said).headline;
          const other = resultFor(said.toReversed()).headline;
          expect({ ...other, customers: 0 }).toEqual({ ...one, customers: 0 });
        },
      ),
    );
  });

  it("cuts no more than 300,000 letters of a side, evenly taken", () => {
    const long = (word: string, i: number): string => `${i}${`${word}，`.repeat(2000)}`;
    const said = [9, 2].flatMap((score) =>
      Array.from({ length: 40 }, (_, i) => ({
        score,
        text: long(score > 5 ? "准时交货" : "送货太慢", i),
      })),
    );
    const { contrast, headline } = resultFor(said);
    const letters = said.slice(0, 40).reduce((sum, { text }) => sum + text.length, 0);
    const most = Math.floor((40 * 300_000) / letters);
    expect(most).toBeGreaterThan(20);
    expect(most).toBeLessThan(40);
    expect([contrast!.highs, contrast!.lows]).toEqual([most, most]);
    expect([headline.highs, headline.lows]).toEqual([40, 40]);
  });
});
