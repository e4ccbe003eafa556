import { describe, expect, it } from "vitest";
import { createFormat } from "../../../i18n/format";
import { ownSegments as t } from "../../../i18n/locales/zh-Hans/own-segments";
import { menuGroups, type MenuService } from "../../../domain/service-menu";
import { menuColumns, menuFinding } from "./menu-words";

const words = { t, format: createFormat("zh-Hans"), currency: "CNY" };
const trouble = { gone: [], absent: 0, lostParts: 0, isCircular: false };
const size = (customers: number, profit: number | null) => ({
  customers,
  sales: 1000,
  salesBefore: 900,
  profit,
  trouble,
});
const MENU: readonly MenuService[] = [
  {
    division: "grade",
    name: "上门拜访",
    offers: { a: { text: "每月", yearCost: 1200 }, b: { text: "每季", yearCost: 400 } },
    changedAtMs: 1,
  },
  {
    division: "grade",
    name: "响应",
    offers: { a: { text: "4小时", yearCost: null } },
    changedAtMs: 1,
  },
];
const groups = (profits: readonly (number | null)[]) =>
  menuGroups("grade", new Map()).map((group, at) => ({
    ...group,
    name: group.id.toUpperCase(),
    size: size(10, profits[at] ?? null),
  }));

describe("menuColumns", () => {
  it("sets the cost of the period against the gross profit of each group, by hand", () => {
    const [a, b, c] = menuColumns(groups([50_000, 500, 100]), MENU, 365);
    expect(a).toMatchObject({ offers: 2, unpriced: 1, yearCost: 1200, cost: 12_000, left: 38_000 });
    expect(b).toMatchObject({ cost: 4000, left: -3500 });
    expect(c).toMatchObject({ offers: 0, cost: 0, left: 100 });
  });

  it("does not take for free what has no price", () => {
    const [service] = MENU.slice(1);
    const [a] = menuColumns(groups([500, 500, 100]), service === undefined ? [] : [service], 365);
    expect(a).toMatchObject({ offers: 1, unpriced: 1, cost: null, left: null });
  });

  it("knows no balance without profit", () => {
    expect(menuColumns(groups([null, null, null]), MENU, 365)[0]?.left).toBeNull();
  });
});

describe("menuFinding", () => {
  it("says the cost, who costs more than it brings, whom the menu forgets, and what has no price", () => {
    expect(menuFinding(menuColumns(groups([50_000, 500, 100]), MENU, 365), 2, words)).toBe(
      "2项服务在这段时间里要花¥1.6万。B的菜单成本超过了它们的毛利。C还没有写能得到什么。1处没有写成本，没有算进去。",
    );
  });
});
