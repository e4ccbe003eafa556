import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import type { ReasonReading } from "../../domain/exit-reasons";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { seededRng } from "../../kernel/base/rng";
import {
  MISSING_DAY,
  requiredColumn,
  type Column,
  type DayColumn,
} from "../../kernel/table/column";
import type { Input } from "../define";
import { MISSING_CODE } from "../../kernel/table/column";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import { chanceBack, recoveryOf } from "./recovery";
import spec, { type WinbackParams } from "./spec";
import { readoutLines, trialLines } from "./trial-view";
import {
  findings,
  howLines,
  isListed,
  noteLines,
  recoveryTwin,
  pullText,
  refusalText,
  tacticText,
  termLines,
  type Words,
} from "./view-model";

const LAST = 20_000;
const scope = scopeOf(LAST);

interface Exit {
  readonly customer: string;
  readonly on: number;
  readonly back?: number;
  readonly reason?: string;
}

const dayColumn = (days: readonly (number | undefined)[]): DayColumn => ({
  kind: "day",
  length: days.length,
  values: Int32Array.from(days, (day) => day ?? MISSING_DAY),
  validity: null,
});

/** Orders and exits as ingest would link them. */
function company(lines: readonly Line[], exits: readonly Exit[]): Input {
  const tables = tablesOf(lines, [...new Set(exits.map(({ customer }) => customer))]);
  const keys = requiredColumn(tables.customers, "key", "dictionary").dictionary;
  const columns = new Map<string, Column>([
    [
      "customer",
      {
        kind: "dictionary",
        length: exits.length,
        codes: Uint32Array.from(exits, ({ customer }) => keys.indexOf(customer)),
        dictionary: keys,
        validity: null,
      },
    ],
    ["exitedOn", dayColumn(exits.map(({ on }) => on))],
    ["wonBackOn", dayColumn(exits.map(({ back }) => back))],
    ["reasonCode", textColumn(exits.map(({ reason }) => reason))],
  ]);
  return { ...tables, exits: { rowCount: exits.length, columns } };
}

const monthly = (customer: string, from: number, to: number, amount = 100): Line[] =>
  Array.from({ length: Math.floor((to - from) / 30) + 1 }, (_, i) => ({
    customer,
    on: from + 30 * i,
    amount,
  }));

/** 50 left two to three years ago, 20 of them back after 200 days; 10 left 270 days ago and 5 just now. */
function planted(secondAmount: (i: number) => number = () => 50): Input {
  const old = Array.from({ length: 50 }, (_, i): Exit => {
    const on = LAST - 1000 + i;
    const reason = i % 2 === 0 ? "质量问题" : "对手价格低";
    return { customer: `旧${i}`, on, reason, ...(i < 20 ? { back: on + 200 } : {}) };
  });
  const open = Array.from({ length: 10 }, (_, i) => ({
    customer: `窗${i}`,
    on: LAST - 270,
    reason: i === 9 ? "拖欠货款" : "服务态度差",
  }));
  const fresh = Array.from({ length: 5 }, (_, i) => ({ customer: `新${i}`, on: LAST - 20 }));
  const exits = [...old, ...open, ...fresh];
  const lines = exits.flatMap(({ customer, on, back }: Exit, i) => [
    ...monthly(customer, on - 360, on),
    // a second life of half the size
    ...(back === undefined ? [] : monthly(customer, back, back + 355, secondAmount(i))),
  ]);
  return company(lines, exits);
}

const tables = planted();
const resultFor = (params: Partial<WinbackParams> = {}) =>
  resultOf(spec, compute, { tables, scope, params });

