import type { Format } from "../../../i18n/format";
import type { Messages } from "../../../i18n/messages";

/** A change against the period before: its sign, and the words without the sign. */
export interface ChangeWords {
  readonly value: number;
  readonly text: string;
}

/**
 * Sales now against before. Without sales before there is no ratio: the customer is new (again) in this period; without
 * both, or where the data do not reach over the period before or have no orders (null), there is nothing to say.
 */
export function changeWords(
  words: Messages["customers"]["change"],
  format: Format,
  { sales, salesBefore }: { readonly sales: number | null; readonly salesBefore: number | null },
): ChangeWords | null {
  if (sales === null || salesBefore === null) return null;
  if (salesBefore <= 0) return sales > 0 ? { value: 0, text: words.new } : null;
  const ratio = (sales - salesBefore) / salesBefore;
  if (Math.abs(ratio) < 0.0005) return { value: 0, text: words.same };
  // 195,407 % says nothing that "1,955 times" does not say better.
  if (ratio >= 4) {
    return { value: ratio, text: words.times({ times: format.number(sales / salesBefore) }) };
  }
  return { value: ratio, text: format.percent(Math.abs(ratio)) };
}
