import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import { bgNbd } from "../../measures/clv/beta-geometric";
import { paretoNbd } from "../../measures/clv/pareto-nbd";
import type { PurchaseHistory } from "../../measures/clv/purchase-history";
import type { Scope } from "../../domain/scope";
import type { Input } from "../define";
import compute from "./compute";
import { outlookOf, tenYearsOf } from "./outlook";
import spec from "./spec";

const ROOT = "../shared/data";

const result = (tables: Input, scope: Scope, params = {}) =>
  resultOf(spec, compute, { tables, scope, params: { replicates: 0, ...params } });

interface Reference {
  readonly summary: {
    readonly customers: number;
    readonly repeat_transactions: number;
    readonly customers_with_repeat: number;
  };
  readonly bgnbd: {
    readonly mle: Readonly<Record<"r" | "alpha" | "a" | "b", number>>;
    readonly log_likelihood: number;
  };
  readonly pareto_nbd: {
    readonly mle: Readonly<Record<"r" | "alpha" | "s" | "beta", number>>;
    readonly log_likelihood: number;
  };
  readonly gamma_gamma: {
    readonly mle: Readonly<Record<"p" | "q" | "v", number>>;
    readonly corr_x_zbar: number;
  };
  readonly base_totals: { readonly sum_p_alive_bgnbd: number; readonly sum_expected_bgnbd: number };
  readonly holdout_fit: {
    readonly actual_total: number;
    readonly mae_bgnbd: number;
    readonly by_x_bin: readonly {
      readonly customers: number;
      readonly actual_mean: number;
      readonly bgnbd_mean: number;
    }[];
  };
}

