import { describe, expect, it } from "vitest";
import { inputOf, type OrderLine } from "../../tests/fixtures/order-lines";
import { SALE_LINE } from "../domain/line-kind";
import { epochDay } from "../kernel/base/calendar";
import { seededRng } from "../kernel/base/rng";
import { decliningCustomers } from "./lifecycle-decline";
import { customerPulse } from "./lifecycle-pulse";
import { orderBook } from "./order-book";

const END = 18_000;

/** `paces[c](day)` = probability of an order on that day; 600 days that end on END. */
function simulated(paces: readonly ((day: number) => number)[], seed: number) {
  const rng = seededRng(seed);
  const lines: OrderLine[] = [];
  paces.forEach((pace, customer) => {
    for (let day = END - 599; day <= END; day++) {
      if (rng.next() < pace(day)) lines.push({ customer, day, amount: 100, kind: SALE_LINE });
    }
  });
  const window = { fromDay: epochDay(END - 364), toDay: epochDay(END) };
  const pulse = customerPulse(orderBook(inputOf(lines, paces.length)), window, null);
  if (pulse === null) throw new Error("no lines");
  return decliningCustomers(pulse, END);
}

const steady = (): ((day: number) => number) => () => 0.1;

describe("decliningCustomers", () => {
  it("names hardly anybody when nobody changed (false discovery rate)", () => {
    let named = 0;
    for (let seed = 1; seed <= 20; seed++) {
      named += simulated(Array.from({ length: 100 }, steady), seed).declines.length;
    }
    // 2,000 steady customers; without control about 5 % at p < 0.05 would be named.
    expect(named).toBeLessThanOrEqual(8);
  });

  it("finds those that nearly stopped, and says what 12 months of it cost", () => {
    const paces = Array.from({ length: 100 }, (_, c) =>
      c < 10 ? (day: number) => (day > END - 90 ? 0.005 : 0.2) : steady(),
    );
    const { declines, judged } = simulated(paces, 3);
    expect(judged).toBe(100);
    const named = declines.map(({ customer }) => customer);
    expect(named.filter((customer) => customer < 10).length).toBeGreaterThanOrEqual(9);
    expect(named.filter((customer) => customer >= 10).length).toBeLessThanOrEqual(2);
    // 0.2 orders of 100 a day, against nearly none: about 7,000 a year.
    for (const { yearlyGap, ratio } of declines.filter(({ customer }) => customer < 10)) {
      expect(yearlyGap).toBeGreaterThan(4_000);
      expect(yearlyGap).toBeLessThan(10_000);
      expect(ratio).toBeLessThanOrEqual(0.6);
    }
  });

  it("does not call a dip of everybody a fall of each", () => {
    const paces = Array.from({ length: 100 }, () => (day: number) => (day > END - 90 ? 0.04 : 0.1));
    const { declines, season } = simulated(paces, 5);
    expect(season).toBeLessThan(0.6);
    expect(declines.length).toBeLessThanOrEqual(3);
  });

  it("does not judge customers without enough of a past", () => {
    const paces = [(day: number) => (day > END - 100 && day < END - 50 ? 0.5 : 0)];
    expect(simulated(paces, 1)).toMatchObject({ judged: 0, declines: [] });
  });
});
