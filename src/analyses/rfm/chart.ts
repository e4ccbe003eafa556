import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, directLabel } from "../../page/charts/marks";
import { textWidth } from "../../page/charts/name-text";
import type { BarsView, GridView } from "./view-model";

/** R × F as a field of cells: depth is money, the texts are customers and money. */
export const rfmGrid =
  (view: GridView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const scale = Array.from({ length: view.levels }, (_, i) => i + 1);
    const text = (
      pick: "count" | "money",
      dy: number,
      options: { fontSize: number; fontWeight: number },
    ) =>
      plot.text(view.cells, {
        x: "f",
        y: "r",
        text: pick,
        dy,
        fill: (cell: { depth: number }) => theme.onRamp(cell.depth),
        ...options,
      });
    return {
      options: {
        marginLeft: 40,
        marginBottom: 40,
        marginTop: 8,
        x: { domain: scale, padding: 0.03, axis: null },
        y: { domain: scale.toReversed(), padding: 0.03, axis: null },
        marks: [
          plot.cell(view.cells, {
            x: "f",
            y: "r",
            fill: (cell: { depth: number }) => theme.ramp(cell.depth),
            rx: 3,
          }),
          text("count", narrow ? 0 : -7, { fontSize: 13, fontWeight: 600 }),
          ...(narrow ? [] : [text("money", 9, { fontSize: 11, fontWeight: 400 })]),
          plot.axisX({
            ticks: scale,
            tickSize: 0,
            color: theme.ink2,
            label: view.frequency,
            labelArrow: "none",
            labelAnchor: "center",
          }),
          plot.axisY({
            ticks: scale,
            tickSize: 0,
            color: theme.ink2,
            label: view.recency,
            labelArrow: "none",
            labelAnchor: "center",
          }),
        ],
      },
      points: view.cells.map(({ f, r, cell, title, rows }) => ({ x: f, y: r, cell, title, rows })),
      nearest: "xy",
    };
  };

const ROW_HEIGHT = 30;

export const barsHeight = (view: BarsView): number => view.bars.length * ROW_HEIGHT + 40;

/** Share of the money a segment, with a tick at its share of the customers. */
export const segmentBars =
  (view: BarsView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = view.bars.map((bar) => bar.name);
    const longest = Math.max(...names.map(textWidth), 0);
    const most = Math.max(...view.bars.flatMap((bar) => [bar.share, bar.customerShare]), 0.01);
    return {
      options: {
        marginLeft: Math.min(longest + 12, narrow ? 124 : 150),
        marginTop: 4,
        marginRight: narrow ? 16 : 130,
        x: { domain: [0, most], axis: null },
        y: { domain: names, padding: 0.28, axis: null },
        marks: [
          plot.barX(view.bars, {
            x: "share",
            y: "name",
            fill: theme.accent,
            fillOpacity: (bar: { small: boolean }) => (bar.small ? 0.4 : 1),
          }),
          plot.tickX(view.bars, {
            x: "customerShare",
            y: "name",
            stroke: theme.ink,
            strokeWidth: 2,
            insetTop: -3,
            insetBottom: -3,
          }),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
          ...(narrow
            ? []
            : view.bars.map((bar) =>
                directLabel(
                  canvas,
                  bar.label,
                  { x: Math.max(bar.share, bar.customerShare), y: bar.name },
                  { dx: 8, color: theme.ink2 },
                ),
              )),
          axisX(canvas, { ticks: ticksTo(most), format: view.percent }),
        ],
      },
      points: view.bars.map(({ share, name, cell, rows }) => ({
        x: share,
        y: name,
        cell,
        title: name,
        rows,
      })),
      nearest: "y",
    };
  };

/** Three or four round ticks from 0. */
function ticksTo(most: number): readonly number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((size) => most / size <= 4);
  const size = step === undefined ? 0.5 : step;
  return Array.from({ length: Math.floor(most / size) + 1 }, (_, i) => i * size);
}
