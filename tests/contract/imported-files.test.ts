import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { Input } from "../../src/analyses/define";
import pareto from "../../src/analyses/pareto/compute";
import paretoSpec from "../../src/analyses/pareto/spec";
import rfm from "../../src/analyses/rfm/compute";
import rfmSpec from "../../src/analyses/rfm/spec";
import { assemble } from "../../src/ingest/assemble";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import { readSheet } from "../../src/ingest/read";
import { resultOf } from "../support/answers";
import { expectClose } from "../support/expect-close";
import { referenceResults, type DataSet } from "../support/reference-files";
import { scopeOf } from "../support/tables";

const FILES: readonly (readonly [DataSet, string, "orders" | "order-days"])[] = [
  ["cdnow_master", "cdnow/CDNOW_master.txt", "order-days"],
  ["superstore", "superstore/superstore.csv", "orders"],
  ["online_retail_sample10", "online_retail/online_retail_sample10.csv", "orders"],
  ["online_retail", "online_retail/online_retail.csv.gz", "orders"],
];

/** The file as a user imports it who takes every proposal. */
async function imported(path: string): Promise<Input> {
  const bytes = readFileSync(resolve(process.cwd(), "../shared/data", path));
  const plain = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  const file = new File([new Uint8Array(plain)], path);
  const plan = defaultPlan(await inspectFile(file), 0);
  if (plan === null) throw new Error("nothing was proposed");
  const generation = assemble(null, [await readSheet(file, plan)], "append");
  return { orders: generation.orders.table, customers: generation.customers.table };
}

describe.each(FILES)("%s through the import to the analyses", (set, path, frequency) => {
  const reference = referenceResults(set);
  const scope = scopeOf(reference.reference_date);
  let tables: Input;
  beforeAll(async () => {
    tables = await imported(path);
  }, 180_000);

  it("has the concentration that pandas finds in the file", () => {
    const expected = reference.concentration_of_monetary;
    const found = resultOf(paretoSpec, pareto, { tables, scope, params: { window: "all" } });
    expect(found.headline.customers).toBe(expected.n);
    expectClose(found.headline.total, reference.totals["monetary_sum"]!, { rel: 1e-9 });
    expectClose(found.headline.gini, expected.gini, { rel: 1e-9 });
    expect(found.headline.customersFor80Share).toBe(expected.customers_for_80pct);
  });

  it("has the scores that pandas finds in the file", () => {
    const found = resultOf(rfmSpec, rfm, { tables, scope, params: { frequency } });
    const { recency, frequency: f, monetary } = reference.quintile_method_value.by_field;
    expect(found.frequency).toBe(frequency);
    expect(found.frequencySum).toBe(reference.totals["frequency_sum"]);
    expect([...found.recency.counts]).toEqual(recency.count_by_score_1_to_5);
    expect([...found.frequencyAxis.counts]).toEqual(f.count_by_score_1_to_5);
    expect([...found.money.counts]).toEqual(monetary.count_by_score_1_to_5);
  });
});
