import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { importedSurvey, surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { tagKey, type QuestionTag, type QuestionTags } from "../../domain/question-tags";
import { seededRng } from "../../kernel/base/rng";
import { studentHalfWidth } from "../../kernel/stats/student-t";
import { textColumn } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type DeliveredParams } from "./spec";

const SCOPE = scopeOf("2025-12-31");
const BASE = tablesOf([], ["甲", "乙", "丙", "丁"]);
const NAMES = ["甲", "乙", "丙", "丁"] as const;

const tagged = (...laid: readonly (readonly [string, Partial<QuestionTag>])[]): QuestionTags =>
  new Map(laid.map(([about, more]) => [tagKey(about), { about, changedAtMs: 1, ...more }]));

interface Sheet {
  readonly scores: Readonly<Record<string, number | undefined>>;
  readonly customer?: string;
  readonly importance?: Readonly<Record<string, number>>;
}

/** Questionnaires on 1..5, one answer a row. */
const tablesFrom = (sheets: readonly Sheet[]): Input => {
  const answers = sheets.flatMap(({ scores, customer = "甲", importance = {} }, response) => {
    const common = { response, customer, on: "2025-06-01" } as const;
    const asked = (kind: "dimension" | "importance", of: Sheet["scores"]): TestAnswer[] =>
      Object.entries(of).map(([dimension, score]) => ({
        ...common,
        question: kind === "dimension" ? dimension : `${dimension}的重要性`,
        dimension,
        kind,
        ...(score === undefined ? {} : { score }),
      }));
    return [...asked("dimension", scores), ...asked("importance", importance)];
  });
  return { ...BASE, surveys: surveyTable(BASE, answers) };
};
const found = (tables: Input, params: Partial<DeliveredParams> = {}, questionTags?: QuestionTags) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params, questionTags });
const many = (n: number, of: (k: number) => Sheet): Input =>
  tablesFrom(Array.from({ length: n }, (_, k) => of(k)));

