import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dictionaryEncoder } from "./dictionary";

describe("dictionaryEncoder", () => {
  it("gives each text the code of its first appearance, as a Map would", () => {
    const word = fc.oneof(
      fc.string({ maxLength: 2 }),
      fc.constantFrom("", "客户", "\ud83d\ude00", "__proto__"),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const encoder = dictionaryEncoder();
        const codes = new Map<string, number>();
        for (const text of words) {
          const known = codes.get(text);
          expect(encoder.find(text)).toBe(known === undefined ? -1 : known);
          if (known === undefined) codes.set(text, codes.size);
          expect(encoder.encode(text)).toBe(codes.get(text));
        }
        expect(encoder.entries).toEqual([...codes.keys()]);
      }),
    );
  });

  it("keeps its codes while it grows past a hundred thousand texts", () => {
    const encoder = dictionaryEncoder(["a", "b"]);
    for (let i = 0; i < 100_000; i++) encoder.encode(`订单${i}`);
    expect(encoder.find("b")).toBe(1);
    expect(encoder.find("订单99999")).toBe(100_001);
    expect(encoder.entries.length).toBe(100_002);
  });
});
