import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import type { ChartTheme } from "../../page/charts/theme";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { CurvesView, HazardView } from "./curve-view";
import type { TimeAxis } from "./time-view";

type Mark = ReturnType<typeof directLabel>;

/** So many counts have room on a phone. */
const MOST_NARROW = 6;

const STEP = { x: "time", curve: "step-after" } as const;

/** The median of a single curve, with the line down to its time. */
function medianMarks({ median, longest }: CurvesView, canvas: Canvas): Mark[] {
  const { plot, theme } = canvas;
  if (median === null) return [];
  const isLate = median.time > longest * 0.6;
  return [
    plot.ruleX([median.time], { y1: 0, y2: 0.5, stroke: theme.ink2, strokeDasharray: "3 3" }),
    plot.dot([median], { x: "time", y: () => 0.5, r: 4, fill: theme.ink }),
    directLabel(
      canvas,
      median.text,
      { x: median.time, y: 0.5 },
      isLate
        ? { anchor: "end", dx: -10, dy: 14, strong: true }
        : { anchor: "start", dx: 10, dy: -12, strong: true },
    ),
  ];
}

/** Colours of the groups in the order of the curves, as the legend has them. */
export const groupColor = ({ categories }: Pick<ChartTheme, "categories">, index: number): string =>
  categories[index % categories.length] as string;

/** Survival as steps: one curve with its band and median, or one a group. */
export const survivalCurves =
  (view: CurvesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const color = (index: number): string =>
      view.hasBand ? theme.accent : groupColor(theme, index);
    const band = { ...STEP, y1: "lower", y2: "upper", fill: theme.accentSoft };
    return {
      options: {
        marginRight: 20,
        marginBottom: view.hasBand ? 58 : 40,
        x: { domain: [0, view.longest], axis: null },
        y: { domain: [0, 1], axis: null },
        marks: [
          ...(view.hasBand ? view.curves.map(({ steps }) => plot.areaY(steps, band)) : []),
          ...medianMarks(view, canvas),
          ...view.curves.map(({ steps }, index) =>
            plot.line(steps, { ...STEP, y: "share", stroke: color(index), strokeWidth: 2 }),
          ),
          ...timeAxisMarks(view.axis, canvas),
          ...inSightMarks(view, canvas),
          axisY(canvas, { ticks: [0, 0.25, 0.5, 0.75, 1], format: view.percent }),
        ],
      },
      points: view.curves.flatMap(({ stops, rowsOf }, index) =>
        stops.map((stop, k) => ({
          ...stop,
          rows: (rowsOf[k] ?? []).map((row, line) =>
            line === 0 ? { ...row, color: color(index) } : row,
          ),
        })),
      ),
      nearest: view.hasBand ? "x" : "xy",
    };
  };

/** How many were still there, under the axis: how much a step of the curve is worth. */
function inSightMarks({ inSight }: CurvesView, { plot, theme, narrow }: Canvas): Mark[] {
  const every = narrow && inSight.length > MOST_NARROW ? 2 : 1;
  return [
    plot.text(
      inSight.filter((_, i) => i % every === 0),
      {
        x: "time",
        text: "text",
        frameAnchor: "bottom",
        dy: 30,
        fill: theme.ink3,
        fontSize: 10,
        fontVariant: "tabular-nums",
      },
    ),
  ];
}

function timeAxisMarks(axis: TimeAxis, canvas: Canvas): Mark[] {
  const { plot, theme } = canvas;
  return [
    axisX(canvas, { ticks: axis.ticks, format: axis.tick }),
    plot.axisX({
      ticks: [],
      label: axis.label,
      labelArrow: "none",
      labelAnchor: "center",
      color: theme.ink2,
    }),
  ];
}

/** The rate of leaving by tenure: counted columns, the smoothed rate as a line over them. */
export const hazardColumns =
  (view: HazardView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const most = Math.max(...view.bars.map(({ rate }) => rate), 0);
    const highest = Math.max(most, ...view.line.map(({ rate }) => rate)) * 1.08;
    return {
      options: {
        marginBottom: 40,
        x: { domain: [0, view.longest], axis: null },
        y: { domain: [0, highest > 0 ? highest : 1], axis: null },
        marks: [
          plot.rectY(view.bars, {
            x1: "from",
            x2: "to",
            y: "rate",
            inset: 1,
            fill: (bar: { isPeak: boolean }) => (bar.isPeak ? theme.bad : theme.accent),
            fillOpacity: ({ isPeak, isThin }: { isPeak: boolean; isThin: boolean }) => {
              if (isThin) return 0.2;
              return isPeak ? 0.85 : 0.55;
            },
          }),
          plot.line(view.line, { x: "time", y: "rate", stroke: theme.ink, strokeWidth: 1.75 }),
          ...timeAxisMarks(view.axis, canvas),
          axisY(canvas, { format: view.percent }),
        ],
      },
      points: view.stops,
      nearest: "x",
    };
  };
