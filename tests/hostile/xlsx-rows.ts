import { escapeXml } from "../fixtures/workbook-writer";
import { reads } from "./family";

/** A row of inline texts. */
export const inlineRow = (...texts: readonly string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`).join("")}</row>`;

/** A sheet whose header is two inline texts and whose body is these cells, each behind a key. */
export const bodyOf = (cells: readonly string[]): string =>
  inlineRow("id", "a") +
  cells
    .map((cell, i) => `<row><c t="inlineStr"><is><t>${i + 1}</t></is></c>${cell}</row>`)
    .join("");

export const readsCells = (
  rows: readonly (readonly (string | null)[])[],
  issues: Readonly<Record<string, number>> = {},
): ReturnType<typeof reads> => reads({ rows, issues }, "workbook");

/** What `bodyOf` must give: the cells behind their keys. */
export const readsBody = (
  texts: readonly (string | null)[],
  issues: Readonly<Record<string, number>> = {},
): ReturnType<typeof reads> =>
  readsCells(
    texts.map((text, i) => [String(i + 1), text]),
    issues,
  );
