import { MAX_COLUMNS, MAX_FIELD_LENGTH } from "../limits";
import { FileError } from "../plan";

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
/** Answers that are no position: there is none; the text ends too early to say. */
const NONE = -1;
const UNKNOWN = -2;

/** Cuts decoded text into records, piece by piece. */
export interface RecordSplitter {
  /** The records that this piece completes. */
  push(text: string): string[][];
  /** The last record when it has no line end. @throws FileError E_CSV_UNBALANCED when a quote is still open */
  finish(): string[][];
}

/**
 * RFC 4180 records with the liberties that real files take: LF, CRLF and CR in one file; blanks around a quoted field;
 * a quote inside an unquoted field is text; a quote that no delimiter follows is text when the field is closed properly
 * later in its line, else the whole field is kept as it is written (`"a"x`).
 *
 * A blank line is a record of one empty field, so that rows keep their numbers; the final line end begins no record.
 * How the text is cut into pieces makes no difference. O(total length): an unfinished record is tried again only when
 * the text has doubled.
 *
 * @throws FileError E_FIELD_TOO_LONG, E_TOO_MANY_COLUMNS, E_CSV_UNBALANCED with the 1-based row of the record
 */
export function recordSplitter(delimiter: string): RecordSplitter {
  const scanner = new RecordScanner(delimiter);
  let carry = "";
  let retryAt = 0;
  let rowsDone = 0;
  const take = (text: string, isLast: boolean): string[][] => {
    const rows = scanner.scan(text, isLast, rowsDone);
    rowsDone += rows.length;
    carry = text.slice(scanner.consumed);
    retryAt = rows.length === 0 ? carry.length * 2 : 0;
    return rows;
  };
  return {
    push(text) {
      const joined = carry === "" ? text : carry + text;
      if (joined.length < retryAt) {
        carry = joined;
        return [];
      }
      return take(joined, false);
    },
    finish() {
      const rest = carry;
      carry = "";
      return rest === "" ? [] : take(rest, true);
    },
  };
}

