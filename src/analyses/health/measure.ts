import type { MeasureId } from "./spec";

/** One measure of every customer as it was known at the end of a day. */
export interface Measured {
  readonly id: MeasureId;
  /** 0..100, 100 is best; NaN where missing */
  readonly scores: Float64Array<ArrayBuffer>;
  /** what is behind it */
  readonly facts: Float64Array<ArrayBuffer>;
  /** what is usual for the customer; NaN where nothing is */
  readonly usual: Float64Array<ArrayBuffer>;
}

export function emptyMeasure(id: MeasureId, customers: number): Measured {
  const unknown = (): Float64Array<ArrayBuffer> => new Float64Array(customers).fill(NaN);
  return { id, scores: unknown(), facts: unknown(), usual: unknown() };
}

/** 100 at `best` and beyond, 0 at `worst` and beyond, straight between; either may be the larger. */
export function scale(value: number, worst: number, best: number): number {
  const share = (value - worst) / (best - worst);
  return 100 * Math.min(1, Math.max(0, share));
}

/** Waiting as long as usual is sound, three times as long is not. */
const SOUND_TIMES = 1;
const BAD_TIMES = 3;

export interface Waiting {
  /** days between the first and the last time */
  readonly span: number;
  /** times less one */
  readonly gaps: number;
  readonly waited: number;
  /** days that the company's customers wait in the middle */
  readonly common: number;
}

/**
 * How overdue somebody is: days waited ÷ own mean gap, where one gap of the common length is added to those of one's own, so that
 * two orders do not make a rhythm.
 *
 * @returns score 0..100 (once the gap 100, three times 0) and the gap in days
 */
export function overdueScore({ span, gaps, waited, common }: Waiting): readonly [number, number] {
  const gap = Math.max(1, (span + common) / (gaps + 1));
  return [scale(waited / gap, BAD_TIMES, SOUND_TIMES), gap];
}
