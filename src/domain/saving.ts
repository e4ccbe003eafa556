import { refKey, parseRef, type CustomerMerge, type CustomerRef } from "./customer-merge";
import type { WorkKind } from "./own-work";

/** Warned of, being won over, and the two ways in which it ends. */
export const SAVING_PHASES = ["warned", "saving", "saved", "lost"] as const;
export type SavingPhase = (typeof SAVING_PHASES)[number];

/** The phase began on this civil day of the reader's clock. */
export interface PhaseStep {
  readonly phase: SavingPhase;
  readonly onDay: number;
}

/** Oldest first; the last is where a case stands. */
export type PhaseSteps = readonly [PhaseStep, ...PhaseStep[]];

export const SAVING_TEXTS = ["owner", "reason", "nextStep", "note"] as const;
export type SavingText = (typeof SAVING_TEXTS)[number];

/**
 * A customer that somebody is trying to keep: the user's own work, which no import touches. The key of the record is an id made with
 * it; a customer has at most one open case.
 */
export interface SavingCase extends Readonly<Record<SavingText, string | null>> {
  readonly customer: CustomerRef;
  readonly steps: PhaseSteps;
  /** what the list of warnings said when the case was taken from it; null: taken otherwise */
  readonly warning: string | null;
  /** day by which the next step is to be done; null: none was set */
  readonly nextOn: number | null;
  readonly changedAtMs: number;
}

export const SAVING_CASES: WorkKind<SavingCase> = { name: "saving-case", parse: parseCase };

export const isOpenPhase = (phase: SavingPhase): boolean =>
  phase === "warned" || phase === "saving";

const lastOf = ([first, ...later]: PhaseSteps): PhaseStep => later.at(-1) ?? first;

/** Where the case stands. */
export const phaseOf = ({ steps }: SavingCase): SavingPhase => lastOf(steps).phase;

/** Day on which the case was taken. */
export const takenOn = ({ steps }: SavingCase): number => steps[0].onDay;

/** Day since which it stands where it stands. */
export const standsSince = ({ steps }: SavingCase): number => lastOf(steps).onDay;

/** The keys under which merges may know a ref: where the data have one word only, it is the id or the name. */
function keysOf(ref: CustomerRef): readonly string[] {
  if (ref.id === null || ref.id !== ref.name) return [refKey(ref)];
  return [refKey(ref), refKey({ id: null, name: ref.name })];
}

/** A case as it is taken. */
export function newCase(
  customer: CustomerRef,
  warning: string | null,
  { onDay, atMs }: { readonly onDay: number; readonly atMs: number },
): SavingCase {
  return {
    customer,
    steps: [{ phase: "warned", onDay }],
    warning,
    owner: null,
    reason: null,
    nextStep: null,
    nextOn: null,
    note: null,
    changedAtMs: atMs,
  };
}

/**
 * The steps after a move. A slip that is taken back on its own day leaves no trace: it would count as time in a phase that nobody
 * spent there.
 */
export function movedTo(steps: PhaseSteps, phase: SavingPhase, onDay: number): PhaseSteps {
  const last = lastOf(steps);
  if (last.phase === phase) return steps;
  const [first, ...later] = steps;
  const isSlip = last.onDay === onDay && steps.at(-2)?.phase === phase;
  return isSlip ? [first, ...later.slice(0, -1)] : [...steps, { phase, onDay }];
}

/** Who a ref means now that customers are merged. @param merges by `refKey(from)` */
export function headOf(
  ref: CustomerRef,
  merges: ReadonlyMap<string, Pick<CustomerMerge, "into">>,
): CustomerRef {
  const seen = new Set<string>();
  let head = ref;
  for (;;) {
    const key = keysOf(head).find((known) => merges.has(known));
    const into = key === undefined ? undefined : merges.get(key)?.into;
    // A circle of merges means nobody in particular: any of it is as good.
    if (key === undefined || into === undefined || seen.has(key)) return head;
    seen.add(key);
    head = into;
  }
}

/** The open case of a customer with its key; null when nobody works on it. */
export function openCaseOf(
  cases: ReadonlyMap<string, SavingCase>,
  customer: CustomerRef,
  merges: ReadonlyMap<string, Pick<CustomerMerge, "into">>,
): readonly [key: string, one: SavingCase] | null {
  const wanted = keysOf(headOf(customer, merges));
  for (const [key, one] of cases) {
    if (!isOpenPhase(phaseOf(one))) continue;
    if (keysOf(headOf(one.customer, merges)).some((known) => wanted.includes(known)))
      return [key, one];
  }
  return null;
}

/** The case of a customer that ended last, with its key; null where none has ended. */
export function endedCaseOf(
  cases: ReadonlyMap<string, SavingCase>,
  customer: CustomerRef,
  merges: ReadonlyMap<string, Pick<CustomerMerge, "into">>,
): readonly [key: string, one: SavingCase] | null {
  const wanted = keysOf(headOf(customer, merges));
  let last: readonly [key: string, one: SavingCase] | null = null;
  for (const [key, one] of cases) {
    if (isOpenPhase(phaseOf(one))) continue;
    if (!keysOf(headOf(one.customer, merges)).some((known) => wanted.includes(known))) continue;
    if (last === null || standsSince(one) >= standsSince(last[1])) last = [key, one];
  }
  return last;
}

/** What the data say of the time after a case has ended. */
export interface AfterEnd {
  /** last day of the data that are looked at */
  readonly asOfDay: number;
  /** churn window, days */
  readonly windowDays: number;
  readonly hasBought: boolean;
}

/**
 * Whether a customer whose case has ended waits for somebody once more: when the data go more than a churn window beyond its end, and, of
 * one that was closed as lost, only when it has bought since. Before that a warning says nothing that was not known at the end.
 */
export const waitsAgain = (one: SavingCase, after: AfterEnd): boolean =>
  after.asOfDay - standsSince(one) > after.windowDays &&
  (phaseOf(one) === "saved" || after.hasBought);

/** Open cases whose next step is to be done by today, the longest overdue first. */
export function dueCases(
  cases: ReadonlyMap<string, SavingCase>,
  today: number,
): readonly (readonly [key: string, one: SavingCase & { readonly nextOn: number }])[] {
  return [...cases]
    .flatMap(([key, one]) => {
      const { nextOn } = one;
      if (nextOn === null || nextOn > today || !isOpenPhase(phaseOf(one))) return [];
      return [[key, { ...one, nextOn }] as const];
    })
    .sort(([, a], [, b]) => a.nextOn - b.nextOn);
}

function parseCase(value: unknown): SavingCase | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const customer = parseRef(given["customer"]);
  const steps = given["steps"];
  if (customer === null || !Array.isArray(steps) || steps.length === 0) return null;
  const isFine =
    steps.every(isStep) &&
    [...SAVING_TEXTS, "warning"].every(
      (id) => given[id] === null || typeof given[id] === "string",
    ) &&
    (given["nextOn"] === null || Number.isInteger(given["nextOn"])) &&
    typeof given["changedAtMs"] === "number";
  return isFine ? (given as unknown as SavingCase) : null;
}

function isStep(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { phase, onDay } = value as Record<string, unknown>;
  return SAVING_PHASES.some((id) => id === phase) && Number.isInteger(onDay);
}
