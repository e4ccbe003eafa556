import { sha256 } from "../kernel/base/sha256";
import type { WorkKind } from "./own-work";

/** A priority of the user's own: its place in the order and its promise. The key of the record is `ruleWord` of its name. */
export interface CasePriority {
  readonly name: string;
  /** the smallest goes first */
  readonly rank: number;
  /** hours of the chosen clock to the first reply, above 0 */
  readonly limitHours: number;
  readonly changedAtMs: number;
}

/** What priority complaints of a type and a severity have. The key of the record is `priorityRuleKey`. */
export interface PriorityRule {
  /** null: of any type, also of none */
  readonly kind: string | null;
  /** null: of any severity, also of none */
  readonly severity: string | null;
  readonly priority: string;
  readonly changedAtMs: number;
}

/** Steps that a complaint may wait in; `any`: it is not over, since it was opened. */
export const ESCALATION_STEPS = ["respond", "cause", "solve", "close", "any"] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/** When a complaint is handed up, and to whom. The key of the record is an id made with it. */
export interface EscalationRule {
  readonly step: EscalationStep;
  /** null: of any severity */
  readonly severity: string | null;
  /** null: of any priority */
  readonly priority: string | null;
  /** hours of the chosen clock in that step, above 0 */
  readonly afterHours: number;
  readonly to: string;
  readonly changedAtMs: number;
}

export const CASE_PRIORITIES: WorkKind<CasePriority> = {
  name: "complaint-priority",
  parse: parsePriority,
};
export const PRIORITY_RULES: WorkKind<PriorityRule> = {
  name: "complaint-priority-rule",
  parse: parseRule,
};
export const ESCALATION_RULES: WorkKind<EscalationRule> = {
  name: "complaint-escalation",
  parse: parseEscalation,
};

/** How complaints are to be handled, as the user laid it down; each by the key of its records. */
export interface CaseRules {
  readonly priorities: ReadonlyMap<string, CasePriority>;
  readonly matrix: ReadonlyMap<string, PriorityRule>;
  readonly escalations: ReadonlyMap<string, EscalationRule>;
}

export const NO_CASE_RULES: CaseRules = {
  priorities: new Map(),
  matrix: new Map(),
  escalations: new Map(),
};

/** By what a word of the complaints is known again: without case, width and needless blanks. */
export const ruleWord = (word: string): string =>
  word.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/gu, " ");

export const priorityRuleKey = (kind: string | null, severity: string | null): string =>
  JSON.stringify([
    kind === null ? null : ruleWord(kind),
    severity === null ? null : ruleWord(severity),
  ]);

/**
 * The priority that the rules give a complaint; null: none. The rule that names both goes before that of the severity, that before
 * that of the type, and that before the one for all.
 */
export function ruledPriority(
  { matrix }: CaseRules,
  kind: string | null,
  severity: string | null,
): string | null {
  if (matrix.size === 0) return null;
  const keys = [
    priorityRuleKey(kind, severity),
    priorityRuleKey(null, severity),
    priorityRuleKey(kind, null),
    priorityRuleKey(null, null),
  ];
  for (const key of keys) {
    const rule = matrix.get(key);
    if (rule !== undefined) return rule.priority;
  }
  return null;
}

/** The priority that a type and a severity have without the rule that names just them. */
export function inheritedPriority(
  rules: CaseRules,
  kind: string | null,
  severity: string | null,
): string | null {
  const own = priorityRuleKey(kind, severity);
  const matrix = new Map([...rules.matrix].filter(([key]) => key !== own));
  return ruledPriority({ ...rules, matrix }, kind, severity);
}

/** What is laid down of a priority; undefined: nothing, or it has none. */
export const priorityNamed = (
  { priorities }: CaseRules,
  name: string | null,
): CasePriority | undefined => (name === null ? undefined : priorities.get(ruleWord(name)));

/** Within how many hours a complaint of a priority is to be answered. @param standard of those without a promise of their own */
export const limitHoursOf = (rules: CaseRules, priority: string | null, standard: number): number =>
  priorityNamed(rules, priority)?.limitHours ?? standard;

/** Priorities in their order. */
export const rankedPriorities = ({ priorities }: CaseRules): readonly CasePriority[] =>
  [...priorities.values()].sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));

/** What an escalation rule looks at. */
export interface WaitingCase {
  /** null: it is over */
  readonly step: Exclude<EscalationStep, "any"> | null;
  readonly severity: string | null;
  readonly priority: string | null;
  /** hours of the chosen clock: in its step, and since it was opened */
  readonly hoursInStep: number;
  readonly hoursOpen: number;
  readonly isEscalated: boolean;
  /** to whom it was escalated; null: nobody wrote that down */
  readonly escalatedTo: string | null;
}

export interface EscalationDue {
  /** names the rule among all */
  readonly key: string;
  readonly to: string;
  readonly step: EscalationStep;
  readonly afterHours: number;
}

