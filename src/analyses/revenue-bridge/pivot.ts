import { MISSING_CODE } from "../../kernel/table/column";
import { saleSlots } from "../../measures/filter";
import { itemsOfColumn, orderItems, type OrderItems } from "../../measures/order-items";
import type { Input, Progress } from "../define";
import type { PeriodFacts, Source } from "./facts";
import type { BridgeParams, GroupName, Pivot, PivotCell } from "./spec";

const MOST_ROWS = 12;
const MOST_COLUMNS = 6;

interface Dimension {
  readonly id: string;
  readonly items: OrderItems;
}

/** The columns asked for; without one the first known of kind, channel and region, and no second. */
function dimensionsOf(
  input: Input,
  params: BridgeParams,
): readonly [Dimension, Dimension | null] | null {
  const named = (id: string): Dimension | null => {
    const items = id === "" ? null : itemsOfColumn(input.orders, id);
    return items === null ? null : { id, items };
  };
  const kinds = orderItems(input, "kind");
  const byKind = kinds === null ? null : { id: "productKind", items: kinds };
  const rows = named(params.rows) ?? byKind ?? named("channel") ?? named("region");
  if (rows === null) return null;
  const columns = named(params.columns);
  return [rows, columns?.id === rows.id ? null : columns];
}

/** Which group each code falls into; the last two are what the column does not say, and the rest. */
interface Groups {
  readonly names: readonly GroupName[];
  readonly of: Uint8Array;
  readonly missing: number;
}

/** One group for everything, where there is no second column. */
const NO_GROUPS: Groups = { names: [], of: new Uint8Array(0), missing: 0 };

interface Span {
  readonly before: PeriodFacts;
  readonly now: PeriodFacts;
}

const LINES_A_SLICE = 1 << 18;

/** The sale lines of the two periods, customer by customer. */
interface SpanLines {
  readonly count: number;
  readonly rows: Uint32Array;
  readonly customers: Uint32Array;
  readonly amounts: Float64Array;
  /** 0 before, 1 now */
  readonly isNow: Uint8Array;
}

function* linesOf(
  { book, orderRows }: Source,
  { before, now }: Span,
): Generator<Progress, SpanLines, void> {
  const { words } = saleSlots(book, orderRows);
  const { offsets, days, lineCount, customerCount } = book;
  const rows = new Uint32Array(lineCount);
  const customers = new Uint32Array(lineCount);
  const amounts = new Float64Array(lineCount);
  const isNow = new Uint8Array(lineCount);
  let count = 0;
  let pauseAt = LINES_A_SLICE;
  for (let customer = 0; customer < customerCount; customer++) {
    const end = offsets[customer + 1]!;
    if (end > pauseAt) {
      pauseAt = end + LINES_A_SLICE;
      yield { done: 0.55 };
    }
    for (let slot = offsets[customer]!; slot < end; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = days[slot]!;
      if (day < before.period.fromDay || day > now.period.toDay) continue;
      const isLater = day >= now.period.fromDay;
      if (!isLater && day > before.period.toDay) continue;
      rows[count] = book.rows[slot]!;
      customers[count] = customer;
      amounts[count] = book.amounts[slot]!;
      isNow[count++] = isLater ? 1 : 0;
    }
  }
  return { count, rows, customers, amounts, isNow };
}

function groupsOf(lines: SpanLines, { items }: Dimension, most: number): Groups {
  const { codes, names } = items;
  const sums = new Float64Array(names.length);
  let missing = 0;
  for (let k = 0; k < lines.count; k++) {
    const code = codes[lines.rows[k]!]!;
    if (code === MISSING_CODE) missing++;
    else sums[code]! += Math.abs(lines.amounts[k]!);
  }
  const used = Array.from(sums.keys()).filter((code) => sums[code]! > 0);
  used.sort((a, b) => sums[b]! - sums[a]! || (names[a]! < names[b]! ? -1 : 1));
  // One that is left over is shown by its name, not as the rest.
  const shown = used.length <= most + 1 ? used : used.slice(0, most);
  const groups: GroupName[] = shown.map((code) => ({ kind: "text", text: names[code]! }));
  const rest = groups.length;
  if (used.length > shown.length) groups.push({ kind: "rest", text: "" });
  const unknown = groups.length;
  if (missing > 0) groups.push({ kind: "missing", text: "" });
  const of = new Uint8Array(names.length).fill(rest);
  shown.forEach((code, place) => (of[code] = place));
  return { names: groups, of, missing: unknown };
}

