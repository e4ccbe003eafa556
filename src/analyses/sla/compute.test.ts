import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { linkedTable } from "../../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { MINUTES_PER_DAY } from "../../domain/moment";
import { assemble } from "../../ingest/assemble";
import { inspectFile } from "../../ingest/inspect";
import { defaultPlan } from "../../ingest/plan-default";
import { readSheet } from "../../ingest/read";
import { MISSING_CODE } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type SlaParams } from "./spec";

const DATA = resolve(process.cwd(), "../shared/data");

interface LogReference {
  readonly log: {
    readonly rows: number;
    readonly days_mean: number;
    readonly days_median: number;
    readonly days_p90_linear: number;
    readonly within_14_days: number;
    readonly by_issue: Readonly<Record<string, number>>;
  };
}

describe("sla on the complaint log (pandas reference)", async () => {
  const { log } = JSON.parse(
    readFileSync(`${DATA}/reference/complaints.json`, "utf8"),
  ) as LogReference;
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

  it("has the mean, the median and the 90th percentile of the days to the solution", () => {
    expect(found.headline.n).toBe(log.rows);
    expect(found.headline.open).toBe(0);
    expectClose(found.solved.mean!, log.days_mean, { rel: 1e-9 });
    expectClose(found.headline.solutionMedianDays!, log.days_median, { rel: 1e-9 });
    expectClose(found.solved.p90!, log.days_p90_linear, { rel: 1e-9 });
    expect(found.solution.met).toBe(log.within_14_days);
    expectClose(found.headline.solvedWithin!, log.within_14_days / log.rows, { rel: 1e-12 });
  });

  it("has the cases of each type", () => {
    const types = found.groups.find(({ dimension }) => dimension === "complaintKind")!;
    expect(Object.fromEntries(types.lines.map(({ name, cases }) => [name, cases]))).toEqual(
      log.by_issue,
    );
  });

  it("does not judge responses that nobody wrote down, and knows that days are all there is", () => {
    expect(found.headline.within24h).toBeNull();
    expect(found.headline.unknown).toBe(log.rows);
    expect(found.grain).toBe("day");
  });

  it("counts what is solved after the as-of day as open", () => {
    const earlier = resultOf(spec, compute, {
      tables,
      scope: scopeOf("2023-12-07"),
      params: { window: "all" },
    });
    expect(earlier.headline.open).toBe(9);
  });
});

interface Case {
  readonly customer?: string;
  readonly opened: number;
  readonly responded?: number;
  readonly resolved?: number;
  readonly closed?: number;
  readonly owner?: string;
  readonly status?: string;
  readonly cause?: string;
}

/** Hours after the midnight that begins 2025-11-03, a Monday. */
const START = day("2025-11-03") * MINUTES_PER_DAY;
const SCOPE = scopeOf("2025-11-30");
const CUSTOMERS = ["甲", "乙", "丙"];

function tablesWith(cases: readonly Case[]): Input {
  const base = tablesOf([], CUSTOMERS);
  const moments = (id: "opened" | "responded" | "resolved" | "closed") =>
    floatColumn(cases.map((each) => each[id]).map((h) => (h === undefined ? h : START + h * 60)));
  const complaints = linkedTable(
    base,
    cases.map(({ customer }) => customer ?? "甲"),
    {
      openedAt: moments("opened"),
      respondedAt: moments("responded"),
      resolvedAt: moments("resolved"),
      closedAt: moments("closed"),
      owner: textColumn(cases.map(({ owner }) => owner)),
      status: textColumn(cases.map(({ status }) => status)),
      cause: textColumn(cases.map(({ cause }) => cause)),
    },
  );
  return { ...base, complaints };
}

const resultFor = (cases: readonly Case[], params: Partial<SlaParams> = {}) =>
  resultOf(spec, compute, { tables: tablesWith(cases), scope: SCOPE, params });

/** Hours from the start to the end of the as-of day. */
const LAST_HOUR = 28 * 24;

