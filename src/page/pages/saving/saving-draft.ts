import {
  movedTo,
  phaseOf,
  SAVING_TEXTS,
  standsSince,
  takenOn,
  type SavingCase,
  type SavingPhase,
  type SavingText,
} from "../../../domain/saving";
import { epochDay, formatIsoDay, parseIsoDay } from "../../../kernel/base/calendar";

/** What stands in the fields of a case, as it is typed. */
export interface SavingDraft extends Readonly<Record<SavingText, string>> {
  readonly phase: SavingPhase;
  /** 2025-11-30; empty for none */
  readonly nextOn: string;
}

export function draftOf(one: SavingCase): SavingDraft {
  return {
    phase: phaseOf(one),
    nextOn: one.nextOn === null ? "" : formatIsoDay(epochDay(one.nextOn)),
    owner: one.owner ?? "",
    reason: one.reason ?? "",
    nextStep: one.nextStep ?? "",
    note: one.note ?? "",
  };
}

/** What the form of an exit begins with for a case that was lost: its day and its reason. */
export function exitBegun(one: SavingCase): { readonly day: string; readonly reason: string } {
  return { day: formatIsoDay(epochDay(standsSince(one))), reason: one.reason ?? "" };
}

/** An exit this long before a customer was taken on is told by it; an older one is of another time. */
const EXIT_DAYS = 365;

/** Whether a case was closed as lost while no exit says so. @param exitedOn last exit; null: none; undefined: not known yet */
export const lacksExit = (one: SavingCase, exitedOn: number | null | undefined): boolean =>
  phaseOf(one) === "lost" &&
  exitedOn !== undefined &&
  (exitedOn === null || exitedOn < takenOn(one) - EXIT_DAYS);

/** The case after its fields were changed; an emptied field is none. @param today day on which a move counts */
export function caseAfter(one: SavingCase, draft: SavingDraft, today: number): SavingCase {
  const texts = Object.fromEntries(
    SAVING_TEXTS.map((id) => [id, draft[id].trim() === "" ? null : draft[id].trim()]),
  ) as Record<SavingText, string | null>;
  return {
    ...one,
    ...texts,
    nextOn: parseIsoDay(draft.nextOn),
    steps: movedTo(one.steps, draft.phase, today),
  };
}
