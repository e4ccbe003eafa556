import { epochDay } from "../../kernel/base/calendar";
import type { FigurePoint, TwinTable, TwinValue } from "../../page/charts/figure";
import { FLOW_STAGES, type FlowStage, type StageFlowResult } from "./spec";
import { dayText, type Words } from "./view-model";

const shown =
  (format: Words["format"], say: (value: number) => string) =>
  (value: TwinValue): string =>
    typeof value === "number" ? say(value) : format.dash;

interface MatrixField extends FigurePoint {
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

interface StageLine {
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
  /** names at the ends of the lines, apart from each other */
  readonly labels: readonly { readonly name: string; readonly y: number }[];
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
    labels: apart(lines),
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

/** Room that a name takes, as a part of the highest point. */
const LABEL_ROOM = 0.08;

function apart(lines: readonly StageLine[]): AheadView["labels"] {
  const highest = Math.max(
    ...lines.flatMap(({ past, ahead }) => [
      ...past.map(({ count }) => count),
      ...ahead.map(({ high }) => high),
    ]),
  );
  let free = -Infinity;
  return lines
    .flatMap(({ name, ahead }) => {
      const end = ahead.at(-1);
      return end === undefined ? [] : [{ name, y: end.count }];
    })
    .toSorted((a, b) => a.y - b.y)
    .map(({ name, y }) => {
      const at = Math.max(y, free);
      free = at + highest * LABEL_ROOM;
      return { name, y: at };
    });
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
