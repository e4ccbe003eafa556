import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { MouthPoint } from "./view-model";

export interface MouthFormat {
  readonly percent: (value: number) => string;
  readonly number: (value: number) => string;
  /** the name of the shaded zone */
  readonly zone: string;
}

/** Labels beside the dots only on short scales: on a scale of eleven they would lie on the lines. */
const MOST_LABELS = 7;

/** Observed shares with intervals, the straight line, the bent one, and the zone of tolerance where there is one. */
export const mouthCurve =
  (
    points: readonly MouthPoint[],
    zone: readonly [number, number] | null,
    format: MouthFormat,
  ): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const seen = points.filter(({ ratio }) => ratio !== null);
    const hasBend = points.some(({ bent }) => bent !== null);
    const [first, last] = [points[0]?.score ?? 1, points.at(-1)?.score ?? 5];
    const most = Math.min(1, Math.max(0.1, ...seen.map(({ high }) => high)) * 1.1);
    return {
      options: {
        marginTop: 18,
        marginBottom: 28,
        marginLeft: 48,
        marginRight: 36,
        x: { domain: [first - 0.35, last + 0.35], axis: null },
        y: { domain: [0, most], axis: null },
        marks: [
          ...(zone === null ? [] : zoneMarks(canvas, zone, most, format.zone)),
          line(canvas, points, "straight"),
          ...(hasBend ? [line(canvas, points, "bent")] : []),
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
            fill: theme.accent,
            stroke: theme.surface,
            strokeWidth: 1.5,
          }),
          ...(seen.length > MOST_LABELS ? [] : shareLabels(canvas, seen, most, format)),
          axisX(canvas, { ticks: points.map(({ score }) => score), format: format.number }),
          axisY(canvas, { format: format.percent }),
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

function line({ plot, theme }: Canvas, points: readonly MouthPoint[], which: "straight" | "bent") {
  const fitted = points.filter((point) => point[which] !== null);
  const isBeside = which === "straight" && points.some(({ bent }) => bent !== null);
  return plot.line(fitted, {
    x: "score",
    y: which,
    ...(isBeside
      ? { stroke: theme.ink3, strokeDasharray: "4 3" }
      : { stroke: theme.accent, strokeWidth: 2 }),
  });
}

function zoneMarks(
  { plot, theme }: Canvas,
  [low, high]: readonly [number, number],
  most: number,
  name: string,
) {
  const band = [{ low, high }];
  return [
    plot.rect(band, {
      x1: "low",
      x2: "high",
      y1: 0,
      y2: most,
      fill: theme.accent,
      fillOpacity: 0.1,
    }),
    plot.text(band, {
      x: () => (low + high) / 2,
      y: most,
      text: () => name,
      dy: 10,
      fill: theme.ink2,
      fontSize: 12,
    }),
  ];
}

/** Beside the dots, and above those that lie on the axis. */
function shareLabels(
  { plot, theme }: Canvas,
  seen: readonly MouthPoint[],
  most: number,
  format: MouthFormat,
) {
  const isLow = ({ ratio }: MouthPoint): boolean => ratio !== null && ratio < 0.12 * most;
  const label = (points: readonly MouthPoint[], dy: number, textAnchor: "start" | "end") =>
    plot.text(points, {
      x: "score",
      y: "ratio",
      text: (point: MouthPoint) => format.percent(point.ratio ?? NaN),
      dx: textAnchor === "start" ? 8 : -8,
      dy,
      textAnchor,
      fill: theme.ink,
      stroke: theme.surface,
      strokeWidth: 4,
      fontSize: 12,
    });
  return [
    label(
      seen.filter((point) => !isLow(point)),
      12,
      "start",
    ),
    label(seen.filter(isLow), -10, "end"),
  ];
}
