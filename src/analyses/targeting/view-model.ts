import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { TargetingMessages } from "./messages/zh-Hans";
import { CONTACT_SHARE, OFFER_SHARE } from "./spec";
import type { TargetingPlan, TargetingResult, TargetingTerms } from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: TargetingMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** A result with a plan. */
export type Planned = TargetingResult & {
  readonly plan: TargetingPlan;
  readonly terms: TargetingTerms;
};

export const isPlanned = (result: TargetingResult): result is Planned =>
  result.plan !== null && result.terms !== null;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

/** The answer in sentences; each is true or left out. */
export function findings({ plan }: Planned, words: Words): Rich {
  const { t, format, currency } = words;
  const money = (amount: number): string => format.money(amount, currency);
  if (plan.bestLength === 0) return [t.findingNobody];
  const said = { customers: plan.bestLength, money: money(plan.expectedProfit) };
  const sentences: Rich[] = [
    plan.bestLength === plan.customers ? t.findingAll(said) : t.finding(said),
  ];
  if (plan.bestLength < plan.customers) {
    sentences.push([t.findingMore({ money: money(plan.profitOfAll) })]);
  }
  if (plan.byChanceProfit < 0.98 * plan.expectedProfit) {
    sentences.push([t.findingByChance({ money: money(plan.byChanceProfit) })]);
  }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** What a reader must know before calling anybody. */
export function cautions({ plan }: Planned, { t }: Words): readonly string[] {
  const risk = plan.notWorth > 0 ? t.notWorth({ customers: plan.notWorth }) : t.notTheSame;
  return [risk, t.warning];
}

/** How much hangs on the cost of a contact; null where the reader gave it. */
export function costCaution(
  { plan: { dearer }, terms }: Planned,
  { t, format, currency }: Words,
): string | null {
  if (dearer === null) return null;
  return t.costAssumed({
    contact: format.moneyExact(terms.contact, currency),
    dearer: format.moneyExact(dearer.contact, currency),
    customers: dearer.customers,
    profit: format.money(dearer.profit, currency),
  });
}

/** What was taken for granted, line by line; what the reader set is not repeated. */
export function termLines({ terms, acceptance, valueFrom }: Planned, words: Words): string[] {
  const { t, format, currency } = words;
  const money = (amount: number): string => format.moneyExact(amount, currency);
  const lines: string[] = [];
  if (terms.marginFrom === "data")
    lines.push(t.terms.marginData({ margin: format.percent(terms.margin) }));
  if (terms.marginFrom === "assumed" && valueFrom !== null)
    lines.push(t.terms.marginAssumed({ margin: format.percent(terms.margin) }));
  if (terms.clvFrom === "data") lines.push(t.terms.clvData({ clv: money(terms.clv) }));
  if (terms.clvFrom === "assumed") lines.push(t.terms.clvAssumed({ clv: money(terms.clv) }));
  if (terms.offerFrom === "assumed") {
    const said = { offer: money(terms.offer), share: format.percent(OFFER_SHARE) };
    lines.push(t.terms.offerAssumed(said));
  }
  if (terms.contactFrom === "assumed") {
    const said = { contact: money(terms.contact), share: format.percent(CONTACT_SHARE) };
    lines.push(t.terms.contactAssumed(said));
  }
  return [...lines, t.terms.acceptance({ share: format.percent(acceptance) })];
}

/** What a finished campaign shows, line by line. */
export function readoutLines(
  { readout }: TargetingResult,
  { t, format }: Words,
): readonly string[] {
  if (readout === null) return [];
  const { effect, kept } = readout;
  const points = (value: number): string => format.percent(value);
  const [low, high] = [points(effect.low), points(effect.high)];
  const shares = t.readout.shares({
    contacted: format.percent(readout.contacted),
    alone: format.percent(readout.alone),
  });
  if (effect.low > 0) {
    const said = { effect: points(effect.value), low, high, kept: Math.round(kept.value) };
    return [shares, t.readout.works(said)];
  }
  if (effect.high < 0) {
    const said = {
      effect: points(-effect.value),
      low: points(-effect.high),
      high: points(-effect.low),
    };
    return [shares, t.readout.harms(said)];
  }
  return [shares, t.readout.unclear({ low, high })];
}

export interface ProfitPoint {
  readonly x: number;
  readonly profit: number;
  readonly byChance: number;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface CurveView {
  /** from a list of nobody */
  readonly line: readonly Pick<ProfitPoint, "x" | "profit" | "byChance">[];
  readonly stops: readonly ProfitPoint[];
  readonly best: { readonly x: number; readonly y: number; readonly text: string } | null;
  readonly most: number;
  readonly byChance: string;
  readonly count: (value: number) => string;
  readonly short: (value: number) => string;
}

export function curveView({ plan }: Planned, { t, format, currency }: Words): CurveView {
  const money = (amount: number): string => format.money(amount, currency);
  const stops = plan.points.map(({ customers, profit, byChance }): ProfitPoint => ({
    x: customers,
    profit,
    byChance,
    cell: `first:${customers}`,
    title: t.curve.point({ customers }),
    rows: [
      { label: t.curve.profit, value: money(profit) },
      { label: t.curve.byChance, value: money(byChance) },
    ],
  }));
  const { bestLength, expectedProfit } = plan;
  return {
    line: [{ x: 0, profit: 0, byChance: 0 }, ...stops],
    stops,
    best:
      bestLength === 0
        ? null
        : {
            x: bestLength,
            y: expectedProfit,
            text: t.curve.best({ customers: bestLength, money: money(expectedProfit) }),
          },
    most: plan.customers,
    byChance: t.curve.byChance,
    count: (value) => format.count(value),
    short: (value) => format.short(value),
  };
}

export function curveTwin({ plan }: Planned, { t, format, currency }: Words): TwinTable {
  const money = (value: TwinValue): string => format.moneyExact(Number(value), currency);
  return {
    columns: [
      { label: t.curve.customers, numeric: true, show: (value) => format.count(Number(value)) },
      { label: t.curve.profit, numeric: true, show: money },
      { label: t.curve.byChance, numeric: true, show: money },
    ],
    rows: plan.points.map(({ customers, profit, byChance }) => [customers, profit, byChance]),
  };
}

/** What leaving some alone can show, line by line. */
export function holdoutLines({ plan }: Planned, { t, format }: Words): readonly string[] {
  const { leaving, expectedEffect, detectable, neededEach } = plan.holdout;
  const lines = [
    t.holdout.expected({
      leaving: format.percent(leaving),
      effect: format.pointsApart(expectedEffect),
    }),
  ];
  if (detectable === null) return [...lines, t.holdout.none];
  const said = format.pointsApart(detectable);
  if (detectable > expectedEffect && neededEach !== null) {
    return [...lines, t.holdout.unseen({ detectable: said, needed: neededEach })];
  }
  return [...lines, t.holdout.seen({ detectable: said })];
}

/** 怎么算的, line by line. */
export function howLines(result: Planned, { t, format, currency }: Words): readonly string[] {
  const { empc, empcShare } = result.headline;
  const lines = [t.how.profit, t.how.value[result.valueFrom ?? "none"]];
  if (empc === null || empcShare === null) return lines;
  const said = format.moneyExact(empc, currency);
  return [...lines, t.how.empc({ empc: said, share: format.percent(empcShare) })];
}
