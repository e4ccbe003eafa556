import Papa from "papaparse";

/** Lines that show whether a text is a table. */
const LOOKED_AT = 20;

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
  // A copied cell may hold line breaks and delimiters in quotes: whether this is a table is a question for a parser.
  const { data } = Papa.parse<readonly string[]>(text, {
    preview: LOOKED_AT,
    skipEmptyLines: "greedy",
    delimitersToGuess: ["\t", ",", ";", "|"],
  });
  const [header] = data;
  if (data.length < 2 || header === undefined || header.length < 2) return [];
  return [new File([text], name, { type: "text/tab-separated-values" })];
}
