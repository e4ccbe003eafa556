import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf, orderLines, type OrderLine } from "../../tests/fixtures/order-lines";
import { SALE_LINE } from "../domain/line-kind";
import { eventSpan, saleEvents } from "./lifecycle-events";
import { lapseWindow, STAGES, stageFlow, stagesAt } from "./lifecycle-stages";
import { orderBook } from "./order-book";

const line = (customer: number, day: number): OrderLine => ({
  customer,
  day,
  amount: 1,
  kind: SALE_LINE,
});
const eventsOf = (lines: readonly OrderLine[], asOf: number, customers = 8) =>
  saleEvents(orderBook(inputOf(lines, customers)), asOf);

describe("lapseWindow", () => {
  it("reads the 80 % point of the Kaplan-Meier curve of gaps, the open ones censored", () => {
    // Customer 0: finished gaps 10, 10, 30, open gap 0. Customer 1: finished 20, open gap 50.
    // S: at 10 4/6, at 20 3/6, at 30 1/2 of 3 at risk... by hand: risk 6 (one open at 0 leaves) -> 5: 3/5; 2 of 3; 1 of 2.
    const days = [0, 10, 20, 50].map((d) => line(0, 1000 + d));
    const others = [0, 20].map((d) => line(1, 980 + d));
    const events = eventsOf([...days, ...others], 1050);
    // survival 0.6 at 10, 0.4 at 20, 0.2 at 30
    expect(lapseWindow(events, 1050, 980)).toEqual({
      days: 30,
      source: "survival",
      finishedGaps: 4,
      openGaps: 2,
    });
  });

  it("falls back to the 95 % point of finished gaps when most customers never return", () => {
    const lines = [
      ...Array.from({ length: 7 }, (_, c) => line(c, 1000)),
      line(0, 1040),
      line(0, 1090),
    ];
    expect(lapseWindow(eventsOf(lines, 1500), 1500, 1000)).toMatchObject({
      days: 50,
      source: "finished",
    });
  });

  it("takes a year when nobody ever came back", () => {
    expect(lapseWindow(eventsOf([line(0, 1000)], 1000), 1000, 1000)).toMatchObject({
      days: 365,
      source: "default",
    });
  });
});

describe("stagesAt", () => {
  const rule = { lapseDays: 60, retainOrderDays: 4 };

  it("puts a first order into acquire, the second into develop, the fourth into retain, silence into winback", () => {
    const lines = [
      ...[1000].map((d) => line(0, d)),
      ...[950, 1000].map((d) => line(1, d)),
      ...[900, 920, 960, 1000].map((d) => line(2, d)),
      ...[900, 920, 960, 961].map((d) => line(3, d - 50)),
      ...[1000, 1000, 1000, 1000].map((d) => line(4, d)),
    ];
    const names = Array.from(stagesAt(eventsOf(lines, 1010), 1010, rule), (code) => STAGES[code]);
    expect(names.slice(0, 6)).toEqual([
      "acquire",
      "develop",
      "retain",
      "winback",
      "acquire",
      "none",
    ]);
  });

  it("looks back without knowing the future: a day's stages are those of the data cut at that day", () => {
    fc.assert(
      fc.property(orderLines(), fc.integer({ min: 17_000, max: 17_550 }), (lines, day) => {
        const whole = stagesAt(eventsOf(lines, 17_560), day, rule);
        const cut = stagesAt(
          eventsOf(
            lines.filter((l) => l.day <= day),
            17_560,
          ),
          day,
          rule,
        );
        expect(whole).toEqual(cut);
      }),
    );
  });

  it("gives every customer with an order exactly one stage", () => {
    fc.assert(
      fc.property(orderLines(), (lines) => {
        const events = eventsOf(lines, 17_560);
        const stages = stagesAt(events, 17_560, rule);
        const staged = stages.reduce((n, code) => n + (code > 0 ? 1 : 0), 0);
        expect(staged).toBe(eventSpan(events)?.customers ?? 0);
      }),
    );
  });
});

describe("stageFlow", () => {
  it("keeps the sizes of both days in its margins", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))),
        (pairs) => {
          const before = Uint8Array.from(pairs, ([a]) => a);
          const after = Uint8Array.from(pairs, ([, b]) => b);
          const flow = stageFlow(before, after);
          STAGES.forEach((_, stage) => {
            const row = STAGES.reduce((n, __, to) => n + flow[stage * 5 + to]!, 0);
            const column = STAGES.reduce((n, __, from) => n + flow[from * 5 + stage]!, 0);
            expect(row).toBe(before.filter((code) => code === stage).length);
            expect(column).toBe(after.filter((code) => code === stage).length);
          });
        },
      ),
    );
  });
});
