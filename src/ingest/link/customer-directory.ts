import { identityForm } from "../../domain/customer-name";
import { PROVENANCE, type StoredColumn } from "../../domain/generation";

/** What one record says about who it belongs to; at least one of both. */
export interface CustomerClaim {
  readonly id: string | null;
  readonly name: string | null;
}

type Value = string | number | null;

interface DirectoryColumn {
  column: StoredColumn;
  readonly values: Value[];
}

/**
 * All known customers while a generation is put together: found by id, else by name. The first spelling is kept.
 *
 * A customer known by name only takes the id of the first record that has both. Two ids under one name stay two
 * customers; a record with the name alone then belongs to the first.
 */
export class CustomerDirectory {
  readonly ids: (string | null)[] = [];
  readonly names: (string | null)[] = [];
  readonly provenance: number[] = [];
  readonly #byId = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #columns = new Map<string, DirectoryColumn>();

  get size(): number {
    return this.ids.length;
  }

  get columns(): readonly StoredColumn[] {
    return [...this.#columns.values()].map((entry) => entry.column);
  }

  /** The row of this customer; a new one when nobody fits. O(1). */
  claim(claim: CustomerClaim, fromTable: boolean): number {
    const { id, name } = claim;
    const idForm = id === null ? null : identityForm(id);
    const nameForm = name === null ? null : identityForm(name);
    const found = this.#find(idForm, nameForm);
    const row = found === -1 ? this.#append() : found;
    if (id !== null && idForm !== null) this.#offerId(row, id, idForm, fromTable);
    if (name !== null && nameForm !== null) this.#offerName(row, name, nameForm, fromTable);
    if (fromTable) this.provenance[row]! |= PROVENANCE.inCustomerTable;
    return row;
  }

  #find(idForm: string | null, nameForm: string | null): number {
    if (idForm !== null) {
      const row = this.#byId.get(idForm);
      if (row !== undefined) return row;
    }
    if (nameForm === null) return -1;
    const row = this.#byName.get(nameForm);
    if (row === undefined) return -1;
    return idForm === null || this.ids[row] === null ? row : -1;
  }

  #append(): number {
    this.ids.push(null);
    this.names.push(null);
    return this.provenance.push(0) - 1;
  }

  #offerId(row: number, id: string, form: string, fromTable: boolean): void {
    if (!fromTable) this.provenance[row]! &= ~PROVENANCE.idFromTable;
    if (this.ids[row] !== null) return;
    this.ids[row] = id;
    this.#byId.set(form, row);
    if (fromTable) this.provenance[row]! |= PROVENANCE.idFromTable;
  }

  /** A customer table names better than an order line; else the first spelling stays. */
  #offerName(row: number, name: string, form: string, fromTable: boolean): void {
    const isLent = (this.provenance[row]! & PROVENANCE.nameFromOrders) !== 0;
    const known = this.names[row];
    if (known === null || (fromTable && isLent)) {
      this.names[row] = name;
      if (fromTable) this.provenance[row]! &= ~PROVENANCE.nameFromOrders;
      else this.provenance[row]! |= PROVENANCE.nameFromOrders;
    }
    if (!this.#byName.has(form)) this.#byName.set(form, row);
  }

  /** Sets a cell of another column; the column appears with its first call. Null is missing. */
  set(column: StoredColumn, row: number, value: Value): void {
    let entry = this.#columns.get(column.id);
    if (!entry) {
      entry = { column, values: [] };
      this.#columns.set(column.id, entry);
    }
    entry.values[row] = value;
  }

  value(columnId: string, row: number): Value {
    const value = this.#columns.get(columnId)?.values[row];
    return value === undefined ? null : value;
  }
}
