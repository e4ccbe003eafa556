import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { ControlStop, ControlView } from "./chart-view";

type Mark = ReturnType<typeof directLabel>;

const isFaint = ({ isPart, phase }: ControlStop): boolean => isPart || phase === "mixed";

/** A p′ chart: months with the limits of their phase, the standard as a line, and where the change was. */
export const controlChart =
  (view: ControlView): FigureBuilder =>
  (canvas) => {
    const { narrow } = canvas;
    const drawn = view.stops.filter(({ share }) => share !== null);
    const keys = view.stops.map(({ key }) => key);
    const stride = Math.max(1, Math.ceil(keys.length / (narrow ? 4 : 9)));
    return {
      options: {
        marginTop: 26,
        marginRight: narrow ? 12 : 20,
        x: { type: "point", domain: keys },
        y: { domain: [view.lowest, 1] },
        marks: [
          ...limits(canvas, view),
          ...change(canvas, view),
          ...months(canvas, drawn),
          ...standardName(canvas, view),
          axisX(canvas, { ticks: keys.filter((_, k) => k % stride === 0), format: view.tick }),
          axisY(canvas, { ticks: [view.lowest, (view.lowest + 1) / 2, 1], format: view.percent }),
        ],
      },
      points: drawn.map(({ key, share, cell, title, rows }) => ({
        x: key,
        y: share,
        ...(cell === undefined ? {} : { cell }),
        title,
        rows,
      })),
      nearest: "x",
    };
  };

function limits({ plot, theme }: Canvas, view: ControlView): readonly Mark[] {
  const banded = view.stops.filter(({ low }) => low !== null);
  return [
    plot.areaY(banded, {
      x: "key",
      y1: (stop: ControlStop) =>
        stop.low === null ? view.lowest : Math.max(view.lowest, stop.low),
      y2: "high",
      z: "phase",
      fill: theme.neutral,
      fillOpacity: 0.22,
    }),
    plot.line(view.centres, {
      x: "key",
      y: "centre",
      z: "phase",
      stroke: theme.ink3,
      strokeDasharray: "3 3",
    }),
    plot.ruleY([view.standard], { stroke: theme.good, strokeWidth: 1.5 }),
  ];
}

function change(canvas: Canvas, { changeKey, changeName }: ControlView): readonly Mark[] {
  if (changeKey === null) return [];
  const { plot, theme } = canvas;
  return [
    plot.ruleX([changeKey], { stroke: theme.ink2, strokeDasharray: "2 3" }),
    directLabel(canvas, changeName, { x: changeKey, y: 1 }, { dx: 4, dy: -14, color: theme.ink2 }),
  ];
}

function months({ plot, theme }: Canvas, drawn: readonly ControlStop[]): readonly Mark[] {
  return [
    plot.line(drawn, { x: "key", y: "share", stroke: theme.accent, strokeWidth: 2 }),
    plot.dot(
      drawn.filter(({ isOutside }) => !isOutside),
      {
        x: "key",
        y: "share",
        r: 3.5,
        fill: (stop: ControlStop) => (isFaint(stop) ? theme.surface : theme.accent),
        stroke: theme.accent,
        strokeWidth: 1.5,
      },
    ),
    plot.dot(
      drawn.filter(({ isOutside }) => isOutside),
      { x: "key", y: "share", r: 6, symbol: "diamond", fill: theme.bad, stroke: theme.surface },
    ),
  ];
}

function standardName(canvas: Canvas, view: ControlView): readonly Mark[] {
  const [first] = view.stops;
  if (first === undefined) return [];
  const centre = view.centres[0]?.centre ?? null;
  // On the side away from the months, so that it does not lie on their dashed mean.
  const isAbove = centre === null || centre < view.standard;
  const options = { dx: 2, dy: isAbove ? -10 : 12, color: canvas.theme.good };
  return [directLabel(canvas, view.standardName, { x: first.key, y: view.standard }, options)];
}
