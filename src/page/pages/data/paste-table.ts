/** Cells copied in a spreadsheet program arrive as tab-separated text. */
export interface Clipboard {
  readonly files: readonly File[];
  readonly text: string;
}

/**
 * What a paste brings to import: the files on the clipboard, or its text as one file of tab- or comma-separated cells.
 *
 * @param name file name for pasted text
 * @returns empty when the text is no table: fewer than two lines, or lines without any delimiter
 */
export function pastedFiles({ files, text }: Clipboard, name: string): readonly File[] {
  if (files.length > 0) return files;
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2 || !/[\t,;|]/.test(lines[0] ?? "")) return [];
  return [new File([text], name, { type: "text/tab-separated-values" })];
}
