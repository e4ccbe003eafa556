import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { demoWorkbooks, templates, type MadeFile } from "../../scripts/lib/made-tables";
import { ENTITIES } from "../../src/domain/entities";
import { LANGUAGES } from "../../src/domain/field";
import { CANCELLED_LINE, RETURN_LINE, SALE_LINE } from "../../src/domain/line-kind";
import { VOCABULARY } from "../../src/domain/vocabulary";
import { assemble } from "../../src/ingest/assemble";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import type { SheetRead } from "../../src/ingest/plan";
import { readSheet } from "../../src/ingest/read";
import { openWorkbook } from "../../src/ingest/xlsx/workbook";
import type { Cell } from "../../src/ingest/parse/row-source";
import { seededRng } from "../../src/kernel/base/rng";
import { requiredColumn, textAt, type Table } from "../../src/kernel/table/column";
import { formatIsoDay, epochDay } from "../../src/kernel/base/calendar";
import { makeDemoFiles } from "../../src/page/demo/files";
import causes from "../../src/analyses/complaint-causes/compute";
import causesSpec from "../../src/analyses/complaint-causes/spec";
import sla from "../../src/analyses/sla/compute";
import slaSpec from "../../src/analyses/sla/spec";
import csat from "../../src/analyses/csat/compute";
import csatSpec from "../../src/analyses/csat/spec";
import csi from "../../src/analyses/csi/compute";
import csiSpec from "../../src/analyses/csi/spec";
import delivered from "../../src/analyses/delivered-value/compute";
import deliveredSpec from "../../src/analyses/delivered-value/spec";
import drivers from "../../src/analyses/drivers/compute";
import driversSpec from "../../src/analyses/drivers/spec";
import loyaltyCurve from "../../src/analyses/loyalty-curve/compute";
import loyaltySpec from "../../src/analyses/loyalty-curve/spec";
import feedback from "../../src/analyses/feedback-text/compute";
import feedbackSpec from "../../src/analyses/feedback-text/spec";
import nps from "../../src/analyses/nps/compute";
import npsSpec from "../../src/analyses/nps/spec";
import service from "../../src/analyses/service/compute";
import serviceSpec from "../../src/analyses/service/spec";
import whale from "../../src/analyses/whale/compute";
import whaleSpec from "../../src/analyses/whale/spec";
import { answerOf, resultOf } from "../support/answers";
import { scopeOf } from "../support/tables";

/** What the mapping gives to a header that is a synonym letter by letter: the most it ever gives. */
const EXACT_HEADER = 0.99;

async function importFile(file: Blob): Promise<SheetRead> {
  const plan = defaultPlan(await inspectFile(file), 0);
  expect(plan).not.toBeNull();
  return readSheet(file, plan!);
}

async function cellsOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  const workbook = await openWorkbook(new Blob([bytes]));
  for await (const batch of workbook.rows(0, {})) rows.push(...batch.rows);
  return rows;
}

/** Columns as plain values, to compare two reads. */
function contentOf(table: Table): unknown {
  return [...table.columns].map(([id, column]) =>
    column.kind === "dictionary"
      ? [id, [...column.codes].map((code) => column.dictionary[code])]
      : [id, [...column.values]],
  );
}

/** The committed file has the content of the one made now; its bytes may differ by the version of zlib. */
async function expectCommitted(made: MadeFile): Promise<void> {
  const committed = new Uint8Array(readFileSync(made.path));
  if (made.path.endsWith(".csv")) {
    expect(committed, made.path).toEqual(made.bytes);
    return;
  }
  const now = await cellsOf(made.bytes as Uint8Array<ArrayBuffer>);
  expect(await cellsOf(committed), made.path).toEqual(now);
}

