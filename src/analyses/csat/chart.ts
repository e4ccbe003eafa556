import type { FigureBuilder } from "../../page/charts/figure";
import type { StepBar } from "./view-model";

/** The share of each step with its interval; the highest and the one below it in colours of their own. */
export const stepColumns =
  (bars: readonly StepBar[]): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = bars.map(({ name }) => name);
    const most = Math.max(...bars.map(({ high }) => high), 0.05);
    const colors = {
      top: theme.good,
      second: theme.accent,
      plain: theme.neutral,
      low: theme.bad,
    };
    const labels = !narrow || bars.length <= 7;
    return {
      options: {
        marginTop: 22,
        marginBottom: 26,
        marginLeft: 12,
        marginRight: 12,
        x: { domain: names, padding: bars.length <= 7 ? 0.3 : 0.16, axis: null },
        y: { domain: [0, most * 1.1], axis: null },
        marks: [
          plot.barY(bars, { x: "name", y: "ratio", fill: (bar: StepBar) => colors[bar.tone] }),
          plot.ruleX(bars, {
            x: "name",
            y1: "low",
            y2: "high",
            stroke: theme.ink,
            strokeOpacity: 0.5,
          }),
          plot.text(labels ? bars : [], {
            x: "name",
            y: "high",
            text: "label",
            dy: -9,
            fill: theme.ink,
            fontSize: 12,
          }),
          plot.axisX({ tickSize: 0, color: theme.ink2, label: null }),
        ],
      },
      points: bars.map(({ name, ratio, cell, title, rows }) => ({
        x: name,
        y: ratio,
        cell,
        title,
        rows,
      })),
      nearest: "x",
    };
  };
