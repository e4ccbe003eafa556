import {
  CANCELLED_LINE,
  FREE_LINE,
  LINE_KINDS,
  RETURN_LINE,
  SALE_LINE,
} from "../../domain/line-kind";
import { dictionaryColumn } from "../../kernel/table/builder";
import { MISSING_CODE, type DictionaryColumn, type FloatColumn } from "../../kernel/table/column";

const RETURN_WORDS =
  /退货|退貨|退款|退回|退换|退換|红字|紅字|红冲|紅沖|冲红|销售退|銷售退|折讓|return|refund|credit (?:note|memo)|chargeback/i;
const NOT_RETURNED =
  /未退|无退|無退|拒绝退|拒絕退|not return|non-?return|no return|return rejected|refund rejected/i;
const CANCELLED_WORDS =
  /取消|作废|作廢|已撤|撤销|撤銷|交易关闭|交易關閉|已关闭|已關閉|cancel|void(?:ed)?\b|annul/i;
const NOT_CANCELLED = /未取消|未作废|未作廢|not cancel/i;
/** Invoice numbers such as C536379 beside 536365. */
const CANCELLED_ORDER = /^C\d+$/i;
/** Share of the other order numbers that must not begin with C, for the C to mean anything. */
const PLAIN_SHARE = 0.5;

export interface LineFacts {
  readonly rowCount: number;
  readonly amounts: Float64Array;
  readonly quantity: FloatColumn | null;
  readonly unitPrice: FloatColumn | null;
  readonly orderId: DictionaryColumn | null;
  readonly status: DictionaryColumn | null;
}

/**
 * What each order line is: cancelled by status or order number, then a return by status, negative quantity or negative
 * amount, then free when its unit price is not above zero, else a sale. A stock correction (negative quantity at no price)
 * is free: no money went back. O(rows + distinct words).
 */
export function lineKindColumn(facts: LineFacts): DictionaryColumn {
  const byStatus = facts.status ? facts.status.dictionary.map(statusKind) : [];
  const byOrder = facts.orderId ? cancelledOrders(facts.orderId.dictionary) : null;
  const codes = new Uint32Array(facts.rowCount);
  for (let row = 0; row < facts.rowCount; row++) {
    const statusCode = facts.status ? facts.status.codes[row]! : MISSING_CODE;
    const said = statusCode === MISSING_CODE ? SALE_LINE : byStatus[statusCode]!;
    const orderCode = facts.orderId ? facts.orderId.codes[row]! : MISSING_CODE;
    const isCancelledOrder = byOrder !== null && orderCode !== MISSING_CODE && byOrder[orderCode]!;
    codes[row] =
      said === CANCELLED_LINE || isCancelledOrder
        ? CANCELLED_LINE
        : kindByNumbers(facts, row, said);
  }
  return dictionaryColumn(codes, LINE_KINDS);
}

function kindByNumbers(facts: LineFacts, row: number, said: number): number {
  const amount = facts.amounts[row]!;
  const isFree = facts.unitPrice !== null && facts.unitPrice.values[row]! <= 0;
  if (isFree && amount === 0) return FREE_LINE;
  if (said === RETURN_LINE || amount < 0) return RETURN_LINE;
  if (facts.quantity !== null && facts.quantity.values[row]! < 0) return RETURN_LINE;
  return isFree ? FREE_LINE : SALE_LINE;
}

/** The kind that a status word says; SALE_LINE when it says nothing of the sort. */
function statusKind(status: string): number {
  const word = status.normalize("NFKC");
  if (CANCELLED_WORDS.test(word) && !NOT_CANCELLED.test(word)) return CANCELLED_LINE;
  return RETURN_WORDS.test(word) && !NOT_RETURNED.test(word) ? RETURN_LINE : SALE_LINE;
}

/** For each order number whether its C says cancelled; null when it says nothing in this file. */
function cancelledOrders(orders: readonly string[]): readonly boolean[] | null {
  const isMarked = orders.map((order) => CANCELLED_ORDER.test(order));
  let plain = 0;
  let others = 0;
  orders.forEach((order, code) => {
    if (isMarked[code]) return;
    others++;
    if (!/^c/i.test(order)) plain++;
  });
  const marked = orders.length - others;
  return marked > 0 && marked < others && plain >= others * PLAIN_SHARE ? isMarked : null;
}
