import {
  CASE_FLAGS,
  CASE_MOMENTS,
  type CaseMoment,
  type Casework,
  type CaseWork,
  type OwnCase,
} from "../domain/casework";
import { ruledPriority, type CaseRules } from "../domain/case-rules";
import { identityForm } from "../domain/customer-name";
import { floatColumn } from "../kernel/table/builder";
import {
  columnOf,
  textAt,
  type DictionaryColumn,
  type FloatColumn,
  type Table,
} from "../kernel/table/column";
import { linksOver, textsOver } from "../kernel/table/overlay";

/** Columns by which a case is known again. */
export const CASE_IDENTITY = ["complaintId", "openedAt", "complaintKind", "text"] as const;

/**
 * What names each complaint in the user's own work, whatever row it has after the next import: its number, else its moment, kind
 * and text, and which of those that are alike. O(rows).
 */
export function caseKeys(table: Table): readonly string[] {
  const ids = columnOf(table, "complaintId", "dictionary");
  const opened = columnOf(table, "openedAt", "float64");
  const kinds = columnOf(table, "complaintKind", "dictionary");
  const texts = columnOf(table, "text", "dictionary");
  const seen = new Map<string, number>();
  return Array.from({ length: table.rowCount }, (_, row) => {
    const id = ids === undefined ? null : textAt(ids, row);
    const form = id === null ? null : identityForm(id);
    const key =
      form === null
        ? `row ${JSON.stringify([
            opened === undefined || Number.isNaN(opened.values[row]!) ? null : opened.values[row]!,
            kinds === undefined ? null : textAt(kinds, row),
            texts === undefined ? null : textAt(texts, row),
          ])}`
        : `id ${form}`;
    const before = seen.get(key);
    const count = before === undefined ? 1 : before + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${count}`;
  });
}

/** The user's own work laid over the complaints of the data. */
export interface CaseBook {
  /** rows of the data; those taken here follow */
  readonly stored: number;
  readonly rowCount: number;
  /** by row */
  readonly keys: readonly string[];
  readonly workAt: ReadonlyMap<number, CaseWork>;
  /** complaints taken here that the data do not have under the same number by now */
  readonly own: readonly OwnCase[];
  /** steps that get the moments of the user's own work */
  readonly measured: ReadonlySet<CaseMoment>;
  readonly hasStatus: boolean;
}

/**
 * @param table  CASE_IDENTITY, CASE_MOMENTS and `status`, as far as the data have them
 *
 * A step that the data date nowhere gets no moments from the work either, unless there are no data: with one case dated, all
 * others would look as if they had waited ever since.
 */
export function caseBook(table: Table, { done, taken }: Casework): CaseBook {
  const keys = [...caseKeys(table)];
  const known = new Set(keys);
  const own = [...taken.values()].filter(({ complaintId }) => !known.has(keyOfOwn(complaintId)));
  keys.push(...own.map(({ complaintId }) => keyOfOwn(complaintId)));
  const workAt = new Map<number, CaseWork>();
  keys.forEach((key, row) => {
    const work = done.get(key);
    if (work !== undefined) workAt.set(row, work);
  });
  const isDated = (id: CaseMoment): boolean =>
    columnOf(table, id, "float64")?.values.some((moment) => !Number.isNaN(moment)) === true;
  return {
    stored: table.rowCount,
    rowCount: keys.length,
    keys,
    workAt,
    own,
    measured: new Set(CASE_MOMENTS.filter((id) => table.rowCount === 0 || isDated(id))),
    hasStatus: columnOf(table, "status", "dictionary") !== undefined,
  };
}

export const keyOfOwn = (complaintId: string): string => `id ${identityForm(complaintId)}`;

/** What a status says of a case that was solved or closed here: a word that `isClosedStatus` knows. */
const CLOSED = "closed";

/** Text that the work, or the complaint taken here, gives a column at a row; null: none. */
function textFor(id: string, book: CaseBook, row: number): string | null {
  const work: Readonly<Record<string, unknown>> | undefined = book.workAt.get(row);
  if (id === "status") {
    const isDone = work?.["resolvedAt"] !== undefined || work?.["closedAt"] !== undefined;
    return book.hasStatus && isDone ? CLOSED : null;
  }
  const given = work?.[id];
  if (typeof given === "string") return given;
  const own: Readonly<Record<string, unknown>> | undefined = book.own[row - book.stored];
  const taken = own?.[id];
  return typeof taken === "string" ? taken : null;
}

/** Number that the work, or the complaint taken here, gives a column at a row; null: none. */
function numberFor(id: string, book: CaseBook, row: number): number | null {
  const work: Readonly<Record<string, unknown>> | undefined = book.workAt.get(row);
  const isMoment = CASE_MOMENTS.some((moment) => moment === id);
  if (isMoment && !book.measured.has(id as CaseMoment)) return null;
  const given = work?.[id];
  if (typeof given === "number") return given;
  if (typeof given === "boolean") return given ? 1 : 0;
  const own: Readonly<Record<string, unknown>> | undefined = book.own[row - book.stored];
  const taken = own?.[id];
  return typeof taken === "number" ? taken : null;
}

/** A column of texts with the user's own over it. O(rows). */
export function workedTexts(
  id: string,
  column: DictionaryColumn | undefined,
  book: CaseBook,
): DictionaryColumn {
  return textsOver(
    column,
    book.rowCount,
    touchedRows(book).flatMap((row) => {
      const text = textFor(id, book, row);
      return text === null ? [] : [[row, text] as const];
    }),
  );
}

/**
 * The column `priority` with what the rules give over it; what somebody wrote down here of one case goes before the rules. O(rows).
 *
 * @param column      of the data; undefined: they have none
 * @param properties  the columns `complaintKind` and `severity` with the user's own work over them
 */
export function ruledPriorities(
  column: DictionaryColumn | undefined,
  book: CaseBook,
  {
    kinds,
    severities,
    rules,
  }: {
    readonly kinds: DictionaryColumn;
    readonly severities: DictionaryColumn;
    readonly rules: CaseRules;
  },
): DictionaryColumn {
  const ruled: (readonly [row: number, text: string])[] = [];
  for (let row = 0; row < book.rowCount; row++) {
    const own = textFor("priority", book, row);
    const text = own ?? ruledPriority(rules, textAt(kinds, row), textAt(severities, row));
    if (text !== null) ruled.push([row, text]);
  }
  return textsOver(column, book.rowCount, ruled);
}

/** A column of numbers, moments or flags with the user's own over it. O(rows). */
export function workedNumbers(
  id: string,
  column: FloatColumn | undefined,
  book: CaseBook,
): FloatColumn {
  const values = new Float64Array(book.rowCount).fill(NaN);
  if (column !== undefined) values.set(column.values);
  for (const row of touchedRows(book)) {
    const given = numberFor(id, book, row);
    if (given !== null) values[row] = given;
  }
  return floatColumn(values);
}

/** The column `customer` with the customers of the complaints taken here. @param rowOf −1 for a customer that is not there */
export function workedLinks(
  links: DictionaryColumn | undefined,
  book: CaseBook,
  { keys, rowOf }: { readonly keys: readonly string[]; readonly rowOf: (own: OwnCase) => number },
): DictionaryColumn {
  const given = book.own.map((own, k) => [book.stored + k, rowOf(own)] as const);
  return linksOver(links, { rowCount: book.rowCount, keys }, given);
}

function touchedRows(book: CaseBook): readonly number[] {
  const rows = new Set(book.workAt.keys());
  for (let row = book.stored; row < book.rowCount; row++) rows.add(row);
  return [...rows];
}

/** Columns that the user's own work may fill, by what they hold. */
export const WORKED_NUMBERS: readonly string[] = [
  ...CASE_MOMENTS,
  ...CASE_FLAGS,
  "compensation",
  "openedAt",
  "lossAmount",
];
export const WORKED_TEXTS: readonly string[] = [
  "complaintId",
  "complaintKind",
  "text",
  "severity",
  "priority",
  "owner",
  "channel",
  "productName",
  "batch",
  "orderId",
  "cause",
  "resolution",
  "status",
];
