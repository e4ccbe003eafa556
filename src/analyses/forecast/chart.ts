import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { SeriesView } from "./view-model";

/** Actual months solid, expected ones dashed in their shade; thin: what was forecast of months that are over. */
export const seriesChart =
  (view: SeriesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const last = view.actual.at(-1);
    const end = view.ahead.at(-1);
    const line = last === undefined ? view.ahead : [last, ...view.ahead];
    const place = { x: "month", y: "value" };
    return {
      options: {
        marginRight: narrow ? 16 : 56,
        y: { zero: true, nice: true, axis: null },
        x: { axis: null },
        marks: [
          plot.areaY(view.band, {
            x: "month",
            y1: "low",
            y2: "high",
            fill: theme.accent,
            fillOpacity: 0.16,
          }),
          plot.line(view.tested, { ...place, stroke: theme.ink3, strokeWidth: 1.2 }),
          plot.line(view.actual, { ...place, stroke: theme.accent, strokeWidth: 2 }),
          plot.line(line, {
            ...place,
            stroke: theme.accent,
            strokeWidth: 2,
            strokeDasharray: "5 4",
          }),
          ...(narrow || end === undefined
            ? []
            : [
                directLabel(
                  canvas,
                  view.aheadName,
                  { x: end.month, y: end.value },
                  { dx: 8, strong: true },
                ),
              ]),
          axisX(canvas, {
            ticks: narrow ? view.ticks.filter((_, i) => i % 2 === 0) : view.ticks,
            format: view.tick,
          }),
          axisY(canvas, { format: view.short }),
        ],
      },
      points: [...view.actual, ...view.ahead].map(({ month, value, title, rows, cell }) => ({
        x: month,
        y: value,
        title,
        rows,
        ...(cell === null ? {} : { cell }),
      })),
      nearest: "x",
    };
  };
