import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { ClvMessages } from "./messages/zh-Hans";
import type { ClvResult, GridCell, Wallet } from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: ClvMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Relations of amount and frequency stronger than this are worth a word. */
const STRONG_CORRELATION = 0.3;
/** A hold-out prediction further off than this is worth a word. */
const FAR_OFF = 0.2;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");
const asNumber = (value: TwinValue): number => Number(value);

/** Customers that were A and will be less. */
export function fallingCells(result: ClvResult): readonly GridCell[] {
  return result.grid.filter(
    ({ now, next, customers }) => now === "a" && next !== "a" && customers > 0,
  );
}

/** The answer in sentences; each is true or left out. */
export function findings(result: ClvResult, words: Words): Rich {
  const { t, format, currency } = words;
  const sentences: Rich[] = [
    t.finding({
      months: result.months,
      amount: format.money(result.clvTotal, currency),
      measure: t.measures[result.value],
      alive: Math.round(result.headline.expectedAlive),
      customers: result.customers,
    }),
  ];
  const interval = result.clvTotalInterval;
  if (interval !== null) {
    const [low, high] = [
      format.money(interval.low, currency),
      format.money(interval.high, currency),
    ];
    sentences.push([t.findingInterval({ low, high })]);
  }
  const falling = fallingCells(result);
  const customers = falling.reduce((sum, cell) => sum + cell.customers, 0);
  if (customers > 0) {
    const past = falling.reduce((sum, cell) => sum + cell.past, 0);
    sentences.push(t.findingFalling({ customers, amount: format.money(past, currency) }));
  }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** How much of what customers need they buy of us; only said of those whose need is known. */
export function walletFinding(wallet: Wallet, { t, format, currency }: Words): string {
  const said = t.wallet.finding({
    customers: wallet.customers,
    share: format.percent(wallet.sales / wallet.potential),
    room: format.money(wallet.room, currency),
  });
  return wallet.unknown === 0 ? said : said + t.wallet.unknown({ customers: wallet.unknown });
}

/** What a reader must know before believing the figures; empty when all checks are well. */
export function cautions(result: ClvResult, { t, format }: Words): readonly string[] {
  const lines: string[] = [];
  if (result.fit.quality !== "exact") lines.push(t.cautions[result.fit.quality]);
  const ratio = result.headline.holdoutRatio;
  if (ratio !== null && ratio > 1 + FAR_OFF) {
    lines.push(t.cautions.high({ ratio: format.percent(ratio - 1, 0) }));
  }
  if (ratio !== null && ratio < 1 - FAR_OFF) {
    lines.push(t.cautions.low({ ratio: format.percent(1 - ratio, 0) }));
  }
  const correlation = result.spend === null ? null : result.spend.correlation;
  if (correlation !== null && Math.abs(correlation) > STRONG_CORRELATION) {
    lines.push(t.cautions.correlation({ value: format.number(correlation, 2) }));
  }
  return lines;
}

export interface GridMark {
  readonly now: string;
  readonly next: string;
  /** 0..1, by share of the largest cell */
  readonly depth: number;
  readonly count: string;
  readonly money: string;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface GridView {
  readonly cells: readonly GridMark[];
  readonly grades: readonly string[];
  readonly now: string;
  readonly next: string;
}

/** Grade now × grade to come. */
export function gridView(result: ClvResult, { t, format, currency }: Words): GridView {
  const most = Math.max(...result.grid.map(({ clv }) => clv), 0);
  return {
    grades: [t.grid.grade.a, t.grid.grade.b, t.grid.grade.c],
    now: t.grid.now,
    next: t.grid.next,
    cells: result.grid.map(({ now, next, customers, past, clv }) => ({
      now: t.grid.grade[now],
      next: t.grid.grade[next],
      depth: most > 0 ? Math.max(0, clv) / most : 0,
      count: t.grid.count({ customers }),
      money: customers === 0 ? "" : format.money(clv, currency),
      cell: `grid:${now}:${next}`,
      title: t.grid.cell({ now: t.grid.grade[now], next: t.grid.grade[next] }),
      rows: [
        { label: t.grid.customers, value: format.count(customers) },
        { label: t.grid.past, value: format.money(past, currency) },
        { label: t.grid.clv, value: format.money(clv, currency) },
      ],
    })),
  };
}

export function gridTwin(result: ClvResult, { t, format, currency }: Words): TwinTable {
  const money = (value: TwinValue): string => format.moneyExact(asNumber(value), currency);
  return {
    columns: [
      { label: t.grid.now },
      { label: t.grid.next },
      { label: t.grid.customers, numeric: true, show: (value) => format.count(asNumber(value)) },
      { label: t.grid.past, numeric: true, show: money },
      { label: t.grid.clv, numeric: true, show: money },
    ],
    rows: result.grid.map(({ now, next, customers, past, clv }) => [
      t.grid.grade[now],
      t.grid.grade[next],
      customers,
      past,
      clv,
    ]),
  };
}

export interface ColumnsView {
  readonly columns: readonly {
    readonly name: string;
    readonly value: number;
    /** drawn as a dot beside the column */
    readonly expected: number | null;
    readonly cell: string | null;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly label: string;
  readonly short: (value: number) => string;
}

/** Customers by chance of still buying, in tenths. */
export function aliveView(result: ClvResult, { t, format }: Words): ColumnsView {
  const name = (tenth: number): string =>
    t.alive.bin({ from: format.percent(tenth / 10), to: format.percent((tenth + 1) / 10) });
  return {
    label: t.alive.probability,
    short: (value) => format.short(value),
    columns: Array.from(result.aliveBins, (customers, tenth) => ({
      name: format.percent(tenth / 10),
      value: customers,
      expected: null,
      cell: `alive:${tenth}`,
      title: name(tenth),
      rows: [{ label: t.alive.customers, value: format.count(customers) }],
    })),
  };
}

export function aliveTwin(result: ClvResult, { t, format }: Words): TwinTable {
  return {
    columns: [
      { label: t.alive.probability },
      { label: t.alive.customers, numeric: true, show: (value) => format.count(asNumber(value)) },
    ],
    rows: Array.from(result.aliveBins, (customers, tenth) => [
      t.alive.bin({ from: format.percent(tenth / 10), to: format.percent((tenth + 1) / 10) }),
      customers,
    ]),
  };
}

/** Customers by number of repeats, counted and expected. */
export function frequencyView({ frequency }: ClvResult, { t, format }: Words): ColumnsView {
  const last = frequency.actual.length - 1;
  return {
    label: t.frequency.label,
    short: (value) => format.short(value),
    columns: Array.from(frequency.actual, (actual, repeats) => {
      const expected = frequency.expected[repeats] as number;
      const name = t.frequency.repeats({ repeats, isLast: repeats === last });
      return {
        name,
        value: actual,
        expected,
        cell: null,
        title: name,
        rows: [
          { label: t.frequency.actual, value: format.count(actual) },
          { label: t.frequency.expected, value: format.number(expected, 1) },
        ],
      };
    }),
  };
}

export function frequencyTwin({ frequency }: ClvResult, { t, format }: Words): TwinTable {
  const last = frequency.actual.length - 1;
  return {
    columns: [
      { label: t.frequency.label },
      { label: t.frequency.actual, numeric: true, show: (value) => format.count(asNumber(value)) },
      {
        label: t.frequency.expected,
        numeric: true,
        show: (value) => format.number(asNumber(value), 1),
      },
    ],
    rows: Array.from(frequency.actual, (actual, repeats) => [
      t.frequency.repeats({ repeats, isLast: repeats === last }),
      actual,
      frequency.expected[repeats] as number,
    ]),
  };
}

export interface TrackingView {
  readonly points: readonly {
    readonly day: Date;
    readonly actual: number;
    readonly expected: number;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly actual: string;
  readonly expected: string;
  readonly short: (value: number) => string;
  readonly tick: (day: Date) => string;
}

const MS_PER_DAY = 86_400_000;

/** Cumulative repeats, counted and expected. */
export function trackingView({ tracking }: ClvResult, { t, format }: Words): TrackingView {
  return {
    actual: t.tracking.actual,
    expected: t.tracking.expected,
    short: (value) => format.short(value),
    tick: (day) => format.dayShort(epochDay(Math.round(day.getTime() / MS_PER_DAY))),
    points: Array.from(tracking.days, (day, i) => {
      const actual = tracking.actual[i] as number;
      const expected = tracking.expected[i] as number;
      return {
        day: new Date(day * MS_PER_DAY),
        actual,
        expected,
        title: format.day(epochDay(day)),
        rows: [
          { label: t.tracking.actual, value: format.count(actual) },
          { label: t.tracking.expected, value: format.number(expected, 0) },
        ],
      };
    }),
  };
}

export function trackingTwin({ tracking }: ClvResult, { t, format }: Words): TwinTable {
  return {
    columns: [
      { label: t.tracking.day },
      { label: t.tracking.actual, numeric: true, show: (value) => format.count(asNumber(value)) },
      {
        label: t.tracking.expected,
        numeric: true,
        show: (value) => format.number(asNumber(value), 1),
      },
    ],
    rows: Array.from(tracking.days, (day, i) => [
      format.isoDay(epochDay(day)),
      tracking.actual[i] as number,
      tracking.expected[i] as number,
    ]),
  };
}

export function trackingSub({ holdout }: ClvResult, { t }: Words): string {
  if (holdout === null) return t.tracking.subPlain;
  return t.tracking.sub({
    days: holdout.days,
    predicted: Math.round(holdout.predicted),
    actual: holdout.actual,
  });
}

export interface FactRow {
  readonly name: string;
  readonly value: string;
}

const TIMES: readonly string[] = ["alpha", "beta"];
const GREEK: Readonly<Record<string, string>> = { alpha: "α", beta: "β" };

/** Parameters and checks as a table; what does not apply is left out. */
export function factRows(result: ClvResult, { t, format, currency }: Words): readonly FactRow[] {
  const { fit, spend, holdout, simple } = result;
  const rows: FactRow[] = fit.parameters.map(({ name, value }) => ({
    name: t.facts.parameter({
      name: GREEK[name] ?? name,
      unit: TIMES.includes(name) ? t.facts.units[result.unit] : null,
    }),
    value: format.number(value, 4),
  }));
  rows.push(
    { name: t.facts.logLikelihood, value: format.number(fit.logLikelihood, 2) },
    { name: t.facts.starts, value: t.facts.of({ part: fit.agreeing, whole: fit.starts }) },
  );
  if (spend !== null) {
    const values = [spend.p, spend.q, spend.gamma].map((value) => format.number(value, 3));
    const limit = spend.quality === "boundary" ? ` ${t.facts.atLimit}` : "";
    rows.push({ name: t.facts.spend, value: values.join(" · ") + limit });
    if (spend.correlation !== null) {
      rows.push({ name: t.facts.correlation, value: format.number(spend.correlation, 3) });
    }
  }
  if (holdout !== null) {
    const ratio = result.headline.holdoutRatio;
    const value = ratio === null ? format.dash : format.number(ratio, 2);
    rows.push(
      { name: t.facts.holdout, value },
      { name: t.facts.error, value: format.number(holdout.meanAbsoluteError, 2) },
    );
  }
  rows.push({ name: t.facts.tenYears, value: format.money(result.clvTenYears, currency) });
  if (simple !== null) {
    const each = simple.clv === null ? format.dash : format.money(simple.clv, currency);
    rows.push({
      name: t.facts.simple,
      value: `${format.percent(simple.retention.value)} · ${each}`,
    });
  }
  if (result.replicates > 0) {
    rows.push({ name: t.facts.replicates, value: format.count(result.replicates) });
  }
  return rows;
}

/** 怎么算的, line by line; what does not apply is left out. */
export function howLines(result: ClvResult, { t, format, currency }: Words): readonly string[] {
  const period = format.period(epochDay(result.fromDay), epochDay(result.asOfDay));
  const lines = [
    t.how.model,
    t.how.money,
    t.how.basis({
      customers: result.customers,
      repeaters: result.repeaters,
      purchases: result.repeatPurchases,
      period,
    }),
    t.how.leftOut({ idle: result.idleCustomers }),
  ];
  if (result.clvTotalInterval !== null)
    lines.push(t.how.interval({ replicates: result.replicates, customers: result.simulatedEach }));
  if (result.value === "profit")
    lines.push(t.how.margin({ margin: format.percent(result.margin) }));
  if (result.simple !== null) {
    const { kept, before, retention, margin } = result.simple;
    lines.push(
      t.how.simple({
        kept,
        before,
        retention: format.percent(retention.value),
        margin: format.money(margin, currency),
      }),
    );
  }
  return lines;
}
