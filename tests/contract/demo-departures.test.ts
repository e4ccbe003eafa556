import { beforeAll, describe, expect, it } from "vitest";
import churnCauses from "../../src/analyses/churn-causes/compute";
import churnCausesSpec from "../../src/analyses/churn-causes/spec";
import cox from "../../src/analyses/cox/compute";
import coxSpec from "../../src/analyses/cox/spec";
import creditLadder from "../../src/analyses/credit-ladder/compute";
import creditSpec from "../../src/analyses/credit-ladder/spec";
import partialLoss from "../../src/analyses/partial-loss/compute";
import partialLossSpec from "../../src/analyses/partial-loss/spec";
import renewals from "../../src/analyses/renewals/compute";
import renewalsSpec from "../../src/analyses/renewals/spec";
import winback from "../../src/analyses/winback/compute";
import winbackSpec from "../../src/analyses/winback/spec";
import { assemble } from "../../src/ingest/assemble";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import type { SheetRead } from "../../src/ingest/plan";
import { readSheet } from "../../src/ingest/read";
import { seededRng } from "../../src/kernel/base/rng";
import { MISSING_DAY, requiredColumn, textAt, type Table } from "../../src/kernel/table/column";
import { makeCustomers } from "../../src/page/demo/customers";
import { makeDemoFiles } from "../../src/page/demo/files";
import { answerOf, resultOf } from "../support/answers";
import { scopeOf } from "../support/tables";

const scope = scopeOf("2025-11-30");
const WANTED = ["orders", "customers", "contracts", "exits", "invoices"] as const;
type Wanted = (typeof WANTED)[number];

