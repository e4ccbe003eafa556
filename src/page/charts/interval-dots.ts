import type { Markish } from "@observablehq/plot";
import type { Canvas, CardRow, FigureBuilder } from "./figure";
import { axisX, directLabel } from "./marks";
import { shortened, textWidth } from "./name-text";

/** A value with its interval, on a line of its own. */
export interface IntervalLine {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** what stands at the end of the line */
  readonly label: string;
  /** of few answers, or not told apart from chance: drawn pale */
  readonly isPale: boolean;
  readonly tone: "plain" | "good" | "bad";
  readonly cell?: string;
  readonly rows: readonly CardRow[];
}

export interface IntervalView {
  readonly lines: readonly IntervalLine[];
  readonly domain: readonly [number, number];
  /** a value that all lines are read against; null: none */
  readonly reference: { readonly value: number; readonly name: string } | null;
  readonly tick: (value: number) => string;
  /** where the axis is named; absent: round numbers */
  readonly ticks?: readonly number[];
}

const LINE_HEIGHT = 30;
/** At most so much of the width is for names. */
const NAME_SHARE = 0.24;
const NAME_WIDTH = 132;

export const intervalHeight = (view: IntervalView): number =>
  Math.max(2, view.lines.length) * LINE_HEIGHT + 52;

type Placed = IntervalLine & { readonly place: string };

/** Two groups may share a name; the place keeps their lines apart. */
const placed = (lines: readonly IntervalLine[]): readonly Placed[] =>
  lines.map((line, place) => ({ ...line, place: String(place) }));

/** One line a name: a dot at the value and a bar over its interval. */
export const intervalDots =
  (view: IntervalView): FigureBuilder =>
  (canvas) => {
    const places = placed(view.lines);
    const most = canvas.narrow ? 92 : Math.max(NAME_WIDTH, NAME_SHARE * canvas.width);
    const longest = Math.max(...places.map(({ name }) => textWidth(name)), 24);
    return {
      options: {
        marginLeft: Math.min(longest, most) + 14,
        marginRight: canvas.narrow ? 64 : 86,
        marginTop: 22,
        marginBottom: 26,
        x: { domain: [...view.domain], axis: null },
        y: { domain: places.map(({ place }) => place), padding: 0.4, axis: null },
        marks: [
          ...referenceLine(canvas, view),
          ...intervals(canvas, places),
          canvas.plot.axisY({
            tickSize: 0,
            color: canvas.theme.ink,
            label: null,
            tickFormat: (place: string) => shortened(places[Number(place)]?.name ?? "", most),
          }),
          axisX(canvas, { format: view.tick, ...ticksOf(view, canvas) }),
        ],
      },
      points: places.map(({ value, place, name, cell, rows }) => ({
        x: value,
        y: place,
        title: name,
        rows,
        ...(cell === undefined ? {} : { cell }),
      })),
      nearest: "y",
    };
  };

function referenceLine({ plot, theme }: Canvas, { reference }: IntervalView): readonly Markish[] {
  if (reference === null) return [];
  return [
    plot.ruleX([reference.value], { stroke: theme.ink3, strokeDasharray: "3 3" }),
    plot.text([reference], {
      x: "value",
      text: "name",
      frameAnchor: "top",
      dy: -16,
      fill: theme.ink2,
      fontSize: 11,
    }),
  ];
}

function intervals(canvas: Canvas, places: readonly Placed[]): readonly Markish[] {
  const { plot, theme } = canvas;
  const colors = { plain: theme.accent, good: theme.good, bad: theme.bad };
  const colorOf = (line: IntervalLine): string => (line.isPale ? theme.ink3 : colors[line.tone]);
  return [
    plot.ruleY(places, {
      y: "place",
      x1: "low",
      x2: "high",
      stroke: colorOf,
      strokeWidth: 3,
      strokeOpacity: 0.4,
    }),
    plot.dot(places, {
      x: "value",
      y: "place",
      r: 4.5,
      fill: colorOf,
      stroke: theme.surface,
      strokeWidth: 1.5,
    }),
    ...places.map((line) =>
      directLabel(
        canvas,
        line.label,
        { x: line.high, y: line.place },
        { dx: 6, color: line.isPale ? theme.ink3 : theme.ink },
      ),
    ),
  ];
}

/** On a narrow figure the first, the last and the one that all are read against. */
function ticksOf({ ticks, domain, reference }: IntervalView, { narrow }: Canvas) {
  if (ticks === undefined) return narrow ? { ticks: ends(domain) } : {};
  const isKept = (tick: number, place: number): boolean =>
    place === 0 || place === ticks.length - 1 || tick === reference?.value;
  return { ticks: narrow ? ticks.filter(isKept) : ticks };
}

const ends = ([low, high]: readonly [number, number]): number[] => [low, (low + high) / 2, high];
