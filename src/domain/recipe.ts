import { sha256 } from "../kernel/base/sha256";
import { ENTITIES, type Entity } from "./entities";
import { FIELD_KINDS, isAttribute, isQuestion, type FieldKind } from "./field";
import type { WorkKind } from "./own-work";
import { DATE_ORDERS, DECIMAL_MARKS, type DateOrder, type DecimalMark } from "./reading";

/** What a column of this header became, as the reader confirmed it. */
export interface RecipeColumn {
  readonly header: string;
  /** A field id, an attribute id, or null: not imported. */
  readonly target: string | null;
  readonly kind: FieldKind;
  readonly dateOrder: DateOrder;
  readonly decimalMark: DecimalMark;
  readonly dropPointZero?: true;
}

/** A confirmed mapping: the next file with these headers maps by itself. Part of the user's own work. */
export interface Recipe {
  /** `headerFingerprint` of its headers; one recipe each. */
  readonly fingerprint: string;
  readonly entity: Entity;
  readonly columns: readonly RecipeColumn[];
  /** The file that it was confirmed with last. */
  readonly fileName: string;
  readonly confirmedAtMs: number;
}

/** Share of common headers from which a recipe is offered for a file whose headers are not quite the same. */
const LEAST_COMMON = 0.6;

/** Headers that differ in width, case or blanks only are one. */
export function headerKey(header: string): string {
  return header.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Names a set of headers, whatever their order: lower-case hex. */
export function headerFingerprint(headers: readonly string[]): string {
  const keys = headers.map(headerKey).sort();
  return sha256(new TextEncoder().encode(JSON.stringify(keys)));
}

/** The recipe of a mapping as it was confirmed. `columns`: all columns of the sheet, in order. */
export function recipeOf(
  entity: Entity,
  columns: readonly RecipeColumn[],
  confirmed: Pick<Recipe, "fileName" | "confirmedAtMs">,
): Recipe {
  const { fileName, confirmedAtMs } = confirmed;
  return {
    fingerprint: headerFingerprint(columns.map(({ header }) => header)),
    entity,
    columns: columns.map(({ header, target, kind, dateOrder, decimalMark, dropPointZero }) => ({
      header,
      target,
      kind,
      dateOrder,
      decimalMark,
      ...(dropPointZero && { dropPointZero }),
    })),
    fileName,
    confirmedAtMs,
  };
}

export interface RecipeFit {
  readonly recipe: Recipe;
  /** Headers of the file that the recipe does not know; a person should look at them. */
  readonly unknown: readonly string[];
  /** Headers of the recipe that the file lacks. */
  readonly lacking: readonly string[];
}

/**
 * The recipe for these headers: the one with exactly these, else the one that shares most, as far as at least 60 % of
 * all headers are common and nothing that it maps to a field is lacking. Ties: the one confirmed last.
 */
export function recipeFor(
  headers: readonly string[],
  recipes: readonly Recipe[],
): RecipeFit | null {
  const keys = new Set(headers.map(headerKey));
  let best: RecipeFit | null = null;
  let bestShare = 0;
  for (const recipe of recipes.toSorted((a, b) => b.confirmedAtMs - a.confirmedAtMs)) {
    const known = new Set(recipe.columns.map(({ header }) => headerKey(header)));
    const lacking = recipe.columns.filter(({ header }) => !keys.has(headerKey(header)));
    const unknown = headers.filter((header) => !known.has(headerKey(header)));
    const common = known.size - lacking.length;
    const share = common / Math.max(1, common + lacking.length + unknown.length);
    const isWhole = lacking.every(
      ({ target }) => target === null || isAttribute(target) || isQuestion(target),
    );
    if (!isWhole || share < LEAST_COMMON || share <= bestShare) continue;
    bestShare = share;
    best = { recipe, unknown, lacking: lacking.map(({ header }) => header) };
  }
  return best;
}

/** The key of the record is the fingerprint. */
export const RECIPES: WorkKind<Recipe> = { name: "import-recipe", parse: parseRecipe };

/** A stored value as a recipe, or null when it is none that this build understands: it is then as if forgotten. */
export function parseRecipe(value: unknown): Recipe | null {
  if (typeof value !== "object" || value === null) return null;
  const { fingerprint, entity, columns, fileName, confirmedAtMs } = value as Record<
    string,
    unknown
  >;
  const known = ENTITIES.find((id) => id === entity);
  if (known === undefined || !Array.isArray(columns)) return null;
  if (typeof fingerprint !== "string" || typeof fileName !== "string") return null;
  if (typeof confirmedAtMs !== "number") return null;
  const parsed = columns.map(parseColumn).filter((column) => column !== null);
  if (parsed.length !== columns.length) return null;
  return { fingerprint, entity: known, columns: parsed, fileName, confirmedAtMs };
}

function parseColumn(value: unknown): RecipeColumn | null {
  if (typeof value !== "object" || value === null) return null;
  const record = value as Record<string, unknown>;
  const { header, target } = record;
  const kind = FIELD_KINDS.find((word) => word === record["kind"]);
  const dateOrder = DATE_ORDERS.find((word) => word === record["dateOrder"]);
  const decimalMark = DECIMAL_MARKS.find((word) => word === record["decimalMark"]);
  if (typeof header !== "string" || (target !== null && typeof target !== "string")) return null;
  if (kind === undefined || dateOrder === undefined || decimalMark === undefined) return null;
  const column = { header, target, kind, dateOrder, decimalMark };
  return record["dropPointZero"] === true ? { ...column, dropPointZero: true } : column;
}
