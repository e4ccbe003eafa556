import { BONES, type Bone, type Side } from "../../domain/cause-words";
import { chanceOfSoMany } from "../../kernel/stats/fisher-exact";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { compensatedSum } from "../../kernel/stats/sum";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { causeAt, customersAt, placesBy, type Coding } from "./coding";
import { causeKey, isUnread, ORIGINS, type CauseReadings } from "../../domain/cause-readings";
import type { BoneLine, CauseLine, CausesResult, CodeLine, PartLine, ReadCodes } from "./spec";

const FALSE_DISCOVERY = 0.05;
const TWIGS = 4;
/** More causes than this are no list of codes; those that the reader has laid something down of are listed all the same. */
const CODES = 60;

export interface Coded {
  readonly cases: ComplaintCases;
  readonly coding: Coding;
}

/** Money of some cases; null when none names any. */
export function moneyAt({ money }: Coding, places: readonly number[]): number | null {
  const known = places.map((i) => money[i]!).filter((amount) => !Number.isNaN(amount));
  return known.length === 0 ? null : compensatedSum(known);
}

/** The word that most of some cases have; the earlier in `all` of equals. */
function most<T extends string>(values: readonly T[], all: readonly T[]): T {
  const counts = all.map((id) => values.filter((value) => value === id).length);
  return all[counts.indexOf(Math.max(...counts))]!;
}

const SIDE_ORDER: readonly Side[] = ["company", "customer", "unknown"];

/** All causes, largest first by count or money, with their change since the period before. */
export function causeLines(
  { cases, coding }: Coded,
  earlier: Coded | null,
  by: "count" | "money",
): readonly CauseLine[] {
  const before = earlier === null ? null : countsByName(earlier);
  const groups = [...placesBy(cases.n, (i) => causeAt(coding, i))];
  const lines = groups.map(([name, places]): CauseLine => ({
    name,
    cases: places.length,
    customers: customersAt(cases, places),
    money: moneyAt(coding, places),
    bone: most(
      places.map((i) => coding.bones[i]!),
      BONES,
    ),
    side: most(
      places.map((i) => coding.sides[i]!),
      SIDE_ORDER,
    ),
    before: before === null ? 0 : before.countOf(name),
    isRising: false,
  }));
  const size = lines.reduce((sum, line) => sum + line.cases, 0);
  const rising = risingNames(lines, size, before === null ? 0 : before.n);
  const value = (line: CauseLine): number => (by === "count" ? line.cases : moneyRank(line));
  return lines
    .map((line) => ({ ...line, isRising: rising.has(line.name) }))
    .sort(
      (a, b) => compared(value(b), value(a)) || b.cases - a.cases || (a.name < b.name ? -1 : 1),
    );
}

/** A difference that holds for two minus infinities as well. */
const compared = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Causes that name no money come after those that name any. */
const moneyRank = ({ money }: CauseLine): number => (money === null ? -Infinity : money);

function countsByName({ cases, coding }: Coded) {
  const counts = new Map<string, number>();
  for (const [name, places] of placesBy(cases.n, (i) => causeAt(coding, i))) {
    counts.set(name, places.length);
  }
  const countOf = (name: string): number => {
    const count = counts.get(name);
    return count === undefined ? 0 : count;
  };
  return { countOf, n: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/** Causes that are a larger part of the cases than in the period before, beyond chance. */
function risingNames(lines: readonly CauseLine[], n: number, nBefore: number): ReadonlySet<string> {
  if (n === 0 || nBefore === 0) return new Set();
  const rates = falseDiscoveryRates(
    lines.map((line) =>
      chanceOfSoMany({
        hits: line.cases,
        size: n,
        allHits: line.cases + line.before,
        all: n + nBefore,
      }),
    ),
  );
  return new Set(lines.filter((_, i) => rates[i]! <= FALSE_DISCOVERY).map(({ name }) => name));
}

/**
 * Every cause with what it counts as, and what it would by our words alone; most cases first.
 *
 * @returns the first `CODES` of them and every later one with a reading; of those left out their number, and how many of them no word
 *   of ours is in
 */
export function codeLines(
  read: Coded,
  ruled: Coded,
  readings: CauseReadings,
): Pick<CausesResult, "codes" | "moreCodes"> {
  const codesOf = ({ coding }: Coded, places: readonly number[]): ReadCodes => {
    const origins = places.flatMap((i) => coding.origins[i] ?? []);
    return {
      bone: most(
        places.map((i) => coding.bones[i]!),
        BONES,
      ),
      origin: origins.length * 2 < places.length ? null : most(origins, ORIGINS),
      side: most(
        places.map((i) => coding.sides[i]!),
        SIDE_ORDER,
      ),
    };
  };
  const lines = [...placesBy(read.cases.n, (i) => causeAt(read.coding, i))]
    .map(([name, places]): CodeLine => ({
      name,
      cases: places.length,
      read: codesOf(read, places),
      ruled: codesOf(ruled, places),
    }))
    .sort((a, b) => b.cases - a.cases || (a.name < b.name ? -1 : 1));
  const isListed = ({ name }: CodeLine, place: number): boolean =>
    place < CODES || readings.has(causeKey(name));
  const cut = lines.filter((line, place) => !isListed(line, place));
  return {
    codes: lines.filter(isListed),
    moreCodes: {
      causes: cut.length,
      unread: cut.filter(({ read: codes }) => isUnread(codes)).length,
    },
  };
}

/** The bones of the fishbone, all of them, each with its largest causes. */
export function boneLines({ cases, coding }: Coded): readonly BoneLine[] {
  const explained = (i: number): Bone | null => (coding.causes[i]! < 0 ? null : coding.bones[i]!);
  const places = placesBy(cases.n, explained);
  return BONES.map((bone) => {
    const own = places.get(bone) ?? [];
    const causes = [...placesBy(own.length, (k) => causeAt(coding, own[k]!))]
      .map(([name, { length }]) => ({ name, cases: length }))
      .sort((a, b) => b.cases - a.cases || (a.name < b.name ? -1 : 1));
    const customers = customersAt(cases, own);
    return { bone, cases: own.length, customers, causes: causes.slice(0, TWIGS) };
  });
}

/** Cases and customers by a code, in the order of `ids`; codes that no case has are left out. */
export function partLines<Id extends string>(
  cases: ComplaintCases,
  ids: readonly Id[],
  codeOf: (place: number) => Id | null,
): readonly PartLine<Id>[] {
  const places = placesBy(cases.n, codeOf);
  return ids.flatMap((id): PartLine<Id>[] => {
    const own = places.get(id);
    if (own === undefined) return [];
    return [{ id, cases: own.length, customers: customersAt(cases, own) }];
  });
}
