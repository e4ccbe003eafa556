import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import {
  cohortName,
  cohortTick,
  finite,
  offsetShare,
  shareAt,
  type Measure,
  type Words,
} from "./cell-view";
import { cellRows, groupName } from "./group-view";
import type { Cohort, CohortGroup, CohortsResult, OffsetCell } from "./spec";

/** The field of the table that is followed. */
export interface Followed {
  /** index of the cohort, or place of the group */
  readonly row: string;
  readonly offset: number;
}

export interface FollowPoint {
  readonly x: string;
  readonly share: number;
  /** null: money has no interval */
  readonly low: number | null;
  readonly high: number | null;
  /** how many the share is of, and how many it counts */
  readonly size: number;
  readonly customers: number;
  readonly isPale: boolean;
  readonly name: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface FollowView {
  readonly points: readonly FollowPoint[];
  /** the pooled share where there is one, to be read against */
  readonly pooled: readonly { readonly x: string; readonly share: number }[];
  readonly pooledName: string;
  /** ends of the line of the trend; null where none was told apart from chance */
  readonly fit: readonly { readonly x: string; readonly share: number }[] | null;
  /** points of one group in time are joined by a line; groups are not */
  readonly isLine: boolean;
  readonly tick: (x: string) => string;
  readonly percent: (share: number) => string;
}

/** What there is to follow; `name` in full. */
export interface FollowRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** how many offsets it can be followed to */
  readonly longest: number;
}

export function followRows(result: CohortsResult, words: Words): readonly FollowRow[] {
  const { byValue } = result;
  if (byValue === null) {
    return result.cohorts.map((row) => ({
      id: String(row.index),
      name: cohortName(row, words),
      size: row.size,
      longest: row.customers.length - 1,
    }));
  }
  return byValue.groups.map((group) => ({
    id: String(group.place),
    name: groupName(group, words),
    size: group.size,
    longest: group.cells.length - 1,
  }));
}

/**
 * What is followed until the reader chooses, and where the choice is not there any more: the oldest row that is not small, one
 * period later. null: nothing to follow yet.
 */
export function followedOf(
  result: CohortsResult,
  chosen: Followed | null,
  smallBelow: number,
  words: Words,
): Followed | null {
  const rows = followRows(result, words).filter(({ longest }) => longest > 0);
  const row =
    rows.find(({ id }) => id === chosen?.row) ??
    rows.find(({ size }) => size >= smallBelow) ??
    rows[0];
  if (row === undefined) return null;
  const longest = Math.max(...rows.map((other) => other.longest));
  const offset = chosen === null || chosen.offset < 1 ? 1 : Math.min(chosen.offset, longest);
  return { row: row.id, offset };
}

function cohortPoint(row: Cohort, offset: number, words: Words, measure: Measure) {
  const { t, format } = words;
  const { value, running } = shareAt(row, offset, measure);
  if (value === null) return [];
  const customers = row.customers[offset] as number;
  const [low, high] = [row.low[offset] as number, row.high[offset] as number];
  const ratio = finite(row.salesRatio[offset] as number);
  const point: Omit<FollowPoint, "x"> = {
    share: value,
    low: measure === "heads" ? low : null,
    high: measure === "heads" ? high : null,
    size: row.size,
    customers,
    isPale: row.small || running,
    name:
      `${cohortName(row, words)} · ${t.after({ offset, grain: words.grain })}` +
      (running ? ` · ${t.running}` : ""),
    rows: [
      { label: t.retention, value: format.percent(row.retention[offset] as number) },
      { label: t.interval, value: format.percentInterval(low, high) },
      { label: t.retained, value: `${format.count(customers)} / ${format.count(row.size)}` },
      ...(ratio === null ? [] : [{ label: t.salesRatio, value: format.percent(ratio) }]),
    ],
    cell: `cohort:${row.key}:${offset}`,
  };
  return [point];
}

function groupPoint(group: CohortGroup, cell: OffsetCell, words: Words, measure: Measure) {
  const share = offsetShare(cell, measure);
  if (share === null) return [];
  const { offset, low, high, size, customers } = cell;
  const point: Omit<FollowPoint, "x"> = {
    share,
    low: measure === "heads" ? low : null,
    high: measure === "heads" ? high : null,
    size,
    customers,
    isPale: size < words.smallBelow,
    name: `${groupName(group, words)} · ${words.t.after({ offset, grain: words.grain })}`,
    rows: cellRows(cell, words),
    cell: `cohort-group:${group.place}:${offset}`,
  };
  return [point];
}

const base = ({ t, format }: Words) => ({
  pooledName: t.pooled,
  percent: (share: number) => format.percent(share),
});

function pooledAt(result: CohortsResult, offset: number, measure: Measure): number | null {
  const cell = result.pooled.find((pooled) => pooled.offset === offset);
  return cell === undefined ? null : offsetShare(cell, measure);
}

