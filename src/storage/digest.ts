import { hexOf, sha256 } from "../kernel/base/sha256";

/** SHA-256 of bytes as lower-case hex. */
export type Digest = (bytes: ArrayBuffer) => Promise<string>;

/** Hashes with WebCrypto, off the calling thread; with the synchronous implementation where it is missing. */
export function digestWith(subtle: SubtleCrypto | null): Digest {
  if (subtle === null) return (bytes) => Promise.resolve(sha256(new Uint8Array(bytes)));
  return async (bytes) => hexOf(await subtle.digest("SHA-256", bytes));
}

/** SHA-256 over the sorted list of chunk hashes: equal for equal content, whatever order it was written in. */
export async function rootOf(digest: Digest, hashes: readonly string[]): Promise<string> {
  const list = hashes.toSorted().join("\n");
  return digest(new TextEncoder().encode(list).buffer);
}
