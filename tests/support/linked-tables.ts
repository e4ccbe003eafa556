import type { Input } from "../../src/analyses/define";
import { MINUTES_PER_DAY } from "../../src/domain/moment";
import { MISSING_DAY, type Column, type Table } from "../../src/kernel/table/column";
import { day, floatColumn } from "./tables";

/** A table whose rows name these customers of `of`, as ingest links them. */
export function linkedTable(
  of: Input,
  customers: readonly string[],
  columns: Readonly<Record<string, Column>>,
): Table {
  const keys = of.customers.columns.get("key");
  const dictionary = keys?.kind === "dictionary" ? keys.dictionary : [];
  const codes = Uint32Array.from(customers, (name) => dictionary.indexOf(name));
  const length = customers.length;
  const customer: Column = { kind: "dictionary", length, codes, dictionary, validity: null };
  return {
    rowCount: length,
    columns: new Map([["customer", customer], ...Object.entries(columns)]),
  };
}

/** Days by their ISO text; the empty text is missing. */
export function dayColumn(isos: readonly string[]): Column {
  return {
    kind: "day",
    length: isos.length,
    values: Int32Array.from(isos, (iso) => (iso === "" ? MISSING_DAY : day(iso))),
    validity: null,
  };
}

/** Moments half an hour after midnight of these days. */
export const momentColumn = (isos: readonly string[]): Column =>
  floatColumn(isos.map((iso) => day(iso) * MINUTES_PER_DAY + 30));
