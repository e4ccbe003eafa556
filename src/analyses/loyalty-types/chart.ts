import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import { STRETCHES } from "./spec";
import type { MapPoint, MapView } from "./view-model";

/** Customers by score and behaviour, cut into the four types; a dot is as large as its customers are many. */
export const loyaltyMap =
  (view: MapView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { points, cut, scale } = view;
    const colors = {
      apostle: theme.good,
      mercenary: theme.accent,
      hostage: theme.ink3,
      defector: theme.bad,
    };
    const most = Math.max(1, ...points.map(({ customers }) => customers));
    const ticks = Array.from({ length: scale[1] - scale[0] + 1 }, (_, k) => scale[0] + k);
    return {
      options: {
        marginTop: 24,
        marginBottom: 40,
        marginLeft: 40,
        x: { domain: [scale[0] - 0.6, scale[1] + 0.6], axis: null },
        // room above and below for the names of the corners
        y: { domain: [-1.8, STRETCHES + 1.8], axis: null },
        r: { domain: [0, most], range: [0, narrow ? 13 : 18] },
        marks: [
          plot.ruleX([cut.score], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.ruleY([cut.stretches], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.dot(points, {
            x: "score",
            y: "stretches",
            r: "customers",
            fill: (point: MapPoint) => colors[point.type],
            fillOpacity: 0.75,
            stroke: theme.surface,
          }),
          ...cornerNames(canvas, view),
          axisX(canvas, { ticks, format: view.number }),
          axisY(canvas, { ticks: [0, 3, 6, 9, 12], format: view.number }),
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
      points: points.map(({ score, stretches, cell, title, rows }) => ({
        x: score,
        y: stretches,
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
    text(names.hostage, "top-left"),
    text(names.apostle, "top-right"),
    text(names.defector, "bottom-left"),
    text(names.mercenary, "bottom-right"),
  ];
}
