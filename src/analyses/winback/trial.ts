import { detectableDifference } from "../../kernel/stats/detectable-difference";
import { shareDifference } from "../../kernel/stats/share-difference";
import type { Table } from "../../kernel/table/column";
import { keyOrder } from "../../measures/churn/key-order";
import type { TrialReadout, WinbackLine, WinbackParams, WinbackTrial } from "./spec";

/**
 * The list parted at random into those contacted and those left alone.
 *
 * Drawn from the customers' keys and the seed: the same list is always parted alike. Methods D51. O(list).
 */
export function trialOf(
  customers: Table,
  list: readonly Pick<WinbackLine, "row" | "chance">[],
  { holdout, seed }: Pick<WinbackParams, "holdout" | "seed">,
): { readonly trial: WinbackTrial | null; readonly leftAlone: ReadonlySet<number> } {
  if (list.length === 0) return { trial: null, leftAlone: new Set() };
  const alone = Math.round(list.length * holdout);
  const contacted = list.length - alone;
  const rows = Uint32Array.from(list, ({ row }) => row);
  const leftAlone = new Set(keyOrder(customers, rows, seed).subarray(0, alone));
  const expected = list.reduce((sum, { chance }) => sum + chance, 0) / list.length;
  const detectable = detectableDifference(expected, contacted, alone);
  return { trial: { contacted, leftAlone: alone, expected, detectable }, leftAlone };
}

/** What a finished round shows; null until both parts have customers, or when more came back than there were. */
export function readoutOf({
  contacted,
  contactedBack,
  alone,
  aloneBack,
}: WinbackParams): TrialReadout | null {
  if (contacted === 0 || alone === 0 || contactedBack > contacted || aloneBack > alone) return null;
  const effect = shareDifference(
    { hits: contactedBack, size: contacted },
    { hits: aloneBack, size: alone },
  );
  return {
    contacted: contactedBack / contacted,
    alone: aloneBack / alone,
    effect,
    brought: {
      value: effect.value * contacted,
      low: effect.low * contacted,
      high: effect.high * contacted,
    },
  };
}
