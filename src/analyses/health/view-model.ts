import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { HealthMessages } from "./messages/zh-Hans";
import {
  MEASURES,
  type BandLine,
  type HealthLine,
  type HealthParams,
  type HealthPart,
  type HealthResult,
} from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: HealthMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** The answer in sentences; each is true or left out. */
export function findings({ headline, lines, windowDays }: HealthResult, words: Words): Rich {
  const { t, format, currency } = words;
  const { danger, watch, yearInDanger } = headline;
  if (danger + watch === 0) return [t.findingNone];
  const sentences: Rich[] =
    danger === 0
      ? [t.findingWatchOnly({ watch })]
      : [t.finding({ danger, money: format.money(yearInDanger, currency) })];
  if (danger > 0 && watch > 0) sentences.push(t.findingWatch({ watch }));
  const first = lines[0];
  if (first !== undefined) {
    const reason = reasonText(first, windowDays, words);
    sentences.push([t.findingFirst({ name: first.name, reason })]);
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

/** Why a customer stands on the list, the weightiest first. */
export function reasonText(
  { parts }: HealthLine,
  windowDays: number,
  { t, format }: Words,
): string {
  if (parts.length === 0) return t.reasons.none;
  return parts.map((part) => partText(part, windowDays, { t, format })).join(t.reasons.join);
}

/** Points against one window ago: +12, −30; a dash where there was no score. */
export function changeText({ change }: HealthLine, { format }: Words): string {
  if (change === null) return format.dash;
  const points = Math.round(change);
  if (points === 0) return "0";
  return `${points > 0 ? "+" : "−"}${format.count(Math.abs(points))}`;
}

function partText(
  { id, fact, usual }: HealthPart,
  windowDays: number,
  { t, format }: Pick<Words, "t" | "format">,
): string {
  const { reasons } = t;
  const hundred = (level: number): number => Math.round(100 * level);
  const gap = Math.round(usual ?? NaN);
  switch (id) {
    case "frequency":
      return reasons.frequency({ share: format.percent(fact), days: windowDays });
    case "rhythm":
      return reasons.rhythm({ days: fact, gap });
    case "trend":
      return reasons.trend({ share: format.percent(fact), days: windowDays });
    case "satisfaction":
      return usual !== null && hundred(usual) > hundred(fact)
        ? reasons.satisfactionFell({ level: hundred(fact), before: hundred(usual) })
        : reasons.satisfaction({ level: hundred(fact) });
    case "complaint":
      return fact > 0 ? reasons.complaintOpen({ cases: fact }) : reasons.complaintRecent;
    case "arrears":
      return reasons.arrears({ days: fact });
    case "contact":
      return reasons.contact({ days: fact, gap });
    case "contract":
      return fact >= 0
        ? reasons.contractSoon({ days: fact })
        : reasons.contractPast({ days: -fact });
  }
}

/** What the test on the past says of the score. */
export function testLine({ backTest, windowDays }: HealthResult, { t, format }: Words): string {
  if (backTest === null) return t.untested;
  const { value, low, high } = backTest.auc;
  return t.proven({
    day: format.day(epochDay(backTest.day)),
    auc: format.number(value, 2),
    low: format.number(low, 2),
    high: format.number(high, 2),
    days: windowDays,
  });
}

/** A score that was no better than guessing, or whose warnings stayed silent no more often than the others. */
export function isWeak({ backTest, bands }: HealthResult): boolean {
  if (backTest === null) return false;
  if (!(backTest.auc.low > 0.5)) return true;
  const shareOf = (isWarned: boolean): number => {
    const own = bands.filter(({ id }) => (id !== "healthy") === isWarned);
    const of = (pick: (tested: NonNullable<BandLine["tested"]>) => number): number =>
      own.reduce((sum, { tested }) => sum + (tested === null ? 0 : pick(tested)), 0);
    return of(({ silent }) => silent) / of(({ customers }) => customers);
  };
  // nobody in a group: nothing to compare
  return shareOf(true) <= shareOf(false);
}

export interface BinColumn {
  readonly name: string;
  readonly value: number;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface BinsView {
  readonly columns: readonly BinColumn[];
  readonly label: string;
  readonly short: (value: number) => string;
}

const rangeOf = (bin: number, { t }: Words): string =>
  t.bins.range({ from: bin * 10, to: bin * 10 + 10 });

export function binsView({ bins }: HealthResult, words: Words): BinsView {
  const { t, format } = words;
  return {
    columns: Array.from(bins, (value, bin) => ({
      name: format.count(bin * 10),
      value,
      cell: `health-score:${bin}`,
      title: rangeOf(bin, words),
      rows: [{ label: t.bins.customers, value: format.count(value) }],
    })),
    label: t.bins.axis,
    short: (value) => format.short(value),
  };
}

export function binsTwin({ bins }: HealthResult, words: Words): TwinTable {
  const { t, format } = words;
  return {
    columns: [
      { label: t.bins.axis },
      { label: t.bins.customers, numeric: true, show: (value) => format.count(Number(value)) },
    ],
    rows: Array.from(bins, (value, bin) => [rangeOf(bin, words), value]),
  };
}

/** Share that stopped ordering, with its interval; a dash without a test. */
export function silentText({ tested }: BandLine, { t, format }: Words): string {
  if (tested === null || tested.customers === 0) return format.dash;
  return t.bands.silentOf({
    share: format.percent(tested.silent / tested.customers),
    low: format.percent(tested.low),
    high: format.percent(tested.high),
    customers: tested.customers,
  });
}

export const weightTotal = (params: HealthParams): number =>
  MEASURES.reduce((sum, id) => sum + params[id], 0);

/** The measures that the data say nothing of; null when there is none. */
export function missingLine({ measures }: HealthResult, { t, format }: Words): string | null {
  const names = measures.filter(({ known }) => known === 0).map(({ id }) => t.measures[id]);
  return names.length === 0 ? null : t.weights.missing({ measures: format.list(names) });
}

/** 怎么算的, line by line. */
export const howLines = ({ t }: Words): readonly string[] => [
  t.how.score,
  t.how.frequency,
  t.how.rhythm,
  t.how.trend,
  t.how.others,
  t.how.rank,
];
