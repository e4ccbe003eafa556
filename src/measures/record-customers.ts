import { ENTITIES, type Entity } from "../domain/entities";
import { RECORD_LINKS } from "../domain/record-links";
import { dictionaryColumn } from "../kernel/table/builder";
import { columnOf, MISSING_CODE, type DictionaryColumn, type Table } from "../kernel/table/column";

/** A record number that stands for more than one customer. */
const SEVERAL = MISSING_CODE - 1;

type SomeTables = Readonly<Partial<Record<Entity, Table>>>;

/**
 * The tables, with rows that name no customer given the customer of the record they name (see RECORD_LINKS).
 *
 * @param tables with `customer` and the columns of the links, as far as they are there
 * @returns the tables that changed; nothing given is changed. A record that names two customers says nothing. O(rows)
 */
export function linkedThroughRecords(tables: SomeTables): SomeTables {
  const changed: Partial<Record<Entity, Table>> = {};
  // Records stand before what names them in the order of the vocabulary, so a payment finds what its invoice has found.
  for (const entity of ENTITIES) {
    const table = tables[entity];
    if (table === undefined) continue;
    const found = customersThrough(entity, table, { ...tables, ...changed });
    if (found === null) continue;
    changed[entity] = { ...table, columns: new Map([...table.columns, ["customer", found]]) };
  }
  return changed;
}

/** Whether rows of a table name no customer, and other rows might tell whose they are. */
export function lacksCustomers(entity: Entity, table: Table): boolean {
  const links = columnOf(table, "customer", "dictionary");
  return links !== undefined && entity in RECORD_LINKS && links.codes.includes(MISSING_CODE);
}

/** The column `customer` of a table with what its records add; null when they add nothing. */
function customersThrough(
  entity: Entity,
  table: Table,
  tables: SomeTables,
): DictionaryColumn | null {
  if (!lacksCustomers(entity, table)) return null;
  const own = columnOf(table, "customer", "dictionary");
  let links = own;
  for (const { column, of } of RECORD_LINKS[entity] ?? []) {
    const names = columnOf(table, column, "dictionary");
    const owners = recordOwners(tables[of], column);
    if (links === undefined || names === undefined || owners === null) continue;
    links = withOwners(links, names, owners);
  }
  return links === undefined || links === own ? null : links;
}

function withOwners(
  links: DictionaryColumn,
  names: DictionaryColumn,
  owners: ReadonlyMap<string, number>,
): DictionaryColumn {
  const ownerOf = names.dictionary.map((number) => owners.get(number) ?? MISSING_CODE);
  const codes = Uint32Array.from(links.codes);
  let found = 0;
  for (let row = 0; row < codes.length; row++) {
    const name = names.codes[row]!;
    if (codes[row] !== MISSING_CODE || name === MISSING_CODE) continue;
    const owner = ownerOf[name]!;
    if (owner === MISSING_CODE || owner === SEVERAL) continue;
    codes[row] = owner;
    found++;
  }
  return found === 0 ? links : dictionaryColumn(codes, links.dictionary);
}

/** The customer of each record number, `SEVERAL` where the rows disagree; null when the records have no such columns. */
function recordOwners(
  records: Table | undefined,
  column: string,
): ReadonlyMap<string, number> | null {
  const customers = records && columnOf(records, "customer", "dictionary");
  const numbers = records && columnOf(records, column, "dictionary");
  if (customers === undefined || numbers === undefined) return null;
  const owners = new Uint32Array(numbers.dictionary.length).fill(MISSING_CODE);
  for (let row = 0; row < numbers.length; row++) {
    const [number, customer] = [numbers.codes[row]!, customers.codes[row]!];
    if (number === MISSING_CODE || customer === MISSING_CODE) continue;
    const known = owners[number]!;
    owners[number] = known === MISSING_CODE || known === customer ? customer : SEVERAL;
  }
  return new Map(numbers.dictionary.map((text, code) => [text, owners[code]!]));
}
