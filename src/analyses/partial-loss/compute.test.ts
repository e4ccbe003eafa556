import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { epochDay } from "../../kernel/base/calendar";
import { seededRng, type Rng } from "../../kernel/base/rng";
import { MISSING_CODE, requiredColumn } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import { fallP } from "./fall";
import { movementOf, windowShare } from "./movement";
import spec, { type PartialLossParams } from "./spec";

const LAST = 20_000;
const scope = scopeOf(LAST);

/** P(X <= x) by adding one Bernoulli trial after another. */
function bernoulliTail(x: number, n: number, share: number): number {
  let chances = [1];
  for (let trial = 0; trial < n; trial++) {
    chances = [...chances, 0].map(
      (chance, k) => chance * (1 - share) + (k > 0 ? chances[k - 1]! * share : 0),
    );
  }
  return chances.slice(0, x + 1).reduce((sum, chance) => sum + chance, 0);
}

/** q of each p by its definition: the least p_j m ÷ #{p <= p_j} over all p_j >= p. */
const slowRates = (ps: readonly number[]): number[] =>
  ps.map((p) =>
    ps
      .filter((other) => other >= p)
      .reduce(
        (least, other) =>
          Math.min(least, (other * ps.length) / ps.filter((one) => one <= other).length),
        1,
      ),
  );

/** One customer with an order every `gap` days, and from a day on every `later` days. */
function steady(
  customer: string,
  { gap, later = gap, from = LAST - 89, amount = 100, kind = "甲类" }: Partial<Rhythm>,
): Line[] {
  const lines: Line[] = [];
  let day = LAST - 700;
  for (; day <= LAST; day += day >= from ? later! : gap!)
    lines.push({ customer, on: day, amount, productKind: kind });
  return lines;
}

interface Rhythm {
  readonly gap: number;
  readonly later: number;
  readonly from: number;
  readonly amount: number;
  readonly kind: string;
}

const calm = (n: number): Line[] =>
  Array.from({ length: n }, (_, i) => steady(`稳${i}`, { gap: 7 + (i % 5) })).flat();

const resultFor = (lines: readonly Line[], params: Partial<PartialLossParams> = {}) =>
  resultOf(spec, compute, { tables: tablesOf(lines), scope, params });

describe("fallP", () => {
  it("agrees with a sum of Bernoulli trials to 1e-12", () => {
    for (const [x, n, share] of [
      [0, 14, 0.2],
      [2, 20, 0.2],
      [3, 57, 0.198],
      [11, 140, 0.15],
    ] as const) {
      expectClose(fallP(x, n, share), bernoulliTail(x, n, share), { rel: 1e-12 });
    }
  });

  it("agrees with R: pbinom(2, 20, 0.2) and poisson.test(c(3, 60), c(90, 360), alternative = 'less')", () => {
    expectClose(fallP(2, 20, 0.2), 0.2060847, { rel: 1e-6 });
    // Given their sum the first of two Poisson counts is binomial with share T1 ÷ (T1 + T2).
    expectClose(fallP(3, 63, windowShare(360, 90, 1)), bernoulliTail(3, 63, 0.2), { rel: 1e-12 });
  });
});

describe("movementOf", () => {
  it("finds the pace of many, and hardly moves for a few", () => {
    const rule = { windowDays: 90, isTruncated: false, before: 1 };
    const many = { orderDays: 45, exposure: 360, places: 10_000, recent: 45 * 1000 };
    // 1 in 10 instead of 1 in 5: odds of 1 ÷ 9 instead of 1 ÷ 4
    expectClose(movementOf([many], rule), 4 / 9, { rel: 1e-3 });
    expect(movementOf([{ ...many, places: 1, recent: 1 }], rule)).toBeGreaterThan(0.6);
    expect(movementOf([{ ...many, recent: 45 * 5000 }], rule)).toBe(1);
    expect(movementOf([], rule)).toBe(1);
  });

  it("knows that those without an order were left out", () => {
    const rng = seededRng(4);
    let [places, recent] = [0, 0];
    for (let i = 0; i < 40_000; i++) {
      let x = 0;
      for (let trial = 0; trial < 14; trial++) if (rng.next() < windowShare(360, 90, 0.5)) x++;
      if (x === 0) continue;
      places++;
      recent += x;
    }
    const group = { orderDays: 14, exposure: 360, places, recent };
    const rule = { windowDays: 90, isTruncated: true, before: 1 };
    expectClose(movementOf([group], rule), 0.5, { rel: 0.01 });
  });
});

