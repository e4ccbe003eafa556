import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { linkedTable } from "../../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf } from "../../../tests/support/tables";
import { MINUTES_PER_DAY } from "../../domain/moment";
import type { Column } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import { doublingEffect, stepLines } from "./dose";
import spec, { type EffectParams } from "./spec";

interface One {
  /** hours to the response; absent: none */
  readonly wait?: number;
  /** bought ten days after */
  readonly buys: boolean;
  readonly isSatisfied?: number;
}

const START = day("2025-03-03");
const SCOPE = scopeOf("2025-12-31");

function tablesWith(list: readonly One[]): Input {
  const names = list.map((_, i) => `客户${i}`);
  const lines = list.flatMap(({ wait = 0, buys }, i) =>
    buys ? [{ customer: names[i]!, on: START + Math.floor(wait / 24) + 10, amount: 5 }] : [],
  );
  const base = tablesOf(lines, names);
  const opened = START * MINUTES_PER_DAY;
  const complaints = linkedTable(base, names, {
    openedAt: floatColumn(list.map(() => opened + 1)),
    respondedAt: floatColumn(
      list.map(({ wait }) => (wait === undefined ? wait : opened + 1 + wait * 60)),
    ),
    isSatisfied: floatColumn(list.map(({ isSatisfied }) => isSatisfied)),
  });
  return { ...base, complaints };
}

const resultFor = (list: readonly One[], params: Partial<EffectParams> = {}) =>
  resultOf(spec, compute, { tables: tablesWith(list), scope: SCOPE, params });

const many = (n: number, one: One): One[] => Array.from({ length: n }, () => one);

/** Answered in 2 hours: 40 of 50 buy; in 30 hours: 20 of 50. */
const TWO_WAITS = [
  ...many(40, { wait: 2, buys: true }),
  ...many(10, { wait: 2, buys: false }),
  ...many(20, { wait: 30, buys: true }),
  ...many(30, { wait: 30, buys: false }),
];

describe("response-effect", () => {
  it("has the odds of two waits in closed form, with Woolf's standard error", () => {
    const { headline } = resultFor(TWO_WAITS);
    const doublings = Math.log2(30 / 2);
    const slope = Math.log(20 / 30 / (40 / 10)) / doublings;
    const error = Math.sqrt(1 / 40 + 1 / 10 + 1 / 20 + 1 / 30) / doublings;
    expectClose(headline.oddsPerDoubling!, Math.exp(slope), { rel: 1e-6 });
    expectClose(headline.oddsLow!, Math.exp(slope - 1.959963984540054 * error), { rel: 1e-6 });
    expect(headline).toMatchObject({ n: 100, share: 0.6 });
  });

  it("finds the border between them, and no gain in being faster within it", () => {
    const { border, headline } = resultFor(TWO_WAITS);
    // 4, 8 and 24 hours divide alike; the first of them is told
    expect(border).toMatchObject({
      hours: 4,
      within: { n: 50, hits: 40 },
      beyond: { n: 50, hits: 20 },
      withinP: null,
    });
    expectClose(headline.difference!, 0.4, { rel: 1e-12 });
  });

  it("shows nothing where nothing is", () => {
    const flat = [2, 6, 12, 30, 60, 100, 200].flatMap((wait) => [
      ...many(10, { wait, buys: true }),
      ...many(10, { wait, buys: false }),
    ]);
    const found = resultFor(flat);
    expect(found.border).toBeNull();
    expect(found.isQuiet).toBe(true);
    expectClose(found.headline.pValue!, 1, { rel: 1e-6 });
  });

  it("counts from the response, so that a long wait leaves as much time to buy", () => {
    const slow = many(40, { wait: 24 * 60, buys: true });
    expect(resultFor(slow, { followDays: 30 }).headline.share).toBe(1);
  });

  it("leaves out whom nobody answered or asked, and refuses below thirty", () => {
    const asked = many(35, { wait: 3, buys: false, isSatisfied: 1 });
    const list = [...asked, ...many(4, { wait: 3, buys: false }), ...many(2, { buys: false })];
    const found = resultFor(list, { outcome: "satisfied" });
    expect(found.headline).toMatchObject({ n: 35, share: 1, oddsPerDoubling: null });
    expect(found.missing).toEqual({ unanswered: 2, unfollowed: 4, unlinked: 0 });
    const few = answerOf(spec, compute, { tables: tablesWith(list.slice(0, 29)), scope: SCOPE });
    expect(few.result).toMatchObject({ code: "few-cases", need: 30, have: 29 });
  });

  it("takes a further complaint of a customer for nothing", () => {
    const base = tablesWith(TWO_WAITS);
    const twice = { ...base, complaints: doubled(base) };
    const run = (tables: Input) => answerOf(spec, compute, { tables, scope: SCOPE }).result;
    expect(run(twice)).toEqual(run(base));
  });

  it("opens the customers of a step, and of them those that did not buy", () => {
    const { members } = answerOf(spec, compute, { tables: tablesWith(TWO_WAITS), scope: SCOPE });
    expect(members("response-in:4")).toHaveLength(50);
    expect([...members("response-lost:4")!]).toEqual(Array.from({ length: 10 }, (_, i) => 40 + i));
    expect(members("response-in:8")).toHaveLength(0);
    expect(members("response-in:5")).toBeNull();
  });
});

/** Every complaint again, opened and answered a month later. */
function doubled({ complaints }: Input): NonNullable<Input["complaints"]> {
  const month = 30 * MINUTES_PER_DAY;
  const columns = new Map<string, Column>();
  for (const [id, column] of complaints!.columns) {
    if (column.kind === "dictionary") {
      const codes = Uint32Array.from([...column.codes, ...column.codes]);
      columns.set(id, { ...column, codes, length: codes.length });
    } else {
      const values = [...column.values];
      const later = values.map((value) => (id === "isSatisfied" ? value : value + month));
      const both = [...values, ...later].map((value) => (Number.isNaN(value) ? undefined : value));
      columns.set(id, floatColumn(both));
    }
  }
  return { rowCount: 2 * complaints!.rowCount, columns };
}

describe("laws", () => {
  const doses = fc
    .array(fc.record({ wait: fc.double({ min: 0.3, max: 400, noNaN: true }), hit: fc.nat(1) }), {
      minLength: 30,
      maxLength: 120,
    })
    .map((list) => {
      const sorted = list.toSorted((a, b) => a.wait - b.wait);
      return {
        hours: Float64Array.from(sorted, ({ wait }) => wait),
        hits: Uint8Array.from(sorted, ({ hit }) => hit),
      };
    });

  it("have a fit that never rises with waiting and keeps the sum", () => {
    fc.assert(
      fc.property(doses, (given) => {
        const lines = stepLines(given);
        lines.slice(1).forEach(({ falling }, i) => {
          expect(falling).toBeLessThanOrEqual(lines[i]!.falling);
        });
        const fitted = lines.reduce((sum, { n, falling }) => sum + n * falling, 0);
        const real = lines.reduce((sum, { hits }) => sum + hits, 0);
        expect(Math.abs(fitted - real)).toBeLessThan(1e-9);
      }),
    );
  });

  it("turn the odds over when the outcome is turned over", () => {
    fc.assert(
      fc.property(doses, (given) => {
        const effect = doublingEffect(given);
        const turned = doublingEffect({ ...given, hits: given.hits.map((hit) => 1 - hit) });
        if (effect === null || turned === null) return;
        expectClose(effect.odds * turned.odds, 1, { rel: 1e-5 });
      }),
    );
  });
});
