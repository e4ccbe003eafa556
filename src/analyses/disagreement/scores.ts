import { abcCut, DEFAULT_ABC_CUT, RFM_SEGMENTS } from "../../domain/rule-book";
import type { CustomerLedger } from "../../measures/customer-ledger";
import { elevenSegments } from "../../measures/eleven-segments";
import { gradesOf, valueRanking } from "../../measures/grades";
import type { OrderBook } from "../../measures/order-book";
import { windowOf } from "../../measures/window";
import type { Ambient } from "../define";
import type { Against, Gap } from "./spec";

/** One score of every customer, or why there is none. */
export type Scored =
  | {
      readonly kind: "scored";
      readonly against: Against;
      /** index into LEVELS + 1 by row of `customers`; 0 = not known */
      readonly levels: Uint8Array;
      /** what the levels rank by; NaN where not known */
      readonly values: Float64Array;
    }
  | ({ readonly kind: "gap" } & Gap);

/** Grades of the customers in `rows` by what they bring, best first; 0 elsewhere. */
export const gradesBy = (rows: Uint32Array, values: Float64Array, customers: number): Uint8Array =>
  gradesOf(valueRanking(rows, values), abcCut(DEFAULT_ABC_CUT), customers);

/** Which of the eleven segments buy, which have fallen silent; the others are in between. */
const ACTIVE = new Set(["champions", "loyal", "potential"]);
const SILENT = new Set(["sleeping", "at-risk", "cannot-lose", "hibernating", "lost"]);

/** Active, middling or silent by the eleven segments of RFM over the whole history; ranked by recency and frequency together. */
export function activityOf(book: OrderBook, { scope, orderRows }: Ambient): Scored {
  const { asOfDay } = scope;
  const found = elevenSegments(book, { period: windowOf(scope, "all"), asOfDay, orderRows });
  const { customers, scores, places } = found;
  const levelOf = RFM_SEGMENTS.eleven.map(({ id }) => {
    if (ACTIVE.has(id)) return 1;
    return SILENT.has(id) ? 3 : 2;
  });
  const levels = new Uint8Array(book.customerCount);
  const values = new Float64Array(book.customerCount).fill(NaN);
  customers.forEach((customer, i) => {
    levels[customer] = levelOf[places[i]!]!;
    values[customer] = scores.recency.scores[i]! + scores.frequency.scores[i]!;
  });
  return { kind: "scored", against: "activity", levels, values };
}

/** A, B, C by profit among the customers in `rows` whose profit is known; those below zero are apart. */
export function profitOf(rows: Uint32Array, { profits }: CustomerLedger): Scored {
  if (profits === null) return { kind: "gap", against: "profit", reason: "no-profit" };
  const known = rows.filter((row) => !Number.isNaN(profits[row]!));
  if (known.length === 0) return { kind: "gap", against: "profit", reason: "no-profit" };
  const levels = gradesBy(known, profits, profits.length);
  const values = new Float64Array(profits.length).fill(NaN);
  for (const row of known) {
    values[row] = profits[row]!;
    if (profits[row]! < 0) levels[row] = 4;
  }
  return { kind: "scored", against: "profit", levels, values };
}
