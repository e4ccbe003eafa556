import { describe, expect, it } from "vitest";
import { scopeOf } from "../../tests/support/tables";
import { ModelSayings } from "./model-sayings";
import type { CallContext } from "./serve";

const DAYS = scopeOf("2025-12-31");
const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };

function asked() {
  const calls: string[] = [];
  const sayings = new ModelSayings((analysis) => {
    calls.push(analysis);
    if (analysis === "whale") return Promise.resolve({});
    if (analysis === "health") return Promise.reject(new Error("broken"));
    return Promise.resolve({
      scores: { clv: Float64Array.of(1, NaN), aliveChance: new Float64Array(2) },
    });
  });
  return { calls, sayings };
}

describe("ModelSayings", () => {
  it("asks an analysis once for all of its scores, also when two questions come at once", async () => {
    const { calls, sayings } = asked();
    const both = await Promise.all([
      sayings.of(["clv"], DAYS, context),
      sayings.of(["aliveChance", "clv"], DAYS, context),
    ]);
    expect(calls).toEqual(["clv"]);
    expect([...both[1].keys()]).toEqual(["aliveChance", "clv"]);
    expect(both[0].get("clv")).toBe(both[1].get("clv"));
  });

  it("asks again for another day, and when the data have changed", async () => {
    const { calls, sayings } = asked();
    await sayings.of(["clv"], DAYS, context);
    await sayings.of(["clv"], scopeOf("2025-06-30"), context);
    sayings.forget();
    await sayings.of(["clv"], DAYS, context);
    expect(calls).toEqual(["clv", "clv", "clv"]);
  });

  it("has no column for what an analysis cannot say, and keeps no failure", async () => {
    const { calls, sayings } = asked();
    expect([...(await sayings.of(["netProfit"], DAYS, context)).keys()]).toEqual([]);
    await expect(sayings.of(["healthScore"], DAYS, context)).rejects.toThrow("broken");
    await expect(sayings.of(["healthScore"], DAYS, context)).rejects.toThrow("broken");
    expect(calls).toEqual(["whale", "health", "health"]);
  });

  it("keeps longest who was asked for last", async () => {
    const { calls, sayings } = asked();
    const day = (k: number) => scopeOf(DAYS.asOfDay - k);
    for (let k = 0; k < 12; k++) await sayings.of(["clv"], day(k), context);
    await sayings.of(["clv"], day(0), context);
    await sayings.of(["clv"], day(12), context);
    calls.length = 0;
    await sayings.of(["clv"], day(0), context);
    expect(calls).toEqual([]);
    await sayings.of(["clv"], day(1), context);
    expect(calls).toEqual(["clv"]);
  });

  it("gives a model up when the last call that waits for it is stopped, and learns it anew for the next", async () => {
    const signals: AbortSignal[] = [];
    const sayings = new ModelSayings((_analysis, _scope, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    const [one, other] = [new AbortController(), new AbortController()];
    const ask = ({ signal }: AbortController) =>
      sayings.of(["leaveChance"], DAYS, { ...context, signal });
    const [first, second] = [ask(one), ask(other)];
    one.abort();
    await expect(first).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    other.abort();
    await expect(second).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    void ask(new AbortController());
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});
