import { shareDifference } from "../../kernel/stats/share-difference";
import type { Readout, TargetingParams } from "./spec";

/** What a finished campaign shows; null until both parts have customers, or when more left than there were. */
export function readoutOf(params: TargetingParams): Readout | null {
  const { contacted, contactedLeft, alone, aloneLeft } = params;
  if (contacted === 0 || alone === 0 || contactedLeft > contacted || aloneLeft > alone) return null;
  const effect = shareDifference(
    { hits: aloneLeft, size: alone },
    { hits: contactedLeft, size: contacted },
  );
  return {
    contacted: contactedLeft / contacted,
    alone: aloneLeft / alone,
    effect,
    kept: {
      value: effect.value * contacted,
      low: effect.low * contacted,
      high: effect.high * contacted,
    },
  };
}
