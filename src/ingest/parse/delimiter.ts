import type { Delimiter } from "../plan";
import { blankSplitter, recordSplitter, type RecordSplitter } from "./record-splitter";

export function splitterFor(delimiter: Delimiter): RecordSplitter {
  return delimiter === "blanks" ? blankSplitter() : recordSplitter(delimiter);
}

/** The most usual first: it breaks ties. */
const DELIMITERS: readonly Delimiter[] = [",", "\t", ";", "|"];
const SAMPLE_ROWS = 200;

/** Excel's own first line: `sep=;`. Returns the delimiter and the text after the line, or null. */
export function sepLine(
  text: string,
): { readonly delimiter: Delimiter; readonly rest: string } | null {
  const match = /^"?sep=([,;|\t])"?[ \t]*(?:\r\n|\n|\r|$)/i.exec(text);
  if (!match) return null;
  return { delimiter: match[1] as Delimiter, rest: text.slice(match[0].length) };
}

/**
 * The delimiter that cuts these lines into the most even table of more than one column; runs of blanks when no
 * character does; a comma when nothing does (a single column).
 *
 * @param text the start of the file, without a `sep=` line; its last line may be cut
 */
export function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(sampleRows(text, delimiter));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  if (bestScore >= 0.5) return best;
  const blanks = evenness(sampleRows(text, "blanks"));
  return blanks > bestScore && blanks >= 0.95 ? "blanks" : best;
}

function sampleRows(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const splitter = splitterFor(delimiter);
  try {
    const rows = splitter.push(text);
    return (rows.length === 0 ? splitter.finish() : rows).slice(0, SAMPLE_ROWS);
  } catch {
    // an open quote or a limit under this delimiter: it is the wrong one, or the reader will say so
    return [];
  }
}

/** Share of the non-blank rows with the most usual number of columns; 0 when that number is one. */
function evenness(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  let total = 0;
  for (const row of rows) {
    if (row.length === 1 && row[0]!.trim() === "") continue;
    total++;
    const seen = widths.get(row.length);
    widths.set(row.length, seen === undefined ? 1 : seen + 1);
  }
  let best = 0;
  for (const [width, count] of widths) {
    // wider tables are less likely to be even by chance
    if (width > 1) best = Math.max(best, (count / total) * (1 - 0.1 / width));
  }
  return best;
}
