import type { SavingCase } from "../domain/saving";
import type { Scope } from "../domain/scope";

export interface SavingQuestion {
  readonly scope: Scope;
  /** civil day of the reader's clock: what is open counts up to it */
  readonly today: number;
  /** by key; refs after merging */
  readonly cases: readonly (readonly [key: string, one: SavingCase])[];
}

/** What the data say of a customer that somebody is trying to keep. */
export interface SavingFacts {
  /** of the case, in the user's own work */
  readonly key: string;
  /** row of `customers`, −1 when the data do not have the customer */
  readonly row: number;
  /** its key there, null likewise */
  readonly customer: string | null;
  readonly name: string;
  /** sales of the 365 days up to the day on which the case was taken; null without orders */
  readonly yearSales: number | null;
  /** sales after the end of the case, or after it was taken while it is open; null: the data do not reach beyond that day */
  readonly again: { readonly orderDays: number; readonly amount: number } | null;
  /** last day on which it left, by the exits of the data and those written down here; null: no exit */
  readonly exitedOn: number | null;
}

export interface PhaseTime {
  /** times that a case was in the phase, and those that are over */
  readonly spells: number;
  readonly left: number;
  /** until it was left (product limit, open ones censored); null: not half of them have left */
  readonly medianDays: number | null;
}

/** How the cases have gone so far. */
export interface SavingFunnel {
  readonly entered: number;
  /** ever moved on from the warning */
  readonly started: number;
  readonly warned: number;
  readonly saving: number;
  readonly saved: number;
  readonly lost: number;
  /** saved ÷ ended, 95 % (Wilson); null below five ended cases */
  readonly savedShare: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly times: { readonly warned: PhaseTime; readonly saving: PhaseTime };
  /** of those saved: whose later orders the data can show, and who did order */
  readonly again: { readonly seen: number; readonly customers: number; readonly amount: number };
}

export interface SavingBoard {
  readonly facts: readonly SavingFacts[];
  readonly funnel: SavingFunnel;
}
