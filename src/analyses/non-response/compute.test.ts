import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { drained } from "../../../tests/support/drained";
import { expectClose } from "../../../tests/support/expect-close";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import type { Feature } from "../../kernel/learn/feature";
import type { Input } from "../define";
import compute from "./compute";
import { reasonOf } from "./groups";
import spec, { type ResponseGroup } from "./spec";
import { weightedMeans, weighting } from "./weighting";

const numberFeature = (id: string, values: number[]): Feature => ({
  kind: "number",
  id,
  values: Float64Array.from(values),
});

describe("weighting", () => {
  const rows = Array.from({ length: 60 }, (_, i) => i);
  const first = rows.map((i) => (i * 7) % 13);
  const second = rows.map((i) => (i * i) % 11);
  const hasAnswered = Uint8Array.from(rows, (i) =>
    (i * 5 + 3) % 17 < 5 + first[i]! * 0.6 ? 1 : 0,
  );
  const values = Float64Array.from(rows, (i) => ((i * 3) % 5) + 1);
  const features = [numberFeature("a", first), numberFeature("b", second)];

  it("agrees with Newton's method in NumPy 2.4.6, and the errors with a numerical sandwich", () => {
    const made = drained(weighting({ features, hasAnswered, mostWeight: 50 }));
    const { fit, largest } = made;
    expectClose(fit.weights[0]!, 0.4023966352128629, { rel: 1e-9 });
    expectClose(fit.weights[1]!, 0.0372566270557842, { rel: 1e-9 });
    expectClose(fit.intercept, 0.13867359620834094, { rel: 1e-9 });
    expectClose(largest, 1.451942249561138, { rel: 1e-9 });
    const means = weightedMeans(made, hasAnswered, values);
    expectClose(means.raw, 2.96875, { rel: 1e-12 });
    expectClose(means.weighted, 2.969290800710115, { rel: 1e-9 });
    expectClose(means.effective, 30.83574880787988, { rel: 1e-9 });
    expectClose(means.rawError, 0.24400777632122772, { rel: 1e-6 });
    expectClose(means.weightedError, 0.24855809577529533, { rel: 1e-6 });
    expectClose(means.differenceError, 0.06237025219597401, { rel: 1e-5 });
  });

  it("is the number asked over the number answered of each group, when groups are all that is known", () => {
    const codes = Int32Array.from({ length: 300 }, (_, i) => (i < 100 ? 0 : 1));
    // 80 of 100 and 50 of 200 answer; they say 5 and 2.
    const has = Uint8Array.from({ length: 300 }, (_, i) =>
      i < 80 || (i >= 100 && i < 150) ? 1 : 0,
    );
    const group: Feature = { kind: "category", id: "g", codes, levels: ["大", "小"] };
    const task = { features: [group], hasAnswered: has, mostWeight: 50, penalty: 1e-7 };
    const made = drained(weighting(task));
    expectClose(made.weights[100]! / made.weights[0]!, 4 / 1.25, { rel: 1e-6 });
    const said = Float64Array.from(codes, (code) => (code === 0 ? 5 : 2));
    const means = weightedMeans(made, has, said);
    expectClose(means.raw, 500 / 130, { rel: 1e-12 });
    // post-stratification: (100 × 5 + 200 × 2) / 300
    expectClose(means.weighted, 3, { rel: 1e-6 });
  });

  it("cuts weights at the cap, keeps their mean at 1, and says how many", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const rng = seededRng(seed);
        const trait = Array.from({ length: 200 }, () => rng.next() * 6 - 3);
        const has = Uint8Array.from(trait, (x) => (rng.next() < 1 / (1 + Math.exp(2 - x)) ? 1 : 0));
        if (has.every((one) => one === 0)) return;
        const task = { features: [numberFeature("x", trait)], hasAnswered: has, mostWeight: 2 };
        const { weights, isTrimmed, trimmed } = drained(weighting(task));
        const own = [...weights].filter((_, i) => has[i] === 1);
        expectClose(
          own.reduce((a, b) => a + b, 0),
          own.length,
          { rel: 1e-9 },
        );
        expect(isTrimmed.reduce((a, b) => a + b, 0)).toBe(trimmed);
        const most = Math.max(...own);
        own.forEach((weight) => expect(weight).toBeGreaterThan(0));
        weights.forEach((weight, i) => {
          if (isTrimmed[i] === 1) expectClose(weight, most, { rel: 1e-9 });
        });
      }),
    );
  });
});

