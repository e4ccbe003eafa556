import type { FigureBuilder } from "../../page/charts/figure";
import type { MatrixCell, MatrixView } from "./view-model";

/** Nine cells, and a column of those too short to say: the darker the more money. */
export const abcXyz =
  (view: MatrixView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const place = { x: "demand", y: "grade" };
    const ink = ({ weight }: MatrixCell): string => theme.onRamp(weight);
    return {
      options: {
        marginLeft: 28,
        marginTop: 30,
        marginBottom: 8,
        marginRight: 4,
        x: { domain: [...view.columns], padding: 0.04, axis: null },
        y: { domain: [...view.lines], padding: 0.06, axis: null },
        marks: [
          plot.cell(view.cells, {
            ...place,
            fill: ({ weight }: MatrixCell) => theme.ramp(weight),
            stroke: theme.line,
          }),
          plot.text(view.cells, {
            ...place,
            text: "heads",
            dy: -9,
            fill: ink,
            fontSize: 13,
            fontWeight: 600,
          }),
          plot.text(view.cells, {
            ...place,
            text: "money",
            dy: 9,
            fill: ink,
            fontSize: narrow ? 10 : 12,
          }),
          plot.axisX({
            anchor: "top",
            label: null,
            tickSize: 0,
            color: theme.ink2,
            fontSize: narrow ? 10 : 12,
          }),
          plot.axisY({ label: null, tickSize: 0, color: theme.ink, fontSize: 13 }),
        ],
      },
      points: view.cells.map(({ demand, grade, cell, customers, title, rows }) => ({
        x: demand,
        y: grade,
        ...(customers > 0 ? { cell } : {}),
        title,
        rows,
      })),
      nearest: "xy",
    };
  };
