import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf, orderLines, type OrderLine } from "../../tests/fixtures/order-lines";
import { RETURN_LINE, SALE_LINE } from "../domain/line-kind";
import { quantileOfSorted } from "../kernel/stats/quantile";
import { ledgerGrain } from "./ledger-grain";
import { orderBook } from "./order-book";

const END = 17_500;
const grainOf = (lines: readonly OrderLine[]) => ledgerGrain(orderBook(inputOf(lines, 8)), END);
const every = (customer: number, gap: number, kind = SALE_LINE): OrderLine[] =>
  Array.from({ length: 6 }, (_, i) => ({ customer, day: 17_000 + i * gap, amount: 10, kind }));

describe("ledgerGrain", () => {
  it("is the month for customers who order every month, the quarter for those who order every two", () => {
    expect(grainOf([...every(0, 30), ...every(1, 31)])).toBe("month");
    expect(grainOf([...every(0, 60), ...every(1, 61)])).toBe("quarter");
    expect(grainOf([...every(0, 60), ...every(1, 61), ...every(2, 7)])).toBe("quarter");
    expect(grainOf([...every(0, 60), ...every(1, 7)])).toBe("month");
  });

  it("agrees with taking the median of each customer's gaps", () => {
    fc.assert(
      fc.property(orderLines(150), (lines) => {
        let [rare, frequent] = [0, 0];
        for (let customer = 0; customer < 8; customer++) {
          const days = lines
            .filter((l) => l.customer === customer && l.kind === SALE_LINE && l.day <= END)
            .map(({ day }) => day);
          const sorted = [...new Set(days)].sort((a, b) => a - b);
          const gaps = sorted.slice(1).map((day, i) => day - (sorted[i] as number));
          if (gaps.length < 2) continue;
          // The upper of the two middle gaps counts only with the lower one: half long, half short is not above.
          const ascending = Float64Array.from(gaps).sort();
          const below = ascending[Math.floor((ascending.length - 1) / 2)] as number;
          if (below > 31) rare++;
          else frequent++;
          if (ascending.length % 2 === 1) expect(below).toBe(quantileOfSorted(ascending, 0.5));
        }
        expect(grainOf(lines)).toBe(rare > frequent ? "quarter" : "month");
      }),
    );
  });

  it("does not look at returns, nor beyond the last day", () => {
    const later = every(0, 60).map((line) => ({ ...line, day: line.day + 1000 }));
    expect(grainOf([...later, ...every(1, 20)])).toBe("month");
    expect(grainOf([...every(0, 60, RETURN_LINE), ...every(1, 20)])).toBe("month");
  });
});
