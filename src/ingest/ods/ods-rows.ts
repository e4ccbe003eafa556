import { FileError } from "../plan";
import type { Cell, RowBatch } from "../parse/row-source";
import { MAX_FILLED_CELLS, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from "../xlsx/limits";
import { cellFromIsoText, clockText } from "../xlsx/serial-date";
import { checkedCellText } from "../xlsx/shared-strings";
import { xmlName } from "../xlsx/xml-name";
import { CLOSE, END, NEED_INPUT, OPEN, type XmlScanner } from "../xlsx/xml-scanner";

const TABLE = xmlName("table");
const ROW = xmlName("table-row");
const CELL = xmlName("table-cell");
const COVERED_CELL = xmlName("covered-table-cell");
const PARAGRAPH = xmlName("p");
const BLANKS = xmlName("s");
const TAB = xmlName("tab");
const LINE_BREAK = xmlName("line-break");
/** What stands in a cell and is not its text: comments, and drawings with text of their own. */
const ASIDE: ReadonlySet<number> = new Set(
  ["annotation", "shapes", "frame", "custom-shape", "g", "line", "rect"].map(xmlName),
);
const ROWS_REPEATED = xmlName("table:number-rows-repeated");
const COLUMNS_REPEATED = xmlName("table:number-columns-repeated");
const VALUE_TYPE = xmlName("office:value-type");
const VALUE = xmlName("office:value");
const DATE_VALUE = xmlName("office:date-value");
const TIME_VALUE = xmlName("office:time-value");
const BOOLEAN_VALUE = xmlName("office:boolean-value");
const STRING_VALUE = xmlName("office:string-value");
const FORMULA = xmlName("table:formula");
const COUNT = xmlName("text:c");

const BATCH_ROWS = 1024;
const ERROR_TEXT = /^(?:#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:\d+)$/;

/**
 * Builds the rows of one table from the tokens of `content.xml`. Repeated empty rows and cells take no room; repeated
 * values are repeated, up to the limits of a sheet.
 */
export class OdsRows {
  /** The end of the table has been read. */
  isDone = false;
  readonly #tableIndex: number;
  readonly #batches: RowBatch[] = [];
  #tablesSeen = 0;
  #isInTable = false;
  #asideDepth = 0;

  #rows: Cell[][] = [];
  #firstRow = 0;
  #rowNumber = 0;
  #rowRepeats = 1;
  #row: Cell[] = [];
  #filledCells = 0;

  #column = 0;
  #cellRepeats = 1;
  #isInCell = false;
  #value: Cell = null;
  #isText = false;
  #isFormula = false;
  #text: string | null = null;
  #given: string | null = null;
  #isInParagraph = false;

  constructor(tableIndex: number) {
    this.#tableIndex = tableIndex;
  }

  /** Takes the tokens that the scanner has. */
  take(scanner: XmlScanner): void {
    for (;;) {
      const token = scanner.next();
      if (token === NEED_INPUT || token === END) return;
      if (token === OPEN) this.#open(scanner);
      else if (token === CLOSE) this.#close(scanner.name);
      else if (this.#isInParagraph && this.#asideDepth === 0) this.#append(scanner.text());
      if (this.isDone) return;
    }
  }

  /** The batches completed since the last call. */
  drain(bytesRead: number): RowBatch[] {
    if (this.isDone) this.#endBatch();
    return this.#batches.splice(0).map((batch) => ({ ...batch, bytesRead }));
  }

  #open(scanner: XmlScanner): void {
    const { name } = scanner;
    if (name === TABLE) this.#isInTable = this.#tablesSeen++ === this.#tableIndex;
    if (!this.#isInTable) return;
    if (ASIDE.has(name)) this.#asideDepth++;
    if (this.#asideDepth > 0) return;
    if (name === ROW) {
      this.#row = [];
      this.#column = 0;
      this.#rowRepeats = repeats(scanner, ROWS_REPEATED);
    } else if (name === CELL || name === COVERED_CELL) this.#openCell(scanner);
    else if (this.#isInCell) this.#openText(scanner);
  }

  #openCell(scanner: XmlScanner): void {
    this.#isInCell = true;
    this.#cellRepeats = repeats(scanner, COLUMNS_REPEATED);
    this.#isFormula = scanner.attribute(FORMULA);
    const type = scanner.attributeText(VALUE_TYPE);
    this.#isText = type === "string" || type === null;
    this.#value = this.#isText ? null : typedValue(type, scanner);
    // what the cell holds, where it differs from the paragraphs that show it
    this.#given = type === "string" ? scanner.attributeText(STRING_VALUE) : null;
    this.#text = null;
  }

  #openText(scanner: XmlScanner): void {
    if (scanner.name === PARAGRAPH) {
      this.#isInParagraph = true;
      this.#text = this.#text === null ? "" : `${this.#text}\n`;
    } else if (scanner.name === BLANKS) {
      const count = Number(scanner.attributeText(COUNT) ?? "1");
      this.#append(" ".repeat(Math.min(Math.max(1, count || 1), 1000)));
    } else if (scanner.name === TAB) this.#append("\t");
    else if (scanner.name === LINE_BREAK) this.#append("\n");
  }

  #append(text: string): void {
    this.#text = (this.#text ?? "") + text;
  }

  #close(name: number): void {
    if (!this.#isInTable) return;
    if (ASIDE.has(name)) {
      this.#asideDepth--;
      return;
    }
    if (this.#asideDepth > 0) return;
    if (name === PARAGRAPH) this.#isInParagraph = false;
    else if (name === CELL || name === COVERED_CELL) this.#closeCell();
    else if (name === ROW) this.#closeRow();
    else if (name === TABLE) this.isDone = true;
  }

  #closeCell(): void {
    this.#isInCell = false;
    this.#isInParagraph = false;
    const value = this.#isText ? this.#textCell() : this.#value;
    const end = this.#column + this.#cellRepeats;
    if (value !== null) {
      if (end > MAX_SHEET_COLUMNS) throw this.#limit("column");
      this.#count(end - this.#row.length);
      while (this.#row.length < this.#column) this.#row.push(null);
      while (this.#row.length < end) this.#row.push(value);
    }
    this.#column = end;
  }

  #textCell(): Cell {
    const raw = this.#given ?? this.#text;
    if (raw === null) return null;
    const text = checkedCellText(raw, this.#rowNumber + 1);
    return this.#isFormula && ERROR_TEXT.test(text) ? { error: text } : text;
  }

  #closeRow(): void {
    const next = this.#rowNumber + this.#rowRepeats;
    if (this.#row.length === 0) {
      this.#endBatch();
    } else {
      if (next > MAX_SHEET_ROWS) throw this.#limit("row number");
      this.#count((this.#rowRepeats - 1) * this.#row.length);
      for (let row = this.#rowNumber; row < next; row++) {
        if (this.#rows.length >= BATCH_ROWS) this.#endBatch();
        if (this.#rows.length === 0) this.#firstRow = row;
        this.#rows.push(this.#row);
      }
    }
    this.#rowNumber = next;
  }

  /** Cells that are there because others stand far away or repeat. */
  #count(cells: number): void {
    this.#filledCells += Math.max(0, cells - 1);
    if (this.#filledCells > MAX_FILLED_CELLS) throw this.#limit("gaps");
  }

  #limit(detail: string): FileError {
    return new FileError("E_LIMIT", { row: this.#rowNumber + 1, detail });
  }

  #endBatch(): void {
    if (this.#rows.length === 0) return;
    this.#batches.push({ firstRow: this.#firstRow, rows: this.#rows, bytesRead: 0 });
    this.#rows = [];
  }
}

function repeats(scanner: XmlScanner, attribute: number): number {
  const text = scanner.attributeText(attribute);
  if (text === null) return 1;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new FileError("E_XLSX_INVALID", { detail: "repetition" });
  }
  return count;
}

/** The value of a cell by its type. OpenDocument 1.3 part 3, 19.385. */
function typedValue(type: string | null, scanner: XmlScanner): Cell {
  switch (type) {
    case "float":
    case "currency":
    case "percentage": {
      const text = scanner.attributeText(VALUE) ?? "";
      const value = Number(text.trim() || "NaN");
      return Number.isFinite(value) ? value : { error: text.slice(0, 40) };
    }
    case "boolean":
      return scanner.attributeText(BOOLEAN_VALUE) === "true";
    case "date":
      return cellFromIsoText(scanner.attributeText(DATE_VALUE) ?? "");
    case "time":
      return elapsed(scanner.attributeText(TIME_VALUE) ?? "");
    default:
      throw new FileError("E_XLSX_INVALID", { detail: "cell type" });
  }
}

/** `PT12H30M15.5S` as 12:30:15.500; anything else stays text. */
function elapsed(text: string): Cell {
  const match = /^(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(text);
  if (!match) return text;
  const part = (index: number): number =>
    match[index] === undefined ? 0 : Number(match[index].replace(",", "."));
  const days = part(2) + part(3) / 24 + part(4) / 1440 + part(5) / 86_400;
  return clockText(match[1] === "-" ? -days : days, { hourDigits: 1, seconds: false });
}
