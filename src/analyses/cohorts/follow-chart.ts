import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import { shortened } from "../../page/charts/name-text";
import type { FollowPoint, FollowView } from "./follow-view";

const PLACE = { x: "x", y: "share" };

/** Shares with their intervals, and the pooled share dashed; in time as a line with a band, else as dots with bars. */
export const followChart =
  (view: FollowView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow, width } = canvas;
    const every = Math.ceil(view.points.length / Math.max(2, Math.floor(width / 64)));
    const ends = view.pooled.at(-1);
    return {
      options: {
        marginTop: 14,
        marginLeft: 44,
        marginRight: narrow ? 44 : 60,
        x: { type: "point", domain: view.points.map(({ x }) => x), padding: 0.5, axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          ...rangeMarks(canvas, view),
          plot.line(view.pooled, { ...PLACE, stroke: theme.ink2, strokeDasharray: "4 3" }),
          ...(view.fit === null
            ? []
            : [plot.line(view.fit, { ...PLACE, stroke: theme.watch, strokeWidth: 2 })]),
          plot.dot(view.points, {
            ...PLACE,
            r: 4,
            fill: (point: { readonly isPale: boolean }) =>
              point.isPale ? theme.ink3 : theme.accent,
            stroke: theme.surface,
            strokeWidth: 1.5,
          }),
          ...(ends === undefined
            ? []
            : [directLabel(canvas, view.pooledName, { x: ends.x, y: ends.share }, { dx: 8 })]),
          axisX(canvas, {
            ticks: view.points.filter((_, i) => i % every === 0).map(({ x }) => x),
            format: (x: string) => shortened(view.tick(x), 72),
          }),
          axisY(canvas, { format: view.percent }),
        ],
      },
      points: view.points.map(({ x, share, name, rows, cell }) => ({
        x,
        y: share,
        title: name,
        rows,
        cell,
      })),
      nearest: "x",
    };
  };

function rangeMarks({ plot, theme }: Canvas, view: FollowView) {
  const ranged = view.points.filter(({ low }) => low !== null);
  if (view.isLine) {
    return [
      plot.areaY(ranged, { x: "x", y1: "low", y2: "high", fill: theme.accentSoft }),
      plot.line(view.points, { ...PLACE, stroke: theme.accent, strokeWidth: 2 }),
    ];
  }
  return [
    plot.ruleX(ranged, {
      x: "x",
      y1: "low",
      y2: "high",
      stroke: (point: FollowPoint) => (point.isPale ? theme.ink3 : theme.accent),
      strokeWidth: 3,
      strokeOpacity: 0.4,
    }),
  ];
}
