import type { Cell, Row } from "../parse/row-source";
import { isCellError, isCivilMoment } from "../parse/row-source";
import type { DateOrder, DecimalMark } from "../plan";
import { isBlankCell, numberOfCell, rawText, textOfCell } from "../validate/cell";
import { flagOfCell } from "../validate/flag";
import { readDate, OUT_OF_RANGE } from "../validate/date";
import { isMissingWord, numberProblem } from "../validate/number";
import { isPointZero } from "../validate/text";

/** What the sampled cells of one column look like. Shares are of the cells that hold something. */
export interface ColumnProfile {
  readonly filled: number;
  readonly blankShare: number;
  readonly distinct: number;
  /** Up to five distinct raw cells. */
  readonly samples: readonly string[];
  readonly numberShare: number;
  readonly dateShare: number;
  /** Share of cells that are dates by more than their digits: separators, words, or a workbook's own date. */
  readonly plainDateShare: number;
  readonly percentShare: number;
  /** Share of cells that say yes or no. */
  readonly flagShare: number;
  readonly codeShare: number;
  readonly losesDigits: boolean;
  readonly pointZero: boolean;
  readonly dateOrder: DateOrder;
  readonly dateOrderAmbiguous: boolean;
  readonly decimalMark: DecimalMark;
  readonly decimalMarkAmbiguous: boolean;
  /** ISO 4217 code that the cells name, else null. */
  readonly currency: string | null;
}

const SAMPLES = 5;

/** @param fallbackMark the decimal mark that the rest of the file speaks for; decides only where the cells do not */
export function profileColumn(
  rows: readonly Row[],
  index: number,
  fallbackMark: DecimalMark,
): ColumnProfile {
  const cells = rows.map((row) => row[index]);
  const filled = cells.filter((cell) => !isBlankCell(cell) && textOfCell(cell) !== null);
  const raws = filled.map((cell) => rawText(cell));
  const distinct = new Set(raws);
  const share = (count: number): number => (filled.length === 0 ? 0 : count / filled.length);
  const order = dateOrderOf(raws);
  const mark = decimalMarkOf(raws, fallbackMark);
  const isDate = (cell: Cell | undefined): boolean => isDateCell(cell, order.order);
  return {
    filled: filled.length,
    blankShare: rows.length === 0 ? 0 : 1 - filled.length / rows.length,
    distinct: distinct.size,
    samples: [...distinct].slice(0, SAMPLES),
    numberShare: share(filled.filter((cell) => isNumberCell(cell, mark.mark)).length),
    dateShare: share(filled.filter(isDate).length),
    plainDateShare: share(filled.filter((cell) => isDate(cell) && !isDigitsOnly(cell)).length),
    percentShare: share(raws.filter((raw) => /[%％]\s*$/.test(raw)).length),
    flagShare: share(filled.filter((cell) => !Number.isNaN(flagOfCell(cell))).length),
    codeShare: share(raws.filter(isCode).length),
    losesDigits: raws.some((raw) => numberProblem(raw) === "precision" || /^0\d/.test(raw.trim())),
    pointZero: raws.length > 0 && raws.every((raw) => isPointZero(raw.trim())),
    dateOrder: order.order,
    dateOrderAmbiguous: order.isAmbiguous,
    decimalMark: mark.mark,
    decimalMarkAmbiguous: mark.isAmbiguous,
    currency: currencyOfCells(raws),
  };
}

function isNumberCell(cell: Cell | undefined, mark: DecimalMark): boolean {
  return (
    !Number.isNaN(numberOfCell(cell, mark)) || (typeof cell === "string" && isMissingWord(cell))
  );
}

function isDateCell(cell: Cell | undefined, order: DateOrder): boolean {
  if (cell === undefined || cell === null || typeof cell === "boolean") return false;
  if (typeof cell === "object") return isCivilMoment(cell) && !isCellError(cell);
  return readDate(String(cell), order) > OUT_OF_RANGE;
}

