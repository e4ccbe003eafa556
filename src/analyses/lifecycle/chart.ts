import type { Format } from "../../i18n/format";
import { epochDay, monthIndex } from "../../kernel/base/calendar";
import type { FigureBuilder, TwinTable, TwinValue } from "../../page/charts/figure";
import { axisX, axisY, hatch, zeroLine } from "../../page/charts/marks";
import type { LifecycleMessages } from "./messages/zh-Hans";
import type { LifecyclePeriod, LifecycleResult } from "./spec";

/** The words of one language, and how the periods are named. */
export interface Words {
  readonly t: LifecycleMessages;
  readonly format: Format;
  readonly grain: string;
}

const isRunning = (period: LifecyclePeriod): boolean => period.caution.endsWith("running");

export function periodName(period: LifecyclePeriod, { format, grain }: Words): string {
  const [from, to] = [epochDay(period.fromDay), epochDay(period.toDay)];
  return grain === "month" ? format.month(monthIndex(from)) : format.period(from, to);
}

const PARTS = [
  { id: "new", color: "new" },
  { id: "wonBack", color: "back" },
  { id: "lost", color: "lost" },
] as const;

/** New and won back upwards, lost downwards; a period that is not over is hatched, the first of the data left out. */
export function ledgerChart(result: LifecycleResult, words: Words): FigureBuilder {
  const { t, format } = words;
  const shown = result.periods.filter((period) => !period.caution.startsWith("first"));
  const bars = shown.flatMap((period) =>
    PARTS.map(({ id, color }) => ({
      period: period.fromDay,
      value: id === "lost" ? -period.heads.lost : period.heads[id],
      color,
      running: isRunning(period),
    })),
  );
  return (canvas) => {
    const { plot, theme, narrow } = canvas;
    const hatches = PARTS.map(({ color }) => ({ color, ...hatch(theme.life[color]) }));
    const every = Math.max(1, Math.ceil(shown.length / (narrow ? 4 : 10)));
    return {
      options: {
        x: { type: "band", padding: 0.18, axis: null },
        y: { axis: null, nice: true },
        marks: [
          ...hatches.map(({ mark }) => mark),
          ...hatches.flatMap(({ color, fill }) => {
            const own = bars.filter((bar) => bar.color === color);
            const over = own.filter(({ running }) => !running);
            const open = own.filter(({ running }) => running);
            return [
              plot.barY(over, { x: "period", y: "value", fill: theme.life[color] }),
              plot.barY(open, { x: "period", y: "value", fill }),
            ];
          }),
          zeroLine(canvas),
          axisX(canvas, {
            ticks: shown.filter((_, i) => i % every === 0).map(({ fromDay }) => fromDay),
            format: (day: number) => format.monthTick(monthIndex(epochDay(day))),
          }),
          axisY(canvas, { format: (value: number) => format.count(Math.abs(value)) }),
        ],
      },
      points: shown.map((period) => ({
        x: period.fromDay,
        y: period.heads.new + period.heads.wonBack,
        title: periodName(period, words) + (isRunning(period) ? ` · ${t.ledger.running}` : ""),
        rows: [
          { label: t.ledger.opening, value: format.count(period.heads.opening) },
          ...PARTS.map(({ id, color }) => ({
            label: t.ledger[id],
            value: format.count(period.heads[id]),
            color: theme.life[color],
          })),
          { label: t.ledger.closing, value: format.count(period.heads.closing) },
        ],
        cell: `state:${period.index}:lost`,
      })),
      nearest: "x",
    };
  };
}

const HEADS = ["opening", "new", "wonBack", "lost", "closing"] as const;
const CENTS = ["opening", "new", "wonBack", "growth", "shrink", "lost", "closing"] as const;

/** The ledger in heads and in money, to the cent. */
export function ledgerTwin(
  result: LifecycleResult,
  words: Words,
  currency: string | null,
): TwinTable {
  const { t, format } = words;
  const count = (value: TwinValue): string =>
    typeof value === "number" ? format.count(value) : format.dash;
  const money = (value: TwinValue): string =>
    typeof value === "number" ? format.moneyExact(value, currency) : format.dash;
  const label = (id: (typeof CENTS)[number]): string =>
    id === "growth" || id === "shrink" ? t.ledger[id] : t.ledger[`${id}Sales`];
  return {
    columns: [
      { label: t.ledger.period },
      ...HEADS.map((id) => ({ label: t.ledger[id], numeric: true, show: count })),
      ...CENTS.map((id) => ({ label: label(id), numeric: true, show: money })),
    ],
    rows: result.periods.map((period) => [
      periodName(period, words) + (isRunning(period) ? ` · ${t.ledger.running}` : ""),
      ...HEADS.map((id) => period.heads[id]),
      ...CENTS.map((id) => period.cents[id] / 100),
    ]),
  };
}
