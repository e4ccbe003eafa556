import fc from "fast-check";
import { ENTITIES } from "../../src/domain/entities";
import { FLAG_CHOICES, type Filter } from "../../src/domain/filter";
import { epochDay, FIRST_DAY, LAST_DAY } from "../../src/kernel/base/calendar";

const of = {
  entity: fc.constantFrom(...ENTITIES),
  column: fc.string({ minLength: 1, unit: "grapheme" }),
};
const numbers = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value));
const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

interface Range {
  readonly from: number | null;
  readonly to: number | null;
  readonly withMissing: boolean;
}

/** Bounds in their order, at least one of them or the missing cells. */
export function ranges(values: fc.Arbitrary<number>): fc.Arbitrary<Range> {
  return fc
    .tuple(fc.option(values), fc.option(values), fc.boolean())
    .map(([a, b, withMissing]) => {
      const isReversed = a !== null && b !== null && a > b;
      return isReversed ? { from: b, to: a, withMissing } : { from: a, to: b, withMissing };
    })
    .filter(({ from, to, withMissing }) => from !== null || to !== null || withMissing);
}

/** Every filter that a page can write. */
export const anyFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant("values" as const),
    ...of,
    values: fc.uniqueArray(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 3 }),
  }),
  fc
    .tuple(fc.record(of), ranges(numbers))
    .map(([column, range]) => ({ kind: "number" as const, ...column, ...range })),
  fc.tuple(fc.record(of), ranges(days)).map(([column, { from, to, withMissing }]) => ({
    kind: "days" as const,
    ...column,
    fromDay: from === null ? null : epochDay(from),
    toDay: to === null ? null : epochDay(to),
    withMissing,
  })),
  fc.record({
    kind: fc.constant("flag" as const),
    ...of,
    choices: fc.subarray([...FLAG_CHOICES], { minLength: 1 }),
  }),
);
