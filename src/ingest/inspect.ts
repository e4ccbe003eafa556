import type { Entity } from "../domain/entities";
import { unmatchedGroups } from "../domain/mapped-columns";
import type { Recipe, RecipeFit } from "../domain/recipe";
import { readBytes } from "./blob-bytes";
import { detectFormat } from "./decode/text-format";
import { MAGIC_BYTES, sniffMagic, type Magic } from "./decode/magic";
import { applyRecipe, fittingRecipe, recipeHeaderRow } from "./map/apply-recipe";
import { headerRowOf } from "./map/header-row";
import { LEAST_ENTITY } from "./map/recognise";
import { proposeMapping, uniqueNames } from "./map/propose";
import { MAX_TEXT_BYTES, MAX_WORKBOOK_BYTES } from "./limits";
import type { Row, RowBatch } from "./parse/row-source";
import { openWorkbook } from "./open-workbook";
import { textSource } from "./parse/text-source";
import {
  FileError,
  type ColumnProposal,
  type FileInspection,
  type SheetInspection,
  type TextFormat,
} from "./plan";
import { isBlankCell, rawText } from "./validate/cell";

/** What the reader has decided already; absent = detect. */
export interface InspectRequest {
  readonly format?: Partial<TextFormat>;
  readonly sheets?: readonly SheetRequest[];
  /** Confirmed mappings: a sheet with the headers of one is mapped by it. */
  readonly recipes?: readonly Recipe[];
}

export interface SheetRequest {
  readonly sheetIndex: number;
  readonly headerRow?: number;
  readonly entity?: Entity;
  /** The reader wants this sheet looked at afresh. */
  readonly ignoresRecipes?: boolean;
}

const SAMPLE_ROWS = 2000;
const PREVIEW_ROWS = 12;

/**
 * Looks into a file without importing it: what it is, how it is written, what its sheets hold, and a mapping with
 * evidence. Reads the start of a text file and the first rows of each sheet of a workbook.
 *
 * @param file a Blob; `name` of a File is used only as a label
 * @throws FileError when the file is no table at all or its sample cannot be read
 */
export async function inspectFile(
  file: Blob,
  request: InspectRequest = {},
): Promise<FileInspection> {
  const fileName = file instanceof File ? file.name : "";
  const base = { fileName, sizeBytes: file.size };
  const magic = await magicOf(file);
  if (magic !== "text") return { ...base, ...(await inspectWorkbook(file, magic, request)) };
  const { format, candidates } = await detectFormat(file, request.format);
  const source = textSource(file, format);
  const sample = await sampleRows(source.batches(), fileName);
  const sheet = inspectSheet(sample, file.size, requestFor(request, 0));
  return {
    ...base,
    kind: "delimited",
    format,
    encodingCandidates: candidates,
    sheets: [{ ...sheet, sheetIndex: 0, name: null, hidden: false }],
  };
}

/** Text or a container of sheets; refuses everything else. @throws FileError */
export async function magicOf(file: Blob): Promise<Magic> {
  if (file.size === 0) throw new FileError("E_FILE_EMPTY");
  const head = await readBytes(file, 0, MAGIC_BYTES);
  const magic = sniffMagic(head);
  if (file.size > (magic === "text" ? MAX_TEXT_BYTES : MAX_WORKBOOK_BYTES)) {
    throw new FileError("E_FILE_TOO_LARGE");
  }
  return magic;
}

async function inspectWorkbook(
  file: Blob,
  magic: Exclude<Magic, "text">,
  request: InspectRequest,
): Promise<Omit<FileInspection, "fileName" | "sizeBytes">> {
  const { kind, workbook } = await openWorkbook(file, magic);
  const sheets: SheetInspection[] = [];
  for (const { index, name, hidden } of workbook.sheets) {
    const sample = await sampleRows(workbook.rows(index, {}), name);
    const sheet = inspectSheet(sample, file.size, requestFor(request, index));
    sheets.push({ ...sheet, sheetIndex: index, name, hidden });
  }
  return { kind: kind, format: null, encodingCandidates: [], sheets };
}

interface FullRequest extends SheetRequest {
  readonly recipes: readonly Recipe[];
}

function requestFor(request: InspectRequest, sheetIndex: number): FullRequest {
  const found = request.sheets?.find((candidate) => candidate.sheetIndex === sheetIndex);
  const sheet = found === undefined ? { sheetIndex } : found;
  const isFresh = sheet.ignoresRecipes === true || request.recipes === undefined;
  return { ...sheet, recipes: isFresh ? [] : request.recipes };
}

interface RowSample {
  /** Names of file and sheet. */
  readonly title: string;
  /** Rows from row 0 on; gaps of a workbook are filled with empty rows. */
  readonly rows: readonly Row[];
  /** All rows were read. */
  readonly isWhole: boolean;
  readonly bytesRead: number;
}

