import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { linkedTable } from "../../../tests/support/linked-tables";
import {
  day,
  floatColumn,
  scopeOf,
  tablesOf,
  textColumn,
  type Line,
} from "../../../tests/support/tables";
import {
  CAUSE_READINGS,
  causeKey,
  causeReadingsDigest,
  readCause,
  type CauseReading,
} from "../../domain/cause-readings";
import { boneOf, originOf, sideOf } from "../../domain/cause-words";
import { MINUTES_PER_DAY } from "../../domain/moment";
import { assemble } from "../../ingest/assemble";
import { inspectFile } from "../../ingest/inspect";
import { defaultPlan } from "../../ingest/plan-default";
import { readSheet } from "../../ingest/read";
import { withLaid } from "../../page/pages/complaints/cause-words";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type CausesParams } from "./spec";

const DATA = resolve(process.cwd(), "../shared/data");

describe("complaint causes on the complaint log (pandas reference)", async () => {
  const { log } = JSON.parse(readFileSync(`${DATA}/reference/complaints.json`, "utf8")) as {
    log: {
      rows: number;
      by_issue: Readonly<Record<string, number>>;
      customers_with_two_or_more: number;
      pareto_issue_cumulative_pct: Readonly<Record<string, number>>;
    };
  };
  const bytes = readFileSync(`${DATA}/complaints/complaints_log.csv`);
  const file = new File([new Uint8Array(bytes)], "complaints_log.csv");
  const read = await readSheet(file, defaultPlan(await inspectFile(file), 0)!);
  const generation = assemble(null, [read], "append");
  const tables: Input = {
    orders: generation.orders.table,
    customers: generation.customers.table,
    complaints: generation.complaints!.table,
  };
  const found = resultOf(spec, compute, {
    tables,
    scope: scopeOf("2024-12-31"),
    params: { window: "all" },
  });

  it("has the cases and the running shares of the types, without a column of causes", () => {
    expect(found.level).toBe("complaintKind");
    expect(Object.fromEntries(found.causes.map(({ name, cases }) => [name, cases]))).toEqual(
      log.by_issue,
    );
    let running = 0;
    for (const { name, cases } of found.causes) {
      running += cases;
      // Two types have ten cases each; pandas orders them the same way.
      const expected = log.pareto_issue_cumulative_pct[name]! / 100;
      expectClose(running / found.headline.explained, expected, { rel: 1e-9 });
    }
    expect(found.headline.causesFor80).toBe(4);
  });

  it("has nobody who complains again", () => {
    expect(found.headline.repeatCustomers).toBe(log.customers_with_two_or_more);
    expect(found.headline.againWithin90).toBe(0);
  });

  it("says nothing of what was sold, or bought again, without orders", () => {
    expect(found.headline).toMatchObject({ per1000: null, boughtAgainGood: null, loss: null });
    expect(found.products).toBeNull();
  });
});

describe("the words of causes", () => {
  it("find bone, origin and side in three languages", () => {
    expect(boneOf("物料", "漏装少发")).toBe("material");
    expect(boneOf(null, "漏装少发")).toBe("man");
    expect([boneOf("設備", null), boneOf(null, "Shipping damage"), boneOf(null, "?")]).toEqual([
      "machine",
      "environment",
      "other",
    ]);
    expect(originOf("安装使用不当", "质量")).toBe("usage");
    expect(originOf(null, "質量")).toBeNull();
    expect(originOf("Faulty", null)).toBe("quality");
    expect(sideOf("客户", "quality")).toBe("customer");
    expect(sideOf(null, "usage")).toBe("customer");
    expect(sideOf(null, null)).toBe("unknown");
  });
});

interface Case {
  readonly customer: string;
  /** days after 2025-01-01 */
  readonly opened: number;
  readonly cause?: string;
  readonly batch?: string;
  readonly product?: string;
  readonly loss?: number;
  readonly resolved?: number;
  readonly isSatisfied?: number;
}

