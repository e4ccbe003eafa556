import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import type { Scope } from "../../domain/scope";
import { dayFromCivil } from "../../kernel/base/calendar";
import { seededRng } from "../../kernel/base/rng";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const result = (tables: Input, scope: Scope, params = {}) =>
  resultOf(spec, compute, { tables, scope, params });
const answer = (tables: Input, scope: Scope, params = {}) =>
  answerOf(spec, compute, { tables, scope, params });

const SCOPE = scopeOf("2025-12-31");
const MONTHS = 36;

/** Two sales a month of a product from a month on, of an amount that a course gives. */
function sold(
  product: string,
  course: (month: number) => number,
  { from = 0, customers = 8 }: { from?: number; customers?: number } = {},
): Line[] {
  return Array.from({ length: MONTHS - from }, (_, k) => k + from).flatMap((month) =>
    [2, 15].map((monthDay, part): Line => ({
      customer: `${product}-${(2 * month + part) % customers}`,
      on: dayFromCivil(2023 + Math.floor(month / 12), (month % 12) + 1, monthDay),
      amount: Math.round(50 * course(month)) / 100,
      product,
    })),
  );
}

const rng = seededRng(7);
const noise = Array.from({ length: 200 }, () => 0.8 + 0.4 * rng.next());
const noisy = (level: (month: number) => number, seed: number) => (month: number) =>
  1000 * level(month) * noise[(seed * 37 + month) % noise.length]!;

const steady = Array.from({ length: 12 }, (_, k) =>
  sold(
    `平${k}`,
    noisy(() => 1, k),
  ),
).flat();
const falling = sold(
  "落",
  noisy((month) => Math.exp(-month / 18), 20),
);
const rising = sold(
  "升",
  noisy((month) => Math.exp(month / 24), 21),
);
const summer = (month: number): number => (month % 12 >= 4 && month % 12 <= 7 ? 5 : 0.2);
const phaseOf = (found: ReturnType<typeof result>, name: string) =>
  found.products.find((line) => line.name === name)?.phase;

