import type { EpochDay } from "../kernel/base/calendar";
import type { Entity } from "./entities";
import type { FieldKind } from "./field";

/** The column that a filter looks at: a field id or an attribute id. */
export interface FilterColumn {
  readonly entity: Entity;
  readonly column: string;
}

/** Keeps the rows whose text is one of `values`; the empty text stands for a missing cell. */
export interface ValuesFilter extends FilterColumn {
  readonly kind: "values";
  readonly values: readonly string[];
}

/**
 * Keeps the numbers from..to, both included, in the unit of the column (a share is 0..1); null: no bound on that side. Without
 * any bound it keeps no number: what is left is `withMissing`, the rows without one.
 */
export interface NumberFilter extends FilterColumn {
  readonly kind: "number";
  readonly from: number | null;
  readonly to: number | null;
  readonly withMissing: boolean;
}

/** Keeps the days fromDay..toDay, both included, of a moment the whole of these days. Bounds and `withMissing` as above. */
export interface DayFilter extends FilterColumn {
  readonly kind: "days";
  readonly fromDay: EpochDay | null;
  readonly toDay: EpochDay | null;
  readonly withMissing: boolean;
}

export const FLAG_CHOICES = ["yes", "no", "missing"] as const;
export type FlagChoice = (typeof FLAG_CHOICES)[number];

/** Keeps the rows whose flag is one of `choices`. */
export interface FlagFilter extends FilterColumn {
  readonly kind: "flag";
  readonly choices: readonly FlagChoice[];
}

/** What a row must be to be looked at. */
export type Filter = ValuesFilter | NumberFilter | DayFilter | FlagFilter;
export type FilterKind = Filter["kind"];

/** How columns of a kind are filtered; null: names and ids are searched, not filtered. */
export function filterKindOf(kind: FieldKind): FilterKind | null {
  switch (kind) {
    case "text":
      return null;
    case "category":
      return "values";
    case "money":
    case "number":
    case "ratio":
      return "number";
    case "date":
    case "moment":
      return "days";
    case "flag":
      return "flag";
  }
}

export function isOfColumn(filter: FilterColumn, { entity, column }: FilterColumn): boolean {
  return filter.entity === entity && filter.column === column;
}

/** Whether nothing was chosen: such a filter is no filter. */
function isUnset(filter: Filter): boolean {
  switch (filter.kind) {
    case "values":
      return filter.values.length === 0;
    case "number":
      return filter.from === null && filter.to === null && !filter.withMissing;
    case "days":
      return filter.fromDay === null && filter.toDay === null && !filter.withMissing;
    case "flag":
      return filter.choices.length === 0;
  }
}

/** The filters with this one in the place of the one on its column, else at the end; one without a choice disappears. */
export function withFilter(filters: readonly Filter[], filter: Filter): readonly Filter[] {
  const others = filters.filter((candidate) => !isOfColumn(candidate, filter));
  if (isUnset(filter)) return others;
  if (others.length === filters.length) return [...filters, filter];
  return filters.map((candidate) => (isOfColumn(candidate, filter) ? filter : candidate));
}

/** The list with the choice added, or without it when it was there. */
export function toggled<Choice>(list: readonly Choice[], choice: Choice): readonly Choice[] {
  return list.includes(choice)
    ? list.filter((candidate) => candidate !== choice)
    : [...list, choice];
}
