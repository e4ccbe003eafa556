import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { WaterfallBar } from "../../page/charts/waterfall";
import type { BridgeMessages } from "./messages/zh-Hans";
import type { BridgePeriod, BridgeResult, FactorLine, MoveId, MoverLine } from "./spec";

/** The words of one language, the currency of the data, and the names of columns of orders. */
export interface Words {
  readonly t: BridgeMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly columnName: (id: string) => string;
}

const moneyOf = (cents: number, { format, currency }: Words): string =>
  format.money(cents / 100, currency);
const changeOf = (cents: number, { format, currency }: Words): string =>
  format.moneyChange(cents / 100, currency);
export const periodText = (
  { fromDay, toDay }: Pick<BridgePeriod, "fromDay" | "toDay">,
  { format }: Words,
): string => format.period(epochDay(fromDay), epochDay(toDay));

/** The factor with the largest part in the direction in which sales went; null without a change or a tree. */
export function mainFactor({ factors, before, now }: BridgeResult): FactorLine | null {
  const sign = Math.sign(now.cents - before.cents);
  const [first] = factors.toSorted((a, b) => sign * (b.cents - a.cents));
  return sign === 0 || first === undefined || sign * first.cents <= 0 ? null : first;
}

/** The answer in sentences; each is true or left out. */
export function findings(result: BridgeResult, words: Words): Rich {
  const { t, format } = words;
  const { before, now, headline, item, moves } = result;
  const cents = now.cents - before.cents;
  const money = moneyOf(Math.abs(cents), words);
  const direction = cents > 0 ? t.more({ money }) : t.less({ money });
  const change = cents === 0 ? t.equal : direction;
  const said = { now: moneyOf(now.cents, words), change };
  const { growth, nrr } = headline;
  const sentences: Rich[] = [
    growth === null
      ? t.findingPlain(said)
      : t.finding({ ...said, growth: format.percentChange(growth) }),
  ];
  const main = mainFactor(result);
  if (main !== null) {
    const factor = t.factors.names[item][main.id];
    sentences.push(t.findingFactor({ factor, effect: changeOf(main.cents, words) }));
  }
  const moved = (id: MoveId): number =>
    moves.filter((move) => move.id === id).reduce((sum, move) => sum + move.cents, 0);
  const gained = moneyOf(moved("new") + moved("won-back"), words);
  sentences.push(t.findingMoves({ gained, lost: moneyOf(-moved("lost"), words) }));
  if (nrr !== null) sentences.push(t.findingKept({ nrr: format.percent(nrr) }));
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

export function howLines(result: BridgeResult, words: Words): readonly string[] {
  const { t } = words;
  const { before, now, item, order } = result;
  return [
    ...t.how,
    t.periods({
      before: periodText(before, words),
      now: periodText(now, words),
      customersBefore: before.customers,
      customersNow: now.customers,
    }),
    ...(item === "line" ? [t.itemLine] : []),
    ...(order === "order-day" ? [t.orderDay] : []),
  ];
}

/** From sales before to sales now, one bar a group of customers that changed anything. */
export function bridgeBars(
  { before, now, moves }: BridgeResult,
  words: Words,
): readonly WaterfallBar[] {
  const { t, format } = words;
  const whole = (name: string, { cents, customers }: BridgePeriod): WaterfallBar => ({
    name,
    from: 0,
    to: cents / 100,
    tone: "whole",
    label: moneyOf(cents, words),
    title: `${name} ${moneyOf(cents, words)}`,
    rows: [{ label: t.bridge.customers, value: format.count(customers) }],
    cell: null,
  });
  let level = before.cents;
  const steps = moves
    .filter(({ id, customers }) => id !== "same" && customers > 0)
    .map(({ id, cents, customers, beforeCents, nowCents }): WaterfallBar => {
      const from = level;
      level += cents;
      const name = t.bridge.moves[id];
      return {
        name,
        from: from / 100,
        to: level / 100,
        tone: cents < 0 ? "loss" : "gain",
        label: changeOf(cents, words),
        title: `${name} ${changeOf(cents, words)}`,
        rows: [
          { label: t.bridge.change, value: changeOf(cents, words) },
          { label: t.bridge.customers, value: format.count(customers) },
          { label: t.bridge.beforeMoney, value: moneyOf(beforeCents, words) },
          { label: t.bridge.nowMoney, value: moneyOf(nowCents, words) },
        ],
        cell: `bridge:${id}`,
      };
    });
  return [whole(t.bridge.before, before), ...steps, whole(t.bridge.now, now)];
}

export function bridgeTwin({ moves }: BridgeResult, { t, format, currency }: Words): TwinTable {
  const show = (say: (value: number) => string) => (value: TwinValue) =>
    typeof value === "number" ? say(value) : format.dash;
  const money = (label: string) => ({
    label,
    numeric: true,
    show: show((value) => format.moneyExact(value, currency)),
  });
  return {
    columns: [
      { label: t.bridge.group },
      { label: t.bridge.customers, numeric: true, show: show((value) => format.count(value)) },
      money(t.bridge.beforeMoney),
      money(t.bridge.nowMoney),
      money(t.bridge.change),
    ],
    rows: moves.map(({ id, customers, beforeCents, nowCents, cents }) => [
      t.bridge.moves[id],
      customers,
      beforeCents / 100,
      nowCents / 100,
      cents / 100,
    ]),
  };
}

export interface FactorRow {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
  readonly effect: string;
  readonly movers: string;
}

export const factorRows = ({ factors, item }: BridgeResult, words: Words): readonly FactorRow[] =>
  factors.map(({ id, before, now, cents, movers }) => {
    const { t, format, currency } = words;
    const figure = (value: number): string => {
      if (id === "customers") return format.count(value);
      return id === "price" ? format.money(value, currency) : format.number(value, 2);
    };
    return {
      id,
      name: t.factors.names[item][id],
      before: figure(before),
      now: figure(now),
      change: format.percentChange(now / before - 1),
      effect: changeOf(cents, words),
      movers: format.count(movers),
    };
  });

export interface KeptRow {
  readonly place: number;
  readonly period: string;
  readonly customers: string;
  readonly retention: string;
  readonly nrr: string;
  readonly interval: string;
  readonly grr: string;
}

export const keptRows = ({ kept }: BridgeResult, words: Words): readonly KeptRow[] =>
  kept.map((line, place) => ({
    place,
    period: periodText(line, words),
    customers: words.format.count(line.customers),
    retention: words.format.percent(line.stayed / line.customers),
    nrr: words.format.percent(line.nrr),
    interval:
      line.customers > 1
        ? words.format.percentInterval(line.nrrLow, line.nrrHigh)
        : words.format.dash,
    grr: words.format.percent(line.grr),
  }));

export interface MoverRow {
  readonly row: number;
  readonly name: string;
  readonly move: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
}

export const moverRows = (lines: readonly MoverLine[], words: Words): readonly MoverRow[] =>
  lines.map(({ row, name, move, before, now }) => ({
    row,
    name,
    move: words.t.bridge.moves[move],
    before: words.format.money(before, words.currency),
    now: words.format.money(now, words.currency),
    change: words.format.moneyChange(now - before, words.currency),
  }));
