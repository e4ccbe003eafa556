import { epochDay } from "../../kernel/base/calendar";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CampaignReadoutMessages } from "./messages/zh-Hans";
import type { CampaignLine, CampaignReadoutResult, PartCount } from "./spec";

/** The words of one language. */
export interface Words {
  readonly t: CampaignReadoutMessages;
  readonly format: Format;
}

/** The answer in one sentence; each part is true or left out. */
export function findings({ headline }: CampaignReadoutResult, { t }: Words): Rich {
  const { campaigns, judged, waiting, helped, harmed } = headline;
  const unclear = judged - helped - harmed;
  return [
    ...t.finding({ campaigns }),
    ...(judged === 0 ? [t.judgedNone] : t.judged({ judged })),
    ...(helped === 0 ? [] : t.helped({ count: helped })),
    ...(harmed === 0 ? [] : t.harmed({ count: harmed })),
    ...(unclear === 0 ? [] : t.unclear({ count: unclear })),
    ...(waiting === 0 ? [] : t.waiting({ count: waiting })),
    t.end,
  ];
}

/** What was laid down: the list, the day, how long and what is counted. */
export const planText = (line: CampaignLine, { t, format }: Words): string =>
  t.plan({
    list: t.lists[line.list],
    day: format.day(epochDay(line.on)),
    days: line.watchDays,
    by: t.by[line.list][line.outcome],
  });

/** What became of a campaign, line by line. */
export function campaignLines(line: CampaignLine, words: Words): readonly string[] {
  if (!line.isTold) return [words.t.blind];
  const verdict = line.daysLeft > 0 ? waitLines(line, words) : verdictLines(line, words);
  return [...verdict, ...noteLines(line, words)];
}

type Counted = (part: PartCount) => string;

/** Both parts, or those contacted alone where nobody was left alone. */
function whoText({ contacted, alone }: CampaignLine, { t }: Words, counted: Counted): string {
  return alone.size === 0
    ? t.who.contacted({ contacted: counted(contacted) })
    : t.who.both({ contacted: counted(contacted), alone: counted(alone) });
}

/** How those to whom it happened are called. */
function hitName({ list, outcome }: CampaignLine): "bought" | "left" | "back" {
  if (list === "winback") return "back";
  return outcome === "orders" ? "bought" : "left";
}

function waitLines(line: CampaignLine, words: Words): readonly string[] {
  const { t, format } = words;
  const until = format.day(epochDay(line.seenUntil));
  const wait = t.wait({ days: line.daysLeft, until });
  if (line.seenUntil <= line.on || line.contacted.size === 0) return [wait];
  const name = hitName(line);
  // Who has bought nothing so far may still buy: those who did are told.
  const isTurned = name === "bought";
  const counted: Counted = ({ size, hits }) =>
    t.ofSize({ size, hits: isTurned ? size - hits : hits });
  return [wait, t.soFar[name]({ who: whoText(line, words, counted) })];
}

function verdictLines(line: CampaignLine, words: Words): readonly string[] {
  const { t, format } = words;
  const { contacted, alone, effect } = line;
  if (contacted.size === 0) return [t.noContact];
  const counted: Counted = ({ size, hits }) =>
    t.share({ share: format.percent(hits / size), hits, size });
  const shares = t.shares[hitName(line)]({ who: whoText(line, words, counted) });
  if (effect === null) return [shares, t.noControl];
  const expected =
    line.expected === null
      ? []
      : [
          t.expected[line.list]({
            expected: format.percent(line.expected),
            actual: format.percent(alone.hits / alone.size),
          }),
        ];
  return [shares, ...effectLines(line, effect, words), ...expected];
}

function effectLines(
  { list, gained, detectable }: CampaignLine,
  effect: NonNullable<CampaignLine["effect"]>,
  { t, format }: Words,
): readonly string[] {
  const apart = (value: number): string => format.pointsApart(value);
  if (effect.low > 0 && gained !== null) {
    const said = {
      effect: apart(effect.value),
      low: apart(effect.low),
      high: apart(effect.high),
      gained: Math.round(gained.value),
      from: Math.round(gained.low),
      to: Math.round(gained.high),
    };
    return [t.works[list](said)];
  }
  if (effect.high < 0) {
    const said = {
      effect: apart(effect.value),
      low: apart(effect.high),
      high: apart(effect.low),
    };
    return [t.harms[list](said)];
  }
  const unclear = t.unclearLine[list]({
    low: format.points(effect.low),
    high: format.points(effect.high),
  });
  return detectable === null
    ? [unclear]
    : [unclear, t.detectable({ detectable: apart(detectable) })];
}

/** Who is left out, and what blurs the difference. */
function noteLines(
  { contacted, alone, mixed, disturbed, outcome }: CampaignLine,
  { t }: Words,
): readonly string[] {
  const isMissing = contacted.missing + alone.missing > 0;
  return [
    ...(isMissing ? [t.missing({ contacted: contacted.missing, alone: alone.missing })] : []),
    ...(mixed > 0 ? [t.mixed({ customers: mixed })] : []),
    ...(disturbed > 0 ? [t.disturbed({ customers: disturbed })] : []),
    ...(outcome === "flag" ? [t.flagNote] : []),
  ];
}
