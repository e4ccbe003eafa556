import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { ChartTheme } from "../../page/charts/theme";
import type { ProfileView } from "./profile-view";

export const profileColors = ({ accent, ink3 }: Pick<ChartTheme, "accent" | "ink3">) => ({
  own: accent,
  average: ink3,
});

/** What remains of a profile over time, beside that of a customer at the means. */
export const profileCurves =
  (view: ProfileView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const step = { x: "time", y: "share", curve: "step-after" } as const;
    const colors = profileColors(theme);
    return {
      options: {
        marginBottom: 40,
        x: { domain: [0, view.longest], axis: null },
        y: { domain: [0, 1], axis: null },
        marks: [
          plot.line(view.average, { ...step, stroke: colors.average, strokeWidth: 1.5 }),
          plot.line(view.own, { ...step, stroke: colors.own, strokeWidth: 2.25 }),
          axisX(canvas, { ticks: view.ticks, format: view.tick }),
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
      points: view.stops.map((stop) => ({
        ...stop,
        rows: stop.rows.map((row, i) => ({ ...row, color: i === 0 ? colors.own : colors.average })),
      })),
      nearest: "x",
    };
  };