async function sampleRows(batches: AsyncIterable<RowBatch>, title: string): Promise<RowSample> {
  const rows: Row[] = [];
  let bytesRead = 0;
  for await (const batch of batches) {
    if (batch.firstRow > rows.length + SAMPLE_ROWS)
      return { rows, title, isWhole: false, bytesRead };
    while (rows.length < batch.firstRow) rows.push([]);
    // one batch may hold more rows than a call may have arguments
    for (const row of batch.rows) rows.push(row);
    bytesRead = batch.bytesRead;
    if (rows.length > SAMPLE_ROWS) return { rows, title, isWhole: false, bytesRead };
  }
  return { rows, title, isWhole: true, bytesRead };
}

type SheetFacts = Omit<SheetInspection, "sheetIndex" | "name" | "hidden">;

function inspectSheet(sample: RowSample, sizeBytes: number, request: FullRequest): SheetFacts {
  const rows = sample.rows;
  const isEmpty = rows.every((row) => row.every((cell) => isBlankCell(cell)));
  const headerRow = chosenHeaderRow(rows, request);
  const body = rows
    .slice(headerRow + 1, headerRow + 1 + SAMPLE_ROWS)
    .filter((row) => row.some((cell) => !isBlankCell(cell)));
  const written = isEmpty ? [] : headersOf(rows, headerRow, body);
  const headers = uniqueNames(written);
  const fit = fittingRecipe(headers, request.recipes);
  const entity = request.entity ?? fit?.recipe.entity ?? null;
  const proposal = proposeMapping(headers, body, entity, sample.title);
  // A recipe says what the columns of one table are; for another table it says nothing.
  const remembered = fit !== null && fit.recipe.entity === entity ? fit : null;
  const mapped =
    remembered === null ? proposal.columns : applyRecipe(proposal.columns, body, remembered);
  const columns = headerRow < 0 ? mapped : mapped.map((column) => renamed(column, written));
  const isKnown = entity !== null || proposal.entityConfidence >= LEAST_ENTITY;
  const reason = reasonFor(isEmpty, body.length, isKnown);
  const rowCount = sample.isWhole
    ? Math.max(0, rows.length - headerRow - 1)
    : Math.round((rows.length / Math.max(1, sample.bytesRead)) * sizeBytes) - headerRow - 1;
  return {
    rowCount,
    rowCountExact: sample.isWhole,
    entity: isKnown && !isEmpty ? proposal.entity : null,
    entityConfidence: isKnown ? proposal.entityConfidence : 0,
    reason,
    headerRow,
    columns,
    recipe: remembered === null ? null : recipeNote(remembered),
    preview: rows.slice(0, PREVIEW_ROWS).map((row) => row.map((cell) => rawText(cell))),
    unmatched: entity === null ? proposal.unmatched : unmatchedGroups(entity, targetsOf(columns)),
  };
}

function chosenHeaderRow(rows: readonly Row[], request: FullRequest): number {
  if (request.headerRow !== undefined) return request.headerRow;
  return recipeHeaderRow(rows, request.recipes) ?? headerRowOf(rows.slice(0, 200));
}

function recipeNote({ recipe, unknown, lacking }: RecipeFit): SheetFacts["recipe"] {
  const { fingerprint, fileName, confirmedAtMs } = recipe;
  return { fingerprint, fileName, confirmedAtMs, unknown, lacking };
}

function targetsOf(columns: readonly ColumnProposal[]): readonly string[] {
  return columns.flatMap(({ target }) => (target === null ? [] : [target]));
}

function reasonFor(isEmpty: boolean, bodyRows: number, isKnown: boolean): SheetFacts["reason"] {
  if (isEmpty) return "empty";
  if (bodyRows === 0) return "header-only";
  return isKnown ? null : "not-recognised";
}

/** The column with the header of the file, where that could not be its name. A blank one over blank cells is no column. */
function renamed(column: ColumnProposal, written: readonly string[]): ColumnProposal {
  const header = written[column.index];
  if (header === undefined || header === column.header) return column;
  return header === "" && column.blankShare === 1 ? column : { ...column, renamedFrom: header };
}

/** The header of every column that the header row or the rows of the sample have, as the file gives it. */
function headersOf(
  rows: readonly Row[],
  headerRow: number,
  body: readonly Row[],
): readonly string[] {
  const header = headerRow < 0 ? undefined : rows[headerRow];
  const named = header === undefined ? [] : header.map((cell) => rawText(cell).trim());
  let width = named.length;
  // without a header every cell counts; with one, rows that stick out are ragged, not columns
  if (header === undefined) for (const row of body) width = Math.max(width, row.length);
  return Array.from({ length: width }, (_, i) => (named[i] === undefined ? "" : named[i]));
}
