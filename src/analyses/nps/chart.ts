import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisY, directLabel, zeroLine } from "../../page/charts/marks";
import type { ScoreColumn, TrendPoint } from "./view-model";

export interface ScoresView {
  readonly columns: readonly ScoreColumn[];
  readonly classes: Readonly<Record<ScoreColumn["kind"], string>>;
  /** the same, short: to stand above the columns */
  readonly names: Readonly<Record<ScoreColumn["kind"], string>>;
  readonly labels: { readonly answers: string; readonly share: string; readonly customers: string };
  readonly title: (score: number) => string;
  readonly count: (value: number) => string;
}

const classColors = ({ theme }: Canvas) => ({
  detractor: theme.bad,
  passive: theme.neutral,
  promoter: theme.good,
});

/** The names of the classes above their columns; on the phone the card of each column names them. */
function classNames(canvas: Canvas, { names }: ScoresView, y: number) {
  const colors = { ...classColors(canvas), passive: canvas.theme.ink2 };
  const places = { detractor: "3", passive: "7", promoter: "9" } as const;
  if (canvas.narrow) return [];
  return (["detractor", "passive", "promoter"] as const).map((kind) =>
    directLabel(
      canvas,
      names[kind],
      { x: places[kind], y },
      { anchor: "middle", dy: -10, color: colors[kind] },
    ),
  );
}

/** How many gave each score, in the colour of its class; the classes are named where they are. */
export const scoreBars =
  (view: ScoresView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { columns } = view;
    const names = columns.map(({ name }) => name);
    const most = Math.max(...columns.map(({ count }) => count), 1);
    const colors = classColors(canvas);
    return {
      options: {
        marginTop: 28,
        marginBottom: 26,
        marginLeft: 12,
        marginRight: 12,
        x: { domain: names, padding: 0.16, axis: null },
        y: { domain: [0, most * 1.12], axis: null },
        marks: [
          plot.barY(columns, {
            x: "name",
            y: "count",
            fill: (column: ScoreColumn) => colors[column.kind],
          }),
          plot.text(columns, {
            x: "name",
            y: "count",
            text: (column: ScoreColumn) => (narrow ? "" : column.share),
            dy: -8,
            fill: theme.ink2,
            fontSize: 11,
          }),
          ...classNames(canvas, view, most * 1.12),
          plot.axisX({ tickSize: 0, color: theme.ink2, label: null }),
        ],
      },
      points: columns.map(({ name, count, share, kind, cell, customers }) => ({
        x: name,
        y: count,
        cell,
        title: `${view.title(Number(name))} · ${view.classes[kind]}`,
        rows: [
          { label: view.labels.answers, value: view.count(count) },
          { label: view.labels.share, value: share },
          { label: view.labels.customers, value: view.count(customers) },
        ],
      })),
      nearest: "x",
    };
  };

export interface TrendView {
  readonly points: readonly TrendPoint[];
  readonly centre: number;
  readonly tick: (value: number) => string;
}

/** The score by period, the band of ordinary variation behind it, and what lies outside marked. */
export const trendLine =
  (view: TrendView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const drawn = view.points.filter(({ nps }) => nps !== null);
    const values = drawn.flatMap(({ low, high, limitLow, limitHigh }) =>
      [low, high, limitLow, limitHigh].filter((value) => value !== null),
    );
    const from = Math.min(0, Math.floor(Math.min(...values) / 20) * 20);
    const to = Math.max(20, Math.ceil(Math.max(...values) / 20) * 20);
    const every = Math.max(1, Math.ceil(view.points.length / (narrow ? 4 : 9)));
    const names = view.points.map(({ name }) => name);
    return {
      options: {
        marginTop: 16,
        marginBottom: 26,
        marginRight: 20,
        x: { domain: [-0.4, view.points.length - 0.6], axis: null },
        y: { domain: [from, to], axis: null },
        marks: [
          plot.areaY(drawn, {
            x: "x",
            y1: "limitLow",
            y2: "limitHigh",
            fill: theme.neutral,
            fillOpacity: 0.16,
            curve: "step",
          }),
          zeroLine(canvas),
          plot.ruleY([view.centre], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.ruleX(drawn, {
            x: "x",
            y1: "low",
            y2: "high",
            stroke: theme.accent,
            strokeOpacity: 0.35,
            strokeWidth: 3,
          }),
          plot.line(drawn, { x: "x", y: "nps", stroke: theme.accent, strokeWidth: 2 }),
          plot.dot(drawn, {
            x: "x",
            y: "nps",
            r: (point: TrendPoint) => (point.isOutside ? 5.5 : 3.5),
            fill: (point: TrendPoint) => (point.isOutside ? theme.bad : theme.accent),
            stroke: theme.surface,
            strokeWidth: 1.5,
          }),
          plot.axisX({
            ticks: view.points.map(({ x }) => x).filter((x) => x % every === 0),
            tickFormat: (x: number) => names[x] ?? "",
            color: theme.ink2,
            label: null,
            tickSize: 4,
          }),
          axisY(canvas, { format: view.tick }),
        ],
      },
      points: drawn.map(({ x, nps, cell, title, rows }) => ({ x, y: nps, cell, title, rows })),
      nearest: "x",
    };
  };
