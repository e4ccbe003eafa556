import { beforeAll, describe, expect, it } from "vitest";
import { tablesOf } from "../../tests/support/tables";
import {
  buildSearchIndex,
  loadRomanise,
  normalSearch,
  searchRank,
  type SearchIndex,
} from "./search-index";
import { suggestCustomers } from "./suggest";

const NAMES = [
  "苏州电子器材",
  "苏南恒信供应链",
  "重庆长安",
  "ABC 商贸",
  "行知银行",
  "ＡＣＭＥ　Ltd",
];
const { customers } = tablesOf([], NAMES);
let index: SearchIndex;

beforeAll(async () => {
  const building = buildSearchIndex(customers, await loadRomanise());
  let step = building.next();
  while (step.done !== true) step = building.next();
  index = step.value;
});

const found = (text: string): string[] =>
  NAMES.filter((_, row) => searchRank(index, row, normalSearch(text)) !== null);

describe("searchRank", () => {
  it("finds by initials, by pinyin, by a mixture and by part of a syllable", () => {
    expect(found("szdz")).toEqual(["苏州电子器材"]);
    expect(found("suzhou")).toEqual(["苏州电子器材"]);
    expect(found("suzdianzi")).toEqual(["苏州电子器材"]);
    expect(found("su")).toEqual(["苏州电子器材", "苏南恒信供应链"]);
    expect(found("hxgyl")).toEqual(["苏南恒信供应链"]);
  });

  it("reads characters of several readings by their word", () => {
    expect(found("chongqing")).toEqual(["重庆长安"]);
    expect(found("cqca")).toEqual(["重庆长安"]);
    expect(found("yinhang")).toEqual(["行知银行"]);
  });

  it("finds as written, whatever the case, width and blanks", () => {
    expect(found("abc商")).toEqual(["ABC 商贸"]);
    expect(found("acme l")).toEqual(["ＡＣＭＥ　Ltd"]);
    expect(found("恒信")).toEqual(["苏南恒信供应链"]);
  });

  it("mixes letters of the name with pinyin", () => {
    expect(found("abcsm")).toEqual(["ABC 商贸"]);
  });

  it("finds nothing for what nobody is called", () => {
    expect(found("xyzzy")).toEqual([]);
  });
});

describe("suggestCustomers", () => {
  const sales = Float64Array.from([10, 90, 30, 0, 0, 0]);
  const names = (text: string, limit = 10): string[] =>
    suggestCustomers(customers, index, sales, { text, limit }).map(({ name }) => name);

  it("puts the better match first, then the larger customer", () => {
    expect(names("su")).toEqual(["苏南恒信供应链", "苏州电子器材"]);
    expect(names("苏州电子器材")).toEqual(["苏州电子器材"]);
    expect(names("s", 1)).toEqual(["苏南恒信供应链"]);
  });

  it("suggests nothing for blank text", () => {
    expect(names("  ")).toEqual([]);
  });
});
