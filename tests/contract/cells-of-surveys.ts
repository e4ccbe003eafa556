import type { CsatResult } from "../../src/analyses/csat/spec";
import type { CsiResult } from "../../src/analyses/csi/spec";
import type { DeliveredResult } from "../../src/analyses/delivered-value/spec";
import type { DriversResult } from "../../src/analyses/drivers/spec";
import { NPS_CLASSES, type NpsResult } from "../../src/analyses/nps/spec";
import type { CellCount } from "./cells";

export const npsCells = (result: NpsResult): CellCount[] => [
  ["all", result.customers],
  ...NPS_CLASSES.map((name): CellCount => [`nps:${name}`, result.classCustomers[name]]),
  ...Array.from(result.scoreCustomers, (n, score): CellCount => [`nps-score:${score}`, n]),
  ...(result.groups === null
    ? []
    : result.groups.rows.map(({ customers }, i): CellCount => [`nps-group:${i}`, customers])),
  ...(result.trend === null
    ? []
    : result.trend.periods.map(({ key, customers }): CellCount => [
        `nps-period:${key}`,
        customers,
      ])),
];

export const csatCells = (result: CsatResult): CellCount[] => [
  ["all", result.customers],
  ["csat-top", result.topCustomers],
  ["csat-top2", result.top2Customers],
  ["csat-low", result.lowCustomers],
  ...result.steps.map(({ score, customers }): CellCount => [`csat-score:${score}`, customers]),
  ...(result.trend?.periods ?? []).map(({ key, customers }): CellCount => [
    `csat-period:${key}`,
    customers,
  ]),
  ...(["effort", "dimension", "touchpoint"] as const).flatMap((kind) =>
    result[`${kind}s`].map(({ lowCustomers }, i): CellCount => [`csat-${kind}:${i}`, lowCustomers]),
  ),
];

export const driversCells = ({ customers, drivers }: DriversResult): CellCount[] => [
  ["all", customers],
  ...drivers.map(({ lowCustomers }, i): CellCount => [`driver-low:${i}`, lowCustomers]),
];

export const csiCells = ({
  customers,
  lowCustomers,
  items,
  trend,
  gaps,
}: CsiResult): CellCount[] => [
  ["all", customers],
  ["csi-low", lowCustomers],
  ...items.map((item, i): CellCount => [`csi-item:${i}`, item.lowCustomers]),
  ...(trend?.periods ?? []).map((period): CellCount => [
    `csi-period:${period.key}`,
    period.customers,
  ]),
  ...(gaps?.rows ?? []).map((row, i): CellCount => [`csi-gap:${i}`, row.belowCustomers]),
];

export const deliveredCells = (result: DeliveredResult): CellCount[] => [
  ["all", result.customers],
  ...(result.lowCustomers === null
    ? []
    : [["delivered-low", result.lowCustomers] satisfies CellCount]),
  ...result.facets.map(({ facet, lowCustomers }): CellCount => [
    `delivered-facet:${facet}`,
    lowCustomers,
  ]),
  ...result.traits.lines.map(({ tag, lowCustomers }): CellCount => [
    `delivered-trait:${tag}`,
    lowCustomers,
  ]),
  ...result.levels.lines.map(({ tag, lowCustomers }): CellCount => [
    `delivered-level:${tag}`,
    lowCustomers,
  ]),
  ...(result.groups?.rows ?? []).map(({ customers }, i): CellCount => [
    `delivered-group:${i}`,
    customers,
  ]),
];
