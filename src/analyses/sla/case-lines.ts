import { dayOfMoment } from "../../domain/moment";
import { columnOf, textAt, type Table } from "../../kernel/table/column";
import { customerNameOf } from "../../measures/customer-name";
import { numbersOf } from "../../measures/cost-driver";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { STEP_IDS, type CaseLine } from "./spec";
import type { Standing } from "./steps";

const LINES = 20;

interface CaseSight {
  readonly cases: ComplaintCases;
  readonly table: Table;
  readonly customers: Table;
  readonly standing: Standing;
}

/** The cases at these places that wait longest, the longest first. */
export function caseLines(
  { cases, table, customers, standing }: CaseSight,
  places: readonly number[],
): readonly CaseLine[] {
  const text = (id: string, row: number): string | null => {
    const column = columnOf(table, id, "dictionary");
    return column === undefined ? null : textAt(column, row);
  };
  const escalated = numbersOf(table, "isEscalated");
  return places
    .toSorted((a, b) => standing.waitedDays[b]! - standing.waitedDays[a]! || a - b)
    .slice(0, LINES)
    .map((i) => {
      const row = cases.rows[i]!;
      const customer = cases.customers[i]!;
      const flag = escalated === null ? NaN : escalated[row]!;
      return {
        id: text("complaintId", row),
        row: customer,
        customer: customer < 0 ? null : customerNameOf(customers, customer),
        openedDay: dayOfMoment(cases.opened[i]!),
        step: STEP_IDS[standing.steps[i]!]!,
        waitingDays: standing.waitedDays[i]!,
        owner: text("owner", row),
        kind: text("complaintKind", row),
        severity: text("severity", row),
        isEscalated: Number.isNaN(flag) ? null : flag === 1,
      };
    });
}
