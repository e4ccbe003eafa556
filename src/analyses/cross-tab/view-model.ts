import { epochDay, FIRST_DAY } from "../../kernel/base/calendar";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import { byText, cellAt, placeName } from "./finding-view";
import type { CrossCell, CrossResult, CrossTest, Place, ScreenLine } from "./spec";
import { groupName, intervalText, valueText, type Words } from "./group-view";

const LEVEL = 0.05;

export function sub(result: CrossResult, words: Words): string {
  const { t, format } = words;
  const { customers, smallCells } = result.headline;
  const lines = [
    t.sub({
      customers,
      period:
        result.outcome === "retention" || result.fromDay > FIRST_DAY
          ? format.period(epochDay(result.fromDay), epochDay(result.toDay))
          : t.upTo({ day: format.day(epochDay(result.toDay)) }),
    }),
  ];
  if (smallCells > 0) {
    lines.push(t.small({ cells: smallCells, least: result.outcome === "customers" ? 5 : 30 }));
  }
  return lines.join(format.language === "en" ? " " : "");
}

export interface GroupRow {
  readonly cell: string;
  readonly name: string;
  readonly customers: string;
  readonly value: string;
  readonly interval: string;
  readonly share: string;
  readonly median: string;
  readonly isFaint: boolean;
}

const isFaint = ({ size }: CrossCell): boolean => size !== "enough";

/** One attribute: a line a group. */
export function groupRows(result: CrossResult, words: Words): readonly GroupRow[] {
  const { format, currency } = words;
  return result.rows.map((name, row) => {
    const cell = result.rowTotals[row] ?? result.all;
    return {
      cell: `cross:${row}`,
      name: groupName(name, words),
      customers: format.count(cell.customers),
      value: valueText(cell, result, words),
      interval: intervalText(cell, result, words),
      share: cell.share === null ? format.dash : format.percent(cell.share),
      median: cell.median === null ? format.dash : format.money(cell.median, currency),
      isFaint: isFaint(cell) || name.kind === "missing",
    };
  });
}

export interface ScreenRow {
  readonly column: string;
  readonly name: string;
  readonly groups: string;
  readonly verdict: string;
  readonly effect: string;
  readonly isFaint: boolean;
}

const verdictOf = ({ test, qValue }: ScreenLine, { t }: Words): string => {
  if (test === null || qValue === null) return t.screen.untested;
  return qValue < LEVEL ? t.sizes[test.size] : t.screen.none;
};

const effectText = (test: CrossTest | null, { format, t }: Words): string => {
  if (test === null) return format.dash;
  const sign = test.kind === "chi-squared" ? t.screen.cramer : t.screen.epsilon;
  return `${sign} ${format.number(test.effect, 3)}`;
};

/** How much each attribute says by itself; opening one puts it into the rows. */
export const screenRows = ({ screen }: CrossResult, words: Words): readonly ScreenRow[] =>
  screen.map((line) => ({
    column: line.column,
    name: words.columnName(line.column),
    groups: words.format.count(line.groups),
    verdict: verdictOf(line, words),
    effect:
      line.qValue === null
        ? words.format.dash
        : `${effectText(line.test, words)} · ${words.format.pValue(line.qValue)}`,
    isFaint: line.qValue === null || line.qValue >= LEVEL,
  }));

/** What a mark says when pointed at. */
export function cardRows(cell: CrossCell, result: CrossResult, words: Words): readonly CardRow[] {
  const { t, format } = words;
  const rows: CardRow[] = [{ label: t.table.customers, value: format.count(cell.customers) }];
  if (result.outcome !== "customers") {
    rows.push({ label: t.outcomes[result.outcome], value: valueText(cell, result, words) });
  }
  if (result.outcome === "customers" && cell.share !== null) {
    rows.push({ label: shareLabel(result, words), value: format.percent(cell.share) });
  }
  if (cell.low !== null)
    rows.push({ label: t.table.interval, value: intervalText(cell, result, words) });
  if (cell.z !== null) {
    rows.push({ label: t.table.z, value: format.number(cell.z, 1) });
  }
  if (cell.size === "thin" || cell.size === "tiny")
    rows.push({ label: t.table.note, value: t.few });
  return rows;
}

export const shareLabel = ({ outcome, columnsBy }: CrossResult, { t }: Words): string => {
  if (outcome === "customers" || outcome === "retention")
    return columnsBy === null || outcome === "retention" ? t.table.share : t.table.rowShare;
  return outcome === "profit" ? t.table.profitShare : t.table.salesShare;
};

export function crossTwin(result: CrossResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const show = (value: string | number | null): string => {
    if (typeof value !== "number") return value ?? format.dash;
    if (result.outcome === "retention") return format.percent(value);
    return result.outcome === "customers" ? format.count(value) : format.money(value, currency);
  };
  const ratio = (value: string | number | null): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  const isShare = result.outcome === "customers";
  const places: readonly Place[] =
    result.columnsBy === null
      ? result.rows.map((_, row) => ({ row, column: null }))
      : result.rows.flatMap((_, row) => result.columns.map((__, column) => ({ row, column })));
  return {
    columns: [
      { label: byText(result, words) },
      { label: t.table.customers, numeric: true },
      { label: t.outcomes[result.outcome], numeric: true, show },
      { label: t.table.low, numeric: true, show: isShare ? ratio : show },
      { label: t.table.high, numeric: true, show: isShare ? ratio : show },
      { label: shareLabel(result, words), numeric: true, show: ratio },
    ],
    rows: places.map((place) => {
      const cell = cellAt(result, place) ?? result.all;
      return [
        placeName(result, place, words),
        cell.customers,
        cell.value,
        cell.low,
        cell.high,
        cell.share,
      ];
    }),
  };
}

/** 怎么算的, line by line; what does not apply is left out. */
export function howLines(result: CrossResult, { t, format }: Words): readonly string[] {
  const { how } = t;
  const { test, outcome } = result;
  const lines = [how.outcome[outcome], how.groups];
  if (test !== null) {
    lines.push(
      how.test[test.kind]({
        statistic: format.number(test.statistic, 2),
        df: test.df,
        pValue: format.pValue(test.pValue),
        effect: format.number(test.effect, 3),
      }),
    );
    if (test.isWeak) lines.push(how.weak);
  }
  if (result.isAutomatic && result.screen.length > 1)
    lines.push(how.screen({ attributes: result.screen.length }));
  lines.push(how.small);
  if (result.unknown > 0) lines.push(how.unknown({ customers: result.unknown }));
  return lines;
}
