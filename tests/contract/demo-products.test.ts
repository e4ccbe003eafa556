import { beforeAll, describe, expect, it } from "vitest";
import productLife from "../../src/analyses/product-life/compute";
import productLifeSpec, { type ProductLifeResult } from "../../src/analyses/product-life/spec";
import { assemble } from "../../src/ingest/assemble";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import type { SheetRead } from "../../src/ingest/plan";
import { readSheet } from "../../src/ingest/read";
import { makeDemoFiles } from "../../src/page/demo/files";
import words from "../../src/page/demo/words.json";
import { resultOf } from "../support/answers";
import { scopeOf } from "../support/tables";

describe("the products of the demo", () => {
  let found: ProductLifeResult;
  beforeAll(async () => {
    const reads: SheetRead[] = [];
    for (const file of makeDemoFiles()) {
      const plan = defaultPlan(await inspectFile(file), 0)!;
      if (plan.entity === "orders" || plan.entity === "customers") {
        reads.push(await readSheet(file, plan));
      }
    }
    const generation = assemble(null, reads, "replace");
    const tables = { orders: generation.orders.table, customers: generation.customers.table };
    found = resultOf(productLifeSpec, productLife, { tables, scope: scopeOf("2025-11-30") });
  }, 60_000);

  it("decline where that was planted, and nowhere else", () => {
    const declining = found.declining.map(({ place }) => found.products[place]!.name);
    expect(declining).toEqual(["工矿灯 150W"]);
    expect(found.headline.exposedCustomers).toBeGreaterThan(0);
  });

  it("have one new one, taken up by the large customers first, as planted", () => {
    const fresh = found.products.filter(({ phase }) => phase === "introduction");
    expect(fresh.map(({ name }) => name)).toEqual([words.succession.name]);
    expect(found.candidates.map(({ name }) => name)).toEqual([words.succession.name]);
    const share = (group: string) =>
      found.adoption!.groups.find((line) => line.group === group)!.within90!;
    expect(share("a")).toBeGreaterThan(share("b"));
    expect(share("b")).toBeGreaterThan(share("c"));
    expect(found.adoption!.byGrade!.p).toBeLessThan(0.001);
  });

  it("do not grow surely where all sales do not: what rises outgrows the whole", () => {
    for (const { phase, growth } of found.products) {
      if (phase === "rise") expect(growth!).toBeGreaterThan(found.headline.growth!);
    }
  });
});
