import type { RulesMessages } from "../../../analyses/sla/messages/rules-zh-Hans";
import type { SlaParams } from "../../../analyses/sla/spec";
import {
  CASE_PRIORITIES,
  PRIORITY_RULES,
  priorityRuleKey,
  ruleWord,
  severityPlaces,
  type EscalationRule,
} from "../../../domain/case-rules";
import { kept, type WorkChange } from "../../../domain/own-work";
import type { Format } from "../../../i18n/format";
import type { DeskCase, DeskEscalation } from "../../../queries/case-types";

/** Hours to the first reply of the three priorities that rules begin with. */
const FIRST_HOURS = [8, 24, 72] as const;

/** Three priorities, and one for each severity in use; with no severity in the data, the priorities alone. */
export function firstRules(
  severities: readonly string[],
  levels: readonly string[],
  nowMs: number,
): readonly WorkChange[] {
  const places = severityPlaces(severities);
  return [
    ...FIRST_HOURS.map((limitHours, place) => {
      const name = levels[place] ?? String(place + 1);
      const own = { name, rank: place + 1, limitHours, changedAtMs: nowMs };
      return kept(CASE_PRIORITIES, ruleWord(name), own);
    }),
    ...severities.map((severity, i) => {
      const priority = levels[places[i] ?? 1] ?? "";
      const rule = { kind: null, severity, priority, changedAtMs: nowMs };
      return kept(PRIORITY_RULES, priorityRuleKey(null, severity), rule);
    }),
  ];
}

/** 24小时没人首次回复 */
export const ruleText = (
  { step, afterHours }: Pick<EscalationRule, "step" | "afterHours">,
  { escalation }: RulesMessages,
  clock: SlaParams["clock"],
): string => escalation.when({ step: escalation.steps[step], hours: afterHours, clock });

/** Of which complaints a rule speaks. */
export function conditionText(
  { severity, priority }: EscalationRule,
  { escalation }: RulesMessages,
  format: Format,
): string {
  const parts = [
    ...(severity === null ? [] : [`${escalation.severity} ${severity}`]),
    ...(priority === null ? [] : [`${escalation.priority} ${priority}`]),
  ];
  return parts.length === 0 ? escalation.everyone : format.list(parts);
}

/** The complaints that a rule has due now; where several rules fit, the one that counts has them. */
export const dueBy = (cases: readonly DeskCase[], key: string): readonly DeskCase[] =>
  cases.filter(({ due }) => due?.rule?.key === key);

interface DueSight {
  readonly due: DeskEscalation;
  readonly t: RulesMessages;
  /** whose hours are meant */
  readonly clock: SlaParams["clock"];
}

/** Why a complaint is to be handed up, and to whom. */
export function dueWords(
  one: DeskCase,
  { due, t, clock }: DueSight,
): { readonly why: string; readonly to: string } {
  return due.rule === null
    ? { why: t.brief.late({ hours: one.limitHours, clock }), to: t.brief.above }
    : { why: ruleText(due.rule, t, clock), to: due.rule.to };
}
