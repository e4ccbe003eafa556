import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type BasketParams } from "./spec";

const SCOPE = scopeOf("2025-12-31");
const answer = (tables: Input, params: Partial<BasketParams> = {}, scope = SCOPE) =>
  answerOf(spec, compute, { tables, scope, params });
const result = (tables: Input, params: Partial<BasketParams> = {}, scope = SCOPE) =>
  resultOf(spec, compute, { tables, scope, params });

/** One order of some things; each thing is one line of 10. */
const order = (customer: string, orderId: string, things: string, on = "2025-06-01"): Line[] =>
  Array.from(things).map((product) => ({ customer, orderId, product, on, amount: 10 }));

describe("basket by hand", () => {
  // Ten orders of five customers: A and B together in 4, A in 5, B in 4, C in 4, D in 3.
  const lines = [
    ...order("甲", "1", "AB"),
    ...order("甲", "2", "AB", "2025-06-09"),
    ...order("乙", "3", "AB"),
    ...order("丙", "4", "ABC"),
    ...order("丁", "5", "AC"),
    ...order("丁", "6", "C", "2025-06-05"),
    ...order("戊", "7", "CD"),
    ...order("戊", "8", "D", "2025-06-02"),
    ...order("己", "9", "D"),
    ...order("己", "10", "E", "2025-06-02"),
  ];
  const tables = tablesOf(lines);
  const found = result(tables, { minCount: 3 });

  it("counts support, confidence and lift of the one rule", () => {
    expect(found.headline).toMatchObject({ orders: 10, customers: 6, items: 5, pairs: 6 });
    // p = C(5,4)/C(10,4) = 5/210; of 6 tests (4 things with 3 orders) the rate is 6 × 5/210 = 0.142…
    expect(found.rules).toEqual([]);
    expectClose(found.headline.itemsPerBasket!, 17 / 10, { rel: 1e-12 });
    expectClose(found.headline.multiShare!, 6 / 10, { rel: 1e-12 });
  });

  it("finds it when there are three times as many orders", () => {
    const more = [0, 1, 2].flatMap((k) =>
      lines.map((line) => ({
        ...line,
        orderId: `${line.orderId}-${k}`,
        customer: `${line.customer}${k}`,
      })),
    );
    const { rules, headline } = result(tablesOf(more), { minCount: 3 });
    expect(headline.rules).toBe(1);
    // A in 15 of 30, B in 12, both in 12: whoever buys B buys A.
    expect(rules[0]).toMatchObject({
      given: "B",
      then: "A",
      together: 12,
      givenCount: 12,
      thenCount: 15,
      customers: 9,
      confidence: 1,
      lift: 2,
      extra: 6,
      candidates: 0,
    });
    expectClose(rules[0]!.support, 0.4, { rel: 1e-12 });
    expectClose(rules[0]!.reverse, 0.8, { rel: 1e-12 });
    // C(15,12)/C(30,12)
    expectClose(rules[0]!.p, 455 / 86_493_225, { rel: 1e-9 });
    // E counts now too: ten pairs of five things.
    expectClose(rules[0]!.q, (10 * 455) / 86_493_225, { rel: 1e-9 });
    expect(headline.topLift).toBe(2);
  });

  it("offers to the customers of the one the other, with its reason", () => {
    const more = [0, 1, 2].flatMap((k) =>
      lines.map((line) => ({
        ...line,
        orderId: `${line.orderId}-${k}`,
        customer: `${line.customer}${k}`,
      })),
    );
    const { result: found, members } = answer(tablesOf(more), { minCount: 3 });
    if (found.kind !== "answered") throw new Error("refused");
    // 丁 has A and never B, three times.
    expect(found.headline.offers).toBe(3);
    expect(found.offers.map(({ name, offer, because }) => [name, offer, because])).toEqual([
      ["丁0", "B", "A"],
      ["丁1", "B", "A"],
      ["丁2", "B", "A"],
    ]);
    // 9 of the 12 buyers of A have B; the three 甲 paid 20 for it, the six others 10.
    expectClose(found.offers[0]!.share, 9 / 12, { rel: 1e-12 });
    // 丁 spent 30 on A and C, their average buyers 12.5 and 40 ÷ 3.
    expectClose(found.offers[0]!.money, (10 * 30) / (12.5 + 40 / 3), { rel: 1e-12 });
    expect(members("basket-offers")).toHaveLength(3);
    expect(members("basket-rule:0")).toHaveLength(9);
  });

  it("counts a customer's own habit as no rule", () => {
    const habit = Array.from({ length: 30 }, (_, i) => order("甲", `x${i}`, "PQ")).flat();
    const others = Array.from({ length: 60 }, (_, i) => order(`z${i}`, `y${i}`, "R")).flat();
    expect(result(tablesOf([...habit, ...others])).headline.rules).toBe(0);
  });

  it("takes a customer and day as one order where there is no number", () => {
    const unnumbered = lines.map(({ orderId: _, ...line }) => line);
    expect(result(tablesOf(unnumbered)).headline.orders).toBe(10);
    const sameDay = unnumbered.map((line) => ({ ...line, on: "2025-06-01" }));
    expect(result(tablesOf(sameDay)).headline.orders).toBe(6);
  });

  it("does not mix up customers who use the same number", () => {
    const shared = [...order("甲", "1", "AB"), ...order("乙", "1", "CD")];
    expect(result(tablesOf(shared)).headline).toMatchObject({ orders: 2, itemsPerBasket: 2 });
  });
});

