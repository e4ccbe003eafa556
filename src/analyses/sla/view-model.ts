import { CHINA_HOLIDAY_YEARS } from "../../domain/working-calendar";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { SlaMessages } from "./messages/zh-Hans";
import type { GroupLine, GroupTable, SlaParams, SlaResult } from "./spec";

/** The words of one language. */
export interface Words {
  readonly t: SlaMessages;
  readonly format: Format;
}

export const periodOf = (result: SlaResult, { format }: Words): string =>
  format.period(epochDay(result.fromDay), epochDay(result.toDay));

/** Within 24 hours, within 8 working hours. */
export const limitText = ({ clock, limitHours }: SlaParams, { t, format }: Words): string =>
  t.limit[clock]({ hours: format.number(limitHours) });

/** By what the first responses are judged: the promise for all, or those of the priorities. */
export const promiseText = (
  { hasOwnLimits }: SlaResult,
  params: SlaParams,
  words: Words,
): string => (hasOwnLimits ? words.t.limit.own : limitText(params, words));

const joined = (sentences: readonly Rich[], { format }: Words): Rich => {
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
};

/** A group that is slower than chance allows, with the table that it stands in. */
export interface SlowGroup {
  readonly table: GroupTable;
  readonly line: GroupLine;
}

/** The slow group with the most cases, of the first table that has one. */
export function slowGroup({ groups }: SlaResult): SlowGroup | null {
  for (const table of groups) {
    const line = table.lines.find(({ isSlow }) => isSlow);
    if (line !== undefined) return { table, line };
  }
  return null;
}

/** The answer in one to three sentences; each is true or left out. */
export function findings(result: SlaResult, params: SlaParams, words: Words): Rich {
  const { t, format } = words;
  const { headline } = result;
  const sentences: Rich[] = [speedFinding(result, params, words)];
  const { open, stuck } = headline;
  sentences.push(
    open === 0 && stuck === 0
      ? [t.findingNoneOpen]
      : t.findingOpen({ open, stuck, days: params.stuckDays }),
  );
  const slow = slowGroup(result);
  if (slow !== null && slow.line.kept.share !== null) {
    const dimension = t.groups.dimensions[slow.table.dimension];
    const share = format.percent(slow.line.kept.share);
    sentences.push(t.findingSlow({ name: slow.line.name, dimension, share }));
  }
  return joined(sentences, words);
}

function speedFinding(result: SlaResult, params: SlaParams, words: Words): Rich {
  const { headline, has } = result;
  const { t, format } = words;
  const cases = headline.n;
  if (!has.response) return t.findingNoResponse({ cases });
  if (headline.within24h === null) return t.findingNoneJudged({ cases });
  return t.finding({
    cases,
    limit: promiseText(result, params, words),
    share: format.percent(headline.within24h),
    judged: headline.judged,
  });
}

/** What the reader must know before the figures. */
export function cautions(result: SlaResult, { t, format }: Words): readonly string[] {
  const lines: string[] = [];
  const { misordered, unlinked } = result.left;
  if (result.grain === "day") lines.push(t.byDay);
  if (misordered > 0) lines.push(t.misordered({ count: misordered }));
  if (unlinked > 0) lines.push(t.unlinked({ count: unlinked }));
  if (result.beyondHolidays > 0) {
    lines.push(t.beyondHolidays({ count: result.beyondHolidays, ...CHINA_HOLIDAY_YEARS }));
  }
  if (result.unreadableDays.length > 0) {
    lines.push(t.unreadableDays({ pieces: format.list(result.unreadableDays.slice(0, 5)) }));
  }
  return lines;
}

export const hoursText = (hours: number | null, { t, format }: Words): string =>
  hours === null ? format.dash : t.hours({ hours: format.number(hours) });

export const daysText = (days: number | null, { t, format }: Words): string =>
  days === null ? format.dash : t.days({ days: format.number(days) });

/** 怎么算的, line by line; what does not apply is left out. */
export function howLines(result: SlaResult, params: SlaParams, words: Words): readonly string[] {
  const { t, format } = words;
  const { response, headline, left } = result;
  const lines = [
    t.how.share({ limit: promiseText(result, params, words) }),
    t.how.counts(response),
    ...(response.low === null || response.high === null
      ? []
      : [
          t.how.interval({
            low: format.percent(response.low),
            high: format.percent(response.high),
          }),
        ]),
    t.how.curve,
    ...(params.clock === "working" ? [t.how.working] : []),
    t.how.control,
    t.how.basis({ cases: headline.n, period: periodOf(result, words) }),
  ];
  if (left.undated > 0) lines.push(t.how.undated({ count: left.undated }));
  return [...lines, t.how.filters];
}
