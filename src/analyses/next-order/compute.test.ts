import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import { drawGamma } from "../../kernel/stats/draw";
import compute from "./compute";
import { gapQuantiles, paceOf, type Gaps } from "./rhythm";
import spec, { STATE_IDS } from "./spec";

/** Customers of a known model: gaps Gamma(shape, own rate), rate Gamma(a, b). */
function drawn(customers: number, each: number, pace = { shape: 3, a: 5, b: 100 }): Gaps {
  const rng = seededRng(9);
  const gaps = Array.from({ length: customers }, () => {
    const rate = drawGamma(rng, pace.a, pace.b);
    return Array.from({ length: each }, () => 1000 * drawGamma(rng, pace.shape, rate));
  });
  return {
    offsets: Uint32Array.from({ length: customers + 1 }, (_, c) => c * each),
    gaps: Int32Array.from(gaps.flat()),
  };
}

describe("paceOf", () => {
  it("gives the model of drawn customers back", () => {
    const found = paceOf(drawn(4000, 6))!;
    expect(Math.abs(found.shape / 3 - 1)).toBeLessThan(0.05);
    expect(Math.abs(found.a / 5 - 1)).toBeLessThan(0.1);
    expect(Math.abs(found.b / 100_000 - 1)).toBeLessThan(0.1);
  });

  it("has nothing to say without two gaps in a row", () => {
    const gaps = { offsets: Uint32Array.of(0, 1, 2), gaps: Int32Array.of(5, 9) };
    expect(paceOf(gaps)).toBeNull();
  });
});

describe("gapQuantiles", () => {
  it("hold as many of the gaps that follow as they say", () => {
    const all = drawn(4000, 6);
    const quantile = gapQuantiles({ shape: 3, a: 5, b: 100_000 });
    const below = { low: 0, middle: 0, late: 0, high: 0 };
    for (let c = 0; c < 4000; c++) {
      const own = all.gaps.subarray(6 * c, 6 * c + 6);
      const total = own.subarray(0, 5).reduce((sum, gap) => sum + gap, 0);
      for (const id of ["low", "middle", "late", "high"] as const)
        if (own[5]! <= quantile(5, total, id)) below[id]++;
    }
    expect(Math.abs(below.low / 4000 - 0.1)).toBeLessThan(0.02);
    expect(Math.abs(below.middle / 4000 - 0.5)).toBeLessThan(0.025);
    expect(Math.abs(below.late / 4000 - 0.8)).toBeLessThan(0.02);
    expect(Math.abs(below.high / 4000 - 0.9)).toBeLessThan(0.02);
  });

  it("has the closed form of one gap of chance against many: z/(1 − z) of Beta(1, m) = (1 − q)^(−1/m) − 1", () => {
    const quantile = gapQuantiles({ shape: 1, a: 2, b: 10 });
    for (const n of [1, 4, 30]) {
      expectClose(quantile(n, 50, "late"), 60 * (0.2 ** (-1 / (2 + n)) - 1), { rel: 1e-9 });
    }
  });
});

const AS_OF = 20453;
/** Customers with a fixed gap and a known silence. */
const steady = (customers: readonly { gap: number; silence: number; amount: number }[]): Line[] =>
  customers.flatMap(({ gap, silence, amount }, c) =>
    Array.from({ length: 12 }, (_, i): Line => ({
      customer: `c${c}`,
      on: AS_OF - silence - gap * (11 - i) - (i % 3) + (i === 11 ? 2 : 0),
      amount: amount + (i === 0 ? 9999 : 0),
    })),
  );

describe("next-order", () => {
  const base = Array.from({ length: 20 }, (_, c) => ({ gap: 20 + c, silence: 2, amount: 100 }));
  const lines = steady([
    ...base,
    { gap: 30, silence: 31, amount: 700 },
    { gap: 30, silence: 50, amount: 500 },
    { gap: 30, silence: 300, amount: 900 },
    { gap: 30, silence: 20, amount: 300 },
  ]);
  const tables = tablesOf(lines);
  const scope = scopeOf(AS_OF);
  const { result: found, members } = answerOf(spec, compute, { tables, scope });
  if (found.kind !== "answered") throw new Error(found.code);

  it("puts each customer into one state, and opens it", () => {
    const sizes = found.states.map(({ customers }) => customers);
    expect(sizes.reduce((sum, n) => sum + n, 0)).toBe(found.headline.withRhythm);
    STATE_IDS.forEach((state, k) => {
      expect(members(`next:${state}`)).toHaveLength(sizes[k]!);
    });
    expect([...members("next:due")!]).toEqual([20]);
    expect([...members("next:overdue")!]).toEqual([21]);
    expect([...members("next:gone")!]).toEqual([22]);
    expect([...members("next:soon")!]).toContain(23);
    expect(members("next:never")).toBeNull();
  });

  it("adds the weeks up to all but the gone, and opens each", () => {
    const counted = found.weeks.reduce((sum, { customers }) => sum + customers, 0);
    expect(counted).toBe(found.headline.withRhythm - found.headline.gone);
    for (const { week, customers } of found.weeks)
      expect(members(`next-week:${week}`)).toHaveLength(customers);
    expect(members("next-week:9")).toBeNull();
  });

  it("lists the due and the overdue by money, with the day and the money to expect", () => {
    expect(found.list.map(({ money }) => money)).toEqual([700, 500]);
    const [due, overdue] = found.list;
    expect(due!.state).toBe("due");
    expect(due!.usualGapDays).toBeGreaterThan(28);
    expect(due!.expectedDay).toBeGreaterThan(due!.lowDay);
    expect(due!.expectedDay).toBeLessThan(due!.highDay);
    expectClose(overdue!.overdueIndex, overdue!.silenceDays / overdue!.usualGapDays, {
      rel: 1e-12,
    });
    expect(overdue!.variation).toBeLessThan(0.2);
  });

  it("multiplies with the money and leaves the days alone", () => {
    const tenfold = resultOf(spec, compute, {
      tables: tablesOf(lines.map((line) => ({ ...line, amount: 10 * line.amount }))),
      scope,
    });
    expectClose(tenfold.headline.dueMoney, 10 * found.headline.dueMoney, { rel: 1e-12 });
    expect(tenfold.list.map(({ expectedDay }) => expectedDay)).toEqual(
      found.list.map(({ expectedDay }) => expectedDay),
    );
  });

  it("refuses when hardly anybody has a rhythm", () => {
    const { result } = answerOf(spec, compute, {
      tables: tablesOf(steady(base.slice(0, 9))),
      scope,
    });
    expect(result).toEqual({ kind: "insufficient", code: "few-rhythms", need: 10, have: 9 });
  });
});
