import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

interface Reference {
  readonly reference_date: string;
  readonly customers: number;
  readonly kmeans: {
    readonly by_k: readonly {
      readonly k: number;
      readonly inertia: number;
      readonly silhouette: number;
      readonly sizes_desc: readonly number[];
    }[];
  };
}

const result = (tables: Input, asOf: string, params = {}) =>
  resultOf(spec, compute, { tables, scope: scopeOf(asOf), params });

describe.each(["superstore", "online_retail_sample10"] as const)(
  "clusters on %s (scikit-learn, 25 starts)",
  (set) => {
    const reference = JSON.parse(
      readFileSync(`../shared/data/reference/rfm_${set}.json`, "utf8"),
    ) as Reference;
    const tables = referenceTables(set);
    const params = { scaling: "standard", frequency: "orders" } as const;
    const found = result(tables, reference.reference_date, params);

    it("reaches the same inertia and silhouette for every number of groups", () => {
      expect(found.customers).toBe(reference.customers);
      expect(found.choices.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8]);
      found.choices.forEach((choice, place) => {
        const expected = reference.kmeans.by_k[place]!;
        // both stop at local minima, of some 25 tried
        expectClose(choice.inertia, expected.inertia, { rel: 5e-3 });
      });
      for (const place of [0, 1, 2]) {
        const expected = reference.kmeans.by_k[place]!;
        expectClose(found.choices[place]!.silhouette, expected.silhouette, { rel: 0.01 });
      }
    });

    it("takes the two groups with the largest silhouette, of the same size", () => {
      const [two] = reference.kmeans.by_k;
      expect(found.headline.k).toBe(2);
      expectClose(found.headline.silhouette, two!.silhouette, { rel: 1e-3 });
      expectClose(found.headline.inertia, two!.inertia, { rel: 1e-4 });
      const sizes = found.clusters.map(({ customers }) => customers).sort((a, b) => b - a);
      expect(sizes).toEqual(two!.sizes_desc);
    });
  },
);

/** Ninety customers of three kinds that nobody could mistake, and how many orders each has. */
const kinds = (): Line[] =>
  Array.from({ length: 90 }, (_, c): Line[] => {
    const kind = c % 3;
    const orders = [24, 6, 1][kind]! + (c % 2);
    const last = [20450, 20380, 19800][kind]! - (c % 7);
    return Array.from({ length: orders }, (__, i) => ({
      customer: `c${c}`,
      on: last - 14 * i,
      amount: [5000, 400, 30][kind]! + 10 * (c % 5),
      orderId: `${c}-${i}`,
    }));
  }).flat();

describe("clusters", () => {
  const tables = tablesOf(kinds());
  const scope = scopeOf(20453);

  it("finds the three kinds, says where each stands, and opens its customers", () => {
    const { result: found, members } = answerOf(spec, compute, { tables, scope });
    if (found.kind !== "answered") throw new Error(found.code);
    expect(found.headline.k).toBe(3);
    expect(found.isStable).toBe(true);
    expect(found.clusters.map(({ customers }) => customers)).toEqual([30, 30, 30]);
    const [best, , last] = found.clusters;
    expect(best!.levels).toEqual({ recency: "low", frequency: "high", money: "high" });
    expect(last!.levels).toEqual({ recency: "high", frequency: "low", money: "low" });
    expect([...members("cluster:0")!]).toEqual(Array.from({ length: 30 }, (_, i) => 3 * i));
    expect(members("cluster:3")).toBeNull();
    expectClose(
      found.clusters.reduce((sum, { amount }) => sum + amount, 0),
      found.amount,
      { rel: 1e-12 },
    );
  });

  it("shows the number that is asked for and says which speaks for itself", () => {
    const found = resultOf(spec, compute, { tables, scope, params: { k: 5 } });
    expect(found.clusters).toHaveLength(5);
    expect(found.bestK).toBe(3);
    expect(found.choices.find(({ k }) => k === 5)!.silhouette).toBe(found.headline.silhouette);
  });

  it("keeps the groups when all money is multiplied", () => {
    const tenfold = tablesOf(kinds().map((line) => ({ ...line, amount: 10 * line.amount })));
    const found = resultOf(spec, compute, { tables: tenfold, scope });
    expect(found.clusters.map(({ customers }) => customers)).toEqual([30, 30, 30]);
  });

  it("refuses few customers, and customers that are all alike", () => {
    const code = (lines: Line[]): string | null => {
      const { result: found } = answerOf(spec, compute, { tables: tablesOf(lines), scope });
      return found.kind === "answered" ? null : found.code;
    };
    const once = Array.from({ length: 40 }, (_, c): Line => {
      return { customer: `c${c}`, on: 20450, amount: 5 };
    });
    expect(code(once.slice(0, 29))).toBe("few-customers");
    expect(code(once)).toBe("too-alike");
  });
});
