import { epochDay } from "../../kernel/base/calendar";
import type { Canvas, FigureBuilder, FigurePoint, TwinTable } from "../../page/charts/figure";
import { axisX, axisY, directLabel, hatch, zeroLine } from "../../page/charts/marks";
import type { LedgerPeriod, OverviewResult, ParetoCurve } from "./spec";
import type { Wording } from "./view-model";

/** Ends of A and B by rank; the axis names them. */
const CUTS = [0.15, 0.5] as const;

interface CurvePoint {
  readonly customers: number;
  readonly sales: number;
}

function pointsOf(curve: ParetoCurve): readonly CurvePoint[] {
  return Array.from(curve.customers, (customers, i) => ({
    customers,
    sales: curve.sales[i] as number,
  }));
}

/** The piece of the curve between two shares of customers, closed at both ends by interpolation. */
function piece(points: readonly CurvePoint[], from: number, to: number): readonly CurvePoint[] {
  const at = (customers: number): CurvePoint => {
    const next = points.findIndex((point) => point.customers >= customers);
    const after = points[Math.max(next, 0)];
    const before = points[Math.max(next - 1, 0)];
    if (after === undefined || before === undefined) return { customers, sales: 0 };
    const width = after.customers - before.customers;
    const part = width === 0 ? 0 : (customers - before.customers) / width;
    return { customers, sales: before.sales + (after.sales - before.sales) * part };
  };
  const inside = points.filter((point) => point.customers > from && point.customers < to);
  return [at(from), ...inside, at(to)];
}

/** Latin letters are about half as wide as Chinese characters. */
const widthOf = (label: string): number =>
  Array.from(label, (letter) => (letter.charCodeAt(0) > 0x2e80 ? 13 : 7.2)).reduce(
    (sum, width) => sum + width,
    0,
  );

/** Left of the point above the curve where there is room for the words, else right of it on the areas of B and C. */
function labelPlace(share: number, label: string, width: number) {
  // 70 is for the axis and the gap to the point.
  if (share * (width - 58) + 44 > widthOf(label) + 70)
    return { anchor: "end", dx: -10, dy: -12 } as const;
  return { anchor: "start", dx: 10, dy: 14, plain: share >= CUTS[0] } as const;
}

const GRADE_FIELDS = [
  { grade: "a", from: 0, to: CUTS[0] },
  { grade: "b", from: CUTS[0], to: CUTS[1] },
  { grade: "c", from: CUTS[1], to: 1 },
] as const;

/** The dashed way to the point at which 80 % is reached, the point and its words. */
function marksAt80({ shareFor80 }: ParetoCurve, canvas: Canvas, { t, format }: Wording) {
  const { plot, theme } = canvas;
  const whole = t.carriers.label({ share: format.percent(shareFor80) });
  const room = canvas.width - (44 + shareFor80 * (canvas.width - 58)) - 20;
  const short = `${format.percent(shareFor80)} → ${format.percent(0.8)}`;
  const label =
    labelPlace(shareFor80, whole, canvas.width).anchor === "end" || widthOf(whole) <= room
      ? whole
      : short;
  const place = { x: shareFor80, y: 0.8 };
  const guide = { stroke: theme.ink2, strokeDasharray: "3,3", strokeWidth: 1 };
  const dot = { r: 4.5, fill: theme.accent, stroke: theme.surface, strokeWidth: 2 };
  return [
    plot.link([place], { x1: 0, x2: "x", y1: "y", y2: "y", ...guide }),
    plot.link([place], { x1: "x", x2: "x", y1: 0, y2: "y", ...guide }),
    plot.dot([place], { x: "x", y: "y", ...dot }),
    directLabel(canvas, label, place, {
      ...labelPlace(shareFor80, label, canvas.width),
      strong: true,
    }),
  ];
}

/** Who carries the business: the cumulative curve over the three grades, the 80 % point named where it lies. */
export function carriersChart(curve: ParetoCurve, wording: Wording): FigureBuilder {
  const { t, format } = wording;
  const points = pointsOf(curve);
  return (canvas) => {
    const { plot, theme, narrow } = canvas;
    const percent = (ratio: number): string => format.percent(ratio);
    return {
      options: {
        x: { domain: [0, 1] },
        y: { domain: [0, 1] },
        marginLeft: 44,
        marginRight: 14,
        marks: [
          ...GRADE_FIELDS.map(({ grade, from, to }) =>
            plot.areaY(piece(points, from, to), {
              x: "customers",
              y: "sales",
              fill: theme.grade[grade],
            }),
          ),
          plot.lineY(points, { x: "customers", y: "sales", stroke: theme.ink, strokeWidth: 1.4 }),
          ...marksAt80(curve, canvas, wording),
          ...GRADE_FIELDS.map(({ grade, from, to }) =>
            plot.text([{ x: (from + to) / 2 }], {
              x: "x",
              y: 0,
              dy: -10,
              text: () => grade.toUpperCase(),
              fill: theme.onGrade[grade],
              fontWeight: 600,
            }),
          ),
          axisX(canvas, { ticks: narrow ? [0, CUTS[1], 1] : [0, ...CUTS, 1], format: percent }),
          axisY(canvas, { ticks: [0, 0.5, 0.8, 1], format: percent }),
        ],
      },
      points: points.slice(1).map((point) => ({
        x: point.customers,
        y: point.sales,
        title: t.carriers
          .label({ share: format.percent(point.customers) })
          .split(" → ", 1)
          .join(""),
        rows: [{ label: t.carriers.salesShare, value: format.percent(point.sales) }],
        cell: `grade:${GRADE_FIELDS.find((field) => point.customers <= field.to)?.grade ?? "c"}`,
      })),
      nearest: "x",
    };
  };
}

