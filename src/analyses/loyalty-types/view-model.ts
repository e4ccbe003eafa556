import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { LoyaltyTypesMessages } from "./messages/zh-Hans";
import type { HostageSplit, LoyaltyType, LoyaltyTypesResult, TypeFigures } from "./spec";

export interface Words {
  readonly t: LoyaltyTypesMessages;
  readonly format: Format;
  readonly currency: string | null;
}

const LEVEL = 0.05;

/** The answer: who is there for another reason than satisfaction, who is both, and whether both go together. */
export function findings(result: LoyaltyTypesResult, words: Words): Rich {
  const { t, format } = words;
  const { n } = result.headline;
  const lineOf = (type: LoyaltyType) => result.types.find((line) => line.type === type);
  const share = (type: LoyaltyType): string => format.percent(lineOf(type)?.share ?? NaN);
  const sales = lineOf("apostle")?.salesShare ?? null;
  const joint = format.language === "en" ? " " : "";
  const first = t.finding({ hostages: share("hostage"), mercenaries: share("mercenary"), n });
  const both = t.findingApostles({
    apostles: share("apostle"),
    sales: sales === null ? format.dash : format.percent(sales),
  });
  const more = [relationText(result, words), tiedText(result, words)];
  return [first, both, ...more.filter((text) => text !== null)].flatMap((text, i) =>
    i === 0 ? text : [joint, ...text],
  );
}

/** Whether it is the cost of leaving that keeps the dissatisfied; null where nothing is known of it. */
function tiedText({ switching }: LoyaltyTypesResult, words: Words): Rich | null {
  if (switching === null || switching.ofHostages === null) return null;
  const { t, format } = words;
  const { ofHostages, ofApostles, pValue, kind } = switching;
  const why = whyTied(switching, words);
  const tied = t.tied.share({ share: format.percent(ofHostages), why });
  if (ofApostles === null || pValue === null) return tied;
  const said = { apostles: format.percent(ofApostles), pValue: format.pValue(pValue) };
  const joint = format.language === "en" ? " " : "";
  if (pValue >= LEVEL) return [...tied, joint, ...t.tied.same(said)];
  const isMore = ofHostages > ofApostles;
  return [...tied, joint, ...(isMore ? t.tied.more({ ...said, kind }) : t.tied.less(said))];
}

/** What makes leaving costly, with its cut. */
const whyTied = ({ kind, from }: HostageSplit, { t, format }: Words): string =>
  t.tied.why[kind]({ from: format.number(from) });
const whyFree = ({ kind, from }: HostageSplit, { t, format }: Words): string =>
  t.tied.whyNot[kind]({ from: format.number(from) });

function relationText({ headline }: LoyaltyTypesResult, words: Words): Rich | null {
  const { t, format } = words;
  const { loyalOfSatisfied, loyalOfOthers, pValue } = headline;
  if (loyalOfSatisfied === null || loyalOfOthers === null || pValue === null) return null;
  const said = {
    satisfied: format.percent(loyalOfSatisfied),
    others: format.percent(loyalOfOthers),
    pValue: words.format.pValue(pValue),
  };
  if (pValue >= LEVEL) return t.findingNone(said);
  return loyalOfSatisfied > loyalOfOthers ? t.findingUp(said) : t.findingDown(said);
}

export const cutText = ({ headline }: LoyaltyTypesResult, { t, format }: Words): string =>
  t.auto({
    satisfied: format.number(headline.satisfiedFrom, 1),
    loyal: format.number(headline.loyalFrom),
  });

export const mapSub = (result: LoyaltyTypesResult, days: number, { t, format }: Words): string =>
  t.map.sub({ period: format.period(epochDay(result.fromDay), epochDay(result.toDay)), days });

export interface MapPoint {
  readonly score: number;
  readonly stretches: number;
  readonly customers: number;
  readonly type: LoyaltyType;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface MapView {
  readonly points: readonly MapPoint[];
  readonly scale: readonly [number, number];
  /** halfway below the first score and the first number of stretches that count */
  readonly cut: { readonly score: number; readonly stretches: number };
  readonly names: Readonly<Record<LoyaltyType, string>>;
  readonly axes: { readonly x: string; readonly y: string };
  readonly number: (value: number) => string;
}

export function mapView(result: LoyaltyTypesResult, { t, format }: Words): MapView {
  const { satisfiedFrom, loyalFrom } = result.headline;
  return {
    points: result.cells.map(({ score, stretches, customers, type }) => ({
      score,
      stretches,
      customers,
      type,
      cell: `loyal-at:${score}-${stretches}`,
      title: t.map.at({ score: format.number(score), stretches: format.number(stretches) }),
      rows: [
        { label: t.map.customers, value: format.count(customers) },
        { label: t.map.type, value: t.types[type] },
      ],
    })),
    scale: [result.scaleMin, result.scaleMax],
    cut: { score: Math.ceil(satisfiedFrom) - 0.5, stretches: loyalFrom - 0.5 },
    names: t.types,
    axes: t.map,
    number: (value) => format.number(value),
  };
}

export function mapTwin({ cells }: LoyaltyTypesResult, { t }: Words): TwinTable {
  return {
    columns: [
      { label: t.map.score, numeric: true },
      { label: t.map.stretches, numeric: true },
      { label: t.map.customers, numeric: true },
      { label: t.map.type },
    ],
    rows: cells.map(({ score, stretches, customers, type }) => [
      score,
      stretches,
      customers,
      t.types[type],
    ]),
  };
}

export interface TypeRow {
  readonly cell: string;
  readonly name: string;
  readonly customers: string;
  readonly sales: string;
  readonly score: string;
  readonly stretches: string;
  readonly todo: string;
}

export function typeRows(
  { types, switching }: LoyaltyTypesResult,
  words: Words,
): readonly TypeRow[] {
  const { t, format, currency } = words;
  const number = (value: number | null): string =>
    value === null ? format.dash : format.number(value, 1);
  const withShare = (value: string, share: number | null): string =>
    share === null ? value : `${value} (${format.percent(share)})`;
  const figures = (line: TypeFigures) => ({
    customers: withShare(format.count(line.customers), line.share),
    sales: withShare(format.money(line.sales, currency), line.salesShare),
    score: number(line.meanScore),
    stretches: number(line.meanStretches),
  });
  return types.flatMap((line) => [
    {
      cell: `loyal-type:${line.type}`,
      name: t.types[line.type],
      ...figures(line),
      todo: t.table.todos[line.type],
    },
    ...(line.type === "hostage" && switching !== null
      ? (["tied", "free"] as const).map((side) => ({
          cell: `loyal-hostage:${side}`,
          name: t.tied.rows({
            why: side === "tied" ? whyTied(switching, words) : whyFree(switching, words),
          }),
          ...figures(switching[side]),
          todo: t.tied.todos[side],
        }))
      : []),
  ]);
}

/** 怎么算的, line by line. */
export function howLines(result: LoyaltyTypesResult, { t }: Words): readonly string[] {
  const { how } = t;
  const { switching } = result;
  const unknown = switching === null ? 0 : switching.unknown;
  return [
    how.source,
    how.loyalty,
    how.satisfaction,
    ...(switching === null ? [how.hostage] : [t.tied.how[switching.kind], t.tied.test]),
    ...(unknown > 0 ? [t.tied.unknown({ customers: unknown })] : []),
    how.test,
    how.missing(result.missing),
  ];
}
