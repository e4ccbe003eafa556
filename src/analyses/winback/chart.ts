import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { RecoveryView } from "./view-model";

/** Share back by months since the break, with its interval, and the window in which to win back. */
export const recoveryCurve =
  (view: RecoveryView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { most, from, to, highest } = view;
    const origin = { month: 0, share: 0, low: 0, high: 0 };
    const line = [origin, ...view.stops];
    const band = line.filter(({ low, high }) => low !== null && high !== null);
    const edges = [from, to].filter((month) => month > 0 && month <= most);
    const ticks = [...new Set([0, ...edges, most])].sort((a, b) => a - b);
    return {
      options: {
        marginTop: 26,
        marginRight: 20,
        marginBottom: 40,
        x: { domain: [0, most], axis: null },
        y: { domain: [0, highest], axis: null },
        marks: [
          plot.areaY(band, { x: "month", y1: "low", y2: "high", fill: theme.accentSoft }),
          plot.ruleX(edges, { stroke: theme.ink3, strokeDasharray: "4 3" }),
          plot.line(line, { x: "month", y: "share", stroke: theme.accent, strokeWidth: 2 }),
          plot.dot(view.stops, {
            x: "month",
            y: "share",
            r: 3.5,
            fill: theme.accent,
            stroke: theme.surface,
            strokeWidth: 1.5,
          }),
          ...windowName(canvas, view),
          axisX(canvas, {
            ticks: narrow ? ticks : [...new Set([...ticks, ...threes(most)])].sort((a, b) => a - b),
            format: view.count,
          }),
          plot.axisX({
            ticks: [],
            label: view.axis,
            labelArrow: "none",
            labelAnchor: "center",
            color: theme.ink2,
          }),
          axisY(canvas, { format: view.percent }),
        ],
      },
      points: view.stops.map(({ month, share, cell, title, rows }) => ({
        x: month,
        y: share,
        cell,
        title,
        rows,
      })),
      nearest: "x",
    };
  };

/** The window is named above its middle, where any of it is on the picture. */
const windowName = (canvas: Canvas, { window, from, to, most, highest }: RecoveryView) =>
  from < most
    ? [
        directLabel(
          canvas,
          window,
          { x: (from + Math.min(to, most)) / 2, y: highest },
          { anchor: "middle", dy: -10, color: canvas.theme.ink2 },
        ),
      ]
    : [];

const threes = (most: number): number[] =>
  Array.from({ length: Math.floor(most / 3) }, (_, i) => 3 * (i + 1));
