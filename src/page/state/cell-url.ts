import { analysisSpec } from "../../analyses/index";
import { paramKey } from "../../analyses/params";
import type { CellRef } from "../../queries/types";
import type { ParamRecord } from "../../workers/protocol";
import { readParams } from "./analysis.svelte";

/**
 * The query of the Customers page for the customers behind a mark: `cell=pareto:a` and the parameters of that analysis under
 * their usual keys (`pareto.basis`). For `route.href("customers", { query })`.
 */
export function cellQuery(
  analysis: string,
  cell: string,
  params: ParamRecord,
): Record<string, string> {
  const query: Record<string, string> = { cell: `${analysis}:${cell}` };
  const spec = analysisSpec(analysis);
  for (const [name, value] of Object.entries(params)) {
    query[spec === undefined ? `${analysis}.${name}` : paramKey(spec, name)] = String(value);
  }
  return query;
}

/** The cell that an address names, or null; a hash is foreign text, so an unknown analysis is no cell. */
export function readCell(query: ReadonlyMap<string, string>): CellRef | null {
  const [id = "", ...rest] = (query.get("cell") ?? "").split(":");
  const spec = analysisSpec(id);
  const cell = rest.join(":");
  if (spec === undefined || cell === "") return null;
  return { analysis: id, params: readParams(spec, query), cell };
}
