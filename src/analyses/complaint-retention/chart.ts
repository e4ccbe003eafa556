import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { ChartTheme } from "../../page/charts/theme";
import { GROUPS, TICKS, type Group } from "./spec";
import type { CurvesView } from "./view-model";

/** One colour a group, whichever of them are drawn. */
export const groupColor = ({ categories }: Pick<ChartTheme, "categories">, group: Group): string =>
  categories[GROUPS.indexOf(group) % categories.length] as string;

/** Share still there, one line a group. */
export const stayCurves =
  (view: CurvesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    return {
      options: {
        marginRight: 20,
        marginBottom: 40,
        x: { domain: [0, view.longest], axis: null },
        y: { domain: [0, 1], axis: null },
        marks: [
          ...view.curves.map(({ steps, group }) =>
            plot.line(steps, {
              x: "x",
              y: "y",
              curve: "step-after",
              stroke: groupColor(theme, group),
              strokeWidth: 2,
              // Without colour the customers beside are told apart by their line.
              ...(group === "none" ? { strokeDasharray: "5 4" } : {}),
            }),
          ),
          axisX(canvas, {
            ticks: TICKS.filter((day) => day <= view.longest),
            format: view.number,
          }),
          plot.axisX({
            ticks: [],
            label: view.axis,
            labelArrow: "none",
            labelAnchor: "center",
            color: theme.ink2,
          }),
          axisY(canvas, { ticks: [0, 0.25, 0.5, 0.75, 1], format: view.percent }),
        ],
      },
      points: view.curves.flatMap(({ stops, group }) =>
        stops.map((stop) => ({
          ...stop,
          rows: stop.rows.map((row, line) =>
            line === 0 ? { ...row, color: groupColor(theme, group) } : row,
          ),
        })),
      ),
      nearest: "xy",
    };
  };
