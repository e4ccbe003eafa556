import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { NextOrderMessages } from "./messages/zh-Hans";
import type { DueLine, NextOrderResult, StateId } from "./spec";
import { weekName } from "./week-name";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: NextOrderMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** The answer in sentences; each is true or left out. */
export function findings({ headline, ahead }: NextOrderResult, words: Words): Rich {
  const { t, format, currency } = words;
  const money = (value: number): string => format.money(value, currency);
  const { overdue, due, soon } = headline;
  const sentences: Rich[] = [
    overdue > 0 ? t.finding({ overdue, money: money(headline.overdueMoney) }) : [t.findingNone],
    ...(due > 0 ? [t.findingDue({ due, money: money(headline.dueMoney) })] : []),
    ...(soon > 0
      ? [t.findingSoon({ days: format.days(ahead), soon, money: money(headline.soonMoney) })]
      : []),
  ];
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

export interface WeekBar {
  readonly week: number;
  readonly money: number;
  readonly isPast: boolean;
  readonly name: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface WeeksView {
  readonly bars: readonly WeekBar[];
  readonly tick: (week: number) => string;
  readonly short: (money: number) => string;
}

export function weeksView({ weeks }: NextOrderResult, words: Words): WeeksView {
  const { t, format, currency } = words;
  return {
    bars: weeks.map(({ week, customers, money }) => ({
      week,
      money,
      isPast: week < 0,
      name: weekName(week, t),
      rows: [
        { label: t.weeks.customers, value: format.count(customers) },
        { label: t.weeks.money, value: format.money(money, currency) },
      ],
      cell: `next-week:${week}`,
    })),
    tick: (week) => weekName(week, t),
    short: (money) => format.short(money),
  };
}

export function weeksTwin({ weeks }: NextOrderResult, { t, format, currency }: Words): TwinTable {
  const show = (say: (value: number) => string) => (value: TwinValue) =>
    typeof value === "number" ? say(value) : format.dash;
  return {
    columns: [
      { label: t.weeks.week },
      { label: t.weeks.customers, numeric: true, show: show((value) => format.count(value)) },
      {
        label: t.weeks.money,
        numeric: true,
        show: show((value) => format.moneyExact(value, currency)),
      },
    ],
    rows: weeks.map(({ week, customers, money }) => [weekName(week, t), customers, money]),
  };
}

export interface StateRow {
  readonly state: StateId;
  readonly name: string;
  readonly rule: string;
  readonly customers: string;
  readonly money: string;
}

export function stateRows(result: NextOrderResult, words: Words): readonly StateRow[] {
  const { t, format, currency } = words;
  const rules: Readonly<Record<StateId, string>> = {
    later: t.states.rules.later,
    soon: t.states.rules.soon({ days: format.days(result.ahead) }),
    due: t.states.rules.due,
    overdue: t.states.rules.overdue,
    gone: t.states.rules.gone({ days: format.days(result.churn.days) }),
  };
  return result.states.map(({ state, customers, money }) => ({
    state,
    name: t.states.names[state],
    rule: rules[state],
    customers: format.count(customers),
    money: format.money(money, currency),
  }));
}

export interface DueRow {
  readonly row: number;
  readonly name: string;
  readonly state: string;
  readonly isOverdue: boolean;
  readonly expected: string;
  readonly interval: string;
  readonly silence: string;
  readonly usual: string;
  readonly index: string;
  readonly regularity: string;
  readonly money: string;
}

/** Variation from which gaps are no longer regular, and from which they are irregular: 1 is pure chance. */
const REGULAR = 0.5;
const IRREGULAR = 1;

function regularityOf(variation: number): "regular" | "mixed" | "irregular" {
  if (variation < REGULAR) return "regular";
  return variation > IRREGULAR ? "irregular" : "mixed";
}

export const dueRows = (lines: readonly DueLine[], words: Words): readonly DueRow[] => {
  const { t, format, currency } = words;
  const day = (value: number): string => format.dayShort(epochDay(value));
  return lines.map((line) => ({
    row: line.row,
    name: line.name,
    state: t.states.names[line.state],
    isOverdue: line.state === "overdue",
    expected: day(line.expectedDay),
    interval: `${day(line.lowDay)}–${day(line.highDay)}`,
    silence: format.days(line.silenceDays),
    usual: format.days(line.usualGapDays),
    index: t.list.times({ times: format.number(line.overdueIndex) }),
    regularity: t.list.regularities[regularityOf(line.variation)],
    money: format.money(line.money, currency),
  }));
};

/** How it is reckoned, and how well that held. */
export function howLines(result: NextOrderResult, { t, format }: Words): readonly string[] {
  const { coverage, regularity } = result.headline;
  return [
    ...t.how,
    t.window({ days: format.days(result.churn.days) }),
    t.shape({ value: format.number(regularity) }),
    ...(coverage === null
      ? []
      : [t.coverage({ share: format.percent(coverage), gaps: result.tested })]),
  ];
}
