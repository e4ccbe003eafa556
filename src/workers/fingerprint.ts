import { sha256 } from "../kernel/base/sha256";

const PIECE_BYTES = 4 * 1024 * 1024;

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // `crypto.subtle` is absent on plain http pages other than localhost.
  if ((globalThis.crypto as Partial<Crypto>).subtle !== undefined) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  }
  const hex = sha256(bytes);
  return Uint8Array.from({ length: 32 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/**
 * Names the content of a file: lower-case hex SHA-256 over the concatenated SHA-256 of its 4 MiB pieces.
 *
 * Equal for equal bytes, whatever the name. Holds one piece at a time.
 */
export async function fileFingerprint(file: Blob): Promise<string> {
  const digests: Uint8Array[] = [];
  for (let start = 0; start === 0 || start < file.size; start += PIECE_BYTES) {
    const piece = new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
    digests.push(await digest(piece));
  }
  const joined = new Uint8Array(digests.length * 32);
  digests.forEach((piece, i) => {
    joined.set(piece, i * 32);
  });
  return sha256(joined);
}
