import type { TenureUnit } from "../../domain/tenure";
import type { Format } from "../../i18n/format";
import type { SurvivalMessages } from "./messages/zh-Hans";

/** What the words of the analysis are made with. */
export interface Words {
  readonly t: SurvivalMessages;
  readonly format: Format;
  readonly unit: TenureUnit;
  /** the header of a column of the customer table */
  readonly columnName: (id: string) => string;
  /** a flag column says yes and no rather than 1 and 0 */
  readonly isFlag: (id: string) => boolean;
}

const DAYS_PER_MONTH = 30.4375;
/** Shorter times are told in days. */
const MONTHS_FROM_DAYS = 180;

const isInMonths = (unit: TenureUnit, longest: number): boolean =>
  unit === "month" || (unit === "day" && longest >= MONTHS_FROM_DAYS);

/** A length of time as people say it: 71 days, 44 months; a bare number where the unit is unknown. */
export function timeText(time: number, { t, format, unit }: Words): string {
  if (unit === "unit") return format.number(time);
  if (!isInMonths(unit, time)) return format.days(Math.round(time));
  const months = unit === "month" ? time : time / DAYS_PER_MONTH;
  return t.months({ months: format.number(months, unit === "month" ? 1 : 0) });
}

export interface TimeAxis {
  readonly ticks: readonly number[];
  readonly tick: (time: number) => string;
  /** what the axis counts */
  readonly label: string;
}

const STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240];
const MOST_TICKS = 8;

/** Ticks at round months (or days, or numbers), with 0. */
export function timeAxis(longest: number, { t, format, unit }: Words): TimeAxis {
  const inMonths = isInMonths(unit, longest);
  const scale = inMonths && unit === "day" ? DAYS_PER_MONTH : 1;
  const last = longest / scale;
  const step = inMonths
    ? (STEPS.find((candidate) => last / candidate <= MOST_TICKS) ?? last)
    : niceStep(last / MOST_TICKS);
  const count = Math.floor(last / step + 1e-9) + 1;
  const ticks = Array.from({ length: count }, (_, i) => i * step * scale);
  const names = { day: t.axis.days, month: t.axis.months, unit: t.axis.unit } as const;
  return {
    ticks,
    tick: (time) => format.number(time / scale),
    label: names[inMonths ? "month" : unit],
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
  const factor = [1, 2, 5].find((step) => step * power >= rough);
  return (factor ?? 10) * power;
}

/** A rate per month (of 30.4 days), or per unit where the unit is unknown. */
export function monthlyRate(hazard: number, unit: TenureUnit): number {
  return unit === "day" ? hazard * DAYS_PER_MONTH : hazard;
}
