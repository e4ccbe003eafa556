import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { dayColumn, linkedTable } from "../../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { formatIsoDay, epochDay } from "../../kernel/base/calendar";
import { day } from "../../../tests/support/tables";
import { laneyFactor } from "../../kernel/stats/control-chart";
import { MINUTES_PER_DAY } from "../../domain/moment";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type ServiceParams } from "./spec";

interface Delivery {
  readonly customer?: string;
  readonly order?: string;
  readonly on?: string;
  readonly due?: string;
  readonly came?: string;
  readonly wanted?: number;
  readonly got?: number;
}

const CUSTOMERS = ["甲", "乙", "丙"];
const SCOPE = scopeOf("2025-12-31", "2025-01-01");

function tablesWith(deliveries: readonly Delivery[]): Input {
  const base = tablesOf(
    deliveries.map(({ customer, order, on, wanted }) => ({
      customer: customer ?? "甲",
      on: on ?? "2025-01-02",
      amount: 10,
      ...(order === undefined ? {} : { orderId: order }),
      ...(wanted === undefined ? {} : { quantity: wanted }),
    })),
    CUSTOMERS,
  );
  const columns = new Map(base.orders.columns);
  columns.set("promisedOn", dayColumn(deliveries.map(({ due }) => due ?? "")));
  columns.set("deliveredOn", dayColumn(deliveries.map(({ came }) => came ?? "")));
  columns.set("deliveredQuantity", floatColumn(deliveries.map(({ got }) => got)));
  return { ...base, orders: { ...base.orders, columns } };
}

const resultFor = (deliveries: readonly Delivery[], params: Partial<ServiceParams> = {}) =>
  resultOf(spec, compute, { tables: tablesWith(deliveries), scope: SCOPE, params });

const lineOf = (result: ReturnType<typeof resultFor>, id: string) =>
  result.standards.find((line) => line.id === id)!;

const FINE = { due: "2025-03-10", came: "2025-03-10", wanted: 10, got: 10 };

describe("orders on time and in full", () => {
  it("keeps a promise on its very day, and misses it a day later", () => {
    const found = resultFor([FINE, { ...FINE, came: "2025-03-11" }]);
    expect(found.headline).toMatchObject({ onTime: 0.5, inFull: 1, perfect: 0.5 });
    expect(found.delivery).toMatchObject({ late: 1, lateMedian: 1, undelivered: 0 });
  });

  it("judges an order by all of its lines", () => {
    const found = resultFor([
      { ...FINE, order: "A" },
      { ...FINE, order: "A", came: "2025-03-12" },
      { ...FINE, order: "B" },
      { ...FINE, order: "B", got: 9 },
      { ...FINE, order: "C" },
    ]);
    const { kept } = lineOf(found, "perfect");
    expect(kept).toMatchObject({ met: 1, missed: 2 });
    expectClose(found.headline.onTime!, 2 / 3, { rel: 1e-12 });
    expectClose(found.headline.inFull!, 2 / 3, { rel: 1e-12 });
    expectClose(found.delivery!.shortRatio!, 1 / 50, { rel: 1e-12 });
  });

  it("takes what has not come after its day as late, and what is due later as pending", () => {
    const found = resultFor([
      FINE,
      { due: "2025-12-30" },
      { due: "2026-02-01", on: "2025-12-20" },
      { due: "2025-12-01", came: "2026-01-05" },
    ]);
    expect(lineOf(found, "on-time").kept).toMatchObject({ met: 1, missed: 2, pending: 1 });
    expect(found.delivery!.undelivered).toBe(2);
  });

  it("does not judge what nobody wrote down", () => {
    const found = resultFor([FINE, { came: "2025-03-09", wanted: 4 }]);
    expect(lineOf(found, "on-time").kept).toMatchObject({ met: 1, missed: 0, unknown: 1 });
    expect(lineOf(found, "in-full").kept).toMatchObject({ met: 1, missed: 0, unknown: 1 });
  });

  it("names the columns that are missing, and says nothing when nothing can be measured", () => {
    const tables = tablesOf([{ customer: "甲", on: "2025-02-02", amount: 1 }]);
    const { result, members } = answerOf(spec, compute, { tables, scope: SCOPE });
    expect(result).toMatchObject({ kind: "answered", isQuiet: true, headline: { measured: 0 } });
    expect(members("service:on-time:all")).toBeNull();
    const partly = resultFor([{ due: "2025-03-01", came: "2025-03-01" }]);
    expect(lineOf(partly, "in-full").lacks.map(({ field }) => field)).toEqual([
      "quantity",
      "deliveredQuantity",
    ]);
    expect(lineOf(partly, "response").lacks).toEqual([{ entity: "complaints", field: "openedAt" }]);
  });

  it("opens the customers of whom the standard was missed, in all and in a month", () => {
    const tables = tablesWith([
      { ...FINE, customer: "乙", came: "2025-03-20" },
      { ...FINE, customer: "丙", due: "2025-04-01", came: "2025-04-02" },
      FINE,
    ]);
    const { members } = answerOf(spec, compute, { tables, scope: SCOPE });
    expect([...members("service:on-time:missed")!]).toEqual([1, 2]);
    expect([...members("service:on-time:all")!]).toEqual([0, 1, 2]);
    expect([...members("service-month:on-time:2025-03")!]).toEqual([1]);
    expect(members("service-month:on-time:2025-09")).toBeNull();
    expect(members("service:constructor:all")).toBeNull();
  });
});

