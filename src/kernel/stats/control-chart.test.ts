import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import {
  countLimits,
  individualsLimits,
  laneyFactor,
  meanLimits,
  rateLimits,
  scatterFactor,
  shareLimits,
} from "./control-chart";

interface Department {
  readonly mean: number;
  readonly c_chart_3sigma: readonly [number, number];
  readonly xmr_mean_moving_range: number;
  readonly "xmr_limits_2.66": readonly [number, number];
  readonly points_outside_xmr: readonly number[];
  readonly points_outside_c: readonly number[];
}

const DATA = resolve(process.cwd(), "../shared/data");
const expected = (
  JSON.parse(readFileSync(`${DATA}/reference/complaints.json`, "utf8")) as {
    by_department: Readonly<Record<string, Department>>;
  }
).by_department;
const rows = readFileSync(`${DATA}/complaints/complaints_daily_by_department.csv`, "utf8")
  .replace("\ufeff", "")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((row) => row.split(","));

describe.each(Object.entries(expected))("daily complaints of %s (pandas)", (name, reference) => {
  const counts = rows.filter((row) => row[3] === name).map((row) => Number(row[2]));
  const outside = (low: number, high: number): number[] =>
    [...counts.keys()].filter((i) => counts[i]! < low || counts[i]! > high);

  it("has the individuals chart and the days outside of it", () => {
    const limits = individualsLimits(counts)!;
    expectClose(limits.centre, reference.mean, { rel: 1e-12 });
    expectClose(limits.movingRange, reference.xmr_mean_moving_range, { rel: 1e-12 });
    expectClose(limits.low, reference["xmr_limits_2.66"][0], { rel: 1e-12 });
    expectClose(limits.high, reference["xmr_limits_2.66"][1], { rel: 1e-12 });
    expect(outside(limits.low, limits.high)).toEqual(reference.points_outside_xmr);
  });

  it("has the c chart and the days outside of it", () => {
    const limits = countLimits(counts)!;
    expectClose(limits.low, reference.c_chart_3sigma[0], { rel: 1e-12 });
    expectClose(limits.high, reference.c_chart_3sigma[1], { rel: 1e-12 });
    expect(outside(limits.low, limits.high)).toEqual(reference.points_outside_c);
  });
});

describe("limits at one point", () => {
  it("narrow with the number of trials and stay within what can be", () => {
    expectClose(shareLimits(0.5, 100).low, 0.35, { rel: 1e-12 });
    expect(shareLimits(0.9, 4).high).toBe(1);
    expectClose(rateLimits(0.02, 10_000).high, 0.02 + 3 * Math.sqrt(0.02 / 10_000), { rel: 1e-12 });
    expect(rateLimits(0.001, 10).low).toBe(0);
    expect(individualsLimits([3])).toBeNull();
    expect(countLimits([])).toBeNull();
  });
});

describe("Laney's factor", () => {
  it("is the mean moving range of the scores by hand: z = −1, 1, −1 at 100 trials around a half", () => {
    const points = [0.45, 0.55, 0.45].map((share) => ({ share, trials: 100 }));
    expectClose(laneyFactor(points, 0.5), 2 / 1.128, { rel: 1e-12 });
    expectClose(shareLimits(0.5, 100, 2).low, 0.2, { rel: 1e-12 });
  });

  it("is the scatter factor of means whose deviation is that of a share", () => {
    const points = [
      { value: 68, n: 40 },
      { value: 74, n: 90 },
      { value: 70, n: 60 },
    ];
    const z = points.map(({ value, n }) => (value - 71) / (12 / Math.sqrt(n)));
    const moving = (Math.abs(z[1]! - z[0]!) + Math.abs(z[2]! - z[1]!)) / 2;
    expectClose(scatterFactor(points, 71, 12), moving / 1.128, { rel: 1e-12 });
    expect(scatterFactor(points, 71, 0)).toBe(1);
    expectClose(meanLimits(71, 12, 64, 2).low, 71 - 9, { rel: 1e-12 });
  });

  it("is 1 where nothing can be said", () => {
    expect(laneyFactor([{ share: 0.2, trials: 9 }], 0.2)).toBe(1);
    expect(
      laneyFactor(
        [1, 1, 1].map((share) => ({ share, trials: 9 })),
        1,
      ),
    ).toBe(1);
  });

  it("does not change when every month has four times the orders and half the distance", () => {
    const near = [0.475, 0.525, 0.475].map((share) => ({ share, trials: 400 }));
    expectClose(laneyFactor(near, 0.5), 2 / 1.128, { rel: 1e-12 });
  });
});
