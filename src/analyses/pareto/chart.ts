import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { CurveView, DecilesView, LorenzView } from "./view-model";

/** Cumulative curve over one filled area a grade, with the 80 % point written where the eye is. */
export const cumulativeCurve =
  (view: CurveView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { mark } = view;
    const dashed = { stroke: theme.ink2, strokeDasharray: "3 3" };
    return {
      options: {
        x: { domain: [0, 1], axis: null },
        y: { domain: [0, 1], axis: null },
        marks: [
          ...view.areas.map(({ grade, points }) =>
            plot.areaY(points, { x: "x", y: "y", fill: theme.grade[grade] }),
          ),
          ...view.areas
            .slice(1)
            .map(({ points }) =>
              plot.ruleX(points.slice(0, 1), { x: "x", y1: 0, y2: "y", stroke: theme.surface }),
            ),
          plot.ruleY([mark], { x1: 0, x2: "x", y: "y", ...dashed }),
          plot.ruleX([mark], { x: "x", y1: 0, y2: "y", ...dashed }),
          plot.line(view.line, { x: "x", y: "y", stroke: theme.ink, strokeWidth: 1.5 }),
          ...view.areas.flatMap(({ grade, points }) => {
            const [first, last] = [points[0], points.at(-1)];
            if (first === undefined || last === undefined || last.x - first.x < 0.05) return [];
            return plot.text([{ x: (first.x + last.x) / 2, y: 0.045 }], {
              x: "x",
              y: "y",
              text: () => grade.toUpperCase(),
              fill: theme.onGrade[grade],
              fontWeight: 600,
              fontSize: 13,
            });
          }),
          plot.dot([mark], {
            x: "x",
            y: "y",
            r: 4.5,
            fill: theme.accent,
            stroke: theme.surface,
            strokeWidth: 2,
          }),
          wordsOfMark(canvas, view),
          axisX(canvas, {
            ticks: narrow ? endsOnly(view.xTicks) : view.xTicks,
            format: view.percent,
          }),
          axisY(canvas, { ticks: [0, 0.5, 0.8, 1], format: view.percent }),
        ],
      },
      points: view.stops,
      nearest: "x",
    };
  };

/** The 80 % point in words: right of it, on the areas, while there is room. */
function wordsOfMark(canvas: Canvas, view: CurveView): ReturnType<typeof directLabel> {
  const { mark } = view;
  const left = { anchor: "end", dx: -10, dy: -12, strong: true } as const;
  if (mark.x >= 0.55) return directLabel(canvas, mark.text, mark, left);
  const { x, isClear } = placeOfWords(canvas, view);
  const plain = isClear && mark.x >= 0.15;
  // On the dark area of grade A, and across a line, the words need their halo.
  const right = { anchor: "start", dx: 10, dy: 14, strong: true, plain } as const;
  return directLabel(canvas, mark.text, { x, y: mark.y }, right);
}

/** Width of a letter and of a Chinese character in the label's size, roughly. */
const LETTER_PX = 7;
const CHARACTER_PX = 13;
const MARGIN_PX = 20;

/** Where the words right of the mark begin: behind the line between two grades when they would cross it and there is room. */
function placeOfWords(
  { width }: Pick<Canvas, "width">,
  { mark, areas }: CurveView,
): { readonly x: number; readonly isClear: boolean } {
  let pixels = MARGIN_PX;
  for (const sign of mark.text) pixels += sign > "\u2fff" ? CHARACTER_PX : LETTER_PX;
  const length = pixels / width;
  const edge = areas
    .map(({ points }) => points[0]?.x)
    .find((x) => x !== undefined && x > mark.x && x < mark.x + length);
  if (edge === undefined) return { x: mark.x, isClear: true };
  const isNear = edge - mark.x < 0.35 && edge + length < 1;
  return isNear ? { x: edge, isClear: true } : { x: mark.x, isClear: false };
}

const endsOnly = (ticks: readonly number[]): readonly number[] =>
  ticks.filter((tick, i) => i === 0 || i === ticks.length - 1 || tick >= 0.15);

/** Lorenz curve below the line of equality. */
export const lorenzCurve =
  (view: LorenzView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const diagonal = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ];
    return {
      options: {
        x: { domain: [0, 1], axis: null },
        y: { domain: [0, 1], axis: null },
        marks: [
          plot.areaY(view.points, { x: "x", y1: "x", y2: "y", fill: theme.accentSoft }),
          plot.line(diagonal, { x: "x", y: "y", stroke: theme.ink3, strokeDasharray: "3 3" }),
          plot.line(view.points, { x: "x", y: "y", stroke: theme.accent, strokeWidth: 2 }),
          plot.dot(view.points.slice(1, -1), { x: "x", y: "y", r: 2.5, fill: theme.accent }),
          directLabel(canvas, view.equal, { x: 0.46, y: 0.5 }, { anchor: "end", dy: -6 }),
          axisX(canvas, { ticks: [0, 0.5, 1], format: view.percent }),
          axisY(canvas, { ticks: [0, 0.5, 1], format: view.percent }),
        ],
      },
      points: view.points,
      nearest: "x",
    };
  };

/** Amount of the customer at each tenth, with the mean that so few of them reach. */
export const decileBars =
  (view: DecilesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const positions = view.bars.map((bar) => bar.position);
    return {
      options: {
        x: { domain: positions, padding: 0.25, axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          plot.barY(view.bars, {
            x: "position",
            y: "amount",
            fill: (bar: { amount: number }) =>
              bar.amount >= view.mean ? theme.grade.a : theme.grade.c,
          }),
          plot.ruleY([view.mean], { stroke: theme.ink, strokeDasharray: "4 3" }),
          directLabel(
            canvas,
            view.meanText,
            { x: positions[0], y: view.mean },
            {
              anchor: "start",
              dx: -12,
              dy: -9,
              strong: true,
            },
          ),
          axisX(canvas, { ticks: narrow ? positions.filter((_, i) => i % 2 === 0) : positions }),
          axisY(canvas, { ticks: view.yTicks, format: view.short }),
        ],
      },
      points: view.bars.map(({ position, amount, title, rows }) => ({
        x: position,
        y: amount,
        title,
        rows,
      })),
      nearest: "x",
    };
  };
