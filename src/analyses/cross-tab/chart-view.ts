import type { CardRow } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { CrossCell, CrossResult } from "./spec";
import { cellId, isClear } from "./finding-view";
import { cardRows } from "./view-model";
import { groupName, valueText, type Words } from "./group-view";

/** One attribute: a dot with its interval for each group; money that is only added up has no interval. */
export function dotsView(result: CrossResult, words: Words): IntervalView {
  const { format, currency, t } = words;
  const isShare = result.outcome === "customers";
  const valueOf = (cell: CrossCell): number | null => (isShare ? cell.share : cell.value);
  const clear = isClear(result) !== false;
  const lines = result.rows.flatMap((name, row) => {
    const cell = result.rowTotals[row];
    const value = cell === undefined ? null : valueOf(cell);
    if (cell === undefined || value === null) return [];
    const isSmall = cell.size !== "enough" || name.kind === "missing";
    return [
      {
        name: groupName(name, words),
        value,
        low: isSmall && cell.size === "tiny" ? value : (cell.low ?? value),
        high: isSmall && cell.size === "tiny" ? value : (cell.high ?? value),
        label: isShare ? format.percent(value) : valueText(cell, result, words),
        isPale: isSmall || !clear,
        tone: "plain" as const,
        cell: cellId({ row, column: null }),
        rows: cardRows(cell, result, words),
      },
    ];
  });
  const isSum = result.outcome === "sales" || result.outcome === "profit";
  const overall = isSum || isShare ? null : result.all.value;
  const ends = [0, ...lines.flatMap(({ low, high }) => [low, high])];
  const most = Math.max(...ends);
  const isRatio = isShare || result.outcome === "retention";
  return {
    lines,
    domain: [Math.min(...ends), most > 0 ? most : 1],
    reference: overall === null ? null : { value: overall, name: t.overall },
    tick: (value) => (isRatio ? format.percent(value) : format.money(value, currency)),
  };
}

export interface HeatCell {
  readonly row: string;
  readonly column: string;
  readonly cell: string | null;
  readonly text: string;
  readonly short: string;
  /** 0..1; null = without colour: too few customers, or no difference beyond chance */
  readonly tone: number | null;
  readonly isFaint: boolean;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface HeatView {
  /** places as texts, in order; names may repeat */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowName: (place: string) => string;
  readonly columnName: (place: string) => string;
  readonly cells: readonly HeatCell[];
}

/** Names the column and the row of all together. */
const ALL = "all";

/** Two attributes: rows × columns, with all together at the end and at the bottom. */
export function heatView(result: CrossResult, words: Words): HeatView {
  const { t } = words;
  const nameAt = (names: CrossResult["rows"]) => (place: string) => {
    const name = names[Number(place)];
    return place === ALL || name === undefined ? t.all : groupName(name, words);
  };
  const rowName = nameAt(result.rows);
  const columnName = nameAt(result.columns);
  const tone = toneOf(result);
  const made = (row: string, column: string, cell: CrossCell, id: string | null): HeatCell => ({
    row,
    column,
    cell: cell.customers === 0 ? null : id,
    text: cellText(cell, result, words),
    short: shortText(cell, result, words),
    tone: row === ALL || column === ALL || isUnknown(result, row, column) ? null : tone(cell),
    isFaint: cell.size !== "enough",
    title: t.both({ row: rowName(row), column: columnName(column) }),
    rows: cardRows(cell, result, words),
  });
  const cells = result.rows.flatMap((_, row) => [
    ...(result.cells[row] ?? []).map((cell, column) =>
      made(String(row), String(column), cell, cellId({ row, column })),
    ),
    made(String(row), ALL, result.rowTotals[row] ?? result.all, `cross:${row}`),
  ]);
  const bottom = result.columnTotals.map((cell, column) =>
    made(ALL, String(column), cell, `cross-column:${column}`),
  );
  return {
    rows: [...result.rows.map((_, row) => String(row)), ALL],
    columns: [...result.columns.map((_, column) => String(column)), ALL],
    rowName,
    columnName,
    cells: [...cells, ...bottom, made(ALL, ALL, result.all, "all")],
  };
}

const isUnknown = ({ rows, columns }: CrossResult, row: string, column: string): boolean =>
  rows[Number(row)]?.kind === "missing" || columns[Number(column)]?.kind === "missing";

/** Colour by the figure itself, between the lowest and the highest of the cells that are large enough. */
function toneOf(result: CrossResult): (cell: CrossCell) => number | null {
  const figure = (cell: CrossCell): number | null =>
    result.outcome === "customers" ? cell.share : cell.value;
  const known = result.cells
    .flat()
    .filter(({ size }) => size === "enough")
    .flatMap((cell) => figure(cell) ?? []);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (isClear(result) !== true) return () => null;
  return (cell) => {
    const value = figure(cell);
    if (cell.size !== "enough" || value === null) return null;
    return high > low ? 0.06 + (0.7 * (value - low)) / (high - low) : 0.1;
  };
}

function cellText(cell: CrossCell, result: CrossResult, words: Words): string {
  const { format } = words;
  if (cell.customers === 0) return "";
  if (result.outcome === "customers") {
    const share = cell.share === null ? format.dash : format.percent(cell.share);
    return `${format.count(cell.customers)} · ${share}`;
  }
  return valueText(cell, result, words);
}

const shortText = (cell: CrossCell, result: CrossResult, words: Words): string => {
  if (cell.customers === 0) return "";
  return result.outcome === "customers" && cell.share !== null
    ? words.format.percent(cell.share)
    : valueText(cell, result, words);
};
