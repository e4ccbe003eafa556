import type { Kept } from "../../domain/kept";
import { chanceOfSoMany } from "../../kernel/stats/fisher-exact";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { columnOf, MISSING_CODE, type Table } from "../../kernel/table/column";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { keptOf, type Promised } from "../../measures/complaint-promises";
import { DIMENSIONS, type Dimension, type GroupLine, type GroupTable } from "./spec";
import { isStuck, type Standing } from "./steps";
import { waitingOf } from "./waiting";

const LINES = 12;
/** A group of fewer judged cases is not called slow. */
const FEWEST_JUDGED = 5;
const FALSE_DISCOVERY = 0.05;

export interface GroupSight {
  readonly cases: ComplaintCases;
  readonly table: Table;
  readonly response: Promised;
  readonly limits: Float64Array;
  readonly solution: Promised;
  readonly standing: Standing;
  readonly stuckDays: number;
  readonly all: Kept;
}

/** Places of the cases by the word in a category column, most cases first, then by word. */
export function placesByWord(
  cases: ComplaintCases,
  table: Table,
  column: string,
): readonly (readonly [word: string, places: readonly number[]])[] {
  const category = columnOf(table, column, "dictionary");
  if (category === undefined) return [];
  const byCode = new Map<number, number[]>();
  cases.rows.forEach((row, place) => {
    const code = category.codes[row]!;
    if (code === MISSING_CODE) return;
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, [place]);
    else known.push(place);
  });
  return [...byCode]
    .map(([code, places]) => [category.dictionary[code]!, places] as const)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

/** How each owner, department, type, severity and channel keeps the promise; a column with one word or none tells nothing. */
export function groupTables(sight: GroupSight): readonly GroupTable[] {
  const tables = DIMENSIONS.flatMap((dimension): GroupTable[] => {
    const groups = placesByWord(sight.cases, sight.table, dimension);
    if (groups.length < 2) return [];
    const shown = groups.slice(0, LINES);
    const sum = (some: typeof groups): number => some.reduce((n, [, { length }]) => n + length, 0);
    return [
      {
        dimension,
        lines: shown.map(([name, places]) => groupLine(name, places, sight)),
        more: groups.length - shown.length,
        moreCases: sum(groups) - sum(shown),
        without: sight.cases.n - sum(groups),
      },
    ];
  });
  return withSlowOnes(tables, sight.all);
}

function groupLine(name: string, places: readonly number[], sight: GroupSight): GroupLine {
  const { cases, response, limits, solution, standing, stuckDays } = sight;
  const promised = [...new Set(places.map((i) => limits[i]!))];
  const named = places.map((i) => cases.customers[i]!).filter((row) => row >= 0);
  return {
    name,
    cases: places.length,
    customers: new Set(named).size,
    kept: keptOf(response.verdicts, places),
    limitHours: promised.length === 1 ? promised[0]! : null,
    response: waitingOf(response, places),
    solution: waitingOf(solution, places),
    open: places.filter((i) => cases.isSolved[i] === 0).length,
    stuck: places.filter((i) => isStuck(standing, i, stuckDays)).length,
    isSlow: false,
  };
}

/** Marks groups that miss more than chance allows, with all tests of all columns counted together. */
function withSlowOnes(tables: readonly GroupTable[], all: Kept): readonly GroupTable[] {
  const tested = tables.flatMap(({ dimension, lines }) =>
    lines
      .filter(({ kept }) => kept.met + kept.missed >= FEWEST_JUDGED)
      .map((line) => ({ dimension, line })),
  );
  const rates = falseDiscoveryRates(
    tested.map(({ line: { kept } }) =>
      chanceOfSoMany({
        hits: kept.missed,
        size: kept.met + kept.missed,
        allHits: all.missed,
        all: all.met + all.missed,
      }),
    ),
  );
  const slow = new Set(
    tested
      .filter((_, k) => rates[k]! <= FALSE_DISCOVERY)
      .map(({ dimension, line }) => keyOf(dimension, line.name)),
  );
  return tables.map((table) => ({
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      isSlow: slow.has(keyOf(table.dimension, line.name)),
    })),
  }));
}

const keyOf = (dimension: Dimension, name: string): string => `${dimension}:${name}`;
