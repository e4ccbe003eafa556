import type { FigureBuilder } from "../../page/charts/figure";
import { axisY, zeroLine } from "../../page/charts/marks";
import { chartTheme } from "../../page/charts/theme";
import type { MapPoint, MapView } from "./view-model";

export const KIND_COLORS = {
  top: chartTheme.accent,
  promising: chartTheme.good,
  fading: chartTheme.bad,
  rest: chartTheme.ink3,
} as const;

const colorOf = ({ kind }: MapPoint): string => KIND_COLORS[kind ?? "rest"];

/** Customers by what they bring and where it goes; hollow where the way is within its error. */
export const valueMap =
  (view: MapView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    return {
      options: {
        marginLeft: 52,
        marginTop: 26,
        marginRight: 16,
        x: { type: "log", axis: null, nice: true },
        y: { domain: [-view.limit * 1.08, view.limit * 1.08], axis: null },
        marks: [
          zeroLine(canvas),
          plot.dot(view.points, {
            x: "amount",
            y: "slope",
            r: narrow ? 3 : 4,
            fill: (point: MapPoint) => (point.isSure ? colorOf(point) : theme.surface),
            stroke: colorOf,
            strokeWidth: 1.2,
            fillOpacity: 0.8,
          }),
          plot.axisX({
            ticks: narrow ? 3 : 6,
            tickFormat: ((value: number) => view.money(value)) as never,
            color: theme.ink2,
            label: null,
            tickSize: 4,
          }),
          axisY(canvas, {
            ticks: [-1, -0.5, 0, 0.5, 1, 1.5].filter((v) => Math.abs(v) <= view.limit),
            format: view.change,
          }),
          plot.text([view.yName], {
            frameAnchor: "top-left",
            dx: -44,
            dy: -20,
            fill: theme.ink2,
            fontSize: 11,
          }),
        ],
      },
      points: view.points.map(({ amount, slope, cell, title, rows }) => ({
        x: amount,
        y: slope,
        cell,
        title,
        rows,
      })),
      nearest: "xy",
    };
  };
