import { epochDay } from "../../kernel/base/calendar";
import type { TwinTable } from "../../page/charts/figure";
import { TIERS, type GradesResult, type Tier, type TierFlow } from "./spec";
import type { Words } from "./view-model";

/** One ribbon: heights on both sides, in customers from the top. */
export interface Ribbon {
  readonly from: Tier;
  readonly cell: string;
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

export interface Block {
  readonly tier: Tier;
  readonly side: 0 | 1;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface FlowView {
  readonly ribbons: readonly Ribbon[];
  readonly blocks: readonly Block[];
  readonly height: number;
  readonly sides: readonly [string, string];
}

/** Room between two grades, as a share of all customers. */
const GAP = 0.03;

/** Where every ribbon begins and ends: both sides in the order of the grades, ribbons in the order of the other side. */
export function flowView(flow: TierFlow, words: Words): FlowView {
  const { t, format, currency } = words;
  const total = flow.cells.reduce((sum, { customers }) => sum + customers, 0);
  const gap = total * GAP;
  const money = (amount: number): string => format.money(amount, currency);
  const sums = (side: "from" | "to"): Readonly<Record<Tier, number>> => {
    const heads = { a: 0, b: 0, c: 0, none: 0 };
    for (const cell of flow.cells) heads[cell[side]] += cell.customers;
    return heads;
  };
  const blocksOf = (side: 0 | 1): readonly Block[] => {
    const heads = sums(side === 0 ? "from" : "to");
    let top = 0;
    return TIERS.filter((tier) => heads[tier] > 0).map((tier): Block => {
      const from = top;
      const to = from + heads[tier];
      top = to + gap;
      const text = t.flow.sideTitle({ grade: t.grade[tier], customers: heads[tier] });
      return { tier, side, from, to, text };
    });
  };
  const [left, right] = [blocksOf(0), blocksOf(1)];
  const next = (blocks: readonly Block[]) => new Map(blocks.map(({ tier, from }) => [tier, from]));
  const [starts, ends] = [next(left), next(right)];
  const take = (places: Map<Tier, number>, tier: Tier, size: number): readonly [number, number] => {
    const from = places.get(tier) ?? 0;
    places.set(tier, from + size);
    return [from, from + size];
  };
  const ribbons = flow.cells.map(({ from, to, customers, before, now }): Ribbon => ({
    from,
    cell: `flow:${from}:${to}`,
    left: take(starts, from, customers),
    right: take(ends, to, customers),
    title: t.flow.cell({ from: t.grade[from], to: t.grade[to] }),
    rows: [
      { label: t.flow.customers, value: format.count(customers) },
      { label: t.flow.before, value: money(before) },
      { label: t.flow.now, value: money(now) },
    ],
  }));
  const height = Math.max(...[...left, ...right].map(({ to }) => to));
  return { ribbons, blocks: [...left, ...right], height, sides: [t.flow.from, t.flow.to] };
}

export function flowTwin(flow: TierFlow, { t, format, currency }: Words): TwinTable {
  const money = (value: string | number | null): string => format.money(Number(value), currency);
  const count = (value: string | number | null): string => format.count(Number(value));
  return {
    columns: [
      { label: t.flow.from },
      { label: t.flow.to },
      { label: t.flow.customers, numeric: true, show: count },
      { label: t.flow.before, numeric: true, show: money },
      { label: t.flow.now, numeric: true, show: money },
    ],
    rows: flow.cells.map(({ from, to, customers, before, now }) => [
      t.grade[from],
      t.grade[to],
      customers,
      before,
      now,
    ]),
  };
}

export function flowSub(result: GradesResult, flow: TierFlow, { t, format }: Words): string {
  const period = (from: number, to: number): string => format.period(epochDay(from), epochDay(to));
  return t.flow.sub({
    before: period(flow.fromDay, flow.toDay),
    now: period(result.fromDay, result.toDay),
  });
}

/** What became of the A customers, in sentences. */
export function flowLines(flow: TierFlow, { t, format, currency }: Words): readonly string[] {
  const { before, now, keptShare, joined, left } = flow;
  const change =
    before.amount > 0 ? format.percentChange(now.amount / before.amount - 1) : format.dash;
  return [
    t.flow.growth({
      before: format.money(before.amount, currency),
      now: format.money(now.amount, currency),
      change,
      customersBefore: before.customers,
      customers: now.customers,
    }),
    t.flow.kept({
      joined,
      left,
      share: keptShare === null ? format.dash : format.percent(keptShare),
    }),
  ];
}
