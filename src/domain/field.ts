import type { Entity } from "./entities";

/** How a cell of this field is read and what its column holds. */
export type FieldKind =
  /** a name or an id: text, kept exactly as written; never read as a number */
  | "text"
  /** few distinct words; usable as a filter */
  | "category"
  /** a civil day */
  | "date"
  /** money in the currency of its column */
  | "money"
  /** a plain number */
  | "number"
  /** a share, 0..1 (12 % is 0.12) */
  | "ratio";

export type Language = "zh-Hans" | "zh-Hant" | "en";
export const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];

/** One column that an entity can have. The single source of mapping, validation, storage, templates and glossary. */
export interface FieldSpec {
  readonly kind: FieldKind;
  /** A row without a readable value is kept out of the table and counted. */
  readonly required?: true;
  /** Made by ingest from other fields; never offered in the mapping. */
  readonly derived?: true;
  /** Header words that name this field, most usual first, in normal form (see `ingest/map/normal-form`). */
  readonly synonyms: Readonly<Record<Language, readonly string[]>>;
  /** One example cell for templates. */
  readonly example: Readonly<Record<Language, string>>;
}

export interface EntitySpec {
  readonly id: Entity;
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

/** A column of the file that no field claims is kept under this prefix plus its header. */
export const ATTRIBUTE_PREFIX = "attr:";

export function isAttribute(columnId: string): boolean {
  return columnId.startsWith(ATTRIBUTE_PREFIX);
}
