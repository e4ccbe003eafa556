import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableDifference } from "../../domain/difference";
import type { Generation } from "../../domain/generation";
import { LINE_KINDS, SALE_LINE } from "../../domain/line-kind";
import type { ImportMode, Segment } from "../../domain/merge";
import type { Entity } from "../../domain/entities";
import {
  dayColumn,
  DictionaryBuilder,
  dictionaryColumn,
  floatColumn,
} from "../../kernel/table/builder";
import { columnOf, requiredColumn, textAt, type Column } from "../../kernel/table/column";
import { assemble } from "../assemble";
import type { SheetRead } from "../plan";
import { differencesOf } from "./difference";
import { planMerge, type MergePlan } from "./plan-merge";

/** One order line as a file has it. */
interface Line {
  readonly customer: string;
  readonly order: string | null;
  readonly day: number;
  readonly amount: number;
}

function texts(values: readonly (string | null)[]): Column {
  const builder = new DictionaryBuilder();
  for (const value of values) builder.push(value);
  return builder.finish();
}

function ordersRead(lines: readonly Line[]): SheetRead {
  const columns = new Map<string, Column>([
    ["customerName", texts(lines.map(({ customer }) => customer))],
    ["orderId", texts(lines.map(({ order }) => order))],
    ["orderedOn", dayColumn(Int32Array.from(lines, ({ day }) => day))],
    ["amount", floatColumn(Float64Array.from(lines, ({ amount }) => amount))],
    ["lineKind", dictionaryColumn(new Uint32Array(lines.length).fill(SALE_LINE), LINE_KINDS)],
  ]);
  const kinds = { orderedOn: "date", amount: "money", lineKind: "category" } as const;
  return {
    entity: "orders",
    table: { rowCount: lines.length, columns },
    meta: [...columns.keys()].map((id) => ({
      id,
      fieldKind: id in kinds ? kinds[id as keyof typeof kinds] : "text",
      label: id,
    })),
    currency: null,
    rowsRead: lines.length,
    rowsKept: lines.length,
    rows: null,
    issues: { counts: [], listed: [] },
  };
}

function stored(...drops: (readonly Line[])[]): Generation {
  return drops.reduce<Generation | null>(
    (previous, lines) => assemble(previous, [ordersRead(lines)], "append"),
    null,
  )!;
}

/** The order lines of a generation in words, customers by name. */
function linesOf(generation: Generation): readonly Line[] {
  const { table } = generation.orders;
  const names = requiredColumn(generation.customers.table, "customerName", "dictionary");
  const customers = requiredColumn(table, "customer", "dictionary").codes;
  const orders = columnOf(table, "orderId", "dictionary");
  const days = requiredColumn(table, "orderedOn", "day").values;
  const amounts = requiredColumn(table, "amount", "float64").values;
  return Array.from(customers, (customer, row) => ({
    customer: textAt(names, customer)!,
    order: orders === undefined ? null : textAt(orders, row),
    day: days[row]!,
    amount: amounts[row]!,
  }));
}

function namesOf(generation: Generation): readonly string[] {
  const names = requiredColumn(generation.customers.table, "customerName", "dictionary");
  return names.dictionary.toSorted();
}

interface Outcome {
  readonly plan: MergePlan;
  readonly next: Generation;
  readonly orders: TableDifference | undefined;
}

function merged(
  previous: Generation,
  reads: readonly SheetRead[],
  mode: ImportMode,
  more: { dropsDuplicates?: boolean; takesOut?: ReadonlyMap<Entity, readonly Segment[]> } = {},
): Outcome {
  const choices = { mode, dropsDuplicates: false, takesOut: new Map(), ...more };
  const plan = planMerge(previous, reads, choices);
  const next = assemble(previous, plan.reads, "append", plan);
  const reports = differencesOf(previous, next, reads, plan).map(({ report }) => report);
  return { plan, next, orders: reports.find(({ entity }) => entity === "orders") };
}

const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.constantFrom("甲", "乙", "丙"),
  order: fc.constantFrom("SO1", "SO2", "SO3", null),
  day: fc.constantFrom(20000, 20001),
  amount: fc.constantFrom(10, 20),
});
const lines = fc.array(line, { minLength: 1, maxLength: 8 });

/** Equal lines have equal words. */
const wordsOf = ({ customer, order, day, amount }: Line): string =>
  JSON.stringify([customer, order, day, amount]);

