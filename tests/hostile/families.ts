import { ENDLESS_FAMILIES } from "./csv-endless";
import { FOREIGN_FAMILIES } from "./foreign-types";
import { CONTENT_FAMILIES } from "./csv-content";
import { ENCODING_FAMILIES } from "./csv-encodings";
import { STRUCTURE_FAMILIES } from "./csv-structure";
import { CELL_FAMILIES } from "./xlsx-cells";
import { PACKAGE_FAMILIES } from "./xlsx-packages";
import type { Family } from "./family";

/** Every family, by number: text files, then workbooks. */
export const FAMILIES: readonly Family[] = [
  ...ENCODING_FAMILIES,
  ...STRUCTURE_FAMILIES,
  ...CONTENT_FAMILIES,
  ...ENDLESS_FAMILIES,
  ...FOREIGN_FAMILIES,
  ...PACKAGE_FAMILIES,
  ...CELL_FAMILIES,
].toSorted((a, b) => a.id.localeCompare(b.id));
