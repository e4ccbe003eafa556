import type { ChurnCause, Initiative } from "../domain/churn-cause";
import type { EpochDay } from "../kernel/base/calendar";

/** A time that the customer left, wholly or in part; null and "" where the data do not say. */
export interface CustomerExit {
  readonly exitedOn: EpochDay;
  readonly isPartial: boolean;
  readonly initiative: Initiative;
  readonly cause: ChurnCause;
  readonly reason: string;
  /** what was noted beside the reason */
  readonly text: string;
  readonly competitor: string;
  readonly lostAmount: number | null;
  readonly wonBackOn: EpochDay | null;
}

export interface CustomerContract {
  readonly id: string | null;
  readonly startsOn: EpochDay | null;
  /** null: without an end */
  readonly endsOn: EpochDay | null;
  readonly isRenewed: boolean;
  readonly renewedOn: EpochDay | null;
  readonly renewsByItself: boolean;
  readonly cancelledOn: EpochDay | null;
}

/** When and why a customer left, and what binds it. */
export interface Departures {
  /** latest first */
  readonly exits: readonly CustomerExit[];
  /** the one that runs longest, the later begun of two alike; null without one that has a day */
  readonly contract: CustomerContract | null;
  readonly contractCount: number;
}
