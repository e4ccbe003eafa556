import { describe, expect, it } from "vitest";
import { answerOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { median } from "../../kernel/stats/quantile";
import { seededRng } from "../../kernel/base/rng";
import compute from "./compute";
import spec, { type CustomerOffers } from "./spec";

const SCOPE = scopeOf("2025-12-31");

/** Orders of 120 customers, in which A goes with B and C with D, beside things that go with nothing. */
function drawnLines(): readonly Line[] {
  const rng = seededRng(7);
  return Array.from({ length: 900 }, (_, k): Line[] => {
    const things = [["A", "B"], ["C", "D"], ["E"], ["F"], ["G"]][rng.below(5)]!;
    const bought = things.filter(() => rng.next() < 0.8);
    const customer = `客户${String(rng.below(120))}`;
    return [...bought, ...(rng.next() < 0.2 ? ["E"] : [])].map((product) => {
      const amount = 10 + rng.below(90);
      return { customer, orderId: String(k), product, on: "2025-06-01", amount };
    });
  }).flat();
}

const LINES = drawnLines();
const TABLES = tablesOf(LINES);
const answer = answerOf(spec, compute, { tables: TABLES, scope: SCOPE });
const of = (row: number): CustomerOffers => answer.of!(row) as CustomerOffers;
const keys = TABLES.customers.columns.get("key")!;
const nameOf = (row: number): string =>
  keys.kind === "dictionary" ? keys.dictionary[keys.codes[row]!]! : "";
const spentBy = new Map<string, Map<string, number>>();
for (const { customer, product, amount } of LINES) {
  const own = spentBy.get(product!) ?? new Map<string, number>();
  spentBy.set(product!, own.set(customer, (own.get(customer) ?? 0) + amount));
}

describe("offers of one customer", () => {
  it("begin with the one that the list of all customers says", () => {
    if (answer.result.kind !== "answered") throw new Error("refused");
    const { offers } = answer.result;
    expect(offers.length).toBeGreaterThan(20);
    for (const { row, offer, because, share, lift, money } of offers) {
      const [first] = of(row).cross;
      expect(first).toMatchObject({ offer, because, lift });
      expectClose(first!.share, share, { rel: 1e-12 });
      expectClose(first!.money, money, { rel: 1e-12 });
    }
  });

  it("name only things that the customer has not, for a thing that it has, each once", () => {
    let offered = 0;
    for (let row = 0; row < TABLES.customers.rowCount; row++) {
      const { cross } = of(row);
      expect(new Set(cross.map(({ offer }) => offer)).size).toBe(cross.length);
      for (const { offer, because, share } of cross) {
        offered++;
        expect(spentBy.get(offer)!.has(nameOf(row))).toBe(false);
        expect(spentBy.get(because)!.has(nameOf(row))).toBe(true);
        const given = [...spentBy.get(because)!.keys()];
        const both = given.filter((name) => spentBy.get(offer)!.has(name));
        expectClose(share, both.length / given.length, { rel: 1e-12 });
      }
    }
    expect(offered).toBeGreaterThan(20);
  });

  it("tell things bought for less than half of what is usual at the customer's level", () => {
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    let told = 0;
    for (let row = 0; row < TABLES.customers.rowCount; row++) {
      const name = nameOf(row);
      const owned = [...spentBy].filter(([, own]) => own.has(name));
      const own = owned.reduce((sum, [, by]) => sum + by.get(name)!, 0);
      const level = own / owned.reduce((sum, [, by]) => sum + mean([...by.values()]), 0);
      const gaps = owned
        .map(([thing, by]) => {
          const usual = median(Float64Array.from(by.values())) * level;
          return { name: thing, own: by.get(name)!, usual };
        })
        .filter((gap) => gap.own < gap.usual / 2)
        .sort((a, b) => b.usual - b.own - (a.usual - a.own));
      const { more } = of(row);
      expect(more.map((gap) => gap.name)).toEqual(gaps.slice(0, 3).map((gap) => gap.name));
      more.forEach((gap, place) => {
        told++;
        expectClose(gap.own, gaps[place]!.own, { rel: 1e-12 });
        expectClose(gap.usual, gaps[place]!.usual, { rel: 1e-12 });
      });
    }
    expect(told).toBeGreaterThan(10);
  });

  it("are none without a column that says what was bought", () => {
    const bare = tablesOf([{ customer: "甲", on: "2025-06-01", amount: 10 }]);
    const bareAnswer = answerOf(spec, compute, { tables: bare, scope: SCOPE });
    expect(bareAnswer.of!(0)).toEqual({ level: null, cross: [], more: [] });
  });
});
