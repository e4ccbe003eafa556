import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { RelationMessages } from "./messages/zh-Hans";
import type { LossRate, RelationParams, RelationResult, RelationStage, RelationStep } from "./spec";

export interface Words {
  readonly t: RelationMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Rates are told of a hundred customers. */
const A_HUNDRED = 100;

const hundred = (rate: number, { format }: Words): string => format.number(rate * A_HUNDRED, 1);

const rateText = (loss: LossRate | null, words: Words): string =>
  loss === null
    ? words.format.dash
    : words.t.range({
        value: hundred(loss.rate, words),
        low: hundred(loss.low, words),
        high: hundred(loss.high, words),
      });

/** The answer: how many are in which stage, and whether the early one loses more. */
export function findings(result: RelationResult, words: Words): Rich {
  const { t, format } = words;
  const { headline } = result;
  const there = headline.customers - headline.left;
  const counts = t.finding({
    there,
    explore: headline.explore,
    form: headline.form,
    stable: headline.stable,
    decline: headline.decline,
    left: headline.left,
    days: result.lapse.days,
  });
  const glue: Rich = format.language === "en" ? [" "] : [];
  return [...counts, ...glue, earlyText(result, words)];
}

/** Whether the early stage loses more in this company's own data. */
export function earlyText({ early }: RelationResult, words: Words): string {
  const { t, format } = words;
  if (early === null) return t.early.tooFew;
  const { gone, first } = early;
  const times = (value: number): string => format.number(value, 1);
  const said = {
    ratio: times(gone.ratio),
    low: times(gone.low),
    high: times(gone.high),
    first: times(first.ratio),
    firstLow: times(first.low),
    firstHigh: times(first.high),
  };
  return t.early[early.told](said);
}

export interface StageRow {
  readonly id: RelationStage | "left";
  readonly name: string;
  readonly customers: string;
  readonly sales: string;
  readonly rate: string;
  readonly rule: string;
  readonly next: string;
}

function ruleText(
  stage: RelationStage | "left",
  params: RelationParams,
  { lapse }: RelationResult,
  { t, format }: Words,
): string {
  const { formOrders, stableOrders, stableDays, regularity, windowDays, fall } = params;
  switch (stage) {
    case "explore":
      return t.rules.explore({ formOrders });
    case "form":
      return t.rules.form({ formOrders });
    case "stable":
      return t.rules.stable({
        stableOrders,
        stableDays,
        regularity: format.number(regularity, 1),
      });
    case "decline":
      return t.rules.decline({ windowDays, fall: format.percent(fall) });
    case "left":
      return t.rules.left({ days: lapse.days });
  }
}

function nextText(
  stage: RelationStage | "left",
  params: RelationParams,
  result: RelationResult,
  { t }: Words,
): string {
  switch (stage) {
    case "explore":
      return t.next.explore({ formOrders: params.formOrders, near: result.near });
    case "form":
      return t.next.form({ stableOrders: params.stableOrders, stableDays: params.stableDays });
    case "stable":
      return t.next.stable;
    case "decline":
      return t.next.decline({ days: result.lapse.days });
    case "left":
      return t.next.left;
  }
}

export function stageRows(
  result: RelationResult,
  params: RelationParams,
  words: Words,
): readonly StageRow[] {
  const { t, format, currency } = words;
  const share = (customers: number): string =>
    t.counted({
      customers,
      share: format.percent(customers / result.headline.customers),
    });
  return [
    ...result.stages.map(({ stage, customers, sales, loss }) => ({
      id: stage,
      name: t.stages[stage],
      customers: share(customers),
      sales: format.money(sales, currency),
      rate: rateText(loss, words),
      rule: ruleText(stage, params, result, words),
      next: nextText(stage, params, result, words),
    })),
    {
      id: "left",
      name: t.stages.left,
      customers: share(result.left.customers),
      sales: format.money(result.left.sales, currency),
      rate: format.dash,
      rule: ruleText("left", params, result, words),
      next: nextText("left", params, result, words),
    },
  ];
}

/** Loss rates by stage with their intervals; null when none can be said. */
export function lossView(result: RelationResult, words: Words): IntervalView | null {
  const { t, format } = words;
  const lines = result.stages.flatMap(({ stage, loss, lostShare, closed }) => {
    if (loss === null) return [];
    const line: IntervalView["lines"][number] = {
      name: t.stages[stage],
      value: loss.rate,
      low: loss.low,
      high: loss.high,
      label: hundred(loss.rate, words),
      isPale: false,
      tone: "plain",
      cell: `relation:${stage}`,
      rows: [
        { label: t.loss.rate, value: rateText(loss, words) },
        { label: t.loss.losses, value: format.count(loss.losses) },
        { label: t.loss.months, value: format.count(Math.round(loss.months)) },
        ...(lostShare === null
          ? []
          : [{ label: t.loss.share({ closed }), value: format.percent(lostShare) }]),
      ],
    };
    return [line];
  });
  if (lines.length === 0) return null;
  return {
    lines,
    domain: [0, Math.max(...lines.map(({ high }) => high)) * 1.05],
    reference: result.loss === null ? null : { value: result.loss.rate, name: t.loss.all },
    tick: (value) => hundred(value, words),
  };
}

export function lossTwin(result: RelationResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const shown =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const count = shown((value) => format.count(Math.round(value)));
  const rate = shown((value) => hundred(value, words));
  return {
    columns: [
      { label: t.table.stage },
      { label: t.table.customers, numeric: true, show: count },
      { label: t.table.sales, numeric: true, show: shown((v) => format.moneyExact(v, currency)) },
      { label: t.loss.losses, numeric: true, show: count },
      { label: t.loss.months, numeric: true, show: count },
      { label: t.loss.rate, numeric: true, show: rate },
      { label: t.loss.low, numeric: true, show: rate },
      { label: t.loss.high, numeric: true, show: rate },
    ],
    rows: result.stages.map(({ stage, customers, sales, loss }) => [
      t.stages[stage],
      ...[customers, sales],
      ...(loss === null
        ? [null, null, null, null, null]
        : [loss.losses, loss.months, loss.rate, loss.low, loss.high]),
    ]),
  };
}

/** How many come so far, and how long it takes them. */
export function stepText(step: RelationStep, words: Words): string {
  const { t, format } = words;
  const { share, low, high, medianDays } = step;
  const name = t.stages[step.to];
  const days = step.withinDays;
  if (share === null || low === null || high === null)
    return t.steps.tooFew({ name, days, seen: step.seen });
  const said = {
    name,
    days,
    share: format.percent(share),
    interval: format.percentInterval(low, high),
    seen: step.seen,
  };
  return medianDays === null
    ? t.steps.nobody(said)
    : t.steps.reached({ ...said, median: Math.round(medianDays) });
}
