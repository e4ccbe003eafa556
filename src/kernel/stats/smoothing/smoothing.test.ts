import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../../tests/support/expect-close";
import { seededRng } from "../../base/rng";
import { drawNormal } from "../draw";
import { fitSmoothing } from "./fit";
import type { SmoothingForm, SmoothingState } from "./form";
import { errorScale, simulatePath } from "./simulate";
import { projected, smooth } from "./smooth";
import { seasonFigure, startState } from "./start";

interface Fixed {
  readonly initial_level: number;
  readonly initial_trend: number;
  readonly initial_seasonal: readonly number[];
  readonly sse: number;
  readonly fitted_first14: readonly number[];
  readonly last_level: number;
  readonly last_trend: number;
  readonly last_season_12: readonly number[];
  readonly forecast: readonly number[];
}

// statsmodels ExponentialSmoothing and R decompose on monthly sales of Superstore; see the README beside the file
const reference = JSON.parse(
  readFileSync("../shared/data/reference/forecast_superstore_sales.json", "utf8"),
) as {
  readonly values: readonly number[];
  readonly statsmodels: Readonly<Record<"fixed_known_add" | "fixed_known_mul", Fixed>>;
  readonly R: Readonly<
    Record<"decompose_additive_figure" | "decompose_multiplicative_figure", readonly number[]>
  >;
};
const train = Float64Array.from(reference.values.slice(0, 36));
const additive: SmoothingForm = { trend: "additive", season: "additive" };

describe("smooth", () => {
  for (const [name, season] of [
    ["fixed_known_add", "additive"],
    ["fixed_known_mul", "multiplicative"],
  ] as const) {
    it(`agrees with statsmodels on ${name} to 1e-9`, () => {
      const known = reference.statsmodels[name];
      const start: SmoothingState = {
        level: known.initial_level,
        trend: known.initial_trend,
        season: Float64Array.from(known.initial_seasonal),
      };
      const form: SmoothingForm = { trend: "additive", season };
      const parameters = { alpha: 0.3, beta: 0.1, gamma: 0.2, damping: 1 };
      const found = smooth(train, form, parameters, start);
      known.fitted_first14.forEach((value, t) => {
        expectClose(found.fitted[t]!, value, { rel: 1e-9 });
      });
      expectClose(found.squaredError, known.sse, { rel: 1e-9 });
      expectClose(found.state.level, known.last_level, { rel: 1e-9 });
      expectClose(found.state.trend, known.last_trend, { rel: 1e-9 });
      known.last_season_12.forEach((value, month) => {
        expectClose(found.state.season[month]!, value, { rel: 1e-9 });
      });
      // statsmodels 0.13 takes the twelfth month from the season before its last update, against its own formula
      const ahead = projected(found.state, form, 1, 11);
      ahead.forEach((value, h) => {
        expectClose(value, known.forecast[h]!, { rel: 1e-9 });
      });
    });
  }

  it("follows a straight line with a season exactly, whatever the parameters", () => {
    const season = Float64Array.from([3, -1, -2, 0]);
    const line = Float64Array.from({ length: 20 }, (_, t) => 10 + 2 * (t + 1) + season[t % 4]!);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (alpha) => {
        const start: SmoothingState = { level: 10, trend: 2, season };
        const parameters = { alpha, beta: 1 - alpha, gamma: alpha / 2, damping: 1 };
        const { squaredError, state } = smooth(line, additive, parameters, start);
        expect(squaredError).toBeLessThan(1e-20);
        const ahead = projected(state, additive, 1, 4);
        ahead.forEach((value, h) => {
          expectClose(value, 10 + 2 * (21 + h) + season[h]!, { rel: 1e-9 });
        });
      }),
    );
  });
});

describe("startState", () => {
  it("reads the season as R decompose does", () => {
    seasonFigure(train, "additive", 12).forEach((value, month) => {
      expectClose(value, reference.R.decompose_additive_figure[month]!, { rel: 1e-9 });
    });
    seasonFigure(train, "multiplicative", 12).forEach((value, month) => {
      expectClose(value, reference.R.decompose_multiplicative_figure[month]!, { rel: 1e-9 });
    });
  });

  it("finds the line below a season exactly", () => {
    const season = [5, -3, -4, 2];
    const values = Float64Array.from({ length: 12 }, (_, t) => 7 + 0.5 * (t + 1) + season[t % 4]!);
    const { level, trend } = startState(values, additive, 4);
    expectClose(trend, 0.5, { rel: 1e-9 });
    expectClose(level, 7, { rel: 1e-9 });
  });
});

describe("fitSmoothing", () => {
  it("leaves no more error than the parameters of statsmodels from its start", () => {
    const fit = fitSmoothing(train, { trend: "none", season: "additive" }, 12);
    const start = startState(train, fit.form, 12);
    for (const alpha of [0.05, 0.146, 0.213, 0.3, 0.6]) {
      for (const gamma of [0.0001, 0.005, 0.2]) {
        const other = smooth(train, fit.form, { alpha, beta: 0, gamma, damping: 1 }, start);
        expect(fit.squaredError).toBeLessThanOrEqual(other.squaredError);
      }
    }
  });

  it("scales with the values", () => {
    const form: SmoothingForm = { trend: "none", season: "multiplicative" };
    const once = fitSmoothing(train, form, 12);
    const tenfold = fitSmoothing(
      train.map((value) => 10 * value),
      form,
      12,
    );
    expectClose(tenfold.state.level, 10 * once.state.level, { rel: 1e-4 });
  });
});

describe("simulatePath", () => {
  it("has the mean of the forecast and the variance of the formula of the additive form", () => {
    const fit = fitSmoothing(train, additive, 12);
    const model = { ...fit, parameters: { alpha: 0.3, beta: 0.2, gamma: 0.1, damping: 1 } };
    const scale = errorScale(fit, train);
    const rng = seededRng(4);
    const shocks = new Float64Array(14);
    const path = new Float64Array(14);
    const [sum, squares] = [new Float64Array(14), new Float64Array(14)];
    const paths = 40_000;
    const expected = projected(fit.state, additive, 1, 14);
    for (let k = 0; k < paths; k++) {
      for (let h = 0; h < 14; h++) shocks[h] = drawNormal(rng);
      simulatePath(model, scale, shocks, path);
      for (let h = 0; h < 14; h++) {
        sum[h]! += path[h]! - expected[h]!;
        squares[h]! += (path[h]! - expected[h]!) ** 2;
      }
    }
    // Hyndman et al. 2008, table 6.1: c_j = α + αβj + γ[j a whole season]
    let variance = scale ** 2;
    for (let h = 0; h < 14; h++) {
      if (h > 0) variance += (scale * (0.3 + 0.06 * h + (h % 12 === 0 ? 0.1 : 0))) ** 2;
      expect(Math.abs(sum[h]! / paths / Math.sqrt(variance))).toBeLessThan(0.02);
      expect(Math.abs(squares[h]! / paths / variance - 1)).toBeLessThan(0.04);
    }
  });
});
