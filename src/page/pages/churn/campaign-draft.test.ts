import { describe, expect, it } from "vitest";
import { scopeOf } from "../../../../tests/support/tables";
import type { CampaignPlan } from "../../../analyses/views";
import { OWN_CAMPAIGNS } from "../../../domain/own-campaign";
import { campaignDraft, campaignOf, outcomesOf } from "./campaign-draft";

const plan: CampaignPlan = {
  kind: "keep",
  list: "targeting",
  params: {},
  scope: scopeOf(20_422),
  cells: { contacted: "contact", alone: "left-alone" },
  watchDays: 45,
  expected: 0.3,
  detectable: null,
};
const listed = (...keys: readonly string[]) => ({
  total: keys.length,
  refs: keys.map((key) => ({ id: key, name: key })),
});
const parts = { contacted: listed("a", "b"), alone: listed("c") };
const table = (entity: "orders" | "customers" | "exits", ...ids: readonly string[]) => ({
  entity,
  columns: ids.map((id) => ({ id }) as never),
});

describe("what a campaign is kept with", () => {
  it("begins with the day, the days and the outcome of its list", () => {
    const draft = campaignDraft(plan, "挽留", ["orders", "flag"]);
    expect(draft).toEqual({ name: "挽留", on: "2025-11-30", watchDays: "45", outcome: "orders" });
    const flagged = campaignDraft({ ...plan, watchDays: null }, "挽留", ["orders", "flag"]);
    expect(flagged).toMatchObject({ watchDays: "90", outcome: "flag" });
  });

  it("offers only what the data can tell, and orders where they can tell nothing", () => {
    const all = [
      table("orders", "orderedOn"),
      table("customers", "hasChurned"),
      table("exits", "exitedOn"),
    ];
    expect(outcomesOf("targeting", all)).toEqual(["orders", "exits", "flag"]);
    expect(outcomesOf("winback", all)).toEqual(["orders"]);
    expect(outcomesOf("targeting", [])).toEqual(["orders"]);
  });

  it("is kept as a record that can be read again, or says what is missing", () => {
    const draft = campaignDraft(plan, " 挽留 ", ["orders"]);
    const made = campaignOf(draft, plan, parts, 5);
    expect(made).toMatchObject({ name: "挽留", on: 20_422, watchDays: 45, expected: 0.3 });
    expect(OWN_CAMPAIGNS.parse(made)).toEqual(made);
    const asked = (change: Partial<typeof draft>) =>
      campaignOf({ ...draft, ...change }, plan, parts, 5);
    expect(asked({ name: " " })).toBe("needs");
    expect(asked({ on: "" })).toBe("needs");
    for (const watchDays of ["", "0", "1.5", "x", "1096"])
      expect(asked({ watchDays })).toBe("needs");
    expect(campaignOf(draft, plan, { ...parts, contacted: listed() }, 5)).toBe("nobody");
    const many = { total: 20_001, refs: [] };
    expect(campaignOf(draft, plan, { ...parts, alone: many }, 5)).toBe("tooMany");
  });
});