describe("what is bought next", () => {
  const bought = (customer: string, steps: readonly (readonly [string, string])[]): Line[] =>
    steps.flatMap(([on, things]) => order(customer, `${customer}${on}`, things, on));
  const tables = tablesOf([
    ...[1, 2, 3, 4].flatMap((k) =>
      bought(`甲${k}`, [
        ["2025-01-01", "A"],
        ["2025-01-11", "AB"],
      ]),
    ),
    ...bought("乙", [
      ["2025-01-01", "A"],
      ["2025-01-31", "C"],
      ["2025-02-10", "B"],
    ]),
    ...bought("丙", [["2025-03-01", "AC"]]),
  ]);

  it("tells the share of each thing in the first step after, and who has not gone on", () => {
    const { result: found, members } = answer(tables);
    if (found.kind !== "answered") throw new Error("refused");
    const after = found.next.find(({ name }) => name === "A")!;
    expect(after).toMatchObject({ customers: 6, followed: 5, waiting: 1, medianDays: 10 });
    expect(after.then.map(({ name, customers }) => [name, customers])).toEqual([
      ["B", 4],
      ["C", 1],
    ]);
    // B came in 5 of all 6 steps.
    expectClose(after.then[0]!.lift, 0.8 / (5 / 6), { rel: 1e-12 });
    const place = found.next.indexOf(after);
    expect(members(`basket-then:${place}:0`)).toHaveLength(4);
    expect(members(`basket-waiting:${place}`)).toHaveLength(1);
  });
});

describe("what each segment buys", () => {
  const tables = tablesOf([
    ...Array.from({ length: 20 }, (_, i) => order(`大${i}`, `a${i}`, "AB")).flat(),
    ...Array.from({ length: 30 }, (_, i) => order(`小${i}`, `b${i}`, "B")).flat(),
  ]);
  const names = tables.customers.columns.get("key")!;
  const withSize: Input = {
    ...tables,
    customers: {
      ...tables.customers,
      columns: new Map([
        ["key", names],
        ["attr:规模", textColumn(Array.from({ length: 50 }, (_, i) => (i < 20 ? "大" : "小")))],
      ]),
    },
  };

  it("gives the share of each segment against that of all", () => {
    const { segments } = result(withSize, { by: "attr:规模" });
    expect(segments!.segments).toEqual([
      { id: "小", customers: 30 },
      { id: "大", customers: 20 },
    ]);
    const cell = (segment: number, name: string) => {
      const item = segments!.items.findIndex((line) => line.name === name);
      return segments!.cells.find((each) => each.segment === segment && each.item === item)!;
    };
    // 20 of 50 have A: all of the large ones, none of the small ones.
    expect(cell(1, "A")).toMatchObject({ customers: 20, share: 1, index: 2.5, isSure: true });
    expect(cell(0, "A")).toMatchObject({ customers: 0, index: 0, isSure: true });
    expect(cell(0, "B")).toMatchObject({ index: 1, isSure: false });
  });

  it("falls back to grades where the column is gone", () => {
    expect(result(tables, { by: "attr:规模" }).segments!.from).toBe("grade");
  });
});

describe("basket without a word of what was bought", () => {
  it("says so and lists nothing", () => {
    const plain = order("甲", "1", "AB").map(({ product: _, ...line }) => line);
    expect(result(tablesOf(plain))).toMatchObject({ level: null, lines: 2, unnamed: 2, rules: [] });
  });

  it("counts the lines that do not say it", () => {
    const some = tablesOf([
      ...order("甲", "1", "AB"),
      { customer: "甲", on: "2025-06-01", amount: 1 },
    ]);
    expect(result(some)).toMatchObject({ level: "product", lines: 3, unnamed: 1 });
  });
});