describe("winback", () => {
  const result = resultFor();

  it("counts the lost and the returned of a planted company", () => {
    expect(result.headline).toMatchObject({ lost: 45, returned: 20 });
    expect(result).toMatchObject({
      source: "contracts",
      breaks: 65,
      returns: 20,
      early: 5,
      open: 9,
      closed: 30,
      excluded: 1,
    });
  });

  it("estimates recovery by the product limit: 20 of the 50 who were watched to the end", () => {
    // 65 were watched for 20 days, 60 for 270; the returns at 200 days are 20 of 60.
    expectClose(result.headline.recovery12!, 20 / 60, { rel: 1e-12 });
    const [month6, month7] = [result.curve[5]!, result.curve[6]!];
    expect([month6.share, month6.customers]).toEqual([0, 0]);
    expectClose(month7.share, 1 / 3, { rel: 1e-12 });
    expect(month7.customers).toBe(20);
    expect(month7.low!).toBeGreaterThan(0.2);
    expect(month7.high!).toBeLessThan(0.5);
  });

  it("prices a contact by chance, second life, margin, offer and contact", () => {
    const { terms, lines } = result;
    expect(terms).toMatchObject({
      margin: { value: 0.3, from: "assumed" },
      secondLife: { from: "data" },
      followed: 20,
    });
    // 12 orders of 50 after, 13 of 100 before; both within 365 days
    expectClose(terms!.secondLife.value, (12 * 50) / (13 * 100), { rel: 1e-12 });
    const value = 1300 * (600 / 1300) * 0.3;
    expectClose(terms!.offer.value, 0.05 * value, { rel: 1e-12 });
    // The five who have just left: nobody of 60 comes before day 200, a third then.
    const fresh = lines.find(({ name }) => name.startsWith("新"))!;
    expectClose(fresh.chance, 1 / 3, { rel: 1e-12 });
    expectClose(fresh.score, (1 / 3) * (value - 0.05 * value) - 0.005 * value, { rel: 1e-12 });
    // All have bought alike, so nobody is worth an offer for that.
    expect(fresh).toMatchObject({ stage: "early", tactic: "recontact", tacticFrom: "history" });
  });

  it("gives the interval of the second life, Cochran 6.3 on the logarithm, and none where it is given", () => {
    const { secondLifeRange: same } = result.terms!;
    expectClose(same!.low, (12 * 50) / (13 * 100), { rel: 1e-6 });
    const varied = resultOf(spec, compute, { tables: planted((i) => (i % 2) * 100), scope });
    // 20 returns: 1300 before, 0 or 1200 after: R = 600 ÷ 1300, after − R before = ∓600
    const half = (1.959963984540054 * Math.sqrt((20 / 19) * 20 * 600 ** 2)) / (20 * 600);
    const ratio = 600 / 1300;
    expectClose(varied.terms!.secondLifeRange!.low, ratio * Math.exp(-half), { rel: 1e-9 });
    expectClose(varied.terms!.secondLifeRange!.high, ratio * Math.exp(half), { rel: 1e-9 });
    expect(resultFor({ secondLife: 2 }).terms!.secondLifeRange).toBeNull();
  });

  it("lists exactly as long as it pays", () => {
    // Who has been gone for 270 days is past the only day on which anybody came back.
    expect(result.lines.map(({ stage }) => stage)).toEqual(new Array(5).fill("early"));
    expect(result).toMatchObject({ listed: 5, notWorth: 9 });
    expectClose(
      result.expected,
      result.lines.reduce((sum, { score }) => sum + score, 0),
      { rel: 1e-12 },
    );
    const dear = resultFor({ contact: 1e6 });
    expect(dear.headline).toMatchObject({ list: 0, expected: 0 });
    expect(dear.notWorth).toBe(14);
    expect(resultFor({ offer: 0, contact: 0 }).notWorth).toBe(9);
  });

  it("parts the list at random by the seed, and says what a comparison would see", () => {
    const { trial, lines } = resultFor({ holdout: 0.4 });
    expect(trial).toMatchObject({ contacted: 3, leftAlone: 2 });
    expect(lines.filter(({ isLeftAlone }) => isLeftAlone)).toHaveLength(2);
    const p = lines.reduce((sum, { chance }) => sum + chance, 0) / 5;
    expectClose(trial!.detectable!, 2.8015852 * Math.sqrt(p * (1 - p) * (1 / 3 + 1 / 2)), {
      rel: 1e-7,
    });
    expect(resultFor({ holdout: 0 }).trial).toMatchObject({ leftAlone: 0, detectable: null });
    expect(resultFor({ holdout: 0.4 }).lines).toEqual(lines);
    const drawn = (seed: number): string =>
      resultFor({ holdout: 0.4, seed })
        .lines.map(({ isLeftAlone }) => (isLeftAlone ? "1" : "0"))
        .join("");
    expect(new Set([1, 2, 3, 4, 5, 6].map(drawn)).size).toBeGreaterThan(1);
  });

  it("reads out a finished round by Newcombe's interval, and may not tell the parts apart", () => {
    // Newcombe 1998, table II, method 10: 56/70 against 48/80.
    const { readout } = resultFor({ contacted: 70, contactedBack: 56, alone: 80, aloneBack: 48 });
    expect(readout!.effect.low).toBeCloseTo(0.0524, 4);
    expect(readout!.effect.high).toBeCloseTo(0.3339, 4);
    expectClose(readout!.brought.value, 14, { rel: 1e-12 });
    const words = wordsIn("zh-Hans");
    const text = (own: Partial<WinbackParams>): string =>
      readoutLines(resultFor(own), words).join("");
    expect(text({ contacted: 70, contactedBack: 56, alone: 80, aloneBack: 48 })).toContain("有用");
    expect(text({ contacted: 80, contactedBack: 48, alone: 70, aloneBack: 56 })).toContain(
      "适得其反",
    );
    expect(text({ contacted: 10, contactedBack: 3, alone: 5, aloneBack: 1 })).toContain("还看不出");
    expect(text({ contacted: 10, contactedBack: 11, alone: 5 })).toBe("");
  });

  it("takes the tactic from the reason", () => {
    const wide = resultFor({ fromMonth: 0, toMonth: 60 });
    expect(wide.lines.every(({ score }) => score > 0)).toBe(true);
    const { members } = answerOf(spec, compute, { tables, scope, params: { toMonth: 60 } });
    expect(members("back:excluded")).toHaveLength(1);
    expect(members("back:tactic:none")).toBeNull();
    expect(members("back:month:0")).toBeNull();
    expect(members("back:month:7")).toHaveLength(20);
  });

  it("moves the clock with the window", () => {
    const late = resultFor({ fromMonth: 10, toMonth: 40 });
    expect(late).toMatchObject({ early: 14, open: 30, closed: 0 });
    expect(result.lines[0]!.daysLeft).toBe(345);
  });

  it("says why there is no list", () => {
    const few = company(monthly("甲", LAST - 800, LAST - 400), [
      { customer: "甲", on: LAST - 400 },
    ]);
    const refusedFew = resultOf(spec, compute, { tables: few, scope });
    expect(refusedFew.refusal).toEqual({ code: "few-breaks", need: 20, have: 1 });
    expect(refusedFew.headline).toMatchObject({ lost: 1, recovery12: null, list: null });
    const never = Array.from({ length: 25 }, (_, i) => ({
      customer: `去${i}`,
      on: LAST - 500 - i,
    }));
    const none = resultOf(spec, compute, { tables: company([], never), scope });
    expect(none.refusal!.code).toBe("no-return");
    expect(none.headline).toMatchObject({ lost: 25, returned: 0, recovery12: 0, list: null });
    const nothing = { ...tablesOf([]), customers: tables.customers };
    expect(resultOf(spec, compute, { tables: nothing, scope }).refusal!.code).toBe("no-days");
  });

  it("takes an order long after an exit for a return, and one that was still open not", () => {
    const exits = Array.from({ length: 25 }, (_, i) => ({ customer: `客${i}`, on: LAST - 500 }));
    const lines = exits.flatMap(({ customer, on }, i) => [
      ...monthly(customer, on - 300, on),
      { customer, on: on + (i < 10 ? 31 : 30), amount: 100 },
    ]);
    const found = resultOf(spec, compute, { tables: company(lines, exits), scope });
    expect(found.headline).toMatchObject({ lost: 15, returned: 10 });
  });
});

