import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { RenewalsMessages } from "./messages/zh-Hans";
import type { RenewalsResult, RenewalStep } from "./spec";

export interface Words {
  readonly t: RenewalsMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Renewals after which the later rate is told, the latest of them that enough were asked for. */
const TOLD = [5, 4, 3, 2, 1];
/** With fewer a rate is not told in the headline. */
const FEWEST_TOLD = 30;

/** The answer in sentences; each is true or left out. */
export function findings(result: RenewalsResult, words: Words): Rich {
  const { t, format } = words;
  const [first] = result.steps;
  if (first === undefined) return [gapText(result, words) ?? ""];
  const space = format.language === "en" ? " " : "";
  const sentences: Rich[] = [
    t.finding({
      customers: result.customers,
      rate: format.percent(first.rate),
      interval: format.percentInterval(first.low, first.high),
    }),
  ];
  const later = TOLD.map((renewals) => result.steps[renewals]).find(
    (step) => step !== undefined && step.asked >= FEWEST_TOLD,
  );
  // Only where the rise is beyond what the first rate's own interval allows.
  if (later !== undefined && later.rate > first.high) {
    const rate = format.percent(later.rate);
    sentences.push([t.findingLater({ renewals: later.renewal - 1, rate })]);
  }
  const { value } = result;
  if (value !== null) {
    const interval =
      value.low === null || value.high === null
        ? null
        : `${format.money(value.low, words.currency)}–${format.money(value.high, words.currency)}`;
    const amount = format.money(value.total, words.currency);
    sentences.push(t.findingValue({ customers: value.customers, amount, interval }));
  }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [space, ...sentence]));
}

/** Why there is no model; null when there is one. */
function gapText({ gap, customers }: RenewalsResult, { t }: Words): string | null {
  if (gap === null) return null;
  return gap === "few-customers" ? t.gaps[gap]({ customers }) : t.gaps[gap];
}

/** What the reader must know before believing the model. */
export function cautions(result: RenewalsResult, words: Words): readonly string[] {
  const { t } = words;
  const { model, check, steps } = result;
  const gap = steps.length === 0 ? null : gapText(result, words);
  const outcome = check && { ...check, low: Math.ceil(check.low), high: Math.floor(check.high) };
  return [
    ...(gap === null ? [] : [gap]),
    ...(model === null || model.quality === "exact" ? [] : [t.cautions[model.quality]]),
    ...(outcome !== null && outcome.kept < outcome.low ? [t.cautions.high(outcome)] : []),
    ...(outcome !== null && outcome.kept > outcome.high ? [t.cautions.low(outcome)] : []),
  ];
}

/** One renewal as it is drawn. */
export interface RatePoint {
  readonly renewal: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly expected: number | null;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface RateView {
  readonly points: readonly RatePoint[];
  readonly axis: string;
  readonly percent: (value: number) => string;
  readonly count: (value: number) => string;
}

export function rateView({ steps }: RenewalsResult, { t, format }: Words): RateView {
  return {
    points: steps.map((step) => ({
      ...pick(step),
      title: t.point({ renewal: step.renewal }),
      cell: `asked:${step.renewal}`,
      rows: [
        { label: t.rate, value: format.percent(step.rate) },
        { label: t.interval, value: format.percentInterval(step.low, step.high) },
        { label: t.kept, value: `${format.count(step.kept)} / ${format.count(step.asked)}` },
        ...(step.expected === null
          ? []
          : [{ label: t.expected, value: format.percent(step.expected) }]),
        { label: t.staying, value: format.percent(step.staying) },
      ],
    })),
    axis: t.axis,
    percent: (value) => format.percent(value),
    count: (value) => format.count(value),
  };
}

const pick = ({ renewal, rate, low, high, expected }: RenewalStep) => ({
  renewal,
  rate,
  low,
  high,
  expected,
});

export function rateTwin({ steps }: RenewalsResult, { t, format }: Words): TwinTable {
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const count = number((value) => format.count(value));
  const percent = number((value) => format.percent(value));
  const share = (label: string) => ({ label, numeric: true, show: percent });
  return {
    columns: [
      { label: t.axis, numeric: true, show: count },
      { label: t.asked, numeric: true, show: count },
      { label: t.kept, numeric: true, show: count },
      ...[t.rate, t.low, t.high, t.expected, t.staying, t.expectedStaying].map(share),
    ],
    rows: steps.map((step) => [
      step.renewal,
      step.asked,
      step.kept,
      ...[step.rate, step.low, step.high, step.expected, step.staying, step.expectedStaying],
    ]),
  };
}

/** What the card says under its title. */
export function rateSub({ steps, model, leftOut }: RenewalsResult, { t }: Words): string {
  const asked = steps.reduce((sum, step) => sum + step.asked, 0);
  return (model === null ? t.subPlain : t.sub)({ asked, out: leftOut });
}

/** How the figures were made, with the numbers of these data. */
export function howLines(result: RenewalsResult, { t, format }: Words): readonly string[] {
  const { model, check, value, notAsked } = result;
  return [
    ...t.how,
    ...(model === null
      ? []
      : [
          t.howModel({
            alpha: format.number(model.alpha, 3),
            beta: format.number(model.beta, 3),
            logLikelihood: format.number(model.logLikelihood, 1),
          }),
        ]),
    ...(check === null ? [] : [t.howCheck({ ...check, expected: Math.round(check.expected) })]),
    ...(notAsked > 0 ? [t.howNotAsked({ customers: notAsked })] : []),
    ...(value !== null && value.withoutFee > 0 ? [t.howFee({ customers: value.withoutFee })] : []),
  ];
}
