import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../analyses/index";
import { resolveParams } from "../../analyses/params";
import { cellQuery, readCell } from "./cell-url";

describe("the address of the customers behind a mark", () => {
  it("gives the cell and its parameters back for every analysis", () => {
    for (const spec of ANALYSES) {
      const params = resolveParams(spec.params, {});
      const query = new Map(Object.entries(cellQuery(spec.id, "flow:new:retain", params)));
      expect(readCell(query)).toEqual({ analysis: spec.id, params, cell: "flow:new:retain" });
    }
  });

  it("is no cell when the analysis is unknown or nothing is named", () => {
    expect(readCell(new Map([["cell", "nonsense:a"]]))).toBeNull();
    expect(readCell(new Map([["cell", "pareto:"]]))).toBeNull();
    expect(readCell(new Map())).toBeNull();
  });
});
