import type { CoxFit } from "../../kernel/stats/survival/cox/fit";
import type { Proportionality } from "../../kernel/stats/survival/cox/proportionality";
import { Z_95 } from "../../kernel/stats/survival/kaplan-meier";
import type { Design, DesignColumn } from "./design";
import type { CoxTerm } from "./spec";

/** The coefficients of a fit with what they are of, in the order of the columns. */
export function termsOf(fit: CoxFit, drift: Proportionality, design: Design): readonly CoxTerm[] {
  return fit.kept.map((place, at) => {
    const column = design.columns[place]!;
    const { kind, level, reference } = column;
    const coefficient = fit.coefficients[at]!;
    const error = fit.standardErrors[at]!;
    const isUnbounded = fit.isUnbounded[at] === 1;
    const known = Array.from(design.slots, (slot) => column.values[slot]!);
    const step = kind === "number" ? stepOf(known, fit.sample.deviations[at]!) : 1;
    const ratioOf = (log: number): number | null => (isUnbounded ? null : finite(log * step));
    const { p: driftP, early, late } = drift.columns[at]!;
    const base = { column: column.column, kind, coefficient, step };
    const found: CoxTerm = {
      ...base,
      level: level?.label ?? "",
      reference: reference?.label ?? "",
      isRest: level?.kind === "rest",
      standardError: error,
      z: fit.z[at]!,
      p: fit.p[at]!,
      ratio: ratioOf(coefficient),
      lower: ratioOf(coefficient - Math.sign(step) * Z_95 * error),
      upper: ratioOf(coefficient + Math.sign(step) * Z_95 * error),
      driftP: isUnbounded || early === null ? null : driftP,
      earlyRatio: early === null ? null : ratioOf(early),
      lateRatio: late === null ? null : ratioOf(late),
      customers: 0,
      lost: 0,
      mean: fit.sample.means[at]!,
      least: known.reduce((least, value) => Math.min(least, value), Infinity),
      most: known.reduce((most, value) => Math.max(most, value), -Infinity),
    };
    const slots = slotsOfTerm(found, design);
    const lost = slots.filter((slot) => design.outcomes[slot] !== 0).length;
    return { ...found, customers: slots.length, lost };
  });
}

function finite(log: number): number | null {
  const ratio = Math.exp(log);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null;
}

/** Slots of the tenure with the word or the flag of a term; of a number those above its mean. */
export function slotsOfTerm(
  { column, kind, level, isRest, mean }: CoxTerm,
  design: Design,
): Uint32Array {
  const isSame = (one: DesignColumn): boolean =>
    one.column === column &&
    (kind !== "level" ||
      ((one.level?.label ?? "") === level && (one.level?.kind === "rest") === isRest));
  const values = design.columns.find(isSame)?.values;
  if (values === undefined) return new Uint32Array(0);
  const bound = kind === "number" ? mean : 0;
  return design.slots.filter((slot) => values[slot]! > bound);
}

/** The difference of two values; else 1, 2 or 5 times a power of ten, nearest to one standard deviation. */
function stepOf(values: readonly number[], deviation: number): number {
  const distinct = new Set<number>();
  for (const value of values) {
    distinct.add(value);
    if (distinct.size > 2) return roundNear(deviation);
  }
  const [one = 0, other = 1] = distinct;
  return Math.abs(one - other);
}

function roundNear(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const steps = [1, 2, 5, 10].map((factor) => factor * power);
  const apart = (step: number): number => Math.abs(Math.log(step / size));
  return steps.reduce((best, step) => (apart(step) < apart(best) ? step : best));
}
