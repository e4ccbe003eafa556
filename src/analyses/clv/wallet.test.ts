import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { floatColumn, scopeOf, tablesOf } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";
import { walletMembers, walletOf } from "./wallet";

const NAMES = ["甲", "乙", "丙", "丁", "戊", "己"];
const withNeeds = (needs: readonly (number | undefined)[]): Input => {
  const tables = tablesOf([], NAMES);
  const columns = new Map([
    ...tables.customers.columns,
    ["potential", floatColumn(needs)] as const,
  ]);
  return { ...tables, customers: { ...tables.customers, columns } };
};
const everybody = Uint32Array.from(NAMES.keys());
const SALES = Float64Array.of(10, 30, 100, 150, 40, 0);

describe("walletOf", () => {
  it("divides our sales by what is needed, keeps what is unknown apart, and lists the most room first", () => {
    const { customers } = withNeeds([100, 100, 100, 100, undefined, 0]);
    const wallet = walletOf(customers, everybody, SALES)!;
    // 10, 30, 100 and 150 of 100: by hand
    expect(wallet.said).toMatchObject({ customers: 4, unknown: 2, sales: 290, potential: 400 });
    expect(wallet.said.room).toBe(90 + 70);
    expectClose(wallet.said.median!, 0.65, { rel: 1e-12 });
    expect(wallet.bands).toEqual(["small", "part", "main", "above"]);
    expect(wallet.said.top.map(({ name, room }) => [name, room])).toEqual([
      ["甲", 90],
      ["乙", 70],
    ]);
    expect([...walletMembers(wallet, "above")!]).toEqual([3]);
    expect(walletMembers(wallet, "none")).toBeNull();
  });

  it("says nothing without the column, and no share where nobody's need is known", () => {
    expect(walletOf(tablesOf([], NAMES).customers, everybody, SALES)).toBeNull();
    const blank = walletOf(withNeeds(NAMES.map(() => undefined)).customers, everybody, SALES)!;
    expect(blank.said).toMatchObject({ customers: 0, unknown: 6, median: null, top: [] });
  });

  it("puts each customer into one band, and its parts add up to the whole", () => {
    const need = fc.option(fc.integer({ min: -5, max: 400 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(need, { minLength: 6, maxLength: 6 }), (needs) => {
        const wallet = walletOf(withNeeds(needs).customers, everybody, SALES)!;
        const { said } = wallet;
        const sum = (of: (line: (typeof said.bands)[number]) => number): number =>
          said.bands.reduce((total, line) => total + of(line), 0);
        expect(sum(({ customers }) => customers)).toBe(said.customers);
        expect(sum(({ sales }) => sales)).toBe(said.sales);
        expect(sum(({ room }) => room)).toBe(said.room);
        expect(said.customers + said.unknown).toBe(6);
        const members = said.bands.flatMap(({ band }) => [...walletMembers(wallet, band)!]);
        expect(members.sort()).toEqual([...wallet.rows]);
      }),
    );
  });

  it("takes the sales of the last twelve months only, however far the model looks", () => {
    const lines = Array.from({ length: 40 }, (_, i) => [
      { customer: `客${i}`, on: "2023-05-01", amount: 1000 },
      { customer: `客${i}`, on: "2025-03-01", amount: 20 },
      { customer: `客${i}`, on: `2025-0${1 + (i % 6)}-15`, amount: 30 },
    ]).flat();
    const tables = tablesOf(lines);
    const columns = new Map([
      ...tables.customers.columns,
      ["potential", floatColumn(Array.from({ length: 40 }, () => 100))] as const,
    ]);
    const given = { ...tables, customers: { ...tables.customers, columns } };
    for (const months of [3, 24]) {
      const answer = answerOf(spec, compute, {
        tables: given,
        scope: scopeOf("2025-06-30"),
        params: { replicates: 0, months },
      });
      if (answer.result.kind !== "answered") throw new Error(answer.result.code);
      const { wallet, headline } = answer.result;
      expect(wallet).toMatchObject({ customers: 40, sales: 40 * 50, potential: 40 * 100 });
      expect(headline).toMatchObject({ walletCustomers: 40, walletShare: 0.5 });
      expect(answer.members("wallet:main")).toHaveLength(40);
    }
  });
});
