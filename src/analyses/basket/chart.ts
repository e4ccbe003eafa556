import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import { shortened } from "../../page/charts/name-text";
import type { MatrixView } from "./segment-view";
import type { RulesView } from "./view-model";

const ROW_HEIGHT = 30;
const NAME_SPACE = 220;
const NARROW_SPACE = 116;

/** Pairs by how often and how much beyond chance; both scales by factors. */
export const rulesDots =
  (view: RulesView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, width, narrow } = canvas;
    const most = Math.max(...view.points.map(({ x }) => x), 1);
    const least = Math.min(...view.points.map(({ x }) => x), most);
    const lifts = view.points.map(({ y }) => y);
    const highest = Math.max(...lifts, 1);
    const lowest = Math.min(...lifts, highest);
    const [top] = view.points;
    const isRight = top !== undefined && Math.log(top.x / least) > Math.log(most / least) / 2;
    return {
      options: {
        marginTop: 22,
        marginLeft: 48,
        marginBottom: 36,
        marginRight: 20,
        x: { type: "log", domain: [least * 0.94, Math.max(most, least + 1) * 1.06], axis: null },
        y: { type: "log", domain: [lowest * 0.94, highest * 1.06], axis: null },
        marks: [
          plot.dot(
            view.points.filter(({ first }) => !first),
            { x: "x", y: "y", r: 4, fill: theme.accent, fillOpacity: 0.55 },
          ),
          ...(top === undefined
            ? []
            : [
                plot.dot([top], {
                  x: "x",
                  y: "y",
                  r: 6,
                  fill: theme.accent,
                  stroke: theme.surface,
                }),
                directLabel(canvas, shortened(top.title, width * 0.55), top, {
                  anchor: isRight ? "end" : "start",
                  dx: isRight ? -10 : 10,
                  strong: true,
                }),
              ]),
          axisX(canvas, { ticks: ticksBetween(least, most, narrow ? 3 : 6), format: view.count }),
          axisY(canvas, { ticks: liftTicks(lowest, highest), format: view.times }),
          plot.text([view.xLabel], {
            frameAnchor: "bottom-right",
            dy: 34,
            fill: theme.ink2,
            text: (label: string) => label,
          }),
          plot.text([view.yLabel], {
            frameAnchor: "top-left",
            dx: -44,
            dy: -18,
            fill: theme.ink2,
            text: (label: string) => label,
          }),
        ],
      },
      points: view.points.map(({ x, y, title, rows, cell }) => ({ x, y, title, rows, cell })),
      nearest: "xy",
    };
  };

/** Whole numbers at even factors: five times, ten times … */
function ticksBetween(least: number, most: number, count: number): readonly number[] {
  const factor = (most / least) ** (1 / Math.max(1, count - 1));
  const ticks = Array.from({ length: count }, (_, i) => {
    const value = least * factor ** i;
    const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
    return Math.max(least, Math.round(value / step) * step);
  });
  return [...new Set(ticks)].filter((tick) => tick <= most * 1.05);
}

/** One, two, five, ten … between the lifts; halves where they lie close together. */
function liftTicks(lowest: number, highest: number): readonly number[] {
  if (highest / lowest < 4) {
    const step = [0.1, 0.2, 0.5, 1, 2].find((size) => (highest - lowest) / size <= 5) ?? 5;
    const first = Math.ceil(lowest / step);
    return Array.from({ length: 6 }, (_, i) => (first + i) * step).filter(
      (tick) => tick <= highest * 1.05,
    );
  }
  return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter(
    (tick) => tick >= lowest * 0.95 && tick <= highest * 1.05,
  );
}

export const matrixHeight = (view: MatrixView): number => view.rows.length * ROW_HEIGHT + 44;

function matrixAxes(
  { plot, theme, width }: Canvas,
  view: MatrixView,
  columns: readonly string[],
  space: number,
) {
  const columnSpace = (width - space) / columns.length - 6;
  const look = { tickSize: 0, label: null };
  return [
    plot.axisX({
      ...look,
      anchor: "top",
      ticks: [...columns],
      tickFormat: (key: string) => shortened(view.columnName(key), columnSpace),
      color: theme.ink2,
    }),
    plot.axisY({
      ...look,
      ticks: [...view.rows],
      tickFormat: (key: string) => shortened(view.rowName(key), space - 14),
      color: theme.ink,
    }),
  ];
}

/** Things downwards, segments to the right; darker = bought by more of them than by all; pale = may be chance. */
export const segmentMatrix =
  (view: MatrixView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const columns = narrow ? view.narrowColumns : view.columns;
    const cells = view.cells.filter(({ column }) => columns.includes(column));
    const space = narrow ? NARROW_SPACE : NAME_SPACE;
    const place = { x: "column", y: "row" };
    return {
      options: {
        marginTop: 28,
        marginBottom: 4,
        marginLeft: space,
        marginRight: 4,
        x: { type: "band", domain: columns, padding: 0.05, axis: null },
        y: { type: "band", domain: view.rows, padding: 0.08, axis: null },
        marks: [
          plot.cell(cells, {
            ...place,
            fill: (cell: { readonly tone: number }) => theme.ramp(cell.tone),
            fillOpacity: (cell: { readonly isSure: boolean }) => (cell.isSure ? 1 : 0.3),
            rx: 3,
          }),
          plot.text(
            cells.filter(({ isSure }) => isSure),
            {
              ...place,
              text: "text",
              fill: (cell: { readonly tone: number }) => theme.onRamp(cell.tone),
              fontWeight: 600,
              fontSize: 12,
            },
          ),
          plot.text(
            cells.filter(({ isSure }) => !isSure),
            { ...place, text: "text", fill: theme.ink2, fontSize: 12 },
          ),
          ...matrixAxes(canvas, view, columns, space),
        ],
      },
      points: cells.map(({ column, row, title, rows, cell }) => ({
        x: column,
        y: row,
        title,
        rows,
        cell,
      })),
      nearest: "xy",
    };
  };
