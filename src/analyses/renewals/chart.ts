import type { FigureBuilder } from "../../page/charts/figure";
import { axisY } from "../../page/charts/marks";
import type { RatePoint, RateView } from "./view-model";

/** Air below the lowest interval, so that nobody takes the foot of the drawing for zero without reading the axis. */
const AIR = 0.05;

/** Observed rates with their intervals, the model as a curve. */
export const renewalRates =
  (view: RateView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { points } = view;
    const lowest = Math.min(...points.map(({ low, expected }) => Math.min(low, expected ?? 1)));
    const expected = points.filter((point) => point.expected !== null);
    return {
      options: {
        marginBottom: 40,
        marginRight: 16,
        x: { domain: [0.5, points.length + 0.5], axis: null },
        y: { domain: [Math.max(0, Math.floor((lowest - AIR) * 10) / 10), 1], axis: null },
        marks: [
          plot.line(expected, {
            x: "renewal",
            y: "expected",
            stroke: theme.ink,
            strokeWidth: 1.5,
            strokeDasharray: "4 3",
          }),
          plot.ruleX(points, { x: "renewal", y1: "low", y2: "high", stroke: theme.accent }),
          plot.dot(points, { x: "renewal", y: "rate", r: 4, fill: theme.accent }),
          plot.axisX({
            ticks: tickedRenewals(points, narrow),
            tickFormat: view.count,
            tickSize: 0,
            color: theme.ink2,
            label: view.axis,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          axisY(canvas, { format: view.percent }),
        ],
      },
      points: points.map(({ renewal, rate, cell, title, rows }) => ({
        x: renewal,
        y: rate,
        cell,
        title,
        rows,
      })),
      nearest: "x",
    };
  };

function tickedRenewals(points: readonly RatePoint[], narrow: boolean): number[] {
  const every = Math.max(1, Math.ceil(points.length / (narrow ? 6 : 12)));
  return points.map(({ renewal }) => renewal).filter((renewal) => (renewal - 1) % every === 0);
}