describe("partial loss", () => {
  const planted = [
    ...calm(40),
    ...steady("少", { gap: 6, later: 40, amount: 500 }),
    ...steady("停", { gap: 6, later: 1000, from: LAST - 120 }),
  ];

  it("finds who buys less, tells who stopped apart, and claims nobody else", () => {
    const { headline, lines, stoppedLines } = resultFor(planted);
    expect(lines.map(({ name }) => name)).toEqual(["少"]);
    expect(stoppedLines.map(({ name }) => name)).toEqual(["停"]);
    expect(headline).toMatchObject({ customers: 42, tested: 42, partial: 1, stopped: 1 });
    expect(lines[0]!.q).toBeLessThan(0.1);
    expect(lines[0]!.ratio).toBeLessThan(0.5);
  });

  it("reckons expected and actual money, p and q by hand", () => {
    const { lines, tested } = resultFor(planted, { movement: false });
    const [line] = lines;
    // 60 order days of 500 in 360 days: 15 usual in 90; days -89, -49 and -9 were ordered on.
    const share = 90 / 450;
    const days = planted.filter(({ customer }) => customer === "少").map(({ on }) => Number(on));
    const x = days.filter((day) => day > LAST - 90).length;
    const y = days.filter((day) => day > LAST - 450 && day <= LAST - 90).length;
    expect(line).toMatchObject({ orders: x, money: 500 * x, category: null });
    expectClose(line!.expectedMoney, (500 * y) / 4, { rel: 1e-12 });
    expectClose(line!.atRisk, (500 * y) / 4 - 500 * x, { rel: 1e-12 });
    expectClose(line!.p, bernoulliTail(x, x + y, share), { rel: 1e-12 });
    // the one that stopped is rarer still, so this is the second of all
    expectClose(line!.q, (line!.p * tested) / 2, { rel: 1e-12 });
    const spread = Math.exp(1.959963984540054 / Math.sqrt(y));
    expectClose(line!.atRiskHigh, (500 * y * spread) / 4 - 500 * x, { rel: 1e-9 });
  });

  it("sees a category that is bought no more by a customer that goes on buying", () => {
    const both = [
      ...calm(30),
      ...Array.from({ length: 12 }, (_, i) =>
        steady(`杂${i}`, { gap: 9, kind: "乙类", amount: 40 }),
      ).flat(),
      ...steady("偏", { gap: 8 }),
      ...steady("偏", { gap: 8, later: 1000, kind: "乙类", amount: 70, from: LAST - 100 }),
    ];
    const result = resultFor(both);
    expect(result.lines.map(({ name, category }) => [name, category])).toEqual([["偏", "乙类"]]);
    expect(result.categories).toMatchObject([{ name: "乙类", customers: 1 }]);
    expect(result).toMatchObject({ overall: 0, inCategories: 1, stopped: 0 });
    const [line] = result.lines;
    expect([line!.ratio, line!.ratioLow]).toEqual([0, 0]);
    expect(line!.ratioHigh).toBeGreaterThan(0);
  });

  it("does not blame a customer for what everybody does", () => {
    const season = Array.from({ length: 60 }, (_, i) =>
      steady(`淡${i}`, { gap: 5 + (i % 3), later: 16 }),
    ).flat();
    expect(resultFor(season).headline.partial).toBe(0);
    expect(resultFor(season).movement).toBeLessThan(0.6);
    expect(resultFor(season, { movement: false }).headline.partial).toBe(60);
  });

  it("is about the share named at most where nothing changed: 400 companies drawn with a seed", () => {
    const rng = seededRng(26);
    let [named, namedInCategories] = [0, 0];
    for (let company = 0; company < 400; company++) {
      const { overall, inCategories } = resultFor(drawn(rng, 25), { ratio: 0.9 });
      if (overall > 0) named++;
      if (inCategories > 0) namedInCategories++;
    }
    // With nothing to find every find is false: the rate is the share of companies with any. 10 % and three standard errors.
    const most = 400 * (0.1 + 3 * Math.sqrt((0.1 * 0.9) / 400));
    expect(named).toBeLessThanOrEqual(most);
    expect(namedInCategories).toBeLessThanOrEqual(most);
    expect(named + namedInCategories).toBeGreaterThan(0);
  });

  it("says which history is missing", () => {
    const short = resultFor([{ customer: "甲", on: LAST - 100, amount: 5 }]);
    expect(short.refusal).toEqual({ code: "short-history", need: 180, have: 101 });
    expect(short.headline).toEqual({
      customers: 1,
      tested: null,
      partial: null,
      stopped: null,
      moneyAtRisk: null,
    });
    const few = resultFor([
      { customer: "甲", on: LAST - 400, amount: 5 },
      { customer: "甲", on: LAST - 200, amount: 5 },
    ]);
    // 0.8^14 < 0.05 < 0.8^13
    expect(few.refusal).toEqual({ code: "few-orders", need: 14, have: 1 });
  });

  it("tells orders that come in bursts", () => {
    const even = resultFor(calm(30)).dispersion!;
    expect(even).toBeLessThan(0.5);
    const bursts = Array.from({ length: 20 }, (_, i) =>
      steady(`阵${i}`, { gap: 3 }).filter(({ on }) => Math.floor((Number(on) + 50 * i) / 90) % 2),
    ).flat();
    expect(resultFor(bursts).dispersion).toBeGreaterThan(2);
  });
});

