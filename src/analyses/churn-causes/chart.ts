import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { ChartTheme } from "../../page/charts/theme";
import { textWidth } from "../../page/charts/name-text";
import type { GroupCurvesView } from "./group-view";
import type { BarsView, CurvesView } from "./view-model";

/** Colour of the cause at a place. */
export const causeColor = ({ categories }: Pick<ChartTheme, "categories">, place: number): string =>
  categories[place % categories.length] as string;

/** Shares lost to each cause, on top of each other; what is above them is left. */
export const incidenceLayers =
  (view: CurvesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    return {
      options: {
        marginRight: 20,
        marginBottom: 40,
        x: { domain: [0, view.lastTime], axis: null },
        y: { domain: [0, Math.min(1, view.highest)], axis: null },
        marks: [
          ...view.layers.map(({ steps }, place) =>
            plot.areaY(steps, {
              x: "time",
              y1: "from",
              y2: "to",
              curve: "step-after",
              fill: causeColor(theme, place),
              fillOpacity: 0.8,
            }),
          ),
          axisX(canvas, { ticks: view.ticks, format: view.tick }),
          plot.axisX({
            ticks: [],
            label: view.axis,
            labelArrow: "none",
            labelAnchor: "center",
            color: theme.ink2,
          }),
          axisY(canvas, { format: view.percent }),
        ],
      },
      points: view.stops.map((stop) => ({
        ...stop,
        rows: stop.rows.map((row, place) => ({ ...row, color: causeColor(theme, place) })),
      })),
      nearest: "x",
    };
  };

const ROW_HEIGHT = 34;

export const barsHeight = ({ bars }: BarsView): number =>
  Math.max(2, bars.length) * ROW_HEIGHT + 20;

/** One bar a reason, the largest first, with what it and those above make together. */
export const reasonBars =
  (view: BarsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = view.bars.map(({ name }) => name);
    const most = Math.max(...view.bars.map(({ value }) => value), 0);
    const longest = Math.max(...names.map(textWidth), 0);
    return {
      options: {
        marginLeft: Math.min(longest + 14, narrow ? 110 : 180),
        marginTop: 4,
        marginBottom: 8,
        marginRight: narrow ? 96 : 120,
        x: { domain: [0, most > 0 ? most : 1], axis: null },
        y: { domain: names, padding: 0.36, axis: null },
        marks: [
          plot.barX(view.bars, { x: "value", y: "name", fill: theme.accent }),
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

/** Share lost to one cause over time, one line a group. */
export const groupLines =
  (view: GroupCurvesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    return {
      options: {
        marginRight: 20,
        marginBottom: 40,
        x: { domain: [0, view.longest], axis: null },
        y: { domain: [0, view.highest], axis: null },
        marks: [
          ...view.curves.map(({ steps }, place) =>
            plot.line(steps, {
              x: "time",
              y: "share",
              curve: "step-after",
              stroke: causeColor(theme, place),
              strokeWidth: 2,
            }),
          ),
          axisX(canvas, { ticks: view.ticks, format: view.tick }),
          plot.axisX({
            ticks: [],
            label: view.axis,
            labelArrow: "none",
            labelAnchor: "center",
            color: theme.ink2,
          }),
          axisY(canvas, { format: view.percent }),
        ],
      },
      points: view.curves.flatMap(({ stops }, place) =>
        stops.map((stop) => ({
          ...stop,
          rows: stop.rows.map((row, line) =>
            line === 0 ? { ...row, color: causeColor(theme, place) } : row,
          ),
        })),
      ),
      nearest: "xy",
    };
  };
