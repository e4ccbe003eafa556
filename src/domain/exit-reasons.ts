import { sha256 } from "../kernel/base/sha256";
import {
  churnCauseOf,
  initiativeOf,
  SWITCHING_REASONS,
  switchingReasonOf,
  type ChurnCause,
  type ExitWords,
  type Initiative,
  type SwitchingReason,
} from "./churn-cause";
import type { WorkKind } from "./own-work";

/** Whose wish it was, as a reader may lay it down of a reason. */
export const LAID_INITIATIVES = ["voluntary", "involuntary"] as const;
/** Of what the customer wished, or nobody knows. */
export const LAID_CAUSES = ["natural", "competition", "fault", "unknown"] as const;
/** Of what was against the wish of the customer. */
export const LAID_INTENTS = ["benign", "retaliatory", "malicious", "unknown"] as const;

/**
 * How a reader would have one reason of the exits read. What is absent is read as our rules read it, exit by exit. The key of the record
 * is `exitReasonKey`. Part of the user's own work: no import touches it.
 */
export interface ReasonReading {
  /** the reason as the data write it */
  readonly reason: string;
  readonly initiative?: (typeof LAID_INITIATIVES)[number];
  readonly cause?: (typeof LAID_CAUSES)[number];
  /** counts where `initiative` is involuntary */
  readonly intent?: (typeof LAID_INTENTS)[number];
  readonly switching?: SwitchingReason;
  readonly changedAtMs: number;
}

export const REASON_READINGS: WorkKind<ReasonReading> = {
  name: "exit-reason",
  parse: parseReading,
};

/** By key. */
export type ReasonReadings = ReadonlyMap<string, ReasonReading>;

export const NO_REASON_READINGS: ReasonReadings = new Map();

/** Longer reasons are notes; two that begin alike for so long say the same. */
const LONGEST_KEY = 120;

/** What an exit gives as its reason, in its own words: the reason, else its group, else the note; empty for none. */
export const reasonTextOf = ({ reason, group, text }: ExitWords): string => {
  const said = [reason, group, text].map((word) => word.trim()).find((word) => word !== "");
  return said ?? "";
};

/** By what a reason is known again: without case, width and needless blanks; empty for none. */
export const reasonKey = (text: string): string =>
  text.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/gu, " ").slice(0, LONGEST_KEY);

/** Why an exit was, on every level. */
export interface ReadExit {
  readonly initiative: Initiative;
  readonly cause: ChurnCause;
  readonly switching: SwitchingReason;
}

/**
 * What is made of the words of an exit: what the reader laid down of its reason, else by our rules.
 *
 * What was against the wish of the customer is involuntary, whatever cause is laid down; so is an exit that says so itself, unless the
 * reader laid down that this reason is the customer's wish.
 */
export function readExit(words: ExitWords, readings: ReasonReadings): ReadExit {
  const key = readings.size === 0 ? "" : reasonKey(reasonTextOf(words));
  const laid = key === "" ? undefined : readings.get(key);
  if (laid === undefined) {
    return {
      initiative: initiativeOf(words),
      cause: churnCauseOf(words),
      switching: switchingReasonOf(words),
    };
  }
  const initiative = laidInitiative(words, laid);
  return {
    initiative,
    cause: laidCause(words, laid, initiative),
    switching: laid.switching ?? switchingReasonOf(words),
  };
}

function laidInitiative(words: ExitWords, { initiative, intent }: ReasonReading): Initiative {
  if (initiative === undefined) return initiativeOf(words);
  if (initiative === "voluntary") return "voluntary";
  if (intent === "unknown") return "involuntary";
  return intent === undefined
    ? initiativeOf({ ...words, initiative: "involuntary" })
    : `involuntary-${intent}`;
}

function laidCause(
  words: ExitWords,
  { initiative, cause }: ReasonReading,
  read: Initiative,
): ChurnCause {
  if (read.startsWith("involuntary")) return "involuntary";
  if (cause !== undefined) return cause;
  if (initiative === undefined) return churnCauseOf(words);
  // By its own wish, says the reader: a word of the rules must not say the opposite.
  const ruled = churnCauseOf({ ...words, initiative: "" });
  return ruled === "involuntary" ? "unknown" : ruled;
}

/** Names a set of readings: empty for none, another text for any other set. */
export function reasonReadingsDigest(readings: ReasonReadings): string {
  if (readings.size === 0) return "";
  return `%${sha256(new TextEncoder().encode(JSON.stringify([...readings]))).slice(0, 16)}`;
}

function parseReading(value: unknown): ReasonReading | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const isOneOf = (id: string, codes: readonly string[]): boolean =>
    given[id] === undefined || codes.some((code) => code === given[id]);
  const isFine =
    typeof given["reason"] === "string" &&
    typeof given["changedAtMs"] === "number" &&
    isOneOf("initiative", LAID_INITIATIVES) &&
    isOneOf("cause", LAID_CAUSES) &&
    isOneOf("intent", LAID_INTENTS) &&
    isOneOf("switching", SWITCHING_REASONS);
  return isFine ? (given as unknown as ReasonReading) : null;
}
