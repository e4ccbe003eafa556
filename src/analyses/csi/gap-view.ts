import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { CsiResult, Gap } from "./spec";
import { joined } from "./view-model";
import { points, rangeText, type Words } from "./words-view";

export type Gaps = NonNullable<CsiResult["gaps"]>;

const LEVEL = 0.05;

/** What was got against what was expected, over all, and the widest gap. */
export function gapFinding({ servqual, rows, isStated }: Gaps, words: Words): Rich {
  const { t, format } = words;
  const size = { points: points(Math.abs(servqual.index), words) };
  const sentences: Rich[] = [
    t.gaps.finding({
      servqual: servqual.index < 0 ? t.gaps.less(size) : t.gaps.more(size),
      low: points(servqual.low, words),
      high: points(servqual.high, words),
      isStated,
    }),
  ];
  const [worst] = rows;
  if (worst !== undefined && toneOf(worst) === "bad") {
    sentences.push(t.gaps.worst({ name: worst.name, share: format.percent(worst.below) }));
  }
  return joined(sentences, words);
}

export interface GapLine {
  readonly place: string;
  readonly name: string;
  readonly performance: number;
  readonly expectation: number;
  readonly tone: "good" | "bad" | "plain";
  readonly label: string;
  readonly cell: string;
  readonly rows: readonly CardRow[];
}

/** A gap without variation is what it is. */
function toneOf({ gap, pValue }: Gap): GapLine["tone"] {
  if (gap.index === 0 || (pValue !== null && pValue >= LEVEL)) return "plain";
  return gap.index > 0 ? "good" : "bad";
}

export function gapLines({ rows }: Gaps, words: Words): readonly GapLine[] {
  const { t, format } = words;
  return rows.map((row, place) => ({
    place: String(place),
    name: row.name,
    performance: row.performance,
    expectation: row.expectation,
    tone: toneOf(row),
    label: (row.gap.index > 0 ? "+" : "") + points(row.gap.index, words),
    cell: `csi-gap:${place}`,
    rows: [
      { label: t.gaps.performance, value: points(row.performance, words) },
      { label: t.gaps.expectation, value: points(row.expectation, words) },
      { label: t.gaps.gap, value: points(row.gap.index, words) },
      { label: t.gaps.interval, value: rangeText(row.gap, words) },
      ...(row.pValue === null
        ? []
        : [{ label: t.gaps.pValue, value: words.format.pValue(row.pValue) }]),
      { label: t.gaps.below, value: format.percent(row.below) },
      { label: t.gaps.above, value: format.percent(row.above) },
      { label: t.gaps.belowCustomers, value: format.count(row.belowCustomers) },
    ],
  }));
}

export function gapTwin({ rows }: Gaps, words: Words): TwinTable {
  const { t, format } = words;
  const show = (value: TwinValue): string =>
    value === null ? format.dash : points(Number(value), words);
  const share = (value: TwinValue): string => format.percent(Number(value));
  const showP = (value: TwinValue): string =>
    value === null ? format.dash : format.number(Number(value), 4);
  return {
    columns: [
      { label: t.gaps.name },
      { label: t.gaps.pairs, numeric: true },
      { label: t.gaps.expectation, numeric: true, show },
      { label: t.gaps.performance, numeric: true, show },
      { label: t.gaps.gap, numeric: true, show },
      { label: t.gaps.low, numeric: true, show },
      { label: t.gaps.high, numeric: true, show },
      { label: t.gaps.pValue, numeric: true, show: showP },
      { label: t.gaps.below, numeric: true, show: share },
      { label: t.gaps.met, numeric: true, show: share },
      { label: t.gaps.above, numeric: true, show: share },
      { label: t.gaps.belowCustomers, numeric: true },
    ],
    rows: rows.map((row) => [
      row.name,
      row.pairs,
      row.expectation,
      row.performance,
      row.gap.index,
      row.gap.low,
      row.gap.high,
      row.pValue,
      row.below,
      row.met,
      row.above,
      row.belowCustomers,
    ]),
  };
}
