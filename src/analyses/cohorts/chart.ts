import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, hatch } from "../../page/charts/marks";
import { shortened, textWidth } from "../../page/charts/name-text";
import { POOLED, type HeatCell, type HeatView } from "./cell-view";

const ROW_HEIGHT = 28;
const PLACE = { x: "column", y: "row" };

export const heatHeight = (view: HeatView): number => view.rows.length * ROW_HEIGHT + 40;

const toneOf = ({ tone }: HeatCell): number => (tone === null ? 0 : tone);

function textsIn(view: HeatView, { plot, theme, narrow, width }: Canvas) {
  const roomy = width / view.columns.length >= 48;
  const text = (pooled: boolean) =>
    plot.text(
      view.cells.filter(({ row }) => (row === POOLED) === pooled),
      {
        ...PLACE,
        text: roomy ? "text" : "short",
        fill: theme.ink,
        fontSize: narrow ? 10 : 11,
        fontWeight: pooled ? 600 : 400,
      },
    );
  return [text(true), text(false)];
}

/** Column names; on a phone every third one. */
const ticksOf = ({ columns }: HeatView, narrow: boolean): string[] =>
  columns.filter((_, i) => !narrow || columns.length <= 5 || i % 3 === 0);

/** Cohorts downwards, periods since to the right; the colour is the share, small cohorts are pale, running periods hatched. */
export const heatMap =
  (view: HeatView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const shares = view.cells.filter(({ tone }) => tone !== null);
    const open = shares.filter(({ running }) => running);
    const stripes = hatch(theme.surface);
    const most = narrow ? 64 : 132;
    const longestName = Math.max(...view.rows.map((row) => textWidth(view.rowName(row))));
    return {
      options: {
        x: { type: "band", domain: view.columns, padding: 0.04, axis: null },
        y: { type: "band", domain: view.rows, padding: 0.06, axis: null },
        marginLeft: Math.max(narrow ? 48 : 76, Math.min(longestName, most) + 14),
        marginRight: 4,
        marginTop: 4,
        marks: [
          stripes.mark,
          plot.cell(shares, {
            ...PLACE,
            fill: (cell: HeatCell) => theme.ramp(toneOf(cell)),
            fillOpacity: (cell: HeatCell) => (cell.pale ? 0.45 : 1),
            rx: 3,
          }),
          plot.cell(open, { ...PLACE, fill: stripes.fill, fillOpacity: 0.55, rx: 3 }),
          ...textsIn(view, canvas),
          axisX(canvas, { ticks: ticksOf(view, narrow), format: view.columnName }),
          axisY(canvas, {
            ticks: view.rows,
            format: (row: string) => shortened(view.rowName(row), most),
          }),
        ],
      },
      points: view.cells.map(({ column, row, title, rows, cell }) => ({
        x: column,
        y: row,
        title,
        rows,
        ...(cell === null ? {} : { cell }),
      })),
      nearest: "xy",
    };
  };
