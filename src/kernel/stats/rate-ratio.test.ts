import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { rateRatio } from "./rate-ratio";

describe("rateRatio", () => {
  it.each([
    [
      [11, 800],
      [21, 3011],
      1.9714880952380953,
      0.8584264033916392,
      4.277265943654071,
      0.11201731957539939,
    ],
    [
      [45, 520.5],
      [60, 2210],
      3.184438040345822,
      2.1142601366903242,
      4.7660072564231912,
      3.8944916197367758e-8,
    ],
  ] as const)("agrees with R 4.2 poisson.test and pbinom: %j, %j", (...given) => {
    const [a, b, ratio, low, high, p] = given;
    const found = rateRatio({ events: a[0], exposure: a[1] }, { events: b[0], exposure: b[1] })!;
    expectClose(found.ratio, ratio, { rel: 1e-12 });
    expectClose(found.low, low, { rel: 1e-9 });
    expectClose(found.high, high, { rel: 1e-9 });
    expectClose(found.p, p, { rel: 1e-9 });
  });

  it("has one open end where one side has no event", () => {
    const none = rateRatio({ events: 0, exposure: 10 }, { events: 7, exposure: 40 })!;
    expect([none.ratio, none.low]).toEqual([0, 0]);
    expectClose(none.high, 2.7752559203858103, { rel: 1e-9 });
    const only = rateRatio({ events: 3, exposure: 10 }, { events: 0, exposure: 40 })!;
    expect([only.ratio, only.high]).toEqual([Infinity, Infinity]);
    expectClose(only.low, 1.6529254201235759, { rel: 1e-9 });
    expectClose(only.p, 0.016, { rel: 1e-9 });
  });

  it("says nothing without events or time, and turns over with its sides", () => {
    expect(rateRatio({ events: 0, exposure: 1 }, { events: 0, exposure: 1 })).toBeNull();
    expect(rateRatio({ events: 1, exposure: 0 }, { events: 1, exposure: 1 })).toBeNull();
    const one = rateRatio({ events: 4, exposure: 9 }, { events: 11, exposure: 13 })!;
    const other = rateRatio({ events: 11, exposure: 13 }, { events: 4, exposure: 9 })!;
    expectClose(one.ratio, 1 / other.ratio, { rel: 1e-12 });
    expectClose(one.low, 1 / other.high, { rel: 1e-9 });
    expectClose(one.p, other.p, { rel: 1e-9 });
  });
});
