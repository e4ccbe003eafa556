import { describe, expect, it } from "vitest";
import messages from "../../../analyses/winback/messages/zh-Hans";
import { attemptReadout, type WinbackAttempt } from "../../../domain/winback-attempt";
import { createFormat } from "../../../i18n/format";
import { readoutLines, typedCost, type AttemptWords } from "./attempt-words";

const words: AttemptWords = {
  t: messages.attempts,
  format: createFormat("zh-Hans"),
  currency: "CNY",
};
const several = (count: number, over: Partial<WinbackAttempt>): WinbackAttempt[] =>
  Array.from({ length: count }, () => ({
    customer: "C1",
    name: "甲",
    on: 1,
    channel: "",
    offer: "",
    cost: null,
    result: "pending",
    changedAtMs: 0,
    ...over,
  }));
const read = (attempts: readonly WinbackAttempt[]) =>
  readoutLines(attemptReadout(attempts), words).join("");

describe("readoutLines", () => {
  it("says nothing of nothing, and that few are too few", () => {
    expect(read([])).toBe("");
    expect(read(several(3, { result: "won" }))).toContain("有结果的才3次，太少");
  });

  it("gives the share with its interval, the money, and what it does not prove", () => {
    const text = read([
      ...several(5, { result: "won", cost: 20 }),
      ...several(15, { result: "lost" }),
    ]);
    expect(text).toContain("挽回25%（95%区间11.2–46.9%）");
    expect(text).toContain("一共花了¥100。其中15次没有记花费。");
    expect(text).toContain("没联系的也会有人自己回来");
  });
});

describe("typedCost", () => {
  it("reads amounts, nothing, and what is none", () => {
    expect([typedCost("1,200"), typedCost(" "), typedCost("0")]).toEqual([1200, null, 0]);
    expect([typedCost("-5"), typedCost("abc")]).toEqual([NaN, NaN]);
  });
});
