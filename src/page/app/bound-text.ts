import type { FieldKind } from "../../domain/field";
import { parseIsoDay } from "../../kernel/base/calendar";

/** A bound as somebody typed it; an unreadable one is refused, never taken for no bound or for zero. */
export type Bound =
  | { readonly kind: "open" }
  | { readonly kind: "at"; readonly value: number }
  | { readonly kind: "unreadable" };

const OPEN: Bound = { kind: "open" };
const UNREADABLE: Bound = { kind: "unreadable" };
const NUMBER = /^([+-]?\d+(?:\.\d+)?)(%?)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/;

/**
 * The number that a text says: 1234.5, 1,234.5, full-width digits, 12% for 0.12.
 *
 * @param fieldKind  of the column: a number beside a column of shares is taken for percent
 */
export function readNumberBound(text: string, fieldKind: FieldKind): Bound {
  const plain = text.normalize("NFKC").replaceAll("−", "-").replace(/\s/g, "");
  if (plain === "") return OPEN;
  const digits = GROUPED.test(plain) ? plain.replaceAll(",", "") : plain;
  const [, number, percent] = NUMBER.exec(digits) ?? [];
  if (number === undefined) return UNREADABLE;
  const isShare = percent === "%" || fieldKind === "ratio";
  // The exponent gives the double nearest to the decimal text, as reading the file did; a division may miss it.
  const value = Number(isShare ? `${number}e-2` : number);
  return Number.isFinite(value) ? { kind: "at", value: value + 0 } : UNREADABLE;
}

/** @param isBroken  the field shows something that the browser does not take for a day, and gives the empty text for it */
export function readDayBound(text: string, isBroken: boolean): Bound {
  if (isBroken) return UNREADABLE;
  if (text === "") return OPEN;
  const day = parseIsoDay(text);
  return day === null ? UNREADABLE : { kind: "at", value: day };
}

/** A number as `readNumberBound` takes it, with as few digits as say it. */
export function numberBoundText(value: number | null, fieldKind: FieldKind): string {
  if (value === null) return "";
  return String(fieldKind === "ratio" ? Number((value * 100).toPrecision(15)) : value);
}
