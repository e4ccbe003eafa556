import { FileError } from "../plan";

const AMPERSAND = 0x26;
const RETURN = 0x0d;
/** Up to here a hand-made decoder is faster than the call of TextDecoder. */
const SHORT_BYTES = 96;

const units = new Uint16Array(SHORT_BYTES);

/** The text of UTF-8 bytes; wrong bytes become U+FFFD. */
function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT_BYTES) return decodeLong(bytes, start, end);
  let count = 0;
  let at = start;
  while (at < end) {
    const first = bytes[at]!;
    if (first < 0x80) {
      units[count++] = first;
      at++;
      continue;
    }
    const second = bytes[at + 1]!;
    // Two and three bytes cover Latin to Chinese; the rest, and anything odd, is left to the decoder.
    if (first >= 0xc2 && first < 0xe0 && at + 1 < end && (second & 0xc0) === 0x80) {
      units[count++] = ((first & 0x1f) << 6) | (second & 0x3f);
      at += 2;
      continue;
    }
    const third = bytes[at + 2]!;
    const isThree =
      first >= 0xe0 && first < 0xf0 && at + 2 < end && (second & third & 0xc0) === 0x80;
    const unit = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    const isPlain = unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff);
    if (!isThree || !isPlain || second >= 0xc0 || third >= 0xc0) {
      return decodeLong(bytes, start, end);
    }
    units[count++] = unit;
    at += 3;
  }
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function decodeLong(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

/**
 * Character data or an attribute value as text: the five built-in entities and numeric references resolved, CR LF and
 * CR read as LF (XML 1.0, 2.11), CDATA taken as it is and comments left out when the range is not `isPlain`.
 *
 * @throws FileError E_XML_FORBIDDEN for any other entity (there is no DTD that could define one), E_XLSX_INVALID for a
 *   bare ampersand
 */
export function decodeXmlText(
  bytes: Uint8Array,
  start: number,
  end: number,
  isPlain: boolean,
): string {
  const text = decodeUtf8(bytes, start, end);
  if (!isPlain) return decodeMarkedText(text);
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === AMPERSAND || byte === RETURN) return resolve(text);
  }
  return text;
}

function decodeMarkedText(text: string): string {
  let result = "";
  let from = 0;
  for (const match of text.matchAll(/<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>/g)) {
    result += resolve(text.slice(from, match.index));
    if (match[1] !== undefined) result += normaliseLineEnds(match[1]);
    from = match.index + match[0].length;
  }
  return result + resolve(text.slice(from));
}

function normaliseLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function resolve(text: string): string {
  const normal = normaliseLineEnds(text);
  if (!normal.includes("&")) return normal;
  return normal.replace(/&([^;&\s]{0,12};?)/g, (_, body: string) => entity(body));
}

function entity(body: string): string {
  switch (body) {
    case "amp;":
      return "&";
    case "lt;":
      return "<";
    case "gt;":
      return ">";
    case "quot;":
      return '"';
    case "apos;":
      return "'";
  }
  const match = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}));$/.exec(body);
  if (!match) {
    const isReference = body.endsWith(";");
    throw new FileError(isReference ? "E_XML_FORBIDDEN" : "E_XLSX_INVALID", { detail: "entity" });
  }
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "\ufffd";
}

/**
 * `_x000D_` and its like read as the characters they stand for, `_x005F_` as the underscore that protects such a text;
 * half a surrogate pair becomes U+FFFD. ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  const plain = text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return plain.replace(/\p{Surrogate}/gu, "\ufffd");
}
