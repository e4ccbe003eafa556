import type { RetentionResult } from "../../src/analyses/complaint-retention/spec";
import type { SignalsResult } from "../../src/analyses/complaint-signals/spec";
import type { EffectResult } from "../../src/analyses/response-effect/spec";
import type { ServiceResult } from "../../src/analyses/service/spec";
import type { CellCount } from "./cells";

export const serviceCells = ({ standards, chart }: ServiceResult): CellCount[] => [
  ...standards
    .filter(({ verdict }) => verdict !== null)
    .flatMap(({ id, customers, missedCustomers }): CellCount[] => [
      [`service:${id}:all`, customers],
      [`service:${id}:missed`, missedCustomers],
    ]),
  ...(chart === null
    ? []
    : chart.months
        .filter(({ judged }) => judged > 0)
        .map(({ key, missedCustomers }): CellCount => [
          `service-month:${chart.measure}:${key}`,
          missedCustomers,
        ])),
];

export const responseCells = ({ steps }: EffectResult): CellCount[] =>
  steps.flatMap(({ id, n, hits }): CellCount[] => [
    [`response-in:${id}`, n],
    [`response-lost:${id}`, n - hits],
  ]);

export const retentionCells = ({ lines }: RetentionResult): CellCount[] =>
  lines
    .filter(({ n }) => n > 0)
    .flatMap(({ group, n, lost }): CellCount[] => [
      [`complaint-stay:${group}`, n],
      [`complaint-left:${group}`, lost],
    ]);

export const signalCells = ({ lines }: SignalsResult): CellCount[] =>
  lines.flatMap(({ signal, now, hitCustomers }): CellCount[] => [
    [`signal-now:${signal}`, now],
    [`signal-hit:${signal}`, hitCustomers],
  ]);
