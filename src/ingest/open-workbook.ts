import type { Magic } from "./decode/magic";
import type { Workbook } from "./parse/row-source";
import type { FileKind } from "./plan";

export interface OpenedWorkbook {
  readonly kind: Exclude<FileKind, "delimited">;
  readonly workbook: Workbook;
}

/**
 * Opens a file of sheets; each reader is fetched when the first file of its kind comes.
 *
 * @param magic what the first bytes say
 * @throws FileError of the reader
 */
export async function openWorkbook(
  file: Blob,
  magic: Exclude<Magic, "text">,
): Promise<OpenedWorkbook> {
  if (magic === "compound") {
    const { openXls } = await import("./xls/workbook");
    return { kind: "xls", workbook: await openXls(file) };
  }
  const { openZip } = await import("./xlsx/zip-archive");
  const { entries } = await openZip(file);
  // a package of Open XML lists the types of its parts, one of OpenDocument has all tables in one part
  if (entries.has("content.xml") && !entries.has("[content_types].xml")) {
    const { openOds } = await import("./ods/workbook");
    return { kind: "ods", workbook: await openOds(file) };
  }
  if (entries.has("xl/workbook.bin")) {
    const { openXlsb } = await import("./xlsb/workbook");
    return { kind: "xlsb", workbook: await openXlsb(file) };
  }
  const { openWorkbook: openXlsx } = await import("./xlsx/workbook");
  return { kind: "xlsx", workbook: await openXlsx(file) };
}
