/** Encoders for the encodings that platforms decode and do not write, made by decoding every two-byte sequence. */
type LegacyEncoding = "gb18030" | "big5" | "shift_jis" | "windows-1252";

const tables = new Map<LegacyEncoding, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: LegacyEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const put = (bytes: readonly number[]): void => {
    try {
      const char = decoder.decode(Uint8Array.from(bytes));
      const isOne = char.length === (char.codePointAt(0)! > 0xffff ? 2 : 1);
      if (isOne && !table.has(char)) table.set(char, bytes);
    } catch {
      // no character of this encoding
    }
  };
  for (let byte = 0; byte < 256; byte++) put([byte]);
  if (encoding === "windows-1252") {
    // Node 20 reads 0x80 as U+0080, browsers as the euro sign
    table.set("€", [0x80]);
  } else {
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) put([lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** @throws Error for a character that the encoding does not have */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const char of text) {
    const found = table.get(char) ?? (encoding === "gb18030" ? fourBytes(char) : null);
    if (!found) throw new Error(`${encoding} has no ${char}`);
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

/** Characters beyond the two-byte area. GB 18030-2005: supplementary planes are linear from 90 30 81 30. */
function fourBytes(char: string): readonly number[] | null {
  if (char === "㐀") return [0x81, 0x39, 0xee, 0x39];
  const code = char.codePointAt(0)!;
  if (code < 0x10000) return null;
  let rest = code - 0x10000;
  const fourth = 0x30 + (rest % 10);
  rest = Math.floor(rest / 10);
  const third = 0x81 + (rest % 126);
  rest = Math.floor(rest / 126);
  return [0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), third, fourth];
}

/** UTF-16 without a mark; half surrogates are written as they are. */
export function encodeUtf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), order === "le");
  return bytes;
}
