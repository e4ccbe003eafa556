import { abcCut, DEFAULT_ABC_CUT, GRADES } from "../../domain/rule-book";
import { countForShare } from "../../kernel/stats/concentration";
import { gradeEnds, gradesOf, valueRanking, type ValueRanking } from "../../measures/grades";
import type { Pulse } from "../../measures/lifecycle-pulse";
import type { GradeId, ParetoCurve } from "./spec";

const POINTS = 100;

/** All customers are places of the pulse. */
export interface Ranked {
  /** those with sales in the period, ascending */
  readonly active: Uint32Array;
  /** those of grade A and B, ascending */
  readonly important: Uint32Array;
  readonly ranking: ValueRanking;
  /** 0 = no sales in the period, else index into GRADES + 1 */
  readonly grades: Uint8Array;
  readonly curve: ParetoCurve;
}

export function gradeOf(grades: Uint8Array, place: number): GradeId | null {
  const code = grades[place]!;
  return code === 0 ? null : GRADES[code - 1]!;
}

/** Customers of the period by sales, their grades, and the curve of the page. O(customers). */
export function rankedCustomers(pulse: Pulse): Ranked {
  const places = new Uint32Array(pulse.windowLines.length);
  let count = 0;
  for (let place = 0; place < places.length; place++) {
    if (pulse.windowLines[place]! > 0) places[count++] = place;
  }
  const active = places.subarray(0, count);
  const ranking = valueRanking(active, pulse.windowSales);
  const cut = abcCut(DEFAULT_ABC_CUT);
  const ends = gradeEnds(ranking, cut);
  const grades = gradesOf(ranking, cut, pulse.windowLines.length);
  return {
    active,
    important: importantOf(active, grades),
    ranking,
    grades,
    curve: curveOf(ranking, ends, cut.benchmark),
  };
}

function importantOf(active: Uint32Array, grades: Uint8Array): Uint32Array {
  const last = GRADES.length;
  const important = new Uint32Array(active.length);
  let n = 0;
  for (let i = 0; i < active.length; i++) {
    if (grades[active[i]!]! < last) important[n++] = active[i]!;
  }
  return important.subarray(0, n);
}

function curveOf(
  { running, total }: ValueRanking,
  ends: readonly [number, number],
  benchmark: readonly [number, number, number],
): ParetoCurve {
  const n = running.length;
  const for80 = total > 0 ? countForShare(running, 0.8) : 0;
  const held = (count: number): number =>
    count === 0 || total === 0 ? 0 : running[count - 1]! / total;
  const counts = new Set([0, for80, ends[0], ends[1], n]);
  for (let i = 1; i < POINTS; i++) counts.add(Math.round((n * i) / POINTS));
  const places = [...counts].sort((a, b) => a - b);
  const bounds = [0, ends[0], ends[1], n];
  return {
    customers: Float64Array.from(places, (count) => (n === 0 ? 0 : count / n)),
    sales: Float64Array.from(places, held),
    shareFor80: n === 0 ? Number.NaN : for80 / n,
    customersFor80: for80,
    active: n,
    grades: GRADES.map((grade, i) => ({
      grade,
      customers: bounds[i + 1]! - bounds[i]!,
      salesShare: held(bounds[i + 1]!) - held(bounds[i]!),
      benchmark: benchmark[i]!,
    })),
  };
}