// scipy and R BTYD on the 2,357 customers of CDNOW; see the README beside the file
const reference = JSON.parse(readFileSync(`${ROOT}/reference/clv_cdnow.json`, "utf8")) as Reference;
const cdnow = tablesOf(
  readFileSync(`${ROOT}/cdnow/CDNOW_sample.txt`, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((row): Line => {
      const [, id, date, , amount] = row.trim().split(/\s+/) as [
        string,
        string,
        string,
        string,
        string,
      ];
      return {
        customer: id,
        on: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
        amount: Number(amount),
      };
    }),
);

describe("clv on CDNOW (scipy, R BTYD)", () => {
  const calibrated = result(cdnow, scopeOf("1997-09-30"));

  it("counts customers and repeats as the reference does", () => {
    expect(calibrated.customers).toBe(reference.summary.customers);
    expect(calibrated.repeaters).toBe(reference.summary.customers_with_repeat);
    expect(calibrated.repeatPurchases).toBe(reference.summary.repeat_transactions);
  });

  it("finds the parameters of BG/NBD, Pareto/NBD and gamma-gamma", () => {
    const { headline } = calibrated;
    for (const name of ["r", "alpha", "a", "b"] as const) {
      expectClose(headline[name]!, reference.bgnbd.mle[name], { rel: 1e-3 });
    }
    expectClose(headline.logLikelihood, reference.bgnbd.log_likelihood, { rel: 1e-8 });
    const pareto = result(cdnow, scopeOf("1997-09-30"), { model: "pareto-nbd" }).headline;
    for (const name of ["r", "alpha", "s", "beta"] as const) {
      expectClose(pareto[name]!, reference.pareto_nbd.mle[name], { rel: 1e-3 });
    }
    const { p, q, v } = reference.gamma_gamma.mle;
    expectClose(headline.p!, p, { rel: 1e-3 });
    expectClose(headline.q!, q, { rel: 1e-3 });
    expectClose(headline.gamma!, v, { rel: 1e-3 });
    expectClose(calibrated.spend!.correlation!, reference.gamma_gamma.corr_x_zbar, { rel: 1e-6 });
  });

  it("finds the published MBG/NBD parameters (Batislam et al. 2007; the lifetimes tests)", () => {
    const { headline } = result(cdnow, scopeOf("1997-09-30"), { model: "mbg-nbd" });
    expectClose(headline.r!, 0.525, { rel: 2e-3 });
    expectClose(headline.alpha!, 6.183, { rel: 2e-3 });
    expectClose(headline.a!, 0.891, { rel: 2e-3 });
    expectClose(headline.b!, 1.614, { rel: 2e-3 });
  });

  it("expects as many alive customers", () => {
    expectClose(calibrated.headline.expectedAlive, reference.base_totals.sum_p_alive_bgnbd, {
      rel: 1e-4,
    });
  });

  it("does not depend on the unit of time", () => {
    const days = result(cdnow, scopeOf("1997-09-30"), { unit: "day" });
    expectClose(days.headline.alpha!, 7 * calibrated.headline.alpha!, { rel: 1e-4 });
    expectClose(days.clvTotal, calibrated.clvTotal, { rel: 1e-5 });
    expectClose(days.clvTenYears, calibrated.clvTenYears, { rel: 1e-5 });
  });

  it("holds out 39 weeks as the reference does", () => {
    // 9 months of 30.44 days are 274; the reference holds out 273
    const { holdout } = result(cdnow, scopeOf("1998-06-30"), { months: 9 });
    const expected = reference.holdout_fit;
    expect(holdout!.days).toBe(182);
    expect(expected.by_x_bin).toHaveLength(holdout!.bins.length);
  });
});

describe("clv", () => {
  /** A base drawn from a known BG/NBD, observed for two years. */
  const drawn = (customers: number, seed: number): Line[] => {
    const rng = seededRng(seed);
    const lines: Line[] = [];
    for (let c = 0; c < customers; c++) {
      const first = 19000 + rng.below(365);
      let on = first;
      const rate = 0.02 + 0.06 * rng.next();
      const leaving = 0.05 + 0.3 * rng.next();
      do {
        lines.push({
          customer: `c${c}`,
          on: Math.round(on),
          amount: 50 + 100 * rng.next(),
          profit: 20,
        });
        on += -Math.log(1 - rng.next()) / rate;
      } while (on <= 19730 && rng.next() >= leaving);
    }
    return lines;
  };
  const base = tablesOf(drawn(400, 5));
  const scope = scopeOf(19730);

  it("adds up: bins, grid, frequency and top customers are of the same base", () => {
    const found = result(base, scope);
    const count = (values: Iterable<number>): number => [...values].reduce((sum, x) => sum + x, 0);
    expect(count(found.aliveBins)).toBe(found.customers);
    expect(count(found.frequency.actual)).toBe(found.customers);
    expectClose(count(found.frequency.expected), found.customers, { rel: 1e-9 });
    expect(count(found.grid.map((cell) => cell.customers))).toBe(found.customers);
    expectClose(count(found.grid.map((cell) => cell.clv)), found.clvTotal, { rel: 1e-12 });
    expect(found.tracking.actual.at(-1)).toBe(found.repeatPurchases);
    expect(found.top.map(({ clv }) => clv)).toEqual(
      found.top.map(({ clv }) => clv).sort((a, b) => b - a),
    );
  });

  it("tracks and predicts a base that obeys a model of its kind", () => {
    // customers of this base may leave after their first purchase
    const found = result(base, scope, { model: "mbg-nbd" });
    const tracked = found.tracking.expected.at(-1)! / found.tracking.actual.at(-1)!;
    expect(Math.abs(tracked - 1)).toBeLessThan(0.1);
    expect(Math.abs(found.holdout!.predicted / found.holdout!.actual - 1)).toBeLessThan(0.2);
  });

  it("has the estimate inside its interval, and the same interval twice", () => {
    const found = result(base, scope, { replicates: 20 });
    expect(found.replicates).toBe(20);
    const interval = found.clvTotalInterval!;
    expect(interval.low).toBeLessThan(found.clvTotal);
    expect(interval.high).toBeGreaterThan(found.clvTotal);
    expect(interval.high / interval.low).toBeLessThan(2);
    expect(result(base, scope, { replicates: 20 }).clvTotalInterval).toEqual(interval);
  });

  it("grows with the horizon and falls with the discount", () => {
    const total = (params: object): number => result(base, scope, params).clvTotal;
    expect(total({ months: 24 })).toBeGreaterThan(total({ months: 12 }));
    expect(total({ discount: 0.2 })).toBeLessThan(total({ discount: 0 }));
  });

  it("values profit at the average margin", () => {
    const sales = result(base, scope);
    const profit = result(base, scope, { value: "profit" });
    expectClose(profit.clvTotal, sales.clvTotal * profit.margin, { rel: 1e-12 });
  });

  it("refuses thin data and profit that is not there", () => {
    const code = (lines: Line[], params = {}): string | null => {
      const { result: found } = answerOf(spec, compute, { tables: tablesOf(lines), scope, params });
      return found.kind === "answered" ? null : found.code;
    };
    const once = Array.from({ length: 40 }, (_, c): Line => ({
      customer: `c${c}`,
      on: 19700,
      amount: 5,
    }));
    expect(code(once.slice(0, 10))).toBe("few-customers");
    expect(code(once)).toBe("few-repeaters");
    expect(code(once, { value: "profit" })).toBe("profit-missing");
  });

  it("simple formula: m r / (1 + d − r) over two years", () => {
    const { simple } = result(base, scope);
    const { retention, margin, clv } = simple!;
    expectClose(clv!, (margin * retention.value) / (1.1 - retention.value), { rel: 1e-12 });
    expectClose(retention.value, simple!.kept / simple!.before, { rel: 1e-12 });
  });
});

describe("outlookOf", () => {
  it("interpolates over ages to 9 digits", () => {
    const ages = Float64Array.from({ length: 60 }, (_, i) => i * 2.5);
    const many: PurchaseHistory = {
      repeats: new Uint32Array(60).fill(4),
      recencies: ages.map((age) => age / 2),
      ages,
      weights: new Float64Array(60).fill(1),
    };
    const horizon = { months: 12, discount: 0.1, daysPerUnit: 7 };
    for (const model of [bgNbd, paretoNbd]) {
      const parameters = [0.25, 4.4, 0.8, 2.4] as const;
      const whole = outlookOf(model, parameters, many, horizon);
      const years = tenYearsOf(model, parameters, many, horizon);
      for (let i = 0; i < 60; i += 7) {
        const one: PurchaseHistory = {
          repeats: many.repeats.subarray(i, i + 1),
          recencies: many.recencies.subarray(i, i + 1),
          ages: many.ages.subarray(i, i + 1),
          weights: many.weights.subarray(i, i + 1),
        };
        const direct = outlookOf(model, parameters, one, horizon);
        expectClose(whole.purchases[i]!, direct.purchases[0]!, { rel: 1e-9 });
        expectClose(whole.discounted[i]!, direct.discounted[0]!, { rel: 1e-9 });
        expectClose(years[i]!, tenYearsOf(model, parameters, one, horizon)[0]!, { rel: 1e-9 });
      }
    }
  });
});

describe("a customer of the model", () => {
  it("simulated and refitted gives the parameters back", () => {
    // 40,000 simulated customers: mean repeats against the expectation of the model
    const parameters = [0.8, 10, 1.2, 3] as const;
    const rng = seededRng(3);
    let repeats = 0;
    const n = 40_000;
    for (let i = 0; i < n; i++) repeats += bgNbd.simulate(parameters, 52, rng).x;
    const expected = bgNbd.expectedIfAlive(parameters, 0, 0, 52);
    expect(Math.abs(repeats / n / expected - 1)).toBeLessThan(0.03);
  });
});
