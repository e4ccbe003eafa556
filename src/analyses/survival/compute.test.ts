import { describe, expect, it } from "vitest";
import { resultOf, answerOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import {
  survivalReference,
  survivalRows,
  type CurveReference,
  type SurvivalSet,
  type TestReference,
} from "../../../tests/support/survival-files";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import type { Column } from "../../kernel/table/column";
import type { Input } from "../define";
import { bandOf, bandWidth } from "./bands";
import compute from "./compute";
import spec from "./spec";

const scope = scopeOf("2025-06-30");
const near = { rel: 1e-9 } as const;

/** A public file as the customer table that ingest would make of it. */
function tablesOfSet(set: SurvivalSet, columns: readonly string[]): Input {
  const rows = survivalRows(set);
  const made = columns.map((name): [string, Column] => {
    const texts = rows.map((row) => row[name]!);
    const isNumber = texts.every((text) => text !== "" && Number.isFinite(Number(text)));
    const column = isNumber ? floatColumn(texts.map(Number)) : textColumn(texts);
    return [`attr:${name}`, column];
  });
  const keys = textColumn(rows.map((_, i) => `k${i}`));
  const customers = { rowCount: rows.length, columns: new Map([["key", keys], ...made]) };
  return { orders: tablesOf([]).orders, customers };
}

describe("survival", () => {
  it.each([
    ["telco", "tenure", "Churn", "Contract", "logrank_contract"],
    ["telco", "tenure", "Churn", "gender", "logrank_gender"],
    ["lung", "time", "status", "sex", "logrank_sex"],
    ["rossi", "week", "arrest", "fin", "logrank_fin"],
    ["veteran", "time", "status", "celltype", "logrank_celltype"],
    ["waltons", "T", "E", "group", "logrank_group"],
  ] as const)("agrees with R on %s by %s, %s, %s", (...[set, duration, event, group, name]) => {
    const tables = tablesOfSet(set, [duration, event, group]);
    const params = {
      duration: `attr:${duration}`,
      event: `attr:${event}`,
      group: `attr:${group}`,
    };
    const { headline, comparison } = resultOf(spec, compute, { tables, scope, params });
    const reference = survivalReference(set)[name] as TestReference;
    expect(headline.n).toBe(reference.n.reduce((sum, n) => sum + n, 0));
    expectClose(headline.chi2!, reference.chisq, near);
    if (reference.p > 0) expectClose(headline.p!, reference.p, near);
    const bySize = (list: readonly number[]) => [...list].sort((a, b) => a - b);
    bySize([...comparison!.expected]).forEach((value, i) =>
      expectClose(value, bySize(reference.expected)[i]!, near),
    );
  });

  it("gives the median of lung with its interval, and the mean of Telco", () => {
    const lung = resultOf(spec, compute, {
      tables: tablesOfSet("lung", ["time", "status"]),
      scope,
      params: { duration: "attr:time", event: "attr:status" },
    }).headline;
    expect([lung.median, lung.medianLower, lung.medianUpper]).toEqual([310, 284, 361]);
    const telco = resultOf(spec, compute, {
      tables: tablesOfSet("telco", ["tenure", "Churn"]),
      scope,
      params: { duration: "attr:tenure", event: "attr:Churn" },
    });
    const reference = survivalReference("telco")["km_all"] as CurveReference;
    expectClose(telco.headline.meanWithin!, reference.rmean_to_last_time.est, near);
    expect(telco.headline.median).toBeNull();
    expect(telco.peakBand).toBe(0);
  });

  it("tests within strata as R does", () => {
    const { headline } = resultOf(spec, compute, {
      tables: tablesOfSet("veteran", ["time", "status", "trt", "celltype"]),
      scope,
      params: {
        duration: "attr:time",
        event: "attr:status",
        group: "attr:trt",
        strata: "attr:celltype",
      },
    });
    const reference = survivalReference("veteran")[
      "logrank_trt_stratified_by_celltype"
    ] as TestReference;
    expectClose(headline.chi2!, reference.chisq, near);
  });

  it("sees the losses of every stretch once", () => {
    const { all, bands } = resultOf(spec, compute, {
      tables: tablesOfSet("lung", ["time", "status"]),
      scope,
      params: { duration: "attr:time", event: "attr:status" },
    });
    const total = (of: (band: (typeof bands)[number]) => number) =>
      bands.reduce((sum, band) => sum + of(band), 0);
    expect(total(({ lost }) => lost)).toBe(all!.events);
    expect(total(({ lost, censored }) => lost + censored)).toBe(all!.n);
    for (const [i, band] of bands.entries()) {
      const next = bands[i + 1];
      if (next !== undefined) expect(next.atRisk).toBe(band.atRisk - band.lost - band.censored);
    }
  });

  it("says what is missing instead of drawing a curve of nothing", () => {
    const { result, members } = answerOf(spec, compute, { tables: tablesOf([], ["a"]), scope });
    expect(result).toMatchObject({ all: null, gap: "no-source", headline: { n: 0, median: null } });
    expect(members("all")).toBeNull();
    const unclear = resultOf(spec, compute, {
      tables: tablesOfSet("lung", ["time", "age"]),
      scope,
      params: { duration: "attr:time", event: "attr:age" },
    });
    expect(unclear.gap).toBe("event-unclear");
  });

  it("counts silence from the company's own gaps, and says by which rule", () => {
    const lines = Array.from({ length: 40 }, (_, c) =>
      Array.from({ length: 6 }, (_, k) => ({
        customer: `c${c}`,
        on: scope.asOfDay - (c < 10 ? 500 : 5) - k * 30,
        amount: 1,
      })),
    ).flat();
    const result = resultOf(spec, compute, { tables: tablesOf(lines), scope });
    expect(result.rule).toMatchObject({ kind: "silence", windowDays: 30, basis: "gaps" });
    expect(result.headline).toMatchObject({ n: 40, events: 10, windowDays: 30 });
    // first order to last order, and the window of silence
    expect(result.all!.times[0]).toBe(150 + 30);
  });
});

describe("bandWidth", () => {
  it("is a width that people count in, and makes at most twelve", () => {
    expect(bandWidth(72, "month")).toBe(6);
    expect(bandWidth(1096, "day")).toBe(182);
    expect(bandWidth(0.37, "unit")).toBeCloseTo(0.05, 12);
    for (const last of [1, 10, 99, 730, 9000]) {
      for (const unit of ["day", "month", "unit"] as const) {
        expect(bandOf(last, bandWidth(last, unit))).toBeLessThan(last > 8760 ? 13 : 12);
      }
    }
  });

  it("puts a time at the end of a stretch into that stretch", () => {
    expect([0, 1, 6, 6.1, 12].map((time) => bandOf(time, 6))).toEqual([0, 0, 0, 1, 1]);
  });
});