/** Poisson orders of two kinds at the same pace throughout. */
function drawn(rng: Rng, customers: number): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < customers; i++) {
    const pace = 0.03 + 0.1 * rng.next();
    for (let on = LAST - 500; on <= LAST; on++) {
      if (rng.next() >= pace) continue;
      const productKind = rng.next() < 0.5 ? "甲类" : "乙类";
      lines.push({ customer: `客${i}`, on, amount: 10 + 100 * rng.next(), productKind });
    }
  }
  return lines;
}

describe("laws of partial loss", () => {
  const rng = seededRng(91);
  const base = [
    ...drawn(rng, 20),
    ...steady("少", { gap: 4, later: 14 }),
    ...steady("偏", { gap: 6, later: 1000, kind: "乙类" }),
    ...steady("偏", { gap: 8, kind: "甲类" }),
  ];
  const result = resultFor(base);
  const labels = (of: typeof result) =>
    of.lines.map(({ name, category }) => `${name}/${category ?? "全部"}`).toSorted();

  it("names the planted", () => {
    expect(labels(result)).toEqual(expect.arrayContaining(["偏/乙类", "少/全部"]));
  });

  it("does not depend on the order of lines and customers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const other = seededRng(seed);
        const mixed = base
          .map((line) => [other.next(), line] as const)
          .sort(([a], [b]) => a - b)
          .map(([, line]) => line);
        const again = resultFor(mixed);
        expect(labels(again)).toEqual(labels(result));
        expectClose(again.headline.moneyAtRisk!, result.headline.moneyAtRisk!, { rel: 1e-9 });
      }),
      { numRuns: 10 },
    );
  });

  it("scales money at risk with money and leaves the labels", () => {
    const dear = resultFor(base.map((line) => ({ ...line, amount: 1000 * line.amount })));
    expect(labels(dear)).toEqual(labels(result));
    expectClose(dear.headline.moneyAtRisk!, 1000 * result.headline.moneyAtRisk!, { rel: 1e-9 });
    expect(dear.lines.map(({ q }) => q)).toEqual(result.lines.map(({ q }) => q));
  });

  it("names no fewer with a wider limit", () => {
    const wide = resultFor(base, { ratio: 0.9, level: 0.3 });
    expect(wide.headline.partial).toBeGreaterThanOrEqual(result.headline.partial!);
  });
});

