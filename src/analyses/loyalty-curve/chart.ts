import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { CurvePoint } from "./view-model";

export interface CurveFormat {
  readonly percent: (value: number) => string;
  readonly number: (value: number) => string;
}

/** Observed shares with intervals, the rising fit through them, and the logistic line. */
export const loyaltyCurve =
  (points: readonly CurvePoint[], format: CurveFormat): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const seen = points.filter(({ ratio }) => ratio !== null);
    const fitted = points.filter(({ logistic }) => logistic !== null);
    const [first, last] = [points[0]?.score ?? 1, points.at(-1)?.score ?? 5];
    return {
      options: {
        marginTop: 14,
        marginBottom: 28,
        marginLeft: 48,
        marginRight: 36,
        x: { domain: [first - 0.35, last + 0.35], axis: null },
        y: { domain: [0, 1], axis: null },
        marks: [
          plot.line(fitted, {
            x: "score",
            y: "logistic",
            stroke: theme.ink3,
            strokeDasharray: "4 3",
          }),
          plot.line(seen, { x: "score", y: "isotonic", stroke: theme.accent, strokeWidth: 2 }),
          plot.ruleX(seen, {
            x: "score",
            y1: "low",
            y2: "high",
            stroke: theme.accent,
            strokeOpacity: 0.4,
            strokeWidth: 3,
          }),
          plot.dot(seen, {
            x: "score",
            y: "ratio",
            r: 5,
            fill: (point: CurvePoint) => (point.isTop ? theme.good : theme.accent),
            stroke: theme.surface,
            strokeWidth: 1.5,
          }),
          shareLabels(canvas, seen, format),
          axisX(canvas, { ticks: points.map(({ score }) => score), format: format.number }),
          axisY(canvas, { ticks: [0, 0.25, 0.5, 0.75, 1], format: format.percent }),
        ],
      },
      points: seen.map(({ score, ratio, cell, title, rows }) => ({
        x: score,
        y: ratio,
        cell,
        title,
        rows,
      })),
      nearest: "x",
    };
  };

const shareLabels = ({ plot, theme }: Canvas, seen: readonly CurvePoint[], format: CurveFormat) =>
  plot.text(seen, {
    x: "score",
    y: "ratio",
    text: (point: CurvePoint) => format.percent(point.ratio ?? NaN),
    dx: 8,
    dy: 12,
    textAnchor: "start",
    fill: theme.ink,
    stroke: theme.surface,
    strokeWidth: 4,
    fontSize: 12,
  });
