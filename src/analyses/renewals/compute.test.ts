import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { dayColumn, linkedTable } from "../../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf } from "../../../tests/support/tables";
import compute from "./compute";
import spec, { type RenewalsParams, type RenewalsResult } from "./spec";

interface Segment {
  readonly alpha: number;
  readonly beta: number;
  readonly log_likelihood: number;
  readonly retention_1_to_12: readonly number[];
  readonly actual_survival: readonly number[];
}
// the file is of the shape that its README says
const { segments } = JSON.parse(
  readFileSync("../shared/data/reference/sbg.json", "utf8"),
) as Readonly<{ segments: Readonly<Record<"regular" | "highend", Segment>> }>;

interface Contract {
  readonly from: string;
  /** the last day; empty: it goes on */
  readonly to: string;
  readonly fee?: number;
}

/** A base of contracts, customer by customer. */
function contractsOf(contracts: readonly Contract[]) {
  const names = contracts.map((_, i) => `C${i}`);
  const base = tablesOf([], names);
  const table = linkedTable(base, names, {
    startsOn: dayColumn(contracts.map(({ from }) => from)),
    endsOn: dayColumn(contracts.map(({ to }) => to)),
    monthlyFee: floatColumn(contracts.map(({ fee }) => fee)),
  });
  return { ...base, contracts: table };
}

const copies = (count: number, contract: Contract): Contract[] =>
  Array.from({ length: count }, () => contract);
const ask = (
  tables: ReturnType<typeof contractsOf>,
  asOf: string,
  params: Partial<RenewalsParams> = {},
): RenewalsResult =>
  resultOf<RenewalsResult, (typeof spec)["params"]>(spec, compute, {
    tables,
    scope: scopeOf(asOf, "2009-01-01"),
    params,
  });

/** The paper's cohort: a thousand yearly contracts from 2010 on, seven renewals. */
function cohortOf({ actual_survival: shares }: Segment) {
  const left = shares.map((share) => Math.round(share * 1000));
  const gone = Array.from({ length: 7 }, (_, year) =>
    copies(left[year]! - left[year + 1]!, {
      from: "2010-01-01",
      to: `${2010 + year}-12-31`,
      fee: 10,
    }),
  );
  const there = copies(left[7]!, { from: "2010-01-01", to: "", fee: 10 });
  return contractsOf([...gone.flat(), ...there]);
}

describe.each(["regular", "highend"] as const)("renewals of the %s cohort", (name) => {
  const golden = segments[name];
  const result = ask(cohortOf(golden), "2017-06-30", { period: "year" });

  it("finds the published parameters (Fader & Hardie 2007; scipy)", () => {
    const { alpha, beta, logLikelihood } = result.headline;
    expect(alpha! / golden.alpha).toBeCloseTo(1, 5);
    expect(beta! / golden.beta).toBeCloseTo(1, 5);
    expect(logLikelihood! / golden.log_likelihood).toBeCloseTo(1, 8);
  });

  it("counts those asked and kept at each renewal", () => {
    const shares = golden.actual_survival;
    expect(result.steps.map(({ asked }) => asked)).toEqual(
      shares.slice(0, 7).map((share) => Math.round(share * 1000)),
    );
    expect(result.headline.retention1).toBeCloseTo(shares[1]!, 12);
    expect(result.steps.at(-1)!.staying).toBeCloseTo(shares[7]!, 12);
    result.steps.forEach(({ expected }, n) => {
      expect(expected! / golden.retention_1_to_12[n]!).toBeCloseTo(1, 5);
    });
  });

  it("values those who are there: fee × discounted periods, with an interval around it", () => {
    const { value, staying } = result;
    expect(value!.customers).toBe(staying);
    expect(value!.low!).toBeLessThan(value!.total);
    expect(value!.high!).toBeGreaterThan(value!.total);
    const more = ask(cohortOf(golden), "2017-06-30", { period: "year", discount: 0.2 });
    expect(more.value!.total).toBeLessThan(value!.total);
  });
});

