import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { BoneLine, CauseLine, CausesParams, CausesResult } from "./spec";
import { shareOfOutcome, type Words } from "./view-model";

const asNumber = (value: TwinValue): number => Number(value);

export interface ParetoBar {
  readonly name: string;
  readonly value: number;
  /** running share of the whole, 0..1 */
  readonly running: number;
  readonly label: string;
  readonly isRising: boolean;
  readonly cell: string;
  readonly rows: readonly CardRow[];
}

export interface ParetoView {
  readonly bars: readonly ParetoBar[];
  readonly total: number;
  readonly percent: (share: number) => string;
}

export function paretoView(result: CausesResult, params: CausesParams, words: Words): ParetoView {
  const { t, format, currency } = words;
  const value = (line: CauseLine): number =>
    params.by === "count" ? line.cases : (line.money ?? 0);
  const rest = params.by === "count" ? result.moreCases : result.moreMoney;
  const total = result.causes.reduce((sum, line) => sum + value(line), rest);
  let running = 0;
  return {
    bars: result.causes.map((line) => {
      running += value(line);
      const share = format.percent(total > 0 ? running / total : 0);
      const shown =
        params.by === "count" ? format.count(line.cases) : format.money(line.money ?? 0, currency);
      return {
        name: line.name,
        value: value(line),
        running: total > 0 ? running / total : 0,
        label: line.isRising ? `${shown} ▲` : shown,
        isRising: line.isRising,
        cell: `complaint-cause:${line.name}`,
        rows: [
          { label: t.pareto.cases, value: format.count(line.cases) },
          ...(line.money === null
            ? []
            : [{ label: t.pareto.money, value: format.money(line.money, currency) }]),
          { label: t.pareto.running, value: share },
          { label: t.pareto.customers, value: format.count(line.customers) },
          { label: t.pareto.before, value: format.count(line.before) },
          ...(line.isRising ? [{ label: t.pareto.change, value: t.pareto.rising }] : []),
        ],
      };
    }),
    total,
    percent: (share) => format.percent(share),
  };
}

export function paretoTwin(result: CausesResult, params: CausesParams, words: Words): TwinTable {
  const { t, format, currency } = words;
  const count = (value: TwinValue): string => format.count(asNumber(value));
  const percent = (value: TwinValue): string => format.percent(asNumber(value));
  const money = (value: TwinValue): string =>
    value === null ? format.dash : format.moneyExact(asNumber(value), currency);
  const { bars } = paretoView(result, params, words);
  return {
    columns: [
      { label: t.pareto.cause },
      { label: t.pareto.cases, numeric: true, show: count },
      { label: t.pareto.money, numeric: true, show: money },
      { label: t.pareto.running, numeric: true, show: percent },
      { label: t.pareto.customers, numeric: true, show: count },
      { label: t.pareto.before, numeric: true, show: count },
      { label: t.pareto.bone },
      { label: t.pareto.side },
    ],
    rows: result.causes.map((line, i) => [
      line.name,
      line.cases,
      line.money,
      bars[i]?.running ?? 0,
      line.customers,
      line.before,
      t.bones.names[line.bone],
      t.sides.names[line.side],
    ]),
  };
}

/** One bone of the drawing, in units of the picture: the spine runs along y = 0 from x = 0 to 10. */
export interface DrawnBone {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly text: string;
  readonly cases: number;
  readonly twigs: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly cell: string;
  readonly rows: readonly CardRow[];
}

export interface FishboneView {
  readonly bones: readonly DrawnBone[];
  readonly head: string;
  readonly most: number;
}

/** Three bones above and three below, in the order of the codes; twigs beside their bone, from the end inwards. */
export function fishboneView({ bones, headline }: CausesResult, words: Words): FishboneView {
  const { t, format } = words;
  const drawn = bones.map((line, i): DrawnBone => {
    const side = i < 3 ? 1 : -1;
    const to = { x: 3.1 + (i % 3) * 2.9, y: 0 };
    const from = { x: to.x - 1.5, y: 4.4 * side };
    return {
      from,
      to,
      text: t.bones.label({ name: t.bones.names[line.bone], cases: line.cases }),
      cases: line.cases,
      twigs: twigsOf(line, from, to, words),
      cell: `complaint-bone:${line.bone}`,
      rows: [
        { label: t.pareto.cases, value: format.count(line.cases) },
        { label: t.pareto.customers, value: format.count(line.customers) },
        ...line.causes.map(({ name, cases }) => ({ label: name, value: format.count(cases) })),
      ],
    };
  });
  return {
    bones: drawn,
    head: t.bones.head({ cases: headline.explained }),
    most: Math.max(...bones.map(({ cases }) => cases), 1),
  };
}

const TWIGS_DRAWN = 3;

function twigsOf(
  { causes }: BoneLine,
  from: DrawnBone["from"],
  to: DrawnBone["to"],
  { t }: Words,
): DrawnBone["twigs"] {
  return causes.slice(0, TWIGS_DRAWN).map(({ name, cases }, k) => {
    const part = 0.2 + 0.25 * k;
    return {
      x: from.x + part * (to.x - from.x),
      y: from.y + part * (to.y - from.y),
      text: t.bones.label({ name, cases }),
    };
  });
}

