import type { FigureBuilder } from "../../page/charts/figure";
import { shortened } from "../../page/charts/name-text";
import type { ChangeCell, ChangeView } from "./pivot-view";

const ROW_HEIGHT = 30;

export const matrixHeight = (view: ChangeView): number => view.rows.length * ROW_HEIGHT + 44;

/** Two columns against each other: what rose is in the accent, what fell in the colour of loss, darker = more money. */
export const changeMatrix =
  (view: ChangeView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow, width } = canvas;
    const space = narrow ? 92 : 180;
    const columnSpace = (width - space) / view.columns.length - 6;
    const place = { x: "column", y: "row" };
    const look = { tickSize: 0, label: null };
    return {
      options: {
        marginTop: 28,
        marginBottom: 4,
        marginLeft: space,
        marginRight: 4,
        x: { type: "band", domain: [...view.columns], padding: 0.05, axis: null },
        y: { type: "band", domain: [...view.rows], padding: 0.08, axis: null },
        marks: [
          plot.cell(view.cells, {
            ...place,
            fill: (cell: ChangeCell) => (cell.weight < 0 ? theme.bad : theme.accent),
            // Light enough for the text on it, also at its darkest.
            fillOpacity: (cell: ChangeCell) => 0.06 + 0.34 * Math.abs(cell.weight),
            rx: 3,
          }),
          plot.text(view.cells, {
            ...place,
            text: "text",
            fill: theme.ink,
            fontSize: narrow ? 10 : 12,
          }),
          plot.axisX({
            ...look,
            anchor: "top",
            ticks: [...view.columns],
            tickFormat: (key: string) => shortened(view.columnName(key), columnSpace),
            color: theme.ink2,
          }),
          plot.axisY({
            ...look,
            ticks: [...view.rows],
            tickFormat: (key: string) => shortened(view.rowName(key), space - 14),
            color: theme.ink,
          }),
        ],
      },
      points: view.cells.map(({ column, row, title, rows, cell }) => ({
        x: column,
        y: row,
        title,
        rows,
        cell,
      })),
      nearest: "xy",
    };
  };
