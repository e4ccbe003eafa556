import type { Entity } from "./entities";
import type { EntitySpec, FieldSpec } from "./field";
import { customers } from "./fields/customers";
import { orders } from "./fields/orders";

export type OrdersField = keyof typeof orders.fields;
export type CustomersField = keyof typeof customers.fields;
/** Every field id; `i18n` must word each of them in three languages. */
export type FieldId = OrdersField | CustomersField;

export const VOCABULARY: Readonly<Record<Entity, EntitySpec>> = { orders, customers };

export function fieldSpec(entity: Entity, field: string): FieldSpec | undefined {
  return VOCABULARY[entity].fields[field];
}
