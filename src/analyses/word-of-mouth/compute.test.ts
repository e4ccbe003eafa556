import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { drained } from "../../../tests/support/drained";
import { expectClose } from "../../../tests/support/expect-close";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { day, floatColumn, scopeOf, tablesOf } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import { MISSING_CODE, type Column } from "../../kernel/table/column";
import type { Input } from "../define";
import { logisticFit } from "../loyalty-curve/curve";
import { aicOf, fitLine, shareAt, type Group } from "./bent-line";
import compute from "./compute";
import spec from "./spec";
import { zoneOf } from "./zone";

const group = (score: number, n: number, events: number): Group => ({ score, n, events });

describe("fitLine", () => {
  const groups = [group(1, 30, 8), group(2, 50, 20), group(3, 80, 41), group(4, 60, 44)];

  it("is the straight logistic line of the loyalty curve without knots", () => {
    const own = fitLine(groups, []);
    const other = logisticFit(
      groups.map(({ score, n, events }) => ({ score, n, repeats: events })),
    );
    expectClose(own.weights[1]!, other.slope, { rel: 1e-5 });
    expectClose(own.logLikelihood, other.logLikelihood, { rel: 1e-9 });
  });

  it("goes through four scores exactly with a knot at each inner one, and its AIC counts the knots", () => {
    const fit = fitLine(groups, [2, 3]);
    let exact = 0;
    for (const { score, n, events } of groups) {
      expectClose(shareAt(fit, score), events / n, { rel: 1e-4 });
      exact += events * Math.log(events / n) + (n - events) * Math.log(1 - events / n);
    }
    expectClose(fit.logLikelihood, exact, { rel: 1e-7 });
    expectClose(aicOf(fit), 12 - 2 * exact, { rel: 1e-7 });
  });

  it("stays finite where nobody or everybody did it", () => {
    const fit = fitLine(
      [group(1, 20, 0), group(2, 20, 9), group(3, 20, 10), group(4, 9, 9)],
      [2, 3],
    );
    expect(fit.weights.every(Number.isFinite)).toBe(true);
    expect(shareAt(fit, 1)).toBeLessThan(0.01);
    expect(shareAt(fit, 4)).toBeGreaterThan(0.99);
  });
});

describe("zoneOf on the mobile phone survey of the European index", () => {
  /** CUSA1, customers, and those with CUSL3 of 9 or 10. */
  const MOBI = [
    group(4, 1, 0),
    group(5, 8, 0),
    group(6, 15, 1),
    group(7, 50, 8),
    group(8, 109, 38),
    group(9, 29, 18),
    group(10, 38, 30),
  ];

  it("agrees with Newton's method in NumPy 2.4.6 for each pair of knots, and shows no zone", () => {
    const expected: readonly (readonly [readonly number[], number])[] = [
      [[], -135.20756677391478],
      [[6, 7], -134.9998889336189],
      [[6, 9], -134.95487007758777],
      [[7, 9], -135.11052279630314],
      [[8, 9], -135.12943014417982],
    ];
    for (const [knots, logLikelihood] of expected) {
      expectClose(fitLine(MOBI, knots).logLikelihood, logLikelihood, { rel: 1e-8 });
    }
    const zone = drained(zoneOf(MOBI, seededRng(1)));
    expectClose(zone.deltaAic!, -7.494606607345986, { rel: 1e-6 });
    expect(zone.knots!.map(({ at }) => at)).toEqual([6, 9]);
    expect(zone.verdict).toBe("none");
    expectClose(zone.trendP!, 4.1721589424891454e-15, { rel: 1e-5 });
  });
});

describe("zoneOf", () => {
  const drawn = (
    share: (score: number) => number,
    each: number,
    seed: number,
  ): readonly Group[] => {
    const rng = seededRng(seed);
    return Array.from({ length: 10 }, (_, i) => {
      let events = 0;
      for (let k = 0; k < each; k++) if (rng.next() < share(i + 1)) events++;
      return group(i + 1, each, events);
    });
  };
  const odds = (value: number): number => 1 / (1 + Math.exp(-value));
  /** Steep up to 4, flat to 7, steep again. */
  const planted = (score: number): number =>
    odds(-0.5 + 0.9 * (Math.min(score, 4) - 4) + 0.9 * Math.max(0, score - 7));

  it("finds a planted zone of tolerance, its knots within their intervals", () => {
    for (let seed = 1; seed <= 5; seed++) {
      const zone = drained(zoneOf(drawn(planted, 200, seed), seededRng(seed)));
      expect(zone.verdict).toBe("zone");
      const [low, high] = zone.knots!;
      expect(low.low <= 4 && low.high >= 4).toBe(true);
      expect(high.low <= 7 && high.high >= 7).toBe(true);
    }
  });

  it("claims a bend in few data sets that have none, and a zone in hardly any", () => {
    let [bends, zones] = [0, 0];
    for (let seed = 1; seed <= 15; seed++) {
      const { verdict } = drained(
        zoneOf(
          drawn((s) => odds(-3 + 0.5 * s), 40, seed),
          seededRng(seed),
        ),
      );
      if (verdict === "bend") bends++;
      if (verdict === "zone") zones++;
    }
    expect(bends + zones).toBeLessThan(4);
    expect(zones).toBeLessThan(2);
  });

  it("says a bend is no zone where the middle is the steepest", () => {
    const share = (s: number): number => odds(-2 + 2.2 * (Math.max(4, Math.min(s, 7)) - 4));
    const zone = drained(zoneOf(drawn(share, 200, 3), seededRng(3)));
    expect(zone.verdict).toBe("bend");
  });

  it("does not ask with too few scores, customers or events", () => {
    const few = [group(1, 50, 20), group(2, 50, 25), group(3, 50, 30)];
    expect(drained(zoneOf(few, seededRng(1))).verdict).toBe("thin");
    const rare = [1, 2, 3, 4, 5].map((score) => group(score, 50, 1));
    expect(drained(zoneOf(rare, seededRng(1))).verdict).toBe("thin");
  });
});