class RecordScanner {
  /** Characters of the last `scan` that belong to finished records. */
  consumed = 0;
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  #text = "";
  #isLast = false;
  /** Where the field that was read last ends: at its delimiter, its line end or the end of the text. */
  #end = 0;
  /** The last answer of `#closeInLine` and the stretch of text it holds for; keeps odd quotes linear. */
  #known = { from: 0, until: -1, close: NONE };

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#delimiterCode = delimiter.charCodeAt(0);
  }

  scan(text: string, isLast: boolean, rowsBefore: number): string[][] {
    this.#known = { from: 0, until: -1, close: NONE };
    if (!text.includes('"')) return this.#scanPlain(text, isLast, rowsBefore);
    this.#text = text;
    this.#isLast = isLast;
    const rows: string[][] = [];
    this.consumed = 0;
    while (this.consumed < text.length) {
      const row = this.#record(this.consumed, rowsBefore + rows.length + 1);
      if (row === null) break;
      rows.push(row);
    }
    return rows;
  }

  /** Without quotes every line end ends a record and every delimiter a field. */
  #scanPlain(text: string, isLast: boolean, rowsBefore: number): string[][] {
    const end = isLast ? text.length : endOfLastLine(text);
    this.consumed = end;
    if (end === 0) {
      if (text.length > MAX_FIELD_LENGTH)
        this.#checkRow(text.split(this.#delimiter), rowsBefore + 1);
      return [];
    }
    const lines = splitLines(end === text.length ? text : text.slice(0, end));
    const rows: string[][] = new Array<string[]>(lines.length);
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const row = line.split(this.#delimiter);
      if (row.length > MAX_COLUMNS || line.length > MAX_FIELD_LENGTH) {
        this.#checkRow(row, rowsBefore + i + 1);
      }
      rows[i] = row;
    }
    return rows;
  }

  #checkRow(row: readonly string[], rowNumber: number): void {
    if (row.length > MAX_COLUMNS) throw new FileError("E_TOO_MANY_COLUMNS", { row: rowNumber });
    if (row.some((field) => field.length > MAX_FIELD_LENGTH)) {
      throw new FileError("E_FIELD_TOO_LONG", { row: rowNumber });
    }
  }

  /** The record at `start` and its end in `consumed`; null when the text ends before it does. */
  #record(start: number, rowNumber: number): string[] | null {
    const text = this.#text;
    const row: string[] = [];
    let at = start;
    for (;;) {
      const field = this.#field(at, rowNumber);
      if (field === null) return null;
      if (field.length > MAX_FIELD_LENGTH)
        throw new FileError("E_FIELD_TOO_LONG", { row: rowNumber });
      row.push(field);
      if (row.length > MAX_COLUMNS) throw new FileError("E_TOO_MANY_COLUMNS", { row: rowNumber });
      at = this.#end;
      if (at >= text.length) {
        if (!this.#isLast) return null;
        this.consumed = at;
        return row;
      }
      const code = text.charCodeAt(at);
      if (code === this.#delimiterCode) {
        at++;
        continue;
      }
      if (code === CR) {
        if (at + 1 === text.length && !this.#isLast) return null;
        if (text.charCodeAt(at + 1) === LF) at++;
      }
      this.consumed = at + 1;
      return row;
    }
  }

  #field(start: number, rowNumber: number): string | null {
    const text = this.#text;
    let at = start;
    while (text.charCodeAt(at) === SPACE) at++;
    if (text.charCodeAt(at) !== QUOTE) return this.#plainField(start);
    if (at > start) {
      // after blanks a quote opens a field only if the field is closed in its line
      const close = this.#closeInLine(at + 1);
      if (close === UNKNOWN) return null;
      if (close === NONE) return this.#plainField(start);
    }
    return this.#quotedField(at, rowNumber);
  }

  #plainField(start: number): string {
    const text = this.#text;
    const delimiter = this.#delimiterCode;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === LF || code === CR) break;
    }
    this.#end = at;
    return text.slice(start, at);
  }

  #quotedField(open: number, rowNumber: number): string | null {
    const text = this.#text;
    let from = open + 1;
    let value = "";
    for (;;) {
      const close = text.indexOf('"', from);
      if (close === -1) return this.#openQuote(open, rowNumber);
      const part = text.slice(from, close);
      if (text.charCodeAt(close + 1) === QUOTE) {
        value += part + '"';
        from = close + 2;
        continue;
      }
      if (close + 1 >= text.length && !this.#isLast) return null;
      const end = this.#endAfterClose(close + 1);
      if (end === UNKNOWN) return null;
      if (end !== NONE) {
        this.#end = end;
        return value + part;
      }
      const later = this.#closeInLine(close + 1);
      if (later === UNKNOWN) return null;
      if (later === NONE) {
        this.#plainField(close + 1);
        if (this.#end >= text.length && !this.#isLast) return null;
        return text.slice(open, this.#end);
      }
      value += part + '"';
      from = close + 1;
    }
  }

  /** Position of the delimiter or line end after optional blanks; NONE when something else follows. */
  #endAfterClose(from: number): number {
    const text = this.#text;
    let at = from;
    while (text.charCodeAt(at) === SPACE) at++;
    if (at >= text.length) return this.#isLast ? at : UNKNOWN;
    const code = text.charCodeAt(at);
    return code === this.#delimiterCode || code === LF || code === CR ? at : NONE;
  }

  /** First quote from here to the line's end that a delimiter or a line end follows, NONE or UNKNOWN. */
  #closeInLine(from: number): number {
    const known = this.#known;
    if (from >= known.from && from <= known.until) return known.close;
    const text = this.#text;
    let close = NONE;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) break;
      if (code !== QUOTE) continue;
      const end = this.#endAfterClose(at + 1);
      if (end === NONE) continue;
      close = end === UNKNOWN ? UNKNOWN : at;
      break;
    }
    if (at >= text.length && !this.#isLast) close = UNKNOWN;
    this.#known = { from, until: at, close };
    return close;
  }

  #openQuote(open: number, rowNumber: number): null {
    if (this.#text.length - open > MAX_FIELD_LENGTH) {
      const isOneLine = this.#text.indexOf("\n", open) === -1;
      throw new FileError(isOneLine ? "E_FIELD_TOO_LONG" : "E_CSV_UNBALANCED", { row: rowNumber });
    }
    if (this.#isLast) throw new FileError("E_CSV_UNBALANCED", { row: rowNumber });
    return null;
  }
}

/** Columns separated by runs of blanks or tabs, as statistics programs write them; no quotes. Otherwise as above. */
export function blankSplitter(): RecordSplitter {
  let carry = "";
  const cut = (text: string): string[][] =>
    splitLines(text).map((line) => line.trim().split(/[ \t]+/));
  return {
    push(text) {
      const joined = carry + text;
      const end = endOfLastLine(joined);
      carry = joined.slice(end);
      if (carry.length > MAX_FIELD_LENGTH) throw new FileError("E_FIELD_TOO_LONG");
      return end === 0 ? [] : cut(joined.slice(0, end));
    },
    finish() {
      const rest = carry;
      carry = "";
      return rest === "" ? [] : cut(rest);
    },
  };
}

/** Length of the text up to its last certain line end; a final CR may be half of a CRLF. */
function endOfLastLine(text: string): number {
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
  if (end < text.length || text.charCodeAt(end - 1) !== CR) return end;
  const before = text.slice(0, end - 1);
  return Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
}

/** Lines without their ends; LF, CRLF and CR all end one. The final line end begins no line. */
function splitLines(text: string): string[] {
  const normal = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const lines = normal.split("\n");
  if (normal.endsWith("\n")) lines.pop();
  return lines;
}