describe("the demo", () => {
  let orders: SheetRead;
  let customers: SheetRead;
  let costs: SheetRead;
  let complaints: SheetRead;
  let surveys: SheetRead;
  let ratings: SheetRead;
  beforeAll(async () => {
    const files = makeDemoFiles();
    [orders, customers, costs, complaints, surveys, ratings] = (await Promise.all(
      files.map(importFile),
    )) as [SheetRead, SheetRead, SheetRead, SheetRead, SheetRead, SheetRead];
    // Forty thousand rows through the whole import, on whatever machine.
  }, 60_000);

  it("is imported by its default plan without a row left out or an issue", () => {
    const entities = [orders, customers, costs, complaints, surveys, ratings].map(
      ({ entity }) => entity,
    );
    expect(entities).toEqual([
      "orders",
      "customers",
      "service_costs",
      "complaints",
      "surveys",
      "surveys",
    ]);
    for (const all of [complaints, surveys, ratings]) {
      expect(all.rowsKept).toBe(all.rowsRead);
      expect(all.issues.counts).toEqual([]);
    }
    for (const survey of [surveys, ratings]) {
      expect(survey.rowsRead).toBeGreaterThan(1_000);
      expect(survey.rowsRead).toBeLessThan(4_000);
    }
    expect(costs.rowsKept).toBe(costs.rowsRead);
    expect(costs.issues.counts).toEqual([]);
    expect(costs.rowsRead).toBeGreaterThan(5_000);
    expect(costs.rowsRead).toBeLessThan(15_000);
    expect(orders.rowsKept).toBe(orders.rowsRead);
    expect(customers.rowsKept).toBe(customers.rowsRead);
    expect(orders.issues.counts).toEqual([]);
    expect(customers.issues.counts).toEqual([]);
    expect(orders.rowsRead).toBeGreaterThan(28_000);
    expect(orders.rowsRead).toBeLessThan(32_000);
    expect(customers.rowsRead).toBe(600);
  });

  it("has every field that the analyses can use", () => {
    for (const id of [
      "orderedOn",
      "orderId",
      "amount",
      "quantity",
      "unitPrice",
      "cost",
      "productId",
    ]) {
      expect(orders.table.columns.has(id), id).toBe(true);
    }
    for (const id of ["productName", "productKind", "owner", "region", "channel", "status"]) {
      expect(orders.table.columns.has(id), id).toBe(true);
    }
  });

  it("covers three years to 2025-11-30 with sales, returns and a few cancellations, all known customers", () => {
    const { orders: stored } = assemble(null, [orders, customers], "replace");
    const days = requiredColumn(stored.table, "orderedOn", "day").values;
    const range = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
    expect(range.map((day) => formatIsoDay(epochDay(day)))).toEqual(["2022-12-01", "2025-11-30"]);
    const kinds = requiredColumn(stored.table, "lineKind", "dictionary").codes;
    const count = (kind: number): number => kinds.filter((code) => code === kind).length;
    expect(count(RETURN_LINE) / kinds.length).toBeGreaterThan(0.01);
    expect(count(RETURN_LINE) / kinds.length).toBeLessThan(0.05);
    expect(count(CANCELLED_LINE)).toBeGreaterThan(20);
    expect(count(SALE_LINE) + count(RETURN_LINE) + count(CANCELLED_LINE)).toBe(kinds.length);
    const customerCount = assemble(null, [orders, customers], "replace").customers.table.rowCount;
    expect(customerCount).toBe(600);
  });

  it("adds up to the cent: quantity × price is the amount in every line", () => {
    const values = (id: string): Float64Array => requiredColumn(orders.table, id, "float64").values;
    const [amounts, quantities, prices] = [
      values("amount"),
      values("quantity"),
      values("unitPrice"),
    ];
    let cents = 0;
    amounts.forEach((amount, row) => {
      const exact = Math.round(amount * 100);
      expect(exact / 100).toBe(amount);
      expect(exact).toBe(quantities[row]! * Math.round(prices[row]! * 100));
      cents += exact;
    });
    // Regenerating with the same seed gives the same money for ever.
    expect(cents).toBe(6934954555);
  });

  it("is concentrated about 80 to 20, falls at the Spring Festival and peaks in autumn", () => {
    const { orders: stored } = assemble(null, [orders, customers], "replace");
    const codes = requiredColumn(stored.table, "customer", "dictionary").codes;
    const amounts = requiredColumn(stored.table, "amount", "float64").values;
    const days = requiredColumn(stored.table, "orderedOn", "day").values;
    const byCustomer = new Float64Array(600);
    const byMonth = new Map<string, number>();
    amounts.forEach((amount, row) => {
      byCustomer[codes[row]!] = byCustomer[codes[row]!]! + amount;
      const month = formatIsoDay(epochDay(days[row]!)).slice(0, 7);
      byMonth.set(month, (byMonth.get(month) ?? 0) + amount);
    });
    const sorted = [...byCustomer].sort((a, b) => b - a);
    const total = sorted.reduce((sum, value) => sum + value, 0);
    const top = sorted.slice(0, 120).reduce((sum, value) => sum + value, 0);
    expect(top / total).toBeGreaterThan(0.75);
    expect(top / total).toBeLessThan(0.87);
    for (const [festival, autumn] of [
      ["2023-01", "2023-09"],
      ["2024-02", "2024-11"],
      ["2025-02", "2025-11"],
    ]) {
      expect(byMonth.get(festival!)! * 2).toBeLessThan(byMonth.get(autumn!)!);
    }
  });

  it("hides customers of good sales whose service eats their profit, and the whale finds each of them", () => {
    const generation = assemble(null, [orders, customers, costs], "replace");
    const kinds = requiredColumn(costs.table, "costKind", "dictionary");
    const ids = requiredColumn(costs.table, "customerId", "dictionary");
    const planted = new Set<string>();
    kinds.codes.forEach((code, row) => {
      if (kinds.dictionary[code] === "驻场服务") planted.add(textAt(ids, row)!);
    });
    expect(planted.size).toBe(18);
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      service_costs: generation.service_costs!.table,
    };
    const { members, result } = answerOf(whaleSpec, whale, {
      tables,
      scope: scopeOf("2025-11-30"),
      params: { window: "all" },
    });
    if (result.kind !== "answered") throw new Error(result.code);
    const keys = requiredColumn(tables.customers, "customerId", "dictionary");
    const losing = new Set([...members("loss:service")!].map((row) => textAt(keys, row)));
    for (const id of planted) expect(losing, id).toContain(id);
    expect(result.headline.peakShare).toBeGreaterThan(1.08);
    const largest = result.whale!.losses.map(({ row }) => textAt(keys, row)!);
    expect(largest.filter((id) => planted.has(id))).toHaveLength(planted.size);
    expect(planted.size / result.headline.customers).toBeLessThan(0.05);
  });

  it("hides a slow owner and forgotten complaints, and the service times find them and nothing else", () => {
    const generation = assemble(null, [orders, customers, complaints], "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      complaints: generation.complaints!.table,
    };
    for (const window of ["period", "all"] as const) {
      const scope = scopeOf("2025-11-30");
      const found = resultOf(slaSpec, sla, { tables, scope, params: { window } });
      const slow = found.groups.flatMap(({ dimension, lines }) =>
        lines.filter(({ isSlow }) => isSlow).map(({ name }) => `${dimension} ${name}`),
      );
      expect(slow).toEqual(["owner 许嘉禾"]);
      expect(found.trend.slow).toEqual([]);
      expect(found.trend.crowded).toEqual([]);
      expect(found.headline.stuck).toBeGreaterThan(7);
      expect(found.headline.stuck).toBeLessThan(16);
      expect(found.headline.within24h).toBeGreaterThan(0.8);
      expect(found.left).toEqual({ undated: 0, unlinked: 0, misordered: 0 });
      const steps = new Set(found.stuckCases.map(({ step }) => step));
      expect([...steps].toSorted()).toEqual(["cause", "solve"]);
    }
  });

  it("has surveys in which the large customers recommend more, returns rate worst, and no change is claimed", () => {
    const generation = assemble(null, [orders, customers, surveys, ratings], "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      surveys: generation.surveys!.table,
    };
    const scope = scopeOf("2025-11-30");
    const recommended = resultOf(npsSpec, nps, { tables, scope });
    expect(recommended.question.kind).toBe("nps");
    expect(recommended.headline.n).toBeGreaterThan(400);
    const [a, , c] = recommended.groups!.rows;
    expect([a!.label, c!.label]).toEqual(["a", "c"]);
    expect(a!.rest!.points).toBeGreaterThan(0);
    expect(c!.rest!.points).toBeLessThan(0);
    // Nothing was planted over time, and nothing is found.
    expect(recommended.headline.changeP).toBeGreaterThan(0.05);
    expect(recommended.trend!.periods.every(({ signal }) => signal === null)).toBe(true);
    const rated = resultOf(csatSpec, csat, { tables, scope });
    expect(rated.question.name).toContain("总体");
    expect(rated.touchpoints.map(({ label }) => label)).toEqual([
      "下单",
      "送货",
      "对账开票",
      "退换货",
    ]);
    expect(rated.weakest).toBe(3);
    expect(rated.efforts).toHaveLength(1);
    expect(rated.headline.topBoxChangeP).toBeGreaterThan(0.05);
    expect(rated.trend!.periods.every(({ signal }) => signal === null)).toBe(true);
    expect(rated.isQuiet).toBe(true);
    // Two true drivers; the others follow them and add nothing of their own.
    const driven = resultOf(driversSpec, drivers, { tables, scope, params: { replicates: 0 } });
    const own = driven.drivers.filter(({ betaP }) => betaP! < 0.01).map(({ name }) => name);
    expect(own.toSorted()).toEqual(["业务员服务", "交货准时"].toSorted());
    expect(
      driven.drivers
        .slice(0, 2)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(own.toSorted());
    expect(driven.drivers[2]!.share).toBeLessThan(0.15);
    expect(driven.r2).toBeGreaterThan(0.4);
  });

  it("hides that five stands alone, and the loyalty curve finds it, and nothing once the scores are shuffled", () => {
    const generation = assemble(null, [orders, customers, surveys, ratings], "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      surveys: generation.surveys!.table,
    };
    const scope = scopeOf("2025-11-30");
    const found = resultOf(loyaltySpec, loyaltyCurve, { tables, scope });
    expect(found.question.name).toContain("总体");
    expect([found.verdict, found.relation]).toEqual(["special", "up"]);
    expect(found.headline.p5).toBeGreaterThan(0.9);
    expect(found.headline.ratioLow).toBeGreaterThan(1);
    const scores = requiredColumn(tables.surveys, "score", "float64");
    const rng = seededRng(5);
    const values = scores.values.slice();
    const names = requiredColumn(tables.surveys, "question", "dictionary");
    const rows = [...values.keys()].filter((row) => textAt(names, row)!.startsWith("总体"));
    for (let k = rows.length - 1; k > 0; k--) {
      const other = rng.below(k + 1);
      [values[rows[k]!], values[rows[other]!]] = [values[rows[other]!]!, values[rows[k]!]!];
    }
    const columns = new Map(tables.surveys.columns).set("score", { ...scores, values });
    const shuffled = { ...tables, surveys: { ...tables.surveys, columns } };
    const nothing = resultOf(loyaltySpec, loyaltyCurve, { tables: shuffled, scope });
    expect([nothing.verdict, nothing.relation]).toEqual(["none", "none"]);
    expect(nothing.lifts.every(({ extraLow }) => extraLow <= 0)).toBe(true);
  });

  it("hides that delivery falls short of what is expected and salesmen exceed it, and no other gap is claimed", () => {
    const generation = assemble(null, [orders, customers, surveys, ratings], "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      surveys: generation.surveys!.table,
    };
    const { gaps } = resultOf(csiSpec, csi, { tables, scope: scopeOf("2025-11-30") });
    expect(gaps!.rows).toHaveLength(5);
    const [worst] = gaps!.rows;
    expect(worst!.name).toBe("交货准时");
    expect(worst!.gap.high).toBeLessThan(-15);
    const best = gaps!.rows.at(-1)!;
    expect(best.name).toBe("业务员服务");
    expect(best.gap.low).toBeGreaterThan(8);
    for (const { name, pValue } of gaps!.rows.slice(1, -1)) {
      expect(pValue, name).toBeGreaterThan(0.05);
    }
  });

  it("delivers less than it costs nowhere by plan, and what takes away most is the price", () => {
    const generation = assemble(null, [orders, customers, surveys, ratings], "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      surveys: generation.surveys!.table,
    };
    const scope = scopeOf("2025-11-30");
    const found = resultOf(deliveredSpec, delivered, { tables, scope });
    expect(found.aspects.map(({ about }) => about)).toHaveLength(5);
    expect(found.isStated).toBe(true);
    expect(found.headline.untagged).toBe(0);
    const [dearest] = found.facets.toSorted((a, b) => a.points - b.points);
    expect(dearest!.facet).toBe("money");
    expect(found.headline.low).toBeGreaterThan(0);
  });

  it("has comments that are most of all about delivery, and against the new system's billing of late", () => {
    const generation = assemble(null, [orders, customers, surveys, ratings], "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      surveys: generation.surveys!.table,
    };
    const scope = scopeOf("2025-11-30");
    const { themes, contrast, isQuiet } = resultOf(feedbackSpec, feedback, {
      tables,
      scope,
      params: { window: "all" },
    });
    expect(themes[0]!.theme).toBe("delivery");
    expect(themes.filter(({ isRising }) => isRising).map(({ theme }) => theme)).toEqual([
      "billing",
    ]);
    expect(isQuiet).toBe(false);
    // the year alone is too short to be sure of it
    expect(resultOf(feedbackSpec, feedback, { tables, scope }).isQuiet).toBe(true);
    // The score follows delivery and the salesman.
    const words = [...contrast!.high, ...contrast!.low].map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(["准时", "迟到", "停工", "打电话"]));
    expect(words).not.toContain("价格");
  });

  it("hides a bad batch, and the causes find it and no other", () => {
    const generation = assemble(null, [orders, customers, complaints], "replace");
    const tables = {
      orders: generation.orders.table,
      customers: generation.customers.table,
      complaints: generation.complaints!.table,
    };
    for (const window of ["period", "all"] as const) {
      const scope = scopeOf("2025-11-30");
      const found = resultOf(causesSpec, causes, { tables, scope, params: { window } });
      const tied = found.batches.filter(({ isTied }) => isTied);
      expect(tied.map(({ batch, cause }) => [batch, cause])).toEqual([["B2505-01", "绝缘层开裂"]]);
      expect(found.products!.filter(({ isHigh }) => isHigh).map(({ key }) => key)).toEqual([
        "P-1001",
      ]);
      const high = found.lots!.lines.filter(({ isHigh }) => isHigh);
      expect(high.map(({ id }) => id)).toEqual([JSON.stringify(["P-1001", "B2505-01"])]);
      expect(high[0]!.rate).toBeGreaterThan(150);
      expect(found.unexplained).toBeLessThan(12);
      expect(found.bones.find(({ bone }) => bone === "other")!.cases).toBe(0);
    }
  });

  it("is delivered late and short now and then, half as often since another carrier drives, and the service analysis finds it", () => {
    const generation = assemble(null, [orders, customers], "replace");
    const tables = { orders: generation.orders.table, customers: generation.customers.table };
    const found = (changeOn: string, asOf: string) =>
      resultOf(serviceSpec, service, {
        tables,
        scope: scopeOf(asOf),
        params: { window: "all", measure: "on-time", changeOn },
      });
    const { headline, chart } = found("2025-03-01", "2025-11-30");
    expect(headline.onTime).toBeGreaterThan(0.82);
    expect(headline.onTime).toBeLessThan(0.92);
    expect(headline.inFull).toBeGreaterThan(0.93);
    expect(headline.inFull).toBeLessThan(0.98);
    const { before, after, difference } = chart!.change!;
    const missed = ({ met, judged }: typeof before): number => 1 - met / judged;
    expect(missed(before)).toBeGreaterThan(1.5 * missed(after));
    expect(difference!.low).toBeGreaterThan(0.04);
    // a day on which nothing changed is no change
    const idle = found("2024-03-01", "2025-02-28").chart!.change!.difference!;
    expect(idle.low).toBeLessThan(0);
    expect(idle.high).toBeGreaterThan(0);
  });

  // Every cell of every workbook, made and read twice, on whatever machine.
  it("is the same in the workbooks of public/demo, which are what the code makes now", async () => {
    const made = demoWorkbooks();
    for (const file of made) await expectCommitted(file);
    const [ordersBook, customersBook, costsBook, complaintsBook, surveysBook, ratingsBook] =
      await Promise.all(
        made.map((file) => importFile(new Blob([file.bytes as Uint8Array<ArrayBuffer>]))),
      );
    expect(contentOf(ordersBook!.table)).toEqual(contentOf(orders.table));
    expect(contentOf(customersBook!.table)).toEqual(contentOf(customers.table));
    expect(contentOf(costsBook!.table)).toEqual(contentOf(costs.table));
    expect(contentOf(complaintsBook!.table)).toEqual(contentOf(complaints.table));
    expect(contentOf(surveysBook!.table)).toEqual(contentOf(surveys.table));
    expect(contentOf(ratingsBook!.table)).toEqual(contentOf(ratings.table));
    expect(made.reduce((sum, file) => sum + file.bytes.length, 0)).toBeLessThan(2_000_000);
  }, 60_000);
});

