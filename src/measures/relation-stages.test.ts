import { describe, expect, it } from "vitest";
import { orderLines } from "../../tests/contract/gauntlet";
import { expectClose } from "../../tests/support/expect-close";
import { tablesOf } from "../../tests/support/tables";
import { finished } from "../kernel/base/finished";
import { saleEvents, type SaleEvents } from "./lifecycle-events";
import { orderBook } from "./order-book";
import { tenureFromOrders } from "./tenure/from-orders";
import { relationStages, RELATION_STATES, type RelationRule } from "./relation-stages";

const rule: RelationRule = {
  lapseDays: 120,
  formOrders: 3,
  stableOrders: 6,
  stableDays: 365,
  regularity: 1,
  windowDays: 182,
  fall: 0.5,
};

const eventsOf = (on: readonly number[]): SaleEvents =>
  saleEvents(orderBook(tablesOf(on.map((day) => ({ customer: "甲", on: day, amount: 1 })))), 1e6);
const stateOn = (on: readonly number[], day: number, more: Partial<RelationRule> = {}) =>
  RELATION_STATES[relationStages(eventsOf(on), day, { ...rule, ...more }).states[0]!];
const steady = (count: number, step: number) => Array.from({ length: count }, (_, k) => k * step);

/** The stage of a list of order days as the README says it, written once more without walking. */
function stageByHand(orderDays: readonly number[], day: number): string {
  const last = orderDays.at(-1)!;
  if (day - last > rule.lapseDays) return "left";
  const within = (from: number, to: number) =>
    orderDays.filter((on) => on > day - from && on <= day - to).length;
  const [recent, before] = [
    within(rule.windowDays, 0),
    within(2 * rule.windowDays, rule.windowDays),
  ];
  if (before >= 3 && recent <= before * (1 - rule.fall)) return "decline";
  if (orderDays.length < rule.formOrders) return "explore";
  const gaps = orderDays.slice(1).map((on, i) => on - orderDays[i]!);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const squares = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0);
  const isOld = orderDays.length >= rule.stableOrders && day - orderDays[0]! >= rule.stableDays;
  return isOld && Math.sqrt(squares / (gaps.length - 1)) / mean <= rule.regularity
    ? "stable"
    : "form";
}

describe("relationStages", () => {
  it("puts a customer where the rule says", () => {
    expect(stateOn([0, 30], 40)).toBe("explore");
    expect(stateOn([0, 30, 60], 70)).toBe("form");
    expect(stateOn(steady(14, 30), 400)).toBe("stable");
    expect(stateOn(steady(6, 30), 160)).toBe("form");
    expect(stateOn([0, 1, 2, 3, 4, 380, 385], 390, { windowDays: 400 })).toBe("form");
    expect(stateOn([...steady(7, 30), 250, 330], 360)).toBe("decline");
    expect(stateOn([0, 30], 150)).toBe("explore");
    expect(stateOn([0, 30], 151)).toBe("left");
  });

  it("counts what a second count by hand finds, customer by customer", () => {
    const tables = tablesOf(orderLines(3000, 260, 21));
    const events = saleEvents(orderBook(tables), 20453);
    const found = relationStages(events, 20453, rule);
    const losses = new Map<string, number>();
    const exposure = new Map<string, number>();
    const firstLosses = new Map<string, number>();
    const firstDays = new Map<string, number>();
    const add = (to: Map<string, number>, key: string, value: number) => {
      to.set(key, (to.get(key) ?? 0) + value);
    };
    for (let customer = 0; customer + 1 < events.offsets.length; customer++) {
      const own = events.days.slice(events.offsets[customer], events.offsets[customer + 1]);
      const on = [...new Set(own)];
      if (on.length === 0) continue;
      expect(RELATION_STATES[found.states[customer]!]).toBe(stageByHand(on, 20453));
      on.forEach((day, i) => {
        const stage = stageByHand(on.slice(0, i + 1), day);
        const silence = (on[i + 1] ?? 20453) - day;
        const isLost = i === on.length - 1 && silence > rule.lapseDays;
        add(exposure, stage, isLost ? rule.lapseDays : silence);
        if (isLost) add(losses, stage, 1);
        const silences = on.slice(0, i).map((from, k) => on[k + 1]! - from);
        if (silences.some((before) => before > rule.lapseDays)) return;
        add(firstDays, stage, Math.min(silence, rule.lapseDays));
        if (silence > rule.lapseDays) add(firstLosses, stage, 1);
      });
    }
    RELATION_STATES.forEach((state, code) => {
      expect(found.losses[code]).toBe(losses.get(state) ?? 0);
      expect(found.firstLosses[code]).toBe(firstLosses.get(state) ?? 0);
      expect(found.firstExposureDays[code]).toBe(firstDays.get(state) ?? 0);
      const days = exposure.get(state) ?? 0;
      if (days === 0) expect(found.exposureDays[code]).toBe(0);
      else expectClose(found.exposureDays[code]!, days, { rel: 1e-12 });
    });
  });

  it("shares out the losses and the time of the survival curves", () => {
    const tables = tablesOf(orderLines(3000, 260, 21));
    const sight = { customerRows: null, orderRows: null, asOfDay: 20453 };
    const tenure = finished(tenureFromOrders(tables, sight, rule.lapseDays));
    if (typeof tenure === "string") throw new Error(tenure);
    const found = relationStages(saleEvents(orderBook(tables), 20453), 20453, rule);
    const total = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
    expect(total(found.losses)).toBe(total(tenure.seen.outcomes));
    // There everybody stays a day at least; here who came on the last day has not been seen yet.
    const today = tenure.seen.durations.filter(
      (_, i) => tenure.endDays[i]! - tenure.seen.durations[i]! === 20452,
    );
    expect(total(tenure.seen.durations) - total(found.exposureDays)).toBeLessThanOrEqual(
      today.length,
    );
    expectClose(total(found.exposureDays), total(tenure.seen.durations), { rel: 1e-3 });
  });

  it("knows when a customer came to form and to stable", () => {
    const found = relationStages(eventsOf(steady(14, 30)), 400, rule);
    expect(found.daysToForm[0]).toBe(60);
    expect(found.daysToStable[0]).toBe(390);
    expect(relationStages(eventsOf([0, 30]), 40, rule).daysToForm[0]).toBeNaN();
  });

  it("does not let orders after the day change what was known on it", () => {
    const lines = orderLines(2000, 200, 22);
    const early = lines.filter(({ on }) => Number(on) <= 20200);
    const keys = [...new Set(lines.map(({ customer }) => customer))];
    const of = (list: typeof lines) =>
      relationStages(saleEvents(orderBook(tablesOf(list, keys)), 20200), 20200, rule);
    expect(of(early)).toEqual(of(lines));
  });
});
