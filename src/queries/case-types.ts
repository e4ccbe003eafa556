import type { SlaParams } from "../analyses/sla/spec";
import type { EscalationDue } from "../domain/case-rules";
import type { CaseCheck, CaseWork } from "../domain/casework";
import type { Scope } from "../domain/scope";
import type { CellRef } from "./types";

/** What is to be done next about a complaint. */
export type CaseStep = "respond" | "cause" | "solve" | "close";

/** One complaint on the desk; moments in minutes of the wall clock, null = not known or not done. */
export interface DeskEscalation {
  /** null: by no rule, to whoever is above; the first reply is late */
  readonly rule: EscalationDue | null;
}

/** What the desk of complaints is asked. */
export interface CaseQuestion {
  readonly scope: Scope;
  /** only the complaints behind a mark, also those that are over; null: all */
  readonly cell: CellRef | null;
  /** only those opened in the period that do not keep this check, also those that are over; null: all */
  readonly missed: CaseCheck | null;
  /** the promises, and the clock and calendar by which they are judged */
  readonly sla: SlaParams;
}

export interface DeskCase {
  /** names it in the user's own work */
  readonly key: string;
  /** row of `customers`, −1 for none */
  readonly customer: number;
  readonly name: string | null;
  /** its number */
  readonly id: string | null;
  readonly openedAt: number;
  readonly respondedAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  /** null: it is over */
  readonly step: CaseStep | null;
  /** in that step, up to the end of the as-of day; 0 when it is over */
  readonly waitedDays: number;
  readonly isStuck: boolean;
  /** no first reply within the promise */
  readonly isLate: boolean;
  readonly owner: string | null;
  readonly kind: string | null;
  readonly severity: string | null;
  /** by hand, by the rules, or as the data have it */
  readonly priority: string | null;
  /** place of that priority in the order that was laid down; null: none was */
  readonly rank: number | null;
  /** hours promised to the first reply */
  readonly limitHours: number;
  /** it is to be handed up; null: not, or it was */
  readonly due: DeskEscalation | null;
  readonly channel: string | null;
  readonly product: string | null;
  readonly batch: string | null;
  readonly orderId: string | null;
  readonly text: string | null;
  readonly cause: string | null;
  readonly resolution: string | null;
  readonly lossAmount: number | null;
  readonly compensation: number | null;
  readonly isEscalated: boolean | null;
  readonly isSatisfied: boolean | null;
  /** the three principles and four keys; null: not judged */
  readonly checks: Readonly<Record<CaseCheck, boolean | null>>;
  /** taken here, not imported */
  readonly isOwn: boolean;
  /** what was done here about it */
  readonly work: CaseWork | null;
}

/** How often one of the principles and keys is kept. */
export interface CheckLine {
  readonly id: CaseCheck;
  /** complaints opened in the period; of them judged, and kept */
  readonly n: number;
  readonly judged: number;
  readonly kept: number;
  /** limits of the share, 95 %; null: none is judged */
  readonly low: number | null;
  readonly high: number | null;
  /** keys as in `periodKey` */
  readonly quarters: readonly {
    readonly key: string;
    readonly judged: number;
    readonly kept: number;
  }[];
}

export interface CaseDesk {
  /**
   * Those not over first, by priority, the stuck and longest waiting before the others, at most 2,000; then the last 200 that are over;
   * behind a mark or a missed check 2,000 of them.
   */
  readonly cases: readonly DeskCase[];
  /** complaints, open or over, that could be listed */
  readonly n: number;
  readonly open: number;
  readonly over: number;
  readonly stuck: number;
  /** without a first reply within the promise, whoever knows of it */
  readonly late: number;
  /** to be handed up */
  readonly due: number;
  /** of the complaints opened in the period */
  readonly checks: readonly CheckLine[];
  /** complaints without a readable day of opening, left out */
  readonly undated: number;
  /** every word in use, for filters and suggestions */
  readonly words: Readonly<
    Record<"owner" | "severity" | "priority" | "complaintKind" | "channel", readonly string[]>
  >;
}