// Python 3, whole-number binomials: tests/support/reference-files states which lines count.
describe("basket on superstore (exact whole-number arithmetic)", () => {
  const tables = referenceTables("superstore");
  const scope = scopeOf("2017-12-30");

  it("finds no pair of kinds that goes together in an order: the data are invented by chance", () => {
    const found = result(tables, { item: "kind" }, scope);
    expect(found.headline).toMatchObject({ baskets: 5009, items: 17, pairs: 136, rules: 0 });
    expectClose(found.headline.multiShare!, 0.4683569574765422, { rel: 1e-12 });
    expectClose(found.headline.itemsPerBasket!, 1.8285086843681373, { rel: 1e-12 });
  });

  it("finds 44 pairs of kinds among customers", () => {
    const found = result(tables, { item: "kind", per: "customer" }, scope);
    expect(found.headline).toMatchObject({ baskets: 793, rules: 44 });
    const [first] = found.rules;
    expect(first).toMatchObject({ given: "Machines", then: "Fasteners", together: 36 });
    expectClose(first!.lift, 1.5097572584483578, { rel: 1e-12 });
    expectClose(first!.p, 0.002314029432757006, { rel: 1e-9 });
    expectClose(first!.q, 0.014304909220679674, { rel: 1e-9 });
  });
});

describe("basket on online retail, one in ten (exact whole-number arithmetic)", () => {
  it("has the number of pairs and the strongest of them", () => {
    const found = result(referenceTables("online_retail_sample10"), {}, scopeOf("2011-12-09"));
    expect(found.headline).toMatchObject({
      orders: 1724,
      items: 2910,
      rules: 4655,
      pairs: 1499046,
    });
    expectClose(found.headline.topLift!, 287.3333333333333, { rel: 1e-12 });
    expectClose(found.rules[0]!.p, 4.7551858250895245e-14, { rel: 1e-8 });
    expectClose(found.rules[0]!.q, 1.2247838986867956e-10, { rel: 1e-8 });
    expect(found.rules).toHaveLength(200);
  });
});

describe("basket against brute force", () => {
  const anyOrders = fc.array(
    fc.record({
      customer: fc.integer({ min: 0, max: 7 }),
      things: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 60 },
  );

  it("has every pair with its counts, per order and per customer", () => {
    fc.assert(
      fc.property(anyOrders, fc.constantFrom("order", "customer"), (orders, per) => {
        const lines = orders.flatMap(({ customer, things }, i) =>
          order(`c${customer}`, `o${i}`, things.join("")),
        );
        const found = result(tablesOf(lines), { per, minCount: 2 });
        const sets = new Map<string, Set<string>>();
        for (const { customer, orderId, product } of lines) {
          const key = per === "order" ? orderId! : customer;
          sets.set(key, (sets.get(key) ?? new Set()).add(product!));
        }
        const withAll = (...things: string[]): number =>
          [...sets.values()].filter((set) => things.every((thing) => set.has(thing))).length;
        expect(found.headline.baskets).toBe(sets.size);
        for (const rule of found.rules) {
          expect(rule.together).toBe(withAll(rule.given, rule.then));
          expect(rule.givenCount).toBe(withAll(rule.given));
          expect(rule.thenCount).toBe(withAll(rule.then));
          expectClose(rule.confidence, rule.together / rule.givenCount, { rel: 1e-12 });
          expectClose(rule.lift, (rule.together * sets.size) / (rule.givenCount * rule.thenCount), {
            rel: 1e-12,
          });
          expect(rule.lift).toBeGreaterThan(1);
          expect(rule.q).toBeLessThanOrEqual(0.05);
        }
        expect(
          new Set(found.rules.map(({ given, then }) => [given, then].sort().join())).size,
        ).toBe(found.headline.rules);
      }),
    );
  });

  it("scales with money only where it speaks of money", () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 2, max: 50 }), (orders, factor) => {
        const lines = orders.flatMap(({ customer, things }, i) =>
          order(`c${customer}`, `o${i}`, things.join("")),
        );
        const one = result(tablesOf(lines), { minCount: 2 });
        const two = result(
          tablesOf(lines.map((line) => ({ ...line, amount: line.amount * factor }))),
          { minCount: 2 },
        );
        expect(two.headline).toEqual(one.headline);
        two.offers.forEach(({ money }, i) => {
          expectClose(money, one.offers[i]!.money * factor, { rel: 1e-12 });
        });
      }),
    );
  });
});
