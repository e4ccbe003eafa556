import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { resultOf } from "../../../tests/support/answers";
import { day, scopeOf, tablesOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec from "./spec";
import { flowMatrix } from "./stage-flow";
import {
  findingCells,
  findingsText,
  GRAINS,
  ledgerLines,
  ledgerTwin,
  ledgerView,
  longerCut,
  MEASURES,
  partsOf,
  type LifecycleParams,
  type Words,
} from "./view-model";

const tables = tablesOf(orderLines(2000, 200, 9));
const scope = scopeOf(20453);
const resultFor = (params: Partial<LifecycleParams>) =>
  resultOf(spec, compute, { tables, scope, params });
const result = resultFor({});
const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number], grain: Words["grain"] = "month"): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: null,
  grain,
});
const words = wordsIn("zh-Hans");

/** 甲 buys in March and May, 乙 in March and April, 丙 first in May; as of 20 May. */
const small = resultOf(spec, compute, {
  tables: tablesOf([
    { customer: "甲", on: "2025-03-03", amount: 100 },
    { customer: "甲", on: "2025-05-06", amount: 40 },
    { customer: "乙", on: "2025-03-05", amount: 50 },
    { customer: "乙", on: "2025-04-05", amount: 80.5 },
    { customer: "丙", on: "2025-05-07", amount: 30 },
  ]),
  scope: scopeOf(day("2025-05-20")),
});

describe("ledgerView", () => {
  it("stacks what came upwards from zero and what went downwards, without a gap", () => {
    for (const measure of MEASURES) {
      const view = ledgerView(result, words, measure);
      for (const period of view.periods) {
        const bars = view.bars.filter((bar) => bar.period === period);
        for (const up of [true, false]) {
          const side = bars.filter((bar) => bar.to > bar.from === up);
          side.forEach((bar, i) => {
            expect(bar.from).toBe(i === 0 ? 0 : side[i - 1]!.to);
          });
        }
      }
    }
  });

  it("leaves out the first period of the data and names the one that is not over", () => {
    const view = ledgerView(small, words, "heads");
    expect(view.periods).toHaveLength(2);
    expect(view.running).toMatchObject({ top: 2, label: "未完" });
    expect(view.bars.map(({ id, from, to }) => [id, from, to])).toEqual([
      ["lost", 0, -1],
      ["new", 0, 1],
      ["wonBack", 1, 2],
      ["lost", 0, -1],
    ]);
  });

  it("opens the state that each piece stands for", () => {
    const view = ledgerView(small, words, "money");
    const cells = new Set(view.bars.map(({ cell }) => cell));
    expect(cells).toEqual(
      new Set([
        "state:2025-04:returning",
        "state:2025-04:lost",
        "state:2025-05:new",
        "state:2025-05:wonBack",
        "state:2025-05:lost",
      ]),
    );
  });
});

describe("ledgerLines", () => {
  const number = (text: string): number => Math.round(Number(text.replaceAll(",", "")) * 100);

  it("balances as written, in every line and in the total, in heads and in money", () => {
    for (const measure of MEASURES) {
      const { lines, total } = ledgerLines(result, words, measure);
      expect(total).not.toBeNull();
      for (const { cells } of [...lines, total!]) {
        const sum = cells.reduce((value, { sign, text }) => {
          if (sign === "=") return value;
          return value + (sign === "−" ? -number(text) : number(text));
        }, 0);
        expect(sum).toBe(number(cells.at(-1)!.text));
      }
    }
  });

  it("carries the closing of a period to the opening of the next", () => {
    const { lines } = ledgerLines(result, words, "money");
    for (const [i, line] of lines.entries()) {
      if (i > 0) expect(line.cells[0]!.text).toBe(lines[i - 1]!.cells.at(-1)!.text);
    }
  });

  it("keeps the running period out of the total and marks it", () => {
    const { lines, total } = ledgerLines(small, words, "heads");
    expect(lines.map(({ name }) => name)).toEqual([
      "2025年3月 · 数据起点",
      "2025年4月",
      "2025年5月 · 未完",
    ]);
    expect(total!.cells.map(({ text }) => text)).toEqual(["0", "2", "0", "1", "1"]);
  });
});

describe("ledgerTwin", () => {
  it("has a value for each column", () => {
    const twin = ledgerTwin(result, words);
    for (const row of twin.rows) expect(row).toHaveLength(twin.columns.length);
    expect(twin.columns).toHaveLength(1 + 5 + 7);
  });
});

describe("findings", () => {
  it("tell the last full period and who waits to be won back", () => {
    const text = findingsText(result, words);
    const full = result.periods[result.lastFull!]!;
    expect(text).toContain(`新增${full.heads.new}家`);
    expect(text).toContain(`${result.headline.winback}家超过${result.lapse.days}天没有下单`);
  });

  it("say that the first period of the data is one where everybody is new", () => {
    const young = resultOf(spec, compute, {
      tables: tablesOf([{ customer: "甲", on: "2025-05-01", amount: 5 }]),
      scope: scopeOf(day("2025-05-31")),
    });
    expect(findingsText(young, words)).toBe("2025年5月是数据的第一期，1家都算新客。");
  });

  it("open only cells that have customers", () => {
    for (const cell of Object.values(findingCells(small))) {
      expect(["state:2025-04:lost", "stage:winback"]).toContain(cell);
    }
  });

  it("are worded for every cut in every language", () => {
    for (const language of LANGUAGES) {
      for (const grain of GRAINS) {
        const text = findingsText(resultFor({ grain }), wordsIn(language, grain));
        expect(text.length).toBeGreaterThan(30);
        expect(text).not.toMatch(/undefined|NaN|null/);
      }
    }
  });
});

describe("longerCut", () => {
  const params: LifecycleParams = {
    measure: "heads",
    basis: "sales",
    grain: "month",
    windowDays: 30,
    lapseDays: 0,
    retainOrderDays: 4,
  };
  const withLapse = (days: number, source: "survival" | "finished") => ({
    ...result,
    lapse: { ...result.lapse, days, source },
  });

  it("proposes the quarter, then a window, when the usual gap is longer than the period", () => {
    expect(longerCut(withLapse(69, "survival"), params)).toMatchObject({ grain: "quarter" });
    expect(longerCut(withLapse(200, "survival"), params)).toEqual({
      grain: "days",
      windowDays: 200,
    });
    expect(longerCut(withLapse(700, "survival"), params)).toEqual({
      grain: "days",
      windowDays: 366,
    });
  });

  it("is silent when the period is long enough or the gap is not known", () => {
    expect(longerCut(withLapse(30, "survival"), params)).toBeNull();
    expect(longerCut(withLapse(69, "finished"), params)).toBeNull();
    const byQuarter = { ...withLapse(69, "survival"), grain: "quarter" } as const;
    expect(longerCut(byQuarter, { ...params, grain: "auto" })).toBeNull();
  });
});

describe("flowMatrix", () => {
  it("holds every customer once, and its columns are the stages of today", () => {
    const { rows, totals } = flowMatrix(result);
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(result.customers);
    expect(totals).toEqual(result.stages.map(({ customers }) => customers));
    for (const row of rows) {
      const stage = result.stages.find((one) => one.stage === row.from);
      if (stage !== undefined) expect(row.total).toBe(stage.customersBefore);
    }
  });
});

describe("partsOf", () => {
  it("has growth and shrinkage in money only", () => {
    expect(partsOf("heads").map(({ id }) => id)).toEqual(["new", "wonBack", "lost"]);
    expect(partsOf("money").map(({ id }) => id)).toContain("growth");
  });
});
