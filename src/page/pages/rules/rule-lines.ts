import {
  BAND_LIMITS,
  MEASURES,
  type HealthParams,
  type HealthResult,
} from "../../../analyses/health/spec";
import type { HealthMessages } from "../../../analyses/health/messages/zh-Hans";
import type { CreditLadderParams } from "../../../analyses/credit-ladder/spec";
import type { LifecycleResult } from "../../../analyses/lifecycle/spec";
import type { PartialLossParams } from "../../../analyses/partial-loss/spec";
import type { SurvivalMessages } from "../../../analyses/survival/messages/zh-Hans";
import type { SurvivalParams, SurvivalResult } from "../../../analyses/survival/spec";
import type { TargetingParams } from "../../../analyses/targeting/spec";
import type { WinbackParams } from "../../../analyses/winback/spec";
import { abcCut, DEFAULT_ABC_CUT } from "../../../domain/rule-book";
import type { Scope } from "../../../domain/scope";
import { LEAST_EXITS } from "../../../domain/tenure";
import type { Format } from "../../../i18n/format";

export type RuleId = keyof HealthMessages["rules"]["names"];

/** One definition: what it means, its value now, and the analysis on whose page it is changed. */
export interface RuleLine {
  readonly id: RuleId;
  readonly meaning: string;
  readonly value: string;
  /** null: nowhere; `scope`: in the bar above the pages */
  readonly place: string | null;
}

/** What is in force now; an answer is null where the analysis has none. */
export interface InForce {
  /** null: nothing in the data has a day */
  readonly scope: Scope | null;
  readonly health: HealthResult | null;
  readonly healthParams: HealthParams;
  readonly survival: SurvivalResult | null;
  readonly survivalParams: SurvivalParams;
  readonly lifecycle: LifecycleResult | null;
  readonly lessParams: PartialLossParams;
  readonly winbackParams: WinbackParams;
  readonly creditParams: CreditLadderParams;
  readonly targetingParams: TargetingParams;
}

interface RuleWords {
  readonly health: HealthMessages;
  readonly survival: SurvivalMessages;
  readonly format: Format;
}

/** Every definition with its value, as the analyses themselves have it. */
export function ruleLines(now: InForce, words: RuleWords): readonly RuleLine[] {
  const { format } = words;
  const { rules } = words.health;
  const { values, meanings } = rules;
  return [
    ...scopeLines(now, words),
    ...windowLines(now, rules),
    lostLine(now, words),
    partialLine(now, rules),
    ...actionLines(now, words),
    ...ledgerLines(now, rules),
    { id: "grades", meaning: meanings.grades, value: gradesText(words), place: null },
    {
      id: "weights",
      meaning: meanings.weights,
      value: format.list(
        MEASURES.map((id) =>
          values.weight({ name: words.health.measures[id], weight: now.healthParams[id] }),
        ),
      ),
      place: "health",
    },
    {
      id: "bands",
      meaning: meanings.bands,
      value: values.bands(BAND_LIMITS),
      place: null,
    },
    {
      id: "ownExits",
      meaning: meanings.ownExits,
      value: values.customers({ count: LEAST_EXITS }),
      place: null,
    },
  ];
}

type Rules = HealthMessages["rules"];

function scopeLines({ scope }: InForce, { health, format }: RuleWords): readonly RuleLine[] {
  if (scope === null) return [];
  const { values, meanings } = health.rules;
  const { asOfDay, period } = scope;
  const value = values.scope({
    day: format.day(asOfDay),
    period: format.period(period.fromDay, period.toDay),
  });
  return [{ id: "scope", meaning: meanings.scope, value, place: "scope" }];
}

function windowLines(
  { health, healthParams }: InForce,
  { meanings, values }: Rules,
): readonly RuleLine[] {
  const place = "health";
  if (health === null) {
    return [{ id: "window", meaning: meanings.window, value: values.unknown, place }];
  }
  const days = health.windowDays;
  const value = healthParams.windowDays > 0 ? values.given({ days }) : values.byGaps({ days });
  return [
    { id: "window", meaning: meanings.window, value, place },
    { id: "current", meaning: meanings.current({ days }), value: values.days({ days }), place },
  ];
}

function lostLine({ survival, survivalParams }: InForce, words: RuleWords): RuleLine {
  const { meanings, values } = words.health.rules;
  const line = { id: "lost", meaning: meanings.lost, place: "survival" } as const;
  if (survival === null || survival.source === null) return { ...line, value: values.unknown };
  const source = words.survival.controls.sources[survival.source];
  const { rule } = survival;
  const told =
    rule?.kind === "silence" ? values.silence({ source, days: rule.windowDays }) : source;
  const isAuto = survivalParams.source === "auto";
  return { ...line, value: isAuto ? values.auto({ source: told }) : told };
}

function partialLine({ survival }: InForce, { meanings, values }: Rules): RuleLine {
  const rule = survival?.rule ?? null;
  const value =
    rule?.kind === "contracts" ? values.partial({ count: rule.partialExits }) : values.silenceOnly;
  return { id: "partial", meaning: meanings.partial, value, place: null };
}

/** What counts on the pages that say whom to call. */
function actionLines(
  { lessParams, winbackParams, creditParams, targetingParams }: InForce,
  { health: { rules }, format }: RuleWords,
): readonly RuleLine[] {
  const { meanings, values } = rules;
  const { windowDays, windows, ratio } = lessParams;
  const { graceDays, prepayDays, legalDays } = creditParams;
  const { alpha, beta, holdout } = targetingParams;
  const less = { days: windowDays, past: windowDays * windows, ratio: format.percent(ratio) };
  const worth = {
    accepted: format.percent(alpha / (alpha + beta)),
    alone: format.percent(holdout),
  };
  return [
    { id: "less", meaning: meanings.less, value: values.less(less), place: "partial-loss" },
    {
      id: "back",
      meaning: meanings.back,
      value: values.back({ from: winbackParams.fromMonth, to: winbackParams.toMonth }),
      place: "winback",
    },
    { id: "worth", meaning: meanings.worth, value: values.worth(worth), place: "targeting" },
    {
      id: "credit",
      meaning: meanings.credit,
      value: values.credit({ grace: graceDays, prepay: prepayDays, legal: legalDays }),
      place: "credit-ladder",
    },
  ];
}

function ledgerLines({ lifecycle }: InForce, { meanings, values }: Rules): readonly RuleLine[] {
  if (lifecycle === null) return [];
  const { grain, headline } = lifecycle;
  return [
    {
      id: "ledger",
      meaning: meanings.ledger({ days: headline.lapseDays }),
      value: values.grain[grain],
      place: "lifecycle",
    },
  ];
}

/** 15% / 35% / 50%: the parts of A, B and C, of the customers or of the amount. */
function gradesText({ health, format }: RuleWords): string {
  const { ends, reading } = abcCut(DEFAULT_ABC_CUT);
  const [a, b] = ends;
  const shares = [a, b - a, 1 - b].map((share) => format.percent(share)).join(" / ");
  const { values } = health.rules;
  return reading === "rank" ? values.byRank({ shares }) : values.byAmount({ shares });
}
