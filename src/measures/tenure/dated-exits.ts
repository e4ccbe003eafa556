import { isPartialWord } from "../../domain/lost-words";
import { columnOf, MISSING_CODE, MISSING_DAY, requiredColumn } from "../../kernel/table/column";
import type { Table } from "../../kernel/table/column";
import { daysOf, linkedTable, passingCodes } from "../cost-driver";

/** Exits with their days, row by row of the table of exits. */
export interface DatedExits {
  readonly table: Table;
  /** row of `customers`; MISSING_CODE where nobody is named */
  readonly customers: Uint32Array;
  /** MISSING_DAY where none is given */
  readonly days: Int32Array;
  /** the day on which the customer was won back; MISSING_DAY where it was not */
  readonly backOn: (row: number) => number;
  /** whether it says that the customer left with a part of its purchases alone */
  readonly isPartial: (row: number) => boolean;
}

/** The exits of the data; null without a table that names customers and dates them. O(words of the scope). */
export function datedExits(exits: Table | undefined): DatedExits | null {
  const table = linkedTable(exits);
  const days = table === null ? null : daysOf(table, "exitedOn");
  if (table === null || days === null) return null;
  const scopes = columnOf(table, "scope", "dictionary");
  const partial = passingCodes(scopes, isPartialWord);
  const wonBackOn = daysOf(table, "wonBackOn");
  return {
    table,
    customers: requiredColumn(table, "customer", "dictionary").codes,
    days,
    backOn: (row) => (wonBackOn === null ? MISSING_DAY : wonBackOn[row]!),
    isPartial: (row) => {
      const code = scopes === undefined ? MISSING_CODE : scopes.codes[row]!;
      return partial !== null && code !== MISSING_CODE && partial[code] === 1;
    },
  };
}
