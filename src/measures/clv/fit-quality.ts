import type { Minimum } from "../../kernel/stats/minimize";

/**
 * `exact`: the maximum; `boundary`: the likelihood still rises where a parameter is as good as 0 or infinite, so that
 * parameter says nothing; `not-converged`: the search stopped before.
 */
export type FitQuality = "exact" | "boundary" | "not-converged";

/** Log-parameters are searched within this of 0: exp(14) is about a million times the scale of the data. */
export const LOG_LIMIT = 14;

/** What a search over log-parameters ended at. */
export function fitQuality({ point, converged }: Minimum): FitQuality {
  if (point.some((log) => Math.abs(log) > LOG_LIMIT - 1)) return "boundary";
  return converged ? "exact" : "not-converged";
}
