/** A cell of an export. A number is exempt from neutralising by its type, never by its looks; null is an empty cell. */
export type CsvCell = string | number | null;

/** What a spreadsheet program may skip before it decides whether a cell is a formula. */
const SKIPPED = "\\s\\u00a0\\u200b-\\u200f\\u2060\\ufeff";

/** Text that a spreadsheet program could run: a trigger, half or full width, perhaps behind blanks or apostrophes. */
const TRIGGER = new RegExp(`^['${SKIPPED}]*[\\t\\r\\n=+\\-@＝＋－＠]`, "u");

const NEEDS_QUOTES = /["',;|\t\r\n]|^\s|\s$/u;

/**
 * Text made harmless for spreadsheet programs: an apostrophe goes before whatever could be read as a formula.
 *
 * One-to-one: taking one apostrophe from every text whose rest is a trigger gives the text back, because a text that
 * already looks escaped is escaped once more.
 * OWASP, "CSV Injection" (triggers `= + - @ TAB CR LF`); the full-width signs are what Excel reads the same way.
 */
export function neutralText(text: string): string {
  return TRIGGER.test(text) ? `'${text}` : text;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = neutralText(cell);
  return safe !== cell || NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end; see `csvText`. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

/**
 * CSV as RFC 4180 has it (comma, CRLF, quotes doubled), with a byte order mark so that Excel reads it as UTF-8.
 *
 * @param header  column titles, neutralised like any text
 * @param rows    cells in the order of the header; text is neutralised, numbers are written plainly, NaN is empty
 * O(total length).
 */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return `\ufeff${lines.join("")}`;
}
