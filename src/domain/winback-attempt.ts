import { sha256 } from "../kernel/base/sha256";
import { wilsonInterval } from "../kernel/stats/wilson";
import type { WorkKind } from "./own-work";

/** What became of it: not known yet, came back, did not. */
export const ATTEMPT_RESULTS = ["pending", "won", "lost"] as const;
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number];

/** One try to win a lost customer back, as somebody wrote it down. The user's own work; the key of the record is an id made with it. */
export interface WinbackAttempt {
  /** `key` of the customer: its id in the data, or its name. */
  readonly customer: string;
  readonly name: string;
  /** day number */
  readonly on: number;
  /** "" where nobody said */
  readonly channel: string;
  readonly offer: string;
  /** money that it took; null where nobody said */
  readonly cost: number | null;
  readonly result: AttemptResult;
  readonly changedAtMs: number;
}

export const WINBACK_ATTEMPTS: WorkKind<WinbackAttempt> = {
  name: "winback-attempt",
  parse: parseAttempt,
};

/** With fewer decided attempts a share says nothing. */
export const FEWEST_DECIDED = 20;

/** The last day of an attempt that won a customer back, by the customer's key. */
export type WonBack = ReadonlyMap<string, number>;

export function wonBackOf(attempts: Iterable<WinbackAttempt>): WonBack {
  const won = new Map<string, number>();
  for (const { customer, on, result } of attempts) {
    if (result === "won") won.set(customer, Math.max(on, won.get(customer) ?? on));
  }
  return won;
}

/** Names who was won back and when: empty for nobody, another text for anything else. */
export function wonBackDigest(won: WonBack): string {
  if (won.size === 0) return "";
  const told = JSON.stringify([...won].toSorted(([a], [b]) => Number(a > b) - Number(a < b)));
  return `+${sha256(new TextEncoder().encode(told)).slice(0, 16)}`;
}

export interface AttemptReadout {
  readonly attempts: number;
  readonly won: number;
  readonly lost: number;
  readonly pending: number;
  /** money of those whose cost is written down, and how many say none */
  readonly cost: number;
  readonly withoutCost: number;
  /** won ÷ decided with its Wilson interval; null below FEWEST_DECIDED */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** What the attempts have brought so far. Undecided ones are counted, never taken for failures. */
export function attemptReadout(attempts: Iterable<WinbackAttempt>): AttemptReadout {
  const all = [...attempts];
  const count = (result: AttemptResult): number =>
    all.filter((one) => one.result === result).length;
  const [won, lost, pending] = [count("won"), count("lost"), count("pending")];
  const decided = won + lost;
  const costs = all.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  return {
    attempts: all.length,
    won,
    lost,
    pending,
    cost: costs.reduce((sum, cost) => sum + cost, 0),
    withoutCost: all.length - costs.length,
    share:
      decided < FEWEST_DECIDED ? null : { value: won / decided, ...wilsonInterval(won, decided) },
  };
}

/** Attempts with their keys, the latest day first; of one customer where it is named. */
export function attemptsOf(
  attempts: ReadonlyMap<string, WinbackAttempt>,
  customer: string | null,
): readonly (readonly [string, WinbackAttempt])[] {
  return [...attempts]
    .filter(([, one]) => customer === null || one.customer === customer)
    .toSorted(([, a], [, b]) => b.on - a.on || b.changedAtMs - a.changedAtMs);
}

function parseAttempt(value: unknown): WinbackAttempt | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const { on, cost, changedAtMs } = given;
  const texts = ["customer", "name", "channel", "offer"] as const;
  if (!texts.every((name) => typeof given[name] === "string")) return null;
  if (!Number.isInteger(on) || typeof changedAtMs !== "number") return null;
  if (cost !== null && (typeof cost !== "number" || !(cost >= 0))) return null;
  return ATTEMPT_RESULTS.some((result) => result === given["result"])
    ? (value as WinbackAttempt)
    : null;
}
