import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { MapPoint, MapView } from "./view-model";

/** Customers by what has built up and by the last answer, cut into four; a dot is as large as its customers are many. */
export const historyMap =
  (view: MapView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { points, cut, scale } = view;
    const colors = {
      steady: theme.good,
      slipped: theme.bad,
      recovering: theme.accent,
      unhappy: theme.ink3,
    };
    const most = Math.max(1, ...points.map(({ customers }) => customers));
    const ticks = Array.from({ length: scale[1] - scale[0] + 1 }, (_, k) => scale[0] + k);
    const domain = [scale[0] - 0.6, scale[1] + 0.6];
    return {
      options: {
        marginTop: 24,
        marginBottom: 40,
        marginLeft: 40,
        x: { domain, axis: null },
        // room above and below for the names of the corners
        y: { domain: [scale[0] - 0.9, scale[1] + 0.9], axis: null },
        r: { domain: [0, most], range: [0, narrow ? 13 : 18] },
        marks: [
          plot.ruleX([cut], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.ruleY([cut], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.dot(points, {
            x: "level",
            y: "score",
            r: "customers",
            fill: (point: MapPoint) => colors[point.standing],
            fillOpacity: 0.75,
            stroke: theme.surface,
          }),
          ...cornerNames(canvas, view),
          axisX(canvas, { ticks, format: view.number }),
          axisY(canvas, { ticks, format: view.number }),
          plot.text([view.axes.x], {
            frameAnchor: "bottom-right",
            dy: 34,
            fill: theme.ink2,
            fontSize: 11,
          }),
          plot.text([view.axes.y], {
            frameAnchor: "top-left",
            dx: -32,
            dy: -16,
            fill: theme.ink2,
            fontSize: 11,
          }),
        ],
      },
      points: points.map(({ level, score, cell, title, rows }) => ({
        x: level,
        y: score,
        cell,
        title,
        rows,
      })),
      nearest: "xy",
    };
  };

function cornerNames({ plot, theme }: Canvas, { names }: MapView) {
  const text = (
    name: string,
    frameAnchor: "top-left" | "top-right" | "bottom-left" | "bottom-right",
  ) =>
    plot.text([name], {
      frameAnchor,
      dx: frameAnchor.endsWith("left") ? 6 : -6,
      dy: frameAnchor.startsWith("top") ? 4 : -4,
      fill: theme.ink2,
      stroke: theme.surface,
      strokeWidth: 4,
      fontSize: 12,
    });
  return [
    text(names.recovering, "top-left"),
    text(names.steady, "top-right"),
    text(names.unhappy, "bottom-left"),
    text(names.slipped, "bottom-right"),
  ];
}