const START = day("2025-01-01");
const CUSTOMERS = ["甲", "乙", "丙", "丁"];
const SCOPE = scopeOf("2025-12-31");

function tablesWith(cases: readonly Case[], lines: readonly Line[] = []): Input {
  const base = tablesOf(lines, CUSTOMERS);
  const moment = (days: number | undefined): number | undefined =>
    days === undefined ? undefined : (START + days) * MINUTES_PER_DAY + 600;
  return {
    ...base,
    complaints: linkedTable(
      base,
      cases.map(({ customer }) => customer),
      {
        openedAt: floatColumn(cases.map(({ opened }) => moment(opened))),
        resolvedAt: floatColumn(cases.map(({ resolved }) => moment(resolved))),
        cause: textColumn(cases.map(({ cause }) => cause)),
        batch: textColumn(cases.map(({ batch }) => batch)),
        productName: textColumn(cases.map(({ product }) => product)),
        lossAmount: floatColumn(cases.map(({ loss }) => loss)),
        isSatisfied: floatColumn(cases.map(({ isSatisfied }) => isSatisfied)),
      },
    ),
  };
}

const resultFor = (tables: Input, params: Partial<CausesParams> = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

/** So many complaints of one cause, one a day. */
const many = (count: number, more: Omit<Case, "opened">): Case[] =>
  Array.from({ length: count }, (_, i) => ({ opened: 10 + i, ...more }));

describe("complaint causes", () => {
  const cases = [
    ...many(8, { customer: "甲", cause: "漏装", loss: 10 }),
    ...many(3, { customer: "乙", cause: "开裂", loss: 100 }),
    ...many(1, { customer: "丙", cause: "迟到" }),
    ...many(2, { customer: "丁" }),
  ];

  it("ranks by cases, and by money where asked", () => {
    const byCount = resultFor(tablesWith(cases));
    expect(byCount.causes.map(({ name }) => name)).toEqual(["漏装", "开裂", "迟到"]);
    expect(byCount.headline).toMatchObject({ n: 14, explained: 12, causesFor80: 2, loss: 380 });
    const byMoney = resultFor(tablesWith(cases), { by: "money" });
    expect(byMoney.causes.map(({ name }) => name)).toEqual(["开裂", "漏装", "迟到"]);
    // A loss that nobody named is no loss of zero.
    expect(byMoney.causes[2]!.money).toBeNull();
  });

  it("sorts every explained case onto one bone", () => {
    const { bones, headline } = resultFor(tablesWith(cases));
    expect(bones.reduce((sum, bone) => sum + bone.cases, 0)).toBe(headline.explained);
    expect(Object.fromEntries(bones.map((bone) => [bone.bone, bone.cases]))).toMatchObject({
      man: 8,
      material: 3,
      method: 1,
    });
  });

  it("finds the batch in which a cause comes together, and no other", () => {
    const spread = CUSTOMERS.flatMap((customer, k) =>
      many(12, { customer, cause: ["漏装", "迟到", "破损"][k % 3]! }).map((each, i) => ({
        ...each,
        batch: `B${i % 6}`,
      })),
    );
    const planted = many(7, { customer: "甲", cause: "开裂", batch: "B9" });
    const { batches, headline } = resultFor(tablesWith([...spread, ...planted]));
    expect(
      batches.filter(({ isTied }) => isTied).map(({ batch, cause }) => [batch, cause]),
    ).toEqual([["B9", "开裂"]]);
    expect(headline.tiedBatches).toBe(1);
    expect(resultFor(tablesWith(spread)).headline.tiedBatches).toBe(0);
  });

  it("calls a cause rising against the period before, beyond chance", () => {
    const before = many(20, { customer: "甲", cause: "漏装" }).map((each) => ({
      ...each,
      opened: each.opened - 200,
    }));
    const now = [
      ...many(5, { customer: "甲", cause: "漏装" }),
      ...many(15, { customer: "乙", cause: "开裂" }),
    ];
    const { causes } = resultFor(tablesWith([...before, ...now]));
    expect(causes.filter(({ isRising }) => isRising).map(({ name }) => name)).toEqual(["开裂"]);
    expect(causes.find(({ name }) => name === "漏装")!.before).toBe(20);
  });

  it("counts complaints per thousand lines sold, by product, with what stands out", () => {
    const lines = Array.from({ length: 400 }, (_, i): Line => ({
      customer: CUSTOMERS[i % 4]!,
      on: START + (i % 300),
      amount: 10,
      kind: i % 40 === 39 ? "return" : "sale",
    }));
    const complaints = [
      ...many(9, { customer: "甲", cause: "x", product: "电缆" }),
      ...many(1, { customer: "乙", cause: "x", product: "灯" }),
    ];
    const tables = tablesWith(complaints, lines);
    const named: Input = {
      ...tables,
      orders: {
        rowCount: 400,
        columns: new Map([
          ...tables.orders.columns,
          ["productName", textColumn(lines.map((_, i) => (i % 4 === 0 ? "电缆" : "灯")))],
        ]),
      },
    };
    const { products, headline, soldLines } = resultFor(named);
    expect(soldLines).toBe(390);
    expectClose(headline.per1000!, 10_000 / 390, { rel: 1e-12 });
    expect(products!.map(({ name, isHigh }) => [name, isHigh])).toEqual([
      ["电缆", true],
      ["灯", false],
    ]);
    expectClose(products![0]!.rate, 90, { rel: 1e-12 });
    expect(products![0]!.low).toBeLessThan(90);
  });

  describe("complaints per thousand lines sold, by batch", () => {
    /** Batch of each line: B0 to B9, one after another in time, forty lines each. */
    const lines = Array.from({ length: 400 }, (_, i): Line => ({
      customer: CUSTOMERS[i % 4]!,
      on: START + 5 + Math.floor(i / 2),
      amount: 10,
      kind: i % 40 === 39 ? "return" : "sale",
    }));
    const batchOf = (i: number): string => `B${Math.floor(i / 40)}`;
    const sold = (
      complaints: readonly Case[],
      batch: (i: number) => string | undefined = batchOf,
    ) => {
      const tables = tablesWith(complaints, lines);
      const columns = new Map([
        ...tables.orders.columns,
        ["batch", textColumn(lines.map((_, i) => batch(i)))] as const,
      ]);
      return { ...tables, orders: { rowCount: lines.length, columns } };
    };
    /** somebody complains before anything was sold: the log covers all days */
    const first = { customer: "丁", opened: 0, cause: "y" };
    const planted = [
      first,
      ...many(12, { customer: "甲", cause: "x", batch: "B3" }),
      ...Array.from({ length: 10 }, (_, k) =>
        many(3, { customer: "乙", cause: "x", batch: `B${k}` }),
      ).flat(),
    ];

    it("finds the planted batch and no other, with its exact interval", () => {
      const { lots, headline } = resultFor(sold(planted), { window: "all" });
      expect(lots!.lines.filter(({ isHigh }) => isHigh).map(({ batch }) => batch)).toEqual(["B3"]);
      expect(headline.highBatches).toBe(1);
      expect(lots).toMatchObject({ tested: 10, cases: 42, soldLines: 390, older: 0, unlinked: 0 });
      const [worst] = lots!.lines;
      expect(worst).toMatchObject({ cases: 15, sold: 39, buyers: 4, silent: 2, siblings: null });
      expectClose(worst!.rate, 15_000 / 39, { rel: 1e-12 });
      // R 4.2 poisson.test(15)$conf.int
      expectClose(worst!.low, (1000 * 8.395386) / 39, { rel: 1e-6 });
      expectClose(worst!.high, (1000 * 24.74024) / 39, { rel: 1e-6 });
    });

    it("finds none where complaints only follow what was sold", () => {
      const even = planted.filter(({ customer }) => customer !== "甲");
      const { lots, headline } = resultFor(sold(even), { window: "all" });
      expect(headline.highBatches).toBe(0);
      expect(lots!.lines.every(({ isHigh }) => !isHigh)).toBe(true);
    });

    it("opens the complaints, who bought, and who bought and has not complained", () => {
      const answer = answerOf(spec, compute, {
        tables: sold(planted),
        scope: SCOPE,
        params: { window: "all" },
      });
      if (answer.result.kind !== "answered") throw new Error(answer.result.code);
      const { id } = answer.result.lots!.lines[0]!;
      expect(answer.cases!(`complaint-lot:${id}`)).toHaveLength(15);
      expect([...answer.members(`complaint-lot-buyers:${id}`)!]).toEqual([0, 1, 2, 3]);
      expect([...answer.members(`complaint-lot-silent:${id}`)!]).toEqual([2, 3]);
      expect(answer.members("complaint-lot-buyers:B3")).toBeNull();
    });

    it("leaves out batches sold before complaints were recorded, and counts what matches no batch", () => {
      const late = [
        { customer: "甲", opened: 50, cause: "x", batch: "B9" },
        { customer: "甲", opened: 51, cause: "x", batch: "?" },
      ];
      // B2 is sold on days 45 to 64, the first complaint is of day 50; B0 and B1 were over by then
      expect(resultFor(sold(late), { window: "all" }).lots).toMatchObject({
        older: 1,
        tested: 7,
        cases: 1,
        unlinked: 1,
      });
    });

    it("says which table has no batches", () => {
      const without = resultFor(tablesWith(planted, lines));
      expect(without).toMatchObject({ lots: null, lotLacks: ["orders"] });
      expect(without.headline.highBatches).toBeNull();
      const silent = planted.map(({ customer, opened }) => ({ customer, opened }));
      expect(resultFor(sold(silent))).toMatchObject({ lots: null, lotLacks: ["complaints"] });
    });
  });

  it("follows each customer from the first complaint, if the time has passed", () => {
    const lines: Line[] = [
      { customer: "甲", on: START + 60, amount: 5 },
      { customer: "乙", on: START + 120, amount: 5 },
      { customer: "丙", on: START + 355, amount: 5 },
      { customer: "丁", on: START + 5, amount: 5 },
      { customer: "丁", on: START + 50, amount: 5 },
    ];
    const { after } = resultFor(
      tablesWith(
        [
          { customer: "甲", opened: 10, resolved: 12 },
          { customer: "乙", opened: 10, resolved: 12, isSatisfied: 0 },
          { customer: "丙", opened: 350 },
        ],
        lines,
      ),
    );
    const line = (outcome: string) => after.find((each) => each.outcome === outcome);
    expect(line("good")).toMatchObject({ followed: 1, bought: 1 });
    expect(line("poor")).toMatchObject({ followed: 1, bought: 0 });
    expect(line("open")).toMatchObject({ followed: 0, share: null });
    // from the 6th of January on, within ninety days
    expect(line("none")).toMatchObject({ followed: 1, bought: 1 });
  });

  it("knows who complains again, and of the same", () => {
    const answer = answerOf(spec, compute, {
      tables: tablesWith([
        { customer: "甲", opened: 0, cause: "漏装" },
        { customer: "甲", opened: 30, cause: "漏装" },
        { customer: "乙", opened: 5, cause: "漏装" },
      ]),
      scope: SCOPE,
    });
    if (answer.result.kind !== "answered") throw new Error(answer.result.code);
    expect(answer.result.repeats).toEqual([
      { row: 0, name: "甲", cases: 2, cause: "漏装", sameCause: 2 },
    ]);
    expectClose(answer.result.headline.againWithin90!, 1 / 3, { rel: 1e-12 });
    expect([...answer.members("complaint-named:repeat")!]).toEqual([0]);
    expect([...answer.members("complaint-cause:漏装")!]).toEqual([0, 1]);
  });

  it("scales with money", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (factor) => {
        const scaled = cases.map((each) =>
          each.loss === undefined ? each : { ...each, loss: each.loss * factor },
        );
        expectClose(resultFor(tablesWith(scaled)).headline.loss!, 380 * factor, { rel: 1e-12 });
      }),
    );
  });
});

