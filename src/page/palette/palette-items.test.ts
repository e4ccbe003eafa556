import { describe, expect, it } from "vitest";
import zhHans from "../../i18n/locales/zh-Hans";
import { commandItems, matches, paletteItems } from "./palette-items";

describe("matches", () => {
  it("finds a page by its name, its pinyin and its initials", () => {
    expect(matches("生命", "生命周期", "shengmingzhouqi smzq")).toBe(true);
    expect(matches("shengm", "生命周期", "shengmingzhouqi smzq")).toBe(true);
    expect(matches("SMZQ", "生命周期", "shengmingzhouqi smzq")).toBe(true);
    expect(matches("ming", "生命周期", "shengmingzhouqi smzq")).toBe(false);
  });
  it("wants every word and finds everything for none", () => {
    expect(matches("dark theme", "换成深色", "dark theme")).toBe(true);
    expect(matches("dark moon", "换成深色", "dark theme")).toBe(false);
    expect(matches("  ", "换成深色", "")).toBe(true);
  });
});

describe("commandItems", () => {
  it("offers every page and action while nothing is typed, each once", () => {
    const ids = commandItems(zhHans, "").map(({ id }) => id);
    expect(ids).toContain("page-customers");
    expect(ids).toContain("action-import");
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("paletteItems", () => {
  it("puts customers first and offers the whole list of them", () => {
    const suggestion = { row: 7, name: "数海贸易", key: "C7", sales: 1 };
    const items = paletteItems(zhHans, "sh", [suggestion]);
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual(["customer-7", "search"]);
    expect(items.map(({ id }) => id)).toContain("page-data");
  });
});
