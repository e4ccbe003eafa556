import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../tests/support/expect-close";
import { billOver, groupBill, MENU_SERVICES, menuGroups, type MenuService } from "./service-menu";

const service = (offers: MenuService["offers"]): MenuService => ({
  division: "grade",
  name: "上门拜访",
  offers,
  changedAtMs: 1,
});
const offers = fc.dictionary(
  fc.constantFrom("a", "b", "c"),
  fc.record({
    text: fc.string({ minLength: 1 }),
    yearCost: fc.option(fc.integer({ min: 0, max: 9000 })),
  }),
);

describe("MENU_SERVICES", () => {
  it("reads back what was kept, and refuses an offer without words or with a cost below nothing", () => {
    fc.assert(
      fc.property(offers, (given) => {
        const one = service({ ...given });
        expect(MENU_SERVICES.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
      }),
    );
    expect(MENU_SERVICES.parse(service({ a: { text: "", yearCost: null } }))).toBeNull();
    expect(MENU_SERVICES.parse(service({ a: { text: "每月", yearCost: -1 } }))).toBeNull();
    expect(MENU_SERVICES.parse({ ...service({}), division: "moon" })).toBeNull();
  });
});

describe("groupBill", () => {
  it("adds up the priced offers of a group and counts the others, never taking them for free", () => {
    const menu = [
      service({ a: { text: "每月", yearCost: 1200 }, b: { text: "每季", yearCost: 400 } }),
      service({ a: { text: "4小时", yearCost: null } }),
    ];
    expect(groupBill(menu, "a")).toEqual({ offers: 2, unpriced: 1, yearCost: 1200 });
    expect(groupBill(menu, "c")).toEqual({ offers: 0, unpriced: 0, yearCost: 0 });
    expectClose(billOver(groupBill(menu, "a"), 10, 73), 2400, { rel: 1e-12 });
  });

  it("is the sum of the bills of its services", () => {
    fc.assert(
      fc.property(fc.array(offers, { maxLength: 5 }), (given) => {
        const menu = given.map((one) => service({ ...one }));
        const alone = menu.map((one) => groupBill([one], "a"));
        const sum = (of: "offers" | "unpriced" | "yearCost") =>
          alone.reduce((total, bill) => total + bill[of], 0);
        expect(groupBill(menu, "a")).toEqual({
          offers: sum("offers"),
          unpriced: sum("unpriced"),
          yearCost: sum("yearCost"),
        });
      }),
    );
  });
});

describe("menuGroups", () => {
  it("names grades and the eleven RFM segments by rules, and the reader's own by what they are made of", () => {
    expect(menuGroups("grade", new Map()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(menuGroups("rfm", new Map())).toHaveLength(11);
    const makeup = { kind: "seen", customers: [], from: "x", seenAtMs: 1 } as const;
    expect(menuGroups("own", new Map([["k", { makeup }]]))).toEqual([{ id: "k", makeup }]);
  });
});
