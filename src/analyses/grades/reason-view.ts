import type { Format } from "../../i18n/format";
import type { GradesMessages } from "./messages/zh-Hans";
import type { GradeFacts, Reason } from "../../domain/grade-facts";

interface Words {
  readonly t: GradesMessages;
  readonly format: Format;
}

const signed = (ratio: number, format: Format): string => format.percentChange(ratio);

/** By a straight line a sale may seem to fall by more than there is; nobody buys less than nothing. */
const fallen = (ratio: number, format: Format): string => signed(Math.max(-1, ratio), format);

const intervalOf = ({ low, high }: { low: number; high: number }, format: Format): string =>
  `${fallen(low, format)} ~ ${fallen(high, format)}`;

function creditText(facts: GradeFacts, isVote: boolean, { t, format }: Words): string {
  const { overdueShare, lateDays, dueInvoices } = facts;
  if (overdueShare === null || lateDays === null) return t.reasons.noInvoices;
  if (!isVote) return t.reasons.onTime({ invoices: dueInvoices });
  return t.reasons.overdue({
    share: format.percent(overdueShare),
    days: format.days(Math.round(lateDays)),
  });
}

function trendText(facts: GradeFacts, isVote: boolean, { t, format }: Words): string {
  const { trend } = facts;
  if (trend === null) return t.reasons.noTrend;
  const said = { slope: fallen(trend.slope, format), interval: intervalOf(trend, format) };
  return isVote ? t.reasons.trend(said) : t.reasons.unsure(said);
}

/** The facts of those votes alone that were cast. */
export function votesOfFacts(
  facts: GradeFacts,
  reasons: readonly Reason[],
  words: Words,
): readonly string[] {
  return [
    ...(reasons.includes("arrears") ? [creditText(facts, true, words)] : []),
    ...(reasons.some((reason) => reason !== "arrears") ? [trendText(facts, true, words)] : []),
  ];
}

/** Pay and trend of a customer, whether or not they were a reason. */
export function allFacts(
  facts: GradeFacts,
  reasons: readonly Reason[],
  words: Words,
): readonly string[] {
  const votes = (isIt: (reason: Reason) => boolean): boolean => reasons.some(isIt);
  return [
    creditText(
      facts,
      votes((reason) => reason === "arrears"),
      words,
    ),
    trendText(
      facts,
      votes((reason) => reason !== "arrears"),
      words,
    ),
  ];
}
