import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import type { Input } from "../define";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import { ODD_RULES } from "./odd";
import spec, { type DisagreementParams, type DisagreementResult } from "./spec";
import { findings, howLines, matrixSub, matrixTwin, matrixView, oddRows } from "./view-model";

const END = scopeOf("2017-12-30");
const found = (tables: Input, params: Partial<DisagreementParams> = {}, scope = END) =>
  resultOf(spec, compute, { tables, scope, params });
const matrixOf = (result: DisagreementResult, against: string) =>
  result.matrices.find((matrix) => matrix.against === against)!;

describe("disagreement on Superstore", () => {
  let result: DisagreementResult;
  beforeAll(() => {
    result = found(referenceTables("superstore"));
  });

  it("agrees with NumPy on sales grades against profit, and with SciPy spearmanr", () => {
    const { cells, agreement, unknown } = matrixOf(result, "profit");
    expect(cells.map(({ customers }) => customers)).toEqual(
      [
        [79, 14, 7, 18],
        [38, 154, 37, 49],
        [1, 110, 198, 88],
      ].flat(),
    );
    expect(unknown).toBe(0);
    expectClose(agreement!, 0.5390932105430184, { rel: 1e-12 });
    expect(result.headline).toMatchObject({ customers: 793, bigLoss: 67, smallProfitable: 1 });
  });

  it("agrees on what they lose, and weighs it against all that is lost and earned", () => {
    const loss = result.odd.find(({ id }) => id === "big-loss")!;
    expectClose(loss.stake, 54768.98849999999, { rel: 1e-12 });
    expectClose(loss.stakeShare!, 0.127712494152956, { rel: 1e-12 });
    expect(loss.isMinor).toBe(false);
    expect(loss.top).toHaveLength(10);
    const earned = result.odd.find(({ id }) => id === "small-profitable")!;
    expectClose(earned.stake, 846.1217, { rel: 1e-10 });
    expect(earned.isMinor).toBe(true);
  });

  it("puts the largest share at stake first, and counts each customer in each matrix once", () => {
    const shares = result.odd.map(({ stakeShare }) => stakeShare!);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    for (const { cells, customers } of result.matrices) {
      expect(cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(customers);
    }
    expect(result.matrices.map(({ against }) => against)).toEqual(["activity", "future", "profit"]);
  });
});

/** Forty customers: number k buys `k + 1` hundreds, on `days(k)` days before the end. */
function made(days: (k: number) => readonly number[], profit?: (k: number) => number): Input {
  const lines = Array.from({ length: 40 }, (_, k) =>
    days(k).map((back): Line => {
      const amount = (100 * (k + 1)) / days(k).length;
      const line = { customer: `客户${k}`, on: END.asOfDay - back, amount };
      return profit === undefined ? line : { ...line, profit: profit(k) };
    }),
  );
  return tablesOf(lines.flat());
}

describe("disagreement", () => {
  it("finds the large ones that have gone silent and the small ones that come often", () => {
    const tables = made((k) => (k >= 34 ? [900, 950] : [5 + (k % 7), 60, 130, 200 + k]));
    const { headline, odd } = found(tables);
    expect(headline.bigSilent).toBe(6);
    const silent = odd.find(({ id }) => id === "big-silent")!;
    expect(silent.top.map(({ name }) => name)).toEqual(
      [39, 38, 37, 36, 35, 34].map((k) => `客户${k}`),
    );
    expect(silent.top[0]!.other).toBeNull();
  });

  it("leaves out what the data do not carry, and says why", () => {
    const once = found(made((k) => [10 + k]));
    expect(once.gaps).toEqual([
      { against: "future", reason: "few-repeaters" },
      { against: "profit", reason: "no-profit" },
    ]);
    expect(once.headline).toMatchObject({ bigLoss: null, bigFading: null, agreementProfit: null });
    const lossless = found(
      made(
        (k) => [10 + k],
        () => 5,
      ),
    );
    expect(lossless.headline.bigLoss).toBe(0);
  });

  it("refuses grades of fewer than twenty", () => {
    const tables = tablesOf([{ customer: "甲", on: "2017-06-01", amount: 1 }]);
    const { result } = answerOf(spec, compute, { tables, scope: END });
    expect(result).toMatchObject({ kind: "insufficient", code: "few-customers", have: 1 });
  });

  it("opens exactly the customers it counts, and stays when all money is in another unit", () => {
    const profits = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(profits, (each) => {
        const days = (k: number): readonly number[] => [3 + ((k * 37) % 500), 600 + k];
        const tables = made(days, (k) => each[k]!);
        const answer = answerOf(spec, compute, { tables, scope: END });
        const { result } = answer;
        if (result.kind !== "answered") throw new Error(result.code);
        const union = new Set<number>();
        for (const { id } of ODD_RULES) {
          for (const row of answer.members(`odd:${id}`) ?? []) union.add(row);
        }
        expect(answer.members("odd:any")).toHaveLength(union.size);
        expect(result.headline.oddCustomers).toBe(union.size);
        const scaled = tablesOf(
          Array.from({ length: 40 }, (_, k) =>
            days(k).map((back): Line => ({
              customer: `客户${k}`,
              on: END.asOfDay - back,
              amount: (400 * (k + 1)) / 2,
              profit: each[k]! * 4,
            })),
          ).flat(),
        );
        expect(found(scaled).headline.bigLoss).toBe(result.headline.bigLoss);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the words", () => {
  const result = found(
    made(
      (k) => (k >= 34 ? [900, 950] : [5 + (k % 7), 60, 130, 200 + k]),
      (k) => (k === 39 ? -500 : 9),
    ),
  );

  it("say which disagreement matters most", () => {
    const words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
    const text = plainText(findings(result, words));
    expect(text).toMatch(/^40家客户里，\d+家（.*）的评分互相矛盾。最要紧的：/);
    const view = matrixView(matrixOf(result, "profit"), words);
    expect(view.points).toHaveLength(12);
    expect(view.points.filter(({ isOdd }) => isOdd).map(({ cell }) => cell)).toContain(
      "odd-cell:profit:a:loss",
    );
    expect(matrixTwin(matrixOf(result, "profit"), words).rows[3]![4]).toBe("卖得多，却亏钱");
  });

  it("are whole in every language", () => {
    for (const [t, language] of [
      [zhHans, "zh-Hans"],
      [zhHant, "zh-Hant"],
      [en, "en"],
    ] as const) {
      const words = { t, format: createFormat(language), currency: null };
      const texts = [
        plainText(findings(result, words)),
        ...howLines(result, 12, words),
        ...result.matrices.map((matrix) => matrixSub(matrix, words)),
        ...oddRows(result, words).flatMap(({ name, stake, todo }) => [name, stake, todo]),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    }
  });
});
