import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, directLabel } from "../../page/charts/marks";
import { shortened, textWidth } from "../../page/charts/name-text";
import type { FallPoint, FallView } from "./view-model";

type Mark = ReturnType<typeof directLabel>;

const LINE_HEIGHT = 30;
const NAME_WIDTH = 220;
const NARROW_NAME_WIDTH = 104;

export const fallHeight = (view: FallView): number =>
  Math.max(2, view.points.length) * LINE_HEIGHT + 64;

type Placed = FallPoint & { readonly place: string };

/** Where a square-root axis is named: round numbers that stand apart on it. */
function rootTicks(most: number): readonly number[] {
  const ticks = [0];
  for (const part of [0.04, 0.16, 0.36, 0.64, 1]) {
    const size = 10 ** Math.floor(Math.log10(part * most));
    const tick = Math.floor((part * most) / size) * size;
    if (tick > 0 && !ticks.includes(tick)) ticks.push(tick);
  }
  return ticks;
}

/** Paired dots: what is usual of a customer as a ring, what came as a dot, the fall between them. */
export const fallDots =
  (view: FallView): FigureBuilder =>
  (canvas) => {
    const places = view.points.map((point, place): Placed => ({ ...point, place: String(place) }));
    const most = canvas.narrow ? NARROW_NAME_WIDTH : NAME_WIDTH;
    const longest = Math.max(24, ...places.map(({ name }) => textWidth(name)));
    const ticks = rootTicks(view.most);
    return {
      options: {
        marginLeft: Math.min(longest, most) + 14,
        marginRight: canvas.narrow ? 66 : 90,
        marginTop: 30,
        marginBottom: 26,
        // Areas are compared anyway; a straight axis would hide all but the largest customers.
        x: { type: "sqrt", domain: [0, view.most], axis: null },
        y: { domain: places.map(({ place }) => place), padding: 0.4, axis: null },
        marks: [
          ...dots(canvas, places),
          ...names(canvas, view),
          canvas.plot.axisY({
            tickSize: 0,
            color: canvas.theme.ink,
            label: null,
            tickFormat: (place: string) => shortened(places[Number(place)]?.name ?? "", most),
          }),
          axisX(canvas, {
            ticks: canvas.narrow ? ticks.filter((_, i) => i % 2 === 0) : ticks,
            format: view.short,
          }),
        ],
      },
      points: places.map(({ expected, place, title, cell, rows }) => ({
        x: expected,
        y: place,
        title,
        rows,
        cell,
      })),
      nearest: "y",
    };
  };

function dots(canvas: Canvas, places: readonly Placed[]): readonly Mark[] {
  const { plot, theme } = canvas;
  return [
    plot.ruleY(places, {
      y: "place",
      x1: "actual",
      x2: "expected",
      stroke: theme.bad,
      strokeWidth: 3,
      strokeOpacity: 0.35,
    }),
    plot.dot(places, {
      x: "expected",
      y: "place",
      r: 4.5,
      fill: theme.surface,
      stroke: theme.ink2,
      strokeWidth: 2,
    }),
    plot.dot(places, {
      x: "actual",
      y: "place",
      r: 4.5,
      fill: theme.bad,
      stroke: theme.surface,
      strokeWidth: 1.5,
    }),
    ...places.map((line) =>
      directLabel(canvas, line.label, { x: line.expected, y: line.place }, { dx: 10 }),
    ),
  ];
}

/** Which dot is which, once, above the first line. */
function names(canvas: Canvas, { points, expected, actual }: FallView): readonly Mark[] {
  const [first] = points;
  if (first === undefined) return [];
  const above = { dy: -17, anchor: "middle" } as const;
  return [
    directLabel(canvas, actual, { x: first.actual, y: "0" }, { ...above, color: canvas.theme.bad }),
    directLabel(
      canvas,
      expected,
      { x: first.expected, y: "0" },
      { ...above, color: canvas.theme.ink2 },
    ),
  ];
}
