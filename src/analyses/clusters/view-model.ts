import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { ClustersMessages } from "./messages/zh-Hans";
import type { ClusterChoice, ClusterLine, ClustersResult, Level } from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: ClustersMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Kaufman & Rousseeuw 1990, table 4: above 0.5 a reasonable structure, above 0.25 perhaps an artificial one. */
const CLEAR = 0.5;
const FAIR = 0.35;

const RECENCIES: Readonly<Record<Level, "recent" | "middle" | "long">> = {
  low: "recent",
  middle: "middle",
  high: "long",
};

/** What a customer of the group is worth: by frequency and money together, money first where they differ. */
function worthOf({ levels }: ClusterLine): Level {
  const points = { low: -1, middle: 0, high: 1 } as const;
  const sum = points[levels.frequency] + 2 * points[levels.money];
  if (sum >= 2) return "high";
  return sum <= -2 ? "low" : "middle";
}

/** A name a group, by its levels; those of one name are numbered. */
export function clusterNames({ clusters }: ClustersResult, { t }: Words): readonly string[] {
  const names = clusters.map((line) => t.names[RECENCIES[line.levels.recency]][worthOf(line)]);
  return names.map((name, place) => {
    if (names.filter((other) => other === name).length === 1) return name;
    const number = names.slice(0, place + 1).filter((other) => other === name).length;
    return t.numbered({ name, number });
  });
}

const levelsText = ({ levels }: ClusterLine, { t, format }: Words): string =>
  [
    t.levels.recency[levels.recency],
    t.levels.frequency[levels.frequency],
    t.levels.money[levels.money],
  ].join(format.language === "en" ? ", " : "、");

export interface ClusterRow {
  readonly cell: string;
  readonly name: string;
  readonly profile: string;
  readonly customers: string;
  readonly share: string;
  readonly recency: string;
  readonly frequency: string;
  readonly money: string;
  readonly stability: string;
}

export function clusterRows(result: ClustersResult, words: Words): readonly ClusterRow[] {
  const { format, currency } = words;
  const names = clusterNames(result, words);
  return result.clusters.map((line, place) => ({
    cell: `cluster:${place}`,
    name: names[place] ?? "",
    profile: levelsText(line, words),
    customers: `${format.count(line.customers)} · ${format.percent(line.customerShare)}`,
    share: line.amountShare === null ? format.dash : format.percent(line.amountShare),
    recency: format.days(line.recencyDays),
    frequency: format.number(line.frequency),
    money: format.money(line.money, currency),
    stability: format.number(line.stability, 2),
  }));
}

/** The answer in sentences; each is true or left out. */
export function findings(result: ClustersResult, words: Words): Rich {
  const { t, format, currency } = words;
  const { clusters, headline } = result;
  const names = clusterNames(result, words);
  const sentences: Rich[] = [t.finding({ customers: result.customers, k: clusters.length })];
  const [largest] = clusters;
  if (largest !== undefined && largest.amountShare !== null) {
    sentences.push(
      t.findingLargest({
        name: names[0] ?? "",
        customers: largest.customers,
        share: format.percent(largest.customerShare),
        money: format.percent(largest.amountShare),
      }),
    );
  }
  const gone = goneCluster(result);
  const line = clusters[gone];
  if (line !== undefined) {
    const money = format.money(line.amount, currency);
    sentences.push(t.findingGone({ name: names[gone] ?? "", customers: line.customers, money }));
  }
  sentences.push([t.clarity[clarityOf(headline.silhouette)]]);
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

/** Place of the group that bought much and has not come for long; -1 without one. */
export const goneCluster = ({ clusters }: ClustersResult): number =>
  clusters.findIndex((line) => line.levels.recency === "high" && worthOf(line) === "high");

function clarityOf(silhouette: number): "clear" | "fair" | "weak" {
  if (silhouette >= CLEAR) return "clear";
  return silhouette >= FAIR ? "fair" : "weak";
}

/** What to be careful about. */
export function cautions(result: ClustersResult, { t }: Words): readonly string[] {
  return [
    ...(result.isStable ? [] : [t.unstable]),
    ...(result.headline.k === result.bestK ? [] : [t.chosen({ best: result.bestK })]),
    ...(result.sampled === null ? [] : [t.sampled({ sampled: result.sampled })]),
  ];
}

export interface MapPoint {
  /** log10 of days and of money */
  readonly x: number;
  readonly y: number;
  readonly customers: number;
  readonly name: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface MapView {
  readonly points: readonly MapPoint[];
  readonly x: string;
  readonly y: string;
  readonly tickX: (days: number) => string;
  readonly tickY: (money: number) => string;
}

/** The groups by median recency and median money, both by their decimal logarithm: nothing stands below one. */
export function mapView(result: ClustersResult, words: Words): MapView {
  const { t, format } = words;
  const rows = clusterRows(result, words);
  return {
    points: result.clusters.map((line, place) => {
      const row = rows[place];
      return {
        x: Math.log10(Math.max(1, line.recencyDays)),
        y: Math.log10(Math.max(1, line.money)),
        customers: line.customers,
        name: row?.name ?? "",
        cell: `cluster:${place}`,
        rows: row === undefined ? [] : cardRows(row, result, t),
      };
    }),
    x: t.map.x,
    y: t.map.y,
    tickX: (days) => format.count(days),
    tickY: (money) => format.short(money),
  };
}

const cardRows = (
  row: ClusterRow,
  { frequency }: ClustersResult,
  { list }: ClustersMessages,
): CardRow[] => [
  { label: list.customers, value: row.customers },
  { label: list.share, value: row.share },
  { label: list.recency, value: row.recency },
  { label: frequency === "orders" ? list.orders : list.days, value: row.frequency },
  { label: list.money, value: row.money },
];

/** The groups with their figures. */
export function mapTwin(result: ClustersResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const names = clusterNames(result, words);
  const numeric = (label: string, say: (value: number) => string) => ({
    label,
    numeric: true,
    show: (value: TwinValue) => (typeof value === "number" ? say(value) : format.dash),
  });
  const { list } = t;
  return {
    columns: [
      { label: list.name },
      numeric(list.customers, (value) => format.count(value)),
      numeric(list.share, (value) => format.percent(value)),
      numeric(list.recency, (value) => format.days(value)),
      numeric(result.frequency === "orders" ? list.orders : list.days, (value) =>
        format.number(value),
      ),
      numeric(list.money, (value) => format.moneyExact(value, currency)),
      numeric(list.stability, (value) => format.number(value, 2)),
    ],
    rows: result.clusters.map((line, place) => [
      names[place] ?? "",
      line.customers,
      line.amountShare,
      line.recencyDays,
      line.frequency,
      line.money,
      Number.isNaN(line.stability) ? null : line.stability,
    ]),
  };
}

export interface ChoiceRow {
  readonly k: number;
  readonly silhouette: string;
  readonly stability: string;
  readonly gap: string;
  readonly isShown: boolean;
}

export const choiceRows = (
  { choices, headline }: ClustersResult,
  { format }: Words,
): readonly ChoiceRow[] =>
  choices.map(({ k, silhouette, stability, gap }: ClusterChoice) => ({
    k,
    silhouette: format.number(silhouette, 3),
    stability: format.number(stability, 2),
    gap: gap === null ? format.dash : format.number(gap, 2),
    isShown: k === headline.k,
  }));