describe("sla", () => {
  it("judges what is known: met, missed, still in time, unknown", () => {
    const { response, headline } = resultFor([
      { opened: 10, responded: 34 },
      { opened: 10, responded: 34.1 },
      { opened: 10 },
      { opened: LAST_HOUR - 5 },
      // solved without a response time: in time when the solution was, else nobody knows
      { opened: 10, resolved: 20 },
      { opened: 10, resolved: 200 },
    ]);
    expect(response).toMatchObject({ met: 2, missed: 2, pending: 1, unknown: 1 });
    expect(headline).toMatchObject({ n: 6, open: 4, judged: 4, within24h: 0.5 });
    expect(headline.within24hLow).toBeGreaterThan(0.1);
  });

  it("counts working hours by the calendar", () => {
    const cases = [{ opened: 17, responded: 34 }];
    expect(resultFor(cases, { limitHours: 2 }).headline.within24h).toBe(0);
    const working = resultFor(cases, { clock: "working", limitHours: 2 });
    // Monday 17:00 to Tuesday 10:00: one hour before closing and one after opening
    expect(working.headline.within24h).toBe(1);
    expect(working.headline.responseMedianHours).toBe(2);
    const off = resultFor(cases, { clock: "working", limitHours: 2, daysOff: "2025-11-04, x" });
    expect(off.headline.responseMedianHours).toBe(1);
    expect(off.unreadableDays).toEqual(["x"]);
  });

  it("refuses a calendar without working time", () => {
    const { result } = answerOf(spec, compute, {
      tables: tablesWith([{ opened: 1 }]),
      scope: SCOPE,
      params: { clock: "working", dayFrom: 18, dayTo: 9 },
    });
    expect(result).toMatchObject({ kind: "insufficient", code: "no-working-hours" });
  });

  it("puts each case into the step that it waits for, and says how long", () => {
    const { steps, headline, stuckCases } = resultFor([
      { opened: 0 },
      { opened: 0, responded: 5 },
      { opened: 0, responded: 5, cause: "漏装", customer: "乙" },
      { opened: 0, responded: 5, cause: "漏装", resolved: 600 },
      { opened: 0, responded: 5, cause: "漏装", resolved: 20, closed: 30 },
      { opened: 0, status: "已结案" },
      { opened: 0, status: "未结案", responded: 650 },
    ]);
    const waiting = Object.fromEntries(steps.map((step) => [step.id, step.waiting]));
    expect(waiting).toEqual({ record: 0, respond: 1, cause: 2, solve: 1, close: 1 });
    expect(headline.stuck).toBe(3);
    expect(stuckCases[0]).toMatchObject({ step: "respond", waitingDays: 28, customer: "甲" });
    expect(steps.find(({ id }) => id === "close")!.done).toBe(2);
  });

  it("takes a step before the opening as unknown, a date of the same day as the opening", () => {
    const { left, response } = resultFor([
      { opened: 34, responded: 24 },
      { opened: 34, responded: 20 },
    ]);
    expect(left.misordered).toBe(1);
    expect(response.met).toBe(1);
    expect(response.missed).toBe(1);
  });

  it("finds the owner who is slow, and no other", () => {
    const cases = Array.from({ length: 90 }, (_, i): Case => {
      const owner = ["甲某", "乙某", "丙某"][i % 3]!;
      const isLate = owner === "丙某" ? i % 2 === 0 : i % 30 < 2;
      return { opened: i, responded: i + (isLate ? 40 : 4), owner };
    });
    const owners = resultFor(cases).groups.find(({ dimension }) => dimension === "owner")!;
    expect(owners.lines.filter(({ isSlow }) => isSlow).map(({ name }) => name)).toEqual(["丙某"]);
  });

  it("keeps complaints of nobody, and has no customer for them", () => {
    const tables = tablesWith([{ opened: 0 }, { opened: 1, customer: "乙" }]);
    const column = tables.complaints!.columns.get("customer")!;
    if (column.kind === "dictionary") column.codes[0] = MISSING_CODE;
    const answer = answerOf(spec, compute, { tables, scope: SCOPE });
    expect(answer.result).toMatchObject({
      headline: { n: 2, customers: 1 },
      left: { unlinked: 1 },
    });
    expect([...answer.members("complaint:all")!]).toEqual([1]);
  });

  it("says the same of cases that all lie some days later", () => {
    const hour = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ opened: hour, wait: hour }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 8 }),
        (drafts, days) => {
          const later = (by: number) => {
            const moved = drafts.map(({ opened, wait }) => ({
              opened: opened + by,
              responded: opened + by + wait,
            }));
            const { response, responseWaiting, grain } = resultFor(moved);
            return { response, responseWaiting, grain };
          };
          expect(later(24 * days)).toEqual(later(0));
        },
      ),
    );
  });
});