describe("renewals", () => {
  it("finds the period from the contracts' own length", () => {
    const monthly = copies(40, { from: "2025-01-01", to: "2025-01-31" });
    const quarterly = copies(40, { from: "2025-01-01", to: "2025-03-31" });
    expect(ask(contractsOf(monthly), "2025-12-31").period).toBe("month");
    expect(ask(contractsOf(quarterly), "2025-12-31").period).toBe("quarter");
    expect(ask(cohortOf(segments.regular), "2017-06-30").period).toBe("year");
  });

  it("checks the model of a year ago against what happened since", () => {
    const { check } = ask(cohortOf(segments.regular), "2017-06-30", { period: "year" });
    // 262 were there in mid-2016, after six renewals; 241 renewed
    expect(check).toMatchObject({ asked: 262, kept: 241 });
    expect(check!.expected).toBeGreaterThan(check!.low);
    expect(check!.kept).toBeGreaterThan(check!.low);
    expect(check!.kept).toBeLessThan(check!.high);
  });

  it("counts leaving in mid-term as not renewing at its end", () => {
    const base = [
      ...copies(20, { from: "2020-01-01", to: "2021-05-31" }),
      ...copies(20, { from: "2020-01-01", to: "" }),
    ];
    const { steps } = ask(contractsOf(base), "2022-06-30", { period: "year" });
    expect(steps.map(({ asked, kept }) => [asked, kept])).toEqual([
      [40, 40],
      [40, 20],
    ]);
  });

  it("puts those first who are likely to go and have most to lose", () => {
    const base = [
      ...copies(40, { from: "2020-01-01", to: "2020-12-31", fee: 5 }),
      ...copies(14, { from: "2020-01-01", to: "2021-12-31", fee: 5 }),
      ...copies(6, { from: "2020-01-01", to: "2022-12-31", fee: 5 }),
      ...copies(30, { from: "2020-01-01", to: "", fee: 5 }),
      { from: "2024-09-01", to: "", fee: 5 },
      { from: "2020-01-01", to: "", fee: 500 },
    ];
    const { atStake, headline } = ask(contractsOf(base), "2024-12-31", { period: "year" });
    expect(atStake[0]).toMatchObject({ name: "C91", renewals: 5, fee: 6000 });
    expect(atStake[1]).toMatchObject({ name: "C90", renewals: 0 });
    expect(headline.residualValue).toBeGreaterThan(0);
  });

  it("says why there is no model, and shows what happened", () => {
    const few = ask(contractsOf(copies(5, { from: "2020-01-01", to: "2020-12-31" })), "2024-12-31");
    expect(few).toMatchObject({ gap: "few-customers", model: null, customers: 5 });
    expect(few.steps).toMatchObject([{ asked: 5, kept: 0 }]);
    const loyal = ask(contractsOf(copies(50, { from: "2020-01-01", to: "" })), "2024-12-31");
    expect(loyal).toMatchObject({ gap: "nobody-left", model: null, value: null });
    const fickle = copies(50, { from: "2020-01-01", to: "2020-12-31" });
    expect(ask(contractsOf(fickle), "2024-12-31").gap).toBe("nobody-renewed");
  });

  it("does not take silence for the end of a contract", () => {
    const orders = tablesOf([{ customer: "甲", on: "2024-01-05", amount: 1 }]);
    const { result } = answerOf<RenewalsResult, (typeof spec)["params"]>(spec, compute, {
      tables: orders,
      scope: scopeOf("2024-12-31"),
    });
    expect(result).toMatchObject({ kind: "answered", gap: "no-contracts", customers: 0 });
  });

  it("answers with the customers behind each renewal", () => {
    const { members } = answerOf<RenewalsResult, (typeof spec)["params"]>(spec, compute, {
      tables: contractsOf([
        ...copies(30, { from: "2020-01-01", to: "2020-12-31" }),
        ...copies(10, { from: "2020-01-01", to: "" }),
      ]),
      scope: scopeOf("2022-06-30"),
      params: { period: "year" },
    });
    expect(members("left-at:1")).toHaveLength(30);
    expect(members("asked:2")).toHaveLength(10);
    expect(members("left-at:2")).toBeNull();
    expect(members("asked:9")).toBeNull();
  });
});
