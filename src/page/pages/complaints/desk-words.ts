import type { DeskMessages } from "../../../analyses/sla/messages/desk-zh-Hans";
import type { CaseCheck } from "../../../domain/casework";
import { clockOf, dayOfMoment } from "../../../domain/moment";
import type { Format } from "../../../i18n/format";
import type { DeskCase } from "../../../queries/case-types";

export interface DeskWords {
  readonly t: DeskMessages;
  readonly format: Format;
}

/** A moment of the wall clock: 2025/11/30 14:05, or the day alone. */
export function momentText({ format }: DeskWords, moment: number): string {
  const day = format.dayShort(dayOfMoment(moment));
  const clock = clockOf(moment);
  return clock === null ? day : `${day} ${clock}`;
}

export function stepText({ t }: DeskWords, { step }: DeskCase): string {
  return step === null ? t.over : t.steps[step];
}

/** What is to be seen of a case at a glance. */
export function marksText({ t, format }: DeskWords, one: DeskCase): string {
  const marks: string[] = [];
  if (one.due !== null) marks.push(t.marks.due);
  if (one.isLate) marks.push(t.marks.late);
  if (one.isEscalated === true && one.due === null) marks.push(t.marks.escalated);
  if (one.isStuck) marks.push(t.marks.stuck);
  if (one.isOwn) marks.push(t.marks.own);
  if (one.work !== null) marks.push(t.marks.worked);
  return marks.length === 0 ? format.dash : marks.join(" · ");
}

/** What a case is about, without what is not known. */
export function factsOf(
  words: DeskWords,
  one: DeskCase,
  money: (amount: number) => string,
): readonly { readonly label: string; readonly text: string }[] {
  const { facts } = words.t.drawer;
  return [
    { label: facts.opened, text: momentText(words, one.openedAt) },
    { label: facts.kind, text: one.kind },
    { label: facts.channel, text: one.channel },
    { label: facts.product, text: one.product },
    { label: facts.batch, text: one.batch },
    { label: facts.order, text: one.orderId },
    { label: facts.loss, text: one.lossAmount === null ? null : money(one.lossAmount) },
    { label: facts.text, text: one.text },
  ].flatMap(({ label, text }) => (text === null ? [] : [{ label, text }]));
}

export const DESK_FILTERS = [
  "any",
  "open",
  "due",
  "respond",
  "cause",
  "solve",
  "close",
  "over",
] as const;
export type DeskFilter = (typeof DESK_FILTERS)[number];

export type WordFilter = "owner" | "severity" | "priority";

/** Of the words, null: any; empty: without one. */
export interface DeskChoice extends Readonly<Record<WordFilter, string | null>> {
  readonly step: DeskFilter;
  /** only those that do not keep this check; null: all */
  readonly missed: CaseCheck | null;
}

/** The cases of a choice, in the order of the desk. */
export function chosenCases(cases: readonly DeskCase[], choice: DeskChoice): readonly DeskCase[] {
  const fits = (word: string | null, wanted: string | null): boolean =>
    wanted === null || (word ?? "") === wanted;
  return cases.filter((one) => {
    const isFit = (["owner", "severity", "priority"] as const).every((id) =>
      fits(one[id], choice[id]),
    );
    if (!isFit) return false;
    if (choice.missed !== null && one.checks[choice.missed] !== false) return false;
    if (choice.step === "any") return true;
    if (choice.step === "open") return one.step !== null;
    if (choice.step === "due") return one.due !== null;
    return choice.step === "over" ? one.step === null : one.step === choice.step;
  });
}
