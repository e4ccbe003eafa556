import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { WeeksView } from "./view-model";

/** Named weeks, so that the longest names of all languages stand beside each other. */
function ticksOf(width: number): readonly number[] {
  if (width < 480) return [-8, 0, 8];
  return width < 760 ? [-8, -4, 0, 4, 8] : [-8, -6, -4, -2, 0, 2, 4, 6, 8];
}

/** Money by the week of the expected order: what is late in the colour of caution, what comes in the accent. */
export const weekColumns =
  (view: WeeksView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, width } = canvas;
    const weeks = view.bars.map(({ week }) => week);
    const ticks = ticksOf(width);
    return {
      options: {
        marginLeft: 52,
        x: { type: "band", domain: weeks, padding: 0.15, axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          plot.barY(
            view.bars.filter(({ isPast }) => isPast),
            {
              x: "week",
              y: "money",
              fill: theme.watch,
            },
          ),
          plot.barY(
            view.bars.filter(({ isPast }) => !isPast),
            {
              x: "week",
              y: "money",
              fill: theme.accent,
            },
          ),
          axisX(canvas, { ticks, format: view.tick }),
          axisY(canvas, { format: view.short }),
        ],
      },
      points: view.bars.map(({ week, money, name, rows, cell }) => ({
        x: week,
        y: money,
        title: name,
        rows,
        cell,
      })),
      nearest: "x",
    };
  };
