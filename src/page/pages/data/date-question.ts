import { dayFromCivil, isCivilDate, type EpochDay } from "../../../kernel/base/calendar";
import type { DateOrder } from "../../../ingest/plan";

export interface DateReading {
  readonly order: DateOrder;
  readonly day: EpochDay;
}

/**
 * The days that a sample cell such as "3/4/2025" can mean, one for each order that gives a real day; fewer than two when
 * there is nothing to ask. A year of two digits is one of this century here: only the question shows it.
 */
export function dateReadings(sample: string): readonly DateReading[] {
  const parts = /^\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})/.exec(sample);
  if (!parts) return [];
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const orders: readonly [DateOrder, number, number, number][] = [
    ["mdy", c, a, b],
    ["dmy", c, b, a],
    ["ymd", a, b, c],
  ];
  const readings: DateReading[] = [];
  for (const [order, shortYear, month, day] of orders) {
    const year = shortYear < 100 ? shortYear + 2000 : shortYear;
    const isYear = order !== "ymd" || parts[1]?.length !== 1;
    if (isYear && year >= 1900 && isCivilDate(year, month, day)) {
      readings.push({ order, day: dayFromCivil(year, month, day) });
    }
  }
  return new Set(readings.map(({ day }) => day)).size > 1 ? readings : [];
}

/** The sample that shows the question best: the first that can be read in two ways. */
export function ambiguousSample(samples: readonly string[]): string | null {
  return samples.find((sample) => dateReadings(sample).length > 1) ?? null;
}
