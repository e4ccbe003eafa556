import {
  CASE_MOMENTS,
  CASE_TEXTS,
  type CaseCheck,
  type CaseMoment,
  type CaseText,
  type CaseWork,
} from "../../../domain/casework";
import { MINUTES_PER_DAY } from "../../../domain/moment";
import { formatIsoDay, epochDay, parseIsoDay } from "../../../kernel/base/calendar";
import type { DeskCase } from "../../../queries/case-types";

/** What stands in the fields of a case; all texts, as they are typed. */
export type CaseDraft = Readonly<
  Record<CaseMoment | CaseText | "compensation", string> & {
    isEscalated: boolean;
    /** judged by hand; absent: as far as the case tells */
    checks: Readonly<Partial<Record<CaseCheck, boolean>>>;
    satisfied: "unknown" | "yes" | "no";
  }
>;

/** A moment as a field of date and time holds it: 2025-11-30T14:05; empty for none. */
export function momentField(moment: number | null): string {
  if (moment === null) return "";
  const day = Math.floor(moment / MINUTES_PER_DAY);
  const minutes = Math.floor(moment - day * MINUTES_PER_DAY);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${formatIsoDay(epochDay(day))}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** @returns null for an empty field or what is no moment */
export function readMomentField(text: string): number | null {
  const [date = "", time = ""] = text.split("T");
  const day = parseIsoDay(date);
  const [hours, minutes] = time.split(":").map(Number);
  if (day === null || hours === undefined || minutes === undefined) return null;
  const moment = day * MINUTES_PER_DAY + hours * 60 + minutes;
  return Number.isFinite(moment) ? moment : null;
}

const SATISFIED = new Map<boolean | null, CaseDraft["satisfied"]>([
  [true, "yes"],
  [false, "no"],
]);

/** The fields of a case as it stands: what was done here, else what the table says. */
export function draftOf(one: DeskCase): CaseDraft {
  return {
    respondedAt: momentField(one.respondedAt),
    resolvedAt: momentField(one.resolvedAt),
    closedAt: momentField(one.closedAt),
    owner: one.owner ?? "",
    severity: one.severity ?? "",
    priority: one.priority ?? "",
    cause: one.cause ?? "",
    resolution: one.resolution ?? "",
    note: one.work?.note ?? "",
    escalatedTo: one.work?.escalatedTo ?? "",
    compensation: one.compensation === null ? "" : String(one.compensation),
    isEscalated: one.isEscalated === true,
    checks: one.work?.checks ?? {},
    satisfied: SATISFIED.get(one.isSatisfied) ?? "unknown",
  };
}

/** Whether the case, or a step of it, lies after a day. */
export function happensAfter(one: DeskCase, draft: CaseDraft, day: number): boolean {
  return [one.openedAt, ...CASE_MOMENTS.map((id) => readMomentField(draft[id]))].some(
    (moment) => moment !== null && moment >= (day + 1) * MINUTES_PER_DAY,
  );
}

/** Why a draft cannot be kept; null: it can. */
export function draftFault(one: DeskCase, draft: CaseDraft): "unreadable" | "backwards" | null {
  if (draft.compensation.trim() !== "" && readAmount(draft.compensation) === null) {
    return "unreadable";
  }
  const isBefore = CASE_MOMENTS.some((id) => {
    const moment = readMomentField(draft[id]);
    return moment !== null && moment < one.openedAt && draft[id] !== momentField(one[id]);
  });
  return isBefore ? "backwards" : null;
}

function readAmount(text: string): number | null {
  const amount = Number(text.replaceAll(/[,，\s¥￥$]/gu, ""));
  return text.trim() === "" || !Number.isFinite(amount) || amount < 0 ? null : amount;
}

/**
 * The work on a case after its fields were changed: what was changed counts, an emptied field gives way to the table again, and what
 * was not touched stays as it is.
 *
 * @returns null when nothing is left of it
 */
export function workAfter(one: DeskCase, draft: CaseDraft, nowMs: number): CaseWork | null {
  const before = draftOf(one);
  const next: Record<string, unknown> = { ...one.work };
  const put = (id: string, value: string | number | boolean | null): void => {
    if (value === null || value === "") Reflect.deleteProperty(next, id);
    else next[id] = value;
  };
  for (const id of CASE_MOMENTS) {
    if (draft[id] !== before[id]) put(id, readMomentField(draft[id]));
  }
  for (const id of CASE_TEXTS) if (draft[id] !== before[id]) put(id, draft[id].trim());
  if (draft.compensation !== before.compensation)
    put("compensation", readAmount(draft.compensation));
  if (draft.isEscalated !== before.isEscalated) put("isEscalated", draft.isEscalated);
  if (draft.satisfied !== before.satisfied) {
    put("isSatisfied", draft.satisfied === "unknown" ? null : draft.satisfied === "yes");
  }
  if (Object.keys(draft.checks).length === 0) Reflect.deleteProperty(next, "checks");
  else next["checks"] = draft.checks;
  Reflect.deleteProperty(next, "changedAtMs");
  if (Object.keys(next).length === 0) return null;
  return { ...next, changedAtMs: nowMs };
}

/** The fields of a case that is closed now; it was solved by then. */
export function closedDraft(draft: CaseDraft, now: number): CaseDraft {
  const moment = momentField(now);
  return {
    ...draft,
    resolvedAt: draft.resolvedAt === "" ? moment : draft.resolvedAt,
    closedAt: draft.closedAt === "" ? moment : draft.closedAt,
  };
}
