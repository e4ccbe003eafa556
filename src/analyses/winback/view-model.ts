import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { WinbackMessages } from "./messages/zh-Hans";
import {
  CONTACT_SHARE,
  OFFER_SHARE,
  type RecoveryPoint,
  type WinbackLine,
  type WinbackParams,
  type WinbackResult,
} from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: WinbackMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** A result with a list, be it empty. */
export type Listed = WinbackResult & { readonly terms: NonNullable<WinbackResult["terms"]> };

export const isListed = (result: WinbackResult): result is Listed => result.terms !== null;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

const joined = (sentences: readonly Rich[], words: Words): Rich =>
  sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));

/** Who is in the window, and what pays. */
export function briefFinding(result: WinbackResult, params: WinbackParams, words: Words): Rich {
  const { t, format, currency } = words;
  const { lost, open, listed } = result;
  const { fromMonth: from, toMonth: to } = params;
  const sentences: Rich[] = [t.finding({ lost, open, from, to })];
  if (isListed(result) && result.early + result.open > 0) {
    const money = format.money(result.expected, currency);
    sentences.push(listed === 0 ? [t.findingNobody] : t.findingList({ customers: listed, money }));
  }
  return joined(sentences, words);
}

/** The answer in sentences; each is true or left out. */
export function findings(result: WinbackResult, params: WinbackParams, words: Words): Rich {
  const { t, format } = words;
  const sentences = [briefFinding(result, params, words)];
  const year = result.curve.find(({ month }) => month === 12);
  const { returned } = result;
  if (year !== undefined && year.low !== null && year.high !== null) {
    const interval = format.percentInterval(year.low, year.high);
    sentences.push(t.findingRecovery({ share: format.percent(year.share), interval, returned }));
  } else if (returned > 0) sentences.push(t.findingReturned({ returned }));
  return joined(sentences, words);
}

export function refusalText({ refusal }: WinbackResult, { t }: Words): string {
  return refusal === null ? "" : t.refused[refusal.code](refusal);
}

/** Who counts as lost and as back. */
export function sourceText({ source, silenceDays }: WinbackResult, { t }: Words): string {
  if (source === null) return "";
  return silenceDays === null ? t.sources.contracts : t.sources.silence({ days: silenceDays });
}

/** What was taken for granted, line by line; what the reader set is not repeated. */
export function termLines({ terms }: Listed, { t, format, currency }: Words): readonly string[] {
  const { offer, contact, margin, secondLife, secondLifeRange: range, followed } = terms;
  const money = (value: number): string => format.moneyExact(value, currency);
  const lines: string[] = [];
  if (secondLife.from === "data") {
    const interval = range === null ? null : format.percentInterval(range.low, range.high);
    const ratio = format.percent(secondLife.value);
    lines.push(t.terms.secondLifeData({ ratio, interval, followed }));
  }
  if (secondLife.from === "assumed") lines.push(t.terms.secondLifeAssumed({ followed }));
  if (margin.from === "data")
    lines.push(t.terms.marginData({ margin: format.percent(margin.value) }));
  if (margin.from === "assumed")
    lines.push(t.terms.marginAssumed({ margin: format.percent(margin.value) }));
  if (offer.from === "assumed") {
    const share = format.percent(OFFER_SHARE);
    lines.push(t.terms.offerAssumed({ money: money(offer.value), share }));
  }
  if (contact.from === "assumed") {
    const share = format.percent(CONTACT_SHARE);
    lines.push(t.terms.contactAssumed({ money: money(contact.value), share }));
  }
  return lines;
}

/** How firmly the causes are drawn together, and why. */
export function pullText({ pull }: WinbackResult, { t, format }: Words): string {
  if (pull.value === Infinity) return t.causes.sub.alike;
  const breaks = format.number(pull.value);
  return pull.isFound ? t.causes.sub.found({ breaks }) : t.causes.sub.few({ breaks });
}

