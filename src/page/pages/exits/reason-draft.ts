import type { SwitchingReason } from "../../../domain/churn-cause";
import type {
  LAID_CAUSES,
  LAID_INITIATIVES,
  LAID_INTENTS,
  ReasonReading,
} from "../../../domain/exit-reasons";

/** Left to our rules, and to what the exits themselves say. */
export const RULED = "ruled";
type Ruled = typeof RULED;

/** What stands in the form of one reason. */
export interface ReasonDraft {
  readonly initiative: (typeof LAID_INITIATIVES)[number] | Ruled;
  /** counts unless it is involuntary */
  readonly cause: (typeof LAID_CAUSES)[number] | Ruled;
  /** counts where it is involuntary */
  readonly intent: (typeof LAID_INTENTS)[number] | Ruled;
  readonly switching: SwitchingReason | Ruled;
}

/** The form of what was laid down; null: of nothing. */
export const draftOfReading = (reading: ReasonReading | null): ReasonDraft => ({
  initiative: reading?.initiative ?? RULED,
  cause: reading?.cause ?? RULED,
  intent: reading?.intent ?? RULED,
  switching: reading?.switching ?? RULED,
});

/** Whether nothing is laid down. */
export const isAsRuled = ({ initiative, cause, switching }: ReasonDraft): boolean =>
  initiative === RULED && cause === RULED && switching === RULED;

/** What the form lays down of a reason. */
export function readingOfDraft(
  { initiative, cause, intent, switching }: ReasonDraft,
  { reason, atMs }: { readonly reason: string; readonly atMs: number },
): ReasonReading {
  const isOurs = initiative === "involuntary";
  return {
    reason,
    ...(initiative === RULED ? {} : { initiative }),
    ...(isOurs || cause === RULED ? {} : { cause }),
    ...(isOurs && intent !== RULED ? { intent } : {}),
    ...(switching === RULED ? {} : { switching }),
    changedAtMs: atMs,
  };
}
