import type { CardRow, FigureBuilder } from "./figure";
import { axisY, zeroLine } from "./marks";

/** One period of a series; null where nobody answered. */
export interface ControlPoint {
  readonly x: number;
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly limitLow: number | null;
  readonly limitHigh: number | null;
  readonly isOutside: boolean;
  readonly isRunning: boolean;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface ControlView {
  readonly points: readonly ControlPoint[];
  readonly centre: number;
  /** what the measure cannot leave, and in which steps its axis is cut */
  readonly bounds: readonly [low: number, high: number];
  readonly step: number;
  readonly tick: (value: number) => string;
}

/** A measure by period with its interval, the band of ordinary variation behind it, and what lies outside marked. */
export const controlLine =
  (view: ControlView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const drawn = view.points.filter(({ value }) => value !== null);
    const every = Math.max(1, Math.ceil(view.points.length / (narrow ? 4 : 9)));
    const domain = extentOf(view, drawn);
    return {
      options: {
        marginTop: 16,
        marginBottom: 26,
        marginRight: 24,
        x: { domain: [-0.4, view.points.length - 0.6], axis: null },
        y: { domain, axis: null },
        marks: [
          plot.areaY(drawn, {
            x: "x",
            y1: "limitLow",
            y2: "limitHigh",
            fill: theme.neutral,
            fillOpacity: 0.16,
            curve: "step",
          }),
          ...(domain[0] < 0 && domain[1] > 0 ? [zeroLine(canvas)] : []),
          plot.ruleY([view.centre], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.ruleX(drawn, {
            x: "x",
            y1: "low",
            y2: "high",
            stroke: theme.accent,
            strokeOpacity: 0.35,
            strokeWidth: 3,
          }),
          plot.line(drawn, { x: "x", y: "value", stroke: theme.accent, strokeWidth: 2 }),
          plot.dot(drawn, {
            x: "x",
            y: "value",
            r: ({ isOutside }: ControlPoint) => (isOutside ? 5.5 : 4),
            fill: ({ isOutside, isRunning }: ControlPoint) => {
              if (isRunning) return theme.surface;
              return isOutside ? theme.bad : theme.accent;
            },
            stroke: ({ isOutside }: ControlPoint) => (isOutside ? theme.bad : theme.accent),
            strokeWidth: 1.5,
          }),
          plot.axisX({
            ticks: view.points.map(({ x }) => x).filter((x) => x % every === 0),
            tickFormat: (x: number) => view.points[x]?.name ?? "",
            color: theme.ink2,
            label: null,
            tickSize: 4,
          }),
          axisY(canvas, { format: view.tick }),
        ],
      },
      points: drawn.map(({ x, value, cell, title, rows }) => ({ x, y: value, cell, title, rows })),
      nearest: "x",
    };
  };

/** Whole steps around all that is drawn, within what the measure can be; at least one step. */
function extentOf(
  { bounds, step, centre }: ControlView,
  drawn: readonly ControlPoint[],
): readonly [number, number] {
  const ends = drawn
    .flatMap(({ low, high, limitLow, limitHigh }) => [low, high, limitLow, limitHigh])
    .filter((end) => end !== null);
  const from = Math.max(bounds[0], Math.floor(Math.min(centre, ...ends) / step) * step);
  const to = Math.min(bounds[1], Math.ceil(Math.max(centre, ...ends) / step) * step);
  if (from < to) return [from, to];
  return to >= bounds[1] ? [bounds[1] - step, bounds[1]] : [from, from + step];
}