describe("laws of winback", () => {
  const drawn = (seed: number): Line[] => {
    const rng = seededRng(seed);
    return Array.from({ length: 60 }, (_, i) => {
      const lines: Line[] = [];
      let on = LAST - 1200 + rng.below(100);
      for (; on <= LAST; on += 1 + (rng.next() < 0.1 ? 200 + rng.below(300) : rng.below(40)))
        lines.push({ customer: `客${i}`, on, amount: 1 + rng.below(200) });
      return lines;
    }).flat();
  };
  const answer = (lines: readonly Line[]) =>
    resultOf(spec, compute, { tables: tablesOf(lines), scope });

  it("scales what is expected with money, and leaves the list", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const lines = drawn(seed);
        const [one, ten] = [
          answer(lines),
          answer(lines.map((l) => ({ ...l, amount: 10 * l.amount }))),
        ];
        expect(ten.lines.map(({ name }) => name)).toEqual(one.lines.map(({ name }) => name));
        expect(ten.headline.recovery12).toBe(one.headline.recovery12);
        if (one.expected > 0) expectClose(ten.expected, 10 * one.expected, { rel: 1e-9 });
      }),
      { numRuns: 8 },
    );
  });

  it("does not depend on the order of lines", () => {
    const lines = drawn(5);
    const [one, other] = [answer(lines), answer(lines.toReversed())];
    expect(other.curve).toEqual(one.curve);
    expect(other.lines.map(({ name }) => name).toSorted()).toEqual(
      one.lines.map(({ name }) => name).toSorted(),
    );
  });

  it("agrees with counting where every break is watched to the end", () => {
    const breaks = Array.from({ length: 40 }, (_, i) => {
      const backOn = i < 25 ? 1 + 11 * i : MISSING_DAY;
      const seenUntil = i < 25 ? backOn : 5000;
      return { row: i, day: 0, backOn, seenUntil, cause: null, reason: "", isPrice: false };
    });
    const recovery = recoveryOf(breaks);
    for (const gone of [0, 50, 137, 260]) {
      const left = breaks.filter(({ seenUntil }) => seenUntil > gone);
      const back = left.filter(({ backOn }) => backOn !== MISSING_DAY && backOn <= gone + 365);
      expectClose(chanceBack(recovery, gone)!, back.length / left.length, { rel: 1e-12 });
    }
  });
});

