/** The tables that can be imported. A page or an analysis names a table only by these words. */
export const ENTITIES = ["orders", "customers"] as const;
export type Entity = (typeof ENTITIES)[number];
