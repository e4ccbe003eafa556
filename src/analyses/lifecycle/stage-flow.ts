import { STAGE_IDS, type LifecycleResult, type StageId } from "./spec";

export interface FlowCell {
  readonly to: StageId;
  readonly customers: number;
  readonly stayed: boolean;
  /** 0..1 of the largest move */
  readonly depth: number;
}

export interface FlowRow {
  readonly from: StageId | "none";
  readonly cells: readonly FlowCell[];
  readonly total: number;
}

/** Stage before (rows, those with customers) by stage now (columns); totals of the columns are the stages of today. */
export function flowMatrix(result: LifecycleResult): {
  readonly rows: readonly FlowRow[];
  readonly totals: readonly number[];
  readonly moved: number;
} {
  const count = (from: string, to: string): number =>
    result.flows.reduce((n, f) => n + (f.from === from && f.to === to ? f.customers : 0), 0);
  const moves = result.flows.filter(({ from, to }) => from !== to);
  const most = Math.max(1, ...moves.map(({ customers }) => customers));
  const rows = (["none", ...STAGE_IDS] as const).map((from): FlowRow => {
    const cells = STAGE_IDS.map((to): FlowCell => {
      const customers = count(from, to);
      const stayed = from === to;
      return { to, customers, stayed, depth: stayed ? 0 : customers / most };
    });
    return { from, cells, total: cells.reduce((n, { customers }) => n + customers, 0) };
  });
  return {
    rows: rows.filter(({ total }) => total > 0),
    totals: STAGE_IDS.map((to) =>
      rows.reduce(
        (n, { cells }) => n + (cells.find((cell) => cell.to === to)?.customers ?? Number.NaN),
        0,
      ),
    ),
    moved: moves.reduce((n, { from, customers }) => n + (from === "none" ? 0 : customers), 0),
  };
}
