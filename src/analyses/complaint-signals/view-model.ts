import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { IntervalLine, IntervalView } from "../../page/charts/interval-dots";
import type { SignalsMessages } from "./messages/zh-Hans";
import type { Counted, SignalLine, SignalsParams, SignalsResult } from "./spec";

/** The words of one language. */
export interface Words {
  readonly t: SignalsMessages;
  readonly format: Format;
}

const shareOf = ({ n, hits }: Counted): number | null => (n === 0 ? null : hits / n);

export const shareText = (counted: Counted, { format }: Words): string => {
  const share = shareOf(counted);
  return share === null ? format.dash : format.percent(share);
};

export const leadingOf = ({ lines }: SignalsResult): readonly SignalLine[] =>
  lines.filter(({ isLeading }) => isLeading);

/** The answer in sentences; each is true or left out. */
export function findings(result: SignalsResult, params: SignalsParams, words: Words): Rich {
  const { t, format } = words;
  const [first, ...more] = leadingOf(result);
  if (first === undefined || first.ratio === null || first.low === null || first.high === null) {
    return t.findingNone({ n: result.headline.n, signals: result.lines.length });
  }
  const sentences: Rich[] = [
    t.finding({
      signal: t.signals[first.signal],
      share: shareText(first.shown, words),
      times: t.times({ times: first.ratio }),
      low: t.times({ times: first.low }),
      high: t.times({ times: first.high }),
    }),
  ];
  if (more.length > 0) {
    const names = more.map(({ signal }) => t.signals[signal]);
    sentences.push(t.findingMore({ signals: format.list(names) }));
  }
  if (first.now > 0) {
    sentences.push(t.findingNow({ customers: first.now, days: params.followDays }));
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

/** A bar that goes further would squeeze all others; its end stands in the card. */
const MOST_TIMES = 20;

/** The ratios that could be tested; those not told apart from chance are pale. */
export function ratioView(result: SignalsResult, words: Words): IntervalView {
  const { t } = words;
  const lines = result.lines.flatMap((line): IntervalLine[] => {
    const { ratio, low, high, signal } = line;
    if (ratio === null || low === null || high === null) return [];
    const times = t.times({ times: ratio });
    return [
      {
        name: t.signals[signal],
        value: ratio,
        low,
        high,
        label: t.chart.times({ times }),
        isPale: !line.isLeading,
        tone: line.isLeading ? "bad" : "plain",
        cell: `signal-hit:${signal}`,
        rows: [
          { label: t.chart.ratio, value: t.chart.times({ times }) },
          {
            label: t.chart.interval,
            value: `${t.times({ times: low })}–${t.times({ times: high })}`,
          },
          { label: t.chart.share, value: shareText(line.shown, words) },
          { label: t.chart.others, value: shareText(line.others, words) },
        ],
      },
    ];
  });
  const most = Math.max(...lines.map(({ high }) => high), 2);
  return {
    lines: lines.map((line) => ({ ...line, high: Math.min(line.high, MOST_TIMES) })),
    domain: [0, Math.min(most, MOST_TIMES)],
    reference: { value: 1, name: t.chart.even },
    tick: (value) => t.chart.times({ times: words.format.number(value, 1) }),
  };
}

export function ratioTwin({ lines }: SignalsResult, words: Words): TwinTable {
  const { t, format } = words;
  const count = (value: TwinValue): string => format.count(Number(value));
  const percent = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));
  const times = (value: TwinValue): string =>
    value === null ? format.dash : t.times({ times: Number(value) });
  return {
    columns: [
      { label: t.chart.signal },
      { label: t.chart.shown, numeric: true, show: count },
      { label: t.chart.hits, numeric: true, show: count },
      { label: t.chart.share, numeric: true, show: percent },
      { label: t.chart.others, numeric: true, show: percent },
      { label: t.chart.ratio, numeric: true, show: times },
      { label: t.chart.low, numeric: true, show: times },
      { label: t.chart.high, numeric: true, show: times },
    ],
    rows: lines.map((line) => [
      t.signals[line.signal],
      line.shown.n,
      line.shown.hits,
      shareOf(line.shown),
      shareOf(line.others),
      line.ratio,
      line.low,
      line.high,
    ]),
  };
}

export function chartSub(result: SignalsResult, { t, format }: Words): string {
  const { n, complaints } = result.headline;
  const period = format.period(epochDay(result.fromDay), epochDay(result.toDay));
  return t.chart.sub({ n, complaints, period });
}

export const verdictOf = ({ ratio, isLeading }: SignalLine, { t }: Words): string => {
  if (ratio === null) return t.chart.thin;
  return isLeading ? t.table.leading : t.table.unclear;
};

/** Which signals cannot be seen, and what was left out. */
export function noteLines(
  { lacks, unlinked }: SignalsResult,
  columnName: (id: string) => string,
  { t, format }: Words,
): readonly string[] {
  return [
    ...lacks.map(({ signal, columns }) =>
      t.lacks({
        signal: t.signals[signal],
        columns: format.list(columns.map((id) => t.column({ name: columnName(id) }))),
      }),
    ),
    ...(unlinked > 0 ? [t.unlinked({ complaints: unlinked })] : []),
  ];
}