/**
 * The rule by which a complaint is to be handed up now; null: by none. Of several that fit, the one with the longest wait: the highest
 * step of the ladder that is reached. A complaint that was handed up is due again only where it was written down to whom, and that was
 * nobody of this step of the ladder or one above, reached or not. A clock that says nothing (NaN) makes nothing due.
 */
export function escalationDue({ escalations }: CaseRules, one: WaitingCase): EscalationDue | null {
  if (one.step === null) return null;
  const isWord = (wanted: string | null, word: string | null): boolean =>
    wanted === null || (word !== null && ruleWord(wanted) === ruleWord(word));
  const ladder = [...escalations].filter(
    ([, { step, severity, priority }]) =>
      (step === "any" || step === one.step) &&
      isWord(severity, one.severity) &&
      isWord(priority, one.priority),
  );
  let due: EscalationDue | null = null;
  for (const [key, { step, afterHours, to }] of ladder) {
    const hours = step === "any" ? one.hoursOpen : one.hoursInStep;
    const isReached = hours > afterHours;
    if (isReached && (due === null || afterHours > due.afterHours)) {
      due = { key, to, step, afterHours };
    }
  }
  if (due === null || !one.isEscalated) return due;
  if (one.escalatedTo === null) return null;
  const { afterHours } = due;
  const isAbove = ladder.some(
    ([, rule]) => rule.afterHours >= afterHours && isWord(rule.to, one.escalatedTo),
  );
  return isAbove ? null : due;
}

type ByKey<T> = readonly (readonly [key: string, rule: T])[];

/** The rules that name a priority, by the keys of their records: they follow it when it is renamed, and go when it goes. */
export function rulesNaming(
  { matrix, escalations }: CaseRules,
  name: string,
): { readonly matrix: ByKey<PriorityRule>; readonly escalations: ByKey<EscalationRule> } {
  const isIt = (priority: string | null): boolean =>
    priority !== null && ruleWord(priority) === ruleWord(name);
  return {
    matrix: [...matrix].filter(([, { priority }]) => isIt(priority)),
    escalations: [...escalations].filter(([, { priority }]) => isIt(priority)),
  };
}

/** Names a set of rules: empty for none, another text for any other set. */
export function caseRulesDigest({ priorities, matrix, escalations }: CaseRules): string {
  if (priorities.size + matrix.size + escalations.size === 0) return "";
  const text = JSON.stringify([[...priorities], [...matrix], [...escalations]]);
  return `&${sha256(new TextEncoder().encode(text)).slice(0, 16)}`;
}

const SEVERE =
  /严重|嚴重|重大|紧急|緊急|特急|致命|高|critical|severe|serious|major|urgent|high|blocker/iu;
const ORDINARY = /一般|普通|中|normal|medium|moderate/iu;
const SLIGHT =
  /轻|輕|低|不急|微|minor|low|trivial|slight|(?:不|非)(?:严重|嚴重|重大|紧急|緊急)|(?:not |non-?)(?:severe|serious|major|urgent|critical)/iu;

function severityLevel(word: string): number {
  if (SLIGHT.test(word)) return 3;
  if (SEVERE.test(word)) return 0;
  return ORDINARY.test(word) ? 2 : 1;
}

/**
 * 0: to be handled first, 1, or 2: can wait; for each word of a severity, among the others. For rules to begin with, which the
 * reader changes.
 */
export function severityPlaces(words: readonly string[]): readonly (0 | 1 | 2)[] {
  const levels = [...new Set(words.map(severityLevel))].sort((a, b) => a - b);
  return words.map((word) => {
    const level = severityLevel(word);
    if (levels.length === 1) return 1;
    if (level === levels[0]) return 0;
    return level === levels.at(-1) ? 2 : 1;
  });
}

function parsePriority(value: unknown): CasePriority | null {
  const given = recordOf(value);
  if (given === null) return null;
  const isFine =
    isWord(given["name"]) && Number.isFinite(given["rank"]) && isHours(given["limitHours"]);
  return isFine ? (given as unknown as CasePriority) : null;
}

function parseRule(value: unknown): PriorityRule | null {
  const given = recordOf(value);
  if (given === null) return null;
  const isFine =
    isWordOrAny(given["kind"]) && isWordOrAny(given["severity"]) && isWord(given["priority"]);
  return isFine ? (given as unknown as PriorityRule) : null;
}

function parseEscalation(value: unknown): EscalationRule | null {
  const given = recordOf(value);
  if (given === null) return null;
  const isFine =
    ESCALATION_STEPS.some((step) => step === given["step"]) &&
    isWordOrAny(given["severity"]) &&
    isWordOrAny(given["priority"]) &&
    isHours(given["afterHours"]) &&
    isWord(given["to"]);
  return isFine ? (given as unknown as EscalationRule) : null;
}

function recordOf(value: unknown): Record<string, unknown> | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  return typeof given["changedAtMs"] === "number" ? given : null;
}

const isWord = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isWordOrAny = (value: unknown): boolean => value === null || isWord(value);
const isHours = (value: unknown): boolean =>
  typeof value === "number" && Number.isFinite(value) && value > 0;
