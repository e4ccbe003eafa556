import type { Entity } from "../domain/entities";
import type { StoredColumn } from "../domain/generation";
import type { Needs } from "../domain/readiness";
import type { ColumnsOf, ParamSpec, ParamSpecs } from "./define";

/** Between ids in a `columns` parameter; no header that a person types holds it. */
const SEPARATOR = "\u001e";

/** A parameter that names columns. */
export type ColumnParam = Extract<ParamSpec, { kind: "column" | "columns" }>;

/** The ids in the value of a `column` or `columns` parameter, in the order chosen. */
export function columnIdsOf(value: string): readonly string[] {
  return value === "" ? [] : value.split(SEPARATOR);
}

/** The value of a `columns` parameter that names these. */
export function columnsValue(ids: readonly string[]): string {
  return ids.join(SEPARATOR);
}

/** The columns that a parameter may name, in the order of the file. */
export function acceptedColumns(spec: ColumnParam, columnsOf: ColumnsOf): readonly StoredColumn[] {
  return columnsOf(spec.entity).filter(({ fieldKind }) => spec.accepts.includes(fieldKind));
}

/**
 * The columns that the parameters of an analysis name.
 *
 * @param params  resolved; a column that the data do not have or that is of another kind is left out
 */
export function paramNeeds(
  specs: ParamSpecs,
  params: Readonly<Record<string, unknown>>,
  columnsOf: ColumnsOf,
): Needs {
  const needs: Partial<Record<Entity, readonly string[]>> = {};
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.kind !== "column" && spec.kind !== "columns") continue;
    const chosen = columnIdsOf(String(params[name]));
    const accepted = acceptedColumns(spec, columnsOf).map(({ id }) => id);
    const isAll = spec.kind === "columns" && spec.empty === "all" && chosen.length === 0;
    const ids = isAll ? accepted : accepted.filter((id) => chosen.includes(id));
    needs[spec.entity] = [...(needs[spec.entity] ?? []), ...ids];
  }
  return needs;
}

/** Of the columns of customers that parameters name, the segments that already know what became of a customer; their names. */
export function namesKnowingToday(columnsOf: ColumnsOf, ids: readonly string[]): readonly string[] {
  const knows = ({ id, knowsToday }: StoredColumn): boolean =>
    knowsToday === true && ids.includes(id);
  return columnsOf("customers").flatMap((column) => (knows(column) ? [column.label] : []));
}
