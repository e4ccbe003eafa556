/** The tables that can be imported. A page or an analysis names a table only by these words. */
export const ENTITIES = [
  "orders",
  "customers",
  "products",
  "service_costs",
  "invoices",
  "payments",
  "surveys",
  "complaints",
  "contacts",
  "people",
  "deals",
  "campaigns",
  "contracts",
  "exits",
] as const;
export type Entity = (typeof ENTITIES)[number];
