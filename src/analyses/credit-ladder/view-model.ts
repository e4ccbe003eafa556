import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { TwinTable } from "../../page/charts/figure";
import type { CreditLadderMessages } from "./messages/zh-Hans";
import type { CreditLadderResult, CreditLine, PromiseFates, Step, StepLine } from "./spec";

export interface Words {
  readonly t: CreditLadderMessages;
  readonly format: Format;
  readonly currency: string | null;
}

export const stepName = (step: Step, { t }: Words): string =>
  t.stepName({ step, name: t.steps[step] });

/** What is to be done, and whether those who were cut off had stood high. */
export function findings(result: CreditLadderResult, words: Words): readonly Rich[] {
  const { t, format, currency } = words;
  const { headline } = result;
  const overdue =
    headline.overdue === null ? format.dash : format.money(headline.overdue, currency);
  const counts = { customers: result.n, overdue };
  const { step2: assess, step3: prepay, step4: legal } = headline;
  const first =
    prepay + legal > 0
      ? t.finding.high({ ...counts, prepay, legal })
      : t.finding.calm({ ...counts, assess });
  const { difference, promises } = result;
  const [ours, other] = result.lost ?? [];
  const word = promises === null ? [] : promiseFinding(promises, words);
  if (difference === null || ours === undefined || other === undefined) return [first, ...word];
  const lost = {
    lost: ours.customers,
    high: ours.high,
    other: other.customers,
    otherHigh: other.high,
  };
  const isApart = difference.low > 0 || difference.high < 0;
  return [first, ...word, isApart ? t.finding.lost(lost) : t.finding.lostAlike(lost)];
}

/** What became of the promises that are due; nothing where none is. */
function promiseFinding({ counts }: PromiseFates, { t }: Words): readonly Rich[] {
  const { kept, broken } = counts;
  return kept + broken === 0 ? [] : [t.finding.promises({ due: kept + broken, kept, broken })];
}

export interface StepsView {
  readonly bars: readonly {
    readonly name: string;
    readonly value: number;
    readonly label: string;
    readonly cell: string;
    readonly tone: "calm" | "watch" | "bad";
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
}

const TONES = { 1: "calm", 2: "calm", 3: "watch", 4: "bad" } as const;

export function stepsView({ steps }: CreditLadderResult, words: Words): StepsView {
  const { t, format, currency } = words;
  return {
    bars: steps.map(({ step, customers, overdue }) => {
      const money = format.money(overdue, currency);
      const count = t.customers({ customers });
      return {
        name: stepName(step, words),
        value: customers,
        label: overdue > 0 ? `${count} · ${money}` : count,
        cell: `credit:${step}`,
        tone: TONES[step],
        rows: [
          { label: t.list.customer, value: format.count(customers) },
          { label: t.chart.overdue, value: money },
        ],
      };
    }),
  };
}

export function stepsTwin({ steps }: CreditLadderResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const money = (value: unknown): string =>
    typeof value === "number" ? format.money(value, currency) : format.dash;
  return {
    columns: [
      { label: t.chart.step },
      { label: t.list.customer, numeric: true },
      { label: t.chart.overdue, numeric: true, show: money },
    ],
    rows: steps.map(({ step, customers, overdue }: StepLine) => [
      stepName(step, words),
      customers,
      overdue,
    ]),
  };
}

/** What it takes to go down a step. */
export function downText(line: CreditLine, { t, format, currency }: Words): string {
  const { payToGoDown: money, onTimeToGoDown: invoices } = line;
  const pay = money > 0 ? t.list.pay({ money: format.money(money, currency) }) : null;
  const onTime = invoices > 0 ? t.list.onTime({ invoices }) : null;
  const days = line.promiseDaysToGoDown;
  const word = days > 0 ? t.list.promiseOld({ days }) : null;
  const ways = [pay, onTime, word].filter((way) => way !== null);
  return ways.length === 0 ? format.dash : ways.reduce((one, other) => t.list.both({ one, other }));
}