/** Customers with one questionnaire each in January; complaints in March of those for whom it is drawn. */
function survey(n: number): Input {
  const rng = seededRng(4);
  const names = Array.from({ length: n }, (_, i) => `客户${i}`);
  const tables = tablesOf([], names);
  // The record of complaints begins and ends with those of customers that nobody knows.
  const complaining: number[] = [];
  const answers = names.flatMap((customer, i): TestAnswer[] => {
    const score = 1 + rng.below(5);
    if (rng.next() < 0.6 - 0.1 * score) complaining.push(i);
    const both = { customer, on: "2025-01-10", response: i };
    const likely = rng.next() < 0.15 * score ? 9 : 5;
    return [
      { ...both, question: "总体", kind: "csat", score },
      { ...both, question: "推荐", kind: "nps", scale: [0, 10], score: likely },
    ];
  });
  const keys = tables.customers.columns.get("key");
  const dictionary = keys?.kind === "dictionary" ? keys.dictionary : [];
  const length = complaining.length + 2;
  const codes = Uint32Array.from([...complaining, MISSING_CODE, MISSING_CODE]);
  const customer: Column = { kind: "dictionary", length, codes, dictionary, validity: null };
  const openedAt = floatColumn(
    [...complaining.map(() => "2025-03-01"), "2025-01-01", "2025-12-31"].map(
      (on) => day(on) * 1440 + 600,
    ),
  );
  const complaints = {
    rowCount: length,
    columns: new Map<string, Column>([
      ["customer", customer],
      ["openedAt", openedAt],
    ]),
  };
  return { ...tables, surveys: surveyTable(tables, answers), complaints };
}
const SCOPE = scopeOf("2025-12-31");

describe("word-of-mouth", () => {
  const tables = survey(400);

  it("pairs the score with the recommendation of the questionnaire, and with complaints that followed", () => {
    const result = resultOf(spec, compute, { tables, scope: SCOPE });
    expect(result.curves.map(({ outcome, n }) => [outcome, n])).toEqual([
      ["recommend", 400],
      ["complain", 400],
    ]);
    const [recommend, complain] = result.curves;
    expect(complain!.events).toBe(tables.complaints!.rowCount - 2);
    expect(recommend!.steps.at(-1)!.ratio!).toBeGreaterThan(recommend!.steps[0]!.ratio! + 0.3);
    expect(complain!.steps[0]!.ratio!).toBeGreaterThan(complain!.steps.at(-1)!.ratio! + 0.2);
    expect(result.headline.zoneLow).toBeNull();
    const { members } = answerOf(spec, compute, { tables, scope: SCOPE });
    expect(members("all")).toHaveLength(400);
    recommend!.steps.forEach(({ score, customers }) =>
      expect(members(`mouth-recommend:${score}`)).toHaveLength(customers),
    );
    expect(members("mouth:recommend")).toHaveLength(recommend!.events);
    expect(members("mouth-complain:x")).toBeNull();
    expect(members("mouth-complain:9")).toBeNull();
    expect(members("mouth:praise")).toBeNull();
  });

  it("leaves out answers that are too young, and complaints that came too late", () => {
    const near = resultOf(spec, compute, { tables, scope: SCOPE, params: { followDays: 49 } });
    expect(near.curves[1]).toMatchObject({ events: 0, verdict: "thin" });
    const young = resultOf(spec, compute, { tables, scope: scopeOf("2025-03-31") });
    expect(young.absent).toEqual({ complain: "too-few" });
    expect(young.missing.young).toBe(400);
    const opened = tables.complaints!.columns.get("openedAt")!;
    if (opened.kind !== "float64") throw new Error("not numbers");
    const values = opened.values.map((moment) => Math.max(moment, day("2025-02-01") * 1440));
    const columns = new Map<string, Column>(tables.complaints!.columns);
    columns.set("openedAt", { ...opened, values });
    const late = { ...tables.complaints!, columns };
    const after = resultOf(spec, compute, {
      tables: { ...tables, complaints: late },
      scope: SCOPE,
    });
    expect(after.missing).toMatchObject({ young: 0, before: 400 });
  });

  it("says which curve is missing and why, and refuses without either", () => {
    const { complaints: _, ...alone } = tables;
    expect(resultOf(spec, compute, { tables: alone, scope: SCOPE }).absent).toEqual({
      complain: "no-complaints",
    });
    const few = survey(8);
    expect(answerOf(spec, compute, { tables: few, scope: SCOPE }).result).toMatchObject({
      code: "too-few-customers",
      have: 8,
    });
    expect(answerOf(spec, compute, { tables: tablesOf([]), scope: SCOPE }).result).toMatchObject({
      code: "no-question",
    });
  });

  it("answers the same with the same seed", () => {
    const run = () => resultOf(spec, compute, { tables, scope: SCOPE });
    expect(run()).toEqual(run());
  });
});
