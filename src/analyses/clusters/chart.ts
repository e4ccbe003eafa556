import type { FigureBuilder } from "../../page/charts/figure";
import { axisY, directLabel } from "../../page/charts/marks";
import type { MapView } from "./view-model";

/** Each group a disc: gone to the right, large upwards, its area the number of customers. */
export const clusterMap =
  (view: MapView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow, width } = canvas;
    const most = Math.max(...view.points.map(({ customers }) => customers));
    const largest = narrow ? 22 : 36;
    const radius = (customers: number): number =>
      Math.max(5, largest * Math.sqrt(customers / most));
    const xs = view.points.map(({ x }) => x);
    const ys = view.points.map(({ y }) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
    const middle = (left + right) / 2;
    return {
      options: {
        marginLeft: 56,
        marginBottom: 44,
        marginTop: largest,
        marginRight: narrow ? 24 : 48,
        x: { domain: [left - 0.3, right + 0.3], axis: null },
        y: { domain: [bottom - 0.4, top + 0.4], axis: null },
        marks: [
          plot.dot(view.points, {
            x: "x",
            y: "y",
            r: "customers",
            fill: theme.accent,
            fillOpacity: 0.28,
            stroke: theme.accent,
            strokeWidth: 1.5,
          }),
          ...view.points.map((point) =>
            directLabel(canvas, point.name, point, {
              anchor: point.x > middle && width < 700 ? "end" : "middle",
              dy: -radius(point.customers) - 8,
              strong: true,
            }),
          ),
          plot.axisX({
            ticks: logTicks(DAYS, left - 0.3, right + 0.3),
            tickFormat: (place: number) => view.tickX(10 ** place),
            tickSize: 4,
            color: theme.ink2,
            label: view.x,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          axisY(canvas, {
            ticks: logTicks(MONEY, bottom - 0.4, top + 0.4),
            format: (place: number) => view.tickY(10 ** place),
          }),
        ],
        r: { type: "sqrt", domain: [0, most], range: [0, largest] },
      },
      points: view.points.map(({ x, y, name, rows, cell }) => ({ x, y, title: name, rows, cell })),
      nearest: "xy",
    };
  };

const DAYS = [1, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1460, 2920];
const MONEY = Array.from({ length: 16 }, (_, power) => [10 ** power, 3 * 10 ** power]).flat();

/** Round values of a logarithmic axis, where they stand on it. */
const logTicks = (values: readonly number[], from: number, to: number): readonly number[] =>
  values.map((value) => Math.log10(value)).filter((place) => place >= from && place <= to);