describe("verdicts", () => {
  const some = (met: number, missed: number): Delivery[] => [
    ...Array.from({ length: met }, () => FINE),
    ...Array.from({ length: missed }, () => ({ ...FINE, came: "2025-03-11" })),
  ];

  it.each([
    [100, 0, "met"],
    [50, 50, "missed"],
    [19, 1, "unclear"],
    [3, 1, "thin"],
  ] as const)("calls %i kept and %i missed against 95 %% %s", (met, missed, verdict) => {
    expect(lineOf(resultFor(some(met, missed)), "on-time").verdict).toBe(verdict);
  });

  it("follows the standard that the reader sets", () => {
    const found = resultFor(some(50, 50), { onTimeStandard: 0.3 });
    expect(lineOf(found, "on-time").verdict).toBe("met");
  });
});

describe("complaints and surveys", () => {
  const base = tablesOf([], CUSTOMERS);
  const start = day("2025-05-05") * MINUTES_PER_DAY;
  const hours = (values: readonly (number | undefined)[]) =>
    floatColumn(values.map((h) => (h === undefined ? h : start + h * 60)));
  const complaints = linkedTable(base, ["甲", "乙", "丙"], {
    openedAt: hours([1, 1, 1]),
    respondedAt: hours([3, 30, undefined]),
    resolvedAt: hours([24, 24 * 20, undefined]),
  });
  const surveys = linkedTable(base, ["甲", "乙", "甲", "乙"], {
    response: floatColumn([0, 1, 0, 1]),
    answeredOn: dayColumn(["2025-05-05", "2025-05-06", "2025-05-05", "2025-05-06"]),
    question: textColumn(["总体满意", "总体满意", "期望", "期望"]),
    questionKind: textColumn(["csat", "csat", "expectation", "expectation"]),
    dimension: textColumn(["总体", "总体", "总体", "总体"]),
    score: floatColumn([5, 2, 5, 4]),
    scaleMin: floatColumn([1, 1, 1, 1]),
    scaleMax: floatColumn([5, 5, 5, 5]),
    isReversed: floatColumn([0, 0, 0, 0]),
  });
  const found = resultOf(spec, compute, {
    tables: { ...base, complaints, surveys },
    scope: SCOPE,
  });

  it("judges complaints as the page of complaints does", () => {
    expectClose(found.headline.withinResponse!, 1 / 3, { rel: 1e-12 });
    expectClose(found.headline.withinSolution!, 1 / 3, { rel: 1e-12 });
  });

  it("sets the satisfied beside what was expected", () => {
    expect(found.headline.satisfied).toBe(0.5);
    expect(lineOf(found, "satisfied").expected).toEqual({ share: 1, n: 2 });
  });
});

