import {
  movedTo,
  phaseOf,
  SAVING_TEXTS,
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