describe("the templates", () => {
  it("in public/templates are what the vocabulary makes now", async () => {
    for (const file of templates()) await expectCommitted(file);
  });

  for (const language of LANGUAGES) {
    for (const entity of ENTITIES) {
      for (const ending of ["csv", "xlsx"]) {
        it(`${language}/${entity}.${ending} maps every column to its field with full confidence`, async () => {
          const path = `public/templates/${language}/${entity}.${ending}`;
          const file = new File([readFileSync(path)], `${entity}.${ending}`);
          const inspection = await inspectFile(file);
          const [sheet] = inspection.sheets;
          expect(sheet?.entity).toBe(entity);
          const fields = Object.entries(VOCABULARY[entity].fields)
            .filter(([, field]) => field.derived !== true)
            .map(([id]) => id);
          expect(sheet?.columns.map((column) => column.target)).toEqual(fields);
          expect(sheet?.columns.filter((column) => column.confidence < EXACT_HEADER)).toEqual([]);
          const read = await readSheet(file, defaultPlan(inspection, 0)!);
          // The example row is all there is, and it is no data.
          const left = { code: "example-row", severity: "excluded", column: null, count: 1 };
          expect([read.rowsRead, read.rowsKept, read.issues.counts]).toEqual([1, 0, [left]]);
          expect(inspection.sheets.slice(1).map((notes) => notes.reason)).toEqual(
            ending === "xlsx" ? ["not-recognised"] : [],
          );
        });
      }
    }
  }
});
