import { ENTITIES } from "../../domain/entities";
import {
  FLAG_CHOICES,
  isOfColumn,
  type Filter,
  type FilterColumn,
  type FilterKind,
} from "../../domain/filter";
import { formatIsoDay, parseIsoDay, type EpochDay } from "../../kernel/base/calendar";

/** The first letter of a filter's key in an address: f.customers.region, n.customers.attr:年龄. */
const LETTERS: Readonly<Record<FilterKind, string>> = {
  values: "f",
  number: "n",
  days: "d",
  flag: "y",
};
const KINDS = Object.keys(LETTERS) as FilterKind[];
const MISSING = "missing";
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

function kindOfKey(key: string): FilterKind | undefined {
  return KINDS.find((kind) => key.startsWith(`${LETTERS[kind]}.`));
}

export function isFilterKey(key: string): boolean {
  return kindOfKey(key) !== undefined;
}

/** The filters in the query of an address, one a column. What cannot be read is left out. */
export function readFilters(query: ReadonlyMap<string, string>): readonly Filter[] {
  const filters: Filter[] = [];
  for (const [key, text] of query) {
    const filter = readFilter(key, text);
    if (filter === null || filters.some((known) => isOfColumn(known, filter))) continue;
    filters.push(filter);
  }
  return filters;
}

/** Key and text of a filter; `readFilters` reads it back. */
export function writeFilter(filter: Filter): readonly [key: string, text: string] {
  const key = `${LETTERS[filter.kind]}.${filter.entity}.${filter.column}`;
  return [key, textOf(filter)];
}

function textOf(filter: Filter): string {
  switch (filter.kind) {
    case "values": {
      // A value may contain the separator, so each is encoded before they are joined.
      const text = filter.values.map(encodeURIComponent).join("|");
      // The empty text alone stands for missing cells; a key without a text would stand for nothing.
      return text === "" ? "|" : text;
    }
    case "number":
      return rangeText([filter.from, filter.to], filter.withMissing, String);
    case "days":
      return rangeText([filter.fromDay, filter.toDay], filter.withMissing, formatIsoDay);
    case "flag":
      return filter.choices.join("|");
  }
}

/** 30..45, 30.., ..45|missing, missing */
function rangeText<Bound>(
  bounds: readonly [Bound | null, Bound | null],
  withMissing: boolean,
  write: (bound: Bound) => string,
): string {
  const [from, to] = bounds.map((bound) => (bound === null ? "" : write(bound)));
  const range = from === "" && to === "" ? [] : [`${from ?? ""}..${to ?? ""}`];
  return [...range, ...(withMissing ? [MISSING] : [])].join("|");
}

function readFilter(key: string, text: string): Filter | null {
  const kind = kindOfKey(key);
  const [, entity, ...rest] = key.split(".");
  const column = rest.join(".");
  const known = ENTITIES.find((candidate) => candidate === entity);
  if (kind === undefined || known === undefined || column === "" || text === "") return null;
  return readOfKind(kind, { entity: known, column }, text);
}

function readOfKind(kind: FilterKind, of: FilterColumn, text: string): Filter | null {
  switch (kind) {
    case "values": {
      const values = readTexts(text);
      return values === null ? null : { kind, ...of, values };
    }
    case "number": {
      const range = readRange(text, readNumber);
      return range === null ? null : { kind, ...of, ...range };
    }
    case "days": {
      const range = readRange<EpochDay>(text, parseIsoDay);
      if (range === null) return null;
      const { from: fromDay, to: toDay, withMissing } = range;
      return { kind, ...of, fromDay, toDay, withMissing };
    }
    case "flag": {
      const words = text.split("|");
      const choices = FLAG_CHOICES.filter((choice) => words.includes(choice));
      return choices.length === 0 ? null : { kind, ...of, choices };
    }
  }
}

function readTexts(text: string): readonly string[] | null {
  try {
    return [...new Set(text.split("|").map(decodeURIComponent))];
  } catch {
    // A hand-made address with a broken escape names no text.
    return null;
  }
}

function readNumber(text: string): number | null {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  // "-0" is 0
  return Number.isFinite(value) ? value + 0 : null;
}

interface Range<Bound> {
  readonly from: Bound | null;
  readonly to: Bound | null;
  readonly withMissing: boolean;
}

/** null: a bound cannot be read, they are the wrong way round, or there is none. */
function readRange<Bound extends number>(
  text: string,
  read: (text: string) => Bound | null,
): Range<Bound> | null {
  const parts = text.split("|");
  const withMissing = parts.at(-1) === MISSING;
  const [range, ...more] = withMissing ? parts.slice(0, -1) : parts;
  if (range === undefined) return { from: null, to: null, withMissing };
  const [from, to, ...others] = range.split("..");
  if (more.length > 0 || from === undefined || to === undefined || others.length > 0) return null;
  const [least, greatest] = [from, to].map((bound) => (bound === "" ? undefined : read(bound)));
  if (least === null || greatest === null) return null;
  if (least === undefined && greatest === undefined) return null;
  if (least !== undefined && greatest !== undefined && least > greatest) return null;
  return { from: least ?? null, to: greatest ?? null, withMissing };
}
