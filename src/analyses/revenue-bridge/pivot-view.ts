import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { BridgeResult, GroupName, PivotCell } from "./spec";
import type { Words } from "./view-model";

const groupText = ({ kind, text }: GroupName, { t }: Words): string => {
  if (kind === "rest") return t.pivot.rest;
  return kind === "missing" ? t.pivot.missing : text;
};

export interface PivotLine {
  readonly row: number;
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
  readonly growth: string;
  readonly contribution: string;
  readonly customers: string;
  readonly isLess: boolean;
}

const growthOf = ({ before, now }: PivotCell, { format }: Words): string =>
  before > 0 ? format.percentChange(now / before - 1) : format.dash;

export const pivotLines = ({ pivot }: BridgeResult, words: Words): readonly PivotLine[] =>
  (pivot?.rows ?? []).map(({ name, total }, row) => ({
    row,
    name: groupText(name, words),
    before: words.format.money(total.before, words.currency),
    now: words.format.money(total.now, words.currency),
    change: words.format.moneyChange(total.now - total.before, words.currency),
    growth: growthOf(total, words),
    contribution: words.format.points(total.contribution),
    customers: words.format.count(total.customers),
    isLess: total.now < total.before,
  }));

export interface ChangeCell {
  readonly column: string;
  readonly row: string;
  /** −1..1: how much of the largest change, with its sign */
  readonly weight: number;
  readonly text: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface ChangeView {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly ChangeCell[];
  readonly columnName: (key: string) => string;
  readonly rowName: (key: string) => string;
}

/** Changes of sales by two columns; null with one. */
export function changeView({ pivot }: BridgeResult, words: Words): ChangeView | null {
  if (pivot?.columnsBy === null || pivot === null) return null;
  const { t, format, currency, columnName } = words;
  const names = pivot.columns.map((name) => groupText(name, words));
  const most = Math.max(
    ...pivot.rows.flatMap(({ cells }) => cells.map(({ before, now }) => Math.abs(now - before))),
    0,
  );
  const cellsOf = (cells: readonly PivotCell[], row: number, rowName: string) =>
    cells.flatMap((cell, column): ChangeCell[] => {
      if (cell.customers === 0) return [];
      const change = cell.now - cell.before;
      return [
        {
          column: String(column),
          row: String(row),
          weight: most > 0 ? change / most : 0,
          text: (change > 0 ? "+" : "") + format.short(change),
          title: `${rowName} · ${names[column] ?? ""}`,
          rows: [
            { label: t.pivot.change, value: format.moneyChange(change, currency) },
            { label: t.pivot.growth, value: growthOf(cell, words) },
            { label: t.pivot.contribution, value: format.points(cell.contribution) },
            { label: t.pivot.before, value: format.money(cell.before, currency) },
            { label: t.pivot.now, value: format.money(cell.now, currency) },
            { label: t.pivot.customers, value: format.count(cell.customers) },
          ],
          cell: `bridge-cell:${row}:${column}`,
        },
      ];
    });
  return {
    title: t.pivot.titleTwo({
      rows: columnName(pivot.rowsBy),
      columns: columnName(pivot.columnsBy),
    }),
    columns: names.map((_, k) => String(k)),
    rows: pivot.rows.map((_, k) => String(k)),
    cells: pivot.rows.flatMap(({ name, cells }, row) =>
      cellsOf(cells, row, groupText(name, words)),
    ),
    columnName: (key) => names[Number(key)] ?? "",
    rowName: (key) => {
      const name = pivot.rows[Number(key)]?.name;
      return name === undefined ? "" : groupText(name, words);
    },
  };
}

/** The changes of all cells. */
export function changeTwin({ pivot }: BridgeResult, words: Words): TwinTable {
  const { format, currency, columnName } = words;
  const show = (value: TwinValue): string =>
    typeof value === "number" ? format.moneyExact(value, currency) : format.dash;
  if (pivot === null) return { columns: [], rows: [] };
  return {
    columns: [
      { label: columnName(pivot.rowsBy) },
      ...pivot.columns.map((name) => ({ label: groupText(name, words), numeric: true, show })),
    ],
    rows: pivot.rows.map(({ name, cells }) => [
      groupText(name, words),
      ...cells.map(({ before, now }) => now - before),
    ]),
  };
}
