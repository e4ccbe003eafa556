import type { Rng } from "../../kernel/base/rng";
import { pick, type DemoCustomer } from "./customers";

/** Of customers that came later, how many were sent by another, and of those how many by the one that everybody listens to. */
const SENT_SHARE = 0.3;
const LOUDEST_SHARE = 0.16;

/** The customer that brings most others: the first of the old and steady ones in the catalogue of customers. */
export const loudest = (customers: readonly DemoCustomer[]): DemoCustomer | undefined =>
  customers.find(({ course, fromMonth }) => course === "steady" && fromMonth === 0);

/**
 * Who sent whom, by the id of the one that was sent: customers that came after the first month, sent by one that was there before and
 * still bought then, four in five times of the same region.
 *
 * @param customers  in the order in which they were entered
 */
export function makeReferrals(
  rng: Rng,
  customers: readonly DemoCustomer[],
): ReadonlyMap<string, DemoCustomer> {
  const loud = loudest(customers);
  const sent = new Map<string, DemoCustomer>();
  customers.forEach((customer, place) => {
    if (customer.fromMonth === 0 || rng.next() >= SENT_SHARE) return;
    const there = customers.slice(0, place).filter(({ fromMonth, toMonth }) => {
      return fromMonth < customer.fromMonth && toMonth > customer.fromMonth;
    });
    const near = there.filter(({ region }) => region === customer.region);
    const [isLoud, isNear] = [rng.next() < LOUDEST_SHARE, rng.next() < 0.8];
    if (isLoud && loud !== undefined) sent.set(customer.id, loud);
    else if (there.length > 0)
      sent.set(customer.id, pick(rng, isNear && near.length > 0 ? near : there));
  });
  return sent;
}
