import type { FigureBuilder } from "../../page/charts/figure";
import { directLabel } from "../../page/charts/marks";
import { textWidth } from "../../page/charts/name-text";
import type { DrawnBand, DriftView } from "./drift-view";

const ROW_HEIGHT = 30;
/** The lines of the bands are always in sight. */
const LEAST_END = 0.3;

export const driftHeight = ({ bars }: DriftView): number =>
  Math.max(2, bars.length) * ROW_HEIGHT + 40;

/** How far each property has moved, with the lines of the bands. */
export const driftBars =
  (view: DriftView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const names = view.bars.map((bar) => bar.name);
    const most = Math.max(...view.bars.map((bar) => bar.index), LEAST_END);
    const longest = Math.max(...names.map(textWidth), 0);
    const colors: Readonly<Record<DrawnBand, string>> = {
      steady: theme.accent,
      luck: theme.ink3,
      some: theme.watch,
      far: theme.bad,
    };
    const bars = view.bars.map((bar) => ({ ...bar, fill: colors[bar.band] }));
    return {
      options: {
        marginLeft: Math.min(longest + 14, 150),
        marginTop: 22,
        marginBottom: 8,
        marginRight: 48,
        x: { domain: [0, most], axis: null },
        y: { domain: names, padding: 0.36, axis: null },
        marks: [
          plot.barX(bars, { x: "index", y: "name", fill: "fill" }),
          plot.ruleX(view.lines, { x: "value", stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.text(view.lines, {
            x: "value",
            text: "label",
            frameAnchor: "top",
            dy: -14,
            fill: theme.ink2,
            fontSize: 11,
          }),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
          ...view.bars.map((bar) =>
            directLabel(canvas, bar.label, { x: bar.index, y: bar.name }, { dx: 8 }),
          ),
        ],
      },
      points: view.bars.map(({ index, name, rows }) => ({ x: index, y: name, title: name, rows })),
      nearest: "y",
    };
  };
