import type { Kept } from "../domain/kept";
import { wilsonInterval } from "../kernel/stats/wilson";

/** What was met, missed and not judged. Those still in time are in no share: they may yet go either way. */
export function keptShare(counts: Pick<Kept, "met" | "missed" | "pending" | "unknown">): Kept {
  const judged = counts.met + counts.missed;
  if (judged === 0) return { ...counts, share: null, low: null, high: null };
  return { ...counts, share: counts.met / judged, ...wilsonInterval(counts.met, judged) };
}