describe("an attempt that won a customer back", () => {
  it("takes the customer off the list, though no order says so yet, and one before the break does not", () => {
    const [first] = result().lines;
    const key = first!.name;
    const after = result(new Map([[key, LAST - 1]]));
    expect(after.lines.map(({ name }) => name)).not.toContain(key);
    expect(after).toMatchObject({ wonBack: 1, listed: result().listed - 1, lost: result().lost });
    expect(result(new Map([[key, first!.brokeOn - 1]])).listed).toBe(result().listed);
  });

  const result = (wonBack?: ReadonlyMap<string, number>) =>
    resultOf(spec, compute, { tables, scope, params: {}, wonBack });
});

describe("winback on CDNOW", () => {
  it("agrees with a slow second reckoning of silences and returns", () => {
    const cdnow = referenceTables("cdnow_master");
    const asOf = scopeOf("1998-06-30");
    const windowDays = 120;
    const found = resultOf(spec, compute, { tables: cdnow, scope: asOf, params: { windowDays } });
    const owner = requiredColumn(cdnow.orders, "customer", "dictionary").codes;
    const on = requiredColumn(cdnow.orders, "orderedOn", "day").values;
    const days = new Map<number, Set<number>>();
    owner.forEach((code, row) => {
      if (code !== MISSING_CODE) days.set(code, (days.get(code) ?? new Set()).add(on[row]!));
    });
    let [breaks, returns, lost] = [0, 0, 0];
    for (const own of days.values()) {
      const sorted = [...own].sort((a, b) => a - b);
      sorted.forEach((day, i) => {
        const next = sorted[i + 1];
        if (next === undefined) {
          if (day + windowDays < asOf.asOfDay) {
            lost++;
            breaks++;
          }
        } else if (next - day > windowDays) {
          breaks++;
          returns++;
        }
      });
    }
    expect(found).toMatchObject({ breaks, returns, lost });
    expect(found.returns).toBeGreaterThan(1000);
  });
});

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
});

