import type { FieldKind } from "../domain/field";
import { fieldSpec } from "../domain/vocabulary";
import type { SheetPart } from "./build/sheet-builder";
import type { SheetPlan } from "./plan";

/** Below this a second thread takes longer to start than it saves. */
export const SHARED_BYTES = 8 * 1024 * 1024;

/** Another thread that reads some columns of a sheet while this one reads the others. */
export interface SecondReader {
  /** @param columns positions in the plan */
  start(file: Blob, plan: SheetPlan, columns: readonly number[]): SecondReading;
}

export interface SecondReading {
  /** As `readPlainPart`; null or a rejection when it could not be done. */
  readonly part: Promise<SheetPart | null>;
  /** False until the thread has given a sign of life: a browser may not start it, and say nothing. */
  isRunning(): boolean;
  /** Ends the thread, whatever it is doing. */
  stop(): void;
}

/** What a column costs beside cutting the file, which every reader does: texts are looked up, and often new. */
const COSTS: Readonly<Partial<Record<FieldKind, number>>> = { text: 4, category: 2 };

/**
 * The columns for a second reader, so that both have about the same to do; null when there is too little to share.
 *
 * Columns are shared, not rows: every reader sees the whole file, so quotes, row numbers and the order of a dictionary
 * need no joining, and the result does not depend on the number of threads.
 */
export function columnsToShare(plan: SheetPlan): readonly number[] | null {
  const costs = plan.columns.flatMap(({ index, target, kind }) => {
    if (target === null) return [];
    const cost = COSTS[fieldSpec(plan.entity, target)?.kind ?? kind];
    return [{ index, cost: cost === undefined ? 1 : cost }];
  });
  costs.sort((a, b) => b.cost - a.cost);
  const shared: number[] = [];
  let own = 0;
  let others = 0;
  for (const { index, cost } of costs) {
    if (others < own) {
      shared.push(index);
      others += cost;
    } else own += cost;
  }
  return others < 2 ? null : shared;
}
