import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { TwinTable } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { SourcesMessages } from "./messages/zh-Hans";
import type { Ranged, SourceLine, SourcesResult } from "./spec";

export interface Words {
  readonly t: SourcesMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly columnName: (id: string) => string;
}

/** Below it a difference is called one. */
const SIGNIFICANT = 0.05;

export function sourceName({ name }: SourceLine, { t }: Words): string {
  switch (name.kind) {
    case "text":
      return name.text;
    case "flag":
      return name.isYes ? t.yes : t.no;
    case "rest":
      return t.rest({ sources: name.sources });
    case "missing":
      return t.missing;
  }
}

/** The answer: the largest source, whether customers of some stay more, and what referrals brought. */
export function findings(result: SourcesResult, words: Words): Rich {
  const { t, format, currency } = words;
  const [first] = result.sources;
  const { customers, referred, referredSales } = result.headline;
  const parts: Rich[] = [];
  if (first === undefined) parts.push([t.finding.noColumn]);
  else {
    const share = format.percent(first.customers / customers);
    parts.push(t.finding.largest({ name: sourceName(first, words), share }));
    parts.push([againWords(result, words)]);
  }
  if (referred !== null && referredSales !== null && referred > 0) {
    const money = format.money(referredSales, currency);
    parts.push(t.finding.referred({ customers: referred, sales: money }));
  }
  return parts.flatMap((part, at) => (at > 0 && format.language === "en" ? [" ", ...part] : part));
}

function againWords(result: SourcesResult, words: Words): string {
  const { t, format } = words;
  const judged = result.sources
    .flatMap((line) => (line.again === null ? [] : [{ line, again: line.again }]))
    .toSorted((a, b) => b.again.value - a.again.value);
  const [best, worst] = [judged[0], judged.at(-1)];
  const { p } = result.headline;
  if (best === undefined || worst === undefined || p === null) return t.finding.tooFew;
  if (p >= SIGNIFICANT) return t.finding.alike;
  return t.finding.differ({
    best: sourceName(best.line, words),
    share: format.percent(best.again.value),
    worst: sourceName(worst.line, words),
    low: format.percent(worst.again.value),
  });
}

const rangeText = ({ value, low, high }: Ranged, { format }: Words): string =>
  `${format.percent(value)} (${format.percentInterval(low, high)})`;

export const againText = ({ again }: SourceLine, words: Words): string =>
  again === null ? words.format.dash : rangeText(again, words);

export function firstSalesText({ firstSales }: SourceLine, words: Words): string {
  const { format, currency, t } = words;
  if (firstSales === null) return format.dash;
  const say = (amount: number): string => format.money(amount, currency);
  const { value, low, high } = firstSales;
  return t.table.range({ value: say(value), low: say(low), high: say(high) });
}

/** Who buys again, by source; null when no source has enough customers. */
export function againView(result: SourcesResult, words: Words): IntervalView | null {
  const { t, format } = words;
  const lines = result.sources.flatMap((line) => {
    const { again } = line;
    if (again === null) return [];
    return [
      {
        name: sourceName(line, words),
        value: again.value,
        low: again.low,
        high: again.high,
        label: format.percent(again.value),
        isPale: false,
        tone: "plain" as const,
        cell: `source-again:${line.place}`,
        rows: [
          { label: t.table.again, value: rangeText(again, words) },
          { label: t.table.seen, value: format.count(line.seen) },
        ],
      },
    ];
  });
  if (lines.length === 0) return null;
  const { again } = result;
  return {
    lines,
    domain: [0, 1],
    reference: again === null ? null : { value: again.value, name: t.chart.all },
    tick: (value) => format.percent(value),
    ticks: [0, 0.25, 0.5, 0.75, 1],
  };
}

export function sourcesTwin(result: SourcesResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const orDash = (say: (value: number) => string) => (value: string | number | null) =>
    typeof value === "number" ? say(value) : format.dash;
  const count = orDash((value) => format.count(value));
  const money = orDash((value) => format.money(value, currency));
  const share = orDash((value) => format.percent(value));
  return {
    columns: [
      { label: t.table.source },
      { label: t.table.customers, numeric: true, show: count },
      { label: t.table.newcomers, numeric: true, show: count },
      { label: t.table.sales, numeric: true, show: money },
      { label: t.table.seen, numeric: true, show: count },
      { label: t.table.again, numeric: true, show: share },
      { label: t.table.firstSales, numeric: true, show: money },
    ],
    rows: result.sources.map((line) => [
      sourceName(line, words),
      line.customers,
      line.newcomers,
      line.sales,
      line.seen,
      line.again?.value ?? null,
      line.firstSales?.value ?? null,
    ]),
  };
}

export const shareText = (part: number, whole: number, { format }: Words): string =>
  whole > 0 ? format.percent(part / whole) : format.dash;