export function fishboneTwin({ bones }: CausesResult, { t, format }: Words): TwinTable {
  const count = (value: TwinValue): string => format.count(asNumber(value));
  return {
    columns: [
      { label: t.bones.bone },
      { label: t.pareto.cause },
      { label: t.pareto.cases, numeric: true, show: count },
    ],
    rows: bones.flatMap((line) =>
      line.causes.map(({ name, cases }) => [t.bones.names[line.bone], name, cases]),
    ),
  };
}

/** A share or a rate with its interval, one a row. */
export interface WhiskerRow {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly stands: boolean;
  readonly cell: string;
  readonly rows: readonly CardRow[];
}

export interface WhiskerView {
  readonly rows: readonly WhiskerRow[];
  readonly xMax: number;
  readonly mark: number | null;
}

export function productView(result: CausesResult, words: Words): WhiskerView {
  const { t, format } = words;
  const lines = (result.products ?? []).slice(0, 8);
  const rows = lines.map((line) => {
    const rate = t.rate({ per: line.rate });
    return {
      name: line.name,
      value: line.rate,
      low: line.low,
      high: line.high,
      label: `${t.products.label({ rate, cases: line.cases })}${line.isHigh ? " ▲" : ""}`,
      stands: line.isHigh,
      cell: `complaint-product:${line.key}`,
      rows: [
        { label: t.products.rate, value: rate },
        {
          label: t.products.interval,
          value: `${t.rate({ per: line.low })}–${t.rate({ per: line.high })}`,
        },
        { label: t.products.cases, value: format.count(line.cases) },
        { label: t.products.sold, value: format.count(line.sold) },
        ...(line.isHigh ? [{ label: t.products.verdict, value: t.products.high }] : []),
      ],
    };
  });
  return {
    rows,
    xMax: Math.max(...rows.map(({ high }) => high), 1e-9),
    mark: result.headline.per1000,
  };
}

export function productTwin(result: CausesResult, { t, format }: Words): TwinTable {
  const count = (value: TwinValue): string => format.count(asNumber(value));
  const rate = (value: TwinValue): string => t.rate({ per: asNumber(value) });
  return {
    columns: [
      { label: t.products.product },
      { label: t.products.cases, numeric: true, show: count },
      { label: t.products.sold, numeric: true, show: count },
      { label: t.products.rate, numeric: true, show: rate },
    ],
    rows: (result.products ?? []).map((line) => [line.name, line.cases, line.sold, line.rate]),
  };
}

export function afterView(result: CausesResult, words: Words): WhiskerView {
  const { t, format } = words;
  return {
    rows: result.after.flatMap(({ outcome, share, low, high, followed, bought }) => {
      if (share === null || low === null || high === null) return [];
      return [
        {
          name: t.after.names[outcome],
          value: share,
          low,
          high,
          label: t.after.label({ share: format.percent(share), followed }),
          stands: false,
          cell: `complaint-after:${outcome}`,
          rows: [
            { label: t.after.share, value: format.percent(share) },
            { label: t.after.interval, value: format.percentInterval(low, high) },
            { label: t.after.bought, value: format.count(bought) },
            { label: t.after.followed, value: format.count(followed) },
          ],
        },
      ];
    }),
    xMax: 1,
    mark: null,
  };
}

export function afterTwin({ after }: CausesResult, { t, format }: Words): TwinTable {
  const count = (value: TwinValue): string => format.count(asNumber(value));
  const percent = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(asNumber(value));
  return {
    columns: [
      { label: t.after.outcome },
      { label: t.after.followed, numeric: true, show: count },
      { label: t.after.bought, numeric: true, show: count },
      { label: t.after.share, numeric: true, show: percent },
    ],
    rows: after.map((line) => [
      t.after.names[line.outcome],
      line.followed,
      line.bought,
      line.share,
    ]),
  };
}

export const afterDescription = (result: CausesResult, words: Words): string =>
  words.t.after.description({
    good: shareOfOutcome(result, "good", words),
    poor: shareOfOutcome(result, "poor", words),
  });

export interface AgainView {
  readonly line: readonly { readonly x: number; readonly y: number }[];
  readonly stops: readonly {
    readonly x: number;
    readonly y: number;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
}

export function againView({ again }: CausesResult, { t, format }: Words): AgainView {
  const points = Array.from(again.days, (x, i) => ({ x, y: again.shares[i] ?? 0 }));
  return {
    line: [{ x: 0, y: 0 }, ...points],
    stops: points.map((point) => ({
      ...point,
      title: t.again.at({ days: format.number(point.x, 0) }),
      rows: [{ label: t.again.share, value: format.percent(point.y) }],
    })),
    percent: (share) => format.percent(share),
    number: (value) => format.number(value, 0),
  };
}

export function againTwin({ again }: CausesResult, { t, format }: Words): TwinTable {
  return {
    columns: [
      { label: t.again.days, numeric: true, show: (value) => format.number(asNumber(value)) },
      { label: t.again.share, numeric: true, show: (value) => format.percent(asNumber(value)) },
    ],
    rows: Array.from(again.days, (days, i) => [days, again.shares[i] ?? 0]),
  };
}
