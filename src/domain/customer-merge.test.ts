import { describe, expect, it } from "vitest";
import { DISTINCT, MERGES, pairKey, refKey } from "./customer-merge";

const a = { id: "C1", name: "甲" };
const b = { id: null, name: "乙" };

describe("refKey", () => {
  it("does not take an id for a name", () => {
    expect(refKey({ id: "甲", name: null })).not.toBe(refKey({ id: null, name: "甲" }));
    expect(refKey({ id: null, name: "ＡＢ 公司" })).toBe(refKey({ id: null, name: "ab公司" }));
  });
  it("names a customer by its id whatever the name", () => {
    expect(refKey(a)).toBe(refKey({ id: "c1 ", name: "另一个名字" }));
  });
});

describe("pairKey", () => {
  it("does not depend on the order of the two", () => {
    expect(pairKey(a, b)).toBe(pairKey(b, a));
  });
});

describe("MERGES and DISTINCT", () => {
  it("read back what JSON kept and leave out what they do not understand", () => {
    expect(MERGES.parse(JSON.parse(JSON.stringify({ from: a, into: b })))).toEqual({
      from: a,
      into: b,
    });
    expect(DISTINCT.parse({ a, b })).toEqual({ a, b });
    expect(MERGES.parse({ from: a, into: { id: null, name: null } })).toBeNull();
    expect(MERGES.parse("x")).toBeNull();
    expect(DISTINCT.parse({ a })).toBeNull();
  });
});
