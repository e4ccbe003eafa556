import type { Lack } from "./spec";

/** What a standard is judged by, one by one: orders, complaints or answers of the window that can be judged. */
export interface Occurrences {
  /** MISSING_DAY where unknown */
  readonly days: Int32Array;
  /** row of `customers`, −1 for none */
  readonly customers: Int32Array;
  /** 1: the standard was kept */
  readonly kept: Uint8Array;
  /** not over yet, and what nobody wrote down: judged by nothing */
  readonly pending: number;
  readonly unknown: number;
}

/** Occurrences, or the columns that are missing. */
export type Measured = Occurrences | readonly Lack[];

export const isMeasured = (measured: Measured): measured is Occurrences => "kept" in measured;

/** Collects occurrences one by one. */
export class OccurrenceList {
  readonly #days: number[] = [];
  readonly #customers: number[] = [];
  readonly #kept: number[] = [];
  pending = 0;
  unknown = 0;

  judge(day: number, customer: number, isKept: boolean): void {
    this.#days.push(day);
    this.#customers.push(customer);
    this.#kept.push(isKept ? 1 : 0);
  }

  done(): Occurrences {
    return {
      days: Int32Array.from(this.#days),
      customers: Int32Array.from(this.#customers),
      kept: Uint8Array.from(this.#kept),
      pending: this.pending,
      unknown: this.unknown,
    };
  }
}
