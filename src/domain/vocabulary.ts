import type { Entity } from "./entities";
import type { EntitySpec, FieldSpec } from "./field";
import { customers } from "./fields/customers";
import { orders } from "./fields/orders";

export type OrdersField = keyof typeof orders.fields;
export type CustomersField = keyof typeof customers.fields;

export const VOCABULARY: Readonly<Record<Entity, EntitySpec>> = { orders, customers };

export function fieldSpec(entity: Entity, field: string): FieldSpec | undefined {
  return VOCABULARY[entity].fields[field];
}
