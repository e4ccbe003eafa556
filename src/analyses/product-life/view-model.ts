import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { ProductLifeMessages } from "./messages/zh-Hans";
import type {
  AdoptionGroup,
  ExposedLine,
  LogRank,
  Phase,
  PhaseLine,
  ProductLifeParams,
  ProductLifeResult,
  ProductLine,
} from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: ProductLifeMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Below this a difference counts as sure. */
const SURE = 0.05;
/** Months with which two whole years can be compared. */
const TWO_YEARS = 24;

/** The answer in sentences; each is true or left out. */
export function findings(result: ProductLifeResult, params: ProductLifeParams, words: Words): Rich {
  const { t, format } = words;
  const { headline } = result;
  if (result.level === null) return [t.nothingNamed];
  if (result.months === null) return [t.noMonth];
  const sentences: Rich[] = [...declineFindings(result, params, words)];
  // Where no product is sold often enough to be judged, "none rises" would be said of what nobody knows.
  if (headline.tested > 0 && headline.rising + headline.introduction > 0) {
    sentences.push([t.findingRise({ rising: headline.rising, fresh: headline.introduction })]);
  }
  const { adoptionExisting90: existing, adoptionNew90: fresh } = headline;
  if (result.adoption !== null && existing !== null && fresh !== null) {
    sentences.push(
      t.findingAdoption({
        name: result.adoption.name,
        existing: format.percent(existing),
        fresh: format.percent(fresh),
      }),
    );
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

function declineFindings(
  { headline, months }: ProductLifeResult,
  { alarm, exposure }: ProductLifeParams,
  { t, format, currency }: Words,
): readonly Rich[] {
  const rate = format.percent(alarm);
  if (headline.tested === 0) {
    const isLong = months !== null && months.last - months.first + 1 >= TWO_YEARS;
    return [[isLong ? t.findingThin : t.findingUntested]];
  }
  if (headline.declining === 0) return [[t.findingNoDecline({ tested: headline.tested, rate })]];
  const share = format.percent(exposure);
  const { exposedCustomers: customers, exposedMoney } = headline;
  const money = format.money(exposedMoney, currency);
  return [
    t.findingDecline({ products: headline.declining, rate }),
    customers === 0
      ? [t.findingNoExposed({ share })]
      : t.findingExposed({ customers, share, money }),
  ];
}

/** What the reader must know before the figures. */
export function cautions(
  { level, lines, unnamed, months }: ProductLifeResult,
  { t, format }: Words,
): readonly string[] {
  const texts: string[] = [];
  if (level !== null && unnamed > 0) {
    texts.push(t.unnamed({ lines: unnamed, share: format.percent(unnamed / lines) }));
  }
  const count = months === null ? 0 : months.last - months.first + 1;
  if (level !== null && months !== null && count < TWO_YEARS)
    texts.push(t.short({ months: count }));
  return texts;
}

export interface PhaseRow {
  readonly phase: Phase;
  readonly name: string;
  readonly rule: string;
  readonly products: string;
  readonly sales: string;
  readonly share: string;
  readonly customers: string;
  readonly task: string;
  readonly kpi: string;
}

export function phaseRows(
  phases: readonly PhaseLine[],
  { t, format, currency }: Words,
): readonly PhaseRow[] {
  const total = phases.reduce((sum, { sales }) => sum + Math.max(0, sales), 0);
  return phases.map((line) => ({
    phase: line.phase,
    name: t.phases.names[line.phase],
    rule: t.phases.rules[line.phase],
    products: format.count(line.products),
    sales: format.money(line.sales, currency),
    share: total > 0 ? format.percent(line.sales / total) : format.dash,
    customers: format.count(line.customers),
    task: t.phases.tasks[line.phase],
    kpi: kpiText(line, { t, format, currency }),
  }));
}

function kpiText({ phase, kpi }: PhaseLine, { t, format }: Words): string {
  if (kpi === null || phase === "ended" || phase === "unsure") return format.dash;
  const value = phase === "decline" ? format.count(kpi) : format.percent(kpi);
  return t.phases.kpis[phase]({ value });
}

/** "−35%" and its interval. */
export const growthText = ({ growth }: ProductLine, { format }: Words): string =>
  growth === null ? format.dash : format.percentChange(growth);

export function intervalText({ low, high }: ProductLine, { format }: Words): string {
  if (low === null || high === null) return format.dash;
  return `${format.percentChange(low)}～${format.percentChange(high)}`;
}

export interface DecliningRow {
  readonly cell: string;
  readonly name: string;
  readonly months: Float64Array;
  readonly sales: string;
  readonly growth: string;
  readonly interval: string;
  readonly q: string;
  readonly exposed: string;
  readonly money: string;
}

export function decliningRows(
  { declining, products }: ProductLifeResult,
  words: Words,
): readonly DecliningRow[] {
  const { format, currency } = words;
  return declining.flatMap(({ place, exposed, money }, k) => {
    const line = products[place];
    if (line === undefined) return [];
    return {
      cell: `product-exposed:${k}`,
      name: line.name,
      months: line.months,
      sales: format.money(line.sales, currency),
      growth: growthText(line, words),
      interval: intervalText(line, words),
      q: line.q === null ? format.dash : format.percent(line.q),
      exposed: format.count(exposed),
      money: format.money(money, currency),
    };
  });
}

export interface ExposedRow {
  readonly row: number;
  readonly name: string;
  readonly main: string;
  readonly money: string;
  readonly share: string;
  readonly last: string;
}

export const exposedRows = (
  lines: readonly ExposedLine[],
  { declining, products }: ProductLifeResult,
  { format, currency }: Words,
): readonly ExposedRow[] =>
  lines.map(({ row, name, main, money, share, lastDay }) => {
    const place = declining[main]?.place;
    const product = place === undefined ? undefined : products[place];
    return {
      row,
      name,
      main: product === undefined ? format.dash : product.name,
      money: format.money(money, currency),
      share: format.percent(share),
      last: format.dayShort(epochDay(lastDay)),
    };
  });

export interface AdoptionRow {
  readonly group: AdoptionGroup["group"];
  readonly name: string;
  readonly n: string;
  readonly adopters: string;
  readonly within90: string;
}

export const adoptionRows = (
  groups: readonly AdoptionGroup[],
  { t, format }: Words,
): readonly AdoptionRow[] =>
  groups.map(({ group, n, adopters, within90 }) => ({
    group,
    name: t.adoption.groups[group],
    n: format.count(n),
    adopters: format.count(adopters),
    within90: within90 === null ? format.dash : format.percent(within90),
  }));

/** How the groups compare, as far as it can be said. */
export function comparisonTexts(
  { adoption }: ProductLifeResult,
  { t, format }: Words,
): readonly string[] {
  if (adoption === null) return [];
  const said = (
    test: LogRank | null,
    texts: { sure: (p: { p: string }) => string; unsure: (p: { p: string }) => string },
  ): string[] =>
    test === null ? [] : [texts[test.p < SURE ? "sure" : "unsure"]({ p: format.pValue(test.p) })];
  return [
    ...said(adoption.existingAgainstNew, t.adoption.compare),
    ...said(adoption.byGrade, t.adoption.grades),
  ];
}

/** The months compared as names of the first and the last. */
export function monthsText(
  { months }: ProductLifeResult,
  { format }: Words,
): { readonly from: string; readonly to: string } {
  if (months === null) return { from: format.dash, to: format.dash };
  const name = (index: number): string => format.month(index);
  return { from: name(months.first), to: name(months.last) };
}
