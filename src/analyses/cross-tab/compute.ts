import { readNumberList } from "../../domain/number-list";
import { independence } from "../../kernel/stats/independence";
import { ascendingOrder } from "../../kernel/stats/rank";
import type { Ambient, Answer, Input, Progress } from "../define";
import { attributesOf } from "./attributes";
import { cellOf, tally, wholeOf, type Tally, type Whole } from "./cells";
import { groupBy, type GroupOptions, type Grouping } from "./groups";
import { populationSteps, type Population } from "./population";
import { isNames, screened, testOf, type Subject } from "./screen";
import type { CrossCell, CrossParams, CrossResult, CrossTest, Place, ScreenLine } from "./spec";
import { countsBy, levelTest, shareTest } from "./tests-of";

const MOST_ROWS = 12;
const MOST_COLUMNS = 7;

/**
 * Customers by one or two of their attributes, against an outcome: who differs from whom, beyond chance?
 *
 * @param input   `orders`, `customers` with the attributes that the parameters name
 * @param params  outcome, window, attributes, rows, columns, bins, cuts, againDays: see README
 * @returns the result, or the refusal `no-customers`, `no-profit` or `nobody-before`. Members: "all", "cross:<row>",
 *   "cross:<row>:<column>", "cross-column:<column>"
 *
 * O(lines + customers × attributes).
 */
export default function* crossTab(
  input: Input,
  params: CrossParams,
  ambient: Ambient,
): Generator<Progress, Answer<CrossResult>, void> {
  const population = yield* populationSteps(input, params, ambient);
  yield { done: 0.3 };
  if (params.outcome === "profit" && !population.hasProfit) return refused("no-profit");
  if (population.rows.length === 0) {
    return refused(params.outcome === "retention" ? "nobody-before" : "no-customers");
  }
  const order = ascendingOrder(population.values);
  yield { done: 0.4 };
  const attributes = attributesOf(ambient.columnsOf("customers"));
  const grouped = (id: string, options: GroupOptions): Grouping | null => {
    const column = input.customers.columns.get(id);
    const stored = attributes.find((attribute) => attribute.id === id);
    if (column === undefined || stored === undefined) return null;
    return groupBy(column, population.rows, stored.fieldKind === "flag", options);
  };
  const plain = { cuts: [], bins: params.bins };
  const columns = grouped(params.columns, { ...plain, most: MOST_COLUMNS });
  const subject: Subject = { outcome: params.outcome, values: population.values, order, columns };
  const lines: Omit<ScreenLine, "qValue">[] = [];
  // Who has been here longer has bought more: a day is not proposed, it can be chosen.
  const proposed = attributes.filter(({ fieldKind }) => fieldKind !== "date");
  for (const [place, { id }] of proposed.entries()) {
    const rows = id === params.columns ? null : grouped(id, { ...plain, most: MOST_ROWS });
    if (rows === null || rows.known < 2 || isNames(rows)) continue;
    lines.push({ column: id, groups: rows.known, test: testOf(rows, subject) });
    yield { done: 0.4 + (0.5 * place) / proposed.length };
  }
  const screen = screened(lines);
  const { numbers: cuts } = readNumberList(params.cuts);
  const options = { bins: params.bins, cuts, most: MOST_ROWS };
  const chosen = grouped(params.rows, options);
  const rowsBy = chosen === null ? (screen[0]?.column ?? null) : params.rows;
  const rows = chosen ?? (rowsBy === null ? null : grouped(rowsBy, options));
  yield { done: 0.95 };
  const sight: Sight = {
    population,
    params,
    subject,
    screen,
    rows,
    rowsBy: rows === null ? null : rowsBy,
    isAutomatic: chosen === null,
    isRowsNumeric: rowsBy !== null && isBanded(input, rowsBy, attributes),
  };
  const table = tableOf(sight);
  yield { done: 0.98 };
  return { result: describe(sight, table), members: (cell) => membersOf(sight, cell) };
}

function refused(code: string): Answer<CrossResult> {
  return { result: { kind: "insufficient", code, need: 1, have: 0 }, members: () => null };
}

function isBanded(input: Input, id: string, attributes: ReturnType<typeof attributesOf>): boolean {
  const kind = attributes.find((attribute) => attribute.id === id)?.fieldKind;
  return input.customers.columns.get(id)?.kind === "float64" && kind !== "flag";
}

interface Sight {
  readonly population: Population;
  readonly params: CrossParams;
  readonly subject: Subject;
  readonly screen: readonly ScreenLine[];
  readonly rows: Grouping | null;
  readonly rowsBy: string | null;
  readonly isAutomatic: boolean;
  readonly isRowsNumeric: boolean;
}

const NO_GROUPS: Grouping = { names: [], codes: new Int32Array(), known: 0 };

function describe(sight: Sight, table: CrossTable): CrossResult {
  const { population, params, subject, screen, rowsBy, isAutomatic } = sight;
  const { columns } = subject;
  const rows = sight.rows ?? NO_GROUPS;
  const test = sight.rows === null ? null : testOfTable(rows, subject);
  const pValue = test === null ? null : test.pValue;
  const line = screen.find(({ column }) => column === rowsBy);
  const isPicked = isAutomatic && columns === null && line !== undefined && params.cuts === "";
  const body = columns === null ? table.rowTotals.map((cell) => [cell]) : table.cells;
  const small = body
    .slice(0, rows.known)
    .flatMap((cells) => cells.slice(0, columns === null ? 1 : columns.known))
    .filter(({ size }) => size === "tiny" || size === "thin");
  return {
    kind: "answered",
    headline: {
      customers: population.rows.length,
      rows: rows.names.length,
      columns: columns === null ? 0 : columns.names.length,
      smallCells: small.length,
      pValue,
      effect: test === null ? null : test.effect,
    },
    outcome: params.outcome,
    fromDay: population.fromDay,
    toDay: population.toDay,
    hasProfit: population.hasProfit,
    rowsBy,
    isAutomatic,
    isRowsNumeric: sight.isRowsNumeric,
    columnsBy: columns === null ? null : params.columns,
    rows: rows.names,
    columns: columns === null ? [] : columns.names,
    ...table,
    test,
    judged: isPicked ? line.qValue : pValue,
    most: furthest(table, rows, subject),
    screen,
    unknown: population.unknown,
  };
}