const placeIn = ({ of, missing }: Groups, code: number): number =>
  code === MISSING_CODE ? missing : of[code]!;

/** Sales by one or two columns, and the customers behind each cell. */
export interface PivotFacts {
  readonly pivot: Pivot;
  /** ascending customers with a line in it; column null = the whole row; null for a cell that does not exist */
  readonly members: (row: number, column: number | null) => Uint32Array | null;
}

/** Sums and distinct customers of some cells. */
interface Cells {
  readonly before: Float64Array;
  readonly now: Float64Array;
  readonly customers: Uint32Array;
}

/** Which cell each line falls into. */
function cellsOf(lines: SpanLines, cellOf: Uint16Array, length: number): Cells {
  const cells = {
    before: new Float64Array(length),
    now: new Float64Array(length),
    customers: new Uint32Array(length),
  };
  const last = new Int32Array(length).fill(-1);
  for (let k = 0; k < lines.count; k++) {
    const cell = cellOf[k]!;
    if (lines.isNow[k] === 1) cells.now[cell]! += lines.amounts[k]!;
    else cells.before[cell]! += lines.amounts[k]!;
    if (last[cell] === lines.customers[k]) continue;
    last[cell] = lines.customers[k]!;
    cells.customers[cell]!++;
  }
  return cells;
}

function cellAt({ before, now, customers }: Cells, cell: number, all: number): PivotCell {
  const [was, is] = [before[cell]!, now[cell]!];
  const contribution = all > 0 ? (is - was) / all : 0;
  return { before: was, now: is, contribution, customers: customers[cell]! };
}

function placesOf(lines: SpanLines, groups: Groups, { codes }: OrderItems): Uint16Array {
  const places = new Uint16Array(lines.count);
  for (let k = 0; k < places.length; k++) places[k] = placeIn(groups, codes[lines.rows[k]!]!);
  return places;
}

/** Sales of both periods by the columns asked for; null where no column tells anything apart. O(lines) */
export function* pivotFacts(
  source: Source & { readonly tables: Input },
  span: Span,
  params: BridgeParams,
  salesBefore: number,
): Generator<Progress, PivotFacts | null, void> {
  const dimensions = dimensionsOf(source.tables, params);
  if (dimensions === null) return null;
  const [rowsBy, columnsBy] = dimensions;
  const lines = yield* linesOf(source, span);
  yield { done: 0.58 };
  const rows = groupsOf(lines, rowsBy, MOST_ROWS);
  const rowOf = placesOf(lines, rows, rowsBy.items);
  yield { done: 0.6 };
  const columns = columnsBy === null ? NO_GROUPS : groupsOf(lines, columnsBy, MOST_COLUMNS);
  const width = columns.names.length;
  const cellOf = columnsBy === null ? rowOf : placesOf(lines, columns, columnsBy.items);
  yield { done: 0.62 };
  const totals = cellsOf(lines, rowOf, rows.names.length);
  yield { done: 0.65 };
  if (columnsBy !== null) for (let k = 0; k < cellOf.length; k++) cellOf[k]! += rowOf[k]! * width;
  const cells = cellsOf(
    lines,
    cellOf,
    columnsBy === null ? rows.names.length : rows.names.length * width,
  );
  return {
    pivot: {
      rowsBy: rowsBy.id,
      columnsBy: columnsBy?.id ?? null,
      columns: columns.names,
      rows: rows.names.map((name, place) => ({
        name,
        total: cellAt(totals, place, salesBefore),
        cells: columns.names.map((_, k) => cellAt(cells, place * width + k, salesBefore)),
      })),
    },
    members: (row, column) => {
      if (row >= rows.names.length || (column !== null && column >= width)) return null;
      const [places, wanted] = column === null ? [rowOf, row] : [cellOf, row * width + column];
      const found: number[] = [];
      for (let k = 0; k < lines.count; k++) {
        const customer = lines.customers[k]!;
        if (places[k] === wanted && found.at(-1) !== customer) found.push(customer);
      }
      return Uint32Array.from(found);
    },
  };
}
