import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberProblem, readNumber } from "./number";

describe("readNumber", () => {
  it.each([
    ["1234", 1234],
    ["-12.50", -12.5],
    ["+3", 3],
    [".5", 0.5],
    ["1,234.56", 1234.56],
    ["1,234", 1234],
    ["12,34,567.8", 1234567.8],
    ["1 234", 1234],
    ["1'234", 1234],
    ["１２３", 123],
    ["１，２３４．５０", 1234.5],
    ["¥1,299", 1299],
    ["￥1,299.00", 1299],
    ["RMB 12", 12],
    ["CNY 9", 9],
    ["NT$1,200", 1200],
    ["$1.5", 1.5],
    ["12元", 12],
    ["1.2万", 12000],
    ["1.2万元", 12000],
    ["3亿", 3e8],
    ["1.5千", 1500],
    ["2.3萬", 23000],
    ["(1,234)", -1234],
    ["（1,234）", -1234],
    ["5-", -5],
    ["−7", -7],
    ["-¥5", -5],
    ["12%", 0.12],
    ["１２％", 0.12],
    ["-3.5 %", -0.035],
    ["1e3", 1000],
    ["9007199254740991", 9007199254740991],
    ["0.1234567890123456789", 0.12345678901234568],
  ])("reads %s as %d", (text, value) => {
    expect(readNumber(text, ".")).toBe(value);
  });

  it.each([
    ["1.234,56", 1234.56],
    ["12,5", 12.5],
    ["1.234", 1234],
    ["-0,5", -0.5],
    ["1.234.567", 1234567],
    ["12", 12],
  ])("reads %s as %d where the comma is the decimal mark", (text, value) => {
    expect(readNumber(text, ",")).toBe(value);
  });

  it.each([
    ["三百", "unreadable"],
    ["abc", "unreadable"],
    ["NaN", "unreadable"],
    ["Infinity", "unreadable"],
    ["1e400", "unreadable"],
    ["#DIV/0!", "unreadable"],
    ["0x1F", "unreadable"],
    ["1.2.3", "unreadable"],
    ["1,23", "unreadable"],
    ["--5", "unreadable"],
    ["12/5", "unreadable"],
    ["9007199254740993", "precision"],
    ["11010119900307123456", "precision"],
    ["", "missing"],
    ["  ", "missing"],
    ["N/A", "missing"],
    ["-", "missing"],
    ["—", "missing"],
    ["无", "missing"],
    ["null", "missing"],
  ])("does not read %s: it is %s, never zero", (text, problem) => {
    expect(readNumber(text, ".")).toBeNaN();
    expect(numberProblem(text)).toBe(problem);
  });

  it("gives zero without a sign", () => {
    for (const text of ["-0", "0-", "(0.00)", "-0.0%"]) {
      expect(Object.is(readNumber(text, "."), 0)).toBe(true);
    }
  });

  it("is the nearest double, as Number gives it, for any plain decimal", () => {
    const decimal = fc.tuple(fc.boolean(), fc.nat(), fc.nat({ max: 999999 }), fc.nat({ max: 6 }));
    fc.assert(
      fc.property(decimal, ([isNegative, whole, part, digits]) => {
        const tail = digits === 0 ? "" : `.${String(part).padStart(6, "0").slice(0, digits)}`;
        const text = `${isNegative ? "-" : ""}${whole}${tail}`;
        expect(readNumber(text, ".")).toBe(Number(text) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("sums ten thousand times 0.01 of scaled cents exactly", () => {
    let cents = 0;
    for (let i = 0; i < 10_000; i++) cents += Math.round(readNumber("0.01", ".") * 100);
    expect(cents / 100).toBe(100);
  });
});
