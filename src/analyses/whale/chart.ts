import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel, zeroLine } from "../../page/charts/marks";
import { textWidth } from "../../page/charts/name-text";
import type { CausesView, CurveView } from "./curve-view";

/** The whale: what is earned rises to the peak, what is lost falls from it; the corners are named where they are. */
export const whaleCurve =
  (view: CurveView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { peak, breakEven } = view;
    const dot = (at: { x: number; y: number }, fill: string) =>
      plot.dot([at], { x: "x", y: "y", r: 4.5, fill, stroke: theme.surface, strokeWidth: 2 });
    return {
      options: {
        marginTop: 20,
        marginRight: narrow ? 20 : 28,
        x: { domain: [0, 1], axis: null },
        y: { domain: [...view.yDomain], axis: null },
        marks: [
          plot.areaY(view.rising, { x: "x", y: "y", fill: theme.accentSoft }),
          plot.areaY(view.falling, { x: "x", y: "y", fill: theme.bad, fillOpacity: 0.16 }),
          plot.ruleY([view.end], { stroke: theme.ink2, strokeDasharray: "3 3" }),
          zeroLine(canvas),
          plot.line(view.rising, { x: "x", y: "y", stroke: theme.accent, strokeWidth: 2 }),
          plot.line(view.falling, { x: "x", y: "y", stroke: theme.bad, strokeWidth: 2.5 }),
          ...(breakEven === null
            ? []
            : [
                dot(breakEven, theme.accent),
                directLabel(canvas, breakEven.text, breakEven, {
                  anchor: breakEven.x > 0.55 ? "end" : "start",
                  dx: breakEven.x > 0.55 ? 0 : 8,
                  dy: 14,
                  color: theme.ink2,
                }),
              ]),
          ...(peak === null
            ? []
            : [
                dot(peak, theme.ink),
                directLabel(canvas, peak.text, peak, {
                  anchor: peak.x > 0.5 ? "end" : "start",
                  dx: peak.x > 0.5 ? -4 : 4,
                  dy: -12,
                  strong: true,
                }),
              ]),
          axisX(canvas, {
            ticks: narrow ? view.xTicks.filter((tick) => tick !== 0.2) : view.xTicks,
            format: view.percent,
          }),
          axisY(canvas, {
            ...(view.yTicks === null ? {} : { ticks: view.yTicks }),
            format: view.value,
          }),
        ],
      },
      points: view.stops,
      nearest: "x",
    };
  };

const ROW_HEIGHT = 36;

export const causesHeight = (view: CausesView): number =>
  Math.max(2, view.bars.length) * ROW_HEIGHT + 24;

/** What is lost under each cause, the dearest first. */
export const causeBars =
  (view: CausesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = view.bars.map((bar) => bar.name);
    const most = Math.max(...view.bars.map((bar) => bar.loss), 0);
    const longest = Math.max(...names.map(textWidth), 0);
    return {
      options: {
        marginLeft: Math.min(longest + 14, 150),
        marginTop: 4,
        marginBottom: 8,
        marginRight: narrow ? 108 : 130,
        x: { domain: [0, most > 0 ? most : 1], axis: null },
        y: { domain: names, padding: 0.36, axis: null },
        marks: [
          plot.barX(view.bars, { x: "loss", y: "name", fill: theme.bad }),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
          ...view.bars.map((bar) =>
            directLabel(canvas, bar.label, { x: bar.loss, y: bar.name }, { dx: 8 }),
          ),
        ],
      },
      points: view.bars.map(({ loss, name, cell, rows }) => ({
        x: loss,
        y: name,
        cell,
        title: name,
        rows,
      })),
      nearest: "y",
    };
  };
