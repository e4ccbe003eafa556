import { describe, expect, it } from "vitest";
import { loadCompute } from "../../src/analyses/computes";
import type { Answer } from "../../src/analyses/define";
import { analysisSpec } from "../../src/analyses/index";
import { resolveParams } from "../../src/analyses/params";
import { MODEL_SCORES, type ModelScore } from "../../src/domain/segment-rule";
import { finished } from "../support/answers";
import { ambientOf, scopeOf, tablesOf } from "../support/tables";
import { orderLines } from "./gauntlet";
import { withSideTables } from "./side-tables";

/** Cells of the same analysis that hold exactly the customers with a score within some bounds. */
const SAME: Readonly<
  Record<ModelScore, readonly (readonly [string, (value: number) => boolean])[]>
> = {
  clv: [["all", () => true]],
  aliveChance: Array.from({ length: 10 }, (_, bin) => [
    `alive:${String(bin)}`,
    (value: number) => Math.min(9, Math.floor(value * 10)) === bin,
  ]),
  leaveChance: Array.from({ length: 10 }, (_, bin) => [
    `chance:${String(bin)}`,
    (value: number) => Math.min(9, Math.floor(value * 10)) === bin,
  ]),
  healthScore: Array.from({ length: 10 }, (_, bin) => [
    `health-score:${String(bin)}`,
    (value: number) => Math.min(9, Math.floor(value / 10)) === bin,
  ]),
  coreScore: [["core", (value) => value >= 75]],
  netProfit: [
    ["all", () => true],
    ["earning", (value) => value > 0],
    ["loss", (value) => value < 0],
  ],
  // No cell opens it: what drivers say of it is tested with the analysis.
  serveCost: [],
};

describe("scores for rules of segments", () => {
  it.each(Object.keys(MODEL_SCORES) as ModelScore[])(
    "%s keeps the customers that the cells of its analysis open",
    async (score) => {
      const spec = analysisSpec(MODEL_SCORES[score])!;
      const compute = (await loadCompute(spec.id))!;
      const tables = withSideTables(tablesOf(orderLines(6000, 400, 3)), spec);
      const ambient = ambientOf(tables, scopeOf(20453));
      const params = resolveParams(spec.params, { replicates: 0 });
      const answer: Answer<unknown> = finished(compute(tables, params as never, ambient));
      const values = answer.scores?.[score];
      expect(values?.some((value) => !Number.isNaN(value))).toBe(true);
      for (const [cell, isKept] of SAME[score]) {
        const rows = [...(values ?? [])].flatMap((value, row) =>
          !Number.isNaN(value) && isKept(value) ? [row] : [],
        );
        const members = answer.members(cell);
        expect(members === null ? [] : [...members], cell).toEqual(rows);
      }
    },
  );
});