/** 20240105 and 45296 may be dates or numbers; the header has to say. */
function isDigitsOnly(cell: Cell | undefined): boolean {
  return (
    typeof cell === "number" ||
    (typeof cell === "string" && /^\s*[\d.]+\s*$/.test(cell) && !/\..*\./.test(cell))
  );
}

/** Text of letters and digits without blanks, with a digit: what ids look like. */
function isCode(raw: string): boolean {
  return /^[\w.:/#-]{1,40}$/.test(raw.trim()) && /\d/.test(raw);
}

const SHORT_DATE = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;

/** Numbers above twelve tell days from months. */
function dateOrderOf(raws: readonly string[]): { order: DateOrder; isAmbiguous: boolean } {
  const matches = raws
    .map((raw) => SHORT_DATE.exec(raw.normalize("NFKC")))
    .filter((match) => match !== null);
  if (matches.length === 0) return { order: "ymd", isAmbiguous: false };
  const fits = (day: number, month: number, year: number): boolean =>
    matches.every((match) => {
      const part = (at: number): number => Number(match[at]);
      if (year === 1 && match[3]!.length === 4) return false;
      return part(day) >= 1 && part(day) <= 31 && part(month) >= 1 && part(month) <= 12;
    });
  const possible: DateOrder[] = [];
  if (fits(2, 1, 3)) possible.push("mdy");
  if (fits(1, 2, 3)) possible.push("dmy");
  if (fits(3, 2, 1)) possible.push("ymd");
  const isDotted = matches.every((match) => match[0].includes("."));
  const preferred = isDotted && possible.includes("dmy") ? "dmy" : possible[0];
  return { order: preferred === undefined ? "mdy" : preferred, isAmbiguous: possible.length > 1 };
}

/** Cells such as 1.234,56 and 12,5 speak for the comma; 1,234.56 and 12.5 for the point; 1.234 for neither. */
function decimalMarkOf(
  raws: readonly string[],
  fallback: DecimalMark,
): { mark: DecimalMark; isAmbiguous: boolean } {
  let comma = 0;
  let point = 0;
  let open = 0;
  for (const raw of raws) {
    const text = raw.normalize("NFKC").replace(/[^\d.,]/g, "");
    if (/,\d{3}\.\d|^\d*\.(?:\d{1,2}|\d{4,})$|,\d{3},/.test(text)) point++;
    else if (/\.\d{3},\d|^\d*,(?:\d{1,2}|\d{4,})$|\.\d{3}\./.test(text)) comma++;
    else if (/^\d{1,3}[.,]\d{3}$/.test(text)) open++;
  }
  if (comma === 0 && point === 0)
    return { mark: fallback, isAmbiguous: open > 0 && fallback === "," };
  return { mark: comma > point ? "," : ".", isAmbiguous: comma > 0 && point > 0 };
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/NT\$|TWD|新台[币幣]|新臺幣/i, "TWD"],
  [/HK\$|HKD|港[币幣元]/i, "HKD"],
  [/US\$|USD|美[元金]|\$/i, "USD"],
  [/€|EUR|欧元|歐元/i, "EUR"],
  [/£|GBP|英[镑鎊]/i, "GBP"],
  [/JPY|日[元圆圓]/i, "JPY"],
  [/RMB|CNY|人民[币幣]|[¥￥元]/i, "CNY"],
];

/** The currency that a text names by code, sign or word, else null. A bare ¥ or 元 is taken for the yuan. */
export function currencyIn(text: string): string | null {
  const found = CURRENCIES.find(([pattern]) => pattern.test(text));
  return found ? found[1] : null;
}

function currencyOfCells(raws: readonly string[]): string | null {
  const named = raws.map(currencyIn).filter((code) => code !== null);
  const first = named[0];
  if (first === undefined || named.length < raws.length / 2) return null;
  return named.every((code) => code === first) ? first : null;
}
