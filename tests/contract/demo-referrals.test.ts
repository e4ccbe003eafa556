import { beforeAll, describe, expect, it } from "vitest";
import sources from "../../src/analyses/sources/compute";
import sourcesSpec, { type SourcesResult } from "../../src/analyses/sources/spec";
import { assemble } from "../../src/ingest/assemble";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import type { SheetRead } from "../../src/ingest/plan";
import { readSheet } from "../../src/ingest/read";
import { seededRng } from "../../src/kernel/base/rng";
import { makeCustomers } from "../../src/page/demo/customers";
import { makeDemoFiles } from "../../src/page/demo/files";
import { loudest } from "../../src/page/demo/referrals";
import { resultOf } from "../support/answers";
import { scopeOf } from "../support/tables";

describe("the referrals of the demo", () => {
  let found: SourcesResult;
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
    found = resultOf(sourcesSpec, sources, { tables, scope: scopeOf("2025-11-30") });
  }, 60_000);

  it("name customers of the demo only, and nobody as its own referrer", () => {
    expect(found.referrals).toMatchObject({ unknown: 0, circular: 0 });
    expect(found.referrals!.referred).toBeGreaterThan(50);
  });

  it("come most of all through the one that everybody listens to, as planted, and through those that it brought", () => {
    const planted = loudest(makeCustomers(seededRng(20251130)))!;
    const { lines } = found.referrals!;
    const most = lines.toSorted((a, b) => b.direct - a.direct);
    expect(most[0]!.name).toBe(planted.name);
    expect(most[0]!.direct).toBeGreaterThan(2 * most[1]!.direct);
    expect(most[0]!.all).toBeGreaterThan(most[0]!.direct);
  });
});
