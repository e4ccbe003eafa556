import { describe, expect, it } from "vitest";
import { DayBuilder, DictionaryBuilder, dictionaryColumn, FloatBuilder } from "./builder";
import { isMissing, MISSING_DAY, textAt } from "./column";

describe("column builders", () => {
  it("keep every value and mark the missing ones, past several growths", () => {
    const floats = new FloatBuilder();
    const days = new DayBuilder();
    const texts = new DictionaryBuilder();
    for (let i = 0; i < 5000; i++) {
      const isHole = i % 7 === 3;
      floats.push(isHole ? Number.NaN : i / 4);
      days.push(isHole ? MISSING_DAY : i - 2500);
      texts.push(isHole ? null : `t${i % 11}`);
    }
    const [f, d, t] = [floats.finish(), days.finish(), texts.finish()];
    for (let i = 0; i < 5000; i++) {
      const isHole = i % 7 === 3;
      expect([isMissing(f, i), isMissing(d, i), isMissing(t, i)]).toEqual([isHole, isHole, isHole]);
      if (isHole) continue;
      expect([f.values[i], d.values[i], textAt(t, i)]).toEqual([i / 4, i - 2500, `t${i % 11}`]);
    }
  });

  it("have no validity bits when nothing is missing", () => {
    const builder = new FloatBuilder();
    builder.push(0);
    expect(builder.finish().validity).toBeNull();
    expect(new DictionaryBuilder().finish()).toMatchObject({ length: 0, validity: null });
  });

  it("refuse a code without an entry", () => {
    expect(() => dictionaryColumn(Uint32Array.of(0, 2), ["a", "b"])).toThrow("code 2 of 2 entries");
  });
});
