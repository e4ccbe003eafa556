import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { day, scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { epochDay, firstDayOfMonth, monthIndex } from "../../kernel/base/calendar";
import { seededRng } from "../../kernel/base/rng";
import lifecycle from "../lifecycle/compute";
import lifecycleSpec from "../lifecycle/spec";
import compute from "./compute";
import spec, { FLOW_STAGES } from "./spec";

const SCOPE = scopeOf("2025-12-31");
const MONTHLY = { grain: "month", lapseDays: 60, retainOrderDays: 3 } as const;

/** Stage of a customer at the end of a day, straight from the rule. */
function stageOn(days: readonly number[], end: number): string {
  const seen = [...new Set(days.filter((one) => one <= end))].toSorted((a, b) => a - b);
  if (seen.length === 0) return "none";
  if (end - seen.at(-1)! > MONTHLY.lapseDays) return "winback";
  if (seen.length === 1) return "acquire";
  return seen.length < MONTHLY.retainOrderDays ? "develop" : "retain";
}

function randomLines(seed: number): Line[] {
  const rng = seededRng(seed);
  const last = day("2025-12-31");
  return Array.from({ length: 160 }, () => ({
    customer: `客${rng.below(30)}`,
    on: last - rng.below(400),
    amount: 10,
  }));
}

describe("stage-flow", () => {
  it("counts the moves customer by customer as the rule says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const lines = randomLines(seed);
        const tables = tablesOf(lines);
        const { result, members } = answerOf(spec, compute, {
          tables,
          scope: SCOPE,
          params: MONTHLY,
        });
        if (result.kind !== "answered") throw new Error(result.code);
        const daysOf = new Map<string, number[]>();
        for (const { customer, on } of lines) {
          daysOf.set(customer, [...(daysOf.get(customer) ?? []), Number(on)]);
        }
        const month = monthIndex(day("2025-12-31"));
        const ends = Array.from(
          { length: result.periods + 1 },
          (_, k) => firstDayOfMonth(month + 1 - result.periods + k) - 1,
        );
        const counts = new Map<string, number>();
        for (const days of daysOf.values()) {
          for (let k = 1; k < ends.length; k++) {
            const move = `${stageOn(days, ends[k - 1]!)}:${stageOn(days, ends[k]!)}`;
            counts.set(move, (counts.get(move) ?? 0) + 1);
          }
        }
        for (const { from, to, count, lastCount } of result.cells) {
          expect(count, `${from}:${to}`).toBe(counts.get(`${from}:${to}`) ?? 0);
          expect(members(`stage-move:${from}:${to}`)!.length).toBe(lastCount);
        }
        expect(result.toDay).toBe(ends.at(-1));
        expect(result.fromDay).toBe(ends[0]);
        // the first window of silence is left out: there nobody can have fallen silent
        const began = Math.min(...lines.map(({ on }) => Number(on)));
        expect(ends[0]! - firstDayOfMonth(monthIndex(epochDay(began)))).toBeGreaterThanOrEqual(60);
      }),
      { numRuns: 15 },
    );
  });

  it("ends with the stages that the life cycle shows on the same day", () => {
    const tables = referenceTables("superstore");
    const scope = scopeOf("2017-12-31");
    const flow = resultOf(spec, compute, { tables, scope });
    const life = resultOf(lifecycleSpec, lifecycle, { tables, scope });
    expect(flow.lapse.days).toBe(life.lapse.days);
    const now = flow.past.at(-1)!.counts;
    FLOW_STAGES.forEach((stage, s) => {
      expect(now[s], stage).toBe(life.stages.find((line) => line.stage === stage)!.customers);
    });
    expect(flow.headline.customers).toBe(793);
    const ahead = flow.ahead.at(-1)!.counts.reduce((sum, count) => sum + count, 0);
    expectClose(ahead, 793 + flow.ahead.length * flow.headline.inflow, { rel: 1e-9 });
    expect(flow.headline.backtestError!).toBeGreaterThan(0);
    expect(flow.ahead.every(({ day: end }, h) => h === 0 || end > flow.ahead[h - 1]!.day)).toBe(
      true,
    );
  });

  it("leaves shares of a stage that add up to one", () => {
    const { cells } = resultOf(spec, compute, {
      tables: tablesOf(randomLines(7)),
      scope: SCOPE,
      params: MONTHLY,
    });
    for (const stage of FLOW_STAGES) {
      const own = cells.filter(({ from, share }) => from === stage && share !== null);
      if (own.length === 0) continue;
      expectClose(
        own.reduce((sum, { share }) => sum + share!, 0),
        1,
        { rel: 1e-12 },
      );
      for (const { low, high, share } of own) {
        expect(low!).toBeLessThanOrEqual(Math.max(share!, 1e-9) + 0.05);
        expect(high!).toBeGreaterThanOrEqual(share!);
      }
    }
  });

  it("refuses without orders and with too few periods", () => {
    expect(answerOf(spec, compute, { tables: tablesOf([]), scope: SCOPE }).result).toMatchObject({
      code: "no-orders",
    });
    const young = tablesOf([{ customer: "甲", on: "2025-11-15", amount: 1 }]);
    expect(answerOf(spec, compute, { tables: young, scope: SCOPE }).result).toMatchObject({
      code: "few-periods",
      need: 4,
    });
  });
});