describe("delivered value", () => {
  it("is the value got less the cost borne, with the t interval of complete questionnaires", () => {
    const rng = seededRng(3);
    const draws = Array.from({ length: 40 }, () => [
      1 + rng.below(5),
      1 + rng.below(5),
      1 + rng.below(5),
    ]);
    const tables = tablesFrom(
      draws.map(([quality, staff, price]) => ({
        scores: { 产品质量: quality, 业务员服务: staff, 价格: price },
      })),
    );
    const { headline, facets, absent } = found(tables);
    const own = draws.map(
      ([quality, staff, price]) => ((quality! + staff! - 2) / 2) * 25 - (100 - (price! - 1) * 25),
    );
    const mean = own.reduce((sum, value) => sum + value, 0) / 40;
    const deviation = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 39);
    const half = (studentHalfWidth(0.95, 39) * deviation) / Math.sqrt(40);
    expectClose(headline.delivered!, mean, { rel: 1e-10 });
    expectClose(headline.low!, mean - half, { rel: 1e-9 });
    expectClose(headline.high!, mean + half, { rel: 1e-9 });
    expectClose(headline.value! - headline.cost!, headline.delivered!, { rel: 1e-9 });
    expect(facets.map(({ facet, side }) => [facet, side])).toEqual([
      ["product", "value"],
      ["staff", "value"],
      ["money", "cost"],
    ]);
    expectClose(
      facets.reduce((sum, { points }) => sum + points, 0),
      mean,
      { rel: 1e-9 },
    );
    expect(absent).toEqual(["service", "image", "time", "effort", "mind"]);
  });

  it("weighs as customers say where every aspect has its importance, and equally when asked", () => {
    const importance = { 产品质量: 5, 交货准时: 1, 价格: 3, 等待时间: 1 };
    const tables = many(20, () => ({
      scores: { 产品质量: 5, 交货准时: 1, 价格: 3, 等待时间: 5 },
      importance,
    }));
    const stated = found(tables);
    expect([stated.isStated, stated.hasStated]).toEqual([true, true]);
    // value (5 × 100 + 1 × 0) / 6, cost (3 × 50 + 1 × 0) / 4
    expectClose(stated.headline.value!, 500 / 6, { rel: 1e-12 });
    expectClose(stated.headline.cost!, 37.5, { rel: 1e-12 });
    const equal = found(tables, { weights: "equal" });
    expect([equal.headline.value, equal.headline.cost]).toEqual([50, 25]);
    expect([equal.isStated, equal.hasStated]).toEqual([false, true]);
  });

  it("puts an aspect where the reader puts it, also into neither side", () => {
    const tables = many(12, () => ({ scores: { 价格: 2, 产品质量: 4, q7: 5 } }));
    const guessed = found(tables);
    expect(guessed.headline).toMatchObject({ untagged: 1, value: 75, cost: 75 });
    const laid = found(
      tables,
      {},
      tagged(["q7", { facet: "service" }], ["价格", { facet: "none" }]),
    );
    expect(laid.headline).toMatchObject({ untagged: 1, value: 87.5, cost: null, delivered: null });
    expect(laid.lowCustomers).toBeNull();
    expect(laid.groups).toBeNull();
  });

  it("counts what is not answered as nothing said, and leaves out what other questionnaires ask", () => {
    const sheets = Array.from({ length: 30 }, (_, k): Sheet => ({
      scores: { 产品质量: 5, 价格: k < 15 ? undefined : 5 },
    }));
    const others = Array.from({ length: 12 }, (): Sheet => ({ scores: { 等待时间: 1 } }));
    const { headline, aspects } = found(tablesFrom([...sheets, ...others]));
    expect(headline).toMatchObject({ value: 100, cost: 0, delivered: 100, n: 30 });
    expect(aspects.map(({ about }) => about).toSorted()).toEqual(["产品质量", "价格"].toSorted());
  });

  it("tells groups apart only when they differ, and opens who gives more than they get", () => {
    const kinds = textColumn(["大", "大", "小", "小"]);
    const tables = (gap: number): Input => {
      const rng = seededRng(8);
      const made = many(240, (k) => ({
        customer: NAMES[k % 4]!,
        scores: {
          产品质量: Math.min(5, 2 + rng.below(3) + (k % 4 < 2 ? gap : 0)),
          价格: 1 + rng.below(5),
        },
      }));
      const columns = new Map(made.customers.columns).set("kind", kinds);
      return { ...made, customers: { ...made.customers, columns } };
    };
    const planted = found(tables(1), { by: "kind" }).groups!.rows;
    expect(planted.map(({ label, customers }) => [label, customers])).toEqual([
      ["大", 2],
      ["小", 2],
    ]);
    for (const { rest } of planted) expect(rest!.qValue).toBeLessThan(0.01);
    expect(planted[0]!.rest!.points).toBeGreaterThan(0);
    const same = found(tables(0), { by: "kind" }).groups!.rows;
    for (const { rest } of same) expect(rest!.qValue).toBeGreaterThan(0.1);
    expect(found(tables(1), { by: "kind", minAnswers: 200 }).groups!.rows[0]!.rest).toBeNull();
    const sheets = many(20, (k) => ({
      customer: NAMES[k % 4]!,
      scores: { 产品质量: k % 4 === 3 ? 1 : 5, 价格: 3 },
    }));
    const { members } = answerOf(spec, compute, { tables: sheets, scope: SCOPE });
    expect([...members("delivered-low")!]).toEqual([3]);
    expect([...members("delivered-facet:product")!]).toEqual([3]);
    expect([...members("delivered-trait:experience")!]).toEqual([3]);
    for (const cell of [
      "delivered-facet:gold",
      "delivered-group:x",
      "delivered-trait:care",
      "all:1",
    ])
      expect(members(cell), cell).toBeNull();
  });

  it("finds the kind of attribute that scores less, and none where none does", () => {
    const board = (shift: number) => {
      const rng = seededRng(5);
      return found(
        many(150, () => ({
          scores: {
            价格: Math.max(1, 2 + rng.below(4) - shift),
            交货准时: 2 + rng.below(4),
            专业诚信: 2 + rng.below(4),
          },
        })),
      ).traits;
    };
    const low = board(1);
    expect(low.lines.map(({ tag }) => tag)).toEqual(["search", "experience", "credence"]);
    expect(low.contrast).toMatchObject({ worst: "search" });
    expect(low.contrast!.pValue).toBeLessThan(0.001);
    expect(board(0).contrast!.pValue).toBeGreaterThan(0.05);
  });

  it("reads a real survey that names nothing once its questions are sorted (ECSI mobile phone)", async () => {
    const tables = await importedSurvey("mobi_ecsi.csv");
    const { headline, aspects } = found(tables);
    expect(headline.n).toBe(250);
    expect(aspects.length).toBeGreaterThan(15);
    const facetOf = (about: string): QuestionTag["facet"] & string => {
      if (about.startsWith("PERQ")) return "product";
      return about.startsWith("PERV") ? "money" : "none";
    };
    const laid = aspects.map(({ about }) => [about, { facet: facetOf(about) }] as const);
    const sorted = found(tables, {}, tagged(...laid));
    const mean = (prefix: string): number => {
      const own = aspects.filter(({ about }) => about.startsWith(prefix));
      return own.reduce((sum, { index }) => sum + index, 0) / own.length;
    };
    expectClose(sorted.headline.value!, mean("PERQ"), { rel: 1e-9 });
    expectClose(sorted.headline.cost!, 100 - mean("PERV"), { rel: 1e-9 });
  });

  it("refuses a survey without questions about parts", () => {
    const tables = {
      ...BASE,
      surveys: surveyTable(BASE, [{ question: "nps", kind: "nps", score: 5 }]),
    };
    expect(answerOf(spec, compute, { tables, scope: SCOPE }).result).toMatchObject({
      kind: "insufficient",
      code: "no-aspects",
    });
  });

  it("stays between −100 and 100, and its bars add up to it, whatever the answers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 5 }))), {
          minLength: 10,
          maxLength: 40,
        }),
        (draws) => {
          const { headline, facets } = found(
            tablesFrom(
              draws.map(([a, b, c]) => ({ scores: { 产品质量: a, 交货准时: b, 价格: c } })),
            ),
          );
          expect(Math.abs(headline.delivered!)).toBeLessThanOrEqual(100 + 1e-9);
          const sum = facets.reduce((total, { points }) => total + points, 0);
          expect(Math.abs(sum - headline.delivered!)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });
});