describe("the control chart", () => {
  /** 20 orders a month, so many of them late, from January 2025 on. */
  const year = (late: readonly number[]): Delivery[] =>
    late.flatMap((count, month) => {
      const due = formatIsoDay(epochDay(day(`2025-${String(month + 1).padStart(2, "0")}-15`)));
      return Array.from({ length: 20 }, (_, i) => ({ due, came: i < count ? "2025-12-31" : due }));
    });
  const before = [8, 9, 8, 9, 8, 9];
  const after = [1, 2, 1, 2, 1];

  it("has Laney's limits, reckoned month by month", () => {
    const late = [2, 3, 2, 4, 2, 3, 12, 3, 2, 3, 2];
    const { chart } = resultFor(year(late));
    const centre = 1 - late.reduce((a, b) => a + b, 0) / (20 * late.length);
    const z = late.map((l) => (1 - l / 20 - centre) / Math.sqrt((centre * (1 - centre)) / 20));
    const range = z.slice(1).reduce((sum, score, i) => sum + Math.abs(score - z[i]!), 0) / 10;
    const [limits] = chart!.limits;
    expectClose(limits!.centre, centre, { rel: 1e-12 });
    expectClose(limits!.factor, range / 1.128, { rel: 1e-12 });
    const reach = 3 * (range / 1.128) * Math.sqrt((centre * (1 - centre)) / 20);
    expectClose(chart!.months[0]!.low!, centre - reach, { rel: 1e-12 });
    expect(chart!.change).toBeNull();
  });

  it("gives each side of a change its own limits, and the month within which it lies none", () => {
    const { chart, headline } = resultFor(year([...before, 5, ...after]), {
      changeOn: "2025-07-10",
    });
    expect(chart!.months.map(({ phase }) => phase[0]).join("")).toBe("bbbbbbmaaaaa");
    expect(chart!.limits.map(({ phase }) => phase)).toEqual(["before"]);
    expect(chart!.months[6]!.low).toBeNull();
    expect(headline.changeLow!).toBeGreaterThan(0);
    expectClose(headline.change!, 1 - (7 + 5) / 120 - (1 - 51 / 120), { rel: 1e-12 });
  });

  it("does not call the drift of wild months a change", () => {
    const wild = [0, 18, 1, 17, 2, 19, 0, 16, 1, 15, 0, 17];
    const { chart } = resultFor(year(wild), { changeOn: "2025-07-01" });
    expect(
      laneyFactor(
        wild.map((l) => ({ share: 1 - l / 20, trials: 20 })),
        0.55,
      ),
    ).toBeGreaterThan(2);
    const { low, high } = chart!.change!.difference!;
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it("says of a day that cannot be read that it cannot", () => {
    expect(resultFor([FINE], { changeOn: "昨天" }).unreadableDays).toEqual(["昨天"]);
  });
});

describe("laws", () => {
  const deliveries = fc.array(
    fc.record({
      customer: fc.constantFrom(...CUSTOMERS),
      order: fc.constantFrom("A", "B", "C", "D"),
      due: fc.constantFrom("", "2025-03-01", "2025-06-30", "2026-03-01"),
      came: fc.constantFrom("", "2025-02-28", "2025-07-01"),
      wanted: fc.integer({ min: 1, max: 3 }),
      got: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(deliveries, (list) => {
        // one order belongs to one customer
        const owned = list.map((one) => ({ ...one, customer: one.order === "A" ? "甲" : "乙" }));
        const run = (rows: readonly Delivery[]) =>
          answerOf(spec, compute, { tables: tablesWith(rows), scope: SCOPE }).result;
        expect(run(owned.toReversed())).toEqual(run(owned));
      }),
    );
  });

  it("keep perfect at or below on time and in full in number, and judge no order twice", () => {
    fc.assert(
      fc.property(deliveries, (list) => {
        const { result } = answerOf(spec, compute, { tables: tablesWith(list), scope: SCOPE });
        if (result.kind !== "answered") throw new Error("refused");
        const [time, quantity, both] = ["on-time", "in-full", "perfect"].map(
          (id) => lineOf(result, id).kept,
        );
        const orders = new Set(list.map(({ order }) => order)).size;
        expect(both?.met ?? 0).toBeLessThanOrEqual(Math.min(time?.met ?? 0, quantity?.met ?? 0));
        for (const kept of [time, quantity, both]) {
          const { met = 0, missed = 0, pending = 0, unknown = 0 } = kept ?? {};
          expect(met + missed + pending + unknown).toBeLessThanOrEqual(orders);
        }
      }),
    );
  });
});
