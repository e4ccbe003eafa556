import { describe, expect, it } from "vitest";
import { scopeOf } from "../../tests/support/tables";
import { ModelSayings } from "./model-sayings";

const DAYS = scopeOf("2025-12-31");

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
      sayings.of(["clv"], DAYS),
      sayings.of(["aliveChance", "clv"], DAYS),
    ]);
    expect(calls).toEqual(["clv"]);
    expect([...both[1].keys()]).toEqual(["aliveChance", "clv"]);
    expect(both[0].get("clv")).toBe(both[1].get("clv"));
  });

  it("asks again for another day, and when the data have changed", async () => {
    const { calls, sayings } = asked();
    await sayings.of(["clv"], DAYS);
    await sayings.of(["clv"], scopeOf("2025-06-30"));
    sayings.forget();
    await sayings.of(["clv"], DAYS);
    expect(calls).toEqual(["clv", "clv", "clv"]);
  });

  it("has no column for what an analysis cannot say, and keeps no failure", async () => {
    const { calls, sayings } = asked();
    expect([...(await sayings.of(["netProfit"], DAYS)).keys()]).toEqual([]);
    await expect(sayings.of(["healthScore"], DAYS)).rejects.toThrow("broken");
    await expect(sayings.of(["healthScore"], DAYS)).rejects.toThrow("broken");
    expect(calls).toEqual(["whale", "health", "health"]);
  });
});
