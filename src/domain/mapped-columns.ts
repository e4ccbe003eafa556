import type { Entity } from "./entities";
import { isQuestion, type FieldGroup } from "./field";
import { fieldSpec, VOCABULARY } from "./vocabulary";

/**
 * What a set of mapped columns still lacks, so that its sheet can be imported.
 *
 * @param targets  field and attribute ids that columns of the sheet are matched to; any order
 * @returns one group of field ids for each thing that is missing; one field of the group is enough. Empty: importable.
 *
 * The groups are those of the vocabulary, but that quantity and unit price stand for the amount of an order line, and that
 * a column which is a question stands for the score of a survey.
 */
export function unmatchedGroups(entity: Entity, targets: readonly string[]): readonly FieldGroup[] {
  const mapped = new Set(targets);
  if (entity === "surveys" && targets.some(isQuestion)) return [];
  const lacking = VOCABULARY[entity].needs.filter((group) => !group.some((id) => mapped.has(id)));
  if (entity !== "orders") return lacking;
  const amount = amountGroup(mapped);
  const others = lacking.filter((group) => !group.includes("amount"));
  return amount === null ? others : [...others, amount];
}

/** A column that an import will store, by the table it ends in. */
export interface StoredColumn {
  readonly entity: Entity;
  readonly column: string;
}

/** Cells that a customer takes from its latest order when no customer table gives them. */
const LENT = ["owner", "region", "channel"] as const;
/** What every stored survey has, however its sheet was laid out. */
const SURVEY_COLUMNS = [
  "response",
  "question",
  "questionKind",
  "dimension",
  "score",
  "scaleMin",
  "scaleMax",
  "isReversed",
  "text",
] as const;

/**
 * The columns that the data have once a sheet mapped to `targets` is stored; what readiness looks at before the import.
 *
 * Mirrors the build of a generation: customers are made from every table that names them, the amount from quantity × unit
 * price, the profit from amount − cost, and owner, region and channel of a customer from its latest order. Empty for a sheet
 * that lacks what `unmatchedGroups` names.
 */
export function storedColumns(entity: Entity, targets: readonly string[]): readonly StoredColumn[] {
  if (unmatchedGroups(entity, targets).length > 0) return [];
  const own = new Set(targets);
  const customers = customerColumns(entity, own);
  if (entity === "customers") return inTable("customers", customers);
  const stored = new Set([...own].filter((id) => !isQuestion(id)));
  stored.delete("customerId");
  stored.delete("customerName");
  if (fieldSpec(entity, "customer") !== undefined) stored.add("customer");
  if (entity === "orders") {
    for (const id of ["orderedOn", "amount", "lineKind"]) stored.add(id);
    if (own.has("cost")) stored.add("profit");
  }
  if (entity === "surveys") for (const id of SURVEY_COLUMNS) stored.add(id);
  return [...inTable(entity, stored), ...inTable("customers", customers)];
}

function customerColumns(entity: Entity, own: ReadonlySet<string>): ReadonlySet<string> {
  if (!own.has("customerName") && !own.has("customerId")) return new Set();
  const columns = new Set(["key"]);
  if (own.has("customerName")) columns.add("customerName");
  if (own.has("customerId")) columns.add("customerId");
  if (entity === "customers") for (const id of own) columns.add(id);
  if (entity === "orders") for (const id of LENT) if (own.has(id)) columns.add(id);
  return columns;
}

function inTable(entity: Entity, columns: ReadonlySet<string>): readonly StoredColumn[] {
  return [...columns].map((column) => ({ entity, column }));
}

function amountGroup(mapped: ReadonlySet<string>): FieldGroup | null {
  if (mapped.has("amount")) return null;
  if (mapped.has("quantity")) return mapped.has("unitPrice") ? null : ["amount", "unitPrice"];
  return mapped.has("unitPrice") ? ["amount", "quantity"] : ["amount"];
}