/** All places of a file by a second, slow reckoning: Maps, one day at a time. */
function slowly(tables: Input, endDay: number, { windowDays, windows, level }: PartialLossParams) {
  const { orders, customers } = tables;
  const owner = requiredColumn(orders, "customer", "dictionary").codes;
  const on = requiredColumn(orders, "orderedOn", "day").values;
  const amount = requiredColumn(orders, "amount", "float64").values;
  const kind = requiredColumn(orders, "lineKind", "dictionary").codes;
  const name = requiredColumn(customers, "key", "dictionary");
  const byCustomer = new Map<number, Map<number, number>>();
  owner.forEach((customer, row) => {
    if (kind[row] !== 0 || customer === MISSING_CODE || on[row]! > endDay) return;
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    days.set(on[row]!, (days.get(on[row]!) ?? 0) + amount[row]!);
    byCustomer.set(customer, days);
  });
  const places = [...byCustomer].flatMap(([customer, days]) => {
    const first = Math.min(...days.keys());
    const exposure = Math.min(windowDays * windows, endDay - windowDays - first);
    if (exposure < windowDays) return [];
    const within = (from: number, to: number) =>
      [...days].filter(([day]) => day !== first && day > from && day <= to);
    const recent = within(endDay - windowDays, endDay);
    const past = within(endDay - windowDays * (windows + 1), endDay - windowDays);
    const n = recent.length + past.length;
    const share = windowDays / (windowDays + exposure);
    if ((1 - share) ** n > 0.05) return [];
    const money = (days: typeof recent) => days.reduce((sum, [, value]) => sum + value, 0);
    const expected = (money(past) / exposure) * windowDays;
    return [
      {
        name: name.dictionary[name.codes[customer]!]!,
        orders: recent.length,
        p: bernoulliTail(recent.length, n, share),
        atRisk: expected - money(recent),
        ratio: money(recent) / expected,
      },
    ];
  });
  const qs = slowRates(places.map(({ p }) => p));
  return {
    tested: places.length,
    named: places.map((place, i) => ({ ...place, q: qs[i]! })).filter(({ q }) => q < level),
  };
}

describe("partial loss on real files", () => {
  const wide = { movement: false, level: 0.5, ratio: 0.9 } as const;
  it.each([
    ["online_retail_sample10", "2011-12-09", { windowDays: 60, windows: 4 }],
    ["superstore", "2017-12-30", { windowDays: 365, windows: 2 }],
    ["cdnow_master", "1998-06-30", { windowDays: 120, windows: 3 }],
  ] as const)("agrees with a slow second reckoning of %s", (set, asOf, own) => {
    const whole = referenceTables(set);
    const columns = new Map([...whole.orders.columns].filter(([id]) => !id.startsWith("product")));
    const tables = { ...whole, orders: { ...whole.orders, columns } };
    const params = { ...wide, ...own };
    const { result } = answerOf(spec, compute, { tables, scope: scopeOf(asOf), params });
    if (result.kind !== "answered") throw new Error("refused");
    const endDay = Number(epochDay(scopeOf(asOf).asOfDay));
    const slow = slowly(tables, endDay, { ...params, category: "" });
    expect(result.tested).toBe(slow.tested);
    expect(slow.tested).toBeGreaterThan(10);
    const partial = slow.named
      .filter(({ orders, ratio }) => orders > 0 && ratio < 0.9)
      .toSorted((a, b) => b.atRisk - a.atRisk);
    const lapsed = new Set(result.stoppedLines.map(({ name }) => name));
    expect(result.lines.map(({ name }) => name)).toEqual(
      partial.map(({ name }) => name).filter((name) => !lapsed.has(name)),
    );
    for (const line of result.lines) {
      const other = partial.find(({ name }) => name === line.name)!;
      expectClose(line.p, other.p, { rel: 1e-9 });
      expectClose(line.q, other.q, { rel: 1e-9 });
      expectClose(line.atRisk, other.atRisk, { rel: 1e-9 });
    }
  });
});
