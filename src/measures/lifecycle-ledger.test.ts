import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf, orderLines, shuffled, type OrderLine } from "../../tests/fixtures/order-lines";
import { SALE_LINE } from "../domain/line-kind";
import { epochDay } from "../kernel/base/calendar";
import { eventSpan, saleEvents } from "./lifecycle-events";
import { customersInState, LIFE_STATES, lifecycleLedger, roundedParts } from "./lifecycle-ledger";
import { periodGrid, type Cut, type PeriodGrid } from "./lifecycle-periods";
import { orderBook } from "./order-book";

const AS_OF = 17_560;
const cuts = fc.constantFrom<Cut>(
  { grain: "month", windowDays: 1 },
  { grain: "quarter", windowDays: 1 },
  { grain: "days", windowDays: 30 },
  { grain: "days", windowDays: 7 },
);

function prepared(lines: readonly OrderLine[], cut: Cut, asOf = AS_OF) {
  const events = saleEvents(orderBook(inputOf(lines, 8)), asOf);
  const span = eventSpan(events);
  if (span === null) return null;
  return { events, grid: periodGrid(cut, epochDay(span.firstDay), epochDay(asOf)) };
}

/** The definition of D19, customer by customer and period by period, with nothing clever. */
function bruteForce(lines: readonly OrderLine[], grid: PeriodGrid): number[][] {
  const bought = (customer: number, p: number): boolean =>
    lines.some(
      (line) =>
        line.kind === SALE_LINE &&
        line.customer === customer &&
        line.day >= grid.starts[p]! &&
        line.day < grid.starts[p + 1]!,
    );
  return Array.from({ length: grid.count }, (_, p) => {
    const counts = [0, 0, 0, 0];
    for (let customer = 0; customer < 8; customer++) {
      const now = bought(customer, p);
      const before = p > 0 && bought(customer, p - 1);
      const ever = Array.from({ length: p }, (__, q) => bought(customer, q)).some(Boolean);
      if (now && !ever) counts[0]!++;
      else if (now && before) counts[1]!++;
      else if (now) counts[2]!++;
      else if (before) counts[3]!++;
    }
    return counts;
  });
}

describe("lifecycleLedger", () => {
  it("agrees with the definition applied customer by customer (D19)", () => {
    fc.assert(
      fc.property(orderLines(), cuts, (lines, cut) => {
        const ready = prepared(lines, cut);
        if (!ready) return;
        const { heads } = lifecycleLedger(ready.events, ready.grid);
        expect(heads.map((h) => [h.new, h.returning, h.wonBack, h.lost])).toEqual(
          bruteForce(lines, ready.grid),
        );
      }),
    );
  });

  it("balances exactly in heads and to the cent in money, period after period", () => {
    const fine = orderLines(120).map((lines) =>
      lines.map((line) => ({ ...line, amount: line.amount / 97 })),
    );
    fc.assert(
      fc.property(fc.oneof(orderLines(120), fine), cuts, (lines, cut) => {
        const ready = prepared(lines, cut);
        if (!ready) return;
        const { heads, cents } = lifecycleLedger(ready.events, ready.grid);
        heads.forEach((h, p) => {
          expect(h.opening + h.new + h.wonBack - h.lost).toBe(h.closing);
          expect(h.opening).toBe(p === 0 ? 0 : heads[p - 1]!.closing);
          const m = cents[p]!;
          expect(m.opening + m.new + m.wonBack + m.growth - m.shrink - m.lost).toBe(m.closing);
          expect(m.opening).toBe(p === 0 ? 0 : cents[p - 1]!.closing);
        });
      }),
    );
  });

  it("closes with the sales of the period", () => {
    fc.assert(
      fc.property(orderLines(120), cuts, (lines, cut) => {
        const ready = prepared(lines, cut);
        if (!ready) return;
        const { grid, events } = ready;
        lifecycleLedger(events, grid).cents.forEach((m, p) => {
          const exact = lines
            .filter((l) => l.kind === SALE_LINE)
            .filter((l) => l.day >= grid.starts[p]! && l.day < grid.starts[p + 1]!)
            .reduce((total, l) => total + Math.round(l.amount * 100), 0);
          expect(m.closing).toBe(exact);
        });
      }),
    );
  });

  it("does not depend on row order", () => {
    fc.assert(
      fc.property(orderLines(), cuts, fc.integer(), (lines, cut, seed) => {
        const [a, b] = [prepared(lines, cut), prepared(shuffled(lines, seed), cut)];
        if (!a || !b) return;
        expect(lifecycleLedger(b.events, b.grid)).toEqual(lifecycleLedger(a.events, a.grid));
      }),
    );
  });

  it("scales with money: ten times the amounts, ten times the cents", () => {
    fc.assert(
      fc.property(orderLines(), cuts, (lines, cut) => {
        const a = prepared(lines, cut);
        const b = prepared(
          lines.map((line) => ({ ...line, amount: line.amount * 10 })),
          cut,
        );
        if (!a || !b) return;
        const [small, large] = [
          lifecycleLedger(a.events, a.grid),
          lifecycleLedger(b.events, b.grid),
        ];
        expect(large.heads).toEqual(small.heads);
        expect(large.cents).toEqual(
          small.cents.map((m) =>
            Object.fromEntries(Object.entries(m).map(([key, value]) => [key, value * 10])),
          ),
        );
      }),
    );
  });

  it("says the same of the past when more lines arrive later", () => {
    fc.assert(
      fc.property(orderLines(), (lines) => {
        const cut: Cut = { grain: "month", windowDays: 1 };
        const middle = 17_300;
        const early = prepared(lines, cut, middle);
        const late = prepared(lines, cut);
        if (!early || !late) return;
        const closed = early.grid.count - 1;
        const [then, now] = [early, late].map(
          ({ events, grid }) => lifecycleLedger(events, grid).heads,
        ) as [unknown[], unknown[]];
        expect(now.slice(0, closed)).toEqual(then.slice(0, closed));
      }),
    );
  });
});

describe("customersInState", () => {
  it("names as many customers as the ledger counts, each in one state at most", () => {
    fc.assert(
      fc.property(orderLines(), cuts, (lines, cut) => {
        const ready = prepared(lines, cut);
        if (!ready) return;
        const { events, grid } = ready;
        lifecycleLedger(events, grid).heads.forEach((h, p) => {
          const sets = LIFE_STATES.map((_, state) => customersInState(events, grid, p, state));
          expect(sets.map((set) => set.length)).toEqual([h.new, h.returning, h.wonBack, h.lost]);
          const all = sets.flatMap((set) => Array.from(set));
          expect(new Set(all).size).toBe(all.length);
        });
      }),
    );
  });
});

describe("roundedParts", () => {
  it("adds up to the target and moves no part by a whole unit when the target is the rounded sum", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 5 }),
        (parts) => {
          const target = Math.round(parts.reduce((total, part) => total + part, 0)) + 0;
          const rounded = roundedParts(parts, target);
          if (parts.every((part) => part === 0)) return;
          expect(rounded.reduce((total, part) => total + part, 0)).toBe(target);
          rounded.forEach((part, i) =>
            expect(Math.abs(part - parts[i]!)).toBeLessThanOrEqual(1 + 1e-6),
          );
        },
      ),
    );
  });
});
