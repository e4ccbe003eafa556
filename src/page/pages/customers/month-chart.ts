import type { FigureBuilder, TwinTable } from "../../charts/figure";
import { axisX, axisY, hatch, zeroLine } from "../../charts/marks";
import type { Format } from "../../../i18n/format";

export interface MonthBar {
  /** See `monthIndex`. */
  readonly month: number;
  readonly sales: number;
  /** The month goes on after the as-of day. */
  readonly running: boolean;
}

export interface MonthView {
  readonly bars: readonly MonthBar[];
  readonly currency: string | null;
  readonly format: Format;
  readonly salesWord: string;
}

/** Months from the first order to the as-of month as bars; at most the last 36 are drawn, the table has all. */
export function monthBars(
  firstMonth: number,
  monthlySales: Float64Array,
  running: boolean,
): readonly MonthBar[] {
  return Array.from(monthlySales, (sales, index) => ({
    month: firstMonth + index,
    sales,
    running: running && index === monthlySales.length - 1,
  }));
}

const DRAWN = 36;

/** 0 and up to four round steps that reach the largest value; negative months only stretch the axis. */
export function moneyTicks(largest: number): readonly number[] {
  if (!(largest > 0)) return [0];
  const rough = largest / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.floor(largest / step) + 1 }, (_, index) => index * step);
}

export const monthChart =
  ({ bars, currency, format, salesWord }: MonthView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow, width } = canvas;
    const drawn = bars.slice(-DRAWN);
    const pale = hatch(theme.accent);
    const every = Math.max(1, Math.ceil(drawn.length / Math.max(2, Math.floor(width / 70))));
    const ticks = drawn.map(({ month }) => month).filter((_, index) => index % every === 0);
    return {
      options: {
        marginLeft: narrow ? 48 : 56,
        x: { type: "band", domain: drawn.map(({ month }) => month), padding: 0.2 },
        marks: [
          pale.mark,
          plot.barY(drawn, {
            x: "month",
            y: "sales",
            fill: (bar: MonthBar) => (bar.running ? pale.fill : theme.accent),
          }),
          zeroLine(canvas),
          axisX(canvas, { ticks, format: (month: never) => format.monthTick(month) }),
          axisY(canvas, {
            ticks: moneyTicks(Math.max(...drawn.map(({ sales }) => sales))),
            format: (value: never) => format.short(value),
          }),
        ],
      },
      points: drawn.map(({ month, sales }) => ({
        x: month,
        y: sales,
        title: format.month(month),
        rows: [{ label: salesWord, value: format.money(sales, currency) }],
      })),
      nearest: "x",
    };
  };

export function monthTwin(view: MonthView, monthWord: string): TwinTable {
  const { format, currency } = view;
  return {
    columns: [
      { label: monthWord },
      {
        label: view.salesWord,
        numeric: true,
        show: (value) => (typeof value === "number" ? format.moneyExact(value, currency) : ""),
      },
    ],
    rows: view.bars.map(({ month, sales }) => [format.month(month), sales]),
  };
}
