/** How a cell of a number format is to be read. */
export type FormatReading =
  | { readonly kind: "number" }
  /** A calendar day, with or without a time. */
  | { readonly kind: "date" }
  /** A time of day; a serial of one day or more still carries its date. */
  | { readonly kind: "time"; readonly hourDigits: 1 | 2; readonly seconds: boolean }
  /** Elapsed time, `[h]:mm`. */
  | { readonly kind: "duration"; readonly hourDigits: 1 | 2; readonly seconds: boolean }
  /** Whole numbers shown with this many digits, `00000`: codes, whose leading zeros are part of them. */
  | { readonly kind: "padded"; readonly digits: number };

const NUMBER: FormatReading = { kind: "number" };
const DATE: FormatReading = { kind: "date" };
const TIME: FormatReading = { kind: "time", hourDigits: 1, seconds: false };
const TIME_SECONDS: FormatReading = { kind: "time", hourDigits: 1, seconds: true };
const ELAPSED: FormatReading = { kind: "duration", hourDigits: 1, seconds: true };

const BUILT_IN = builtInReadings();

/**
 * Formats that a workbook may use by number alone. ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates and times of the
 * Chinese, Japanese and Korean versions (which of the two differs by language only where a time reading also serves a
 * date: see `time`), 71–81 those of the Thai one.
 */
function builtInReadings(): ReadonlyMap<number, FormatReading> {
  const readings = new Map<number, FormatReading>();
  const put = (reading: FormatReading, ...ids: readonly number[]): void => {
    for (const id of ids) readings.set(id, reading);
  };
  put(DATE, 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
  put(DATE, 71, 72, 73, 74, 77, 81);
  put(TIME, 18, 20, 32, 34, 55, 75);
  put(TIME_SECONDS, 19, 21, 33, 35, 45, 47, 56, 76, 78, 80);
  put(ELAPSED, 46, 79);
  return readings;
}

/** The reading of a format by its number; `code` is what the workbook's own `numFmt` says, if it has one for it. */
export function readingOf(id: number, code: string | undefined): FormatReading {
  if (code !== undefined) return readingOfCode(code);
  return BUILT_IN.get(id) ?? NUMBER;
}

/**
 * The reading of a format code such as `yyyy"年"m"月"d"日"`, `[$-804]上午/下午h:mm` or `#,##0.00_ ;[Red]-#,##0.00`.
 *
 * The first section decides. Quoted texts, escaped characters, fillers, colours, conditions and locale tags say nothing.
 * Digit places (`0 # ?`) outside a seconds' fraction make a number, whatever letters stand beside them.
 */
function readingOfCode(code: string): FormatReading {
  const section = firstSection(code);
  const elapsed = /\[(h+|m+|s+)\]/i.exec(section);
  const bare = section.replace(/\[[^\]]*\]/g, "").toLowerCase();
  if (elapsed) return { kind: "duration", ...clockShown(elapsed[1]!.toLowerCase() + bare) };
  if (/general|standard|g\/|@/.test(bare)) return NUMBER;
  const letters = bare.replace(/s+[.,]0+/g, "s");
  if (/^0{2,15}$/.test(letters.trim())) return { kind: "padded", digits: letters.trim().length };
  if (/[0#?]/.test(letters)) return NUMBER;
  const hasClock = /[hs]|上午|下午|am\/pm|a\/p/.test(letters);
  const withoutHalves = letters.replace(/am\/pm|a\/p|上午\/下午/g, "");
  if (/[ydegb]|aaa/.test(withoutHalves) || hasMonth(withoutHalves)) return DATE;
  return hasClock ? { kind: "time", ...clockShown(letters) } : NUMBER;
}

function firstSection(code: string): string {
  // One pass: quoted text, `\x`, `_x` (a blank as wide as x) and `*x` (x repeated) are dropped, `;` ends the section.
  let section = "";
  for (const match of code.matchAll(/"[^"]*"?|[\\_*][^]?|\[[^\]]*\]?|[^]/g)) {
    const token = match[0];
    if (token === ";") break;
    if (!/^["\\_*]/.test(token)) section += token;
  }
  return section;
}

/** An `m` is a month unless it follows hours or comes before seconds. */
function hasMonth(letters: string): boolean {
  const runs = letters.match(/h+|m+|s+/g);
  if (!runs) return false;
  return runs.some(
    (run, index) =>
      run.startsWith("m") && !runs[index - 1]?.startsWith("h") && !runs[index + 1]?.startsWith("s"),
  );
}

function clockShown(letters: string): { hourDigits: 1 | 2; seconds: boolean } {
  return { hourDigits: letters.includes("hh") ? 2 : 1, seconds: letters.includes("s") };
}
