import { abcCut, GRADES } from "../../domain/rule-book";
import type { CustomerHistories } from "../../measures/clv/purchase-history";
import { gradesOf, valueRanking } from "../../measures/grades";
import type { GridCell } from "./spec";

/** A: half of the money, B: the next 30 %. */
const CUT = abcCut("cumulative-50-80");

export interface Grid {
  readonly cells: readonly GridCell[];
  /** of each customer of the base: index into `cells` */
  readonly cellOf: Uint8Array;
}

/**
 * Customers by what they are worth now (sales of the last months) and by what they will be (CLV).
 *
 * @param clv  of each customer of the base
 * @param past sales of the last months, by row of `customers`
 */
export function gridOf(base: CustomerHistories, clv: Float64Array, past: Float64Array): Grid {
  const future = new Float64Array(past.length);
  base.customers.forEach((customer, i) => {
    future[customer] = clv[i]!;
  });
  const nowOf = gradesOf(valueRanking(base.customers, past), CUT, past.length);
  const nextOf = gradesOf(valueRanking(base.customers, future), CUT, past.length);
  const cells = GRADES.flatMap((now) =>
    GRADES.map((next) => ({ now, next, customers: 0, past: 0, clv: 0 })),
  );
  const cellOf = new Uint8Array(base.customers.length);
  base.customers.forEach((customer, i) => {
    const index = (nowOf[customer]! - 1) * GRADES.length + nextOf[customer]! - 1;
    const cell = cells[index]!;
    cellOf[i] = index;
    cell.customers++;
    cell.past += past[customer]!;
    cell.clv += clv[i]!;
  });
  return { cells, cellOf };
}