interface CrossTable {
  readonly cells: readonly (readonly CrossCell[])[];
  readonly rowTotals: readonly CrossCell[];
  readonly columnTotals: readonly CrossCell[];
  readonly all: CrossCell;
}

function tableOf(sight: Sight): CrossTable {
  const { population, params, subject } = sight;
  const rows = sight.rows ?? NO_GROUPS;
  const { values, order, columns } = subject;
  const by = (codes: Int32Array, groups: number): Tally => tally(values, order, codes, groups);
  const everybody = by(new Int32Array(population.rows.length), 1);
  const whole = wholeOf(everybody);
  const { outcome } = params;
  const line = (of: Tally, groups: number, from: Whole): CrossCell[] =>
    Array.from({ length: groups }, (_, group) => cellOf(of, group, outcome, from));
  const height = rows.names.length;
  const totals = {
    rowTotals: height === 0 ? [] : line(by(rows.codes, height), height, whole),
    all: cellOf(everybody, 0, outcome, whole),
  };
  if (columns === null) return { ...totals, cells: [], columnTotals: [] };
  const width = columns.names.length;
  const codes = height === 0 ? null : crossed(rows.codes, columns.codes, width);
  const both = codes === null ? null : by(codes, height * width);
  const residuals = independence(countsBy(rows, columns), Math.max(1, columns.known))?.residuals;
  return {
    ...totals,
    columnTotals: line(by(columns.codes, width), width, whole),
    cells: totals.rowTotals.map((total, row) =>
      Array.from({ length: width }, (_, column): CrossCell => {
        // Customers are read along the row: which part of the row stands in the column.
        const from = outcome === "customers" ? { customers: total.customers, money: 0 } : whole;
        const cell = cellOf(both!, row * width + column, outcome, from);
        const isTested = outcome === "customers" && row < rows.known && column < columns.known;
        const z = isTested ? residuals?.[row * columns.known + column] : undefined;
        return z === undefined ? cell : { ...cell, z };
      }),
    ),
  };
}

const crossed = (rows: Int32Array, columns: Int32Array, width: number): Int32Array =>
  rows.map((row, k) => row * width + columns[k]!);

/** The test of what is shown: of the rows, or of all cells when there is a second attribute. */
function testOfTable(rows: Grouping, subject: Subject): CrossTest | null {
  const { outcome, values, order, columns } = subject;
  if (columns === null) return outcome === "customers" ? null : testOf(rows, subject);
  if (outcome === "customers") return testOf(rows, subject);
  const cells = rows.known * columns.known;
  const codes = rows.codes.map((row, k) => {
    const column = columns.codes[k]!;
    return row < rows.known && column < columns.known ? row * columns.known + column : -1;
  });
  return outcome === "retention"
    ? shareTest(values, codes, cells)
    : levelTest(values, order, codes, cells);
}

/** The groups furthest apart, none of them small, none of them those without a value. */
function furthest(
  table: CrossTable,
  rows: Grouping,
  { outcome, columns }: Subject,
): CrossResult["most"] {
  const places: { readonly place: Place; readonly measure: number }[] = [];
  const isRelation = outcome === "customers" && columns !== null;
  for (let row = 0; row < rows.known; row++) {
    const cells =
      columns === null ? [table.rowTotals[row]!] : table.cells[row]!.slice(0, columns.known);
    cells.forEach((cell, column) => {
      if (cell.size !== "enough" || cell.value === null) return;
      const measure = isRelation ? Math.abs(cell.z === null ? 0 : cell.z) : cell.value;
      places.push({ place: { row, column: columns === null ? null : column }, measure });
    });
  }
  places.sort(
    (a, b) =>
      b.measure - a.measure ||
      a.place.row - b.place.row ||
      Number(a.place.column) - Number(b.place.column),
  );
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined) return null;
  const isApart = last !== undefined && last.measure < first.measure;
  return { high: first.place, low: isRelation || !isApart ? null : last.place };
}

function membersOf({ population, rows, subject }: Sight, cell: string): Uint32Array | null {
  if (cell === "all") return population.rows;
  const { columns } = subject;
  const column = /^cross-column:(\d+)$/.exec(cell);
  if (column !== null) {
    const code = Number(column[1]);
    if (columns === null || code >= columns.names.length) return null;
    return population.rows.filter((_, k) => columns.codes[k] === code);
  }
  const at = /^cross:(\d+)(?::(\d+))?$/.exec(cell);
  if (at === null || rows === null) return null;
  const row = Number(at[1]);
  if (row >= rows.names.length) return null;
  if (at[2] === undefined) return population.rows.filter((_, k) => rows.codes[k] === row);
  const code = Number(at[2]);
  if (columns === null || code >= columns.names.length) return null;
  return population.rows.filter((_, k) => rows.codes[k] === row && columns.codes[k] === code);
}
