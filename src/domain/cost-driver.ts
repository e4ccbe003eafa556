import type { Entity } from "./entities";

/** The kinds of effort that serving a customer takes, in the order in which they are shown. */
export const DRIVER_IDS = [
  "service",
  "visits",
  "contacts",
  "orders",
  "returns",
  "complaints",
  "late",
  "bad-debt",
] as const;
export type DriverId = (typeof DRIVER_IDS)[number];

/** Why something cannot be counted: a table that is not there (`column` null), or a column that an existing table lacks. */
export interface CostGap {
  readonly entity: Entity;
  readonly column: string | null;
}
