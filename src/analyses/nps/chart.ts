import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { directLabel } from "../../page/charts/marks";
import type { ScoreColumn } from "./view-model";

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
