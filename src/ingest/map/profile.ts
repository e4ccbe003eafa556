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
  const sights = sightsOf(rows, index);
  const filled = countOf(sights);
  const raws = sights.map(({ raw }) => raw);
  const distinct = new Set(raws);
  const share = (is: (sight: Sight) => boolean): number =>
    filled === 0 ? 0 : countOf(sights.filter(is)) / filled;
  const order = dateOrderOf(raws);
  const mark = decimalMarkOf(sights, fallbackMark);
  const dates = sights.filter(({ cell }) => isDateCell(cell, order.order));
  const plainDates = dates.filter(({ cell }) => !isDigitsOnly(cell));
  return {
    filled,
    blankShare: rows.length === 0 ? 0 : 1 - filled / rows.length,
    distinct: distinct.size,
    samples: [...distinct].slice(0, SAMPLES),
    numberShare: share(({ cell }) => isNumberCell(cell, mark.mark)),
    dateShare: filled === 0 ? 0 : countOf(dates) / filled,
    plainDateShare: filled === 0 ? 0 : countOf(plainDates) / filled,
    percentShare: share(({ raw }) => /[%％]\s*$/.test(raw)),
    flagShare: share(({ cell }) => !Number.isNaN(flagOfCell(cell))),
    codeShare: share(({ raw }) => isCode(raw)),
    losesDigits: raws.some((raw) => numberProblem(raw) === "precision" || /^0\d/.test(raw.trim())),
    pointZero: raws.length > 0 && raws.every((raw) => isPointZero(raw.trim())),
    dateOrder: order.order,
    dateOrderAmbiguous: order.isAmbiguous,
    decimalMark: mark.mark,
    decimalMarkAmbiguous: mark.isAmbiguous,
    currency: currencyOfCells(sights),
  };
}

/** A cell that holds something, and how many of the sampled cells are the same. */
interface Sight {
  readonly cell: Cell;
  readonly raw: string;
  count: number;
}

/** The different cells of a column in order of appearance: each is looked at once, however often it stands there. */
function sightsOf(rows: readonly Row[], index: number): readonly Sight[] {
  const sights = new Map<Cell, Sight>();
  const blank = new Set<Cell>();
  for (const row of rows) {
    const cell = row[index];
    if (cell === undefined || blank.has(cell)) continue;
    const known = sights.get(cell);
    if (known !== undefined) known.count++;
    else if (isBlankCell(cell) || textOfCell(cell) === null) blank.add(cell);
    else sights.set(cell, { cell, raw: rawText(cell), count: 1 });
  }
  return [...sights.values()];
}

function countOf(sights: readonly Sight[]): number {
  return sights.reduce((sum, { count }) => sum + count, 0);
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
  sights: readonly Sight[],
  fallback: DecimalMark,
): { mark: DecimalMark; isAmbiguous: boolean } {
  let comma = 0;
  let point = 0;
  let open = 0;
  for (const { raw, count } of sights) {
    const text = raw.normalize("NFKC").replace(/[^\d.,]/g, "");
    if (/,\d{3}\.\d|^\d*\.(?:\d{1,2}|\d{4,})$|,\d{3},/.test(text)) point += count;
    else if (/\.\d{3},\d|^\d*,(?:\d{1,2}|\d{4,})$|\.\d{3}\./.test(text)) comma += count;
    else if (/^\d{1,3}[.,]\d{3}$/.test(text)) open += count;
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

function currencyOfCells(sights: readonly Sight[]): string | null {
  const named = sights.flatMap(({ raw, count }) => {
    const code = currencyIn(raw);
    return code === null ? [] : [{ code, count }];
  });
  const [first] = named;
  const cells = named.reduce((sum, { count }) => sum + count, 0);
  if (first === undefined || cells < countOf(sights) / 2) return null;
  return named.every(({ code }) => code === first.code) ? first.code : null;
}
