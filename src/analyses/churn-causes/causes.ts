import {
  CHURN_CAUSES,
  INITIATIVES,
  SWITCHING_REASONS,
  type ExitWords,
} from "../../domain/churn-cause";
import { compensatedSum } from "../../kernel/stats/sum";
import { isMissing, MISSING_CODE, type Column } from "../../kernel/table/column";
import type { LostCustomer } from "./exit-facts";
import type { CauseLevel, LevelLine, WordLine } from "./spec";

/** A cause as a code of the level, or as the word of the data; "" = nobody knows. */
export interface Cause {
  readonly code: string;
  readonly kind: "known" | "given" | "rest";
  /** slots of the customers that it took */
  readonly slots: readonly number[];
}

const MOST_CAUSES = 8;
const MOST_LINES = 12;
const UNKNOWN = "unknown";

/** The cause of an exit at a level; "unknown" where it says nothing. */
function causeAt({ words, reading }: LostCustomer, level: CauseLevel): string {
  if (words === null || reading === null) return UNKNOWN;
  switch (level) {
    case "cause":
      return reading.cause;
    case "initiative":
      return reading.initiative;
    case "switching":
      return reading.switching;
    case "given": {
      const said = [words.group, words.reason].find((word) => word !== "");
      return said ?? UNKNOWN;
    }
  }
}

const CODES: Readonly<Record<CauseLevel, readonly string[]>> = {
  cause: CHURN_CAUSES,
  initiative: INITIATIVES,
  switching: SWITCHING_REASONS,
  given: [],
};

/** The causes of the exits, most customers first, unknown last. */
export function causesOfExits(lost: readonly LostCustomer[], level: CauseLevel): Cause[] {
  const label = lost.map((one) => causeAt(one, level));
  return collected(
    lost.map(({ slot }) => slot),
    label,
    level === "given" ? "given" : "known",
  ).filter(({ code, slots }) => slots.length > 0 || CODES[level].includes(code));
}

/** The causes that a column of the customer table names. */
export function causesOfColumn(
  lost: readonly LostCustomer[],
  column: Column,
  customers: Uint32Array,
): Cause[] {
  const slots = lost.map(({ slot }) => slot);
  const label = slots.map((slot) => textOf(column, customers[slot]!));
  return collected(slots, label, "given");
}

/** The causes that the codes 1, 2 … of the event column are. */
export function causesOfCodes(lost: readonly LostCustomer[], outcomes: Uint8Array): Cause[] {
  const slots = lost.map(({ slot }) => slot);
  return collected(
    slots,
    slots.map((slot) => String(outcomes[slot])),
    "given",
  );
}

function textOf(column: Column, row: number): string {
  if (isMissing(column, row)) return UNKNOWN;
  if (column.kind !== "dictionary") {
    const value = column.values[row]!;
    return Number.isNaN(value) ? UNKNOWN : String(value);
  }
  const code = column.codes[row]!;
  return code === MISSING_CODE ? UNKNOWN : column.dictionary[code]!;
}

function collected(
  slots: readonly number[],
  labels: readonly string[],
  kind: "known" | "given",
): Cause[] {
  const found = new Map<string, number[]>();
  slots.forEach((slot, i) => {
    const label = labels[i]!;
    const known = found.get(label);
    if (known === undefined) found.set(label, [slot]);
    else known.push(slot);
  });
  const unknown = found.get(UNKNOWN);
  found.delete(UNKNOWN);
  const sorted = [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const most = sorted.length > MOST_CAUSES ? MOST_CAUSES - 1 : sorted.length;
  const rest = sorted.slice(most).flatMap(([, list]) => list);
  return [
    ...sorted.slice(0, most).map(([code, list]): Cause => ({ code, kind, slots: list })),
    ...(rest.length > 0 ? [{ code: "rest", kind: "rest", slots: rest } as const] : []),
    ...(unknown === undefined ? [] : [{ code: UNKNOWN, kind: "known", slots: unknown } as const]),
  ];
}

/** Money of some lost customers; null where it is not known of any of them. */
export function moneyOf(lost: readonly LostCustomer[], isKnown: boolean): number | null {
  if (!isKnown) return null;
  const known = lost.map(({ money }) => money).filter((money) => !Number.isNaN(money));
  return known.length === 0 && lost.length > 0 ? null : compensatedSum(known);
}

export interface WordGroup extends WordLine {
  readonly slots: readonly number[];
}

/** Lost customers by a word of their exit, most first; at most twelve. */
export function wordGroups(
  lost: readonly LostCustomer[],
  wordOf: (words: ExitWords) => string,
  hasMoney: boolean,
): WordGroup[] {
  const found = new Map<string, LostCustomer[]>();
  for (const one of lost) {
    const word = one.words === null ? "" : wordOf(one.words);
    if (word === "") continue;
    const known = found.get(word);
    if (known === undefined) found.set(word, [one]);
    else known.push(one);
  }
  return [...found]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, MOST_LINES)
    .map(([name, list]) => ({
      name,
      customers: list.length,
      money: moneyOf(list, hasMoney),
      slots: list.map(({ slot }) => slot),
    }));
}

export interface LevelGroup extends LevelLine {
  readonly slots: readonly number[];
}

/** By whose wish, and for what cause; in the order of both lists. */
export function levelGroups(lost: readonly LostCustomer[], hasMoney: boolean): LevelGroup[] {
  const told = lost.flatMap((one) => (one.reading === null ? [] : [{ one, reading: one.reading }]));
  return INITIATIVES.flatMap((initiative) =>
    CHURN_CAUSES.flatMap((cause): LevelGroup[] => {
      const list = told
        .filter(({ reading }) => reading.initiative === initiative && reading.cause === cause)
        .map(({ one }) => one);
      if (list.length === 0) return [];
      const slots = list.map(({ slot }) => slot);
      const money = moneyOf(list, hasMoney);
      return [{ initiative, cause, customers: list.length, money, slots }];
    }),
  );
}
