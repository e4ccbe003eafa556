import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import messages from "./messages/zh-Hans";
import type { ChurnCausesResult } from "./spec";
import { barsView, cautions } from "./view-model";

const WORDS = { t: messages, format: createFormat("zh-Hans"), currency: "CNY" };

describe("bars of reasons", () => {
  it("have no bar by money where no amount is known, and shares of what is known", () => {
    const lines = [
      { name: "价格", customers: 3, money: null },
      { name: "质量", customers: 2, money: 300 },
      { name: "搬迁", customers: 1, money: 100 },
    ];
    const { bars } = barsView(lines, "exit-reason", "money", WORDS);
    expect(bars.map(({ name, cell }) => [name, cell])).toEqual([
      ["质量", "exit-reason:1"],
      ["搬迁", "exit-reason:2"],
    ]);
    expect(bars[0]!.label).toContain("75%");
    expect(barsView(lines, "exit-reason", "customers", WORDS).bars).toHaveLength(3);
  });
});

describe("what a reader must know", () => {
  it("is said of a few exits: that nobody else was written down; of a few losses otherwise, and of many, not", () => {
    const rule = { kind: "contracts", withContract: 0, withChurnDay: 0 };
    const said = (change: object) =>
      cautions({ causes: [], events: 3, rule, ...change } as unknown as ChurnCausesResult, WORDS);
    expect(said({})).toEqual([messages.caution.fewExits({ events: 3 })]);
    expect(said({ rule: { ...rule, withContract: 5 } })).toEqual([
      messages.caution.few({ events: 3 }),
    ]);
    expect(said({ events: 10 })).toEqual([]);
  });
});
