import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { dayColumn, linkedTable, momentColumn } from "../../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { epochDay, formatIsoDay } from "../../kernel/base/calendar";
import { finished } from "../../kernel/base/finished";
import { seededRng } from "../../kernel/base/rng";
import { saleEvents } from "../../measures/lifecycle-events";
import { orderBook } from "../../measures/order-book";
import type { Input } from "../define";
import churnModel from "../churn-model/spec";
import compute from "./compute";
import { lookAt } from "./look";
import { overdueScore } from "./measure";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { MEASURES } from "./spec";
import {
  binsTwin,
  changeText,
  findings,
  howLines,
  isWeak,
  missingLine,
  reasonText,
  silentText,
  testLine,
  weightTotal,
  type Words,
} from "./view-model";

const AS_OF = "2025-06-30";
const scope = scopeOf(AS_OF);
const end = day(AS_OF);

/** A customer that orders every `gap` days and was last seen `silence` days ago. */
const steady = (customer: string, gap: number, silence: number, times = 12): Line[] =>
  Array.from({ length: times }, (_, i) => ({
    customer,
    on: end - silence - gap * (times - 1 - i),
    amount: 100,
  }));

/** Half order every five days, half every forty: the latter fall silent for 30 days more often. */
function mixed(n: number): Input {
  const rng = seededRng(4);
  const lines: Line[] = [];
  for (let c = 0; c < n; c++) {
    const rate = c % 2 === 0 ? 5 : 40;
    let at = end - 400;
    while (at <= end) {
      lines.push({ customer: `c${c}`, on: at, amount: 100 });
      at += 1 + Math.floor(-rate * Math.log(1 - rng.next()));
    }
  }
  return tablesOf(lines);
}

const linesOf = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope, params: { windowDays: 60, ...params } });

