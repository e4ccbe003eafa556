import { ATTRIBUTE_PREFIX } from "../../domain/field";
import {
  headerFingerprint,
  headerKey,
  recipeFor,
  type Recipe,
  type RecipeColumn,
  type RecipeFit,
} from "../../domain/recipe";
import type { Row } from "../parse/row-source";
import type { ColumnProposal } from "../plan";
import { isBlankCell, rawText } from "../validate/cell";
import { profileColumn } from "./profile";
import { uniqueNames } from "./propose";

/** Rows in which the header of a recipe is looked for. */
const HEADER_DEPTH = 200;

/** The row whose cells are exactly the headers of a recipe, or null: titles may have moved it. 0-based. */
export function recipeHeaderRow(rows: readonly Row[], recipes: readonly Recipe[]): number | null {
  if (recipes.length === 0) return null;
  const known = new Set(recipes.map((recipe) => recipe.fingerprint));
  const widths = new Set(recipes.map((recipe) => recipe.columns.length));
  const found = rows
    .slice(0, HEADER_DEPTH)
    .findIndex(
      (row) => widths.has(row.length) && known.has(headerFingerprint(uniqueNames(row.map(nameOf)))),
    );
  return found === -1 ? null : found;
}

const nameOf = (cell: Row[number]): string => (isBlankCell(cell) ? "" : rawText(cell).trim());

/** The recipe for these headers; null when none fits or none is wanted. */
export function fittingRecipe(
  headers: readonly string[],
  recipes: readonly Recipe[],
): RecipeFit | null {
  return headers.length === 0 ? null : recipeFor(headers, recipes);
}

/**
 * The proposal with what the recipe says of each column that it knows. Its targets count; how dates and decimals are
 * written is taken from it only where the cells of this file can be read in two ways, for an export may change.
 *
 * @param rows sampled rows below the header
 */
export function applyRecipe(
  columns: readonly ColumnProposal[],
  rows: readonly Row[],
  { recipe }: RecipeFit,
): readonly ColumnProposal[] {
  const known = new Map(recipe.columns.map((column) => [headerKey(column.header), column]));
  const taken = new Set(columns.flatMap(({ header }) => targetOf(known.get(headerKey(header)))));
  return columns.map((column) => {
    const remembered = known.get(headerKey(column.header));
    if (remembered !== undefined) return rememberedColumn(column, remembered, rows);
    const isTaken = column.target !== null && taken.has(column.target);
    return isTaken ? { ...column, target: ATTRIBUTE_PREFIX + column.header } : column;
  });
}

function targetOf(column: RecipeColumn | undefined): readonly string[] {
  return column === undefined || column.target === null ? [] : [column.target];
}

function rememberedColumn(
  column: ColumnProposal,
  remembered: RecipeColumn,
  rows: readonly Row[],
): ColumnProposal {
  const { target, kind, dateOrder, decimalMark, dropPointZero } = remembered;
  const isEpoch = dateOrder.startsWith("epoch");
  const profile = profileColumn(rows, column.index, decimalMark);
  return {
    ...column,
    target,
    kind,
    confidence: 1,
    dateOrder: isEpoch || column.dateOrderAmbiguous ? dateOrder : column.dateOrder,
    dateOrderAmbiguous: false,
    decimalMark: profile.decimalMarkAmbiguous ? decimalMark : profile.decimalMark,
    decimalMarkAmbiguous: false,
    ...(dropPointZero && { dropPointZero }),
  };
}
