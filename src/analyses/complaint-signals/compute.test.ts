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
import { MINUTES_PER_DAY } from "../../domain/moment";
import { seededRng } from "../../kernel/base/rng";
import { MISSING_DAY, type Column } from "../../kernel/table/column";
import type { Input } from "../define";
import { clusteredRatio, type Trials } from "./clustered-ratio";
import compute from "./compute";
import spec, { type SignalsParams } from "./spec";

const trialsOf = (
  of: readonly (readonly [customer: number, shown: number, hit: number])[],
): Trials => ({
  customers: Int32Array.from(of, ([customer]) => customer),
  isShown: Uint8Array.from(of, ([, shown]) => shown),
  isHit: Uint8Array.from(of, ([, , hit]) => hit),
});

describe("the ratio of two shares with customers as clusters", () => {
  const single = Array.from({ length: 200 }, (_, i) => {
    const shown = i < 80 ? 1 : 0;
    const hit = i < 20 || (i >= 80 && i < 95) ? 1 : 0;
    return [i, shown, hit] as const;
  });

  it("is that of Katz where every customer has one trial", () => {
    const { ratio, low, high } = clusteredRatio(trialsOf(single))!;
    const error = Math.sqrt((200 / 199) * ((1 - 0.25) / 20 + (1 - 0.125) / 15));
    expectClose(ratio, 2, { rel: 1e-12 });
    expectClose(low, 2 * Math.exp(-1.959963984540054 * error), { rel: 1e-12 });
    expectClose(high, 2 * Math.exp(1.959963984540054 * error), { rel: 1e-12 });
  });

  it("is no surer when each customer is counted twice", () => {
    const once = clusteredRatio(trialsOf(single))!;
    const twice = clusteredRatio(trialsOf(single.flatMap((one) => [one, one])))!;
    expectClose(twice.low, once.low, { rel: 1e-12 });
    expectClose(twice.p, once.p, { rel: 1e-9 });
  });

  it("is the inverse when the sign is turned round", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const rng = seededRng(seed);
        const drawn = Array.from(
          { length: 120 },
          (_, i) => [Math.floor(i / 3), rng.below(2), rng.below(2)] as const,
        );
        const one = clusteredRatio(trialsOf(drawn));
        const other = clusteredRatio(trialsOf(drawn.map(([c, x, y]) => [c, 1 - x, y] as const)));
        expect(one === null).toBe(other === null);
        if (one === null || other === null) return;
        expectClose(one.ratio, 1 / other.ratio, { rel: 1e-9 });
        expectClose(one.low, 1 / other.high, { rel: 1e-9 });
      }),
    );
  });

  it("is not told from fewer than five complaints on a side", () => {
    expect(clusteredRatio(trialsOf(single.slice(80)))).toBeNull();
    expect(clusteredRatio(trialsOf(single.slice(16)))).toBeNull();
  });
});

const START = day("2024-01-01");
const SCOPE = scopeOf("2025-12-31");
const CUSTOMERS = Array.from({ length: 60 }, (_, i) => `客户${i}`);

interface Made extends Line {
  readonly late?: number;
  readonly short?: boolean;
  readonly batch?: string;
  /** days after which it is complained of */
  readonly complaint?: number;
}

const dayColumn = (values: readonly (number | undefined)[]): Column => ({
  kind: "day",
  length: values.length,
  values: Int32Array.from(values, (value) => value ?? MISSING_DAY),
  validity: null,
});

function tablesWith(
  made: readonly Made[],
  columns: readonly string[] = ["delivery", "batch"],
): Input {
  const base = tablesOf(made, CUSTOMERS);
  const extra: readonly (readonly [string, Column])[] = [
    ...(columns.includes("delivery")
      ? ([
          ["promisedOn", dayColumn(made.map(({ on }) => Number(on) + 3))],
          ["deliveredOn", dayColumn(made.map(({ on, late = 0 }) => Number(on) + 3 + late))],
          ["quantity", floatColumn(made.map(() => 10))],
          ["deliveredQuantity", floatColumn(made.map(({ short }) => (short === true ? 7 : 10)))],
        ] as const)
      : []),
    ...(columns.includes("batch")
      ? ([["batch", textColumn(made.map(({ batch }) => batch))]] as const)
      : []),
  ];
  const complained = made.filter(({ complaint }) => complaint !== undefined);
  return {
    ...base,
    orders: { ...base.orders, columns: new Map([...base.orders.columns, ...extra]) },
    complaints: linkedTable(
      base,
      complained.map(({ customer }) => customer),
      {
        openedAt: floatColumn(
          complained.map(({ on, complaint = NaN }) => (Number(on) + complaint) * MINUTES_PER_DAY),
        ),
      },
    ),
  };
}

