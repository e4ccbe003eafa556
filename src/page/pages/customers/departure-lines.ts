import type { CustomersMessages } from "../../../i18n/locales/zh-Hans/customers";
import type { AnalysisMessages } from "../../../i18n/messages";
import type { Format } from "../../../i18n/format";
import type { EpochDay } from "../../../kernel/base/calendar";
import type { CustomerExit, Departures } from "../../../queries/departure-types";

export interface DepartureWords {
  readonly t: CustomersMessages["departures"];
  readonly causes: Pick<AnalysisMessages["churn-causes"], "causes" | "initiatives">;
  readonly format: Format;
  readonly currency: string | null;
}

/** An exit line by line, the first of day and kind; without what the data do not say. */
export function exitLines(exit: CustomerExit, words: DepartureWords): readonly string[] {
  const { t, causes, format, currency } = words;
  const { initiative, cause, reason, text, competitor, lostAmount, wonBackOn } = exit;
  const kinds = [
    ...(exit.isPartial ? [t.partial] : []),
    ...(initiative === "unknown" ? [] : [causes.initiatives[initiative]]),
    // By whose wish it was says already that it was not the customer's.
    ...(cause === "unknown" || cause === "involuntary" ? [] : [causes.causes[cause]]),
  ];
  return [
    [format.dayShort(exit.exitedOn), ...kinds].join(" · "),
    ...(reason === "" ? [] : [t.reason({ reason })]),
    ...(text === "" ? [] : [t.text({ text })]),
    ...(competitor === "" ? [] : [t.competitor({ competitor })]),
    ...(lostAmount === null ? [] : [t.amount({ money: format.money(lostAmount, currency) })]),
    ...(wonBackOn === null ? [] : [t.wonBack({ day: format.dayShort(wonBackOn) })]),
  ];
}

/** The contract that runs longest: from when to when, how long still, and whether it goes on. */
export function contractLines(
  { contract, contractCount }: Departures,
  asOfDay: EpochDay,
  { t, format }: DepartureWords,
): readonly string[] {
  if (contract === null) return [];
  const { id, startsOn, endsOn, cancelledOn, isRenewed, renewedOn, renewsByItself } = contract;
  const shown = (day: EpochDay | null): string =>
    day === null ? format.dash : format.dayShort(day);
  const from = shown(startsOn);
  const span = endsOn === null ? t.open({ from }) : t.span({ from, to: shown(endsOn) });
  const lines = [id === null ? span : t.named({ id, span })];
  if (cancelledOn !== null) lines.push(t.cancelled({ day: shown(cancelledOn) }));
  else if (endsOn !== null) {
    const left = endsOn - asOfDay;
    lines.push(left >= 0 ? t.left({ days: left }) : t.over({ days: -left }));
    if (renewedOn !== null) lines.push(t.renewedOn({ day: shown(renewedOn) }));
    else if (isRenewed) lines.push(t.renewed);
    else if (renewsByItself) lines.push(t.byItself);
    else lines.push(t.notRenewed);
  }
  if (contractCount > 1) lines.push(t.more({ contracts: contractCount }));
  return lines;
}
