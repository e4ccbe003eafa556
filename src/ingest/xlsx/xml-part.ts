import { FileError } from "../plan";
import type { InflatedPiece } from "./zip-archive";
import { XmlScanner } from "./xml-scanner";

/** A scanner that has taken in one more piece, and how far in the compressed part that was. */
export interface ScannedPiece {
  readonly scanner: XmlScanner;
  readonly consumed: number;
}

/**
 * Feeds an XML part to one scanner, piece by piece; the caller takes the tokens of each piece before it asks for the next.
 *
 * UTF-16 (by mark or by its zero bytes) and any encoding that the declaration names and the platform knows are turned into
 * UTF-8 first. The last value yielded has `finish` called.
 *
 * @throws FileError E_XLSX_INVALID for an unknown encoding, and what the pieces throw
 */
export async function* scanXml(pieces: AsyncIterable<InflatedPiece>): AsyncGenerator<ScannedPiece> {
  const scanner = new XmlScanner();
  let decoder: TextDecoder | null = null;
  const encoder = new TextEncoder();
  let isFirst = true;
  let consumed = 0;
  for await (const piece of pieces) {
    if (piece.bytes.length === 0) continue;
    if (isFirst) decoder = decoderFor(piece.bytes);
    isFirst = false;
    consumed = piece.consumed;
    scanner.push(
      decoder ? encoder.encode(decoder.decode(piece.bytes, { stream: true })) : piece.bytes,
    );
    yield { scanner, consumed };
  }
  if (decoder) scanner.push(encoder.encode(decoder.decode()));
  scanner.finish();
  yield { scanner, consumed };
}

/** The decoder of a part that is not UTF-8, by its first bytes (XML 1.0, appendix F); null for UTF-8. */
function decoderFor(bytes: Uint8Array): TextDecoder | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le");
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be");
  if (first === 0x3c && second === 0) return new TextDecoder("utf-16le");
  if (first === 0 && second === 0x3c) return new TextDecoder("utf-16be");
  const opening = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^[^<]{0,3}<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(opening)?.[1];
  // A part that says UTF-16 but begins with single bytes is UTF-8 in practice.
  if (label === undefined || /^(utf-?8|us-ascii|ascii|utf-?16.*)$/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch {
    throw new FileError("E_XLSX_INVALID", { detail: `encoding ${label.slice(0, 40)}` });
  }
}
