import { epochDay } from "../../kernel/base/calendar";
import type { FigurePoint, TwinTable, TwinValue } from "../../page/charts/figure";
import { FLOW_STAGES, type FlowStage, type StageFlowResult } from "./spec";
import { dayText, type Words } from "./view-model";

const shown =
  (format: Words["format"], say: (value: number) => string) =>
  (value: TwinValue): string =>
    typeof value === "number" ? say(value) : format.dash;

export interface MatrixField extends FigurePoint {
  readonly x: FlowStage;
  readonly y: FlowStage;
  readonly share: number;
  readonly text: string;
  readonly small: string;
}

export interface MatrixView {
  readonly fields: readonly MatrixField[];
  readonly name: (stage: string) => string;
}

/** The moves that can happen, with their share and interval. */
export function matrixView({ cells }: StageFlowResult, { t, format }: Words): MatrixView {
  return {
    name: (stage) => t.stages[stage as FlowStage],
    fields: cells.flatMap((cell): MatrixField[] => {
      const { from, to, share, low, high } = cell;
      if (share === null || low === null || high === null) return [];
      return [
        {
          x: to,
          y: from,
          share,
          text: format.percent(share),
          small: format.percentInterval(low, high),
          title: t.matrix.move({ from: t.stages[from], to: t.stages[to] }),
          cell: `stage-move:${from}:${to}`,
          rows: [
            { label: t.matrix.share, value: format.percent(share) },
            { label: t.matrix.interval, value: format.percentInterval(low, high) },
            { label: t.matrix.count, value: format.count(cell.count) },
            { label: t.matrix.last, value: format.count(cell.lastCount) },
          ],
        },
      ];
    }),
  };
}

export function matrixTwin({ cells }: StageFlowResult, { t, format }: Words): TwinTable {
  const percent = shown(format, (value) => format.percent(value));
  const count = shown(format, (value) => format.count(value));
  return {
    columns: [
      { label: t.matrix.from },
      { label: t.matrix.to },
      { label: t.matrix.share, numeric: true, show: percent },
      { label: `${t.matrix.interval} −`, numeric: true, show: percent },
      { label: `${t.matrix.interval} +`, numeric: true, show: percent },
      { label: t.matrix.count, numeric: true, show: count },
      { label: t.matrix.last, numeric: true, show: count },
    ],
    rows: cells
      .filter(({ share }) => share !== null)
      .map(({ from, to, share, low, high, count: moves, lastCount }) => [
        t.stages[from],
        t.stages[to],
        share,
        low,
        high,
        moves,
        lastCount,
      ]),
  };
}

export type Side = FlowStage | "none";

/** One band of the flow: customers that went from one place to another, and where it leaves and arrives. */
export interface Ribbon {
  readonly from: Side;
  readonly to: FlowStage;
  readonly edge: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly point: FigurePoint;
}

