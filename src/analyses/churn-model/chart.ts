import type { FigureBuilder } from "../../page/charts/figure";
import { axisY, directLabel } from "../../page/charts/marks";
import { textWidth } from "../../page/charts/name-text";
import type { BinsView, CalibrationView, GainsView, WeightsView } from "./risk-view";

/** Customers by their chance. */
export const chanceColumns =
  (view: BinsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = view.columns.map((column) => column.name);
    return {
      options: {
        marginBottom: 40,
        x: { domain: names, padding: 0.15, axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          plot.barY(view.columns, { x: "name", y: "value", fill: theme.accent }),
          plot.axisX({
            ticks: narrow ? names.filter((_, i) => i % 2 === 0) : names,
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

const ROW_HEIGHT = 30;

export const weightsHeight = (view: WeightsView): number =>
  Math.max(2, view.bars.length) * ROW_HEIGHT + 20;

/** What the model goes by, the strongest first. */
export const weightBars =
  (view: WeightsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const names = view.bars.map((bar) => bar.name);
    const most = Math.max(...view.bars.map((bar) => bar.weight), 0);
    const longest = Math.max(...names.map(textWidth), 0);
    return {
      options: {
        marginLeft: Math.min(longest + 14, 150),
        marginTop: 4,
        marginBottom: 8,
        marginRight: 48,
        x: { domain: [0, most > 0 ? most : 1], axis: null },
        y: { domain: names, padding: 0.36, axis: null },
        marks: [
          plot.barX(view.bars, { x: "weight", y: "name", fill: theme.accent }),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
          ...view.bars.map((bar) =>
            directLabel(canvas, bar.label, { x: bar.weight, y: bar.name }, { dx: 8 }),
          ),
        ],
      },
      points: view.bars.map(({ weight, name, rows }) => ({
        x: weight,
        y: name,
        title: name,
        rows,
      })),
      nearest: "y",
    };
  };

/** Said against happened: dots with their intervals, and the line on which they would lie if all were right. */
export const calibrationDots =
  (view: CalibrationView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const ends = [
      { x: 0, y: 0 },
      { x: view.most, y: view.most },
    ];
    return {
      options: {
        marginBottom: 40,
        marginRight: 20,
        x: { domain: [0, view.most], axis: null },
        y: { domain: [0, view.most], axis: null },
        marks: [
          plot.line(ends, { x: "x", y: "y", stroke: theme.ink3, strokeDasharray: "4 3" }),
          plot.ruleX(view.dots, { x: "x", y1: "low", y2: "high", stroke: theme.accent }),
          plot.dot(view.dots, {
            x: "x",
            y: "y",
            r: 4.5,
            fill: theme.accent,
            stroke: theme.surface,
            strokeWidth: 1.5,
          }),
          plot.axisX({
            tickFormat: view.percent,
            ticks: 5,
            color: theme.ink2,
            label: view.x,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          axisY(canvas, { format: view.percent }),
        ],
      },
      points: view.dots.map(({ x, y, cell, title, rows }) => ({ x, y, cell, title, rows })),
      nearest: "x",
    };
  };

/** How many of those who left the first of the list hold. */
export const gainLine =
  (view: GainsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const ends = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ];
    return {
      options: {
        marginBottom: 40,
        marginRight: 24,
        x: { domain: [0, 1], axis: null },
        y: { domain: [0, 1], axis: null },
        marks: [
          plot.line(ends, { x: "x", y: "y", stroke: theme.ink3, strokeDasharray: "4 3" }),
          plot.line(view.line, { x: "x", y: "y", stroke: theme.accent, strokeWidth: 2 }),
          plot.dot(view.stops, { x: "x", y: "y", r: 3.5, fill: theme.accent }),
          directLabel(canvas, view.random, { x: 0.6, y: 0.6 }, { dy: 14, color: theme.ink2 }),
          plot.axisX({
            ticks: narrow ? [0, 0.5, 1] : [0, 0.1, 0.2, 0.5, 1],
            tickFormat: view.percent,
            color: theme.ink2,
            label: view.x,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          axisY(canvas, { ticks: [0, 0.5, 1], format: view.percent }),
        ],
      },
      points: view.stops.map(({ x, y, cell, title, rows }) => ({ x, y, cell, title, rows })),
      nearest: "x",
    };
  };
