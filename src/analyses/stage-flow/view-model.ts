import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { StageFlowMessages } from "./messages/zh-Hans";
import { FLOW_STAGES, type FlowTest, type MoveCell, type StageFlowResult } from "./spec";

/** The words of one language. */
export interface Words {
  readonly t: StageFlowMessages;
  readonly format: Format;
}

const SURE = 0.05;
const RETAIN = FLOW_STAGES.indexOf("retain");

export const unitOf = ({ grain }: StageFlowResult, { t }: Words): string => t.units[grain];

/** The stage of which most falls silent, of those that are not silent already. */
export function slipping({ cells }: StageFlowResult): MoveCell | null {
  const slips = cells.filter(
    ({ from, to, share }) => to === "winback" && from !== "winback" && share !== null && share > 0,
  );
  return slips.reduce<MoveCell | null>(
    (most, cell) => (most === null || Number(cell.share) > Number(most.share) ? cell : most),
    null,
  );
}

/** The answer in sentences; each is true or left out. */
export function findings(result: StageFlowResult, words: Words): Rich {
  const { t, format } = words;
  const { headline, past, ahead } = result;
  const unit = unitOf(result, words);
  const sentences: Rich[] = [
    t.finding({ stay: format.percent(headline.stay), periods: result.periods, unit }),
  ];
  const slip = slipping(result);
  if (slip !== null && slip.share !== null) {
    sentences.push(
      t.findingLost({ from: t.stages[slip.from], share: format.percent(slip.share), unit }),
    );
  }
  const now = past.at(-1)?.counts[RETAIN];
  const then = ahead.at(-1)?.counts[RETAIN];
  if (now !== undefined && then !== undefined) {
    sentences.push(
      t.findingAhead({
        periods: ahead.length,
        unit,
        retain: format.count(then),
        now: format.count(now),
      }),
    );
  }
  const { backtestError, naiveError } = headline;
  if (backtestError !== null && naiveError !== null) {
    const said = { error: format.percent(backtestError), naive: format.percent(naiveError) };
    sentences.push([backtestError < naiveError ? t.findingBetter(said) : t.findingWorse(said)]);
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

export interface TestRow {
  readonly periods: number;
  readonly name: string;
  readonly error: string;
  readonly naive: string;
}

export function testRows(result: StageFlowResult, words: Words): readonly TestRow[] {
  const { t, format } = words;
  const { backTest } = result;
  if (backTest === null) return [];
  return Array.from(backTest.errors, (error, k) => ({
    periods: k + 1,
    name: t.test.periods({ count: k + 1, unit: unitOf(result, words) }),
    error: format.percent(error),
    naive: format.percent(backTest.naives[k] as number),
  }));
}

/** What the tests of the chain say. */
export function testTexts(
  { stationary, order }: StageFlowResult,
  { t, format }: Words,
): readonly string[] {
  const said = (
    test: FlowTest | null,
    texts: { sure: (p: { p: string }) => string; unsure: (p: { p: string }) => string },
  ): string[] =>
    test === null ? [] : [texts[test.p < SURE ? "sure" : "unsure"]({ p: format.pValue(test.p) })];
  return [...said(stationary, t.test.stationary), ...said(order, t.test.order)];
}

export const howLines = ({ lapse }: StageFlowResult, { t, format }: Words): readonly string[] => [
  ...t.how,
  t.window({ days: format.days(lapse.days) }),
];

export const dayText = (day: number, { format }: Words): string => format.day(epochDay(day));