export interface FlowNode {
  readonly stage: Side;
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

export interface FlowView {
  readonly ribbons: readonly Ribbon[];
  readonly nodes: readonly FlowNode[];
  readonly height: number;
}

const SIDES: readonly Side[] = ["none", ...FLOW_STAGES];
/** Between two stages, as a part of all customers. */
const GAP = 0.05;

/** The last period as bands between two stacks; widths are customers. */
export function flowView(result: StageFlowResult, words: Words): FlowView {
  const { t, format } = words;
  const flows = SIDES.flatMap((from) =>
    FLOW_STAGES.map((to, j) => ({
      from,
      to,
      count:
        from === "none"
          ? (result.came[j] as number)
          : (result.cells.find((cell) => cell.from === from && cell.to === to)?.lastCount ?? NaN),
    })),
  ).filter(({ count }) => count > 0);
  const total = flows.reduce((sum, { count }) => sum + count, 0);
  const gap = total * GAP;
  const stack = (
    places: readonly Side[],
    sizeOf: (place: Side) => number,
  ): ReadonlyMap<Side, { low: number; high: number }> => {
    let at = 0;
    const found = new Map<Side, { low: number; high: number }>();
    for (const place of places.toReversed()) {
      const size = sizeOf(place);
      if (size === 0) continue;
      found.set(place, { low: at, high: at + size });
      at += size + gap;
    }
    return found;
  };
  const sum = (has: (flow: (typeof flows)[number]) => boolean): number =>
    flows.filter(has).reduce((all, { count }) => all + count, 0);
  const left = stack(SIDES, (place) => sum(({ from }) => from === place));
  const right = stack(FLOW_STAGES, (place) => sum(({ to }) => to === place));
  const leaving = new Map([...left].map(([place, { high }]) => [place, high]));
  const arriving = new Map([...right].map(([place, { high }]) => [place, high]));
  const take = (tops: Map<Side, number>, place: Side, count: number): number => {
    const top = tops.get(place) ?? NaN;
    tops.set(place, top - count);
    return top;
  };
  const ribbons = flows.map(({ from, to, count }): Ribbon => {
    const [start, end] = [take(leaving, from, count), take(arriving, to, count)];
    return {
      from,
      to,
      edge: [
        { x: 0, low: start - count, high: start },
        { x: 1, low: end - count, high: end },
      ],
      point: {
        x: 0.5,
        y: (start + end - count) / 2,
        cell: `stage-move:${from}:${to}`,
        title: t.matrix.move({ from: t.stages[from], to: t.stages[to] }),
        rows: [{ label: t.flow.customers, value: format.count(count) }],
      },
    };
  });
  const nodes = (stacked: typeof left, x: number): FlowNode[] =>
    [...stacked].map(([stage, { low, high }]) => ({
      stage,
      x,
      low,
      high,
      text: `${t.stages[stage]} ${format.count(high - low)}`,
    }));
  return {
    ribbons,
    nodes: [...nodes(left, 0), ...nodes(right, 1)],
    height: Math.max(...[...left.values(), ...right.values()].map(({ high }) => high), 1),
  };
}

export interface StageLine {
  readonly stage: FlowStage;
  readonly name: string;
  readonly past: readonly { readonly k: number; readonly count: number }[];
  readonly ahead: readonly {
    readonly k: number;
    readonly count: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly points: readonly FigurePoint[];
}

export interface AheadView {
  readonly lines: readonly StageLine[];
  readonly first: number;
  readonly last: number;
  readonly tick: (k: number) => string;
  readonly short: (count: number) => string;
}

/** Period ends by number, 0 = now. */
export function aheadView(result: StageFlowResult, words: Words): AheadView {
  const { t, format } = words;
  const { past, ahead, grain } = result;
  const first = 1 - past.length;
  const days = [...past, ...ahead].map(({ day }) => day);
  const lines = FLOW_STAGES.map((stage, s): StageLine => {
    const before = past.map(({ counts }, i) => ({ k: first + i, count: counts[s] as number }));
    const after = ahead.map(({ counts, low, high }, i) => ({
      k: i + 1,
      count: counts[s] as number,
      low: low[s] as number,
      high: high[s] as number,
    }));
    const title = (k: number): string =>
      `${t.stages[stage]} · ${dayText(days[k - first] as number, words)}`;
    const now = before.at(-1);
    return {
      stage,
      name: t.stages[stage],
      past: before,
      ahead: now === undefined ? after : [{ ...now, low: now.count, high: now.count }, ...after],
      points: [
        ...before.map(({ k, count }) => ({
          x: k,
          y: count,
          title: title(k),
          cell: `stage-now:${stage}`,
          rows: [{ label: t.ahead.actual, value: format.count(count) }],
        })),
        ...after.map(({ k, count, low, high }) => ({
          x: k,
          y: count,
          title: title(k),
          cell: `stage-now:${stage}`,
          rows: [
            { label: t.ahead.forecast, value: format.count(count) },
            { label: t.ahead.interval, value: `${format.count(low)}–${format.count(high)}` },
          ],
        })),
      ],
    };
  });
  return {
    lines,
    first,
    last: ahead.length,
    tick: (k) => {
      const day = days[k - first];
      // the period that ends on the day began on it or before: its name is that of its own first day's month or quarter
      return day === undefined ? "" : format.periodTick(grain, epochDay(day));
    },
    short: (count) => format.short(count),
  };
}

export function aheadTwin({ past, ahead }: StageFlowResult, { t, format }: Words): TwinTable {
  const count = shown(format, (value) => format.count(value));
  const rows: TwinValue[][] = [];
  FLOW_STAGES.forEach((stage, s) => {
    const name = t.stages[stage];
    for (const { day, counts } of past) {
      rows.push([
        name,
        format.isoDay(epochDay(day)),
        t.ahead.actual,
        counts[s] as number,
        null,
        null,
      ]);
    }
    for (const { day, counts, low, high } of ahead) {
      rows.push([
        name,
        format.isoDay(epochDay(day)),
        t.ahead.forecast,
        counts[s] as number,
        low[s] as number,
        high[s] as number,
      ]);
    }
  });
  return {
    columns: [
      { label: t.ahead.stage },
      { label: t.ahead.day },
      { label: t.ahead.kind },
      { label: t.ahead.customers, numeric: true, show: count },
      { label: `${t.ahead.interval} −`, numeric: true, show: count },
      { label: `${t.ahead.interval} +`, numeric: true, show: count },
    ],
    rows,
  };
}
