import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { orderLines } from "../../../tests/contract/gauntlet";
import { RFM_PRESETS, RFM_SEGMENTS } from "../../domain/rule-book";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec from "./spec";
import { segmentName } from "./segment-name";
import {
  barsView,
  findings,
  gridView,
  howLines,
  largestMoves,
  richest,
  scoreRows,
  segmentAdvice,
  type Words,
} from "./view-model";

const tables = tablesOf(orderLines(2000, 200, 9));
const scope = scopeOf(20453);
const resultFor = (params: object) => resultOf(spec, compute, { tables, scope, params });
const result = resultFor({});
const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
});
const words = wordsIn("zh-Hans");

describe("segment words", () => {
  it("name every segment of the two named presets in every language", () => {
    for (const language of LANGUAGES) {
      const local = wordsIn(language);
      for (const { id } of [...RFM_SEGMENTS.eleven, ...RFM_SEGMENTS.eight]) {
        expect(segmentName(id, local.t), `${language} ${id}`).not.toBe(id);
        expect(segmentAdvice(id, local)).not.toBe("");
      }
      expect(Object.keys(local.t.segments)).toHaveLength(19);
    }
  });

  it("say the levels of the 27 cells", () => {
    expect(segmentName("312", words.t)).toBe("R3F1M2格");
    expect(segmentAdvice("312", words)).toBe("最近高，次数低，金额中");
  });
});

describe("findings", () => {
  it("name the segment with most money, the customers long away and the moves", () => {
    const text = plainText(findings(result, words));
    const first = richest(result)!;
    expect(first.amount).toBe(Math.max(...result.segments.map((line) => line.amount)));
    expect(text).toContain(segmentName(first.id, words.t));
    expect(text).toContain("最近没来");
    expect(text).toContain(`${result.movement!.moved}家客户换了分组`);
  });

  it("leave out what is not true", () => {
    const young = resultOf(spec, compute, {
      tables: tablesOf([{ customer: "甲", on: 20453, amount: 5 }]),
      scope,
    });
    expect(plainText(findings(young, words))).not.toContain("最近没来");
    expect(plainText(findings(young, words))).not.toContain("换了分组");
  });
});

describe("gridView and barsView", () => {
  it("hold every customer once", () => {
    for (const preset of RFM_PRESETS) {
      const found = resultFor({ preset });
      expect(gridView(found, words).cells).toHaveLength(found.levels ** 2);
      const shares = barsView(found, words).bars.reduce((sum, bar) => sum + bar.customerShare, 0);
      expect(shares).toBeCloseTo(1, 9);
    }
  });
});

describe("scoreRows", () => {
  it("show the range of each score, recency upside down", () => {
    const rows = scoreRows(result, words);
    expect(rows.map((row) => row.score)).toEqual([5, 4, 3, 2, 1]);
    expect(rows[0]!.axes[0]!.range).toMatch(/^至/);
    expect(rows[0]!.axes[2]!.range).toMatch(/以上$/);
    for (const axis of [0, 1, 2]) {
      const sum = rows.reduce((total, row) => total + row.axes[axis]!.customers, 0);
      expect(sum).toBe(result.customers);
    }
  });

  it("has two rows for the median and says so for ranks", () => {
    const two = scoreRows(resultFor({ method: "median" }), words);
    expect(two.map((row) => row.score)).toEqual([4, 2]);
    expect(two.reduce((total, row) => total + row.axes[0]!.customers, 0)).toBe(result.customers);
    expect(scoreRows(resultFor({ method: "rank" }), words)[0]!.axes[0]!.range).toBe("按名次");
  });
});

describe("largestMoves", () => {
  it("lists the largest first, never from a segment to itself", () => {
    const moves = largestMoves(result, words);
    expect(moves.length).toBeGreaterThan(0);
    for (const [i, move] of moves.entries()) {
      expect(move.from).not.toBe(move.to);
      if (i > 0) expect(move.customers).toBeLessThanOrEqual(moves[i - 1]!.customers);
    }
  });
});

describe("howLines", () => {
  it("says when order days stand in for orders", () => {
    const bare = resultOf(spec, compute, {
      tables: tablesOf([{ customer: "甲", on: 20453, amount: 5 }]),
      scope,
      params: { frequency: "orders" },
    });
    expect(howLines(bare, words, "orders").join("")).toContain("没有订单号");
    expect(howLines(result, words, "order-days").join("")).not.toContain("没有订单号");
  });
});
