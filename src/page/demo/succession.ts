import { MONTHS, type DemoCustomer } from "./customers";
import type { Product } from "./catalogue";
import words from "./words.json";

/** Month from which the successor is delivered, and months until the last of those who change have changed. */
const LAUNCH_MONTH = MONTHS - 17;
const CHANGE_MONTHS = 9;
/** One customer in so many stays with the old article. */
const LOYAL_ONE_IN = 10;

/**
 * The article that a customer gets in a month: one old article gives way to a successor at the same price. Each customer
 * changes once and for good, large ones at the launch. No draw: all else of the demo stays as it was before there was one.
 */
export function succeeded(product: Product, customer: DemoCustomer, month: number): Product {
  const { old, id, name } = words.succession;
  if (product.id !== old || month < changeMonth(customer)) return product;
  return { ...product, id, name };
}

function changeMonth({ id, since, orderCents }: DemoCustomer): number {
  const number = Number(id.slice(1)) + Math.abs(since);
  if (number % LOYAL_ONE_IN === 0) return MONTHS;
  const isLarge = orderCents > 1_000_000;
  return LAUNCH_MONTH + (isLarge ? 0 : (number * 7) % CHANGE_MONTHS);
}
