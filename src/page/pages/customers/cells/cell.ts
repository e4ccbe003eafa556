import { readPeriodKey } from "../../../../domain/period-key";
import type { Format } from "../../../../i18n/format";
import type { Messages } from "../../../../i18n/messages";

/** The words and formats of one language. */
export interface CellWords {
  readonly t: Pick<Messages, "analysis" | "customers">;
  readonly format: Format;
}

/** Which customers a cell holds, in words; null for a cell that belongs to others. */
export type CellName = (words: CellWords, cell: string) => string | null;

/** A cell at its colons; what is not there is "". */
export function partsOf(cell: string): readonly [kind: string, first: string, second: string] {
  const [kind = "", first = "", second = ""] = cell.split(":");
  return [kind, first, second];
}

/** The word of a list for an id that came from an address; null when it has none. */
export function own(names: Readonly<Record<string, string>>, id: string): string | null {
  return Object.hasOwn(names, id) ? (names[id] ?? null) : null;
}

export function periodWords({ format }: CellWords, key: string): string | null {
  const period = readPeriodKey(key);
  return period === null ? null : format.periodName(period);
}
