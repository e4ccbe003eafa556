import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { HistoryMessages } from "./messages/zh-Hans";
import type { HistoryCell, HistoryParams, HistoryResult, StandingId } from "./spec";

export interface Words {
  readonly t: HistoryMessages;
  readonly format: Format;
}

const LEVEL = 0.05;

/** The answer: the last time against all times, who moved, and which of the two tells. */
export function findings(result: HistoryResult, { t, format }: Words): Rich {
  const { headline, verdict } = result;
  const joint = format.language === "en" ? " " : "";
  const said = {
    n: headline.n,
    builtUp: format.number(headline.cumulative, 2),
    last: format.number(headline.transaction, 2),
    pValue: format.pValue(headline.differenceP),
  };
  const changed = headline.difference < 0 ? t.findingLower(said) : t.findingHigher(said);
  const moved = t.findingMoved({
    slipped: format.count(headline.slipped),
    recovering: format.count(headline.recovering),
  });
  return [
    ...(headline.differenceP < LEVEL ? changed : t.findingSame(said)),
    joint,
    ...moved,
    joint,
    t.verdicts[verdict],
  ];
}

export const cutText = (
  { satisfiedFrom, usualDays }: HistoryResult,
  { t, format }: Words,
): string =>
  t.cut({ satisfied: format.number(satisfiedFrom, 1), usual: format.number(usualDays, 0) });

export const mapSub = (result: HistoryResult, { t, format }: Words): string =>
  t.map.sub({
    name: result.question.name,
    period: format.period(epochDay(result.fromDay), epochDay(result.toDay)),
  });

export interface MapPoint {
  readonly score: number;
  /** middle of the bin */
  readonly level: number;
  readonly customers: number;
  readonly standing: StandingId;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface MapView {
  readonly points: readonly MapPoint[];
  readonly scale: readonly [number, number];
  /** half a step below the first score that is satisfied */
  readonly cut: number;
  readonly names: Readonly<Record<StandingId, string>>;
  readonly axes: { readonly x: string; readonly y: string };
  readonly number: (value: number) => string;
}

const edgesOf = ({ bin }: HistoryCell, { scaleMin, binWidth }: HistoryResult) =>
  [scaleMin + bin * binWidth, scaleMin + (bin + 1) * binWidth] as const;

export function mapView(result: HistoryResult, { t, format }: Words): MapView {
  return {
    points: result.cells.map((cell) => {
      const [from, to] = edgesOf(cell, result);
      return {
        score: cell.score,
        level: (from + to) / 2,
        customers: cell.customers,
        standing: cell.standing,
        cell: `built-at:${cell.score}_${cell.bin}`,
        title: t.map.at({
          score: format.number(cell.score),
          from: format.number(from, 1),
          to: format.number(to, 1),
        }),
        rows: [
          { label: t.map.customers, value: format.count(cell.customers) },
          { label: t.map.standing, value: t.standings[cell.standing] },
        ],
      };
    }),
    scale: [result.scaleMin, result.scaleMax],
    cut: result.satisfiedFrom - 0.5,
    names: t.standings,
    axes: t.map,
    number: (value) => format.number(value),
  };
}

export function mapTwin(result: HistoryResult, { t, format }: Words): TwinTable {
  const show = (value: TwinValue): string =>
    value === null ? format.dash : format.number(Number(value), 2);
  return {
    columns: [
      { label: t.map.last, numeric: true },
      { label: t.map.from, numeric: true, show },
      { label: t.map.to, numeric: true, show },
      { label: t.map.customers, numeric: true },
      { label: t.map.standing },
    ],
    rows: result.cells.map((cell) => [
      cell.score,
      ...edgesOf(cell, result),
      cell.customers,
      t.standings[cell.standing],
    ]),
  };
}

export interface StandingRow {
  readonly cell: string;
  readonly name: string;
  readonly customers: string;
  readonly builtUp: string;
  readonly last: string;
  readonly todo: string;
}

export function standingRows(
  { standings }: HistoryResult,
  { t, format }: Words,
): readonly StandingRow[] {
  const number = (value: number | null): string =>
    value === null ? format.dash : format.number(value, 1);
  return standings.map(({ id, customers, share, builtUp, last }) => ({
    cell: `built:${id}`,
    name: t.standings[id],
    customers: t.table.withShare({
      customers: format.count(customers),
      share: format.percent(share),
    }),
    builtUp: number(builtUp),
    last: number(last),
    todo: t.table.todos[id],
  }));
}

export interface TestRow {
  readonly what: string;
  readonly answer: string;
}

export function testRows({ headline }: HistoryResult, { t, format }: Words): readonly TestRow[] {
  const answer = (pValue: number | null): string => {
    if (pValue === null) return t.tests.thin;
    const said = { pValue: format.pValue(pValue) };
    return pValue < LEVEL ? t.tests.yes(said) : t.tests.no(said);
  };
  return [
    { what: t.tests.history, answer: answer(headline.historyP) },
    { what: t.tests.last, answer: answer(headline.lastP) },
    { what: t.tests.joint, answer: answer(headline.jointP) },
  ];
}

export const testSub = (
  { followed, repeaters }: HistoryResult,
  { followDays }: HistoryParams,
  { t, format }: Words,
): string =>
  t.tests.sub({
    n: followed,
    came: followed === 0 ? format.dash : format.percent(repeaters / followed),
    days: followDays,
  });

/** 怎么算的, line by line. */
export const howLines = (
  result: HistoryResult,
  { newWeight }: HistoryParams,
  { t: { how }, format }: Words,
): readonly string[] => [
  how.level({ weight: format.number(newWeight, 2), usual: format.number(result.usualDays, 0) }),
  how.difference,
  how.telling,
  how.cause,
  how.missing(result.missing),
];