/** One cohort, or one group, through its periods, against all of them together. */
export function rowView(
  result: CohortsResult,
  { row }: Followed,
  words: Words,
  measure: Measure,
): FollowView {
  const cohort = result.cohorts.find(({ index }) => String(index) === row);
  const group = result.byValue?.groups.find(({ place }) => String(place) === row);
  const points: FollowPoint[] = [];
  if (result.byValue !== null && group !== undefined) {
    for (const cell of group.cells.slice(1)) {
      for (const point of groupPoint(group, cell, words, measure))
        points.push({ ...point, x: String(cell.offset) });
    }
  } else if (result.byValue === null && cohort !== undefined) {
    for (let offset = 1; offset < cohort.customers.length; offset++) {
      for (const point of cohortPoint(cohort, offset, words, measure))
        points.push({ ...point, x: String(offset) });
    }
  }
  return {
    ...base(words),
    points,
    pooled: points.flatMap(({ x }) => {
      const share = pooledAt(result, Number(x), measure);
      return share === null ? [] : [{ x, share }];
    }),
    fit: null,
    isLine: true,
    tick: (x) => `+${x}`,
  };
}

/** Below it a trend is called one. */
const SIGNIFICANT = 0.05;

/** All cohorts, or all groups, the same number of periods after their first. */
export function columnView(
  result: CohortsResult,
  { offset }: Followed,
  words: Words,
  measure: Measure,
): FollowView {
  const points: FollowPoint[] = [];
  const names = new Map<string, string>();
  for (const row of result.byValue === null ? result.cohorts : []) {
    if (offset >= row.customers.length) continue;
    const x = String(row.index);
    names.set(x, cohortTick(row, words));
    for (const point of cohortPoint(row, offset, words, measure)) points.push({ ...point, x });
  }
  for (const group of result.byValue?.groups ?? []) {
    const cell = group.cells[offset];
    if (cell === undefined) continue;
    const x = String(group.place);
    names.set(x, groupName(group, words));
    for (const point of groupPoint(group, cell, words, measure)) points.push({ ...point, x });
  }
  const pooled = pooledAt(result, offset, measure);
  const ends = [points[0], points.at(-1)].flatMap((point) => (point === undefined ? [] : [point]));
  return {
    ...base(words),
    points,
    pooled: pooled === null ? [] : ends.map(({ x }) => ({ x, share: pooled })),
    fit: result.byValue === null && measure === "heads" ? fitOf(result, offset) : null,
    isLine: false,
    tick: (x) => names.get(x) ?? x,
  };
}

/** The line of the trend over the cohorts that it was found on; null when it is no more than chance. */
function fitOf(result: CohortsResult, offset: number): FollowView["fit"] {
  const trend = result.trends.find((found) => found.offset === offset);
  if (trend === undefined || trend.p >= SIGNIFICANT) return null;
  const over = result.cohorts.filter(
    ({ first, running, customers }) => !first && offset < customers.length - (running ? 1 : 0),
  );
  const [from, to] = [over[0], over.at(-1)];
  if (from === undefined || to === undefined) return null;
  let [heads, scores, stayed] = [0, 0, 0];
  for (const { size, index, customers } of over) {
    heads += size;
    scores += size * index;
    stayed += customers[offset] as number;
  }
  const at = (index: number): number =>
    Math.min(1, Math.max(0, stayed / heads + trend.slope * (index - scores / heads)));
  return [from, to].map(({ index }) => ({ x: String(index), share: at(index) }));
}

/** Whether newer cohorts stay better at an offset, or why that cannot be said. */
export function trendText(
  result: CohortsResult,
  offset: number,
  reading: "exact" | "orLater",
  words: Words,
): string {
  const { t, format, grain } = words;
  if (reading === "orLater") return t.trend.unequal;
  const trend = result.trends.find((found) => found.offset === offset);
  if (trend === undefined) return t.trend.tooFew({ offset, grain });
  const { cohorts, customers, slope } = trend;
  const said = { offset, grain, cohorts, customers, p: format.pValue(trend.p) };
  if (trend.p >= SIGNIFICANT) return t.trend.none(said);
  const step = format.points(Math.abs(slope)).replace(/^\+/, "");
  return slope > 0 ? t.trend.better({ ...said, step }) : t.trend.worse({ ...said, step });
}

export function followTwin(view: FollowView, words: Words, first: string): TwinTable {
  const { t, format } = words;
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const percent = number((value) => format.percent(value));
  const count = number((value) => format.count(value));
  const pooled = new Map(view.pooled.map(({ x, share }) => [x, share]));
  const flat = view.isLine ? null : (view.pooled[0]?.share ?? null);
  return {
    columns: [
      { label: first },
      { label: t.size, numeric: true, show: count },
      { label: t.retained, numeric: true, show: count },
      { label: t.share, numeric: true, show: percent },
      { label: t.low, numeric: true, show: percent },
      { label: t.high, numeric: true, show: percent },
      { label: t.pooled, numeric: true, show: percent },
    ],
    rows: view.points.map(({ x, size, customers, share, low, high }) => [
      view.tick(x),
      ...[size, customers, share, low, high],
      view.isLine ? (pooled.get(x) ?? null) : flat,
    ]),
  };
}
