import { unsupported, type ForeignType } from "../plan";

/** What the first bytes say a file is; names and extensions are not asked. */
export type Magic = "zip" | "compound" | "text";

/** Bytes that `sniffMagic` wants to see; a shorter file is shown whole. */
export const MAGIC_BYTES = 4096;

const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

/** First bytes and the word for what they are, which `i18n` turns into advice. */
const FOREIGN: readonly (readonly [readonly number[], ForeignType])[] = [
  [ascii("%PDF"), "pdf"],
  [ascii("Rar!"), "archive"],
  [[0x1f, 0x8b], "archive"],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "archive"],
  [ascii("BZh"), "archive"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "archive"],
  [[0x28, 0xb5, 0x2f, 0xfd], "archive"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [ascii("GIF8"), "image"],
  [ascii("II*\0"), "image"],
  [ascii("MM\0*"), "image"],
  [ascii("{\\rtf"), "rtf"],
  [ascii("PAR1"), "parquet"],
  [ascii("SQLite format 3"), "database"],
  [[0, 1, 0, 0, ...ascii("Standard ")], "database"],
  // Excel 2 to 4
  [[0x09, 0x00, 0x04, 0x00], "xls"],
  [[0x09, 0x02, 0x06, 0x00], "xls"],
  [[0x09, 0x04, 0x06, 0x00], "xls"],
];

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/**
 * Tells containers of sheets from text and refuses what is neither.
 *
 * @param head the first bytes of the file, up to MAGIC_BYTES; never empty
 * @throws FileError E_UNSUPPORTED_TYPE with what it is in `detail` (pdf, html, numbers, …)
 */
export function sniffMagic(head: Uint8Array): Magic {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    return zipKind(head);
  }
  // Excel 5 to 2003, in the container or without it
  if (startsWith(head, CFB) || startsWith(head, [0x09, 0x08, 0x10, 0x00])) return "compound";
  if (startsWith(head, [0x09, 0x08, 0x08, 0x00])) return "compound";
  for (const [bytes, name] of FOREIGN) {
    if (startsWith(head, bytes)) throw unsupported(name);
  }
  const other = containerType(head) ?? (isDbase(head) ? "database" : null);
  if (other !== null) throw unsupported(other);
  refuseMarkup(head);
  return "text";
}

/** OpenDocument files put their type in clear text into the first entry. */
function zipKind(head: Uint8Array): Magic {
  const start = latin1(head.subarray(0, 256));
  const type = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(start)?.[1];
  if (type !== undefined && type !== "spreadsheet") throw unsupported("docx");
  if (start.includes("Index/Document.iwa") || start.includes("preview.jpg")) {
    throw unsupported("numbers");
  }
  return "zip";
}

/** Types that are told by words a little behind the start: RIFF, ISO media, bitmaps. */
function containerType(head: Uint8Array): ForeignType | null {
  const start = latin1(head.subarray(0, 16));
  if (/^RIFF[^]{4}WEBP/.test(start)) return "image";
  if (/^(?:RIFF[^]{4}(?:AVI |WAVE)|OggS|ID3)/.test(start)) return "media";
  const brand = /^[^]{4}ftyp([^]{4})/.exec(start)?.[1];
  if (brand !== undefined) return /^(?:hei|mif1|avif)/.test(brand) ? "image" : "media";
  // a bitmap says its size in the next four bytes and leaves four bytes empty
  return /^BM[^]{4}\0\0\0\0/.test(start) ? "image" : null;
}

/** dBase tables, which accounting programs still export: a version, the date of the last change, the header's length. */
function isDbase(head: Uint8Array): boolean {
  if (head.length < 32 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(head[0]!)) return false;
  const headerLength = head[8]! + 256 * head[9]!;
  const isDate = head[2]! >= 1 && head[2]! <= 12 && head[3]! >= 1 && head[3]! <= 31;
  return isDate && headerLength >= 65 && headerLength % 32 <= 9;
}

/** Many systems export an HTML page or SpreadsheetML under the name .xls. */
function refuseMarkup(head: Uint8Array): void {
  const start = latin1(head.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  const type = markupType(start);
  if (type !== null) throw unsupported(type);
}

function markupType(start: string): ForeignType | null {
  if (/^<(?:!doctype html|!--|html|head|body|table|meta|style|div)\b/i.test(start)) return "html";
  // a web page in one file, as Excel saves it
  if (/^mime-version:/i.test(start)) return "html";
  if (/^<(?:\?xml|Workbook)\b/.test(start)) {
    return /urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(start)
      ? "spreadsheetml"
      : "xml";
  }
  return /^(?:\[\s*[[{]|\{\s*"[^"]{0,200}"\s*:)/.test(start) ? "json" : null;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte);
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
