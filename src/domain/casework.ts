import { sha256 } from "../kernel/base/sha256";
import { caseRulesDigest, NO_CASE_RULES, type CaseRules } from "./case-rules";
import type { CustomerRef } from "./customer-merge";
import type { WorkKind } from "./own-work";

/** Steps of a case that have a moment, in their order. */
export const CASE_MOMENTS = ["respondedAt", "resolvedAt", "closedAt"] as const;
export type CaseMoment = (typeof CASE_MOMENTS)[number];

export const CASE_TEXTS = [
  "owner",
  "severity",
  "priority",
  "cause",
  "resolution",
  "note",
  "escalatedTo",
] as const;
export type CaseText = (typeof CASE_TEXTS)[number];

export const CASE_FLAGS = ["isEscalated", "isSatisfied"] as const;
export type CaseFlag = (typeof CASE_FLAGS)[number];

/** Three principles, then four keys: how a complaint should be handled, whatever it is about. */
export const CASE_PRINCIPLES = ["courteous", "remedied", "prompt"] as const;
export const CASE_KEYS = ["candid", "followed", "corrected", "understood"] as const;
export const CASE_CHECKS = [...CASE_PRINCIPLES, ...CASE_KEYS] as const;
export type CaseCheck = (typeof CASE_CHECKS)[number];

/**
 * What was done here about a complaint, over what the table says: absent = as the table has it. The user's own work; no import
 * touches it. The key of the record is the key of the case, see `caseKeys`. Moments: minutes since 1970-01-01T00:00 of the
 * wall clock.
 */
export type CaseWork = Readonly<
  Partial<Record<CaseMoment, number>> &
    Partial<Record<CaseText, string>> &
    Partial<Record<CaseFlag, boolean>> & {
      compensation?: number;
      /** what somebody judged by hand; absent: as far as the case itself tells */
      checks?: Readonly<Partial<Record<CaseCheck, boolean>>>;
    }
> & { readonly changedAtMs: number };

const OWN_TEXTS = [
  "complaintKind",
  "text",
  "severity",
  "priority",
  "owner",
  "channel",
  "productName",
  "batch",
  "orderId",
] as const;
export type OwnCaseText = (typeof OWN_TEXTS)[number];

/** A complaint that was taken here. The key of the record is an id made with it. */
export type OwnCase = Readonly<Partial<Record<OwnCaseText, string>>> & {
  readonly complaintId: string;
  readonly openedAt: number;
  /** null: of nobody that is known */
  readonly customer: CustomerRef | null;
  readonly lossAmount?: number;
};

export const CASEWORK: WorkKind<CaseWork> = { name: "complaint-work", parse: parseWork };
export const OWN_CASES: WorkKind<OwnCase> = { name: "complaint-own", parse: parseOwn };

/** All of it, and the rules by which it is done. */
export interface Casework {
  readonly done: ReadonlyMap<string, CaseWork>;
  readonly taken: ReadonlyMap<string, OwnCase>;
  readonly rules: CaseRules;
}

export const NO_CASEWORK: Casework = { done: new Map(), taken: new Map(), rules: NO_CASE_RULES };

/** Names what was done: empty for nothing, another text for anything else. */
export function caseworkDigest({ done, taken, rules }: Casework): string {
  const ruled = caseRulesDigest(rules);
  if (done.size === 0 && taken.size === 0) return ruled;
  const text = JSON.stringify([[...done], [...taken]]);
  return `!${sha256(new TextEncoder().encode(text)).slice(0, 16)}${ruled}`;
}

/** The number of the next complaint of a day: C20251130-01, -02 … */
export function nextCaseNumber(isoDay: string, taken: ReadonlyMap<string, OwnCase>): string {
  const start = `C${isoDay.replaceAll("-", "")}-`;
  const used = [...taken.values()].flatMap(({ complaintId }) =>
    complaintId.startsWith(start) ? [Number(complaintId.slice(start.length))] : [],
  );
  return start + String(Math.max(0, ...used) + 1).padStart(2, "0");
}

function parseWork(value: unknown): CaseWork | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  if (typeof given["changedAtMs"] !== "number") return null;
  const isFine =
    allAre(given, [...CASE_MOMENTS, "compensation"], "number") &&
    allAre(given, CASE_TEXTS, "string") &&
    allAre(given, CASE_FLAGS, "boolean") &&
    areChecks(given["checks"]);
  return isFine ? (given as unknown as CaseWork) : null;
}

function areChecks(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((flag) => typeof flag === "boolean");
}

function parseOwn(value: unknown): OwnCase | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const { complaintId, openedAt, customer } = given;
  if (typeof complaintId !== "string" || typeof openedAt !== "number") return null;
  if (customer !== null && !isRef(customer)) return null;
  const isFine = allAre(given, OWN_TEXTS, "string") && allAre(given, ["lossAmount"], "number");
  return isFine ? (given as unknown as OwnCase) : null;
}

function allAre(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
  kind: "number" | "string" | "boolean",
): boolean {
  return names.every((name) => given[name] === undefined || typeof given[name] === kind);
}

function isRef(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { id, name } = value as Record<string, unknown>;
  const isText = (part: unknown): boolean => part === null || typeof part === "string";
  return isText(id) && isText(name) && (id !== null || name !== null);
}
