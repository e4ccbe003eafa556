import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRng } from "../../kernel/base/rng";
import { DictionaryBuilder } from "../../kernel/table/builder";
import type { Column, Table } from "../../kernel/table/column";
import { duplicateCustomers } from "./duplicate-customers";
import { isOneEdit } from "./edit-distance";
import { isNearName } from "./evidence";

interface Plain {
  readonly customerName?: string;
  readonly customerId?: string;
  readonly phone?: string;
  readonly city?: string;
}

function tableOf(rows: readonly Plain[]): Table {
  const columns = new Map<string, Column>();
  for (const id of ["customerName", "customerId", "phone", "city"] as const) {
    const builder = new DictionaryBuilder();
    for (const row of rows) builder.push(row[id] ?? null);
    columns.set(id, builder.finish());
  }
  return { rowCount: rows.length, columns };
}

const proposed = (...rows: Plain[]): readonly { evidence: readonly string[]; score: number }[] =>
  duplicateCustomers(tableOf(rows));

/** Optimal string alignment distance by its recurrence. */
function alignmentDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) d[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    }
  }
  return d[a.length]![b.length]!;
}

describe("isOneEdit", () => {
  it("agrees with the recurrence of the alignment distance", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneEdit(a, b)).toBe(alignmentDistance(a, b) === 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("duplicateCustomers", () => {
  it("proposes one name with and without its legal form", () => {
    const [pair] = proposed(
      { customerName: "上海百事食品有限公司" },
      { customerName: "北京云海" },
      { customerName: "上海百事食品" },
    );
    expect(pair).toMatchObject({ a: 0, b: 2, evidence: ["same-name"] });
  });
  it("proposes two names with one telephone number, however it is written", () => {
    const [pair] = proposed(
      { customerName: "张记杂货", phone: "138-0013-8000" },
      { customerName: "老张杂货店", phone: "+86 13800138000" },
    );
    expect(pair?.evidence).toEqual(["same-phone"]);
  });
  it("does not believe a telephone number that many customers have", () => {
    const rows = Array.from({ length: 6 }, (_, i) => ({
      customerName: ["海风", "山月", "江石", "林泉", "云雀", "火星"][i]! + "商行",
      phone: "02162210000",
    }));
    expect(proposed(...rows)).toEqual([]);
  });
  it("proposes a slip of one letter in the same city, not in another", () => {
    const near = (city: string): readonly unknown[] =>
      proposed(
        { customerName: "宏达机械制造", city: "苏州" },
        { customerName: "宏达机诫制造", city },
      );
    expect(near("苏州")).toHaveLength(1);
    expect(near("青岛")).toHaveLength(0);
  });
  it("proposes a name with and without its own city in front", () => {
    const [pair] = proposed(
      { customerName: "苏州市宏达机械有限公司" },
      { customerName: "宏达机械", city: "苏州" },
    );
    expect(pair?.evidence).toContain("place-in-name");
  });
  it("keeps numbered branches apart", () => {
    expect(
      proposed(
        { customerName: "好邻居便利一店", city: "苏州" },
        { customerName: "好邻居便利二店", city: "苏州" },
        { customerName: "好邻居便利3店", city: "苏州" },
      ),
    ).toEqual([]);
  });
  it("does not propose a pair again that was found to be two", () => {
    const table = tableOf([{ customerName: "百事公司" }, { customerName: "百事" }]);
    expect(duplicateCustomers(table)).toHaveLength(1);
    expect(duplicateCustomers(table, () => true)).toHaveLength(0);
  });
  it("misses no pair that comparing all with all would propose", () => {
    const plain = fc.record({
      customerName: fc.string({
        unit: fc.constantFrom("百", "事", "达", "海", "云"),
        maxLength: 6,
      }),
      phone: fc.constantFrom("13800138000", "13900139000", ""),
      city: fc.constantFrom("百事", "苏州"),
    });
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 12 }), (rows) => {
        const together = duplicateCustomers(tableOf(rows)).map(({ a, b }) => `${a} ${b}`);
        const phones = rows.map(({ phone }) => phone);
        for (let a = 0; a < rows.length; a++) {
          for (let b = a + 1; b < rows.length; b++) {
            // alone, a number is never shared by too many
            const isShared = phones.filter((phone) => phone === phones[a]).length > 4;
            if (isShared && phones[a] === phones[b]) continue;
            const alone = duplicateCustomers(tableOf([rows[a]!, rows[b]!]));
            if (alone.length > 0) expect(together).toContain(`${a} ${b}`);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
  it("finds the 1,000 pairs among 100,000 customers in seconds", () => {
    const rng = seededRng(7);
    const letters =
      "上海北京天津重庆广州深圳宏达兴盛华美金源永泰科技贸易食品机械电子实业发展商行建材服饰";
    const word = (): string =>
      Array.from({ length: 8 }, () => letters[rng.below(letters.length)]!).join("");
    const names = Array.from({ length: 99_000 }, word);
    const rows = [...names, ...names.slice(0, 1000).map((name) => `${name}有限公司`)].map(
      (customerName) => ({ customerName }),
    );
    const table = tableOf(rows);
    const startMs = performance.now();
    const pairs = duplicateCustomers(table);
    expect(performance.now() - startMs).toBeLessThan(10_000);
    expect(pairs.length).toBeGreaterThanOrEqual(1000);
  });
});

describe("isNearName", () => {
  it("asks for four Han characters or six Latin letters", () => {
    expect(isNearName("张三丰", "张三封")).toBe(false);
    expect(isNearName("宏达机械", "宏达机诫")).toBe(true);
    expect(isNearName("texac", "texan")).toBe(false);
    expect(isNearName("texaco", "texano")).toBe(true);
  });
});
