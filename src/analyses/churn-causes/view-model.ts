import { LEAST_EXITS, type TenureUnit } from "../../domain/tenure";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { FigurePoint, TwinTable } from "../../page/charts/figure";
import type { ChurnCausesMessages } from "./messages/zh-Hans";
import type { CauseLine, ChurnCausesResult, WordLine } from "./spec";

export interface Words {
  readonly t: ChurnCausesMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** A result with curves; they may be flat, where all losses are later than can be read. */
export const isDrawn = (result: ChurnCausesResult): boolean => result.gap === null;

const own = (names: Readonly<Record<string, string>>, code: string): string | null =>
  Object.hasOwn(names, code) ? (names[code] ?? null) : null;

/** What a cause is called: the word of the trade for a code, the data's own word else. */
export function causeName(
  { code, kind }: Pick<CauseLine, "code" | "kind">,
  level: ChurnCausesResult["level"],
  { t }: Words,
): string {
  if (kind === "rest") return t.rest;
  if (kind === "given") return code;
  const names = {
    cause: t.causes,
    initiative: t.initiatives,
    switching: t.switching,
    given: t.causes,
    column: t.causes,
  } as const;
  return own(names[level], code) ?? code;
}

const DAYS_PER_MONTH = 30.4375;
const DAYS_FROM = 180;

/** A length of time as people say it. */
export function timeText(time: number, unit: TenureUnit, { t, format }: Words): string {
  if (unit === "unit") return format.number(time);
  if (unit === "day" && time < DAYS_FROM) return format.days(Math.round(time));
  return t.months({ months: Math.round(unit === "day" ? time / DAYS_PER_MONTH : time) });
}

export function findings(result: ChurnCausesResult, words: Words): readonly Rich[] {
  const { t, format, currency } = words;
  const told = result.causes.filter(({ code }) => code !== "unknown");
  const [first] = told;
  if (first === undefined) return [];
  const lines: Rich[] = [
    t.finding.first({
      lost: result.events,
      cause: causeName(first, result.level, words),
      customers: first.events,
      share: format.percent(first.events / Math.max(1, result.events)),
    }),
  ];
  const byMoney = [...told].sort((a, b) => (b.money ?? 0) - (a.money ?? 0))[0];
  if (byMoney !== undefined && byMoney !== first && byMoney.money !== null && byMoney.money > 0)
    lines.push(
      t.finding.money({
        cause: causeName(byMoney, result.level, words),
        money: format.money(byMoney.money, currency),
      }),
    );
  const [rival] = result.competitors;
  if (rival !== undefined)
    lines.push(t.finding.rival({ name: rival.name, customers: rival.customers }));
  return lines;
}

/** What a reader must know before believing the picture. */
export function cautions(result: ChurnCausesResult, { t, format }: Words): readonly string[] {
  const unknown = result.causes.find(({ code }) => code === "unknown");
  const share = unknown === undefined ? 0 : unknown.events / Math.max(1, result.events);
  const { rule, events } = result;
  const isByExitsAlone =
    rule?.kind === "contracts" && rule.withContract === 0 && rule.withChurnDay === 0;
  const few = isByExitsAlone ? t.caution.fewExits : t.caution.few;
  return [
    ...(share > 0.3 ? [t.caution.unknown({ share: format.percent(share) })] : []),
    ...(events > 0 && events < LEAST_EXITS ? [few({ events })] : []),
  ];
}

/** Up to when the shares count, and what is left out of them. */
export function horizonText({ horizon, unit }: ChurnCausesResult, words: Words): string {
  const { t, format } = words;
  const upTo = t.table.sub({ time: timeText(horizon.time, unit, words) });
  if (horizon.lateLosses === 0) return upTo;
  const cut = t.table.cut({ fewest: horizon.fewest, losses: horizon.lateLosses });
  return format.language === "en" ? `${upTo} ${cut}` : upTo + cut;
}

export interface CurvesView {
  readonly names: readonly string[];
  /** stacked: each cause from the sum of those below it */
  readonly layers: readonly {
    readonly name: string;
    readonly steps: readonly {
      readonly time: number;
      readonly from: number;
      readonly to: number;
    }[];
  }[];
  readonly stops: readonly FigurePoint[];
  readonly lastTime: number;
  readonly highest: number;
  readonly ticks: readonly number[];
  readonly tick: (time: number) => string;
  readonly axis: string;
  readonly percent: (ratio: number) => string;
}

const MOST_STOPS = 40;
const STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120];

