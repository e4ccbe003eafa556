import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { ColumnsView, GridView, TrackingView } from "./view-model";

/** Grade now down, grade to come across; depth is expected value. */
export const gradeGrid =
  (view: GridView): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const text = (pick: "count" | "money", dy: number, strong: boolean) =>
      plot.text(view.cells, {
        x: "next",
        y: "now",
        text: pick,
        dy,
        fill: (cell: { depth: number }) => theme.onRamp(cell.depth),
        fontSize: strong ? 13 : 11,
        fontWeight: strong ? 600 : 400,
      });
    return {
      options: {
        marginLeft: 40,
        marginBottom: 40,
        marginTop: 8,
        x: { domain: view.grades, padding: 0.03, axis: null },
        y: { domain: view.grades, padding: 0.03, axis: null },
        marks: [
          plot.cell(view.cells, {
            x: "next",
            y: "now",
            fill: (cell: { depth: number }) => theme.ramp(cell.depth),
            rx: 3,
          }),
          text("count", -8, true),
          text("money", 9, false),
          plot.axisX({
            tickSize: 0,
            color: theme.ink2,
            label: view.next,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          plot.axisY({
            tickSize: 0,
            color: theme.ink2,
            label: view.now,
            labelArrow: "none",
            labelAnchor: "center",
          }),
        ],
      },
      points: view.cells.map(({ next, now, cell, title, rows }) => ({
        x: next,
        y: now,
        cell,
        title,
        rows,
      })),
      nearest: "xy",
    };
  };

/** Counted columns, with the model's expectation as dots where there is one. */
export const countColumns =
  (view: ColumnsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = view.columns.map((column) => column.name);
    const dots = view.columns.filter((column) => column.expected !== null);
    return {
      options: {
        marginBottom: 40,
        x: { domain: names, padding: 0.2, axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          plot.barY(view.columns, { x: "name", y: "value", fill: theme.accent }),
          plot.dot(dots, {
            x: "name",
            y: "expected",
            r: 4,
            fill: theme.surface,
            stroke: theme.ink,
            strokeWidth: 1.5,
          }),
          plot.axisX({
            ticks: narrow ? names.filter((_, i) => i % 2 === 0) : names,
            tickSize: 0,
            color: theme.ink2,
            label: view.label,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          axisY(canvas, { format: view.short }),
        ],
      },
      points: view.columns.map(({ name, value, cell, title, rows }) => ({
        x: name,
        y: value,
        title,
        rows,
        ...(cell === null ? {} : { cell }),
      })),
      nearest: "x",
    };
  };

/** Cumulative repeats: counted solid, expected dashed, both named where they end. */
export const trackingLines =
  (view: TrackingView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const [first, last] = [view.points[0], view.points.at(-1)];
    const ends = first === undefined || last === undefined ? [] : [first.day, last.day];
    const isActualAbove = last !== undefined && last.actual >= last.expected;
    return {
      options: {
        marginRight: narrow ? 16 : 24,
        y: { zero: true, nice: true, axis: null },
        x: { axis: null },
        marks: [
          plot.line(view.points, { x: "day", y: "actual", stroke: theme.accent, strokeWidth: 2 }),
          plot.line(view.points, {
            x: "day",
            y: "expected",
            stroke: theme.ink,
            strokeWidth: 1.5,
            strokeDasharray: "4 3",
          }),
          ...(last === undefined
            ? []
            : [
                directLabel(
                  canvas,
                  view.actual,
                  { x: last.day, y: last.actual },
                  { anchor: "end", dy: isActualAbove ? -12 : 14, strong: true },
                ),
                directLabel(
                  canvas,
                  view.expected,
                  { x: last.day, y: last.expected },
                  { anchor: "end", dy: isActualAbove ? 14 : -12 },
                ),
              ]),
          axisX(canvas, { ticks: ends, format: view.tick }),
          axisY(canvas, { format: view.short }),
        ],
      },
      points: view.points.map(({ day, actual, title, rows }) => ({
        x: day,
        y: actual,
        title,
        rows,
      })),
      nearest: "x",
    };
  };
