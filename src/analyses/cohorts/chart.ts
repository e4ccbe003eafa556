import type { Format } from "../../i18n/format";
import { epochDay, monthIndex } from "../../kernel/base/calendar";
import type { FigureBuilder, TwinTable, TwinValue } from "../../page/charts/figure";
import { axisX, axisY } from "../../page/charts/marks";
import type { CohortsMessages } from "./messages/zh-Hans";
import type { Cohort, CohortsResult } from "./spec";

export interface Words {
  readonly t: CohortsMessages;
  readonly format: Format;
  readonly currency: string | null;
}

const cohortName = ({ fromDay }: Cohort, format: Format): string =>
  format.month(monthIndex(epochDay(fromDay)));

interface Cell {
  readonly cohort: number;
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  readonly small: boolean;
  readonly running: boolean;
  readonly customers: number;
  readonly retention: number;
  readonly low: number;
  readonly high: number;
  readonly sales: number;
  readonly cell: string;
}

function cellsOf(result: CohortsResult, format: Format): Cell[] {
  return result.cohorts.flatMap((row) =>
    Array.from(row.customers, (customers, offset) => ({
      cohort: row.fromDay,
      name: cohortName(row, format),
      offset,
      size: row.size,
      small: row.small,
      running: row.running && offset === row.customers.length - 1,
      customers,
      retention: row.retention[offset] as number,
      low: row.low[offset] as number,
      high: row.high[offset] as number,
      sales: row.sales[offset] as number,
      cell: `cohort:${row.index}:${offset}`,
    })),
  );
}

/** Cohorts downwards, periods since to the right; the colour is the share, small cohorts are pale. */
export function heatMap(result: CohortsResult, { t, format, currency }: Words): FigureBuilder {
  const cells = cellsOf(result, format);
  const later = cells.filter(({ offset }) => offset > 0);
  const top = Math.max(0.01, ...later.map(({ retention }) => retention));
  const tone = ({ offset, retention }: Cell): number =>
    offset === 0 ? 1 : (retention / top) * 0.9;
  return (canvas) => {
    const { plot, theme, narrow } = canvas;
    const fits = !narrow && result.cohorts.length <= 14;
    return {
      options: {
        x: { type: "band", padding: 0.04, axis: null },
        y: { type: "band", padding: 0.04, axis: null },
        marginLeft: 76,
        marks: [
          plot.cell(cells, {
            x: "offset",
            y: "cohort",
            fill: (cell: Cell) => theme.ramp(tone(cell)),
            fillOpacity: (cell: Cell) => (cell.small ? 0.4 : 1),
          }),
          ...(fits
            ? [
                plot.text(cells, {
                  x: "offset",
                  y: "cohort",
                  text: (cell: Cell) =>
                    format.percent(cell.retention, 0) + (cell.running ? "*" : ""),
                  fill: (cell: Cell) => (cell.small ? theme.ink : theme.onRamp(tone(cell))),
                  fontSize: 11,
                }),
              ]
            : []),
          axisX(canvas, { format: (offset: number) => (narrow && offset % 3 ? "" : `+${offset}`) }),
          axisY(canvas, { format: (day: number) => format.monthTick(monthIndex(epochDay(day))) }),
        ],
      },
      points: cells.map((cell) => ({
        x: cell.offset,
        y: cell.cohort,
        title: `${cell.name} +${cell.offset}${cell.running ? ` · ${t.running}` : ""}`,
        rows: [
          { label: t.retention, value: format.percent(cell.retention) },
          { label: t.interval, value: format.percentInterval(cell.low, cell.high) },
          {
            label: t.retained,
            value: `${format.count(cell.customers)} / ${format.count(cell.size)}`,
          },
          { label: t.sales, value: format.money(cell.sales, currency) },
        ],
        cell: cell.cell,
      })),
      nearest: "xy",
    };
  };
}

export function cohortsTwin(result: CohortsResult, { t, format, currency }: Words): TwinTable {
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const count = number((value) => format.count(value));
  const percent = number((value) => format.percent(value));
  return {
    columns: [
      { label: t.cohort },
      { label: t.offset, numeric: true, show: count },
      { label: t.size, numeric: true, show: count },
      { label: t.retained, numeric: true, show: count },
      { label: t.retention, numeric: true, show: percent },
      { label: t.interval },
      { label: t.sales, numeric: true, show: number((value) => format.money(value, currency)) },
    ],
    rows: [
      ...result.pooled.map((cell) => [
        t.pooled,
        cell.offset,
        cell.size,
        cell.customers,
        cell.retention,
        format.percentInterval(cell.low, cell.high),
        null,
      ]),
      ...cellsOf(result, format).map((cell) => [
        cell.running ? `${cell.name}*` : cell.name,
        cell.offset,
        cell.size,
        cell.customers,
        cell.retention,
        format.percentInterval(cell.low, cell.high),
        cell.sales,
      ]),
    ],
  };
}
