/**
 * What an order line is; the dictionary of the derived column `orders.lineKind`, in this order, so a code is an index.
 *
 * - `sale`: goods went out
 * - `return`: negative quantity or amount, or a status that says returned
 * - `cancelled`: an order number that begins with C before digits, or a status that says cancelled
 * - `free`: unit price not above zero: a gift, a sample, a stock correction
 */
export const LINE_KINDS = ["sale", "return", "cancelled", "free"] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export const SALE_LINE = 0;
export const RETURN_LINE = 1;
export const CANCELLED_LINE = 2;
export const FREE_LINE = 3;
