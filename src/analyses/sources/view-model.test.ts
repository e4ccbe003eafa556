import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import t from "./messages/zh-Hans";
import type { SourceLine, SourcesResult } from "./spec";
import { againView, findings, type Words } from "./view-model";

const words: Words = {
  t,
  format: createFormat("zh-Hans"),
  currency: "CNY",
  columnName: (id) => id,
};
const line = (
  place: number,
  text: string,
  customers: number,
  again: number | null,
): SourceLine => ({
  place,
  name: { kind: "text", text },
  customers,
  newcomers: 0,
  sales: 1000,
  seen: customers,
  again:
    again === null ? null : { value: again, low: again - 0.1, high: again + 0.1, customers: 10 },
  firstSales: null,
});
const RESULT: SourcesResult = {
  kind: "answered",
  headline: {
    customers: 100,
    sources: 3,
    knownShare: 1,
    newcomers: 5,
    p: 0.01,
    referred: 3,
    referredSales: 45_000,
  },
  column: "channel",
  firstDays: 365,
  asOfDay: 0,
  fromDay: 0,
  toDay: 0,
  sales: 3000,
  sources: [line(0, "展会", 60, 0.5), line(1, "网站", 30, 0.75), line(2, "其他", 10, null)],
  again: { value: 0.6, low: 0.5, high: 0.7 },
  referrals: null,
};

describe("findings", () => {
  it("names the largest source, which customers stay, and what referrals brought", () => {
    expect(plainText(findings(RESULT, words))).toBe(
      "最多的客户来自展会，占60%。来自“网站”的客户最留得住，75%会再买；“展会”只有50%。3家是老客户介绍来的，至今买了¥4.5万。",
    );
  });

  it("claims no difference without a test that shows one, and no source without a column", () => {
    const withP = (p: number | null) => ({ ...RESULT, headline: { ...RESULT.headline, p } });
    expect(plainText(findings(withP(0.4), words))).toContain("差别可能只是碰巧");
    expect(plainText(findings(withP(null), words))).toContain("还不够多");
    const bare = { ...RESULT, sources: [] };
    expect(plainText(findings(bare, words))).toContain("看不出客户从哪里来");
  });
});

describe("againView", () => {
  it("draws the sources with enough customers against all of them", () => {
    const view = againView(RESULT, words);
    expect(view?.lines.map(({ name, cell }) => [name, cell])).toEqual([
      ["展会", "source-again:0"],
      ["网站", "source-again:1"],
    ]);
    expect(view?.reference).toEqual({ value: 0.6, name: "全部客户" });
    expect(againView({ ...RESULT, sources: [] }, words)).toBeNull();
  });
});
