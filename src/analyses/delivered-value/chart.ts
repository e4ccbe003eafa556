import type { FigureBuilder } from "../../page/charts/figure";
import { axisY, directLabel, zeroLine } from "../../page/charts/marks";
import type { FallBar } from "./view-model";

/** What customers get rises, what it costs them falls, and the last bar is what is left. */
export const valueFall =
  (bars: readonly FallBar[], tick: (value: number) => string): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = bars.map(({ name }) => name);
    const colors = { gain: theme.good, loss: theme.bad, whole: theme.accent };
    const steps = bars
      .slice(0, -1)
      .map((bar, k) => ({ x1: bar.name, x2: names[k + 1], y: bar.to }));
    return {
      options: {
        marginLeft: 44,
        marginTop: 24,
        marginBottom: narrow ? 44 : 28,
        x: { type: "band", domain: names, padding: 0.28, axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          zeroLine(canvas),
          plot.link(steps, {
            x1: "x1",
            x2: "x2",
            y1: "y",
            y2: "y",
            stroke: theme.ink3,
            strokeDasharray: "2 3",
          }),
          plot.barY(bars, {
            x: "name",
            y1: "from",
            y2: "to",
            fill: ({ tone }: FallBar) => colors[tone],
          }),
          ...bars.map(({ name, from, to, label, tone }) =>
            directLabel(
              canvas,
              label,
              { x: name, y: Math.max(from, to) },
              { anchor: "middle", dy: -10, strong: tone === "whole" },
            ),
          ),
          plot.axisX({
            ticks: names,
            tickSize: 0,
            label: null,
            color: theme.ink2,
            ...(narrow ? { tickRotate: -30, fontSize: 10 } : {}),
          }),
          axisY(canvas, { format: tick }),
        ],
      },
      points: bars.map(({ name, from, to, cell, title, rows }) => ({
        x: name,
        y: Math.max(from, to),
        title,
        cell,
        rows,
      })),
      nearest: "x",
    };
  };