/** One customer in two is small. Small ones answer with `rate`, large ones nearly always; they give `low` and 5. */
function survey(of: { readonly rate: number; readonly low: number; readonly n: number }, seed = 7) {
  const rng = seededRng(seed);
  const lines: Line[] = [];
  const answers: TestAnswer[] = [];
  for (let i = 0; i < of.n; i++) {
    const customer = `客户${i}`;
    const isSmall = rng.next() < 0.5;
    const orders = isSmall ? 1 + rng.below(3) : 8 + rng.below(6);
    for (let k = 0; k < orders; k++) {
      const on = `2025-0${1 + rng.below(9)}-1${rng.below(9)}`;
      lines.push({ customer, on, amount: (isSmall ? 100 : 2000) * (0.5 + rng.next()) });
    }
    if (rng.next() > (isSmall ? of.rate : 0.8)) continue;
    const score = (isSmall ? of.low : 4) + rng.below(2);
    answers.push({ customer, on: "2025-10-10", question: "总体", kind: "csat", score });
  }
  return { lines, answers };
}
function tablesFrom({ lines, answers }: ReturnType<typeof survey>): Input {
  const tables = tablesOf(lines);
  return { ...tables, surveys: surveyTable(tables, answers) };
}
const SCOPE = scopeOf("2025-12-31");
const found = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

