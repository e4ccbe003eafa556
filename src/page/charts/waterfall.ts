import type { Canvas, CardRow, FigureBuilder } from "./figure";
import { axisY, directLabel, zeroLine } from "./marks";

/** What is there, or what adds to it or takes from it. */
export interface WaterfallBar {
  readonly name: string;
  /** its lower and its upper end, or the other way round for a loss */
  readonly from: number;
  readonly to: number;
  readonly tone: "whole" | "gain" | "loss";
  readonly label: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string | null;
}

interface Scale {
  readonly tick: (value: number) => string;
  /** so short that they have room on a phone, too */
  readonly hasShortLabels?: boolean;
}

const labelsOf = (bars: readonly WaterfallBar[], canvas: Canvas) =>
  bars.map(({ name, from, to, label, tone }) =>
    directLabel(
      canvas,
      label,
      { x: name, y: Math.max(from, to) },
      { anchor: "middle", dy: -10, strong: tone === "whole" },
    ),
  );

/** What is added rises, what is taken away falls; each begins where the one before ends. */
export const waterfall =
  (bars: readonly WaterfallBar[], { tick, hasShortLabels = false }: Scale): FigureBuilder =>
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
          ...(narrow && !hasShortLabels ? [] : labelsOf(bars, canvas)),
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
      points: bars.map(({ name, from, to, title, rows, cell }) => ({
        x: name,
        y: Math.max(from, to),
        title,
        rows,
        ...(cell === null ? {} : { cell }),
      })),
      nearest: "x",
    };
  };
