import { ENTITIES, type Entity } from "../domain/entities";
import type { StoredColumn } from "../domain/generation";
import type { Manifest } from "../domain/manifest";
import type { Needs } from "../domain/readiness";
import type { Input } from "../analyses/define";
import { invariant } from "../kernel/base/invariant";
import type { Column, Table } from "../kernel/table/column";

/** Reads columns of a stored generation, verified. */
export type ReadColumns = (
  manifest: Manifest,
  entity: Entity,
  columns: readonly string[],
) => Promise<Table>;

/** Columns from which the order book is made: the facts of the book are cached by the identity of the table. */
const BOOK_COLUMNS = ["customer", "orderedOn", "amount", "lineKind", "profit", "orderId"];

/** The table over which the user's own work lies: read anew when that changes. */
const REWORKED: readonly Entity[] = ["complaints", "exits"];

interface GrowingTable {
  readonly rowCount: number;
  readonly columns: Map<string, Column>;
}

/** The columns of one generation that this worker has needed so far; each is read once. */
export class DataCache {
  readonly manifest: Manifest;
  readonly #read: ReadColumns;
  readonly #tables: ReadonlyMap<Entity, GrowingTable>;
  #input: Input;
  #loading: Promise<void> = Promise.resolve();

  /** @param before what has read the same data already, whose columns are kept but for tables with own work over them; null: nothing */
  constructor(manifest: Manifest, read: ReadColumns, before: DataCache | null = null) {
    this.manifest = manifest;
    this.#read = read;
    this.#tables = new Map(
      ENTITIES.map((entity) => [
        entity,
        before === null || REWORKED.includes(entity) ? this.#empty(entity) : before.#table(entity),
      ]),
    );
    this.#input = { orders: this.#table("orders"), customers: this.#table("customers") };
    if (before === null) return;
    const kept = Object.entries(before.#input).filter(
      ([entity]) => !REWORKED.some((reworked) => reworked === entity),
    );
    this.#input = { ...this.#input, ...Object.fromEntries(kept) };
    // What is being read into the shared tables is waited for.
    this.#loading = before.#loading;
  }

  /**
   * The tables with at least these columns, as far as the data have them. Calls wait for one another, so that two
   * analyses that need the same column read it once.
   */
  async input(needs: readonly Needs[]): Promise<Input> {
    const wait = this.#loading.then(() => this.#load(needs));
    // A failed read must not poison the next question: that one reads again.
    this.#loading = wait.catch(() => undefined);
    await wait;
    return this.#input;
  }

  /** What was made of the orders is made anew, the columns stay: filters of the same name may mean other customers now. */
  forgetFacts(): void {
    this.#input = { ...this.#input, orders: { ...this.#input.orders } };
  }

  /** Ids of all stored columns of a table. */
  columnIds(entity: Entity): readonly string[] {
    const table = this.manifest.tables.find((candidate) => candidate.entity === entity);
    return table === undefined ? [] : table.columns.map((column) => column.id);
  }

  /** Header and kind by column id. */
  described(entity: Entity): ReadonlyMap<string, StoredColumn> {
    const table = this.manifest.tables.find((candidate) => candidate.entity === entity);
    return new Map(
      (table?.columns ?? []).map(({ id, label, fieldKind }) => [id, { id, label, fieldKind }]),
    );
  }

  async #load(needs: readonly Needs[]): Promise<void> {
    const asked = ENTITIES.filter((entity) => needs.some((need) => need[entity] !== undefined));
    await Promise.all(asked.map((entity) => this.#loadTable(entity, needs)));
    for (const entity of asked) {
      if (this.#input[entity] === undefined) {
        this.#input = { ...this.#input, [entity]: this.#table(entity) };
      }
    }
  }

  async #loadTable(entity: Entity, needs: readonly Needs[]): Promise<void> {
    const held = this.#table(entity);
    const stored = new Set(this.columnIds(entity));
    const wanted = new Set(needs.flatMap((need) => need[entity] ?? []));
    const lacking = [...wanted].filter((id) => stored.has(id) && !held.columns.has(id));
    if (lacking.length === 0) return;
    const read = await this.#read(this.manifest, entity, lacking);
    for (const [id, column] of read.columns) held.columns.set(id, column);
    if (entity === "orders" && lacking.some((id) => BOOK_COLUMNS.includes(id))) {
      this.#input = { ...this.#input, orders: { ...held } };
    }
  }

  #table(entity: Entity): GrowingTable {
    const table = this.#tables.get(entity);
    invariant(table !== undefined, `no table ${entity}`);
    return table;
  }

  #empty(entity: Entity): GrowingTable {
    const table = this.manifest.tables.find((candidate) => candidate.entity === entity);
    return { rowCount: table === undefined ? 0 : table.rowCount, columns: new Map() };
  }
}