describe("what a reader lays down of a cause", () => {
  const LAID: CauseReading = {
    cause: "漏装",
    bone: "method",
    origin: "process",
    side: "customer",
    changedAtMs: 1,
  };
  const facts = { cause: "漏装", group: "人员", kind: null, counted: "漏装" };

  it("goes before our words; a side before what the complaint says, an origin alone does not", () => {
    const named = { ...facts, responsible: "公司" };
    const readings = new Map([[causeKey(" 漏装 "), LAID]]);
    expect(readCause(named, new Map())).toMatchObject({ bone: "man", side: "company" });
    expect(readCause(named, readings)).toEqual({
      bone: "method",
      origin: "process",
      side: "customer",
    });
    const { side, ...origin } = LAID;
    expect(side).toBe("customer");
    const alone = new Map([[causeKey("漏装"), origin]]);
    expect(readCause(named, alone).side).toBe("company");
    expect(readCause({ ...facts, responsible: null }, alone).side).toBe("customer");
    expect(readCause({ ...named, counted: "别的" }, readings).bone).toBe("man");
  });

  it("moves its cases to another bone, and says what they were", () => {
    const tables = tablesOf([], ["甲"]);
    const complaints = linkedTable(tables, ["甲", "甲", "甲"], {
      openedAt: floatColumn([1, 2, 3].map((d) => (day("2025-06-01") + d) * MINUTES_PER_DAY)),
      cause: textColumn(["漏装", "漏装", "开裂"]),
    });
    const found = resultOf(spec, compute, {
      tables: { ...tables, complaints },
      scope: scopeOf("2025-11-30"),
      params: {},
      causeReadings: new Map([[causeKey("漏装"), LAID]]),
    });
    const cases = Object.fromEntries(found.bones.map((bone) => [bone.bone, bone.cases]));
    expect(cases).toMatchObject({ man: 0, method: 2, material: 1 });
    expect(found.sides).toContainEqual({ id: "customer", cases: 2, customers: 1 });
    expect(found.codes[0]).toMatchObject({
      name: "漏装",
      cases: 2,
      read: { bone: "method", origin: "process", side: "customer" },
      ruled: { bone: "man" },
    });
  });

  it("stays in the list with its own cases however many causes have more; of those cut the number is told", () => {
    const rare = "开裂";
    const names = Array.from({ length: 70 }, (_, i) => [`未知${i}`, `未知${i}`]).flat();
    const tables = tablesOf([], ["甲"]);
    const all = [...names, rare];
    const complaints = linkedTable(
      tables,
      all.map(() => "甲"),
      {
        openedAt: floatColumn(all.map((_, i) => (day("2025-06-01") + (i % 90)) * MINUTES_PER_DAY)),
        cause: textColumn(all),
      },
    );
    const found = (readings: ReadonlyMap<string, CauseReading>) =>
      resultOf(spec, compute, {
        tables: { ...tables, complaints },
        scope: scopeOf("2025-11-30"),
        params: {},
        causeReadings: readings,
      });
    const plain = found(new Map());
    expect(plain.codes).toHaveLength(60);
    expect(plain.moreCodes).toEqual({ causes: 11, unread: 10 });
    const laid = new Map([[causeKey(rare), { ...LAID, cause: rare }]]);
    const { codes, moreCodes } = found(laid);
    expect(codes.find(({ name }) => name === rare)).toMatchObject({
      cases: 1,
      read: { bone: "method" },
    });
    expect(moreCodes).toEqual({ causes: 10, unread: 10 });
    // what the page lays beside them has nothing to add
    expect(withLaid(codes, laid)).toEqual(codes);
  });

  it("is read back, and left alone when it is none", () => {
    expect(CAUSE_READINGS.parse(LAID)).toEqual(LAID);
    expect(CAUSE_READINGS.parse({ ...LAID, bone: "head" })).toBeNull();
    expect(causeReadingsDigest(new Map())).toBe("");
  });
});
