import type { Rich } from "../../i18n/rich";
import type { CausesResult } from "./spec";
import type { Words } from "./view-model";

/** The batch that is most surely worse, in a sentence; null when none is. */
export function lotFinding(
  { lots }: CausesResult,
  { t }: Words,
): { readonly text: Rich; readonly id: string } | null {
  const worst = lots?.lines.find(({ isHigh }) => isHigh);
  if (lots === null || worst === undefined) return null;
  const sold = lots.soldLines - worst.sold;
  const rest = sold === 0 ? null : (1000 * (lots.cases - worst.cases)) / sold;
  return {
    id: worst.id,
    text: t.lots.finding({
      batch: worst.batch,
      product: worst.product,
      per: t.rate({ per: worst.rate }),
      rest: rest === null ? null : t.rate({ per: rest }),
      buyers: worst.buyers,
      silent: worst.silent,
    }),
  };
}

/** What was compared, what was left out, and why there may be nothing to show. */
export function lotNotes({ lots, lotLacks }: CausesResult, { t }: Words): readonly string[] {
  if (lots === null) {
    return lotLacks.length === 0
      ? [t.lots.unmatched]
      : lotLacks.map((table) => t.lots.lacks[table]);
  }
  const { tested, high, cases, soldLines, older, unlinked } = lots;
  return [
    ...(high === 0 ? [t.lots.none({ tested })] : []),
    t.lots.basis({ tested, cases, sold: soldLines }),
    ...(older > 0 ? [t.lots.older({ batches: older })] : []),
    ...(unlinked > 0 ? [t.lots.unlinked({ cases: unlinked })] : []),
  ];
}
