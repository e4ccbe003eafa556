import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { WhaleCurve } from "./spec";
import { periodOf, type Drawn, type Words } from "./view-model";

export interface CurvePoint {
  /** share of the customers, most profitable first, 0..1 */
  readonly x: number;
  /** profit together: share of the total, or money */
  readonly y: number;
}

export interface CurveStop extends CurvePoint {
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface CurveView {
  /** up to the peak, and from the last customer at zero on; both with their corner */
  readonly rising: readonly CurvePoint[];
  readonly falling: readonly CurvePoint[];
  readonly line: readonly CurvePoint[];
  readonly peak: (CurvePoint & { readonly text: string }) | null;
  readonly breakEven: (CurvePoint & { readonly text: string }) | null;
  /** where the curve ends: 1, or the total */
  readonly end: number;
  readonly yDomain: readonly [number, number];
  readonly yTicks: readonly number[] | null;
  readonly xTicks: readonly number[];
  readonly stops: readonly CurveStop[];
  readonly percent: (share: number) => string;
  readonly value: (y: number) => string;
}

const scaleOf = (whale: WhaleCurve): number => (whale.isMoney ? 1 : whale.total);

/** How a profit is shown: as a share of the total, or as money where shares mean nothing. */
function valueText(whale: WhaleCurve, money: number, { format, currency }: Words): string {
  return whale.isMoney ? format.money(money, currency) : format.percent(money / whale.total);
}

export function curveView({ whale }: Drawn, words: Words): CurveView {
  const { t, format } = words;
  const n = whale.customers;
  const { ranks, money } = whale.points;
  const scale = scaleOf(whale);
  const line = Array.from(ranks, (rank, i) => ({
    x: rank / n,
    y: (money[i] as number) / scale,
    rank,
  }));
  const at = (rank: number): CurvePoint => {
    const { x, y } = line.find((point) => point.rank === rank) as CurvePoint;
    return { x, y };
  };
  const { peakCustomer, breakEvenCustomer, lossCustomers } = whale;
  const lastZero = n - lossCustomers;
  const peakText = t.curve.peak({
    value: valueText(whale, whale.peakMoney, words),
    customers: peakCustomer,
  });
  const ys = line.map(({ y }) => y);
  return {
    rising: line.filter(({ rank }) => rank <= lastZero),
    falling: lossCustomers === 0 ? [] : line.filter(({ rank }) => rank >= lastZero),
    line,
    peak: peakCustomer === 0 ? null : { ...at(peakCustomer), text: peakText },
    breakEven:
      breakEvenCustomer === null || breakEvenCustomer >= 0.9 * peakCustomer
        ? null
        : {
            ...at(breakEvenCustomer),
            text: t.curve.breakEven({ customers: breakEvenCustomer }),
          },
    end: whale.total / scale,
    yDomain: [Math.min(0, ...ys), Math.max(0, ...ys) * 1.08],
    yTicks: whale.isMoney ? null : [0, 0.5, 1],
    xTicks: xTicks(peakCustomer / n),
    stops: stopsOf(whale, words),
    percent: (share) => format.percent(share),
    value: (y) => (whale.isMoney ? format.short(y) : format.percent(y)),
  };
}

/** 0, 20 %, the peak and the end, where they do not run into each other. */
function xTicks(peak: number): readonly number[] {
  return [0, 0.2, ...(peak > 0.3 && peak < 0.9 ? [peak] : []), 1];
}

const STOPS = 24;

function stopsOf(whale: WhaleCurve, words: Words): CurveStop[] {
  const { t, format, currency } = words;
  const n = whale.customers;
  const { ranks, money } = whale.points;
  const special = new Map([
    [whale.breakEvenCustomer ?? -1, "break-even"],
    [whale.top20.customers, "share:20"],
  ]);
  const wanted = new Set([whale.peakCustomer, whale.top20.customers, n - whale.lossCustomers, n]);
  if (whale.breakEvenCustomer !== null) wanted.add(whale.breakEvenCustomer);
  for (let i = 1; i <= STOPS; i++) wanted.add(nearestRank(ranks, (n * i) / STOPS));
  return [...wanted]
    .filter((rank) => rank > 0)
    .sort((a, b) => a - b)
    .map((rank) => {
      const sum = money[ranks.indexOf(rank)] as number;
      const rows: CardRow[] = [{ label: t.curve.money, value: format.money(sum, currency) }];
      if (!whale.isMoney) {
        rows.push({ label: t.curve.share, value: format.percent(sum / whale.total) });
      }
      const side = rank <= n - whale.lossCustomers ? "earning" : "loss";
      return {
        x: rank / n,
        y: sum / scaleOf(whale),
        cell: special.get(rank) ?? side,
        title: t.curve.pointTitle({ ratio: format.percent(rank / n), customers: rank }),
        rows,
      };
    });
}

function nearestRank(ranks: Uint32Array, wanted: number): number {
  let best = Infinity;
  for (const rank of ranks) if (Math.abs(rank - wanted) < Math.abs(best - wanted)) best = rank;
  return best;
}

const asNumber = (value: TwinValue): number => Number(value);

export function curveTwin({ whale }: Drawn, { t, format, currency }: Words): TwinTable {
  const percent = (value: TwinValue): string => format.percent(asNumber(value));
  const { ranks, money } = whale.points;
  const columns = [
    {
      label: t.curve.customers,
      numeric: true,
      show: (value: TwinValue) => format.count(asNumber(value)),
    },
    { label: t.curve.customerShare, numeric: true, show: percent },
    {
      label: t.curve.money,
      numeric: true,
      show: (value: TwinValue) => format.moneyExact(asNumber(value), currency),
    },
  ];
  const share = { label: t.curve.share, numeric: true, show: percent };
  return {
    columns: whale.isMoney ? columns : [...columns, share],
    rows: Array.from(ranks, (rank, i) => {
      const sum = money[i] as number;
      const row = [rank, rank / whale.customers, sum];
      return whale.isMoney ? row : [...row, sum / whale.total];
    }),
  };
}

export function curveSub(result: Drawn, words: Words): string {
  const { t } = words;
  const basis = { customers: result.whale.customers, period: periodOf(result, words) };
  return result.ground === "assumed" ? t.curve.subAssumed(basis) : t.curve.sub(basis);
}

export function curveDescription({ whale }: Drawn, words: Words): string {
  return words.t.curve.description({
    peak: valueText(whale, whale.peakMoney, words),
    losers: whale.lossCustomers,
    lost: valueText(whale, -whale.lossMoney, words),
  });
}

export interface CausesView {
  readonly bars: readonly {
    readonly name: string;
    /** what is lost, above 0 */
    readonly loss: number;
    readonly label: string;
    readonly cell: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly short: (value: number) => string;
}

export function causesView({ whale }: Drawn, { t, format, currency }: Words): CausesView {
  return {
    bars: whale.causes.map(({ cause, customers, loss, cost, alone }) => ({
      name: t.causes.names[cause],
      loss: -loss,
      label: t.causes.label({ lost: format.money(-loss, currency), customers }),
      cell: `loss:${cause}`,
      rows: [
        { label: t.causes.loss, value: format.money(loss, currency) },
        { label: t.causes.customers, value: format.count(customers) },
        { label: t.causes.cost, value: format.money(cost, currency) },
        { label: t.causes.alone, value: format.count(alone) },
      ],
    })),
    short: (value) => format.short(value),
  };
}

export function causesTwin({ whale }: Drawn, { t, format, currency }: Words): TwinTable {
  const money = (value: TwinValue): string => format.moneyExact(asNumber(value), currency);
  const count = (value: TwinValue): string => format.count(asNumber(value));
  return {
    columns: [
      { label: t.causes.cause },
      { label: t.causes.customers, numeric: true, show: count },
      { label: t.causes.loss, numeric: true, show: money },
      { label: t.causes.cost, numeric: true, show: money },
      { label: t.causes.alone, numeric: true, show: count },
    ],
    rows: whale.causes.map(({ cause, customers, loss, cost, alone }) => [
      t.causes.names[cause],
      customers,
      loss,
      cost,
      alone,
    ]),
  };
}
