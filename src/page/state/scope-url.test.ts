import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  epochDay,
  FIRST_DAY,
  LAST_DAY,
  parseIsoDay,
  type EpochDay,
} from "../../kernel/base/calendar";
import { anyFilter } from "../../../tests/support/filters";
import { readAddress, writeAddress } from "./route-url";
import { DEFAULT_CHOICE, readScope, resolveScope, writeScope, type ScopeChoice } from "./scope-url";

const day = (text: string): EpochDay => {
  const value = parseIsoDay(text);
  if (value === null) throw new Error(text);
  return value;
};

const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(epochDay);
const choices: fc.Arbitrary<ScopeChoice> = fc.record({
  asOfDay: fc.option(days),
  period: fc.oneof(
    fc.constantFrom(3, 6, 12, 24).map((months) => ({ kind: "months" as const, months: months })),
    fc.constant({ kind: "all" as const }),
    fc.tuple(days, days).map(([a, b]) => ({
      kind: "days" as const,
      fromDay: epochDay(Math.min(a, b)),
      toDay: epochDay(Math.max(a, b)),
    })),
  ),
  filters: fc.uniqueArray(anyFilter, {
    selector: ({ entity, column }) => `${entity}.${column}`,
    maxLength: 3,
  }),
});

describe("the scope in the address", () => {
  it("comes back from any address it was written to", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const hash = writeAddress({ page: "value", segments: [], query: writeScope(choice) });
        expect(readScope(readAddress(hash).query)).toEqual(choice);
      }),
    );
  });

  it("is left out of the address where it is the default", () => {
    expect(writeScope(DEFAULT_CHOICE).size).toBe(0);
  });

  it("takes the defaults for what cannot be read and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (hash) => {
        const address = readAddress(`#/${hash}`);
        expect(() => readScope(address.query)).not.toThrow();
      }),
    );
    expect(readScope(readAddress("#/today?asof=2025-02-30&period=7m&f.staff.x=1").query)).toEqual(
      DEFAULT_CHOICE,
    );
  });
});

describe("resolveScope", () => {
  it("counts whole months back from the as-of day", () => {
    const scope = resolveScope(DEFAULT_CHOICE, day("2022-12-01"), day("2025-11-30"));
    expect(scope.asOfDay).toBe(day("2025-11-30"));
    expect(scope.period).toEqual({ fromDay: day("2024-12-01"), toDay: day("2025-11-30") });
  });

  it("ends every period on the as-of day or before it", () => {
    fc.assert(
      fc.property(choices, days, days, (choice, a, b) => {
        const [first, last] = [epochDay(Math.min(a, b)), epochDay(Math.max(a, b))];
        const { asOfDay, period } = resolveScope(choice, first, last);
        expect(period.toDay).toBeLessThanOrEqual(asOfDay);
        expect(period.fromDay).toBeLessThanOrEqual(period.toDay);
      }),
    );
  });
});
