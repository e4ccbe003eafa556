import type { Filter } from "../../domain/filter";
import type { Scope } from "../../domain/scope";
import {
  addMonths,
  epochDay,
  formatIsoDay,
  parseIsoDay,
  type EpochDay,
} from "../../kernel/base/calendar";
import { readFilters, writeFilter } from "./filter-url";

/** How the period was chosen: whole months up to the as-of day, everything, or two days. */
export type PeriodChoice =
  | { readonly kind: "months"; readonly months: 3 | 6 | 12 | 24 }
  | { readonly kind: "all" }
  | { readonly kind: "days"; readonly fromDay: EpochDay; readonly toDay: EpochDay };

/** What the reader chose; null and empty where the defaults of the data hold. */
export interface ScopeChoice {
  readonly asOfDay: EpochDay | null;
  readonly period: PeriodChoice;
  readonly filters: readonly Filter[];
}

const DEFAULT_PERIOD: PeriodChoice = { kind: "months", months: 12 };
export const DEFAULT_CHOICE: ScopeChoice = { asOfDay: null, period: DEFAULT_PERIOD, filters: [] };

const MONTH_CHOICES = [3, 6, 12, 24] as const;

function readPeriod(text: string | undefined): PeriodChoice {
  if (text === "all") return { kind: "all" };
  const months = MONTH_CHOICES.find((candidate) => text === `${candidate}m`);
  if (months !== undefined) return { kind: "months", months };
  const [from, to] = (text ?? "").split("..").map((part) => parseIsoDay(part));
  if (from === undefined || from === null || to === undefined || to === null) return DEFAULT_PERIOD;
  if (from > to) return DEFAULT_PERIOD;
  return { kind: "days", fromDay: from, toDay: to };
}

function writePeriod(period: PeriodChoice): string {
  switch (period.kind) {
    case "all":
      return "all";
    case "months":
      return `${period.months}m`;
    case "days":
      return `${formatIsoDay(period.fromDay)}..${formatIsoDay(period.toDay)}`;
  }
}

/** The choice in the query of an address. Unknown or unreadable parts are left at their defaults. */
export function readScope(query: ReadonlyMap<string, string>): ScopeChoice {
  return {
    asOfDay: parseIsoDay(query.get("asof") ?? ""),
    period: readPeriod(query.get("period")),
    filters: readFilters(query),
  };
}

/** Inverse of `readScope`; defaults are left out, so an untouched page has a short address. */
export function writeScope(choice: ScopeChoice): Map<string, string> {
  const query = new Map<string, string>();
  if (choice.asOfDay !== null) query.set("asof", formatIsoDay(choice.asOfDay));
  const period = writePeriod(choice.period);
  if (period !== writePeriod(DEFAULT_PERIOD)) query.set("period", period);
  for (const filter of choice.filters) query.set(...writeFilter(filter));
  return query;
}

/**
 * The scope that the analyses see.
 *
 * Months count back from the as-of day: 12 months up to 2025-11-30 begin on 2024-12-01.
 */
export function resolveScope(choice: ScopeChoice, firstDay: EpochDay, lastDay: EpochDay): Scope {
  const asOfDay = choice.asOfDay ?? lastDay;
  const { period, filters } = choice;
  switch (period.kind) {
    case "all":
      return {
        asOfDay,
        period: { fromDay: epochDay(Math.min(firstDay, asOfDay)), toDay: asOfDay },
        filters,
      };
    case "months": {
      // The day after the as-of day moved back keeps whole months: 28 Feb 2025 gives 1 Mar 2024.
      const fromDay = addMonths(epochDay(asOfDay + 1), -period.months);
      return { asOfDay, period: { fromDay, toDay: asOfDay }, filters };
    }
    case "days": {
      const toDay = epochDay(Math.min(period.toDay, asOfDay));
      return {
        asOfDay,
        period: { fromDay: epochDay(Math.min(period.fromDay, toDay)), toDay },
        filters,
      };
    }
  }
}
