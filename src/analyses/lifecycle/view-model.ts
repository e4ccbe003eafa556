import type { Format } from "../../i18n/format";
import { plainText, type Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { Grain } from "../../domain/period-key";
import type { Params } from "../define";
import type { LifecycleMessages } from "./messages/zh-Hans";
import type spec from "./spec";
import type { LifecyclePeriod, LifecycleResult } from "./spec";

export type LifecycleParams = Params<(typeof spec)["params"]>;

/** What the ledger counts. */
export const MEASURES = ["heads", "money"] as const;
/** The cuts that a reader chooses among; what pages open with is one of them in the end. */
export const GRAINS: readonly Grain[] = ["month", "quarter", "days"];
export type Measure = (typeof MEASURES)[number];

/** The words of one language, the currency of the data, and how periods are cut. */
export interface Words {
  readonly t: LifecycleMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly grain: Grain;
}

const isRunning = (period: LifecyclePeriod): boolean => period.caution.endsWith("running");
export const isFirst = (period: LifecyclePeriod): boolean => period.caution.startsWith("first");

const periodName = ({ fromDay, toDay }: LifecyclePeriod, { format, grain }: Words): string =>
  format.periodName({ grain, fromDay: epochDay(fromDay), toDay: epochDay(toDay) });

/** The name with what is to be known of the period: not over, or the first of the data. */
function markedName(period: LifecyclePeriod, words: Words): string {
  const notes = [
    ...(isRunning(period) ? [words.t.ledger.running] : []),
    ...(isFirst(period) ? [words.t.ledger.first] : []),
  ];
  return [periodName(period, words), ...notes].join(" · ");
}

export type PartId = "new" | "wonBack" | "growth" | "shrink" | "lost";
export type ColumnId = "opening" | PartId | "closing";

interface Part {
  readonly id: PartId;
  readonly sign: 1 | -1;
  /** the state whose customers are behind it */
  readonly state: "new" | "wonBack" | "returning" | "lost";
}

/** Order of the stack, from the zero line outwards. */
const PARTS: Readonly<Record<Measure, readonly Part[]>> = {
  heads: [
    { id: "new", sign: 1, state: "new" },
    { id: "wonBack", sign: 1, state: "wonBack" },
    { id: "lost", sign: -1, state: "lost" },
  ],
  money: [
    { id: "new", sign: 1, state: "new" },
    { id: "wonBack", sign: 1, state: "wonBack" },
    { id: "growth", sign: 1, state: "returning" },
    { id: "shrink", sign: -1, state: "returning" },
    { id: "lost", sign: -1, state: "lost" },
  ],
};

export const partsOf = (measure: Measure): readonly Part[] => PARTS[measure];

const LIFE_COLORS: Readonly<Record<PartId, string>> = {
  new: "var(--life-new)",
  wonBack: "var(--life-back)",
  growth: "var(--life-returning)",
  shrink: "color-mix(in oklab, var(--life-returning) 40%, var(--surface))",
  lost: "var(--life-lost)",
};

export const partColor = (id: PartId): string => LIFE_COLORS[id];

/** One figure of a period: heads, or money in whole hundredths. */
function valueOf({ heads, cents }: LifecyclePeriod, id: ColumnId, measure: Measure): number {
  if (measure === "money") return cents[id];
  return id === "growth" || id === "shrink" ? 0 : heads[id];
}

function shown(value: number, measure: Measure, { format, currency }: Words): string {
  return measure === "heads" ? format.count(value) : format.moneyExact(value / 100, currency);
}

export interface LedgerBar {
  readonly id: PartId;
  readonly period: number;
  /** where the piece begins and ends; money in units of the currency */
  readonly from: number;
  readonly to: number;
  readonly running: boolean;
  readonly name: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface LedgerView {
  readonly bars: readonly LedgerBar[];
  readonly parts: readonly PartId[];
  /** first days of the periods, oldest first */
  readonly periods: readonly number[];
  readonly tick: (fromDay: number) => string;
  readonly value: (value: number) => string;
  readonly running: {
    readonly period: number;
    readonly top: number;
    readonly label: string;
  } | null;
}

/**
 * The ledger as columns: what came stacked upwards from zero, what went downwards. The first period of the data, in which
 * everybody is new, is left out unless it is the only one.
 */
export function ledgerView(result: LifecycleResult, words: Words, measure: Measure): LedgerView {
  const { t, format } = words;
  const later = result.periods.filter((period) => !isFirst(period));
  const periods = later.length > 0 ? later : result.periods;
  const bars = periods.flatMap((period) => barsOf(period, words, measure));
  const last = periods.findLast(isRunning);
  const tops = bars.filter((bar) => bar.period === last?.fromDay).map(({ to }) => to);
  return {
    bars,
    parts: PARTS[measure].map(({ id }) => id),
    periods: periods.map(({ fromDay }) => fromDay),
    tick: (fromDay) => format.periodTick(words.grain, epochDay(fromDay)),
    value: (value) => {
      if (measure === "money") return format.short(Math.abs(value));
      return Number.isInteger(value) ? format.count(Math.abs(value)) : "";
    },
    running:
      last === undefined
        ? null
        : { period: last.fromDay, top: Math.max(0, ...tops), label: t.ledger.running },
  };
}

function barsOf(period: LifecyclePeriod, words: Words, measure: Measure): LedgerBar[] {
  const { t } = words;
  const unit = measure === "money" ? 100 : 1;
  const rows = columnsOf(measure).map(({ id, sign }): CardRow => {
    const value = sign + shown(valueOf(period, id, measure), measure, words);
    return id === "opening" || id === "closing"
      ? { label: t.ledger[id], value }
      : { label: t.ledger[id], value, color: LIFE_COLORS[id] };
  });
  const name = markedName(period, words);
  const ends = { up: 0, down: 0 };
  return PARTS[measure].flatMap(({ id, sign, state }): LedgerBar[] => {
    const size = valueOf(period, id, measure) / unit;
    if (size === 0) return [];
    const side = sign === 1 ? "up" : "down";
    const from = ends[side];
    ends[side] += sign * size;
    const cell = `state:${period.key}:${state}`;
    const running = isRunning(period);
    return [{ id, period: period.fromDay, from, to: ends[side], running, name, rows, cell }];
  });
}

export interface LedgerColumn {
  readonly id: ColumnId;
  /** how the figure enters the sum */
  readonly sign: "" | "+" | "−" | "=";
}

export function columnsOf(measure: Measure): readonly LedgerColumn[] {
  return [
    { id: "opening", sign: "" },
    ...PARTS[measure].map(({ id, sign }) => ({ id, sign: sign === 1 ? "+" : "−" }) as const),
    { id: "closing", sign: "=" },
  ];
}

export interface LedgerCell {
  readonly id: ColumnId;
  readonly sign: LedgerColumn["sign"];
  readonly text: string;
  /** customers behind it; null when nobody is */
  readonly cell: string | null;
}

export interface LedgerLine {
  readonly key: string;
  readonly name: string;
  readonly running: boolean;
  readonly cells: readonly LedgerCell[];
}

/** The account book: a line a period, oldest first, and a total over the periods that are over (when there are two or more). */
export function ledgerLines(
  result: LifecycleResult,
  words: Words,
  measure: Measure,
): { readonly lines: readonly LedgerLine[]; readonly total: LedgerLine | null } {
  const columns = columnsOf(measure);
  const lines = result.periods.map((period): LedgerLine => ({
    key: String(period.index),
    name: markedName(period, words),
    running: isRunning(period),
    cells: columns.map(({ id, sign }) => {
      const value = valueOf(period, id, measure);
      const part = PARTS[measure].find((one) => one.id === id);
      const cell = part === undefined || value === 0 ? null : `state:${period.key}:${part.state}`;
      return { id, sign, text: shown(value, measure, words), cell };
    }),
  }));
  const over = result.periods.filter((period) => !isRunning(period));
  const [first, last] = [over[0], over.at(-1)];
  if (first === undefined || last === undefined || first === last) return { lines, total: null };
  const sumOf = (id: ColumnId): number => {
    if (id === "opening") return valueOf(first, id, measure);
    if (id === "closing") return valueOf(last, id, measure);
    return over.reduce((sum, period) => sum + valueOf(period, id, measure), 0);
  };
  const total: LedgerLine = {
    key: "total",
    name: words.t.ledger.total({ periods: over.length }),
    running: false,
    cells: columns.map(({ id, sign }) => {
      return { id, sign, text: shown(sumOf(id), measure, words), cell: null };
    }),
  };
  return { lines, total };
}

/** The ledger in heads and in money, to the cent. */
export function ledgerTwin(result: LifecycleResult, words: Words): TwinTable {
  const { t } = words;
  const show =
    (measure: Measure) =>
    (value: TwinValue): string =>
      typeof value === "number"
        ? shown(measure === "money" ? value * 100 : value, measure, words)
        : words.format.dash;
  const money = (id: ColumnId): string =>
    id === "growth" || id === "shrink" ? t.ledger[id] : t.ledger[`${id}Sales`];
  const [heads, cents] = [columnsOf("heads"), columnsOf("money")];
  return {
    columns: [
      { label: t.ledger.period },
      ...heads.map(({ id }) => ({ label: t.ledger[id], numeric: true, show: show("heads") })),
      ...cents.map(({ id }) => ({ label: money(id), numeric: true, show: show("money") })),
    ],
    rows: result.periods.map((period) => [
      markedName(period, words),
      ...heads.map(({ id }) => valueOf(period, id, "heads")),
      ...cents.map(({ id }) => valueOf(period, id, "money") / 100),
    ]),
  };
}

/** The last period that is over; undefined when none is. */
const lastFullOf = (result: LifecycleResult): LifecyclePeriod | undefined =>
  result.lastFull === null ? undefined : result.periods[result.lastFull];

/** The answer in sentences; each is true or left out. */
export function findings(result: LifecycleResult, words: Words): Rich {
  const { t, format, currency } = words;
  const sentences: Rich[] = [];
  const full = lastFullOf(result);
  if (full === undefined) sentences.push([t.nothing]);
  else {
    const { heads, cents } = full;
    const { opening, closing, wonBack, lost } = heads;
    const period = periodName(full, words);
    sentences.push(
      t.finding({
        period,
        opening,
        closing,
        added: heads.new,
        wonBack,
        lost,
        first: isFirst(full),
      }),
    );
    const most = PARTS.money.reduce((best, part) =>
      cents[part.id] > cents[best.id] ? part : best,
    );
    if (cents.opening > 0 && cents[most.id] > 0) {
      sentences.push([
        t.findingMoney({
          opening: format.money(cents.opening / 100, currency),
          closing: format.money(cents.closing / 100, currency),
          difference: cents.closing - cents.opening,
          part: t.ledger.parts[most.id],
          amount: format.moneyChange((most.sign * cents[most.id]) / 100, currency),
        }),
      ]);
    }
  }
  const waiting = result.headline.winback;
  if (waiting > 0) {
    const moved = (has: (from: string, to: string) => boolean): number =>
      result.flows.reduce((n, { from, to, customers }) => n + (has(from, to) ? customers : 0), 0);
    sentences.push(
      t.findingWaiting({
        waiting,
        days: format.days(result.lapse.days),
        before: format.day(epochDay(result.comparedDay)),
        fell: moved((from, to) => from !== "winback" && to === "winback"),
        back: moved((from, to) => from === "winback" && to !== "winback"),
      }),
    );
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

/** The findings as plain text. */
export const findingsText = (result: LifecycleResult, words: Words): string =>
  plainText(findings(result, words));

/** What the marks of the findings open. */
export function findingCells(result: LifecycleResult): Readonly<Record<string, string>> {
  const cells: Record<string, string> = { waiting: "stage:winback" };
  const full = lastFullOf(result);
  for (const { id, state } of PARTS.heads) {
    if (full !== undefined && valueOf(full, id, "heads") > 0) {
      cells[id] = `state:${full.key}:${state}`;
    }
  }
  return cells;
}

const LONGEST_PERIOD: Readonly<Record<Grain, number | null>> = {
  month: 31,
  quarter: 92,
  days: null,
};

/**
 * A longer cut, when customers usually order at longer intervals than the period lasts, so that many of the lost only had no
 * reason to order yet; null when the period is long enough or the interval is not known from the data.
 */
export function longerCut(
  result: LifecycleResult,
  params: LifecycleParams,
): Pick<LifecycleParams, "grain" | "windowDays"> | null {
  const { days, source } = result.lapse;
  const length = LONGEST_PERIOD[result.grain] ?? params.windowDays;
  if (source !== "survival" || days <= length || length >= 366) return null;
  if (days <= 92) return { grain: "quarter", windowDays: params.windowDays };
  return { grain: "days", windowDays: Math.min(366, days) };
}
