import type { Entity } from "../../domain/entities";
import type { StoredTable } from "../../domain/generation";
import { lineKey, rowKey } from "../../domain/row-key";
import { floatColumn } from "../../kernel/table/builder";
import { MISSING_CODE, MISSING_DAY, type Column } from "../../kernel/table/column";
import { firstEqualRows } from "../../kernel/table/equal-rows";
import type { RowKeys } from "../../kernel/table/row-match";
import { rowSpace, type RowSpace, type SpaceTable } from "../../kernel/table/row-space";

/** Rows of one table: what is stored or one read sheet, with the customer that each names. */
export interface LinkedTable {
  readonly stored: StoredTable;
  /** One number a customer, the same in all tables of a comparison, MISSING_CODE for nobody; null: no customers. */
  readonly customers: Uint32Array | null;
}

/** What the links are made of, and numbers that each import counts anew: no content of a row. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  "customer",
  "customerId",
  "customerName",
  "response",
]);

/**
 * The stored rows of a table and the rows read for it in one numbering: stored rows first, then sheet after sheet.
 * All questions of an import (is this row there already, which order does it replace, what changed) are answered from it.
 */
export class ComparedTable {
  readonly entity: Entity;
  /** Number of stored rows: rows from here on were read. */
  readonly storedCount: number;
  readonly space: RowSpace;
  readonly #tables: readonly LinkedTable[];

  constructor(entity: Entity, stored: LinkedTable | null, reads: readonly LinkedTable[]) {
    this.entity = entity;
    this.#tables = stored === null ? reads : [stored, ...reads];
    this.storedCount = stored === null ? 0 : stored.stored.table.rowCount;
    const tables = this.#tables.map(spaceTable);
    const ids = new Set(tables.flatMap((table) => [...table.columns.keys()]));
    this.space = rowSpace(tables, [...ids]);
  }

  /** For each row the first row of the same content, stored rows first. Made once. */
  get content(): Int32Array {
    this.#content ??= firstEqualRows(this.space, [...this.space.columns.keys()]);
    return this.#content;
  }
  #content: Int32Array | null = null;

  /** Rows and the groups that upsert replaces; a row without a key is its own content. */
  get groups(): Int32Array {
    const keys = this.#keys(rowKey(this.entity, (id) => this.#isShared(id)));
    const { content } = this;
    if (keys === null) return content;
    // A keyless row must not share a number with a key: contents are numbered behind all keys.
    return keys.first.map((first, row) =>
      keys.isKeyed[row] === 1 ? first : this.space.rowCount + content[row]!,
    );
  }

  /** Which rows are one line that may have changed; null when the table has no key. */
  get lines(): RowKeys | null {
    return this.#keys(lineKey(this.entity, (id) => this.#isShared(id)));
  }

  /** Whether rows of this table are recognised by a key, so that some can be said to have changed. */
  get hasKey(): boolean {
    return rowKey(this.entity, (id) => this.#isShared(id)).length > 0;
  }

  #keys(columns: readonly string[]): RowKeys | null {
    const [first] = columns;
    if (first === undefined) return null;
    return { first: firstEqualRows(this.space, columns), isKeyed: this.#present(columns) };
  }

  /** 1 for each row that has a value in the first of these columns. */
  #present(columns: readonly string[]): Uint8Array {
    const cells = this.space.columns.get(columns[0]!)!;
    const marks = new Uint8Array(this.space.rowCount);
    for (let row = 0; row < marks.length; row++) {
      const value = cells.values[row]!;
      const missing = cells.kind === "text" ? -1 : MISSING_DAY;
      const isMissing = cells.kind === "float64" ? value !== value : value === missing;
      marks[row] = isMissing ? 0 : 1;
    }
    return marks;
  }

  #isShared(id: string): boolean {
    return this.#tables.every(({ stored, customers }) =>
      id === "customer" ? customers !== null : stored.table.columns.has(id),
    );
  }
}

function spaceTable({ stored, customers }: LinkedTable): SpaceTable {
  const columns = new Map<string, Column>();
  for (const [id, column] of stored.table.columns) {
    if (!NOT_COMPARED.has(id)) columns.set(id, column);
  }
  if (customers !== null) {
    const numbers = new Float64Array(customers);
    for (let row = 0; row < numbers.length; row++) {
      if (numbers[row] === MISSING_CODE) numbers[row] = Number.NaN;
    }
    columns.set("customer", floatColumn(numbers));
  }
  return { rowCount: stored.table.rowCount, columns };
}
