import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { civilFromDay, epochDay, monthIndex, type EpochDay } from "../../kernel/base/calendar";
import type { OverviewMessages } from "./messages/zh-Hans";
import type { Compared, Finding, OverviewResult, WatchedCustomer } from "./spec";

/** Words, formats and the currency of the data: all that a view needs beside the result. */
export interface Wording {
  readonly t: OverviewMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** One sentence and what its marked piece opens. */
export interface Sentence {
  readonly code: string;
  readonly text: Rich;
  readonly cell: string | null;
  readonly row: number | null;
}

/** The finding in words; `values` are those that `findings.ts` documents for its code. */
function sentenceOf(finding: Finding, { t, format, currency }: Wording): Rich {
  const number = (name: string): number => finding.values[name] ?? NaN;
  const money = (name: string): string => format.money(Math.abs(number(name)), currency);
  const percent = (name: string): string => format.percent(number(name));
  switch (finding.code) {
    case "concentration":
      return t.findings.concentration({
        share: percent("shareFor80"),
        customers: number("customersFor80"),
      });
    case "buying-less":
      return t.findings["buying-less"]({ count: number("count"), amount: money("amount") });
    case "movement":
      return t.findings.movement({
        period: format.periodName({
          grain: number("isQuarter") === 1 ? "quarter" : "month",
          fromDay: epochDay(number("fromDay")),
          toDay: epochDay(number("toDay")),
        }),
        new: number("new"),
        wonBack: number("wonBack"),
        lost: number("lost"),
        net: number("net"),
      });
    case "sales-changed":
      return t.findings["sales-changed"]({
        rose: number("change") > 0,
        change: format.percent(Math.abs(number("change"))),
        now: money("value"),
        before: money("before"),
      });
    case "retention-changed":
      return t.findings["retention-changed"]({
        rose: number("difference") > 0,
        share: percent("share"),
        points: format.points(Math.abs(number("difference"))).replace(/^\+/, ""),
      });
    case "dependence":
      return t.findings.dependence({ name: finding.name ?? format.dash, share: percent("share") });
    case "overdue":
      return t.findings.overdue({ count: number("count"), amount: money("amount") });
    case "returns":
      return t.findings.returns({
        count: number("count"),
        amount: money("amount"),
        share: percent("share"),
      });
    case "loss-making":
      return t.findings["loss-making"]({ count: number("count"), amount: money("amount") });
  }
}

/** Sentences that are said large; the rest follow in small print. */
const LEADING = 3;

/** The page's answer first: up to three leading sentences, then the others. Never empty. */
export function sentences(
  result: OverviewResult,
  wording: Wording,
): { readonly leading: readonly Sentence[]; readonly more: readonly Sentence[] } {
  const all = result.findings.map((finding) => ({
    code: finding.code,
    text: sentenceOf(finding, wording),
    cell: finding.cell,
    row: finding.row,
  }));
  if (all.length > 0) return { leading: all.slice(0, LEADING), more: all.slice(LEADING) };
  const text = wording.t.quiet({
    customers: result.headline.activeCustomers,
    period: wording.format.period(epochDay(result.fromDay), epochDay(result.toDay)),
  });
  return { leading: [{ code: "quiet", text, cell: "active", row: null }], more: [] };
}

/** A figure of the top row. */
export interface FigureView {
  readonly id: "profit" | "sales" | "retention" | "active";
  readonly label: string;
  /** Small sign, large number, small unit. */
  readonly parts: { readonly sign: string; readonly number: string; readonly unit: string };
  /** Interval, where there is one. */
  readonly interval: string | null;
  readonly change: ChangeView | null;
  readonly notes: readonly string[];
  readonly how: string;
  readonly trend: Float64Array;
  readonly trendLabel: string;
  readonly cell: string | null;
}

export interface ChangeView {
  readonly value: number;
  readonly text: string;
  readonly significant: boolean;
  readonly versus: string;
  /** null where nothing is tested */
  readonly verdict: string | null;
}

const LEVEL = 0.05;

function verdict(p: number | null, t: OverviewMessages["figures"]): string {
  if (p === null) return t.untested;
  return p < LEVEL ? t.significant : t.notSignificant;
}

function changeOf(compared: Compared, { t, format }: Wording): ChangeView | null {
  if (compared.change === null) return null;
  return {
    value: compared.change,
    text: format.percent(Math.abs(compared.change)),
    significant: compared.p !== null && compared.p < LEVEL,
    versus: t.figures.versus,
    verdict: verdict(compared.p, t.figures),
  };
}

const untested = (change: ChangeView | null): ChangeView | null =>
  change === null ? null : { ...change, verdict: null };

/** The period in the words of a label: whole months where it is made of them. */
function periodWord({ fromDay, toDay }: OverviewResult, { t }: Wording): string {
  const months = monthIndex(epochDay(toDay + 1)) - monthIndex(epochDay(fromDay));
  const isWhole = sameDayOfMonth(epochDay(fromDay), epochDay(toDay + 1));
  return isWhole && months > 0 ? t.figures.months({ months }) : t.figures.thisPeriod;
}

function sameDayOfMonth(a: EpochDay, b: EpochDay): boolean {
  return civilFromDay(a).day === civilFromDay(b).day;
}

/** The triad of the page, as far as the data go: money, loyalty, reach. */
export function figures(result: OverviewResult, wording: Wording): readonly FigureView[] {
  const { figures: found } = result;
  const views = [moneyFigure(result, wording)];
  if (found.retention !== null) views.push(retentionFigure(result, found.retention, wording));
  views.push(activeFigure(result, wording));
  return views;
}

function trendLabel(result: OverviewResult, { t, format }: Wording): string {
  const first = result.trend.fromDays[0];
  if (first === undefined) return "";
  return t.figures.trend({
    from: format.dayShort(epochDay(first)),
    to: format.dayShort(epochDay(result.toDay)),
  });
}

function moneyFigure(result: OverviewResult, wording: Wording): FigureView {
  const { t, format, currency } = wording;
  const { profit, sales } = result.figures;
  const period = periodWord(result, wording);
  const shown = profit ?? sales;
  const change = changeOf(shown, wording);
  const notes = change === null ? [t.figures.noBefore] : [];
  if (profit !== null) {
    notes.push(t.figures.salesLine({ amount: format.money(sales.value, currency) }));
    if (profit.margin !== null) {
      notes.push(t.figures.margin({ margin: format.percent(profit.margin, 1) }));
    }
  }
  return {
    id: profit === null ? "sales" : "profit",
    label: profit === null ? t.figures.sales({ period }) : t.figures.profit({ period }),
    parts: format.moneyParts(shown.value, currency),
    interval: null,
    change,
    notes,
    how: profit === null ? t.figures.howSales : t.figures.howProfit,
    trend: (profit === null ? null : result.trend.profit) ?? result.trend.sales,
    trendLabel: trendLabel(result, wording),
    cell: "active",
  };
}

function retentionFigure(
  result: OverviewResult,
  retention: NonNullable<OverviewResult["figures"]["retention"]>,
  wording: Wording,
): FigureView {
  const { t, format } = wording;
  const { share, low, high, whole, before, p } = retention;
  const difference = before === null ? null : share - before.share;
  return {
    id: "retention",
    label: t.figures.retention({ period: periodWord(result, wording) }),
    parts: { sign: "", number: format.percent(share, 1).replace("%", ""), unit: "%" },
    interval: format.percentInterval(low, high),
    change:
      difference === null
        ? null
        : {
            value: difference,
            text: format.points(Math.abs(difference)).replace(/^\+/, ""),
            significant: p !== null && p < LEVEL,
            versus: t.figures.versusYear,
            verdict: verdict(p, t.figures),
          },
    notes: [t.figures.n({ n: whole })],
    how: t.figures.howRetention,
    trend: result.trend.retention,
    trendLabel: trendLabel(result, wording),
    cell: "not-retained",
  };
}

function activeFigure(result: OverviewResult, wording: Wording): FigureView {
  const { t, format, currency } = wording;
  const { active, repeat, salesPerCustomer } = result.figures;
  return {
    id: "active",
    label: t.figures.active({ period: periodWord(result, wording) }),
    parts: { sign: "", number: format.count(active.value), unit: "" },
    interval: null,
    // A count of customers is no sample of anything: there is nothing to test.
    change: untested(changeOf(active, wording)),
    notes: [
      t.figures.repeat({ share: format.percent(repeat.share) }),
      t.figures.perCustomer({ amount: format.money(salesPerCustomer.value, currency) }),
    ],
    how: t.figures.howActive,
    trend: result.trend.active,
    trendLabel: trendLabel(result, wording),
    cell: "active",
  };
}

/** Days since the last sale, or the mark of what cannot be said. */
export function silentDays({ recencyDays }: WatchedCustomer, { format }: Wording): string {
  return recencyDays === null ? format.dash : format.days(recencyDays);
}

/** "101天 / 常27天", or the days alone when the customer has no usual gap. */
export function silence(customer: WatchedCustomer, wording: Wording): string {
  const { t, format } = wording;
  const days = silentDays(customer, wording);
  if (customer.usualGapDays === null) return days;
  return t.lists.usual({ days, usual: format.days(Math.round(customer.usualGapDays)) });
}
