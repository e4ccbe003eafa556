import { fieldLabel } from "../../i18n/field-label";
import type { Format } from "../../i18n/format";
import type { Messages } from "../../i18n/messages";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { ServiceMessages } from "./messages/zh-Hans";
import type { Measure, ServiceParams, ServiceResult, StandardLine } from "./spec";

/** The words of one language, with the names of tables and columns. */
export interface Words {
  readonly t: ServiceMessages;
  readonly format: Format;
  readonly fields: Messages["fields"];
}

/** Name of a standard: 首次回复在24小时内. */
export function measureName(
  id: Measure,
  { hasOwnLimits }: Pick<ServiceResult, "hasOwnLimits">,
  params: ServiceParams,
  { t, format }: Words,
): string {
  if (id === "response") {
    if (hasOwnLimits) return t.responseName.own;
    return t.responseName[params.clock]({ hours: format.number(params.limitHours) });
  }
  return id === "solution"
    ? t.solutionName({ days: format.number(params.resolveDays) })
    : t.measures[id];
}

const joined = (sentences: readonly Rich[], { format }: Words): Rich => {
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
};

/** The standard that is missed by most. */
export const worstOf = ({ standards }: ServiceResult): StandardLine | null =>
  standards
    .filter(({ verdict }) => verdict === "missed")
    .toSorted((a, b) => gapOf(a) - gapOf(b))[0] ?? null;

const gapOf = ({ kept, standard }: StandardLine): number =>
  kept === null || kept.share === null ? 0 : kept.share - standard;

/** The answer in sentences; each is true or left out. */
export function findings(result: ServiceResult, params: ServiceParams, words: Words): Rich {
  const { t, format } = words;
  const { measured, kept, below } = result.headline;
  if (measured === 0) return [t.findingNone];
  const sentences: Rich[] = [t.finding({ measured, kept, below })];
  const worst = worstOf(result);
  if (worst !== null && worst.kept !== null && worst.kept.share !== null) {
    sentences.push(
      t.findingWorst({
        name: measureName(worst.id, result, params, words),
        share: format.percent(worst.kept.share),
        standard: format.percent(worst.standard),
      }),
    );
  }
  const change = changeFinding(result, params, words);
  if (change !== null) sentences.push(change);
  return joined(sentences, words);
}

/** What the change did; null without one, or where one side of it is empty. */
function changeFinding(result: ServiceResult, params: ServiceParams, words: Words): Rich | null {
  const { chart } = result;
  const { t, format } = words;
  if (chart === null || chart.change === null) return null;
  const { day, before, after, difference } = chart.change;
  if (difference === null) return null;
  const { low, high } = difference;
  const facts = {
    name: measureName(chart.measure, result, params, words),
    day: format.dayShort(epochDay(day)),
    before: format.percent(before.met / before.judged),
    after: format.percent(after.met / after.judged),
    low: format.points(low),
    high: format.points(high),
  };
  if (low > 0) return t.changed.better(facts);
  return high < 0 ? t.changed.worse(facts) : t.changed.unclear(facts);
}

/** What is missing for a standard: 订单没有“承诺交期”“实际到货日期”. */
export function lackText({ lacks, kept }: StandardLine, { t, format, fields }: Words): string {
  const [first] = lacks;
  if (first === undefined) return kept !== null && kept.share === null ? t.noneJudged : "";
  const names = lacks.map(({ entity, field }) => t.quoted(fieldLabel({ fields }, entity, field)));
  return t.lacks({ table: fields.entity[first.entity], columns: format.list(names) });
}

export function verdictText({ verdict }: StandardLine, { t, format }: Words): string {
  return verdict === null ? format.dash : t.verdicts[verdict];
}

/** Expected where surveys ask, with the gap between measured and expected. */
export function expectedText({ expected, kept }: StandardLine, { t, format }: Words): string {
  if (expected === null) return format.dash;
  const share = format.percent(expected.share);
  if (kept === null || kept.share === null) return share;
  return t.expectedGap({ share, gap: format.points(kept.share - expected.share) });
}

/** What else is to be known of deliveries. */
export function deliveryLines(
  { delivery }: ServiceResult,
  { t, format }: Words,
): readonly string[] {
  if (delivery === null) return [];
  const { late, lateMedian, lateP90, undelivered, shortRatio, isByOrder } = delivery;
  return [
    ...(lateMedian === null || lateP90 === null
      ? []
      : [t.late({ late, median: format.days(lateMedian), p90: format.days(lateP90) })]),
    ...(undelivered > 0 ? [t.undelivered({ orders: undelivered })] : []),
    ...(shortRatio === null ? [] : [t.short({ share: format.percent(shortRatio, 1) })]),
    ...(isByOrder ? [] : [t.byLine]),
  ];
}

export function cautions({ unreadableDays }: ServiceResult, { t, format }: Words) {
  return unreadableDays.length === 0
    ? []
    : [t.unreadableDays({ pieces: format.list(unreadableDays.slice(0, 5)) })];
}

/** 怎么算的, line by line. */
export const howLines = (result: ServiceResult, { t, format }: Words): readonly string[] => [
  t.how.share,
  t.how.orders,
  t.how.verdict,
  t.how.control,
  t.how.change,
  t.how.basis({ period: format.period(epochDay(result.fromDay), epochDay(result.toDay)) }),
];
