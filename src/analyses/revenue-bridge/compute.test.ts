import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import { logMeanParts, shapleyParts, wholeCents } from "./shares";
import spec, { type BridgeParams } from "./spec";

const SCOPE = scopeOf("2025-12-31", "2025-01-01");
const answer = (tables: Input, params: Partial<BridgeParams> = {}, scope = SCOPE) =>
  answerOf(spec, compute, { tables, scope, params });
const result = (tables: Input, params: Partial<BridgeParams> = {}, scope = SCOPE) =>
  resultOf(spec, compute, { tables, scope, params });

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

// Python 3.12, all orders of the four factors tried one by one for Shapley.
describe("revenue bridge on superstore (independent Python)", () => {
  const tables = referenceTables("superstore");
  const scope = scopeOf("2017-12-30");
  const found = result(tables, {}, scope);

  it("has both periods and the factors to the cent", () => {
    expect(found.before).toMatchObject({ cents: 60_847_383, customers: 637 });
    expect(found.now).toMatchObject({ cents: 73_394_702, customers: 693 });
    expect(found.item).toBe("piece");
    const { customersEffect, frequencyEffect, itemsEffect, priceEffect } = found.headline;
    const expected = [
      56_391.33879457347, 114_859.4264819371, -8912.94203779284, -36_864.63323871764,
    ];
    [customersEffect, frequencyEffect, itemsEffect, priceEffect].forEach((effect, k) => {
      expect(Math.abs(effect! - expected[k]!)).toBeLessThan(0.01);
    });
    expect(sum(found.factors.map(({ cents }) => cents))).toBe(73_394_702 - 60_847_383);
  });

  it("has the same by Shapley", () => {
    const { factors } = result(tables, { method: "shapley" }, scope);
    const expected = [
      56_503.974715589015, 114_932.10469509022, -8944.337888685512, -37_018.55152199364,
    ];
    factors.forEach(({ cents }, k) => {
      expect(Math.abs(cents / 100 - expected[k]!)).toBeLessThan(0.01);
    });
    expect(sum(factors.map(({ cents }) => cents))).toBe(73_394_702 - 60_847_383);
  });

  it("has the customers by what they did", () => {
    const moves = Object.fromEntries(
      found.moves.map(({ id, customers, cents }) => [id, [customers, cents]]),
    );
    expect(moves).toEqual({
      new: [11, 751_181],
      "won-back": [125, 13_932_539],
      up: [310, 36_991_453],
      same: [0, 0],
      down: [247, -28_707_493],
      lost: [80, -10_420_361],
    });
  });

  it("has what was kept of their money", () => {
    expectClose(found.headline.nrr!, 0.9648891969602053, { rel: 1e-12 });
    expectClose(found.headline.grr!, 0.356950922605825, { rel: 1e-12 });
    expectClose(found.headline.retention!, 0.8744113029827315, { rel: 1e-12 });
    const [first] = found.kept;
    expect(first!.nrrLow).toBeLessThan(first!.nrr);
    expect(first!.nrrHigh).toBeGreaterThan(first!.nrr);
    expect(found.kept).toHaveLength(3);
  });

  it("tells the change apart by kind, and the parts add up to the growth", () => {
    const { pivot } = found;
    expect(pivot!.rowsBy).toBe("productKind");
    expect(pivot!.rows).toHaveLength(13);
    expect(pivot!.rows.at(-1)!.name.kind).toBe("rest");
    expectClose(sum(pivot!.rows.map(({ total }) => total.contribution)), found.headline.growth!, {
      rel: 1e-6,
    });
  });
});

