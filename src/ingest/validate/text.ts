/** What programs write into text columns for "no value". Not "Null" or "Nan", which are surnames. */
const NO_TEXT = new Set([
  "null",
  "NULL",
  "(null)",
  "\\N",
  "#N/A",
  "N/A",
  "n/a",
  "NaN",
  "nan",
  "None",
  "-",
  "--",
  "—",
  "——",
]);

const BLANK = /[\s\u200b\ufeff]/;
/** `="00123"`: how programs keep Excel from reading an id as a number. */
const SHIELDED = /^="(.*)"$/s;

/**
 * The text of a cell without blanks at its ends; null when there is none. Nothing else is changed: ids keep their
 * leading zeros, digits stay digits.
 */
export function readText(raw: string): string | null {
  const length = raw.length;
  if (length === 0) return null;
  const text =
    isEdge(raw.charCodeAt(0)) || isEdge(raw.charCodeAt(length - 1)) ? withoutEdgeBlanks(raw) : raw;
  if (text === "") return null;
  const first = text.charCodeAt(0);
  if (first === 61) {
    const shielded = SHIELDED.exec(text);
    return shielded ? readText(shielded[1]!) : text;
  }
  return text.length < 7 && mayBeNoText(first) && NO_TEXT.has(text) ? null : text;
}

/** By hand: a pattern such as /\s+$/ tries every run of blanks, which takes minutes over a cell full of them. */
function withoutEdgeBlanks(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && BLANK.test(raw[start]!)) start++;
  while (end > start && BLANK.test(raw[end - 1]!)) end--;
  return raw.slice(start, end);
}

/** First characters of NO_TEXT, so that few texts are looked up: n N ( \\ # - — */
function mayBeNoText(code: number): boolean {
  return (
    code === 110 ||
    code === 78 ||
    code === 40 ||
    code === 92 ||
    code === 35 ||
    code === 45 ||
    code === 0x2014
  );
}

/** A blank, a control character or anything beyond Latin-1 that may be a wide blank. */
function isEdge(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x3000);
}

/** "17850.0" as "17850": how pandas writes ids of a column with gaps. */
export function withoutPointZero(text: string): string {
  return text.endsWith(".0") && isDigits(text, text.length - 2) ? text.slice(0, -2) : text;
}

export function isPointZero(text: string): boolean {
  return text.endsWith(".0") && isDigits(text, text.length - 2);
}

function isDigits(text: string, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return length > 0;
}

const COLUMN_CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u2400]/;

/** What is worth telling about a text that is kept as it is. */
export function oddity(text: string): "control-characters" | "replacement-characters" | null {
  if (text.includes("\ufffd")) return "replacement-characters";
  return COLUMN_CONTROL.test(text) ? "control-characters" : null;
}
