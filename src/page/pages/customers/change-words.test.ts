import { describe, expect, it } from "vitest";
import { createFormat } from "../../../i18n/format";
import { customers } from "../../../i18n/locales/zh-Hans/customers";
import { changeWords } from "./change-words";

const change = (sales: number, salesBefore: number | null) =>
  changeWords(customers.change, createFormat("zh-Hans"), { sales, salesBefore });

describe("changeWords", () => {
  it("gives sign and share of a rise and a fall", () => {
    expect(change(150, 100)).toEqual({ value: 0.5, text: "50%" });
    expect(change(0, 100)).toEqual({ value: -1, text: "100%" });
  });
  it("counts in times where a percentage would be a number nobody reads", () => {
    expect(change(195, 10)).toEqual({ value: 18.5, text: "19.5倍" });
  });
  it("never divides by nothing", () => {
    expect(change(100, 0)).toEqual({ value: 0, text: "上期无" });
    expect(change(0, 0)).toBeNull();
    expect(change(100, -5)).toEqual({ value: 0, text: "上期无" });
    expect(change(100, null)).toBeNull();
  });
});
