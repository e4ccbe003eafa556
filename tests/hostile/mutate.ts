import type { Rng } from "../../src/kernel/base/rng";

/** Bytes that mean something to a reader of text or of archives. */
const SPICE = [
  0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b, 0x3c, 0x3e, 0x7c, 0x80, 0xc3, 0xed, 0xff,
];

/** The same bytes with one to four changes: flipped, written over, left out, put in, doubled, moved or cut. */
export function mutated(bytes: Uint8Array, rng: Rng): Uint8Array<ArrayBuffer> {
  let result: Uint8Array<ArrayBuffer> = bytes.slice();
  const times = 1 + rng.below(4);
  for (let i = 0; i < times && result.length > 0; i++) result = mutatedOnce(result, rng);
  return result;
}

function mutatedOnce(bytes: Uint8Array<ArrayBuffer>, rng: Rng): Uint8Array<ArrayBuffer> {
  const at = rng.below(bytes.length);
  const length = 1 + rng.below(Math.min(64, bytes.length - at));
  const [before, part, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  switch (rng.below(7)) {
    case 0:
      return joined(before, [bytes[at]! ^ (1 << rng.below(8))], bytes.subarray(at + 1));
    case 1:
      return joined(before, [SPICE[rng.below(SPICE.length)]!], bytes.subarray(at + 1));
    case 2:
      return joined(before, after);
    case 3:
      return joined(before, [SPICE[rng.below(SPICE.length)]!], bytes.subarray(at));
    case 4:
      return joined(before, part, part, after);
    case 5:
      return joined(before, part.toReversed(), after);
    default:
      return rng.below(4) === 0 ? joined(before) : joined(part, before, after);
  }
}

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