export function carriersTable(curve: ParetoCurve, { t, format }: Wording): TwinTable {
  const show = (value: string | number | null): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  return {
    columns: [
      { label: t.carriers.customerShare, numeric: true, show },
      { label: t.carriers.salesShare, numeric: true, show },
    ],
    rows: pointsOf(curve).map(({ customers, sales }) => [customers, sales]),
  };
}

const PARTS = [
  { id: "new", sign: 1, color: "new" },
  { id: "wonBack", sign: 1, color: "back" },
  { id: "lost", sign: -1, color: "lost" },
] as const;

interface Bar {
  /** first day of the period */
  readonly fromDay: number;
  readonly value: number;
  readonly part: (typeof PARTS)[number];
  readonly running: boolean;
}

/** Periods with a ledger to show: the first of the data, in which everybody is new, would dwarf all others. */
export function shownPeriods({ ledger }: OverviewResult): readonly LedgerPeriod[] {
  return ledger.filter((period) => !period.first);
}

export function ledgerPeriodName(
  period: LedgerPeriod,
  grain: OverviewResult["ledgerGrain"],
  { format }: Wording,
): string {
  return format.periodName({
    grain,
    fromDay: epochDay(period.fromDay),
    toDay: epochDay(period.toDay),
  });
}

function barsOf(periods: readonly LedgerPeriod[]): readonly Bar[] {
  return periods.flatMap((period) =>
    PARTS.map((part) => ({
      fromDay: period.fromDay,
      value: part.sign * period[part.id],
      part,
      running: period.running,
    })),
  );
}

interface Drawn {
  readonly wording: Wording;
  readonly theme: Canvas["theme"];
}

function pointOf(
  period: LedgerPeriod,
  grain: OverviewResult["ledgerGrain"],
  { wording, theme }: Drawn,
): FigurePoint {
  const { t, format } = wording;
  const name = ledgerPeriodName(period, grain, wording);
  return {
    x: period.fromDay,
    y: period.new + period.wonBack,
    title: period.running ? `${name} · ${t.ledger.running}` : name,
    rows: [
      ...PARTS.map((part) => ({
        label: t.ledger[part.id],
        value: format.count(period[part.id]),
        color: theme.life[part.color],
      })),
      { label: t.ledger.closing, value: format.count(period.closing) },
    ],
    cell: `ledger:${period.key}:lost`,
  };
}

/** New and won back above the line, gone quiet below; a period that is not over is hatched. */
export function ledgerChart(result: OverviewResult, wording: Wording): FigureBuilder {
  const { format } = wording;
  const { ledgerGrain } = result;
  const periods = shownPeriods(result);
  const bars = barsOf(periods);
  const signed = (value: number): string => {
    if (value === 0) return format.count(0);
    return `${value > 0 ? "+" : "−"}${format.count(Math.abs(value))}`;
  };
  return (canvas: Canvas) => {
    const { plot, theme, narrow } = canvas;
    // The latest period always has its name.
    const every = Math.ceil(periods.length / (narrow ? 3 : 6));
    const ticks = periods
      .filter((_, i) => (periods.length - 1 - i) % every === 0)
      .map(({ fromDay }) => fromDay);
    const hatches = {
      new: hatch(theme.life.new),
      wonBack: hatch(theme.life.back),
      lost: hatch(theme.life.lost),
    };
    return {
      options: {
        x: { type: "band", padding: 0.18 },
        marginLeft: 48,
        marginRight: 4,
        marks: [
          ...Object.values(hatches).map(({ mark }) => mark),
          // One mark, so that the parts of a period stand on each other.
          plot.barY(bars, {
            x: "fromDay",
            y: "value",
            fill: ({ part, running }: Bar) =>
              running ? hatches[part.id].fill : theme.life[part.color],
          }),
          zeroLine(canvas),
          axisX(canvas, {
            ticks,
            format: (day: number) => format.periodTick(ledgerGrain, epochDay(day)),
          }),
          axisY(canvas, { format: signed }),
        ],
      },
      points: periods.map((period) => pointOf(period, ledgerGrain, { wording, theme })),
      nearest: "x",
    };
  };
}

export function ledgerTable(result: OverviewResult, wording: Wording): TwinTable {
  const { t, format } = wording;
  const show = (value: string | number | null): string =>
    typeof value === "number" ? format.count(value) : format.dash;
  return {
    columns: [
      { label: t.ledger.periods[result.ledgerGrain] },
      ...(["opening", "new", "wonBack", "lost", "closing"] as const).map((id) => ({
        label: t.ledger[id],
        numeric: true,
        show,
      })),
    ],
    rows: shownPeriods(result).map((period) => [
      ledgerPeriodName(period, result.ledgerGrain, wording),
      period.opening,
      period.new,
      period.wonBack,
      period.lost,
      period.closing,
    ]),
  };
}
