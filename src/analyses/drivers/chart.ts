import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { MapPoint, MapView } from "./view-model";

/** Share against score, cut at the means, with a 95 % region about each point; hollow: its corner is not certain. */
export const importanceMap =
  (view: MapView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { points, cut } = view;
    const colorOf = ({ tone, isUndecided }: MapPoint): string =>
      tone === "fix" && !isUndecided ? theme.bad : theme.accent;
    return {
      options: {
        marginTop: 24,
        marginBottom: 40,
        marginLeft: 48,
        marginRight: narrow ? 16 : 28,
        x: { domain: [...view.xDomain], axis: null },
        y: { domain: [...view.yDomain], axis: null },
        marks: [
          plot.ruleX([cut.x], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.ruleY([cut.y], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          ...cornerNames(canvas, view),
          ...points.map((point) =>
            plot.line(point.outline, {
              x: "x",
              y: "y",
              stroke: colorOf(point),
              strokeOpacity: 0.35,
              fill: colorOf(point),
              fillOpacity: 0.06,
            }),
          ),
          plot.dot(points, {
            x: "x",
            y: "y",
            r: 5,
            fill: (point: MapPoint) => (point.isUndecided ? theme.surface : colorOf(point)),
            stroke: colorOf,
            strokeWidth: 2,
          }),
          ...points.map((point) =>
            directLabel(canvas, point.name, point, {
              anchor: point.x > cut.x ? "start" : "end",
              dx: point.x > cut.x ? 9 : -9,
            }),
          ),
          axisX(canvas, { format: view.number }),
          axisY(canvas, { format: view.percent }),
          ...axisNames(canvas, view),
        ],
      },
      points: points.map(({ x, y, name, cell, rows }) => ({ x, y, title: name, cell, rows })),
      nearest: "xy",
    };
  };

function axisNames({ plot, theme }: Canvas, { axes }: MapView) {
  const style = { fill: theme.ink2, fontSize: 11 };
  return [
    plot.text([axes.x], { frameAnchor: "bottom-right", dy: 34, ...style }),
    plot.text([axes.y], { frameAnchor: "top-left", dx: -40, dy: -16, ...style }),
  ];
}

function cornerNames({ plot, theme }: Canvas, { corners }: MapView) {
  const text = (
    name: string,
    frameAnchor: "top-left" | "top-right" | "bottom-left" | "bottom-right",
  ) =>
    plot.text([name], {
      frameAnchor,
      dx: frameAnchor.endsWith("left") ? 6 : -6,
      dy: frameAnchor.startsWith("top") ? 6 : -6,
      fill: theme.ink3,
      fontSize: 12,
    });
  return [
    text(corners.concentrate, "top-left"),
    text(corners.keep, "top-right"),
    text(corners.low, "bottom-left"),
    text(corners.overkill, "bottom-right"),
  ];
}
