import type { FigureBuilder } from "../../page/charts/figure";
import { directLabel } from "../../page/charts/marks";
import { textWidth } from "../../page/charts/name-text";
import type { StepsView } from "./view-model";

const ROW_HEIGHT = 40;

export const stepsHeight = ({ bars }: StepsView): number => bars.length * ROW_HEIGHT + 12;

/** One bar a step, the lowest first, with what is overdue on it. */
export const stepBars =
  (view: StepsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = view.bars.map(({ name }) => name);
    const most = Math.max(...view.bars.map(({ value }) => value), 1);
    const longest = Math.max(...names.map(textWidth), 0);
    const colors = { calm: theme.accent, watch: theme.watch, bad: theme.bad } as const;
    return {
      options: {
        marginLeft: longest + 14,
        marginTop: 4,
        marginBottom: 8,
        marginRight: narrow ? 110 : 150,
        x: { domain: [0, most], axis: null },
        y: { domain: names, padding: 0.36, axis: null },
        marks: [
          plot.barX(view.bars, {
            x: "value",
            y: "name",
            fill: ({ tone }: { readonly tone: keyof typeof colors }) => colors[tone],
          }),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
          ...view.bars.map(({ label, value, name }) =>
            directLabel(canvas, label, { x: value, y: name }, { dx: 8 }),
          ),
        ],
      },
      points: view.bars.map(({ value, name, cell, rows }) => ({
        x: value,
        y: name,
        cell,
        title: name,
        rows,
      })),
      nearest: "y",
    };
  };
