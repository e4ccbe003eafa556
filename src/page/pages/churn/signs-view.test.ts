import { describe, expect, it } from "vitest";
import model from "../../../analyses/churn-model/messages/zh-Hans";
import type { OneAtRisk } from "../../../analyses/churn-model/spec";
import credit from "../../../analyses/credit-ladder/messages/zh-Hans";
import type { CreditLine } from "../../../analyses/credit-ladder/spec";
import health from "../../../analyses/health/messages/zh-Hans";
import { createFormat } from "../../../i18n/format";
import { customers } from "../../../i18n/locales/zh-Hans/customers";
import { chanceSign, creditSign, healthSign, signNotes, type SignWords } from "./signs-view";

const WORDS: SignWords = {
  t: customers.signs,
  model,
  health,
  credit,
  format: createFormat("zh-Hans"),
  currency: "CNY",
  columnName: (id) => id,
  isFlag: () => false,
};

const one: OneAtRisk = {
  line: {
    row: 3,
    key: "K3",
    name: "甲",
    chance: 0.3,
    year: 1000,
    atStake: 300,
    reasons: [
      { feature: 0, part: 0.9, value: 95 },
      { feature: 1, part: -0.4, value: "北" },
    ],
  },
  rank: 2,
  customers: 40,
  usual: 0.1,
  from: 0.2,
  windowDays: null,
  features: [
    { id: "recency", from: "orders", weight: 1 },
    { id: "region", from: "column", weight: 0.5 },
  ],
};

describe("the signs that a customer may leave", () => {
  it("give the chance with its place, what raises it and nothing of what lowers it", () => {
    const sign = chanceSign(one, WORDS);
    expect(sign).toMatchObject({ value: "30%", tone: "bad", section: "who" });
    expect(sign.lines[0]).toBe("从高到低，40家里排第2；全部客户平均10%。");
    expect(sign.lines[1]).toContain("95");
    expect(sign.lines.join("")).not.toContain("北");
    expect(sign.lines[2]).toBe("预计损失¥300。");
    const calm = { ...one, line: { ...one.line, chance: 0.05, atStake: null, reasons: [] } };
    expect(chanceSign(calm, WORDS)).toMatchObject({ tone: "calm" });
    expect(chanceSign(calm, WORDS).lines).toContain(customers.signs.chanceNotRaised);
    expect(chanceSign(calm, WORDS).lines).toHaveLength(2);
    const silent = chanceSign({ ...calm, windowDays: 71 }, WORDS);
    expect(silent.lines[0]).toContain("接下来71天一单也不下");
  });

  it("give the health score with its light, and its change only where there was one before", () => {
    const line = {
      row: 3,
      key: "甲",
      name: "甲",
      score: 44.6,
      change: null,
      year: 1000,
      parts: [{ id: "complaint", score: 0, lost: 12, fact: 2, usual: null } as const],
      missing: 1,
    };
    const sign = healthSign({ line, windowDays: 60, usual: 71 }, WORDS);
    expect(sign).toMatchObject({ value: "45分 红灯", tone: "bad" });
    expect(sign.lines).toEqual(["全部客户平均71分。", "扣分最多的：有2件投诉没处理完。"]);
    const moved = healthSign({ line: { ...line, change: -12 }, windowDays: 60, usual: 71 }, WORDS);
    expect(moved.lines[0]).toBe("全部客户平均71分。和60天前比：−12。");
  });

  it("give the step of the credit ladder and what it comes of", () => {
    const line: CreditLine = {
      row: 3,
      name: "甲",
      step: 3,
      overdue: 5000,
      oldest: 45,
      late: 4,
      judged: 6,
      broken: 1,
      disputed: 0,
      balance: 5000,
      payToGoDown: 5000,
      onTimeToGoDown: 0,
      promiseDaysToGoDown: 0,
      upInDays: null,
    };
    expect(creditSign(line, WORDS)).toMatchObject({ value: "3级·款到发货", tone: "bad" });
    expect(creditSign(line, WORDS).lines).toEqual([
      "逾期未收¥5,000，最久已过期45天。",
      "近来6张发票里4张付晚了。",
      "1次付款承诺落空。",
    ]);
    const clear = {
      ...line,
      step: 1,
      overdue: 0,
      oldest: 0,
      judged: 0,
      late: 0,
      broken: 0,
    } as const;
    expect(creditSign(clear, WORDS).lines).toEqual([customers.signs.creditClear]);
  });
});

describe("what is said beside the signs", () => {
  const done = { chance: "done", health: "done", credit: "done" } as const;

  it("names what failed, and does not tell it as a lack of data", () => {
    const told = signNotes({ ...done, chance: "failed" }, [{ id: "health" }], WORDS);
    expect(told).toEqual({
      failed: "流失可能性这次没有算出来：是计算中途出了错，不是数据不够。",
      gap: null,
    });
    const all = { chance: "failed", health: "failed", credit: "failed" } as const;
    expect(signNotes(all, [], WORDS).gap).toBeNull();
    // What came of the others is unknown, so "nothing can be said" would claim too much.
    expect(signNotes({ ...done, health: "failed" }, [], WORDS)).toMatchObject({ gap: "noChance" });
  });

  it("says what is missing only where all was answered, and waits for the chance", () => {
    expect(signNotes(done, [], WORDS)).toEqual({ failed: null, gap: "none" });
    expect(signNotes(done, [{ id: "health" }], WORDS).gap).toBe("noChance");
    expect(signNotes(done, [{ id: "chance" }], WORDS).gap).toBeNull();
    expect(signNotes({ ...done, chance: "running" }, [], WORDS).gap).toBe("waiting");
  });
});
