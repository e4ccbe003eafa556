import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { BasketResult, SegmentItems } from "./spec";
import { segmentLabel, type Words } from "./view-model";

export interface MatrixCell {
  readonly column: string;
  readonly row: string;
  /** 0..1, how dark */
  readonly tone: number;
  readonly text: string;
  readonly isSure: boolean;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface MatrixView {
  /** keys of segments, the largest group first where the place is narrow */
  readonly columns: readonly string[];
  readonly narrowColumns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly MatrixCell[];
  readonly columnName: (key: string) => string;
  readonly rowName: (key: string) => string;
}

/** Segments that a phone has room for. */
export const NARROW_SEGMENTS = 4;
/** An index from which a field is as dark as it gets. */
const DARKEST = 2;

/** The segments that have customers, with their places. */
const presentIn = (segments: SegmentItems["segments"]) =>
  segments
    .map(({ customers }, place) => ({ place, customers }))
    .filter(({ customers }) => customers > 0);

function overallOf(items: SegmentItems["items"], item: number, { format }: Words): string {
  const share = items[item]?.share;
  return share === undefined ? format.dash : format.percent(share);
}

/** Things downwards, segments to the right; the number is the index against all customers. */
export function matrixView(
  result: BasketResult,
  { segments, items, cells }: SegmentItems,
  words: Words,
): MatrixView {
  const { t, format, currency } = words;
  const present = presentIn(segments);
  const largest = present
    .toSorted((a, b) => b.customers - a.customers || a.place - b.place)
    .slice(0, NARROW_SEGMENTS)
    .sort((a, b) => a.place - b.place);
  const nameOf = (item: number): string => items[item]?.name ?? "";
  return {
    columns: present.map(({ place }) => String(place)),
    narrowColumns: largest.map(({ place }) => String(place)),
    rows: items.map((_, place) => String(place)),
    cells: cells.map(({ segment, item, customers, share, index, money, isSure }) => ({
      column: String(segment),
      row: String(item),
      tone: Math.min(1, index / DARKEST),
      text: format.number(index * 100, 0),
      isSure,
      title: `${segmentLabel(result, segment, words)} · ${nameOf(item)}`,
      rows: [
        { label: t.segments.index, value: format.number(index * 100, 0) },
        { label: t.segments.share[result.per], value: format.percent(share) },
        { label: t.segments.overall[result.per], value: overallOf(items, item, words) },
        { label: t.segments.customers, value: format.count(customers) },
        { label: t.segments.money, value: format.money(money, currency) },
        ...(isSure ? [] : [{ label: t.segments.unsure, value: "" }]),
      ],
      cell: `basket-segment:${segment}:${item}`,
    })),
    columnName: (key) => segmentLabel(result, Number(key), words),
    rowName: (key) => nameOf(Number(key)),
  };
}

/** The index of every thing in every segment. */
export function matrixTwin(
  result: BasketResult,
  { segments, items, cells }: SegmentItems,
  words: Words,
): TwinTable {
  const { t, format } = words;
  const present = presentIn(segments);
  const number = (value: TwinValue): string =>
    typeof value === "number" ? format.number(value, 0) : format.dash;
  const share = (value: TwinValue): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  return {
    columns: [
      { label: t.segments.item },
      { label: t.segments.overall[result.per], numeric: true, show: share },
      ...present.map(({ place }) => ({
        label: segmentLabel(result, place, words),
        numeric: true,
        show: number,
      })),
    ],
    rows: items.map((line, item) => [
      line.name,
      line.share,
      ...present.map(({ place }) => {
        const cell = cells.find((each) => each.segment === place && each.item === item);
        return cell === undefined ? null : cell.index * 100;
      }),
    ]),
  };
}
