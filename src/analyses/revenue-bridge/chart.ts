import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisY, directLabel, zeroLine } from "../../page/charts/marks";
import type { BridgeBar } from "./view-model";

const labelsOf = (bars: readonly BridgeBar[], canvas: Canvas) =>
  bars.map(({ name, from, to, label, tone }) =>
    directLabel(
      canvas,
      label,
      { x: name, y: Math.max(from, to) },
      { anchor: "middle", dy: -10, strong: tone === "whole" },
    ),
  );

/** From sales before to sales now: what customers added rises, what they took away falls. */
export const waterfall =
  (bars: readonly BridgeBar[], short: (money: number) => string): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = bars.map(({ name }) => name);
    const colors = { whole: theme.neutral, gain: theme.accent, loss: theme.bad };
    const steps = bars
      .slice(0, -1)
      .map((bar, k) => ({ x1: bar.name, x2: names[k + 1], y: bar.to }));
    return {
      options: {
        marginLeft: 52,
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
          ...(["whole", "gain", "loss"] as const).map((tone) =>
            plot.barY(
              bars.filter((bar) => bar.tone === tone),
              { x: "name", y1: "from", y2: "to", fill: colors[tone] },
            ),
          ),
          ...(narrow ? [] : labelsOf(bars, canvas)),
          plot.axisX({
            ticks: names,
            tickSize: 0,
            label: null,
            color: theme.ink2,
            ...(narrow ? { tickRotate: -30, fontSize: 10 } : {}),
          }),
          axisY(canvas, { format: short }),
        ],
      },
      points: bars.map(({ name, from, to, label, rows, cell }) => ({
        x: name,
        y: Math.max(from, to),
        title: `${name} ${label}`,
        rows,
        ...(cell === null ? {} : { cell }),
      })),
      nearest: "x",
    };
  };
