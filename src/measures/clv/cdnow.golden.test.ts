import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { finished } from "../../kernel/base/finished";
import { expectedSpend, fitSpend } from "./gamma-gamma";
import { bgNbd } from "./beta-geometric";
import { paretoNbd } from "./pareto-nbd";
import { compress } from "./purchase-history";
import {
  expectedOfNew,
  fitModel,
  type ModelParameters,
  type PurchaseModel,
} from "./purchase-model";

const folder = "../shared/data/reference";

interface ReferenceFit {
  readonly mle: Readonly<Record<string, number>>;
  readonly log_likelihood: number;
  readonly params_used_below: ModelParameters;
}
interface ReferenceCustomer {
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly zbar: number;
  readonly bgnbd_p_alive: number;
  readonly bgnbd_expected: number;
  readonly pnbd_p_alive: number;
  readonly pnbd_expected: number;
  readonly pnbd_dert: number;
  readonly gg_expected_spend: number;
  readonly clv12_bgnbd: number;
  readonly clv12_pnbd: number;
}
interface Reference {
  readonly bgnbd: ReferenceFit;
  readonly pareto_nbd: ReferenceFit;
  readonly gamma_gamma: {
    readonly mle: { readonly p: number; readonly q: number; readonly v: number };
    readonly log_likelihood: number;
    readonly customers_used: number;
    readonly population_mean_spend: number;
    readonly params_used_below: readonly [number, number, number];
  };
  readonly customers: readonly ReferenceCustomer[];
  readonly expected_repeat_purchases_new_customer: readonly {
    readonly t_weeks: number;
    readonly bgnbd: number;
    readonly pareto_nbd: number;
  }[];
  readonly pmf_repeat_purchases: {
    readonly t_weeks: number;
    readonly bgnbd: readonly number[];
    readonly pareto_nbd_by_BTYD: readonly number[];
  };
}

// written by this project's reference scripts, see the README beside it
const reference = JSON.parse(readFileSync(`${folder}/clv_cdnow.json`, "utf8")) as Reference;
const rows = readFileSync(`${folder}/cdnow_rfm_weeks.csv`, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number));
const repeats = Uint32Array.from(rows, (row) => row[1]!);
const means = Float64Array.from(rows, (row) => row[4]!);
// the file rounds weeks to six digits; they are whole days
const days = (weeks: number): number => Math.round(weeks * 7) / 7;
const { history } = compress(
  repeats,
  Float64Array.from(rows, (row) => days(row[2]!)),
  Float64Array.from(rows, (row) => days(row[3]!)),
);

const toEnd = <T>(search: Generator<void, T, void>): T => {
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
};

const near = (value: number, expected: number, tolerance: number): void => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1e-9, Math.abs(expected)),
  );
};

describe.each([
  ["bgnbd", bgNbd],
  ["pareto_nbd", paretoNbd],
] as const)("%s on CDNOW (scipy and R BTYD)", (key, model: PurchaseModel) => {
  const expected = reference[key];
  const parameters = expected.params_used_below;
  const short = key === "bgnbd" ? "bgnbd" : "pnbd";

  it("finds the maximum of the likelihood", () => {
    const fit = toEnd(fitModel(model, history));
    expect(fit.quality).toBe("exact");
    expect(fit.logLikelihood).toBeCloseTo(expected.log_likelihood, 4);
    model.parameterNames.forEach((name, i) => {
      near(fit.parameters[i]!, expected.mle[name]!, 1e-3);
    });
    expect(fit.agreeing).toBe(fit.starts);
  });

  it("gives each customer's chance to be alive and expectation", () => {
    for (const customer of reference.customers) {
      const { x, t_x, T } = customer;
      const alive = model.alive(parameters, x, t_x, T);
      near(alive, customer[`${short}_p_alive`], 1e-6);
      near(
        alive * model.expectedIfAlive(parameters, x, T, 39),
        customer[`${short}_expected`],
        1e-6,
      );
    }
  });

  it("gives what a new customer buys over time", () => {
    for (const line of reference.expected_repeat_purchases_new_customer) {
      expect(expectedOfNew(model, parameters, line.t_weeks)).toBeCloseTo(line[key], 8);
    }
  });

  it("gives the probabilities of 0 to 10 repeats", () => {
    const { t_weeks, bgnbd, pareto_nbd_by_BTYD } = reference.pmf_repeat_purchases;
    const pmf = key === "bgnbd" ? bgnbd : pareto_nbd_by_BTYD;
    const ours = model.repeatProbabilities(parameters, pmf.length - 1, t_weeks);
    pmf.forEach((p, x) => {
      near(ours[x]!, p, 1e-6);
    });
  });

  it("gives 12 months of CLV with the gamma-gamma spend", () => {
    const [p, q, v] = reference.gamma_gamma.params_used_below;
    for (const customer of reference.customers) {
      const { x, t_x, T, zbar } = customer;
      let purchases = 0;
      let before = 0;
      for (let month = 1; month <= 12; month++) {
        const until = model.expectedIfAlive(parameters, x, T, month * 4.345);
        purchases += (until - before) / 1.01 ** month;
        before = until;
      }
      const spend = expectedSpend({ p, q, v }, x, zbar);
      near(spend, customer.gg_expected_spend, 1e-6);
      near(
        spend * purchases * model.alive(parameters, x, t_x, T),
        customer[`clv12_${short}`],
        1e-5,
      );
    }
  });
});

describe("residual purchases", () => {
  it("are R BTYD's pnbd.DERT for Pareto/NBD", () => {
    const parameters = reference.pareto_nbd.params_used_below;
    for (const { x, t_x, T, pnbd_dert } of reference.customers) {
      const residual =
        paretoNbd.alive(parameters, x, t_x, T) *
        paretoNbd.discountedIfAlive(parameters, x, T, { rate: 0.0027, horizon: Infinity });
      near(residual, pnbd_dert, 1e-6);
    }
  });

  it("are the sum of many short steps for BG/NBD", () => {
    const parameters = reference.bgnbd.params_used_below;
    let [summed, before] = [0, 0];
    for (let week = 1; week <= 12_000; week++) {
      const until = bgNbd.expectedIfAlive(parameters, 3, 30, week);
      summed += (until - before) * Math.exp(-0.0027 * (week - 0.5));
      before = until;
    }
    near(
      bgNbd.discountedIfAlive(parameters, 3, 30, { rate: 0.0027, horizon: Infinity }),
      summed,
      1e-4,
    );
  });
});

describe("gamma-gamma on CDNOW", () => {
  it("finds the maximum of the likelihood", () => {
    const fit = finished(fitSpend(repeats, means))!;
    const expected = reference.gamma_gamma;
    expect(fit.quality).toBe("exact");
    expect(fit.customers).toBe(expected.customers_used);
    expect(fit.logLikelihood).toBeCloseTo(expected.log_likelihood, 4);
    near(fit.p, expected.mle.p, 1e-3);
    near(fit.q, expected.mle.q, 1e-3);
    near(fit.v, expected.mle.v, 1e-3);
    near(fit.meanSpend!, expected.population_mean_spend, 1e-6);
  });
});
