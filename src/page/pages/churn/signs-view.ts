import type { ChurnModelMessages } from "../../../analyses/churn-model/messages/zh-Hans";
import type { OneAtRisk } from "../../../analyses/churn-model/spec";
import { reasonText as riskReasons } from "../../../analyses/churn-model/view-model";
import type { CreditLadderMessages } from "../../../analyses/credit-ladder/messages/zh-Hans";
import type { CreditLine } from "../../../analyses/credit-ladder/spec";
import { stepName } from "../../../analyses/credit-ladder/view-model";
import type { HealthMessages } from "../../../analyses/health/messages/zh-Hans";
import { BAND_LIMITS, type BandId, type OneHealth } from "../../../analyses/health/spec";
import { changeText, reasonText as healthReasons } from "../../../analyses/health/view-model";
import type { CustomersMessages } from "../../../i18n/locales/zh-Hans/customers";
import type { Format } from "../../../i18n/format";

/** The words of one language, the currency of the data, and what its columns are called. */
export interface SignWords {
  readonly t: CustomersMessages["signs"];
  readonly model: ChurnModelMessages;
  readonly health: HealthMessages;
  readonly credit: CreditLadderMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly columnName: (id: string) => string;
  readonly isFlag: (id: string) => boolean;
}

/** One thing that is said of a customer: how much, and why. */
export interface Sign {
  readonly id: "chance" | "health" | "credit";
  /** section of the page of churn that says more */
  readonly section: "who" | "warning" | "credit";
  readonly label: string;
  readonly value: string;
  readonly tone: "calm" | "watch" | "bad";
  readonly lines: readonly string[];
}

/** How far each of the three questions has come. */
export type SignStates = Readonly<Record<Sign["id"], "idle" | "running" | "done" | "failed">>;

/** What is said beside the signs: what failed, and why one is not there; an answer that failed is no lack of data. */
export interface SignNotes {
  readonly failed: string | null;
  readonly gap: "waiting" | "none" | "noChance" | null;
}

export function signNotes(
  states: SignStates,
  signs: readonly Pick<Sign, "id">[],
  { t, format }: SignWords,
): SignNotes {
  const names = { chance: t.chance, health: t.health, credit: t.credit };
  const ids = ["chance", "health", "credit"] as const;
  const failed = ids.filter((id) => states[id] === "failed").map((id) => names[id]);
  return {
    failed: failed.length === 0 ? null : t.failed({ names: format.list(failed) }),
    gap: gapOf(states, signs),
  };
}

/** The chance is asked for last, so that it ends the waiting. */
function gapOf(states: SignStates, signs: readonly Pick<Sign, "id">[]): SignNotes["gap"] {
  if (states.chance === "idle" || states.chance === "running") return "waiting";
  if (signs.length === 0 && Object.values(states).every((state) => state === "done")) return "none";
  const isShown = signs.some(({ id }) => id === "chance");
  return states.chance === "done" && !isShown ? "noChance" : null;
}

/** How likely it is to leave, against all others, and what raises that. */
export function chanceSign(one: OneAtRisk, words: SignWords): Sign {
  const { t, format, currency } = words;
  const { line, rank, customers, usual, from, windowDays, features } = one;
  const spoken = { ...words, t: words.model };
  const raising = line.reasons.some(({ part }) => part > 0);
  return {
    id: "chance",
    section: "who",
    label: t.chance,
    value: format.percent(line.chance),
    tone: line.chance >= from ? "bad" : "calm",
    lines: [
      ...(windowDays === null ? [] : [t.chanceOf({ days: windowDays })]),
      t.chancePlace({ rank, customers, usual: format.percent(usual) }),
      raising
        ? t.chanceRaised({ reasons: riskReasons(line, { features }, spoken) })
        : t.chanceNotRaised,
      ...(line.atStake === null
        ? []
        : [t.chanceStake({ money: format.money(line.atStake, currency) })]),
    ],
  };
}

const TONES = { danger: "bad", watch: "watch", healthy: "calm" } as const;

function bandOf(score: number): BandId {
  if (score < BAND_LIMITS.danger) return "danger";
  return score < BAND_LIMITS.watch ? "watch" : "healthy";
}

/** The health score, how it moved, and what takes most off it. */
export function healthSign({ line, windowDays, usual }: OneHealth, words: SignWords): Sign {
  const { t, format } = words;
  const spoken = { ...words, t: words.health };
  const band = bandOf(line.score);
  const place = t.healthPlace({ usual: format.number(usual, 0) });
  return {
    id: "health",
    section: "warning",
    label: t.health,
    value: t.healthScore({
      score: format.number(line.score, 0),
      band: words.health.bands.short[band],
    }),
    tone: TONES[band],
    lines: [
      line.change === null
        ? place
        : place + t.healthChange({ change: changeText(line, spoken), days: windowDays }),
      ...(line.parts.length > 0
        ? [t.healthLost({ reasons: healthReasons(line, windowDays, spoken) })]
        : []),
    ],
  };
}

/** The step of the credit ladder, and the unpaid money or late invoices that it comes of. */
export function creditSign(line: CreditLine, words: SignWords): Sign {
  const { t, format, currency } = words;
  const { step, overdue, oldest, late, judged, broken } = line;
  return {
    id: "credit",
    section: "credit",
    label: t.credit,
    value: stepName(step, { ...words, t: words.credit }),
    tone: step >= 3 ? "bad" : "calm",
    lines: [
      overdue > 0
        ? t.creditOverdue({ money: format.money(overdue, currency), days: format.days(oldest) })
        : t.creditClear,
      ...(judged > 0 ? [t.creditLate({ late, judged })] : []),
      ...(broken > 0 ? [t.creditBroken({ broken })] : []),
    ],
  };
}
