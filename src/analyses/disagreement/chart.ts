import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { MatrixPoint, MatrixView } from "./view-model";

const PLACE = { x: "column", y: "row" };
const ROW_HEIGHT = 44;

export const matrixHeight = (view: MatrixView): number => view.rows.length * ROW_HEIGHT + 36;

/** Grades down, the other score across; the colour is the share of the row, a frame marks what disagrees. */
export const matrixHeat =
  (view: MatrixView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    return {
      options: {
        x: { type: "band", domain: [...view.columns], padding: 0.06, axis: null },
        y: { type: "band", domain: [...view.rows], padding: 0.1, axis: null },
        marginLeft: narrow ? 56 : 64,
        marginRight: 4,
        marginTop: 4,
        marks: [
          plot.cell(view.points, {
            ...PLACE,
            fill: ({ tone }: MatrixPoint) => theme.ramp(0.8 * tone),
            rx: 3,
          }),
          plot.cell(
            view.points.filter(({ isOdd }) => isOdd),
            { ...PLACE, fill: "none", stroke: theme.bad, strokeWidth: 2, rx: 3 },
          ),
          plot.text(view.points, {
            ...PLACE,
            text: "text",
            fill: ({ tone }: MatrixPoint) => theme.onRamp(0.8 * tone),
            fontSize: 13,
          }),
          axisX(canvas, { ticks: [...view.columns], format: String }),
          axisY(canvas, { ticks: [...view.rows], format: String }),
        ],
      },
      points: view.points.map(({ column, row, title, rows, cell }) => ({
        x: column,
        y: row,
        title,
        rows,
        ...(cell === null ? {} : { cell }),
      })),
      nearest: "xy",
    };
  };
