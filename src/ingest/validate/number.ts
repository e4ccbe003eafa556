import type { DecimalMark } from "../plan";

/** Why a cell is no number. `missing`: blank, or a word for "nothing". */
export type NumberProblem = "missing" | "unreadable" | "precision";

/** A whole number of at most so many digits is exact as a double. */
export const EXACT_DIGITS = 15;
/** Powers of ten up to EXACT_DIGITS, exact too. */
export const POWERS: readonly number[] = Array.from(
  { length: EXACT_DIGITS + 1 },
  (_, exponent) => 10 ** exponent,
);

/** Words that people and programs write for "no value"; in lower case. */
const MISSING_WORDS = new Set([
  "-",
  "--",
  "---",
  "—",
  "——",
  "–",
  "/",
  "\\",
  "n/a",
  "#n/a",
  "na",
  "null",
  "(null)",
  "none",
  "nil",
  "\\n",
  "无",
  "無",
  "暂无",
  "暫無",
  "空",
  "(空)",
  "未知",
]);

export function isMissingWord(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || MISSING_WORDS.has(trimmed.toLowerCase());
}

/**
 * The number that a cell shows; NaN when there is none (`numberProblem` says why).
 *
 * @param text any cell text: thousands marks, full-width digits, currency signs, 万 and 亿, (1,234), 5-, 12 %
 * @param mark the decimal mark of the column; the other one, blanks and apostrophes separate thousands
 *
 * Percentages become shares (12 % is 0.12). Decimal text becomes the nearest double, as `Number` would make it. O(length).
 */
export function readNumber(text: string, mark: DecimalMark): number {
  const plain = readPlain(text);
  return Number.isNaN(plain) || (mark === "," && text.includes("."))
    ? readDressed(text, mark)
    : plain;
}

/** Why `readNumber` gave NaN. */
export function numberProblem(text: string): NumberProblem {
  if (isMissingWord(text)) return "missing";
  return /^\s*[-+]?\d{16,}\s*$/.test(text) ? "precision" : "unreadable";
}

/** Digits with an optional sign and point, at most 15 digits: the form of nearly all cells. NaN for anything else. */
function readPlain(text: string): number {
  const length = text.length;
  let i = 0;
  let isNegative = false;
  const first = text.charCodeAt(0);
  if (first === 45 || first === 43) {
    isNegative = first === 45;
    i = 1;
  }
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + (code - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === 46 && decimals < 0) decimals = 0;
    else return Number.NaN;
  }
  if (digits === 0 || digits > EXACT_DIGITS) return Number.NaN;
  // both are exact, so the quotient is the nearest double to the text
  const value = decimals > 0 ? whole / POWERS[decimals]! : whole;
  return isNegative && value !== 0 ? -value : value;
}

const CURRENCY = /(?:rmb|cny|usd|eur|gbp|jpy|hkd|twd|nt\$|us\$|hk\$|人民币|人民幣|[¥$€£元圆圓])/gi;
const UNITS: Readonly<Record<string, number>> = {
  千: 1e3,
  仟: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};

function readDressed(text: string, mark: DecimalMark): number {
  let body = text.normalize("NFKC").replace(CURRENCY, "").trim();
  let sign = 1;
  if (/^\(.*\)$/.test(body)) {
    sign = -1;
    body = body.slice(1, -1).trim();
  }
  body = body.replace(/^[\u2212\u2013]/, "-");
  if (/^[^-+]*-$/.test(body)) {
    sign = -sign;
    body = body.slice(0, -1).trim();
  }
  let factor = 1;
  if (body.endsWith("%")) {
    factor = 0.01;
    body = body.slice(0, -1).trim();
  } else {
    const unit = UNITS[body.slice(-1)];
    if (unit !== undefined) {
      factor = unit;
      body = body.slice(0, -1).trim();
    }
  }
  const digits = withoutThousands(body, mark);
  if (digits === null) return Number.NaN;
  const value = scaled(digits, factor) * sign;
  // zero has no sign here: -0 would print and compare oddly
  return value === 0 ? 0 : value;
}

/** 1.2 万 is 12000 and 12 % is 0.12 exactly: the point is moved in the text, not by a product. */
function scaled(digits: string, factor: number): number {
  const exponents: Readonly<Record<number, string>> = {
    0.01: "e-2",
    1e3: "e3",
    1e4: "e4",
    1e8: "e8",
  };
  const exponent = exponents[factor];
  if (exponent === undefined) return finite(Number(digits));
  return finite(/e/i.test(digits) ? Number(digits) * factor : Number(digits + exponent));
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

const GROUPED = {
  ".": /^[-+]?\d{1,3}(?:[, '\u2019]\d{3})+(?:\.\d*)?$/,
  ",": /^[-+]?\d{1,3}(?:[. '\u2019]\d{3})+(?:,\d*)?$/,
} as const;
/** 1,23,45,678: Indian groups. */
const INDIAN = {
  ".": /^[-+]?\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?$/,
  ",": /^[-+]?\d{1,2}(?:\.\d{2})+\.\d{3}(?:,\d*)?$/,
} as const;
const UNGROUPED = {
  ".": /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i,
  ",": /^[-+]?(?:\d+,?\d*|,\d+)(?:e[-+]?\d{1,3})?$/i,
} as const;
const LARGEST_WHOLE = 16;

/** The digits with a point as decimal mark, or null when this is no number or its whole part loses digits. */
function withoutThousands(body: string, mark: DecimalMark): string | null {
  const isGrouped = GROUPED[mark].test(body) || INDIAN[mark].test(body);
  if (!isGrouped && !UNGROUPED[mark].test(body)) return null;
  const bare = isGrouped ? body.replace(mark === "." ? /[, '\u2019]/g : /[. '\u2019]/g, "") : body;
  const digits = bare.replace(",", ".");
  const whole = /^[-+]?0*(\d*)/.exec(digits)![1]!;
  if (whole.length >= LARGEST_WHOLE && !Number.isSafeInteger(Number(whole))) return null;
  return digits;
}
