import { inspectFile } from "../../../src/ingest/inspect";
import type { SheetRead } from "../../../src/ingest/plan";
import { defaultPlan } from "../../../src/ingest/plan-default";
import { readSheet } from "../../../src/ingest/read";
import { sha256 } from "../../../src/kernel/base/sha256";
import type { Column } from "../../../src/kernel/table/column";

/** Makes this instant the present. @returns what undoes it */
export function setClock(instantMs: number): () => void {
  const Real = Date;
  const startMs = Real.now();
  const now = (): number => instantMs + (Real.now() - startMs);
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[]) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given) as object,
    get: (target, name) => (name === "now" ? now : (Reflect.get(target, name) as unknown)),
  });
  return () => {
    globalThis.Date = Real;
  };
}

/** Reads a table of orders with the mapping that is proposed for it. */
export async function contentHash(table: string): Promise<string> {
  const file = new Blob([table]);
  const plan = defaultPlan(await inspectFile(file), 0);
  if (plan === null) throw new Error("the table of the clocks is no table of orders");
  return hashOf(await readSheet(file, plan));
}

/** Of every value, count and issue of what was read. */
export function hashOf(read: SheetRead): string {
  const columns = [...read.table.columns].map(([id, column]) => [id, valuesOf(column)]);
  const text = JSON.stringify([columns, read.rowsRead, read.rowsKept, read.issues.listed]);
  return sha256(new TextEncoder().encode(text));
}

/** The hash of a table at each of these instants, and how far this page's zone is from UTC in summer and in winter. */
export async function hashesAt(
  table: string,
  instants: readonly number[],
): Promise<{ readonly hashes: readonly string[]; readonly offsets: readonly number[] }> {
  const offsets = [0, 6].map((month) => new Date(2024, month, 1).getTimezoneOffset());
  const hashes: string[] = [];
  for (const instant of instants) {
    const setBack = setClock(instant);
    try {
      hashes.push(await contentHash(table));
    } finally {
      setBack();
    }
  }
  return { hashes, offsets };
}

function valuesOf(column: Column): readonly (number | string | undefined)[] {
  if (column.kind !== "dictionary") return [...column.values].map(String);
  return [...column.codes].map((code) => column.dictionary[code]);
}
