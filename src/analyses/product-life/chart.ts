import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { ChartTheme } from "../../page/charts/theme";
import type { AdoptionView, MapView } from "./chart-view";
import type { Phase } from "./spec";

/** What calls for action stands out; what is as it was is pale. */
export function phaseColor(theme: ChartTheme, phase: Phase): string {
  switch (phase) {
    case "introduction":
      return theme.life.new;
    case "rise":
      return theme.good;
    case "maturity":
      return theme.accent;
    case "decline":
      return theme.bad;
    case "ended":
    case "unsure":
      return theme.ink3;
  }
}

/** Colours of the groups in the order of the curves, as the legend has them. */
export const groupColor = ({ categories }: ChartTheme, index: number): string =>
  categories[index % categories.length] as string;

/** Products by growth (across) and sales (upwards, by factors), in the colour of their phase. */
export const productMap =
  (view: MapView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const sales = view.dots.map(({ y }) => y);
    const most = Math.max(...sales, 1);
    const least = Math.min(...sales, most);
    const [low, high] = view.xDomain;
    const isStrong = (phase: Phase): boolean => phase === "decline" || phase === "rise";
    return {
      options: {
        marginTop: 24,
        marginLeft: 52,
        marginBottom: 40,
        marginRight: 24,
        x: { domain: [low, high], axis: null },
        y: { type: "log", domain: [least * 0.8, most * 1.3], axis: null },
        marks: [
          plot.ruleX([0], { stroke: theme.ink3 }),
          plot.dot(view.dots, {
            x: "x",
            y: "y",
            r: (dot: { phase: Phase }) => (isStrong(dot.phase) ? 6 : 4),
            fill: (dot: { phase: Phase }) => phaseColor(theme, dot.phase),
            fillOpacity: (dot: { phase: Phase }) => (isStrong(dot.phase) ? 0.95 : 0.45),
            stroke: theme.surface,
          }),
          ...names(view, canvas),
          axisX(canvas, {
            ticks: [-1, -0.5, 0, 0.5, 1, 1.5].filter(
              (tick) => tick >= low && tick <= high && !(narrow && Math.abs(tick) === 0.5),
            ),
            format: view.percent,
          }),
          axisY(canvas, { ticks: powers(least, most), format: view.short }),
          plot.text([view.xLabel], {
            frameAnchor: "bottom-right",
            dy: 36,
            fill: theme.ink2,
            text: (label: string) => label,
          }),
          plot.text([view.yLabel], {
            frameAnchor: "top-left",
            dx: -46,
            dy: -18,
            fill: theme.ink2,
            text: (label: string) => label,
          }),
        ],
      },
      points: view.dots.map(({ x, y, title, rows, cell }) => ({ x, y, title, rows, cell })),
      nearest: "xy",
    };
  };

/** The names of what calls for action, towards the middle of the picture. */
function names({ dots, xDomain: [low, high] }: MapView, canvas: Canvas) {
  return dots
    .filter(({ isNamed }) => isNamed)
    .map((dot) => {
      const isRight = dot.x > (low + high) / 2;
      return directLabel(canvas, dot.title, dot, {
        anchor: isRight ? "end" : "start",
        dx: isRight ? -10 : 10,
        strong: true,
      });
    });
}

/** One, three, ten … between two amounts. */
function powers(least: number, most: number): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) {
    ticks.push(10 ** power, 3 * 10 ** power);
  }
  return ticks.filter((tick) => tick >= least * 0.8 && tick <= most * 1.3);
}

/** Share that has bought it by each day, as steps; one line a group. */
export const adoptionCurves =
  (view: AdoptionView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    return {
      options: {
        marginRight: 20,
        marginBottom: 40,
        x: { domain: [0, view.longest], axis: null },
        y: { domain: [0, view.highest], axis: null },
        marks: [
          ...view.curves.map(({ steps }, index) =>
            plot.line(steps, {
              x: "time",
              y: "share",
              curve: "step-after",
              stroke: groupColor(theme, index),
              strokeWidth: index < 2 ? 2.5 : 1.5,
              ...(index < 2 ? {} : { strokeDasharray: "4 3" }),
            }),
          ),
          axisX(canvas),
          axisY(canvas, { format: view.percent }),
          plot.text([view.xLabel], {
            frameAnchor: "bottom-right",
            dy: 36,
            fill: theme.ink2,
            text: (label: string) => label,
          }),
        ],
      },
      points: view.curves.flatMap(({ stops }, index) =>
        stops.map((stop) => ({
          ...stop,
          rows: stop.rows.map((row, k) =>
            k === 0 ? { ...row, color: groupColor(theme, index) } : row,
          ),
        })),
      ),
      nearest: "xy",
    };
  };
