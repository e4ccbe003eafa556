import type { Encoding } from "../plan";
import { isCommonCharacter } from "./common-characters";

/** Encodings that must be told apart by what their text looks like; the order breaks ties. */
export const LEGACY_ENCODINGS = ["gb18030", "big5", "shift_jis", "windows-1252"] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

/**
 * How much like real text these bytes are when read as this encoding: 0 (noise) .. 1 (ordinary text).
 *
 * @param bytes a sample that holds non-ASCII bytes
 * @param text the same bytes decoded strictly
 *
 * A mean over the characters that are not ASCII: characters that the standard put among its frequent ones (level 1 of GB
 * 2312, of Big5, of JIS X 0208) and characters of a list of common ones count for, private, control and half-width ones
 * against. O(length).
 */
export function plausibility(encoding: LegacyEncoding, bytes: Uint8Array, text: string): number {
  if (encoding === "windows-1252") return westernShare(text);
  const levels = levelCounts(encoding, bytes);
  if (levels.total === 0) return 0;
  const common = commonShare(text);
  return Math.max(0, (levels.frequent - levels.odd) / levels.total) * 0.7 + common * 0.3;
}

interface LevelCounts {
  frequent: number;
  odd: number;
  total: number;
}

function levelCounts(encoding: Encoding, bytes: Uint8Array): LevelCounts {
  const counts: LevelCounts = { frequent: 0, odd: 0, total: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    counts.total++;
    if (encoding === "shift_jis" && lead >= 0xa1 && lead <= 0xdf) {
      counts.odd++;
      continue;
    }
    const trail = i + 1 < bytes.length ? bytes[i + 1]! : 0;
    if (encoding === "gb18030" && trail >= 0x30 && trail <= 0x39) {
      i += 3;
      continue;
    }
    i++;
    if (isFrequent(encoding, lead, trail)) counts.frequent++;
    else if (isOdd(encoding, lead, trail)) counts.odd++;
  }
  return counts;
}

function isFrequent(encoding: Encoding, lead: number, trail: number): boolean {
  if (encoding === "gb18030") {
    return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3);
  }
  if (encoding === "big5") return lead >= 0xa4 && lead <= 0xc6;
  return (lead >= 0x88 && lead <= 0x97) || (lead === 0x81 && trail <= 0xac) || isKana(lead, trail);
}

function isKana(lead: number, trail: number): boolean {
  return (lead === 0x82 && trail >= 0x9f) || (lead === 0x83 && trail >= 0x40 && trail <= 0x96);
}

/** User-defined areas, and extension rows that wrong readings fall into. */
function isOdd(encoding: Encoding, lead: number, trail: number): boolean {
  if (encoding === "gb18030") return lead >= 0xf8 || (lead >= 0xa8 && lead <= 0xaf) || trail < 0x7f;
  if (encoding === "big5") return lead < 0xa1 || lead >= 0xfa;
  return lead >= 0xf0;
}

function commonShare(text: string): number {
  let common = 0;
  let total = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x80) continue;
    // punctuation, kana and full-width forms say nothing about Chinese
    if (code < 0x3400 || code > 0xf000) continue;
    total++;
    if (isCommonCharacter(char)) common++;
  }
  return total === 0 ? 1 : common / total;
}

const WESTERN =
  /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]/;
const WESTERN_SIGNS =
  /[\u20ac\u00a3\u00a5\u00a7\u00a9\u00ab\u00ae\u00b0\u00b2\u00b3\u00b5\u00b7\u00ba\u00aa\u00bb\u00bd\u00bf\u00a1\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022\u2122]/;

/** Letters of western words stand alone or in pairs between ASCII letters; misread Chinese is all high bytes. */
function westernShare(text: string): number {
  let good = 0;
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char.charCodeAt(0) < 0x80) continue;
    total++;
    const besideAscii = isAscii(text[i - 1]) && isAscii(text[i + 1]);
    if (WESTERN.test(char)) {
      const inWord = isLetter(text[i - 1]) || isLetter(text[i + 1]);
      if (besideAscii && inWord) good += 1;
    } else if (WESTERN_SIGNS.test(char) && besideAscii) good += 0.9;
  }
  return total === 0 ? 0 : good / total;
}

function isAscii(char: string | undefined): boolean {
  return char === undefined || char.charCodeAt(0) < 0x80;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[A-Za-z]/.test(char);
}