describe("the words of winback", () => {
  it("say who is in the window, what pays, and how many came back", () => {
    const text = plainText(findings(resultFor(), { ...params }, wordsIn("zh-Hans")));
    expect(text).toContain("现在流失的有45家，其中9家走了6到12个月");
    expect(text).toContain("联系5家划算");
    expect(text).toMatch(/满12个月回来33%（95%区间/);
    expect(
      plainText(findings(resultFor({ contact: 1e6 }), { ...params }, wordsIn("zh-Hans"))),
    ).toContain("联系谁都不划算");
  });

  it("are whole in every language", () => {
    const result = resultFor();
    for (const language of LANGUAGES) {
      const words = wordsIn(language);
      const lines = [
        plainText(findings(result, { ...params }, words)),
        ...howLines(result, words),
        pullText(result, words),
        pullText({ ...result, pull: { value: Infinity, isFound: true } }, words),
        pullText({ ...result, pull: { value: 1.25, isFound: true } }, words),
        ...noteLines(result, { ...params }, words),
        ...(isListed(result) ? termLines(result, words) : []),
        ...trialLines(result.trial!, words),
        ...readoutLines(resultFor({ contacted: 90, contactedBack: 9, alone: 10 }), words),
        refusalText({ ...result, refusal: { code: "few-breaks", need: 20, have: 3 } }, words),
      ];
      for (const line of lines) expect(line).not.toMatch(/undefined|NaN|null|\[object/);
    }
    expect(recoveryTwin(result, wordsIn("en")).rows).toHaveLength(result.curve.length);
  });
});

const params: WinbackParams = {
  source: "auto",
  windowDays: 0,
  fromMonth: 6,
  toMonth: 12,
  offer: -1,
  contact: -1,
  margin: 0,
  secondLife: 0,
  holdout: 0.1,
  seed: 1,
  contacted: 0,
  contactedBack: 0,
  alone: 0,
  aloneBack: 0,
};

describe("a reason that the reader laid down", () => {
  it("is named beside the tactic", () => {
    const words = wordsIn("zh-Hans");
    const exits = tables.exits!;
    const reasons = textColumn(Array.from({ length: exits.rowCount }, () => "对手价格低"));
    const columns = new Map([...exits.columns, ["reasonCode", reasons] as const]);
    const told = { ...tables, exits: { ...exits, columns } };
    const line = resultOf(spec, compute, { tables: told, scope }).lines[0]!;
    expect(tacticText(line, words)).toBe("特别优惠（原因：对手价格低）");
    // Our own prices count as our fault; to mend them is an offer all the same.
    const dear = textColumn(Array.from({ length: exits.rowCount }, () => "涨价"));
    const priced = {
      ...exits,
      columns: new Map([...exits.columns, ["reasonCode", dear] as const]),
    };
    const [own] = resultOf(spec, compute, { tables: { ...tables, exits: priced }, scope }).lines;
    expect(own).toMatchObject({ cause: "fault", tactic: "offer", tacticFrom: "reason" });
    expect(tacticText({ ...line, reason: "" }, words)).toBe("特别优惠（按流失原因）");
    expect(tacticText({ ...line, reason: "长".repeat(60) }, words)).toContain("长…）");
  });

  it("decides the cause, from which the tactic comes, and who is left out as ended by us", () => {
    const of = (reading: Partial<ReasonReading>) => {
      const reasonReadings = new Map([
        ["服务态度差", { reason: "服务态度差", changedAtMs: 1, ...reading }],
      ]);
      return resultOf(spec, compute, { tables, scope, reasonReadings });
    };
    expect(resultFor()).toMatchObject({ excluded: 1, open: 9 });
    expect(of({ initiative: "involuntary" })).toMatchObject({ excluded: 10, open: 0 });
    const breaks = ({ causes }: ReturnType<typeof resultFor>) =>
      causes.map(({ cause, breaks: found }) => [cause, found]);
    expect(breaks(resultFor())).toContainEqual(["fault", 34]);
    expect(breaks(of({ cause: "competition" }))).toEqual(
      expect.arrayContaining([
        ["fault", 25],
        ["competition", 34],
      ]),
    );
  });
});

describe("a few exits and many silences", () => {
  it("are both told: the exits in the place of the silence of their customers, with their reasons", () => {
    const silent = Array.from({ length: 40 }, (_, i) => {
      const last = LAST - 900 + 10 * i;
      return [
        ...monthly(`静${i}`, last - 300, last),
        // every second comes back a year later, and goes again
        ...(i % 2 === 0 ? monthly(`静${i}`, last + 300, last + 360) : []),
      ];
    }).flat();
    const steady = Array.from({ length: 20 }, (_, i) => monthly(`常${i}`, LAST - 720, LAST)).flat();
    // One went silent, and somebody wrote down when and why; another still bought a month ago.
    const exits = [
      { customer: "静39", on: LAST - 480, reason: "拖欠货款" },
      { customer: "常0", on: LAST - 5, reason: "服务态度差" },
    ];
    const few = company([...silent, ...steady], exits);
    const given = { ...few, exits: undefined } as unknown as Input;
    const of = (input: Input) => answerOf(spec, compute, { tables: input, scope });
    const [by, without] = [of(few), of(given)];
    if (by.result.kind !== "answered" || without.result.kind !== "answered")
      throw new Error("refused");
    expect(by.result.source).toBe("silence");
    expect(by.result.silenceDays).toBe(without.result.silenceDays);
    expect(by.result.lost).toBe(without.result.lost + 1);
    expect(by.result.breaks).toBe(without.result.breaks + 1);
    expect(by.result.excluded).toBe(1);
    expect(by.result.causes.map(({ cause }) => cause).toSorted()).toEqual([
      "fault",
      "involuntary",
      "unknown",
    ]);
    const row = requiredColumn(few.customers, "key", "dictionary").dictionary.indexOf("静39");
    expect([...by.members("back:excluded")!]).toEqual([row]);
  });
});