describe("health", () => {
  it("adds what is left of the weights: H = Σ w s ÷ Σ w of what is known", () => {
    const tables = tablesOf([...steady("late", 10, 40), ...steady("fine", 10, 5)]);
    const only = linesOf(tables, { frequency: 0, trend: 0, rhythm: 7, complaint: 90 });
    // 40 days at a gap of 10: beyond three times the gap
    const late = only.lines.find(({ name }) => name === "late")!;
    expect(late.score).toBe(0);
    expect(late.parts[0]).toMatchObject({ id: "rhythm", score: 0, lost: 100, fact: 40, usual: 10 });
    const share = only.measures.find(({ id }) => id === "rhythm")!;
    expect(share).toMatchObject({ weight: 7, effective: 1, known: 2 });
    expect(only.measures.find(({ id }) => id === "complaint")!).toMatchObject({ known: 0 });
    expect(only.bands.map(({ customers }) => customers)).toEqual([1, 0, 1]);
  });

  it("gives one gap of the common length to each, so that two orders are no rhythm", () => {
    expect(overdueScore({ span: 0, gaps: 0, waited: 30, common: 30 })).toEqual([100, 30]);
    expect(overdueScore({ span: 10, gaps: 1, waited: 40, common: 30 })).toEqual([50, 20]);
    expect(overdueScore({ span: 10, gaps: 1, waited: 90, common: 30 })[0]).toBe(0);
  });

  it("has the closed form of the gamma-Poisson chance of an order", () => {
    const tables = tablesOf([...steady("a", 10, 5), ...steady("b", 30, 20)]);
    const result = linesOf(tables, { frequency: 100, rhythm: 0, trend: 0 });
    const [a, b] = [115, 350];
    const spacing = (a + b) / 22;
    const mean = [a, b].reduce(
      (sum, time) => sum + 50 * (1 - ((spacing + time) / (spacing + time + 60)) ** 12),
      0,
    );
    expectClose(result.headline.meanScore, mean, { rel: 1e-12 });
  });

  it("hears complaints, arrears, contacts and contracts as they stood", () => {
    const base = tablesOf([...steady("a", 10, 5), ...steady("b", 10, 5)]);
    const tables: Input = {
      ...base,
      complaints: linkedTable(base, ["a"], { openedAt: momentColumn(["2025-06-20"]) }),
      invoices: linkedTable(base, ["a", "b", "b"], {
        dueOn: dayColumn(["2025-05-31", "2025-05-01", "2025-08-01"]),
        settledOn: dayColumn(["", "2025-05-03", ""]),
        openAmount: floatColumn([500, 0, 70]),
      }),
      contacts: linkedTable(base, ["a", "a", "b", "b"], {
        contactedAt: dayColumn(["2025-02-01", "2025-02-11", "2025-06-10", "2025-06-20"]),
      }),
      contracts: linkedTable(base, ["a"], {
        startsOn: dayColumn(["2024-08-14"]),
        endsOn: dayColumn(["2025-08-14"]),
      }),
    };
    const result = linesOf(tables, { frequency: 0, rhythm: 0, trend: 0 });
    const [a] = result.lines;
    expect(result.lines).toHaveLength(1);
    expect(a!.parts.map(({ id, fact }) => [id, fact])).toEqual([
      ["complaint", 1],
      ["arrears", 30],
      ["contact", 139],
    ]);
    expectClose(a!.score, (10 * 0 + 10 * 50 + 5 * 0 + 10 * 50) / 35, { rel: 1e-12 });
    expect(result.measures.find(({ id }) => id === "contact")!.low).toBe(1);
    expect(plainText(findings(result, words("zh-Hans")))).toContain("有1件投诉没处理完");
  });

  it("looks at nothing later than the as-of day", () => {
    const lines = [...steady("a", 10, 15), ...steady("b", 10, 5)];
    const later: Line = { customer: "a", on: end + 3, amount: 1e6 };
    expect(linesOf(tablesOf([...lines, later]))).toEqual(linesOf(tablesOf(lines)));
  });

  it("reckons an earlier day from what was known on it", () => {
    const then = end - 30;
    const isoAt = (at: number): string => formatIsoDay(epochDay(at));
    const known = tablesOf([...steady("a", 10, 35), ...steady("b", 7, 31)]);
    const since: Line[] = [then + 1, then + 9].map((on) => ({ customer: "a", on, amount: 700 }));
    const grown = tablesOf([...steady("a", 10, 35), ...steady("b", 7, 31), ...since]);
    const lookOn = (base: Input, days: readonly number[]) => {
      const isos = days.map(isoAt);
      const of = days.map(() => "a");
      const tables: Input = {
        ...base,
        complaints: linkedTable(base, of, { openedAt: momentColumn(isos) }),
        contacts: linkedTable(base, of, { contactedAt: dayColumn(isos) }),
        contracts: linkedTable(base, of, {
          signedOn: dayColumn(isos),
          endsOn: dayColumn(days.map((at) => isoAt(at + 20))),
        }),
        invoices: linkedTable(base, of, {
          dueOn: dayColumn(isos),
          settledOn: dayColumn(days.map((at) => isoAt(at + 60))),
        }),
      };
      const events = saleEvents(orderBook(tables), end);
      return finished(lookAt({ tables, scope, events, windowDays: 60 }, then));
    };
    const early = [then - 40, then - 12];
    expect(lookOn(grown, [...early, then + 3])).toEqual(lookOn(known, early));
  });

  it("does not depend on the order of rows, and stays between 0 and 100", () => {
    const line = fc.record({
      customer: fc.constantFrom("a", "b", "c", "d"),
      on: fc.integer({ min: end - 300, max: end }),
      amount: fc.integer({ min: -50, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 60 }), (lines) => {
        const names = ["a", "b", "c", "d"];
        const one = answerOf(spec, compute, { tables: tablesOf(lines, names), scope }).result;
        const reversed = tablesOf(lines.toReversed(), names);
        const other = answerOf(spec, compute, { tables: reversed, scope }).result;
        if (one.kind !== "answered" || other.kind !== "answered") {
          expect(one.kind).toBe(other.kind);
          return;
        }
        expect(one.headline.meanScore).toBeCloseTo(other.headline.meanScore, 9);
        for (const { score } of one.lines) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is tested on the window before, and says nothing without history", () => {
    const result = linesOf(mixed(200), { windowDays: 30 });
    expect(result.backTest!.day).toBe(end - 30);
    expect(result.backTest!.auc.low).toBeGreaterThan(0.6);
    const { tested } = result.bands[2]!;
    expect(tested!.silent / tested!.customers).toBeLessThan(0.5);
    expect(linesOf(mixed(200), { windowDays: 200 }).backTest).toBeNull();
    expect(linesOf(mixed(6), { windowDays: 30 }).backTest).toBeNull();
  });

  it("refuses without current customers, and opens what it counts", () => {
    const gone = tablesOf(steady("a", 5, 100));
    const none = answerOf(spec, compute, { tables: gone, scope, params: { windowDays: 30 } });
    expect(none.result).toMatchObject({ kind: "insufficient", code: "no-customers" });
    const tables = mixed(60);
    const { result, members } = answerOf(spec, compute, { tables, scope });
    if (result.kind !== "answered") throw new Error("refused");
    expect(members("health-call")).toHaveLength(result.callable);
    for (const { id, customers } of result.bands)
      expect(members(`health:${id}`)).toHaveLength(customers);
    expect(members("health:nobody")).toBeNull();
    expect(members("health-score:10")).toBeNull();
    const { of } = answerOf(spec, compute, { tables, scope });
    const [first] = result.lines;
    expect(of!(first!.row)).toEqual({
      line: first,
      windowDays: result.windowDays,
      usual: result.headline.meanScore,
    });
    const today = new Set(members("all"));
    for (let row = 0; row < tables.customers.rowCount; row++)
      expect(of!(row) !== null, String(row)).toBe(today.has(row));
  });

  it("takes the window of the churn model, and opens with weights that add up to 100", () => {
    expect(spec.params.windowDays).toEqual(churnModel.params.windowDays);
    const weights = MEASURES.map((id) => spec.params[id].default);
    expect(weights.reduce<number>((sum, weight) => sum + weight, 0)).toBe(100);
  });
});

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
function words(language: (typeof LANGUAGES)[number]): Words {
  return { t: messages[language], format: createFormat(language), currency: "CNY" };
}

describe("the words of health", () => {
  it("are whole in every language", () => {
    const result = linesOf(mixed(120), { windowDays: 30 });
    for (const language of LANGUAGES) {
      const own = words(language);
      const all = [
        plainText(findings(result, own)),
        testLine(result, own),
        missingLine(result, own)!,
        ...howLines(own),
        ...result.lines.map((line) => reasonText(line, result.windowDays, own)),
        ...result.lines.map((line) => changeText(line, own)),
        ...result.bands.map((band) => silentText(band, own)),
      ];
      for (const text of all) expect(text).not.toMatch(/undefined|NaN|null/);
    }
    expect(binsTwin(result, words("en")).rows).toHaveLength(10);
  });

  it("own up to a score that told nothing, or warned of the wrong ones", () => {
    const result = linesOf(mixed(200), { windowDays: 30 });
    expect(isWeak(result)).toBe(false);
    expect(isWeak({ ...result, backTest: null })).toBe(false);
    const auc = { value: 0.52, low: 0.45, high: 0.6 };
    expect(isWeak({ ...result, backTest: { ...result.backTest!, auc } })).toBe(true);
    const turned = result.bands.map((band) => ({
      ...band,
      tested: { customers: 100, silent: band.id === "healthy" ? 30 : 10, low: 0, high: 1 },
    }));
    expect(isWeak({ ...result, bands: turned })).toBe(true);
  });

  it("say why somebody is on the list, in words", () => {
    const tables = tablesOf([...steady("late", 10, 40), ...steady("fine", 10, 5)]);
    const result = linesOf(tables, { frequency: 0, trend: 0 });
    expect(reasonText(result.lines[0]!, 60, words("zh-Hans"))).toBe(
      "40天没下单，结合全体推算的节奏约10天一次",
    );
    expect(plainText(findings(result, words("zh-Hans")))).toContain("最该先联系late");
    expect(weightTotal({ ...defaults(), rhythm: 0 })).toBe(85);
  });
});

const defaults = () =>
  Object.fromEntries(
    Object.entries(spec.params).map(([id, param]) => [id, param.default]),
  ) as unknown as Parameters<typeof weightTotal>[0];
