import type { FigureBuilder } from "../../page/charts/figure";
import { axisY } from "../../page/charts/marks";
import { BAND_LIMITS } from "./spec";
import type { BinsView } from "./view-model";

/** Customers by tens of their score, in the colours of the three groups. */
export const scoreColumns =
  (view: BinsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const names = view.columns.map((column) => column.name);
    const colorAt = (i: number): string => {
      if (i * 10 < BAND_LIMITS.danger) return theme.bad;
      return i * 10 < BAND_LIMITS.watch ? theme.watch : theme.good;
    };
    const columns = view.columns.map((column, i) => ({ ...column, fill: colorAt(i) }));
    return {
      options: {
        marginBottom: 40,
        x: { domain: names, padding: 0.15, axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          plot.barY(columns, { x: "name", y: "value", fill: "fill" }),
          plot.axisX({
            ticks: names,
            tickSize: 0,
            color: theme.ink2,
            label: view.label,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          axisY(canvas, { format: view.short }),
        ],
      },
      points: view.columns.map(({ name, value, cell, title, rows }) => ({
        x: name,
        y: value,
        cell,
        title,
        rows,
      })),
      nearest: "x",
    };
  };
