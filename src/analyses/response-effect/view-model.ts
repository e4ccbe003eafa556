import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { EffectMessages } from "./messages/zh-Hans";
import type { EffectParams, EffectResult, StepLine } from "./spec";

/** The words of one language. */
export interface Words {
  readonly t: EffectMessages;
  readonly format: Format;
}

const LEVEL = 0.05;

const joined = (sentences: readonly Rich[], { format }: Words): Rich => {
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
};

/** What was looked for: bought again within 90 days, satisfied. */
export const outcomeText = ({ outcome, followDays }: EffectParams, { t }: Words): string =>
  outcome === "bought" ? t.outcomes.bought({ days: followDays }) : t.outcomes.satisfied;

/** The answer in sentences; each is true or left out. */
export function findings(result: EffectResult, params: EffectParams, words: Words): Rich {
  const { t, format } = words;
  const { n, pValue, oddsPerDoubling: odds } = result.headline;
  const outcome = outcomeText(params, words);
  const { border } = result;
  if (border !== null) {
    const { within, beyond, difference, withinP, hours } = border;
    const sentences: Rich[] = [
      t.finding({
        hours,
        outcome,
        within: format.percent(within.hits / within.n),
        beyond: format.percent(beyond.hits / beyond.n),
        low: format.points(difference.low),
        high: format.points(difference.high),
      }),
    ];
    if (withinP !== null) sentences.push([withinP < LEVEL ? t.fasterPays : t.fasterNot]);
    return joined(sentences, words);
  }
  if (pValue === null || odds === null || pValue >= LEVEL) return t.findingNone({ n, outcome });
  return odds < 1 ? t.findingTrend({ n, outcome }) : t.findingOdd({ n, outcome });
}

function stepName({ fromHours, toHours }: StepLine, { t }: Words): string {
  if (toHours === null) return t.beyond({ hours: fromHours });
  return fromHours === 0
    ? t.within({ hours: toHours })
    : t.between({ from: fromHours, to: toHours });
}

const THIN = 10;

export function doseView(result: EffectResult, words: Words): IntervalView {
  const { t, format } = words;
  const percent = (value: number): string => format.percent(value);
  return {
    lines: result.steps.map((step) => ({
      name: stepName(step, words),
      value: step.share,
      low: step.low,
      high: step.high,
      label: percent(step.share),
      isPale: step.n < THIN,
      tone: "plain",
      cell: `response-in:${step.id}`,
      rows: [
        { label: t.chart.share, value: percent(step.share) },
        { label: t.chart.interval, value: format.percentInterval(step.low, step.high) },
        { label: t.chart.customers, value: format.count(step.n) },
        { label: t.chart.falling, value: percent(step.falling) },
      ],
    })),
    domain: [0, 1],
    reference: { value: result.headline.share, name: t.chart.all },
    tick: percent,
    ticks: [0, 0.25, 0.5, 0.75, 1],
  };
}

export function doseTwin({ steps }: EffectResult, words: Words): TwinTable {
  const { t, format } = words;
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const percent = number((value) => format.percent(value));
  const count = number((value) => format.count(value));
  return {
    columns: [
      { label: t.chart.wait },
      { label: t.chart.customers, numeric: true, show: count },
      { label: t.chart.hits, numeric: true, show: count },
      { label: t.chart.share, numeric: true, show: percent },
      { label: t.chart.low, numeric: true, show: percent },
      { label: t.chart.high, numeric: true, show: percent },
      { label: t.chart.falling, numeric: true, show: percent },
    ],
    rows: steps.map((step) => [
      stepName(step, words),
      step.n,
      step.hits,
      step.share,
      step.low,
      step.high,
      step.falling,
    ]),
  };
}

/** What lies under the picture: the effect of a doubling, and who is left out. */
export function noteLines({ headline, missing, grain }: EffectResult, { t, format }: Words) {
  const { oddsPerDoubling: odds, oddsLow, oddsHigh, pValue } = headline;
  const ratio = (value: number): string => format.number(value, 2);
  return [
    ...(odds === null || oddsLow === null || oddsHigh === null || pValue === null
      ? []
      : [
          t.doubling({
            odds: ratio(odds),
            low: ratio(oddsLow),
            high: ratio(oddsHigh),
            p: format.pValue(pValue),
          }),
        ]),
    ...(missing.unanswered > 0 ? [t.unanswered({ customers: missing.unanswered })] : []),
    ...(missing.unfollowed > 0 ? [t.unfollowed({ customers: missing.unfollowed })] : []),
    ...(grain === "day" ? [t.byDay] : []),
  ];
}
