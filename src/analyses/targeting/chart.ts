import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel, zeroLine } from "../../page/charts/marks";
import type { CurveView } from "./view-model";

/** The best length: a dot and its name. */
function bestMarks(canvas: Canvas, { best, most }: CurveView) {
  const { plot, theme } = canvas;
  if (best === null) return [];
  const dot = { x: "x", y: "y", r: 4.5, fill: theme.accent, stroke: theme.surface, strokeWidth: 2 };
  const anchor = best.x > 0.6 * most ? "end" : "start";
  return [
    plot.dot([best], dot),
    directLabel(canvas, best.text, best, { anchor, dy: -12, strong: true }),
  ];
}

/** Profit by length of the list: by expected profit solid, by chance alone dashed, the best length marked. */
export const profitCurve =
  (view: CurveView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { most } = view;
    const middle = view.stops[Math.floor(view.stops.length * 0.55)];
    return {
      options: {
        marginTop: 24,
        marginRight: 24,
        x: { domain: [0, most], axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          zeroLine(canvas),
          plot.line(view.line, {
            x: "x",
            y: "byChance",
            stroke: theme.ink2,
            strokeWidth: 1.5,
            strokeDasharray: "4 3",
          }),
          plot.line(view.line, { x: "x", y: "profit", stroke: theme.accent, strokeWidth: 2 }),
          ...(middle === undefined
            ? []
            : [
                directLabel(
                  canvas,
                  view.byChance,
                  { x: middle.x, y: middle.byChance },
                  { dy: 16, anchor: "end", color: theme.ink2 },
                ),
              ]),
          ...bestMarks(canvas, view),
          axisX(canvas, { ticks: narrow ? [0, most] : [0, most / 2, most], format: view.count }),
          axisY(canvas, { format: view.short }),
        ],
      },
      points: view.stops.map(({ x, profit, cell, title, rows }) => ({
        x,
        y: profit,
        cell,
        title,
        rows,
      })),
      nearest: "x",
    };
  };
