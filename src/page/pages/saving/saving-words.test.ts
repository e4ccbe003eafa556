import { describe, expect, it } from "vitest";
import saving from "../../../analyses/health/messages/saving-zh-Hans";
import { newCase, type SavingCase } from "../../../domain/saving";
import type { ReasonReadings } from "../../../domain/exit-reasons";
import { createFormat } from "../../../i18n/format";
import { parseIsoDay } from "../../../kernel/base/calendar";
import { caseAfter, draftOf, exitBegun, lacksExit } from "./saving-draft";
import {
  boardFinding,
  cardLines,
  cardsOf,
  sinceText,
  tacticText,
  type BoardCard,
  type SavingWords,
} from "./saving-words";

const WORDS: SavingWords = { t: saving, format: createFormat("zh-Hans"), currency: "CNY" };
const TODAY = 20_423;
const card = (key: string, change: Partial<SavingCase> = {}, yearSales = 0): BoardCard => ({
  key,
  name: key,
  one: {
    ...newCase({ id: null, name: key }, null, { onDay: TODAY - 12, atMs: 1 }),
    ...change,
  },
  facts: { key, row: 0, customer: null, name: key, yearSales, again: null, exitedOn: null },
});
const ids = (cards: readonly BoardCard[]): readonly string[] => cards.map(({ key }) => key);

describe("the saving board in words", () => {
  it("puts what is due first, then the most money, and keeps to an owner", () => {
    const cards = [
      card("小", {}, 10),
      card("大", { owner: "王" }, 900),
      card("急", { nextOn: TODAY - 1 }, 1),
      card("完", { steps: [{ phase: "lost", onDay: TODAY }] }),
    ];
    expect(ids(cardsOf(cards, "warned", null))).toEqual(["急", "大", "小"]);
    expect(ids(cardsOf(cards, "warned", "王"))).toEqual(["大"]);
    expect(ids(cardsOf(cards, "warned", ""))).toEqual(["急", "小"]);
    expect(ids(cardsOf(cards, "ended", null))).toEqual(["完"]);
  });

  it("says what is overdue, and how long a case stands where it stands", () => {
    const late = card("急", { nextStep: "上门拜访", nextOn: TODAY - 3 });
    const next = cardLines(late, WORDS, TODAY).find(({ id }) => id === "next");
    expect(next?.text).toContain("，已过3天）");
    expect(next?.tone).toBe("bad");
    expect(sinceText(late.one, WORDS, TODAY)).toBe("预警12天");
  });

  it("says beside the reason that somebody wrote why the customer was warned of, until the case is over", () => {
    const change = { reason: "价格", warning: "60天没下单" };
    const said = (steps: Partial<SavingCase>) =>
      cardLines(card("甲", { ...change, ...steps }), WORDS, TODAY).map(({ text }) => text);
    expect(said({})).toEqual(expect.arrayContaining(["原因：价格", "预警：60天没下单"]));
    expect(said({ steps: [{ phase: "saved", onDay: TODAY }] })).not.toContain("预警：60天没下单");
  });

  it("names what helps by the cause of the reason, and follows the reason list", () => {
    const { tactics } = saving.drawer;
    const told = (reason: string, readings: ReasonReadings = new Map()) =>
      tacticText(reason, readings, WORDS);
    expect(told("被对手低价抢走")).toBe(tactics.competition);
    expect(told("质量问题")).toBe(tactics.fault);
    // A price is not talked away: the board says the same of it as 赢回.
    expect(told("价格")).toBe(tactics.price);
    expect(told("拖欠货款")).toBe(tactics.involuntary);
    expect([told(""), told("H-07")]).toEqual([null, null]);
    const laid = new Map([["h-07", { reason: "H-07", cause: "natural", changedAtMs: 1 } as const]]);
    expect(told(" h-07", laid)).toBe(tactics.natural);
  });

  it("leaves out what is not so", () => {
    expect(
      boardFinding([card("完", { steps: [{ phase: "lost", onDay: TODAY }] })], {
        words: WORDS,
        today: TODAY,
      }),
    ).toBe("手上没有要挽救的客户。已有结果的，挽回0家，流失1家。");
    const open = boardFinding([card("甲", { nextOn: TODAY }, 1200)], {
      words: WORDS,
      today: TODAY,
    });
    expect(open).toContain("1家的下一步今天到期");
    expect(open).not.toContain("已有结果");
  });
});

describe("the draft of a case", () => {
  it("begins an exit with its day and reason, and asks for one only where none tells it", () => {
    const lost = card("甲", {
      reason: "投诉无人处理",
      steps: [
        { phase: "warned", onDay: TODAY - 12 },
        { phase: "lost", onDay: TODAY - 2 },
      ],
    }).one;
    expect(exitBegun(lost).reason).toBe("投诉无人处理");
    expect(parseIsoDay(exitBegun(lost).day)).toBe(TODAY - 2);
    expect(lacksExit(lost, undefined)).toBe(false);
    expect(lacksExit(lost, null)).toBe(true);
    expect(lacksExit(lost, TODAY - 20)).toBe(false);
    expect(lacksExit(lost, TODAY - 500)).toBe(true);
    expect(lacksExit(card("乙").one, null)).toBe(false);
  });

  it("changes nothing when nothing was typed, and empties what was emptied", () => {
    const { one } = card("甲", { owner: "王", nextOn: TODAY, note: "x" });
    expect(caseAfter(one, draftOf(one), TODAY)).toEqual(one);
    const next = caseAfter(
      one,
      { ...draftOf(one), owner: " ", nextOn: "", phase: "saving" },
      TODAY,
    );
    expect(next).toMatchObject({ owner: null, nextOn: null, note: "x" });
    expect(next.steps.at(-1)).toEqual({ phase: "saving", onDay: TODAY });
  });
});