describe("product-life", () => {
  const found = result(tablesOf([...steady, ...falling, ...rising]), SCOPE);

  it("calls what falls declining, what grows rising, and nothing else", () => {
    expect(phaseOf(found, "落")).toBe("decline");
    expect(phaseOf(found, "升")).toBe("rise");
    expect(found.headline).toMatchObject({ products: 14, rising: 1, declining: 1, mature: 12 });
    expect(found.headline.tested).toBe(14);
  });

  it("has the growth of the last twelve months on the same months before", () => {
    const line = found.products.find(({ name }) => name === "落")!;
    const months = [...line.months];
    const sum = (from: number, to: number) =>
      months.slice(from, to).reduce((total, value) => total + value, 0);
    expectClose(line.growth!, sum(24, 36) / sum(12, 24) - 1, { rel: 1e-5 });
    expect(line.low!).toBeLessThan(line.growth!);
    expect(line.high!).toBeGreaterThan(line.growth!);
    expect(line.s).toBe(-36);
  });

  it("does not call a seasonal product declining, wherever in its year the data end", () => {
    for (const asOf of ["2025-06-30", "2025-09-30", "2025-12-31"]) {
      const seasonal = sold("夏", noisy(summer, 22));
      const tables = tablesOf([...steady, ...falling, ...seasonal]);
      const seen = result(tables, scopeOf(asOf));
      expect(phaseOf(seen, "夏"), asOf).toBe("maturity");
      expect(phaseOf(seen, "落"), asOf).toBe("decline");
    }
  });

  it("calls a seasonal product that also falls declining", () => {
    const seasonal = sold(
      "夏",
      noisy((month) => summer(month) * Math.exp(-month / 18), 22),
    );
    expect(phaseOf(result(tablesOf([...steady, ...seasonal]), SCOPE), "夏")).toBe("decline");
  });

  it("calls a young product introduced, one unsold for a year ended, a thin one unsure", () => {
    const young = sold(
      "新",
      noisy((month) => month / 36, 23),
      { from: 24 },
    );
    const gone = sold(
      "停",
      noisy((month) => (month < 20 ? 1 : 0), 24),
    ).filter(({ amount }) => amount > 0);
    const thin = sold(
      "少",
      noisy(() => 1, 25),
    )
      .slice(0, 60)
      .filter((_, k) => k % 8 === 7);
    const seen = result(tablesOf([...steady, ...young, ...gone, ...thin]), SCOPE);
    expect(phaseOf(seen, "新")).toBe("introduction");
    expect(phaseOf(seen, "停")).toBe("ended");
    expect(phaseOf(seen, "少")).toBe("unsure");
  });

  it("holds false alarms among many products without a trend", () => {
    const draw = seededRng(99);
    const many = Array.from({ length: 150 }, (_, k) =>
      sold(`物${k}`, () => 400 + 1200 * draw.next()),
    ).flat();
    const { headline } = result(tablesOf(many), SCOPE);
    expect(headline.declining + headline.rising).toBeLessThanOrEqual(1);
  });

  it("lists who depends on what declines: still buying, a share of the spend of two years", () => {
    const lines: Line[] = [
      ...steady,
      ...falling,
      { customer: "半", on: "2025-03-01", amount: 30, product: "落" },
      { customer: "半", on: "2025-04-01", amount: 70, product: "平1" },
      { customer: "少", on: "2025-03-01", amount: 10, product: "落" },
      { customer: "少", on: "2025-04-01", amount: 90, product: "平1" },
      { customer: "走", on: "2024-03-01", amount: 100, product: "落" },
    ];
    const seen = answer(tablesOf(lines), SCOPE, { exposure: 0.3 });
    if (seen.result.kind !== "answered") throw new Error("refused");
    const names = seen.result.exposed.map(({ name }) => name);
    expect(names).toContain("半");
    expect(names).not.toContain("少");
    expect(names).not.toContain("走");
    const half = seen.result.exposed.find(({ name }) => name === "半")!;
    expect(half).toMatchObject({ money: 30, main: 0 });
    expectClose(half.share, 0.3, { rel: 1e-12 });
    expect(seen.members("product-exposed:0")).toEqual(seen.members("product-exposed"));
  });

  it("has the adoption of the newest product by existing and new customers, by hand", () => {
    const launch = dayFromCivil(2025, 1, 1);
    const base = Array.from({ length: 20 }, (_, k): Line[] => [
      { customer: `老${k}`, on: "2023-01-02", amount: 10, product: "平" },
      { customer: `老${k}`, on: "2024-06-01", amount: 100 + k, product: "平" },
    ]).flat();
    // ten of twenty existing ones after 0, 10, … 90 days; five of five new ones at once
    const bought = Array.from({ length: 10 }, (_, k): Line => ({
      customer: `老${k}`,
      on: launch + 10 * k,
      amount: 5,
      product: "新",
    }));
    const fresh = Array.from({ length: 5 }, (_, k): Line => ({
      customer: `新${k}`,
      on: launch + 30 + k,
      amount: 5,
      product: "新",
    }));
    const { adoption, candidates, chosen, headline } = result(
      tablesOf([...base, ...bought, ...fresh]),
      SCOPE,
    );
    expect([candidates.length, chosen]).toEqual([1, 0]);
    expect(adoption).toMatchObject({ name: "新", launchDay: launch, buyers: 15 });
    const [existing, fresher] = adoption!.groups;
    expect(existing).toMatchObject({ group: "existing", n: 20, adopters: 10 });
    expectClose(existing!.within90!, 0.5, { rel: 1e-12 });
    expectClose(existing!.adopted[3]!, 0.2, { rel: 1e-12 });
    expect(fresher).toMatchObject({ group: "new", n: 5, adopters: 5 });
    expect([...fresher!.times]).toEqual([0]);
    expect(headline.adoptionNew90).toBe(1);
    expect(adoption!.existingAgainstNew!.p).toBeLessThan(0.001);
    expect(adoption!.groups.map(({ group }) => group)).toEqual(["existing", "new", "a", "b", "c"]);
  });

  it("leaves the members of adoption groups who did and who did not", () => {
    const seen = answer(referenceTables("superstore"), scopeOf("2017-12-31"));
    if (seen.result.kind !== "answered") throw new Error("refused");
    for (const { group, n, adopters } of seen.result.adoption!.groups) {
      expect(seen.members(`product-adoption:${group}:yes`)!.length).toBe(adopters);
      expect(seen.members(`product-adoption:${group}:no`)!.length).toBe(n - adopters);
    }
    expect(seen.members("product-adoption:x:yes")).toBeNull();
  });

  it("counts on superstore by kind what a table of kinds and months says", () => {
    const seen = result(referenceTables("superstore"), scopeOf("2017-12-31"), { item: "kind" });
    const total = seen.products.reduce((sum, { sales }) => sum + sales, 0);
    // sales of 2017 in the file
    expectClose(total, 733215.2552, { rel: 1e-6 });
    expect(seen.months!.last - seen.months!.first).toBe(35);
    expect(seen.headline.declining).toBe(0);
  });

  it("does not change when all amounts are multiplied", () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 4, 0.5), (factor) => {
        const lines = [...steady, ...falling, ...rising];
        const scaled = lines.map((line) => ({ ...line, amount: line.amount * factor }));
        const [one, two] = [result(tablesOf(lines), SCOPE), result(tablesOf(scaled), SCOPE)];
        expect(two.products.map(({ phase }) => phase)).toEqual(
          one.products.map(({ phase }) => phase),
        );
        expect(two.headline.exposedCustomers).toBe(one.headline.exposedCustomers);
      }),
      { numRuns: 3 },
    );
  });

  it("says that nothing says what was bought, and refuses without sales", () => {
    const bare = result(tablesOf([{ customer: "甲", on: "2025-06-01", amount: 1 }]), SCOPE);
    expect([bare.level, bare.headline.products]).toEqual([null, 0]);
    expect(answer(tablesOf([]), SCOPE).result.kind).toBe("insufficient");
  });
});
