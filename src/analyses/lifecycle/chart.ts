import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel, hatch, zeroLine } from "../../page/charts/marks";
import { partColor, type LedgerBar, type LedgerView } from "./view-model";

/** New and won back upwards, lost downwards from the zero line; a period that is not over is hatched and says so. */
export const ledgerChart =
  (view: LedgerView): FigureBuilder =>
  (canvas) => {
    const { plot, narrow } = canvas;
    const hatches = view.parts.map((id) => ({ id, ...hatch(partColor(id)) }));
    const count = view.periods.length;
    const every = Math.max(1, Math.ceil(count / (narrow ? 4 : 13)));
    const place = { x: "period", y1: "from", y2: "to" };
    const pieces = (id: string, running: boolean): LedgerBar[] =>
      view.bars.filter((bar) => bar.id === id && bar.running === running);
    return {
      options: {
        marginLeft: 52,
        x: { type: "band", domain: view.periods, padding: 0.18, axis: null },
        y: { axis: null, nice: true },
        marks: [
          ...hatches.map(({ mark }) => mark),
          ...hatches.flatMap(({ id, fill }) => [
            plot.barY(pieces(id, false), { ...place, fill: partColor(id) }),
            plot.barY(pieces(id, true), { ...place, fill, stroke: partColor(id) }),
          ]),
          zeroLine(canvas),
          axisX(canvas, {
            // The latest period always has its name.
            ticks: view.periods.filter((_, i) => (count - 1 - i) % every === 0),
            format: view.tick,
          }),
          axisY(canvas, { format: view.value }),
          // On the phone it would lie on the column beside; the line above the chart says it.
          ...(view.running === null || narrow
            ? []
            : [
                directLabel(
                  canvas,
                  view.running.label,
                  { x: view.running.period, y: view.running.top },
                  { anchor: "middle", dy: -9 },
                ),
              ]),
        ],
      },
      points: view.bars.map((bar) => ({
        x: bar.period,
        y: (bar.from + bar.to) / 2,
        title: bar.name,
        rows: bar.rows,
        cell: bar.cell,
      })),
      nearest: "x",
    };
  };
