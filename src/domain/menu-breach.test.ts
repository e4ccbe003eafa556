import { describe, expect, it } from "vitest";
import { menuBreaches } from "./menu-breach";
import { menuGroups, type MenuService } from "./service-menu";

const service = (offers: MenuService["offers"]): MenuService => ({
  division: "grade",
  name: "上门拜访",
  offers,
  changedAtMs: 1,
});
const offer = (yearCost: number | null) => ({ text: "有", yearCost });
const found = (services: readonly MenuService[], days = 365) =>
  menuBreaches(menuGroups("grade", new Map()), services, days);

describe("menuBreaches", () => {
  it("looks beyond 1.5 times and below half of what the whole menu of a group costs over the days", () => {
    const breaches = found([service({ a: offer(800) }), service({ a: offer(200) })], 73);
    expect(breaches.map(({ group, way, due, border }) => [group, way, due, border])).toEqual([
      ["a", "beyond", 200, 300],
      ["a", "short", 200, 100],
    ]);
    const [beyond, short] = breaches.map(({ makeup }) =>
      makeup.kind === "rules" ? makeup.rules.at(-1) : null,
    );
    const field = { source: "score", id: "serveCost" };
    // Exactly the border is within the menu on the one side and short of it on the other.
    expect(beyond).toEqual({
      field,
      condition: { kind: "number", from: null, to: 300 },
      isNot: true,
    });
    expect(short).toEqual({
      field,
      condition: { kind: "number", from: null, to: 100 },
      isNot: false,
    });
  });

  it("keeps to the customers of the group", () => {
    const [first] = found([service({ b: offer(10) })]);
    expect(first?.makeup).toMatchObject({
      joins: "all",
      rules: [
        { field: { id: "grade" }, condition: { values: ["b"] } },
        // Of whom nothing is known is not beyond it.
        { field: { id: "serveCost" }, condition: { from: 0, to: null }, isNot: false },
        { field: { id: "serveCost" } },
      ],
    });
  });

  it("says nothing of a group without a menu, with a free one, or with a service that nobody has priced", () => {
    expect(found([service({})])).toEqual([]);
    expect(found([service({ a: offer(0) })])).toEqual([]);
    expect(found([service({ a: offer(100) }), service({ a: offer(null) })])).toEqual([]);
  });

  it("says nothing of own segments that are no plain rules, or of which any rule is enough", () => {
    const rule = menuGroups("grade", new Map())[0]!.makeup;
    if (rule.kind !== "rules") throw new Error("no rules");
    const groups = [
      { id: "any", makeup: { ...rule, joins: "any", rules: [...rule.rules, ...rule.rules] } },
      { id: "set", makeup: { kind: "combined", operation: "union", left: "x", right: "y" } },
      { id: "one", makeup: { ...rule, joins: "any" } },
    ] as const;
    const priced = service({ any: offer(1), set: offer(1), one: offer(1) });
    expect(menuBreaches(groups, [priced], 365).map(({ group }) => group)).toEqual(["one", "one"]);
  });
});
