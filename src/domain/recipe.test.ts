import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  headerFingerprint,
  parseRecipe,
  recipeFor,
  type Recipe,
  type RecipeColumn,
} from "./recipe";

const column = (header: string, target: string | null): RecipeColumn => ({
  header,
  target,
  kind: "text",
  dateOrder: "ymd",
  decimalMark: ".",
});
const recipe = (targets: Record<string, string | null>, confirmedAtMs = 1): Recipe => ({
  fingerprint: headerFingerprint(Object.keys(targets)),
  entity: "orders",
  columns: Object.entries(targets).map(([header, target]) => column(header, target)),
  fileName: "一月.csv",
  confirmedAtMs,
});
const monthly = recipe({
  客户名称: "customerName",
  单据日期: "orderedOn",
  金额: "amount",
  仓库: "attr:仓库",
  备注: null,
});
const HEADERS = ["客户名称", "单据日期", "金额", "仓库", "备注"];

describe("headerFingerprint", () => {
  it("does not depend on order, width, case or blanks", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), (headers) => {
        const turned = headers.toReversed().map((header) => ` ${header.toUpperCase()} `);
        const lower = headers.map((header) => header.toUpperCase());
        expect(headerFingerprint(turned)).toBe(headerFingerprint(lower));
      }),
    );
    expect(headerFingerprint(["ＩＤ", "客户 名称"])).toBe(headerFingerprint(["客户  名称", "id"]));
  });
  it("tells other headers apart", () => {
    expect(headerFingerprint(["a", "b"])).not.toBe(headerFingerprint(["a", "b", "b"]));
    expect(headerFingerprint(["a,b"])).not.toBe(headerFingerprint(["a", "b"]));
  });
});

describe("recipeFor", () => {
  it("knows the same headers in another order", () => {
    expect(recipeFor(HEADERS.toReversed(), [monthly])).toEqual({
      recipe: monthly,
      unknown: [],
      lacking: [],
    });
  });
  it("fits a file with one more column and names it", () => {
    expect(recipeFor([...HEADERS, "折扣"], [monthly])?.unknown).toEqual(["折扣"]);
  });
  it("fits a file that lacks a column that was no field", () => {
    expect(recipeFor(HEADERS.slice(0, 4), [monthly])?.lacking).toEqual(["备注"]);
  });
  it("does not fit a file that lacks a field", () => {
    const without = HEADERS.filter((header) => header !== "金额");
    expect(recipeFor([...without, "含税金额"], [monthly])).toBeNull();
  });
  it("does not fit a file of mostly other headers", () => {
    expect(recipeFor(["客户名称", "单据日期", "金额", "甲", "乙", "丙"], [monthly])).toBeNull();
  });
  it("prefers the exact recipe, then the one confirmed last", () => {
    const wider = recipe({ ...Object.fromEntries(HEADERS.map((h) => [h, null])), 折扣: null }, 9);
    expect(recipeFor(HEADERS, [wider, monthly])?.recipe).toBe(monthly);
    const later = { ...monthly, confirmedAtMs: 2 };
    expect(recipeFor(HEADERS, [monthly, later])?.recipe).toBe(later);
  });
});

describe("parseRecipe", () => {
  it("reads back what JSON kept", () => {
    expect(parseRecipe(JSON.parse(JSON.stringify(monthly)))).toEqual(monthly);
  });
  it("forgets what it does not understand", () => {
    expect(parseRecipe({ ...monthly, entity: "unicorns" })).toBeNull();
    expect(parseRecipe({ ...monthly, columns: [{ header: "a" }] })).toBeNull();
    expect(parseRecipe(null)).toBeNull();
  });
});
