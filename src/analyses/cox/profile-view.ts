import type { FigurePoint, TwinTable } from "../../page/charts/figure";
import type { Baseline, CoxTerm } from "./spec";
import type { Drawn, Words } from "./view-model";

/** A field of the form: one for a number or a flag, one for all the words of a column. */
export type ProfileField =
  | { readonly kind: "number"; readonly column: string; readonly term: CoxTerm }
  | { readonly kind: "flag"; readonly column: string; readonly term: CoxTerm }
  | {
      readonly kind: "level";
      readonly column: string;
      readonly reference: string;
      readonly terms: readonly CoxTerm[];
    };

/** What was entered, by column: a number, 0 or 1, or the place of a word (0 = the most frequent, 1 … = the terms). */
export type Profile = Readonly<Record<string, number>>;

export function profileFields({ model }: Drawn): readonly ProfileField[] {
  const fields: ProfileField[] = [];
  for (const term of model.terms) {
    const { column, kind, reference } = term;
    if (kind !== "level") fields.push({ kind, column, term });
    else if (!fields.some((field) => field.column === column)) {
      const terms = model.terms.filter((other) => other.column === column);
      fields.push({ kind, column, reference, terms });
    }
  }
  return fields;
}

/** An average customer: numbers at their mean, the usual word, the flag of the majority. */
export function startingProfile(fields: readonly ProfileField[]): Profile {
  const startOf = (field: ProfileField): number => {
    switch (field.kind) {
      case "number":
        return rounded(field.term.mean, field.term.step);
      case "flag":
        return field.term.mean > 0.5 ? 1 : 0;
      case "level":
        return 0;
    }
  };
  return Object.fromEntries(fields.map((field) => [field.column, startOf(field)]));
}

/** To a tenth of a step, so that the form shows a number that a person would type. */
const rounded = (value: number, step: number): number => {
  const unit = step / 10;
  return Number((Math.round(value / unit) * unit).toPrecision(12));
};

/** Factor by which a profile multiplies the hazard of a customer at the means. */
export function profileFactor(fields: readonly ProfileField[], profile: Profile): number {
  let log = 0;
  for (const field of fields) {
    const entered = profile[field.column];
    if (entered === undefined) continue;
    if (field.kind !== "level") log += field.term.coefficient * (entered - field.term.mean);
    else {
      field.terms.forEach(({ coefficient, mean }, i) => {
        log += coefficient * ((entered === i + 1 ? 1 : 0) - mean);
      });
    }
  }
  return Math.exp(log);
}

export function survivalAt({ times, hazards }: Baseline, time: number, factor: number): number {
  let hazard = 0;
  for (let k = 0; k < times.length && (times[k] as number) <= time; k++) {
    hazard = hazards[k] as number;
  }
  return Math.exp(-hazard * factor);
}

export interface ProfileView {
  readonly own: readonly Step[];
  readonly average: readonly Step[];
  readonly stops: readonly FigurePoint[];
  readonly longest: number;
  readonly ticks: readonly number[];
  readonly tick: (time: number) => string;
  readonly axis: string;
  readonly percent: (ratio: number) => string;
  readonly names: { readonly own: string; readonly average: string };
}

interface Step {
  readonly time: number;
  readonly share: number;
}

const MOST_STOPS = 40;
const MOST_TICKS = 6;
const STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240];
const DAYS_PER_MONTH = 30.4375;
const DAYS_FROM = 180;

const isInMonths = (unit: Drawn["unit"], time: number): boolean =>
  unit === "month" || (unit === "day" && time >= DAYS_FROM);

/** A length of time as people say it. */
export function timeText(time: number, unit: Drawn["unit"], { t, format }: Words): string {
  if (unit === "unit") return format.number(time);
  if (!isInMonths(unit, time)) return format.days(Math.round(time));
  const months = unit === "month" ? time : time / DAYS_PER_MONTH;
  return t.months({ months: format.number(months, 0) });
}

export function profileView(
  result: Drawn,
  baseline: Baseline,
  factor: number,
  words: Words,
): ProfileView {
  const { t, format } = words;
  const { horizon } = result.model;
  const stepsOf = (by: number): readonly Step[] => [
    { time: 0, share: 1 },
    ...Array.from(baseline.times, (time, k) => ({
      time,
      share: Math.exp(-(baseline.hazards[k] as number) * by),
    })).filter(({ time }) => time <= horizon),
    { time: horizon, share: survivalAt(baseline, horizon, by) },
  ];
  const [own, average] = [stepsOf(factor), stepsOf(1)];
  const every = Math.max(1, Math.ceil(own.length / MOST_STOPS));
  const stops = own.flatMap(({ time, share }, k) =>
    k % every === 0 || k === own.length - 1
      ? [
          {
            x: time,
            y: share,
            title: timeText(time, result.unit, words),
            rows: [
              { label: t.profile.own, value: format.percent(share) },
              { label: t.profile.average, value: format.percent((average[k] as Step).share) },
            ],
          },
        ]
      : [],
  );
  return {
    own,
    average,
    stops,
    longest: horizon,
    ...timeTicks(horizon, result.unit, words),
    percent: (ratio) => format.percent(ratio),
    names: { own: t.profile.own, average: t.profile.average },
  };
}

function timeTicks(longest: number, unit: Drawn["unit"], { t, format }: Words) {
  const inMonths = isInMonths(unit, longest);
  const scale = inMonths && unit === "day" ? DAYS_PER_MONTH : 1;
  const last = longest / scale;
  const step = inMonths
    ? (STEPS.find((candidate) => last / candidate <= MOST_TICKS) ?? last)
    : niceStep(last / MOST_TICKS);
  const count = Math.floor(last / step + 1e-9) + 1;
  const names = { day: t.axis.days, month: t.axis.months, unit: t.axis.unit } as const;
  return {
    ticks: Array.from({ length: count }, (_, i) => i * step * scale),
    tick: (time: number) => format.number(time / scale),
    axis: names[inMonths ? "month" : unit],
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= rough);
  return (factor ?? 10) * power;
}

export function profileTwin(view: ProfileView, { t, format }: Words): TwinTable {
  const percent = (value: unknown): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  return {
    columns: [
      { label: t.profile.time, numeric: true },
      { label: t.profile.own, numeric: true, show: percent },
      { label: t.profile.average, numeric: true, show: percent },
    ],
    rows: view.own.map(({ time, share }, k) => [time, share, (view.average[k] as Step).share]),
  };
}
