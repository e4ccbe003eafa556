import type { EpochDay } from "../kernel/base/calendar";
import type { Filter } from "./filter";

/** First and last day, both included. */
export interface Period {
  readonly fromDay: EpochDay;
  readonly toDay: EpochDay;
}

/** What every page looks at: one as-of date, one period, one set of filters; all of it is in the URL. */
export interface Scope {
  /** The day from which the analyses look back; orders after it do not exist for them. */
  readonly asOfDay: EpochDay;
  readonly period: Period;
  readonly filters: readonly Filter[];
}

/** The days of a scope, for what is the same whatever is filtered. */
export type ScopeDays = Pick<Scope, "asOfDay" | "period">;
