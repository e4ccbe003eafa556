import { readPeriodKey } from "../../domain/period-key";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { FeedbackMessages } from "./messages/zh-Hans";
import type { FeedbackResult, ThemeLine, WordLine } from "./spec";

/** The words of one language. */
export interface Words {
  readonly t: FeedbackMessages;
  readonly format: Format;
}

export const periodOf = (result: FeedbackResult, { format }: Words): string =>
  format.period(epochDay(result.fromDay), epochDay(result.toDay));

/** The theme with the most comments against it, where at least ten take a side. */
export function mainTheme({ themes }: FeedbackResult): ThemeLine | null {
  const first = themes
    .filter(({ positive, negative }) => negative > 0 && positive + negative >= 10)
    .toSorted((a, b) => b.negative - a.negative)[0];
  return first === undefined ? null : first;
}

/** The theme whose share of comments against it has risen most, beyond chance. */
export function risingTheme({ themes }: FeedbackResult) {
  const known = themes.flatMap((line) =>
    line.isRising && line.before !== null && line.after !== null
      ? [{ theme: line.theme, before: line.before, after: line.after }]
      : [],
  );
  return known.toSorted((a, b) => b.after - b.before - (a.after - a.before))[0] ?? null;
}

/** The answer in one to four sentences; each is true or left out. */
export function findings(result: FeedbackResult, { t, format }: Words): Rich {
  const { headline } = result;
  const sentences: Rich[] = [
    t.finding({
      comments: headline.n,
      positive: format.percent(headline.positive),
      negative: format.percent(headline.negative),
    }),
  ];
  const theme = mainTheme(result);
  if (theme !== null && theme.share !== null) {
    const share = format.percent(theme.share);
    sentences.push(t.findingTheme({ theme: t.themes.names[theme.theme], share }));
  }
  const rising = risingTheme(result);
  if (rising !== null) {
    sentences.push(
      t.findingRising({
        theme: t.themes.names[rising.theme],
        before: format.percent(rising.before),
        after: format.percent(rising.after),
      }),
    );
  }
  const low = (result.contrast?.low ?? []).slice(0, 3).map(({ word }) => word);
  if (low.length > 0) sentences.push(t.findingWords({ low: format.list(low) }));
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

export function cautions(result: FeedbackResult, { t }: Words): readonly string[] {
  const lines: string[] = [];
  if (result.undated > 0) lines.push(t.undated({ count: result.undated }));
  if (result.cut === "pairs") lines.push(t.pairs);
  return lines;
}

export const howLines = (result: FeedbackResult, words: Words): readonly string[] => [
  words.t.how.feeling,
  words.t.how.accuracy,
  words.t.how.themes,
  words.t.how.rising,
  words.t.how.contrast,
  ...(result.ownWords > 0 ? [words.t.how.own({ words: result.ownWords })] : []),
  words.t.how.basis({ comments: result.headline.n, period: periodOf(result, words) }),
];

export interface ThemeBar {
  readonly name: string;
  readonly positive: number;
  readonly negative: number;
  readonly label: string;
  readonly cell: string;
  readonly rows: readonly CardRow[];
}

export function themeBars({ themes }: FeedbackResult, { t, format }: Words): readonly ThemeBar[] {
  return themes.map((line) => ({
    name: t.themes.names[line.theme],
    positive: line.positive,
    negative: line.negative,
    label: format.count(line.comments),
    cell: `feedback-theme:${line.theme}`,
    rows: [
      { label: t.themes.comments, value: format.count(line.comments) },
      { label: t.themes.positive, value: format.count(line.positive) },
      { label: t.themes.negative, value: format.count(line.negative) },
      ...(line.share === null || line.low === null || line.high === null
        ? []
        : [
            { label: t.themes.share, value: format.percent(line.share) },
            { label: t.themes.interval, value: format.percentInterval(line.low, line.high) },
          ]),
    ],
  }));
}

const asNumber = (value: TwinValue): number => Number(value);

export function themeTwin({ themes }: FeedbackResult, { t, format }: Words): TwinTable {
  const count = (value: TwinValue): string => format.count(asNumber(value));
  const percent = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(asNumber(value));
  return {
    columns: [
      { label: t.themes.theme },
      { label: t.themes.comments, numeric: true, show: count },
      { label: t.themes.positive, numeric: true, show: count },
      { label: t.themes.negative, numeric: true, show: count },
      { label: t.themes.share, numeric: true, show: percent },
    ],
    rows: themes.map((line) => [
      t.themes.names[line.theme],
      line.comments,
      line.positive,
      line.negative,
      line.share,
    ]),
  };
}

export interface WordRow extends WordLine {
  readonly cell: string;
  readonly rows: readonly CardRow[];
}

/** High words first, then low ones, each by how sure they are. */
export function wordRows({ contrast }: FeedbackResult, { t, format }: Words): readonly WordRow[] {
  if (contrast === null) return [];
  return [...contrast.high.slice(0, 8), ...contrast.low.slice(0, 8)].map((line) => ({
    ...line,
    cell: `feedback-word:${line.word}`,
    rows: [
      { label: t.contrast.highs, value: format.count(line.highs) },
      { label: t.contrast.lows, value: format.count(line.lows) },
      { label: t.contrast.logOdds, value: format.number(line.logOdds, 2) },
    ],
  }));
}

export function wordTwin({ contrast }: FeedbackResult, { t, format }: Words): TwinTable {
  const count = (value: TwinValue): string => format.count(asNumber(value));
  const lines = contrast === null ? [] : [...contrast.high, ...contrast.low];
  return {
    columns: [
      { label: t.contrast.word },
      { label: t.contrast.highs, numeric: true, show: count },
      { label: t.contrast.lows, numeric: true, show: count },
      {
        label: t.contrast.logOdds,
        numeric: true,
        show: (value) => format.number(asNumber(value), 2),
      },
    ],
    rows: lines.map((line) => [line.word, line.highs, line.lows, line.logOdds]),
  };
}

export interface MonthShare {
  readonly at: string;
  readonly share: number;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

/** Months with comments only: a share of none is none. */
export function monthShares(
  { trend }: FeedbackResult,
  place: number,
  { t, format }: Words,
): readonly MonthShare[] {
  return trend.keys.flatMap((key, k) => {
    const comments = trend.comments[k] ?? 0;
    if (comments === 0) return [];
    const against = trend.against[place]?.[k] ?? 0;
    const period = readPeriodKey(key);
    return [
      {
        at: key,
        share: against / comments,
        title: period === null ? key : format.periodName(period),
        rows: [
          { label: t.trend.share, value: format.percent(against / comments) },
          { label: t.trend.against, value: format.count(against) },
          { label: t.trend.comments, value: format.count(comments) },
        ],
      },
    ];
  });
}

export function monthTwin(result: FeedbackResult, place: number, words: Words): TwinTable {
  const { t, format } = words;
  return {
    columns: [
      { label: t.trend.month },
      {
        label: t.trend.share,
        numeric: true,
        show: (value) => format.percent(asNumber(value)),
      },
    ],
    rows: monthShares(result, place, words).map(({ at, share }) => [at, share]),
  };
}

export function monthTick(key: string, { format }: Words): string {
  const period = readPeriodKey(key);
  return period === null ? key : format.periodTick("month", period.fromDay);
}
