import { ENTITIES, type Entity } from "./entities";
import type { EntitySpec, FieldSpec } from "./field";
import { campaigns } from "./fields/campaigns";
import { complaints } from "./fields/complaints";
import { contacts } from "./fields/contacts";
import { contracts } from "./fields/contracts";
import { customers } from "./fields/customers";
import { deals } from "./fields/deals";
import { exits } from "./fields/exits";
import { invoices } from "./fields/invoices";
import { orders } from "./fields/orders";
import { payments } from "./fields/payments";
import { people } from "./fields/people";
import { products } from "./fields/products";
import { serviceCosts } from "./fields/service-costs";
import { surveys } from "./fields/surveys";

const TABLES = {
  orders,
  customers,
  products,
  service_costs: serviceCosts,
  invoices,
  payments,
  surveys,
  complaints,
  contacts,
  people,
  deals,
  campaigns,
  contracts,
  exits,
} as const satisfies Record<Entity, EntitySpec>;

/** Field ids of each table, derived ones included. */
export type FieldId<E extends Entity> = keyof (typeof TABLES)[E]["fields"] & string;

/** What every table is made of: the one source of mapping, validation, storage, templates and words. */
export const VOCABULARY: Readonly<Record<Entity, EntitySpec>> = TABLES;

export function fieldSpec(entity: Entity, field: string): FieldSpec | undefined {
  const { fields } = VOCABULARY[entity];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** Tables whose rows name a customer; each has a column `customer` whose code is a row of `customers`. */
export const LINKED_ENTITIES: readonly Entity[] = ENTITIES.filter(
  (entity) => fieldSpec(entity, "customer") !== undefined,
);
