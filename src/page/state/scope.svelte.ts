import { isOfColumn, withFilter, type Filter, type FilterColumn } from "../../domain/filter";
import type { Scope } from "../../domain/scope";
import type { EpochDay } from "../../kernel/base/calendar";
import type { DataSummary } from "../../queries/types";
import { isScopeKey, type Route } from "./route.svelte";
import {
  DEFAULT_CHOICE,
  readScope,
  resolveScope,
  writeScope,
  type PeriodChoice,
  type ScopeChoice,
} from "./scope-url";

/** The as-of date, the period and the filters of all pages; read from the address, written to it. */
export class ScopeState {
  readonly #route: Route;
  readonly #summary: () => DataSummary | null;
  readonly #choice: ScopeChoice;
  readonly #today: () => EpochDay;
  readonly #current: Scope | null;

  /** @param today  from where tables without any day are seen: what is written down by hand beside them is of these days */
  constructor(route: Route, summary: () => DataSummary | null, today: () => EpochDay) {
    this.#route = route;
    this.#summary = summary;
    this.#today = today;
    this.#choice = $derived(readScope(this.#route.query));
    this.#current = $derived.by(() => {
      const known = this.#summary();
      if (known === null) return null;
      const undated = this.#today();
      return resolveScope(this.#choice, known.firstDay ?? undated, known.lastDay ?? undated);
    });
  }

  /** null while no data are open. */
  get current(): Scope | null {
    return this.#current;
  }
  /** Whether any table lies in time: without a day there is nothing to look back from. */
  get isDated(): boolean {
    const known = this.#summary();
    return known !== null && known.lastDay !== null;
  }
  get periodChoice(): PeriodChoice {
    return this.#choice.period;
  }
  get filters(): readonly Filter[] {
    return this.#choice.filters;
  }
  /** Whether the as-of day is the last day of the data. */
  get isAsOfDefault(): boolean {
    return this.#choice.asOfDay === null;
  }
  get isDefault(): boolean {
    return writeScope(this.#choice).size === 0;
  }

  /** null: the last day of the data. */
  setAsOf(day: EpochDay | null): void {
    this.#write({ ...this.#choice, asOfDay: day });
  }
  setPeriod(period: PeriodChoice): void {
    this.#write({ ...this.#choice, period });
  }
  /** The filter on a column; undefined when there is none. */
  filterOn(column: FilterColumn): Filter | undefined {
    return this.#choice.filters.find((filter) => isOfColumn(filter, column));
  }
  /** In the place of the filter on the same column; one without a choice removes it. */
  setFilter(filter: Filter): void {
    this.#write({ ...this.#choice, filters: withFilter(this.#choice.filters, filter) });
  }
  removeFilter(column: FilterColumn): void {
    const filters = this.#choice.filters.filter((filter) => !isOfColumn(filter, column));
    this.#write({ ...this.#choice, filters });
  }
  clearFilters(): void {
    this.#write({ ...this.#choice, filters: [] });
  }
  reset(): void {
    this.#write(DEFAULT_CHOICE);
  }

  #write(choice: ScopeChoice): void {
    this.#route.replaceQuery(isScopeKey, writeScope(choice));
  }
}