/** Who is not on the list, and why. */
export function noteLines(
  result: WinbackResult,
  params: WinbackParams,
  { t }: Words,
): readonly string[] {
  const { closed, excluded, wonBack, unpriced, unseen } = result;
  return [
    ...(closed > 0 ? [t.notes.closed({ customers: closed, month: params.toMonth })] : []),
    ...(wonBack > 0 ? [t.notes.wonBack({ customers: wonBack })] : []),
    ...(excluded > 0 ? [t.notes.excluded({ customers: excluded })] : []),
    ...(unpriced > 0 ? [t.notes.unpriced({ customers: unpriced })] : []),
    ...(unseen > 0 ? [t.notes.unseen({ customers: unseen })] : []),
  ];
}

/** A note for want of a reason may be long; its whole stands on the page of the customer. */
const shortened = (reason: string, { language }: Format): string => {
  const longest = language === "en" ? 40 : 24;
  const signs = Array.from(reason);
  return signs.length <= longest ? reason : `${signs.slice(0, longest - 1).join("")}…`;
};

/** What to do, and why: a reason by its own name. */
export function tacticText(line: WinbackLine, { t, format }: Words): string {
  const { tactic, tacticFrom, reason } = line;
  const from =
    tacticFrom === "reason" && reason !== ""
      ? t.tacticReason({ reason: shortened(reason, format) })
      : t.tacticFrom[tacticFrom];
  return t.tacticText({ tactic: t.tactics[tactic], from });
}

export function clockText({ stage, daysLeft }: WinbackLine, { t }: Words): string {
  return stage === "early" ? t.list.early : t.list.left({ days: daysLeft });
}

interface RecoveryStop extends RecoveryPoint {
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface RecoveryView {
  readonly stops: readonly RecoveryStop[];
  readonly most: number;
  readonly highest: number;
  readonly from: number;
  readonly to: number;
  readonly window: string;
  readonly axis: string;
  readonly percent: (value: number) => string;
  readonly count: (value: number) => string;
}

export function recoveryView(
  { curve }: WinbackResult,
  params: WinbackParams,
  { t, format }: Words,
): RecoveryView {
  const shares = curve.map(({ share, high }) => (high === null ? share : high));
  return {
    stops: curve.map((point) => ({
      ...point,
      cell: `back:month:${point.month}`,
      title: t.curve.point({ month: point.month }),
      rows: [
        { label: t.curve.share, value: format.percent(point.share) },
        ...(point.low === null || point.high === null
          ? []
          : [{ label: t.curve.interval, value: format.percentInterval(point.low, point.high) }]),
        { label: t.curve.customers, value: format.count(point.customers) },
        { label: t.curve.atRisk, value: format.count(point.atRisk) },
      ],
    })),
    most: Math.max(1, ...curve.map(({ month }) => month)),
    highest: Math.max(0.02, ...shares) * 1.1,
    from: params.fromMonth,
    to: params.toMonth,
    window: t.curve.window,
    axis: t.curve.axis,
    percent: (value) => format.percent(value),
    count: (value) => format.count(value),
  };
}

export function recoveryTwin({ curve }: WinbackResult, { t, format }: Words): TwinTable {
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const count = number((value) => format.count(value));
  const percent = number((value) => format.percent(value));
  return {
    columns: [
      { label: t.curve.axis, numeric: true, show: count },
      { label: t.curve.share, numeric: true, show: percent },
      { label: t.curve.low, numeric: true, show: percent },
      { label: t.curve.high, numeric: true, show: percent },
      { label: t.curve.customers, numeric: true, show: count },
      { label: t.curve.atRisk, numeric: true, show: count },
    ],
    rows: curve.map(({ month, share, low, high, customers, atRisk }) => [
      month,
      share,
      low,
      high,
      customers,
      atRisk,
    ]),
  };
}

/** 怎么算的, line by line. */
export const howLines = (result: WinbackResult, words: Words): readonly string[] => [
  sourceText(result, words),
  words.t.how.curve,
  words.t.how.chance,
  words.t.how.score,
  words.t.how.tactic,
  words.t.how.caution,
];