/** Ticks at round months, or numbers of the data's own unit. */
export function timeAxis(
  longest: number,
  unit: TenureUnit,
  { t, format }: Words,
): Pick<CurvesView, "ticks" | "tick" | "axis"> {
  const scale = unit === "day" ? DAYS_PER_MONTH : 1;
  const last = longest / scale;
  const step = STEPS.find((each) => last / each <= 8) ?? Math.ceil(last / 8);
  return {
    ticks: Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step * scale),
    tick: (time) => format.number(time / scale),
    axis: unit === "unit" ? t.axisUnit : t.axis,
  };
}

export function curvesView(result: ChurnCausesResult, words: Words): CurvesView {
  const { format } = words;
  const { times, causes, unit } = result;
  const lastTime = Math.max(result.horizon.time, Number.MIN_VALUE);
  const names = causes.map((line) => causeName(line, result.level, words));
  const base = new Float64Array(times.length);
  const layers = causes.map((line, k) => {
    const steps = [{ time: 0, from: 0, to: 0 }];
    times.forEach((time, j) => {
      const from = base[j] as number;
      const to = from + (line.curve[j] as number);
      steps.push({ time, from, to });
      base[j] = to;
    });
    const end = steps.at(-1);
    if (end !== undefined) steps.push({ ...end, time: lastTime });
    return { name: names[k] as string, steps };
  });
  const every = Math.max(1, Math.ceil(times.length / MOST_STOPS));
  const stops = Array.from(times).flatMap((time, j): FigurePoint[] => {
    if (j % every !== 0 && j !== times.length - 1) return [];
    return [
      {
        x: time,
        y: base[j],
        cell: "lost",
        title: timeText(time, unit, words),
        rows: causes.map((line, k) => ({
          label: names[k] as string,
          value: format.percent(line.curve[j] as number),
        })),
      },
    ];
  });
  return {
    names,
    layers,
    stops,
    lastTime,
    highest: Math.max(0.01, ...base) * 1.05,
    ...timeAxis(lastTime, unit, words),
    percent: (ratio) => format.percent(ratio),
  };
}

export function curvesTwin(result: ChurnCausesResult, words: Words): TwinTable {
  const { t, format } = words;
  const percent = (value: unknown): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  return {
    columns: [
      { label: t.table.time, numeric: true },
      { label: t.table.left, numeric: true, show: percent },
      ...result.causes.map((line) => ({
        label: causeName(line, result.level, words),
        numeric: true,
        show: percent,
      })),
    ],
    rows: Array.from(result.times, (time, j) => [
      time,
      result.survival[j] as number,
      ...result.causes.map(({ curve }) => curve[j] as number),
    ]),
  };
}

/** Bars of reasons, by customers or by money, most first. */
export interface BarsView {
  readonly bars: readonly {
    readonly name: string;
    readonly value: number;
    readonly label: string;
    readonly cell: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
}

export type BarMeasure = "customers" | "money";

export function barsView(
  lines: readonly WordLine[],
  cell: "exit-reason" | "competitor",
  measure: BarMeasure,
  words: Words,
): BarsView {
  const { t, format, currency } = words;
  const valueOf = ({ customers, money }: WordLine): number =>
    measure === "customers" ? customers : (money ?? NaN);
  const total = lines
    .map(valueOf)
    .filter((value) => !Number.isNaN(value))
    .reduce((sum, value) => sum + Math.max(0, value), 0);
  let running = 0;
  return {
    bars: lines
      .map((line, index) => ({ line, index }))
      // What nobody knows the money of has no bar by money.
      .filter(({ line }) => !Number.isNaN(valueOf(line)))
      .sort((a, b) => valueOf(b.line) - valueOf(a.line) || a.index - b.index)
      .map(({ line, index }) => {
        const value = valueOf(line);
        running += Math.max(0, value);
        const share = total > 0 ? format.percent(running / total, 0) : format.dash;
        const text =
          measure === "customers"
            ? t.customers({ customers: value })
            : format.money(value, currency);
        return {
          name: line.name,
          value,
          label: `${text} · ${share}`,
          cell: `${cell}:${index}`,
          rows: [
            { label: t.table.customers, value: format.count(line.customers) },
            ...(line.money === null
              ? []
              : [{ label: t.table.money, value: format.money(line.money, currency) }]),
            { label: t.table.running, value: share },
          ],
        };
      }),
  };
}

export function barsTwin(lines: readonly WordLine[], name: string, words: Words): TwinTable {
  const { t, format, currency } = words;
  const hasMoney = lines.some(({ money }) => money !== null);
  const money = (value: unknown): string =>
    typeof value === "number" ? format.money(value, currency) : format.dash;
  return {
    columns: [
      { label: name },
      { label: t.table.customers, numeric: true },
      ...(hasMoney ? [{ label: t.table.money, numeric: true, show: money }] : []),
    ],
    rows: lines.map((line) => [line.name, line.customers, ...(hasMoney ? [line.money] : [])]),
  };
}
