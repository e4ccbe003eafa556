import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { MonthPoint, RisingView, TrendView } from "./chart-view";

/** The share that is through after a time, with the promise where it is looked at. */
export const risingCurve =
  (view: RisingView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { mark } = view;
    return {
      options: {
        marginTop: 20,
        marginRight: narrow ? 16 : 24,
        x: { domain: [0, view.xMax] },
        y: { domain: [0, 1] },
        marks: [
          plot.areaY(view.line, {
            x: "x",
            y: "y",
            curve: "step-after",
            fill: theme.accentSoft,
          }),
          plot.line(view.line, {
            x: "x",
            y: "y",
            curve: "step-after",
            stroke: theme.accent,
            strokeWidth: 2,
          }),
          ...(mark === null
            ? []
            : [
                plot.ruleX([mark.x], { stroke: theme.ink2, strokeDasharray: "3 3" }),
                plot.dot([mark], {
                  x: "x",
                  y: "y",
                  r: 4.5,
                  fill: theme.accent,
                  stroke: theme.surface,
                  strokeWidth: 2,
                }),
                directLabel(canvas, mark.text, mark, { dx: 8, dy: 14, strong: true }),
              ]),
          axisX(canvas, {
            ticks: ticksOf(view.xMax, mark?.x, narrow ? 3 : 6),
            format: view.number,
          }),
          axisY(canvas, { ticks: [0, 0.5, 1], format: view.percent }),
        ],
      },
      points: view.stops,
      nearest: "x",
    };
  };

/** The promise, its multiples, and no more than a few. */
function ticksOf(end: number, limit: number | undefined, most: number): readonly number[] {
  if (limit === undefined || limit <= 0) return [0, end];
  const stride = Math.max(1, Math.ceil(end / limit / most)) * limit;
  const ticks = [0];
  for (let at = stride; at <= end; at += stride) ticks.push(at);
  return ticks;
}

/** Months with their limits; those outside carry a ring and stand out. */
export const controlChart =
  (view: TrendView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { months, centre } = view;
    const drawn = months.filter((month) => month.value !== null);
    const banded = months.filter((month) => month.low !== null);
    const stride = Math.max(1, Math.ceil(months.length / (narrow ? 4 : 9)));
    const ticks = months.filter((_, k) => k % stride === 0).map((month) => month.at);
    const y = (month: MonthPoint): number | null => month.value;
    return {
      options: {
        marginTop: 12,
        marginRight: narrow ? 12 : 20,
        x: { type: "point", domain: months.map((month) => month.at) },
        y: { domain: [0, view.yMax] },
        marks: [
          plot.areaY(banded, {
            x: "at",
            y1: "low",
            y2: "high",
            fill: theme.neutral,
            fillOpacity: 0.22,
          }),
          ...(centre === null
            ? []
            : [plot.ruleY([centre], { stroke: theme.ink3, strokeDasharray: "3 3" })]),
          plot.line(drawn, { x: "at", y, stroke: theme.accent, strokeWidth: 2 }),
          plot.dot(
            drawn.filter((month) => !month.isOutside),
            {
              x: "at",
              y,
              r: 3.5,
              fill: (month: MonthPoint) => (month.isPart ? theme.surface : theme.accent),
              stroke: theme.accent,
              strokeWidth: 1.5,
            },
          ),
          plot.dot(
            drawn.filter((month) => month.isOutside),
            { x: "at", y, r: 6, symbol: "diamond", fill: theme.bad, stroke: theme.surface },
          ),
          axisX(canvas, { ticks, format: view.tick }),
          axisY(canvas, {
            ticks:
              view.yMax === 1 ? [0, 0.5, 1] : [0, Math.round(view.yMax / 2), Math.floor(view.yMax)],
            format: view.value,
          }),
        ],
      },
      points: drawn.map(({ at, value, cell, title, rows }) => ({
        x: at,
        y: value,
        cell,
        title,
        rows,
      })),
      nearest: "x",
    };
  };