/** Ten purchases of each customer, sixty days apart; every fourth late, and complained of where `isHit` says so. */
const made = (isHit: (place: number, isLate: boolean) => boolean): Made[] =>
  Array.from({ length: 600 }, (_, i) => {
    const isLate = i % 4 === 1;
    return {
      customer: CUSTOMERS[i % 60]!,
      on: START + 60 * Math.floor(i / 60) + (i % 60),
      amount: 10,
      late: isLate ? 4 : 0,
      ...(i === 0 || isHit(i, isLate) ? { complaint: 8 } : {}),
    };
  });
const resultFor = (tables: Input, params: Partial<SignalsParams> = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

describe("the signs before complaints", () => {
  const planted = made((i, isLate) => (isLate ? i % 3 === 0 : i % 30 === 0));

  it("find the planted one, as a literal count has it, and no other", () => {
    const { lines, headline } = resultFor(tablesWith(planted));
    expect(lines.filter(({ isLeading }) => isLeading).map(({ signal }) => signal)).toEqual([
      "late",
    ]);
    const line = lines.find(({ signal }) => signal === "late")!;
    const judged = planted.filter(({ on }) => Number(on) >= START + 8);
    const count = (isLate: boolean, isHit: boolean): number =>
      judged.filter(
        ({ late, complaint }) => (late === 4) === isLate && (!isHit || complaint !== undefined),
      ).length;
    expect(line.shown).toEqual({ n: count(true, false), hits: count(true, true) });
    expect(line.others).toEqual({ n: count(false, false), hits: count(false, true) });
    const share = (isLate: boolean): number => count(isLate, true) / count(isLate, false);
    expectClose(headline.lateRatio!, share(true) / share(false), { rel: 1e-12 });
  });

  it("are none where complaints come as they will", () => {
    const { isQuiet, headline } = resultFor(tablesWith(made((i) => i % 7 === 0)));
    expect(headline.leading).toBe(0);
    expect(isQuiet).toBe(true);
  });

  it("say which columns are missing, and compare the others", () => {
    const { lacks, lines } = resultFor(tablesWith(planted, []));
    expect(lacks).toEqual([
      { signal: "late", columns: ["promisedOn", "deliveredOn"] },
      { signal: "short", columns: ["quantity", "deliveredQuantity"] },
      { signal: "new-batch", columns: ["batch"] },
    ]);
    expect(lines.map(({ signal }) => signal)).not.toContain("late");
  });

  it("count a complaint for one purchase, in time", () => {
    const inTime = resultFor(tablesWith(planted)).headline.complaints;
    const late = planted.map((each) =>
      each.complaint === undefined ? each : { ...each, complaint: 31 },
    );
    const answer = answerOf(spec, compute, { tables: tablesWith(late), scope: SCOPE });
    expect(answer.result).toMatchObject({ kind: "insufficient", code: "few-complaints", have: 0 });
    expect(resultFor(tablesWith(late), { followDays: 31 }).headline.complaints).toBeGreaterThan(
      inTime - 10,
    );
  });

  it("open who shows a sign now and has not complained", () => {
    const last = day("2025-12-20");
    const fresh: Made[] = [
      { customer: "客户3", on: last, amount: 1, late: 4 },
      { customer: "客户4", on: last, amount: 1, late: 4, complaint: 5 },
      { customer: "客户5", on: last, amount: 1 },
    ];
    const answer = answerOf(spec, compute, {
      tables: tablesWith([...planted, ...fresh]),
      scope: SCOPE,
    });
    if (answer.result.kind !== "answered") throw new Error(answer.result.code);
    expect([...answer.members("signal-now:late")!]).toEqual([3]);
    expect(answer.result.lines.find(({ signal }) => signal === "late")!.now).toBe(1);
    expect(answer.members("signal-now:loud")).toBeNull();
  });

  it("read a new batch, an earlier complaint and a return from what lies before", () => {
    const rows: Made[] = planted.map((each, i) => ({ ...each, batch: `B${Math.floor(i / 60)}` }));
    const returned: Made = { customer: "客户9", on: START + 500, amount: -5, kind: "return" };
    const { lines } = resultFor(tablesWith([...rows, returned]));
    const of = (signal: string) => lines.find((line) => line.signal === signal)!.shown.n;
    // B1 to B9 begin every sixty days, fourteen purchases of each in their first fourteen days
    expect(of("new-batch")).toBe(9 * 14);
    // Customer 9 buys on day 549 after the return of day 500.
    expect(of("returned")).toBe(1);
    expect(of("prior-complaint")).toBeGreaterThan(0);
  });
});
