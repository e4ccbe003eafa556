import type { Entity } from "./entities";

/** A table that an import would leave with less than half of its rows. */
export interface Shrink {
  readonly entity: Entity;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
}

/** Less than this share of the rows asks first (R8). */
const KEPT_SHARE = 0.5;

interface Size {
  readonly entity: Entity;
  readonly rowCount: number;
}

/** The tables that would lose more than half of their rows; none: the import may go on without a question. */
export function shrinking(before: readonly Size[], after: readonly Size[]): readonly Shrink[] {
  return before.flatMap(({ entity, rowCount }) => {
    const found = after.find((table) => table.entity === entity);
    const rowsAfter = found === undefined ? 0 : found.rowCount;
    if (rowsAfter >= KEPT_SHARE * rowCount) return [];
    return [{ entity, rowsBefore: rowCount, rowsAfter }];
  });
}