describe("non-response", () => {
  it("finds the planted silence of small customers, and says the raw score is too kind", () => {
    const result = found(tablesFrom(survey({ rate: 0.2, low: 2, n: 2000 })));
    expect(result.verdict).toBe("kind");
    // everybody's mean is (2.5 + 4.5) / 2; the answers alone are 0.2 × 2.5 to 0.8 × 4.5
    expect(result.headline.low).toBeLessThan(3.5);
    expect(result.headline.high).toBeGreaterThan(3.5);
    expect(result.headline.raw).toBeGreaterThan(4);
    expect(result.balance.weighted).toBeLessThan(result.balance.raw / 4);
    const { label, side } = result.groups[result.reason!]!;
    expect([label, side]).toEqual(["c", "less"]);
    expect(result.traits.find(({ id }) => id === "orders")!.odds!.low).toBeGreaterThan(1);
  });

  it("leaves the score where it was when answering is at random, and claims a difference in about one of twenty", () => {
    let claims = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const result = found(tablesFrom(survey({ rate: 0.8, low: 2, n: 300 }, seed)));
      expect(Math.abs(result.headline.difference)).toBeLessThan(0.15);
      if (result.verdict !== "none") claims++;
    }
    expect(claims).toBeLessThan(9);
  });

  it("has the errors of a bootstrap of the whole procedure", () => {
    const made = survey({ rate: 0.35, low: 2, n: 400 }, 5);
    const once = found(tablesFrom(made));
    const rng = seededRng(99);
    const names = [...new Set(made.lines.map(({ customer }) => customer))];
    const linesOf = new Map<string, Line[]>();
    for (const line of made.lines) {
      linesOf.set(line.customer, [...(linesOf.get(line.customer) ?? []), line]);
    }
    const answerFrom = new Map(made.answers.map((answer) => [answer.customer, answer]));
    const drawn = Array.from({ length: 120 }, () => {
      const lines: Line[] = [];
      const answers: TestAnswer[] = [];
      names.forEach((_, copy) => {
        const name = names[rng.below(names.length)]!;
        const customer = `${name}#${copy}`;
        for (const line of linesOf.get(name)!) lines.push({ ...line, customer });
        const answer = answerFrom.get(name);
        if (answer !== undefined) answers.push({ ...answer, customer });
      });
      return found(tablesFrom({ lines, answers })).headline;
    });
    const spreadOf = (values: number[]): number => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
    };
    const { headline } = once;
    const own = (headline.high - headline.low) / (2 * 1.96);
    const ownDifference = (headline.differenceHigh - headline.differenceLow) / (2 * 1.96);
    const ratio = own / spreadOf(drawn.map(({ weighted }) => weighted));
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
    const other = ownDifference / spreadOf(drawn.map(({ difference }) => difference));
    expect(other).toBeGreaterThan(0.8);
    expect(other).toBeLessThan(1.25);
  });

  it("counts the recommendation in points, by the latest answer of each customer", () => {
    const names = Array.from({ length: 60 }, (_, i) => `n${i}`);
    const tables = tablesOf(names.map((customer) => ({ customer, on: "2025-03-01", amount: 10 })));
    const asked = { question: "推荐", kind: "nps", scale: [0, 10] } as const;
    const answers: TestAnswer[] = names.slice(0, 40).map((customer, i) => ({
      ...asked,
      customer,
      on: "2025-05-01",
      score: i < 20 ? 9 : 6,
    }));
    answers.push({ ...asked, customer: "n0", on: "2025-04-01", score: 0 });
    answers.push({ ...asked, on: "2025-04-01", score: 0 });
    answers.push({ ...asked, customer: "n50", on: "2025-04-01" });
    const input = { ...tables, surveys: surveyTable(tables, answers) };
    const result = found(input);
    expect(result.headline).toMatchObject({ asked: 60, answered: 40, raw: 0 });
    expect(result.missing).toMatchObject({ earlier: 1, unlinked: 1, outside: 0 });
    const listed = answerOf(spec, compute, {
      tables: input,
      scope: SCOPE,
      params: { asked: "listed" },
    });
    expect(listed.result).toMatchObject({ code: "too-few-silent", have: 1 });
  });

  it("opens those that answered and those that did not, also of a group of a column", () => {
    const made = survey({ rate: 0.3, low: 2, n: 200 });
    const tables = tablesFrom(made);
    const region = textColumn(
      Array.from({ length: tables.customers.rowCount }, (_, i) =>
        i % 3 === 0 ? undefined : `R${i % 3}`,
      ),
    );
    const customers = {
      ...tables.customers,
      columns: new Map([...tables.customers.columns, ["region", region]]),
    };
    const question = { tables: { ...tables, customers }, scope: SCOPE, params: { by: "region" } };
    const { result, members } = answerOf(spec, compute, question);
    if (result.kind !== "answered") throw new Error("refused");
    expect(result.groups.map(({ label }) => label)).toEqual(["R1", "R2", null]);
    result.groups.forEach(({ asked, answered }, i) => {
      expect(members(`voice-group:${i}`)).toHaveLength(answered);
      expect(members(`voice-silent:${i}`)).toHaveLength(asked - answered);
    });
    expect(members("voice:silent")!.length + members("voice:answered")!.length).toBe(200);
    expect(members("voice-group:3")).toBeNull();
    expect(members("voice-group:x")).toBeNull();
  });

  it("refuses without a question, without customers in the answers, with few answers and with hardly anybody silent", () => {
    const codeOf = (tables: Input) => answerOf(spec, compute, { tables, scope: SCOPE }).result;
    const made = survey({ rate: 0.3, low: 2, n: 100 });
    expect(codeOf(tablesOf(made.lines))).toMatchObject({ code: "no-question" });
    const nameless = made.answers.map(({ customer: _, ...answer }) => answer);
    expect(codeOf(tablesFrom({ ...made, answers: nameless }))).toMatchObject({
      code: "no-customers",
    });
    const few = { ...made, answers: made.answers.slice(0, 12) };
    expect(codeOf(tablesFrom(few))).toMatchObject({ code: "too-few-answered", have: 12 });
  });
});

describe("reasonOf", () => {
  const line = (label: string | null, more: Partial<ResponseGroup>): ResponseGroup => ({
    label,
    asked: 100,
    answered: 20,
    ratio: 0.2,
    low: 0.1,
    high: 0.3,
    score: 3,
    side: "less",
    rawShare: 0.2,
    weightedShare: 0.5,
    ...more,
  });

  it("is the group that pulls most the way of the difference; one that answers like all is none", () => {
    expect(reasonOf([line("a", {}), line("b", { score: 2 })], 4, 0.5)).toBe(1);
    expect(reasonOf([line("a", { side: "alike" }), line(null, {})], 4, 0.5)).toBeNull();
    expect(reasonOf([line("a", {})], 4, -0.5)).toBeNull();
  });
});