describe("the departures of the demo", () => {
  let reads: Readonly<Record<Wanted, SheetRead>>;
  let tables: Readonly<Record<Wanted, Table>>;
  beforeAll(async () => {
    const found: Partial<Record<Wanted, SheetRead>> = {};
    for (const file of makeDemoFiles()) {
      const plan = defaultPlan(await inspectFile(file), 0)!;
      const wanted = WANTED.find((entity) => entity === plan.entity);
      if (wanted !== undefined) found[wanted] = await readSheet(file, plan);
    }
    reads = found as Record<Wanted, SheetRead>;
    const generation = assemble(null, Object.values(reads), "replace");
    tables = Object.fromEntries(
      WANTED.map((entity) => [entity, generation[entity]!.table]),
    ) as Record<Wanted, Table>;
    // Forty thousand rows through the whole import, on whatever machine.
  }, 60_000);

  it("are imported by their default plan without a row left out or an issue", () => {
    for (const entity of ["contracts", "exits", "invoices"] as const) {
      const read = reads[entity];
      expect(read.rowsKept, entity).toBe(read.rowsRead);
      expect(read.issues.counts, entity).toEqual([]);
      expect(read.rowsRead, entity).toBeGreaterThan(100);
      for (const [id] of read.table.columns) expect(id, entity).not.toMatch(/^attr:/);
    }
    expect(tables.customers.rowCount).toBe(600);
  });

  it("leave at the first renewal most of all, and the model of renewals finds the falling rate", () => {
    const { headline, steps, gap } = resultOf(renewalsSpec, renewals, { tables, scope });
    expect(gap).toBeNull();
    const [first, second, third] = steps.map(({ rate }) => rate);
    expect(first).toBeLessThan(second!);
    expect(second).toBeLessThan(third!);
    expect(headline["retentionNext"]).toBeGreaterThan(headline["retention1"]!);
    // Every rate that was drawn lies within the interval around what the model expects.
    for (const { asked, low, high, expected } of steps) {
      if (asked < 30) continue;
      expect(expected).toBeGreaterThan(low);
      expect(expected).toBeLessThan(high);
    }
  });

  it("have causes on two levels, and rivals, that the causes find", () => {
    const { causes, levels, competitors, reasons, events } = resultOf(
      churnCausesSpec,
      churnCauses,
      { tables, scope },
    );
    expect(causes.map(({ code }) => code).toSorted()).toEqual(
      ["competition", "fault", "involuntary", "natural"].toSorted(),
    );
    expect(levels.map(({ initiative, cause }) => `${initiative} ${cause}`)).toEqual([
      "voluntary natural",
      "voluntary competition",
      "voluntary fault",
      "involuntary-benign involuntary",
      "involuntary-malicious involuntary",
    ]);
    expect(events).toBeGreaterThan(60);
    // The rival with a warehouse of its own in one region took the most.
    expect(competitors[0]!.name).toBe("岚桥电工");
    expect(competitors[0]!.customers).toBeGreaterThan(competitors[1]!.customers);
    // Complaints that lie about: the slow owner's customers.
    expect(reasons[0]!.name).toBe("投诉无人处理");
  });

  it("are to the rival in its own region more than elsewhere, and Gray's test finds it", () => {
    const params = { group: "region" };
    const { comparison } = resultOf(churnCausesSpec, churnCauses, { tables, scope, params });
    const { tests, groups } = comparison!;
    const place = tests.findIndex(({ code }) => code === "competition");
    const shares = groups.map(({ label, causes }) => [label, causes[place]!.incidence] as const);
    const [most, next] = shares.toSorted(([, a], [, b]) => b - a);
    expect(most![0]).toBe("浙北");
    expect(most![1]).toBeGreaterThan(1.5 * next![1]);
    const byCause = new Map(tests.map(({ code, p }) => [code, p!]));
    expect(byCause.get("competition")).toBeLessThan(0.05);
    for (const cause of ["natural", "involuntary"])
      expect(byCause.get(cause), cause).toBeGreaterThan(0.3);
  });

  it("come sooner among decorators, all else alike, and Cox finds it", () => {
    const { model } = resultOf(coxSpec, cox, { tables, scope });
    const kinds = model!.terms.filter(({ column }) => column === "industry");
    const decorators = kinds.find(({ level }) => level === "装饰公司")!;
    expect(decorators.p).toBeLessThan(0.01);
    expect(decorators.ratio).toBeGreaterThan(2);
    for (const { level, p } of kinds)
      if (level !== "装饰公司") expect(p, level).toBeGreaterThan(0.05);
  });

  it("are announced by late money where we ended it, and only there", () => {
    const { members } = answerOf(churnCausesSpec, churnCauses, { tables, scope });
    const lateOf = (cell: string): number => {
      const rows = new Set(members(cell));
      const customers = requiredColumn(tables.invoices, "customer", "dictionary");
      const keys = requiredColumn(tables.customers, "key", "dictionary");
      const rowOf = new Map(
        Array.from({ length: tables.customers.rowCount }, (_, row) => [textAt(keys, row), row]),
      );
      const due = requiredColumn(tables.invoices, "dueOn", "day").values;
      const paid = requiredColumn(tables.invoices, "settledOn", "day").values;
      let [late, all] = [0, 0];
      for (let row = 0; row < tables.invoices.rowCount; row++) {
        if (!rows.has(rowOf.get(textAt(customers, row))!)) continue;
        all++;
        if (paid[row] === MISSING_DAY || paid[row]! > due[row]! + 10) late++;
      }
      return late / all;
    };
    expect(lateOf("cause:involuntary")).toBeGreaterThan(0.3);
    for (const cause of ["fault", "competition", "natural"])
      expect(lateOf(`cause:${cause}`), cause).toBeLessThan(0.05);
  });

  it("had stood high on the credit ladder where we ended it, and nowhere else", () => {
    const { headline, difference } = resultOf(creditSpec, creditLadder, { tables, scope });
    // The last two months are never paid, and on the day of the end not all of them are long due.
    expect(headline.lostInvoluntaryHigh).toBe(7);
    expect(headline.lostInvoluntary).toBe(14);
    expect([headline.lostOtherHigh, headline.lostOther]).toEqual([0, 68]);
    expect(difference!.low).toBeGreaterThan(0.25);
  });

  it("have good customers that fade, and nobody else is named for buying less", () => {
    const courses = new Map(
      makeCustomers(seededRng(20251130)).map(({ name, course }) => [name, course]),
    );
    const { lines, overall } = resultOf(partialLossSpec, partialLoss, { tables, scope });
    expect(overall).toBeGreaterThan(10);
    const named = lines.map(({ name }) => courses.get(name));
    for (const course of named) expect(["fading", "declining"]).toContain(course);
    expect(named.filter((course) => course === "fading").length).toBeGreaterThan(10);
  });

  it("have customers that a rival took and that came back, after half a year and more", () => {
    const { causes, curve, returned, headline } = resultOf(winbackSpec, winback, { tables, scope });
    const gone = makeCustomers(seededRng(20251130)).filter(({ course }) => course === "won-back");
    expect(returned).toBeGreaterThan(30);
    expect(returned).toBeLessThanOrEqual(gone.length);
    const back = causes.filter(({ returns }) => returns > 0);
    expect(back.map(({ cause }) => cause)).toEqual(["competition"]);
    expect(curve[3]!.share).toBe(0);
    expect(curve.at(-1)!.share).toBe(curve[11]!.share);
    // Where nobody came back the list does not promise the share of all.
    for (const { cause, used12 } of causes)
      if (cause !== "competition") expect(used12, cause).toBeLessThan(0.2 * headline.recovery12!);
  });
});
