import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import { shortened, textWidth } from "../../page/charts/name-text";
import type { HeatCell, HeatView } from "./chart-view";

const ROW_HEIGHT = 34;
const PLACE = { x: "column", y: "row" };
const NAME_WIDTH = 132;

export const heatHeight = (view: HeatView): number => view.rows.length * ROW_HEIGHT + 44;

/** One attribute down, one across; the colour is the figure, what is small has none. */
export const crossHeat =
  (view: HeatView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow, width } = canvas;
    const most = narrow ? 76 : NAME_WIDTH;
    const longest = Math.max(24, ...view.rows.map((row) => textWidth(view.rowName(row))));
    const left = Math.min(longest, most) + 14;
    const room = (width - left) / view.columns.length;
    const toned = view.cells.filter(({ tone }) => tone !== null);
    const plain = view.cells.filter(({ tone }) => tone === null);
    const text = (cells: readonly HeatCell[], fill: string | ((cell: HeatCell) => string)) =>
      plot.text(cells, {
        ...PLACE,
        text: room >= 84 ? "text" : "short",
        fill,
        fontSize: narrow ? 10 : 12,
      });
    const toneOf = ({ tone }: HeatCell): number => (tone === null ? 0 : tone);
    return {
      options: {
        x: { type: "band", domain: [...view.columns], padding: 0.04, axis: null },
        y: { type: "band", domain: [...view.rows], padding: 0.08, axis: null },
        marginLeft: left,
        marginRight: 4,
        marginTop: 4,
        marks: [
          plot.cell(plain, { ...PLACE, fill: theme.surface, stroke: theme.line, rx: 3 }),
          plot.cell(toned, { ...PLACE, fill: (cell: HeatCell) => theme.ramp(toneOf(cell)), rx: 3 }),
          text(toned, (cell) => theme.onRamp(toneOf(cell))),
          text(
            plain.filter(({ isFaint }) => !isFaint),
            theme.ink,
          ),
          text(
            plain.filter(({ isFaint }) => isFaint),
            theme.ink3,
          ),
          axisX(canvas, {
            ticks: [...view.columns],
            format: (place: string) => shortened(view.columnName(place), room - 4),
          }),
          axisY(canvas, {
            ticks: [...view.rows],
            format: (place: string) => shortened(view.rowName(place), most),
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
