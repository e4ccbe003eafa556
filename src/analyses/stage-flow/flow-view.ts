import type { FigurePoint } from "../../page/charts/figure";
import { FLOW_STAGES, type FlowStage, type StageFlowResult } from "./spec";
import type { Words } from "./view-model";

/** Where customers come from: a stage, or nowhere yet. */
export type Side = FlowStage | "none";

/** One band of the flow: customers that went from one place to another, and where it leaves and arrives. */
interface Ribbon {
  readonly from: Side;
  readonly to: FlowStage;
  readonly edge: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly point: FigurePoint;
}

interface FlowNode {
  readonly stage: Side;
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

export interface FlowView {
  readonly ribbons: readonly Ribbon[];
  readonly nodes: readonly FlowNode[];
  readonly height: number;
}

const SIDES: readonly Side[] = ["none", ...FLOW_STAGES];
/** Between two stages, as a part of all customers. */
const GAP = 0.05;

interface Flow {
  readonly from: Side;
  readonly to: FlowStage;
  readonly count: number;
}

/** The last period as bands between two stacks; widths are customers. */
export function flowView(result: StageFlowResult, words: Words): FlowView {
  const flows = flowsOf(result);
  const gap = flows.reduce((sum, { count }) => sum + count, 0) * GAP;
  const left = stack(SIDES, gap, (place) => sumOf(flows.filter(({ from }) => from === place)));
  const right = stack(FLOW_STAGES, gap, (place) => sumOf(flows.filter(({ to }) => to === place)));
  const leaving = new Map([...left].map(([place, { high }]) => [place, high]));
  const arriving = new Map([...right].map(([place, { high }]) => [place, high]));
  const stacks = [...left.values(), ...right.values()];
  return {
    ribbons: flows.map((flow) =>
      ribbon(
        flow,
        words,
        take(leaving, flow.from, flow.count),
        take(arriving, flow.to, flow.count),
      ),
    ),
    nodes: [...nodes(left, 0, words), ...nodes(right, 1, words)],
    height: Math.max(...stacks.map(({ high }) => high), 1),
  };
}

function flowsOf({ cells, came }: StageFlowResult): readonly Flow[] {
  const newcomers = FLOW_STAGES.map((to, k): Flow => ({
    from: "none",
    to,
    count: came[k] as number,
  }));
  const moves = cells.map(({ from, to, lastCount }): Flow => ({ from, to, count: lastCount }));
  return [...newcomers, ...moves].filter(({ count }) => count > 0);
}

const sumOf = (flows: readonly Flow[]): number => flows.reduce((sum, { count }) => sum + count, 0);

type Stack = ReadonlyMap<Side, { readonly low: number; readonly high: number }>;

/** Places above each other, the first on top; empty ones take no room. */
function stack(places: readonly Side[], gap: number, sizeOf: (place: Side) => number): Stack {
  let at = 0;
  const found = new Map<Side, { low: number; high: number }>();
  for (const place of places.toReversed()) {
    const size = sizeOf(place);
    if (size === 0) continue;
    found.set(place, { low: at, high: at + size });
    at += size + gap;
  }
  return found;
}

/** Takes the next part of a place from the top and says where it began. */
function take(tops: Map<Side, number>, place: Side, count: number): number {
  const top = tops.get(place) ?? NaN;
  tops.set(place, top - count);
  return top;
}

function ribbon(
  { from, to, count }: Flow,
  { t, format }: Words,
  start: number,
  end: number,
): Ribbon {
  return {
    from,
    to,
    edge: [
      { x: 0, low: start - count, high: start },
      { x: 1, low: end - count, high: end },
    ],
    point: {
      x: 0.5,
      y: (start + end - count) / 2,
      cell: `stage-move:${from}:${to}`,
      title: t.matrix.move({ from: t.stages[from], to: t.stages[to] }),
      rows: [{ label: t.flow.customers, value: format.count(count) }],
    },
  };
}

const nodes = (stacked: Stack, x: number, { t, format }: Words): readonly FlowNode[] =>
  [...stacked].map(([stage, { low, high }]) => ({
    stage,
    x,
    low,
    high,
    text: `${t.stages[stage]} ${format.count(high - low)}`,
  }));
