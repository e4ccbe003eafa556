import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import t from "./messages/zh-Hans";
import type { AttractivenessResult, GroupLine } from "./spec";
import { findings, remarks, scoreView, type Words } from "./view-model";

const words: Words = {
  t,
  format: createFormat("zh-Hans"),
  currency: "CNY",
  segmentName: (id) => `〈${id}〉`,
};
const line = (place: number, score: number | null): GroupLine => ({
  place,
  name: { kind: "text", text: `组${place}` },
  customers: 9,
  sales: 100,
  salesBefore: 80,
  growth: 0.25,
  margin: null,
  lost: null,
  scored:
    score === null
      ? null
      : {
          score,
          parts: [score / 2, score / 2, null, 0],
          rank: place + 1,
          bestRank: 1,
          worstRank: 2,
          firstShare: 0.7,
        },
});
const RESULT: AttractivenessResult = {
  kind: "answered",
  headline: {
    customers: 27,
    groups: 3,
    scored: 2,
    topScore: 80,
    holdsTo: 0.12,
    topChance: 0.7,
    newcomers: 0,
  },
  by: "column",
  column: "region",
  fromDay: 0,
  toDay: 30,
  isHalved: true,
  groups: [line(0, 80), line(1, 60), line(2, null)],
  leftOut: ["margin"],
  isOrderStable: false,
  rival: 1,
  draws: 200,
  newSales: 0,
  profitUnknownLines: 4,
};

describe("findings", () => {
  it("names the first, and the one that other weights put in its place", () => {
    expect(plainText(findings(RESULT, words))).toBe(
      "按现在的权重，组0最值得投入（80分）。但权重只要变动12%，就可能换成“组1”。换一批同类客户重算，70%的情形仍是它第一。",
    );
    const firm = { ...RESULT, headline: { ...RESULT.headline, holdsTo: 1 }, rival: null };
    expect(plainText(findings(firm, words))).toContain("怎么改权重，它都是第一。");
    const held = { ...RESULT, headline: { ...RESULT.headline, holdsTo: 0.4 } };
    expect(plainText(findings(held, words))).toContain("每个权重上下变动40%以内，第一名都不变。");
  });
});

describe("scoreView", () => {
  it("lays the parts of a score one after another, without those left out", () => {
    const { parts, bars, legend } = scoreView(RESULT, words);
    expect(bars.map(({ name }) => name)).toEqual(["组0", "组1"]);
    expect(parts.slice(0, 3)).toEqual([
      { name: "组0", criterion: "size", from: 0, to: 40 },
      { name: "组0", criterion: "growth", from: 40, to: 80 },
      { name: "组0", criterion: "risk", from: 80, to: 80 },
    ]);
    expect(legend.map(({ criterion }) => criterion)).toEqual(["size", "growth", "risk"]);
  });
});

describe("remarks", () => {
  it("says what was left out, what is small, and that a column may have been filled in later", () => {
    const text = remarks(RESULT, words).join("");
    for (const part of [
      "后一半和前一半相比",
      "有些名次会变",
      "有的组没有毛利率的数",
      "不足20家",
      "事后才填",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("says nothing of an order that no two groups have", () => {
    const alone = { ...RESULT, headline: { ...RESULT.headline, scored: 1 } };
    expect(remarks(alone, words).join("")).not.toContain("名次会变");
  });
});
