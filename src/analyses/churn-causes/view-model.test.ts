import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import messages from "./messages/zh-Hans";
import { barsView } from "./view-model";

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
