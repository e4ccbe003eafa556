import type { Rich } from "../../i18n/rich";
import type { CrossCell, CrossResult, GroupName, Place } from "./spec";
import { groupName, valueText, type Words } from "./group-view";

const LEVEL = 0.05;

/** Whether the groups differ beyond chance; null where nothing was tested. */
export const isClear = ({ judged }: CrossResult): boolean | null =>
  judged === null ? null : judged < LEVEL;

export const cellAt = (result: CrossResult, { row, column }: Place): CrossCell | undefined =>
  column === null ? result.rowTotals[row] : result.cells[row]?.[column];

export const cellId = ({ row, column }: Place): string =>
  column === null ? `cross:${row}` : `cross:${row}:${column}`;

export function placeName(result: CrossResult, { row, column }: Place, words: Words): string {
  const name = (names: readonly GroupName[], at: number): string => {
    const known = names[at];
    return known === undefined ? "" : groupName(known, words);
  };
  const own = name(result.rows, row);
  return column === null ? own : words.t.both({ row: own, column: name(result.columns, column) });
}

/** The answer: who differs most from whom, or that nothing is to be seen. */
export function findings(result: CrossResult, words: Words): Rich {
  const { t } = words;
  if (result.rowsBy === null) return [t.noAttribute];
  const by = byText(result, words);
  const clear = isClear(result);
  const most = result.most;
  if (clear === null)
    return most === null ? t.findingFew({ by }) : [...composition(result, most.high, by, words)];
  const pValue = words.format.pValue(result.judged ?? NaN);
  if (most === null) return t.findingFew({ by });
  if (!clear) return t.findingNone({ by, outcome: t.outcomes[result.outcome], pValue });
  const parts = apart(result, most, words);
  const size = result.test === null ? "" : t.sizes[result.test.size];
  return [
    ...parts,
    words.format.language === "en" ? " " : "",
    ...t.findingTest({ by, pValue, size }),
  ];
}

export function byText({ rowsBy, columnsBy }: CrossResult, { t, columnName }: Words): string {
  const rows = rowsBy === null ? "" : columnName(rowsBy);
  return columnsBy === null ? rows : t.both({ row: rows, column: columnName(columnsBy) });
}

/** Only counted, nothing compared: the largest group and its share. */
function composition(result: CrossResult, place: Place, by: string, words: Words): Rich {
  const cell = cellAt(result, place);
  const share = cell?.share ?? null;
  return words.t.findingLargest({
    by,
    name: placeName(result, place, words),
    share: share === null ? words.format.dash : words.format.percent(share),
    customers: result.headline.customers,
  });
}

function apart(
  result: CrossResult,
  { high, low }: NonNullable<CrossResult["most"]>,
  words: Words,
): Rich {
  const { t, format } = words;
  const top = cellAt(result, high);
  if (top === undefined) return [];
  const name = placeName(result, high, words);
  if (result.outcome === "customers") {
    return top.z !== null && top.z > 0
      ? t.findingMore({ name, customers: top.customers })
      : t.findingFewer({ name, customers: top.customers });
  }
  const bottom = low === null ? undefined : cellAt(result, low);
  const value = valueText(top, result, words);
  if (low === null || bottom === undefined)
    return t.findingOne({ name, value, outcome: t.outcomes[result.outcome] });
  const said = {
    name,
    value,
    other: placeName(result, low, words),
    otherValue: valueText(bottom, result, words),
    outcome: t.outcomes[result.outcome],
    share: top.share === null ? format.dash : format.percent(top.share),
  };
  return result.outcome === "sales" || result.outcome === "profit"
    ? t.findingSums(said)
    : t.findingApart(said);
}

/** The cells that the finding names. */
export function findingCells(result: CrossResult): {
  readonly high: string | null;
  readonly low: string | null;
} {
  const { most } = result;
  if (most === null) return { high: null, low: null };
  return { high: cellId(most.high), low: most.low === null ? null : cellId(most.low) };
}
