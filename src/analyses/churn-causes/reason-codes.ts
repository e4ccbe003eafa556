import {
  CHURN_CAUSES,
  INITIATIVES,
  SWITCHING_REASONS,
  type ExitWords,
} from "../../domain/churn-cause";
import {
  NO_REASON_READINGS,
  readExit,
  reasonKey,
  reasonTextOf,
  type ReadExit,
  type ReasonReadings,
} from "../../domain/exit-reasons";
import { hasBit } from "../../kernel/table/bitset";
import { MISSING_CODE, MISSING_DAY, requiredColumn } from "../../kernel/table/column";
import { daysOf, linkedTable } from "../../measures/cost-driver";
import { exitWordsReader } from "../../measures/exit-words";
import type { Ambient, Input, Progress } from "../define";
import type { ReasonCode, ReasonCodes, ToldReading } from "./spec";

const MOST_CODES = 200;
const ROWS_A_SLICE = 4096;

/** The reasons as the exits have them, and the customers of each. */
export interface FoundCodes {
  readonly codes: ReasonCodes;
  /** rows of `customers`, ascending; one list a line */
  readonly members: readonly Uint32Array[];
}

const NO_CODES: FoundCodes = { codes: { lines: [], more: 0, silent: 0 }, members: [] };

/**
 * Every reason that the exits give, with what our rules make of it and what counts.
 *
 * @param input   `exits` that name customers; parts of a purchase and exits that were won back give reasons too
 * @returns what says least to the rules first, then most customers; at most 200. `silent`: customers none of whose exits gives a reason
 *
 * O(exits × rules), once for each wording; sliced.
 */
export function* reasonCodes(
  input: Input,
  { scope, customerRows, reasonReadings }: Ambient,
): Generator<Progress, FoundCodes, void> {
  const table = linkedTable(input.exits);
  const exitedOn = table === null ? null : daysOf(table, "exitedOn");
  if (table === null || exitedOn === null) return NO_CODES;
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const wordsOf = exitWordsReader(table);
  const found = new Map<string, Tally>();
  const silent = new Set<number>();
  const speaking = new Set<number>();
  const readerOf = rememberedReader(reasonReadings);
  for (let row = 0; row < codes.length; row++) {
    if (row % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield { done: (0.1 * row) / codes.length };
    const customer = codes[row]!;
    if (customer === MISSING_CODE || customer >= input.customers.rowCount) continue;
    if (customerRows !== null && !hasBit(customerRows, customer)) continue;
    if (exitedOn[row] === MISSING_DAY || exitedOn[row]! > scope.asOfDay) continue;
    const words = wordsOf(row);
    const text = reasonTextOf(words);
    const key = reasonKey(text);
    (key === "" ? silent : speaking).add(customer);
    if (key === "") continue;
    const tally = found.get(key) ?? newTally();
    found.set(key, tally);
    tally.customers.add(customer);
    count(tally.names, text);
    const { ruled, read } = readerOf(words);
    add(tally.ruled, ruled);
    add(tally.read, read);
  }
  const sorted = [...found]
    .map(([key, tally]) => ({ line: lineOf(key, tally), customers: tally.customers }))
    .sort((a, b) => before(a.line, b.line));
  const shown = sorted.slice(0, MOST_CODES);
  return {
    codes: {
      lines: shown.map(({ line }) => line),
      more: sorted.length - shown.length,
      silent: [...silent].filter((customer) => !speaking.has(customer)).length,
    },
    members: shown.map(({ customers }) => Uint32Array.from(customers).sort()),
  };
}

type Counts = Map<string, number>;

interface Told {
  readonly initiatives: Counts;
  readonly causes: Counts;
  readonly switching: Counts;
}

interface Tally {
  readonly customers: Set<number>;
  /** by spelling */
  readonly names: Counts;
  readonly ruled: Told;
  readonly read: Told;
}

const newTold = (): Told => ({ initiatives: new Map(), causes: new Map(), switching: new Map() });

const newTally = (): Tally => ({
  customers: new Set(),
  names: new Map(),
  ruled: newTold(),
  read: newTold(),
});

function count(counts: Counts, code: string): void {
  const known = counts.get(code);
  counts.set(code, known === undefined ? 1 : known + 1);
}

function add(told: Told, { initiative, cause, switching }: ReadExit): void {
  count(told.initiatives, initiative);
  count(told.causes, cause);
  count(told.switching, switching);
}

interface BothReadings {
  readonly ruled: ReadExit;
  readonly read: ReadExit;
}

/** Exits of one wording are read once. */
function rememberedReader(readings: ReasonReadings): (words: ExitWords) => BothReadings {
  const known = new Map<string, BothReadings>();
  return (words) => {
    const wording = JSON.stringify(words);
    const before = known.get(wording);
    if (before !== undefined) return before;
    const both = {
      ruled: readExit(words, NO_REASON_READINGS),
      read: readExit(words, readings),
    };
    known.set(wording, both);
    return both;
  };
}

/** Codes by how many exits they are of; alike in the order of their list, whatever the order of rows. */
function mostFirst<Code extends string>(counts: Counts, codes: readonly Code[]): readonly Code[] {
  const times = (code: Code): number => counts.get(code) ?? -1;
  return codes.filter((code) => counts.has(code)).sort((a, b) => times(b) - times(a));
}

const readingOf = ({ initiatives, causes, switching }: Told): ToldReading => ({
  initiatives: mostFirst(initiatives, INITIATIVES),
  causes: mostFirst(causes, CHURN_CAUSES),
  switching: mostFirst(switching, SWITCHING_REASONS),
});

function lineOf(key: string, { customers, names, ruled, read }: Tally): ReasonCode {
  const [name = key] = mostFirst(names, [...names.keys()].sort());
  return {
    key,
    name,
    customers: customers.size,
    ruled: readingOf(ruled),
    read: readingOf(read),
  };
}

/** How little is made of a reason: 2 where nobody knows the cause, 1 where only the reason for switching. */
const unreadness = ({ read }: ReasonCode): number => {
  if (read.causes.includes("unknown")) return 2;
  return read.switching.includes("unknown") ? 1 : 0;
};

const before = (a: ReasonCode, b: ReasonCode): number =>
  unreadness(b) - unreadness(a) || b.customers - a.customers || (a.key < b.key ? -1 : 1);
