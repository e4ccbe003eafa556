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
 * Names the content of a file: lower-case hex SHA-256 over the concatenated SHA-256 of its 4 MiB pieces. Equal for equal
 * bytes, whatever the name. Fed with the bytes while somebody else reads them: nothing is read twice.
 */
export class FingerprintBuilder {
  #piece = new Uint8Array(PIECE_BYTES);
  #filled = 0;
  #length = 0;
  readonly #digests: Promise<Uint8Array>[] = [];

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  /**
   * Takes the next bytes; how they are cut makes no difference. They may be changed afterwards: what comes as whole pieces is
   * copied by the digest, everything else here.
   */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    let at = 0;
    if (this.#filled === 0) {
      for (; at + PIECE_BYTES <= bytes.length; at += PIECE_BYTES)
        this.#digests.push(digest(bytes.subarray(at, at + PIECE_BYTES)));
    }
    while (at < bytes.length) {
      const part = bytes.subarray(at, at + PIECE_BYTES - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === PIECE_BYTES) this.#close();
    }
    this.#length += bytes.length;
  }

  /** The fingerprint of everything that was added; asked once, at the end. */
  async finish(): Promise<string> {
    if (this.#filled > 0 || this.#digests.length === 0) this.#close();
    const joined = new Uint8Array(this.#digests.length * 32);
    (await Promise.all(this.#digests)).forEach((piece, i) => {
      joined.set(piece, i * 32);
    });
    return sha256(joined);
  }

  #close(): void {
    this.#digests.push(digest(this.#piece.slice(0, this.#filled)));
    this.#filled = 0;
  }
}

/** The same of a whole file. Holds one piece at a time. */
export async function fileFingerprint(file: Blob): Promise<string> {
  const builder = new FingerprintBuilder();
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    builder.add(new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer()));
  }
  return builder.finish();
}
