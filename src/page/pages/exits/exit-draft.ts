import type { ExitsMessages } from "../../../analyses/churn-causes/messages/exits-zh-Hans";
import { churnCauseOf, initiativeOf, type ExitWords } from "../../../domain/churn-cause";
import {
  readExit,
  reasonKey,
  type ReadExit,
  type ReasonReadings,
} from "../../../domain/exit-reasons";
import type { CustomerRef } from "../../../domain/customer-merge";
import { OWN_EXIT_TEXTS, type OwnExit, type OwnExitText } from "../../../domain/own-exit";
import { epochDay, formatIsoDay, parseIsoDay, type EpochDay } from "../../../kernel/base/calendar";

export const EXIT_INITIATIVES = ["voluntary", "involuntary", "unknown"] as const;
type ExitInitiative = (typeof EXIT_INITIATIVES)[number];
export const EXIT_CAUSES = ["natural", "competition", "fault", "unknown"] as const;
type ExitCause = (typeof EXIT_CAUSES)[number];
export const EXIT_INTENTS = ["benign", "retaliatory", "malicious", "unknown"] as const;
type ExitIntent = (typeof EXIT_INTENTS)[number];

/** What stands in the form: the reason on two levels, and texts as they are typed. */
export interface ExitDraft {
  /** 2025-11-30 */
  readonly day: string;
  readonly initiative: ExitInitiative;
  /** counts where the customer wished it, or nobody knows */
  readonly cause: ExitCause;
  /** counts where it was against the customer's wish */
  readonly intent: ExitIntent;
  readonly reason: string;
  readonly competitor: string;
  readonly text: string;
}

export const emptyDraft = (today: EpochDay): ExitDraft => ({
  day: formatIsoDay(today),
  initiative: "voluntary",
  cause: "unknown",
  intent: "unknown",
  reason: "",
  competitor: "",
  text: "",
});

const textOf = (own: OwnExit, id: OwnExitText): string => own[id] ?? "";

/** The words of an exit that was written down, for the rules that read imported ones. */
export function wordsOf(own: OwnExit): ExitWords {
  return {
    group: textOf(own, "reasonGroup"),
    reason: textOf(own, "reasonCode"),
    text: textOf(own, "text"),
    initiative: textOf(own, "initiative"),
    intent: textOf(own, "intent"),
    competitor: textOf(own, "competitor"),
  };
}

/** The form of an exit that was written down, in whatever language that was. */
export function draftOfExit(own: OwnExit): ExitDraft {
  const words = wordsOf(own);
  const initiative = initiativeOf(words);
  const group = churnCauseOf({ ...words, reason: "", text: "", competitor: "" });
  return {
    day: formatIsoDay(epochDay(own.exitedOn)),
    initiative: EXIT_INITIATIVES.find((id) => initiative.startsWith(id)) ?? "unknown",
    cause: EXIT_CAUSES.find((id) => id === group) ?? "unknown",
    intent: EXIT_INTENTS.find((id) => initiative === `involuntary-${id}`) ?? "unknown",
    reason: words.reason,
    competitor: words.competitor,
    text: words.text,
  };
}

/** The draft with a reason that was typed: where the reason list says what it counts as, the form says so too. */
export function withReason(
  draft: ExitDraft,
  reason: string,
  readings: ReasonReadings,
): Partial<ExitDraft> {
  const laid = readings.get(reasonKey(reason));
  if (laid === undefined) return { reason };
  const { initiative, cause, intent } = laid;
  return {
    reason,
    initiative: initiative ?? draft.initiative,
    cause: cause ?? draft.cause,
    intent: intent ?? draft.intent,
  };
}

/** A new form. @param begun what is known already; the reason list says what its reason counts as */
export function begunDraft(
  today: EpochDay,
  begun: Partial<ExitDraft>,
  readings: ReasonReadings,
): ExitDraft {
  const draft = { ...emptyDraft(today), ...begun };
  return { ...draft, ...withReason(draft, draft.reason, readings) };
}

/** Why a draft cannot be kept; null: it can. */
export function exitFault(
  draft: ExitDraft,
  customer: CustomerRef | null,
  today: number,
): "needs" | "future" | null {
  const day = parseIsoDay(draft.day);
  if (customer === null || day === null) return "needs";
  return day > today ? "future" : null;
}

/**
 * The exit as a row of an imported table would say it, in the words of the reader's language.
 *
 * @returns null without a day
 */
export function exitOf(
  draft: ExitDraft,
  customer: CustomerRef,
  { t, atMs }: { readonly t: ExitsMessages; readonly atMs: number },
): OwnExit | null {
  const exitedOn = parseIsoDay(draft.day);
  if (exitedOn === null) return null;
  const isOurs = draft.initiative === "involuntary";
  const known = <Id extends string>(id: Id, words: Readonly<Record<Id, string>>): string =>
    id === "unknown" ? "" : words[id];
  const texts: Readonly<Record<OwnExitText, string>> = {
    reasonGroup: isOurs ? t.involuntaryGroup : known(draft.cause, t.causes),
    reasonCode: draft.reason.trim(),
    text: draft.text.trim(),
    initiative: known(draft.initiative, t.initiatives),
    intent: isOurs ? known(draft.intent, t.intents) : "",
    competitor: isOurs ? "" : draft.competitor.trim(),
  };
  const said = OWN_EXIT_TEXTS.flatMap((id) => (texts[id] === "" ? [] : [[id, texts[id]] as const]));
  return { ...Object.fromEntries(said), customer, exitedOn, changedAtMs: atMs };
}

/** What a line of the list says of whose wish it was and why: 客户主动 · 竞争流失; empty for nothing. */
export function kindText(own: OwnExit): string {
  const { initiative, group, intent } = wordsOf(own);
  return [initiative, group, intent].filter((word) => word !== "").join(" · ");
}

const ANYBODY: CustomerRef = { id: null, name: null };

/** What a draft will count as where the reason list speaks of its reason; null: it does not. */
export function listedReading(
  draft: ExitDraft,
  t: ExitsMessages,
  readings: ReasonReadings,
): ReadExit | null {
  if (!readings.has(reasonKey(draft.reason))) return null;
  const own = exitOf(draft, ANYBODY, { t, atMs: 0 });
  return own === null ? null : readExit(wordsOf(own), readings);
}
