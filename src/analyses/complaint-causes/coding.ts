import type { Bone, Origin, Side } from "../../domain/cause-words";
import {
  readCause,
  type CauseFacts,
  type CauseReadings,
  type ReadCause,
} from "../../domain/cause-readings";
import {
  columnOf,
  MISSING_CODE,
  type DictionaryColumn,
  type Table,
} from "../../kernel/table/column";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { numbersOf } from "../../measures/cost-driver";
import { LEVELS, type Level } from "./spec";

/** What each case is put down to; arrays by case. */
export interface Coding {
  readonly level: Level | null;
  /** words of the causes */
  readonly names: readonly string[];
  /** index into `names`, −1 where nobody said why */
  readonly causes: Int32Array;
  readonly bones: readonly Bone[];
  readonly sides: readonly Side[];
  readonly origins: readonly (Origin | null)[];
  /** loss plus compensation, NaN where neither is named */
  readonly money: Float64Array;
}

/**
 * Causes by the finest column that the table has a word in; bone, side and origin as the reader laid
 * them down, else by the table of words. O(cases × words).
 */
export function codingOf(cases: ComplaintCases, table: Table, readings: CauseReadings): Coding {
  const category = (id: string): DictionaryColumn | undefined => columnOf(table, id, "dictionary");
  const text = (column: DictionaryColumn | undefined, row: number): string | null => {
    const code = column === undefined ? MISSING_CODE : column.codes[row]!;
    return code === MISSING_CODE ? null : column!.dictionary[code]!;
  };
  const level = LEVELS.find((id) => cases.rows.some((row) => text(category(id), row) !== null));
  const named = level === undefined ? undefined : category(level);
  const columns = {
    cause: category("cause"),
    group: category("causeGroup"),
    kind: category("complaintKind"),
    responsible: category("responsible"),
  };
  const loss = numbersOf(table, "lossAmount");
  const paid = numbersOf(table, "compensation");
  const known = remembered(readings);
  const coded = Array.from(cases.rows, (row) =>
    known({
      cause: text(columns.cause, row),
      group: text(columns.group, row),
      kind: text(columns.kind, row),
      responsible: text(columns.responsible, row),
      counted: text(named, row),
    }),
  );
  return {
    level: level ?? null,
    names: named === undefined ? [] : named.dictionary,
    causes: Int32Array.from(cases.rows, (row) => {
      const code = named === undefined ? MISSING_CODE : named.codes[row]!;
      return code === MISSING_CODE ? -1 : code;
    }),
    bones: coded.map(({ bone }) => bone),
    sides: coded.map(({ side }) => side),
    origins: coded.map(({ origin }) => origin),
    money: Float64Array.from(cases.rows, (row) => {
      const parts = [loss, paid].flatMap((values) => {
        const amount = values === null ? NaN : values[row]!;
        return Number.isNaN(amount) ? [] : [amount];
      });
      return parts.length === 0 ? NaN : parts.reduce((sum, amount) => sum + amount, 0);
    }),
  };
}

/** Thousands of cases have a handful of words: each set of them is looked up once. */
function remembered(readings: CauseReadings): (facts: CauseFacts) => ReadCause {
  const known = new Map<string, ReadCause>();
  return (facts) => {
    const key = JSON.stringify(Object.values(facts));
    let codes = known.get(key);
    if (codes === undefined) {
      codes = readCause(facts, readings);
      known.set(key, codes);
    }
    return codes;
  };
}

/** Places of the cases by a key; cases without one are left out. */
export function placesBy<K>(
  n: number,
  keyOf: (place: number) => K | null,
): ReadonlyMap<K, readonly number[]> {
  const places = new Map<K, number[]>();
  for (let i = 0; i < n; i++) {
    const key = keyOf(i);
    if (key === null) continue;
    const known = places.get(key);
    if (known === undefined) places.set(key, [i]);
    else known.push(i);
  }
  return places;
}

/** How many customers these cases name. */
export function customersAt(cases: ComplaintCases, places: readonly number[]): number {
  const rows = new Set<number>();
  for (const place of places) if (cases.customers[place]! >= 0) rows.add(cases.customers[place]!);
  return rows.size;
}

/** The cause of a case, or null. */
export const causeAt = ({ causes, names }: Coding, place: number): string | null =>
  causes[place]! < 0 ? null : names[causes[place]!]!;
