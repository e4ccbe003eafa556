import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import compute from "./compute";
import spec, { RELATION_STAGES, type RelationParams, type RelationResult } from "./spec";

const LAST = 20_453;

/**
 * Customers of whom each leaves after its n-th order: `leaves(i)`, others go on every 30 days. All begin long ago, so that every silence of
 * 100 days is over.
 */
const trade = (customers: number, leaves: (i: number) => number) =>
  tablesOf(
    Array.from({ length: customers }, (_, i) =>
      Array.from({ length: leaves(i) }, (_, k): Line => {
        return { customer: `客${i}`, on: LAST - 1200 + (i % 30) + k * 30, amount: 10 };
      }),
    ).flat(),
  );
const resultFor = (tables: ReturnType<typeof tablesOf>, params: Partial<RelationParams> = {}) =>
  resultOf(spec, compute, { tables, scope: scopeOf(LAST), params: { lapseDays: 90, ...params } });
const lineOf = (result: RelationResult, wanted: string) =>
  result.stages.find(({ stage }) => stage === wanted)!;

describe("relation stages", () => {
  it("add up to all customers with a sale, whose sales they share out", () => {
    const tables = tablesOf(orderLines(4000, 300, 31));
    const result = resultFor(tables);
    const { explore, form, stable, decline, left, customers } = result.headline;
    expect(explore + form + stable + decline + left).toBe(customers);
    const { members } = answerOf(spec, compute, {
      tables,
      scope: scopeOf(LAST),
      params: { lapseDays: 90 },
    });
    const seen = [...RELATION_STAGES, "left"].flatMap((stage) => [
      ...members(`relation:${stage}`)!,
    ]);
    expect(new Set(seen).size).toBe(customers);
    expect([members("relation:none"), members("relation:form:1"), members("stage:form")]).toEqual([
      null,
      null,
      null,
    ]);
    const near = new Set(members("relation-near"));
    expect([...near].every((row) => members("relation:explore")!.includes(row))).toBe(true);
  });

  it("tell losses, months and their exact interval (R 4.2 poisson.test)", () => {
    // 40 leave after their first order, 60 go on to thirty orders and then leave as stable customers
    const result = resultFor(trade(100, (i) => (i < 40 ? 1 : 30)));
    const explore = lineOf(result, "explore").loss!;
    expect(explore.losses).toBe(40);
    // 40 silences of 90 days, and 60 customers who came again twice after 30
    expectClose(explore.months, (40 * 90 + 60 * 2 * 30) / 30.4375, { rel: 1e-12 });
    // poisson.test(40, 7200 / 30.4375)
    expectClose(explore.low, 0.120805534697493, { rel: 1e-11 });
    expectClose(explore.high, 0.230262422495315, { rel: 1e-11 });
    expectClose(lineOf(result, "explore").lostShare!, 0.25, { rel: 1e-12 });
    expect(lineOf(result, "stable").loss!.losses).toBe(60);
    expect(lineOf(result, "form").loss!.losses).toBe(0);
    expect(result.early!.told).toBe("more");
    expectClose(result.loss!.losses, 100, { rel: 1e-12 });
  });

  it("find no difference where the chance of leaving is one at every order", () => {
    // one in ten leaves at each order, whatever the stage
    const after = (i: number): number =>
      1 + Math.floor(Math.log(1 - (i + 0.5) / 400) / Math.log(0.9));
    const result = resultFor(trade(400, (i) => Math.min(36, after(i))));
    expect(result.early!.told).toBe("alike");
    expect(Math.min(result.early!.gone.p, result.early!.first.p)).toBeGreaterThan(0.05);
  });

  it("say that the early stage loses less where it does", () => {
    const result = resultFor(
      trade(100, (i) => (i < 12 ? 1 : 4)),
      { formOrders: 3 },
    );
    expect(result.early!.told).toBe("less");
    expect(result.headline.earlyHigh).toBeLessThan(1);
  });

  it("conclude nothing where the two counts disagree", () => {
    const lines = Array.from({ length: 120 }, (_, i): Line[] => {
      const begin = LAST - 2000 + (i % 30);
      const on = [begin, begin + (i % 2 === 0 ? 200 : 30)];
      for (let day = on[1]! + 30; day < (i % 4 < 2 ? LAST : LAST - 800); day += 30) on.push(day);
      return on.map((day) => ({ customer: `客${i}`, on: day, amount: 10 }));
    }).flat();
    const gone = Array.from({ length: 12 }, (_, i): Line => {
      return { customer: `走${i}`, on: LAST - 1000 + i, amount: 10 };
    });
    const { early, headline } = resultFor(tablesOf([...lines, ...gone]));
    expect(early!.told).toBe("mixed");
    // Every second one is silent for long after its first order and comes back: lost by the first count alone.
    expect(early!.first.low).toBeGreaterThan(1);
    expect(early!.gone.low).toBeLessThan(1);
    expect(headline.firstRatio).toBe(early!.first.ratio);
  });

  it("follow who comes how far, and leave out who had no time", () => {
    const result = resultFor(trade(100, (i) => (i < 40 ? 1 : 30)));
    const [form, stable] = result.steps;
    expect(form).toMatchObject({ to: "form", seen: 100, reached: 60, share: 0.6, medianDays: 60 });
    expect(stable).toMatchObject({ to: "stable", seen: 100, reached: 60, medianDays: 390 });
    const young = resultFor(tablesOf([{ customer: "新", on: LAST - 10, amount: 1 }]));
    expect(young.steps.map(({ seen, share, medianDays }) => [seen, share, medianDays])).toEqual([
      [0, null, null],
      [0, null, null],
    ]);
  });

  it("say nothing of a few losses", () => {
    const result = resultFor(trade(8, () => 1));
    expect(result.early).toBeNull();
    expect(result.loss).toBeNull();
    expect(result.headline.exploreLossRate).toBeNull();
  });

  it("take the window from the data unless told, as the life cycle does", () => {
    const found = resultOf(spec, compute, {
      tables: referenceTables("superstore"),
      scope: scopeOf("2017-12-30", "1990-01-01"),
    });
    expect(found.lapse.source).not.toBe("given");
    expect(found.headline.lapseDays).toBe(found.lapse.days);
    expect(
      resultFor(
        trade(10, () => 5),
        { lapseDays: 45 },
      ).lapse,
    ).toEqual({ days: 45, source: "given" });
  });
});
