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
  | "ratio"
  /** yes or no: 1 or 0 */
  | "flag"
  /** a civil day with its time of day: minutes since 1970-01-01T00:00, no zone */
  | "moment";

export const FIELD_KINDS: readonly FieldKind[] = [
  "text",
  "category",
  "date",
  "money",
  "number",
  "ratio",
  "flag",
  "moment",
];

/** What a plain number counts. */
export type Unit = "minute" | "day" | "month" | "percent" | "piece" | "person" | "point";

export type Language = "zh-Hans" | "zh-Hant" | "en";
export const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];

/** One column that an entity can have. The single source of mapping, validation, storage, templates and glossary. */
export interface FieldSpec {
  readonly kind: FieldKind;
  /** A row without a readable value is kept out of the table and counted. */
  readonly required?: true;
  /** Made by ingest from other fields; never offered in the mapping. */
  readonly derived?: true;
  readonly unit?: Unit;
  /** Found in a sheet, it speaks for this table rather than for another. */
  readonly telling?: true;
  /** Header words that name this field, most usual first, in normal form (see `ingest/map/normal-form`). */
  readonly synonyms: Readonly<Record<Language, readonly string[]>>;
  /** One example cell for templates. */
  readonly example: Readonly<Record<Language, string>>;
}

/** Field ids of which one is enough. */
export type FieldGroup = readonly string[];

export interface EntitySpec {
  readonly id: Entity;
  /** Words by which file and sheet names speak of this table, in all languages. */
  readonly names: readonly string[];
  /**
   * A sheet needs a column for one field of each group, and a row a readable value in one of them, else it is kept out and
   * counted. Surveys keep rows without an answer: somebody was asked.
   */
  readonly needs: readonly FieldGroup[];
  /** The date or moment by which the rows lie in time; null for tables that describe a state. */
  readonly dayField: string | null;
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

/** Header words of a field: Simplified Chinese, Traditional Chinese, English; each "a|b|c", most usual first. */
export type Names = readonly [hans: string, hant: string, en: string];
/** An example for all languages, or one for each. */
type Example = string | Names;

/** A field as its table writes it down: kind, names and an example cell. */
export function field(
  kind: FieldKind,
  names: Names,
  example: Example,
  more: Pick<FieldSpec, "required" | "unit" | "telling"> = {},
): FieldSpec {
  const [hans, hant, en] = names.map((words) => words.split("|")) as [string[], string[], string[]];
  const shown: Names = typeof example === "string" ? [example, example, example] : example;
  return {
    kind,
    ...more,
    synonyms: { "zh-Hans": hans, "zh-Hant": hant, en },
    example: { "zh-Hans": shown[0], "zh-Hant": shown[1], en: shown[2] },
  };
}

/** A field that ingest makes from others. */
export function derivedField(kind: FieldKind): FieldSpec {
  const none = { "zh-Hans": [], "zh-Hant": [], en: [] };
  return {
    kind,
    derived: true,
    synonyms: none,
    example: { "zh-Hans": "", "zh-Hant": "", en: "" },
  };
}

/** A column of the file that no field claims is kept under this prefix plus its header. */
export const ATTRIBUTE_PREFIX = "attr:";

export function isAttribute(columnId: string): boolean {
  return columnId.startsWith(ATTRIBUTE_PREFIX);
}

/** A column of a survey sheet that holds the answers to one question: this prefix plus its header. */
export const QUESTION_PREFIX = "question:";

export function isQuestion(target: string): boolean {
  return target.startsWith(QUESTION_PREFIX);
}
