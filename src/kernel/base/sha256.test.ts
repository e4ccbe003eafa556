import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hexOf, sha256 } from "./sha256";

describe("sha256", () => {
  it("gives the digests of FIPS 180-4 for the empty string and abc", () => {
    expect(sha256(new Uint8Array())).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    expect(sha256(new TextEncoder().encode("abc"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  it("agrees with OpenSSL on every length around a block", () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 131 + length) & 255);
      expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });

  it("reads a view, not its whole buffer", () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => i & 255);
    expect(sha256(bytes.subarray(7, 207))).toBe(sha256(bytes.slice(7, 207)));
  });
});

describe("hexOf", () => {
  it("writes two lower-case digits a byte", () => {
    expect(hexOf(Uint8Array.of(0, 10, 255).buffer)).toBe("000aff");
  });
});