describe("planMerge", () => {
  it("keeps every stored line when rows are added", () => {
    fc.assert(
      fc.property(lines, lines, (before, file) => {
        const { next } = merged(stored(before), [ordersRead(file)], "append");
        expect(linesOf(next)).toEqual([...before, ...file]);
      }),
    );
  });

  it("leaves what the file has when it replaces", () => {
    fc.assert(
      fc.property(lines, lines, (before, file) => {
        const { next } = merged(stored(before), [ordersRead(file)], "replace");
        expect(linesOf(next)).toEqual(file);
        // nobody is left whom only the lines before knew
        const names = new Set(file.map(({ customer }) => customer));
        expect(next.customers.table.rowCount).toBe(names.size);
      }),
    );
  });

  it("updates orders as a whole, and lines without a number by their content", () => {
    fc.assert(
      fc.property(lines, lines, (before, file) => {
        const { next } = merged(stored(before), [ordersRead(file)], "upsert");
        const orders = new Set(file.map(({ order }) => order));
        const contents = new Set(file.map(wordsOf));
        const stays = (one: Line): boolean =>
          one.order === null ? !contents.has(wordsOf(one)) : !orders.has(one.order);
        expect(linesOf(next)).toEqual([...before.filter(stays), ...file]);
      }),
    );
  });

  it("makes of two updates with the same file what one makes", () => {
    fc.assert(
      fc.property(lines, lines, (before, file) => {
        const once = merged(stored(before), [ordersRead(file)], "upsert").next;
        const twice = merged(once, [ordersRead(file)], "upsert").next;
        expect(linesOf(twice)).toEqual(linesOf(once));
        expect(namesOf(twice)).toEqual(namesOf(once));
      }),
    );
  });

  it("counts repeated lines and leaves them out only when asked", () => {
    fc.assert(
      fc.property(lines, lines, (before, file) => {
        const seen = new Set(before.map(wordsOf));
        const across = file.filter((one) => seen.has(wordsOf(one))).length;
        const fresh = file.filter(
          (one, i) =>
            !seen.has(wordsOf(one)) &&
            file.findIndex((other) => wordsOf(other) === wordsOf(one)) === i,
        );
        const kept = merged(stored(before), [ordersRead(file)], "append");
        const [found] = kept.plan.duplicates;
        expect(found!.across.length).toBe(across);
        expect(found!.within.length).toBe(file.length - across - fresh.length);
        const dropped = merged(stored(before), [ordersRead(file)], "append", {
          dropsDuplicates: true,
        });
        expect(linesOf(dropped.next)).toEqual([...before, ...fresh]);
      }),
    );
  });

  it("finds a line again in the second sheet of one drop", () => {
    const one: Line = { customer: "甲", order: "SO1", day: 20000, amount: 1 };
    const { duplicates } = planMerge(null, [ordersRead([one]), ordersRead([one, one])], {
      mode: "append",
      dropsDuplicates: false,
      takesOut: new Map(),
    });
    expect(duplicates.map(({ within }) => [...within])).toEqual([[], [0, 1]]);
  });

  it("takes the rows of one import out and leaves what the others alone would have made", () => {
    fc.assert(
      fc.property(lines, lines, lines, (first, second, third) => {
        const all = stored(first, second, third);
        const segment = { importId: "2", from: first.length, to: first.length + second.length };
        const { next } = merged(all, [], "append", {
          takesOut: new Map([["orders", [segment]]]),
        });
        const without = stored(first, third);
        expect(linesOf(next)).toEqual(linesOf(without));
        // customers keep their order, which says who was seen first
        expect(namesOf(next)).toEqual(namesOf(without));
      }),
    );
  });
});

/** The same counts by comparing lines with lines: equal ones first, then those of one order number. */
function bruteForce(before: readonly Line[], after: readonly Line[]): Partial<TableDifference> {
  const left = [...before];
  const take = (fits: (old: Line) => boolean): boolean => {
    const at = left.findIndex(fits);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const differing = after.filter((one) => !take((old) => wordsOf(old) === wordsOf(one)));
  const added = differing.filter(
    ({ order }) => order === null || !take((old) => old.order === order),
  );
  return {
    unchanged: after.length - differing.length,
    changed: differing.length - added.length,
    added: added.length,
    gone: left.length,
  };
}

describe("differencesOf", () => {
  const sum = (some: readonly Line[]): number =>
    some.reduce((total, { amount }) => total + amount, 0);

  it("counts what comparing every line with every other counts", () => {
    fc.assert(
      fc.property(lines, lines, fc.constantFrom("replace", "upsert"), (before, file, mode) => {
        const previous = stored(before);
        const { next, orders } = merged(previous, [ordersRead(file)], mode);
        const after = linesOf(next);
        expect(orders).toMatchObject({
          ...bruteForce(before, after),
          rowsBefore: before.length,
          rowsAfter: after.length,
          amountBefore: sum(before),
          amountAfter: sum(after),
        });
      }),
    );
  });

  it("shows customers of stored and of new rows by name", () => {
    const previous = stored([{ customer: "甲", order: "SO1", day: 20000, amount: 1 }]);
    const file = [{ customer: "乙", order: "SO1", day: 20000, amount: 1 }];
    const { orders } = merged(previous, [ordersRead(file)], "replace");
    const at = orders!.columns.findIndex(({ id }) => id === "customerName");
    expect(orders!.examples).toHaveLength(1);
    expect(orders!.examples[0]!.before![at]).toBe("甲");
    expect(orders!.examples[0]!.after![at]).toBe("乙");
  });

  it("says which customers come, change and go", () => {
    const previous = stored([{ customer: "甲", order: null, day: 20000, amount: 1 }]);
    const { plan, next } = merged(
      previous,
      [ordersRead([{ customer: "乙", order: null, day: 20000, amount: 1 }])],
      "replace",
    );
    const [customers] = differencesOf(previous, next, plan.reads, plan)
      .map(({ report }) => report)
      .filter(({ entity }) => entity === "customers");
    expect(customers).toMatchObject({ added: 1, gone: 1, changed: 0, unchanged: 0 });
  });
});
