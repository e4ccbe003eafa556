import { beforeAll, describe, expect, it } from "vitest";
import signals from "../../src/analyses/complaint-signals/compute";
import signalsSpec, { type SignalsResult } from "../../src/analyses/complaint-signals/spec";
import { assemble } from "../../src/ingest/assemble";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import type { SheetRead } from "../../src/ingest/plan";
import { readSheet } from "../../src/ingest/read";
import { makeDemoFiles } from "../../src/page/demo/files";
import { resultOf } from "../support/answers";
import { scopeOf } from "../support/tables";

describe("the complaints of the demo", () => {
  let found: SignalsResult;
  beforeAll(async () => {
    const reads: SheetRead[] = [];
    for (const file of makeDemoFiles()) {
      const plan = defaultPlan(await inspectFile(file), 0)!;
      if (["orders", "customers", "complaints"].includes(plan.entity)) {
        reads.push(await readSheet(file, plan));
      }
    }
    const generation = assemble(null, reads, "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      complaints: generation.complaints!.table,
    };
    found = resultOf(signalsSpec, signals, { tables, scope: scopeOf("2025-11-30") });
  }, 60_000);

  it("follow late and short deliveries, as planted, and not new customers", () => {
    const leading = found.lines.filter(({ isLeading }) => isLeading).map(({ signal }) => signal);
    expect(leading).toEqual(expect.arrayContaining(["late", "short"]));
    expect(leading).not.toContain("new-customer");
    expect(found.headline.lateRatio).toBeGreaterThan(1.5);
    expect(found.lacks).toEqual([]);
  });
});
