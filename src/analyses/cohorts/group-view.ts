import type { TwinTable, TwinValue } from "../../page/charts/figure";
import { offsetShare, SIZES, textsOf, type Drawn, type HeatCell, type Words } from "./cell-view";
import type { CohortGroup, CohortsResult, OffsetCell } from "./spec";

/** Below it a difference is called one. */
const SIGNIFICANT = 0.05;

export function groupName({ name }: CohortGroup, { t }: Words): string {
  switch (name.kind) {
    case "text":
      return name.text;
    case "flag":
      return name.isYes ? t.yes : t.no;
    case "rest":
      return t.rest({ values: name.values });
    case "missing":
      return t.missing;
  }
}

/** The fields of one group: its size, then its share at each offset that some of it have behind them. */
export function groupCells(group: CohortGroup, words: Words, { measure, top }: Drawn): HeatCell[] {
  const { t, format } = words;
  const name = groupName(group, words);
  const row = String(group.place);
  const size = format.count(group.size);
  const base = { row, running: false };
  const sizes: HeatCell = {
    ...base,
    column: SIZES,
    tone: null,
    text: size,
    short: size,
    pale: group.small,
    title: name,
    rows: [{ label: t.size, value: size }],
    cell: `cohort-group:${row}:0`,
  };
  return [
    sizes,
    ...group.cells.slice(1).map((cell): HeatCell => {
      const { offset } = cell;
      return {
        ...base,
        ...textsOf({ value: offsetShare(cell, measure), running: false }, words, top),
        column: String(offset),
        pale: cell.size < words.smallBelow,
        title: `${name} · ${t.after({ offset, grain: words.grain })}`,
        rows: cellRows(cell, words),
        cell: `cohort-group:${row}:${offset}`,
      };
    }),
  ];
}

/** What a field says of a share that pools several cohorts. */
export function cellRows(cell: OffsetCell, { t, format }: Words): HeatCell["rows"] {
  const { retention, low, high, customers, size, salesRatio } = cell;
  return [
    { label: t.retention, value: format.percent(retention) },
    { label: t.interval, value: format.percentInterval(low, high) },
    { label: t.retained, value: `${format.count(customers)} / ${format.count(size)}` },
    ...(salesRatio === null ? [] : [{ label: t.salesRatio, value: format.percent(salesRatio) }]),
  ];
}

/** Whether groups differ at an offset, said with the best and the worst of the large ones. */
export function differenceText({ byValue }: CohortsResult, offset: number, words: Words): string {
  const { t, format, grain } = words;
  const found = byValue?.differences.find((difference) => difference.offset === offset);
  if (byValue === null || found === undefined) return t.differ.tooFew({ offset, grain });
  const column = words.columnName(byValue.column);
  const p = format.pValue(found.p);
  if (found.p >= SIGNIFICANT) return t.differ.alike({ column, offset, grain, p });
  const judged = byValue.groups
    .filter(({ name }) => name.kind !== "missing")
    .flatMap((group) => {
      const cell = group.cells[offset];
      return cell === undefined || cell.size < words.smallBelow ? [] : [{ group, cell }];
    })
    .toSorted((a, b) => b.cell.retention - a.cell.retention);
  const [best, worst] = [judged[0], judged.at(-1)];
  if (best === undefined || worst === undefined) return t.differ.tooFew({ offset, grain });
  return t.differ.told({
    best: groupName(best.group, words),
    high: format.percent(best.cell.retention),
    worst: groupName(worst.group, words),
    low: format.percent(worst.cell.retention),
    offset,
    grain,
    p,
  });
}

export function groupsTwin(result: CohortsResult, words: Words): TwinTable {
  const { t, format } = words;
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const count = number((value) => format.count(value));
  const percent = number((value) => format.percent(value));
  const line = (name: string, cell: OffsetCell) => [
    name,
    ...[cell.offset, cell.size, cell.customers, cell.retention, cell.low, cell.high],
    cell.salesRatio,
  ];
  const { byValue, pooled } = result;
  return {
    columns: [
      { label: byValue === null ? t.cohort : words.columnName(byValue.column) },
      { label: t.offset, numeric: true, show: count },
      { label: t.size, numeric: true, show: count },
      { label: t.retained, numeric: true, show: count },
      { label: t.retention, numeric: true, show: percent },
      { label: t.low, numeric: true, show: percent },
      { label: t.high, numeric: true, show: percent },
      { label: t.salesRatio, numeric: true, show: percent },
    ],
    rows: [
      ...pooled.map((cell) => line(t.pooled, cell)),
      ...(byValue?.groups ?? []).flatMap((group) =>
        group.cells.map((cell) => line(groupName(group, words), cell)),
      ),
    ],
  };
}
