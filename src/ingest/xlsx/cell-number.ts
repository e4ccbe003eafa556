/** Whole numbers below 2^53, and powers of ten up to 10^22, are exact doubles, so one division rounds correctly. */
const POWERS_OF_TEN = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];
const EXACT_DIGITS = 15;

/**
 * The number written in ASCII at `start`..`end`, correctly rounded; NaN when it is none.
 *
 * Up to 15 digits without an exponent (nearly every cell) never become a string. Clinger 1990, fast path.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at++;
  let value = 0;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
    } else if (digit === -2 && point < 0) {
      point = digits;
    } else {
      return parseSlowly(bytes, start, end);
    }
  }
  if (digits === 0 || digits > EXACT_DIGITS) return parseSlowly(bytes, start, end);
  const magnitude = point < 0 ? value : value / POWERS_OF_TEN[digits - point]!;
  return isNegative ? -magnitude : magnitude;
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end)).trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** The whole number of ASCII digits at `start`..`end`, or -1: not digits, empty, or beyond 2^31. */
export function parseIndex(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 10) return -1;
  let value = 0;
  let isDigits = end > start;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) isDigits = false;
    value = value * 10 + digit;
  }
  return isDigits && value <= 0x7fffffff ? value : -1;
}

/** 0-based column of a reference such as `AB12`; -1 when it begins with no letter or is beyond four letters. */
export function columnOfReference(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  let at = start;
  for (; at < end && at - start < 4; at++) {
    const letter = (bytes[at]! | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at - start < 4 ? column - 1 : -1;
}
