import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { AttractivenessMessages } from "./messages/zh-Hans";
import { WEIGHT_PLAY } from "./score";
import { CRITERIA, type AttractivenessResult, type Criterion, type GroupLine } from "./spec";

export interface Words {
  readonly t: AttractivenessMessages;
  readonly format: Format;
  readonly currency: string | null;
  /** of an RFM segment */
  readonly segmentName: (id: string) => string;
}

/** What a group is called. */
export function groupName({ name }: GroupLine, { t, segmentName }: Words): string {
  switch (name.kind) {
    case "segment":
      return segmentName(name.id);
    case "grade":
      return name.grade.toUpperCase();
    case "text":
      return name.text;
    case "flag":
      return name.isYes ? t.yes : t.no;
    case "rest":
      return t.rest({ groups: name.groups });
    case "missing":
      return t.missing;
  }
}

const scoreText = (score: number, { format }: Words): string => format.number(score, 0);

/** The answer: who is first, how far the weights may move, how far the customers. */
export function findings(result: AttractivenessResult, words: Words): Rich {
  const { t, format } = words;
  const [top] = result.groups;
  const { holdsTo, topChance } = result.headline;
  const scored = top?.scored ?? null;
  if (top === undefined || scored === null || holdsTo === null) return [t.tooFew];
  const rival = result.rival === null ? undefined : result.groups[result.rival];
  const part = format.percent(holdsTo);
  const named = rival === undefined ? "" : groupName(rival, words);
  const loose =
    holdsTo < WEIGHT_PLAY ? t.holds.unstable({ part, rival: named }) : t.holds.stable({ part });
  return [
    ...t.finding({ name: groupName(top, words), score: scoreText(scored.score, words) }),
    rival === undefined ? t.holds.always : loose,
    ...(topChance === null ? [] : [t.chance({ share: format.percent(topChance) })]),
  ];
}

export interface ScorePart {
  readonly name: string;
  readonly criterion: Criterion;
  readonly from: number;
  readonly to: number;
}

export interface ScoreBar {
  readonly name: string;
  readonly score: number;
  readonly label: string;
  readonly cell: string;
  readonly rows: readonly CardRow[];
}

export interface ScoreView {
  readonly parts: readonly ScorePart[];
  readonly bars: readonly ScoreBar[];
  readonly legend: readonly { readonly criterion: Criterion; readonly name: string }[];
}

export function scoreView(result: AttractivenessResult, words: Words): ScoreView {
  const { t } = words;
  const scored = result.groups.flatMap((line) =>
    line.scored === null ? [] : [{ line, own: line.scored }],
  );
  return {
    parts: scored.flatMap(({ line, own }) => {
      let from = 0;
      return CRITERIA.flatMap((criterion, c): ScorePart[] => {
        const part = own.parts[c] ?? null;
        if (part === null) return [];
        const piece = { name: groupName(line, words), criterion, from, to: from + part };
        from += part;
        return [piece];
      });
    }),
    bars: scored.map(({ line, own }) => ({
      name: groupName(line, words),
      score: own.score,
      label: t.chart.score({ score: scoreText(own.score, words) }),
      cell: `attractive:${line.place}`,
      rows: [
        ...CRITERIA.flatMap((criterion, c): CardRow[] => {
          const part = own.parts[c] ?? null;
          return part === null
            ? []
            : [{ label: t.criteria[criterion], value: scoreText(part, words) }];
        }),
        {
          label: t.chart.rank,
          value: t.chart.ranks({ best: own.bestRank, worst: own.worstRank }),
        },
      ],
    })),
    legend: CRITERIA.filter((id) => !result.leftOut.includes(id)).map((criterion) => ({
      criterion,
      name: t.criteria[criterion],
    })),
  };
}

export const lostText = ({ lost }: GroupLine, { format }: Words): string =>
  lost === null
    ? format.dash
    : `${format.percent(lost.value)} (${format.percentInterval(lost.low, lost.high)})`;

export const ratioText = (ratio: number | null, { format }: Words): string =>
  ratio === null ? format.dash : format.percent(ratio);

export const growthText = (ratio: number | null, { format }: Words): string =>
  ratio === null ? format.dash : format.percentChange(ratio);

export function scoreTwin(result: AttractivenessResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const orDash = (say: (value: number) => string) => (value: string | number | null) =>
    typeof value === "number" ? say(value) : format.dash;
  const share = orDash((value) => format.percent(value));
  return {
    columns: [
      { label: t.table.name },
      { label: t.table.customers, numeric: true, show: orDash((v) => format.count(v)) },
      { label: t.table.sales, numeric: true, show: orDash((v) => format.money(v, currency)) },
      { label: t.table.growth, numeric: true, show: share },
      { label: t.table.margin, numeric: true, show: share },
      { label: t.table.lost, numeric: true, show: share },
      { label: t.table.score, numeric: true, show: orDash((v) => format.number(v, 0)) },
    ],
    rows: result.groups.map((line) => [
      groupName(line, words),
      line.customers,
      line.sales,
      line.growth,
      line.margin,
      line.lost === null ? null : line.lost.value,
      line.scored === null ? null : line.scored.score,
    ]),
  };
}

export const chartSub = (result: AttractivenessResult, { t, format }: Words): string =>
  t.chart.sub({
    from: format.dayShort(epochDay(result.fromDay)),
    to: format.dayShort(epochDay(result.toDay)),
  });

/** What has to be said beside the picture. */
export function remarks(result: AttractivenessResult, words: Words): readonly string[] {
  const { t, format } = words;
  const { leftOut, isOrderStable, profitUnknownLines, by, isHalved } = result;
  return [
    ...(isHalved ? [t.chart.halved] : []),
    // One group, or none, has no order to speak of.
    ...(result.headline.scored < 2
      ? []
      : [isOrderStable ? t.chart.orderStable : t.chart.orderLoose]),
    ...(leftOut.length === 0
      ? []
      : [t.chart.leftOut({ names: format.list(leftOut.map((id) => t.criteria[id])) })]),
    ...(profitUnknownLines === 0 || leftOut.includes("margin")
      ? []
      : [t.chart.profitUnknown({ lines: profitUnknownLines })]),
    ...(result.headline.scored < result.headline.groups ? [t.chart.small] : []),
    ...(by === "column" ? [t.chart.columnCaution] : []),
  ];
}
