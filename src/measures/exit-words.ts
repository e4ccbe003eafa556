import type { ExitWords } from "../domain/churn-cause";
import { columnOf, textAt, type Table } from "../kernel/table/column";

/** Reads what a row of `exits` says of itself; blank where it does not. */
export function exitWordsReader(table: Table): (row: number) => ExitWords {
  const reader = (id: string): ((row: number) => string) => {
    const column = columnOf(table, id, "dictionary");
    return column === undefined ? () => "" : (row) => textAt(column, row)?.trim() ?? "";
  };
  const [group, reason, text] = [reader("reasonGroup"), reader("reasonCode"), reader("text")];
  const [initiative, intent] = [reader("initiative"), reader("intent")];
  const competitor = reader("competitor");
  return (row) => ({
    group: group(row),
    reason: reason(row),
    text: text(row),
    initiative: initiative(row),
    intent: intent(row),
    competitor: competitor(row),
  });
}
