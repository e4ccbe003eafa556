import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { FingerprintBuilder, fileFingerprint } from "./fingerprint";

const MEBIBYTE = 1024 * 1024;

/** Bytes that differ from place to place. */
const bytes = Uint8Array.from({ length: 9 * MEBIBYTE + 5 }, (_, i) => (i * 31 + (i >>> 9)) & 255);

/** As the docstring says it, by Node's own SHA-256. */
function expected(content: Uint8Array): string {
  const sha = (part: Uint8Array): Buffer => createHash("sha256").update(part).digest();
  const pieces: Buffer[] = [];
  for (let at = 0; at === 0 || at < content.length; at += 4 * MEBIBYTE) {
    pieces.push(sha(content.subarray(at, at + 4 * MEBIBYTE)));
  }
  return sha(Buffer.concat(pieces)).toString("hex");
}

describe("the fingerprint of a file", () => {
  it.each([0, 1, 4 * MEBIBYTE, 4 * MEBIBYTE + 1, bytes.length])(
    "is SHA-256 over the SHA-256 of its 4 MiB pieces (%i bytes)",
    async (length) => {
      const content = bytes.slice(0, length);
      expect(await fileFingerprint(new Blob([content]))).toBe(expected(content));
    },
  );

  it.each([1000, MEBIBYTE, 5 * MEBIBYTE])(
    "is the same however the bytes are cut (%i at a time)",
    async (size) => {
      const builder = new FingerprintBuilder();
      for (let at = 0; at < bytes.length; at += size) builder.add(bytes.subarray(at, at + size));
      expect(builder.length).toBe(bytes.length);
      expect(await builder.finish()).toBe(expected(bytes));
    },
  );
});