describe("revenue bridge by hand", () => {
  const sale = (customer: string, on: string, amount: number, more: Partial<Line> = {}): Line => ({
    customer,
    on,
    amount,
    ...more,
  });
  const lines = [
    sale("始", "2023-12-31", 1),
    sale("旧", "2023-05-01", 5),
    sale("甲", "2024-02-01", 100, { channel: "直销", region: "东" }),
    sale("甲", "2025-02-01", 150, { channel: "直销", region: "西" }),
    sale("乙", "2024-03-01", 80, { channel: "电商", region: "东" }),
    sale("乙", "2025-03-01", 50, { channel: "电商", region: "东" }),
    sale("丙", "2024-04-01", 20, { channel: "直销", region: "东" }),
    sale("旧", "2025-05-01", 30, { channel: "电商", region: "东" }),
    sale("新", "2025-06-01", 40, { channel: "直销", region: "西" }),
    sale("平", "2024-07-01", 10, { channel: "直销", region: "东" }),
    sale("平", "2025-07-01", 10, { channel: "直销", region: "东" }),
    sale("甲", "2025-08-01", -70, { kind: "return" }),
  ];
  const { result: found, members } = answer(tablesOf(lines));
  if (found.kind !== "answered") throw new Error("refused");

  it("puts each customer where it belongs", () => {
    expect(found.moves.map(({ id, customers, cents }) => [id, customers, cents])).toEqual([
      ["new", 1, 4000],
      ["won-back", 1, 3000],
      ["up", 1, 5000],
      ["same", 1, 0],
      ["down", 1, -3000],
      ["lost", 1, -2000],
    ]);
    expect(found.headline).toMatchObject({ salesBefore: 210, salesNow: 280, change: 70 });
  });

  it("keeps 210 of 210 net and 160 of them gross", () => {
    expectClose(found.headline.nrr!, 210 / 210, { rel: 1e-12 });
    expectClose(found.headline.grr!, (100 + 50 + 0 + 10) / 210, { rel: 1e-12 });
    expectClose(found.headline.retention!, 3 / 4, { rel: 1e-12 });
  });

  it("opens who came and went for the factor customers, and who paid otherwise for the price", () => {
    expect(members("bridge-factor:customers")).toHaveLength(3);
    expect(members("bridge-factor:frequency")).toHaveLength(0);
    expect(members("bridge-factor:price")).toHaveLength(2);
    expect(found.item).toBe("line");
    expect(found.order).toBe("order-day");
  });

  it("crosses two columns", () => {
    const { pivot } = result(tablesOf(lines), { rows: "channel", columns: "region" });
    expect(pivot!.rows.map(({ name }) => name.text)).toEqual(["直销", "电商"]);
    expect(pivot!.columns.map(({ text }) => text)).toEqual(["东", "西"]);
    expect(pivot!.rows[0]!.cells.map(({ before, now }) => [before, now])).toEqual([
      [130, 10],
      [0, 190],
    ]);
    expect(pivot!.rows[0]!.total).toMatchObject({ before: 130, now: 200, customers: 4 });
  });

  it("refuses where the data do not reach back far enough", () => {
    const late = tablesOf(lines.filter(({ on }) => String(on) > "2024-03"));
    const { result: refusal } = answer(late);
    expect(refusal).toMatchObject({ kind: "insufficient", code: "no-before", have: 306 });
  });

  it("compares the later half where the period is all the data", () => {
    const scope = scopeOf("2025-12-31", "2000-01-01");
    // Two years and eight months: the last twelve months against the twelve before.
    expect(result(tablesOf(lines), {}, scope).headline).toMatchObject({
      salesBefore: 210,
      salesNow: 280,
    });
    const year = tablesOf(lines.filter(({ on }) => String(on) >= "2025"));
    const { before, now } = result(year, {}, scope);
    expect(now.fromDay - before.fromDay).toBe(now.toDay - now.fromDay + 1);
    expect(before.cents + now.cents).toBe(28_000);
  });

  it("compares a month with the same month a year earlier when asked", () => {
    const scope = scopeOf("2025-03-31", "2025-03-01");
    expect(result(tablesOf(lines), { against: "year" }, scope).headline).toMatchObject({
      salesBefore: 80,
      salesNow: 50,
    });
  });
});

describe("the laws of a split", () => {
  const factor = fc.double({ min: 0.01, max: 1000, noNaN: true });
  const factors = fc.tuple(factor, factor, factor, factor);
  const product = (all: readonly number[]): number => all.reduce((total, one) => total * one, 1);

  it.each([
    ["logarithmic means", logMeanParts],
    ["Shapley", shapleyParts],
  ])("%s: parts add up, turn round with time, and are nothing where nothing moved", (_, parts) => {
    fc.assert(
      fc.property(factors, factors, (was, is) => {
        const [before, now] = [product(was), product(is)];
        // Half-changed products may be far larger than both ends, and their rounding with them.
        const tolerance = 1e-9 * product(was.map((one, k) => Math.max(one, is[k]!)));
        const split = parts(was, is);
        expect(Math.abs(sum(split) - (now - before))).toBeLessThan(tolerance);
        parts(is, was).forEach((back, k) => {
          expect(Math.abs(back + split[k]!)).toBeLessThan(tolerance);
        });
        const [still] = parts(was, [was[0], is[1], is[2], is[3]]);
        expect(Math.abs(still!)).toBeLessThan(tolerance);
      }),
    );
  });

  it("rounds to whole hundredths that add up to the whole, none off by more than two", () => {
    const money = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(money, (parts) => {
        const total = Math.round(sum(parts) * 100);
        const cents = wholeCents(parts, total);
        expect(sum(cents) - total).toBe(0);
        cents.forEach((part, k) => {
          expect(Math.abs(part - parts[k]! * 100)).toBeLessThan(2);
        });
      }),
    );
  });
});
