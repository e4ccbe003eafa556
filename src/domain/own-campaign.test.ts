import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CAMPAIGN_LISTS,
  CAMPAIGN_OUTCOMES,
  OWN_CAMPAIGNS,
  ownCampaignsDigest,
  type OwnCampaign,
} from "./own-campaign";
import { applied, inverse, kept, NO_WORK, parsed } from "./own-work";

const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const campaign = (over: Partial<OwnCampaign> = {}): OwnCampaign => ({
  name: "十一月挽留",
  list: "targeting",
  on: 20_000,
  watchDays: 90,
  outcome: "orders",
  contacted: [{ id: "C1", name: "甲公司" }],
  alone: [{ id: null, name: "乙公司" }],
  expected: 0.3,
  detectable: null,
  changedAtMs: 1,
  ...over,
});

const anyRef = fc.record({ id: fc.option(fc.string({ minLength: 1 })), name: fc.string() });
const anyCampaign: fc.Arbitrary<OwnCampaign> = fc.record({
  name: fc.string(),
  list: fc.constantFrom(...CAMPAIGN_LISTS),
  on: fc.integer({ min: -1000, max: 40_000 }),
  watchDays: fc.integer({ min: 1, max: 1095 }),
  outcome: fc.constantFrom(...CAMPAIGN_OUTCOMES),
  contacted: fc.array(anyRef),
  alone: fc.array(anyRef),
  expected: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  detectable: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
  changedAtMs: fc.nat(),
});

describe("OWN_CAMPAIGNS", () => {
  it("goes through the journal and comes back as it was kept; taking it back leaves nothing", () => {
    fc.assert(
      fc.property(anyCampaign, (one) => {
        const change = again(kept(OWN_CAMPAIGNS, "k", one)) as ReturnType<typeof kept>;
        const records = applied(NO_WORK, [change]);
        const stored = parsed(OWN_CAMPAIGNS, records.get(OWN_CAMPAIGNS.name));
        expect([...stored]).toEqual([["k", again(one)]]);
        expect(applied(records, inverse(NO_WORK, [change])).size).toBe(0);
      }),
    );
  });

  it.each([
    ["no record", null],
    ["a text", "x"],
    ["half a day", { ...campaign(), on: 1.5 }],
    ["nothing to watch", { ...campaign(), watchDays: 0 }],
    ["a list of another kind", { ...campaign(), list: "rfm" }],
    ["another outcome", { ...campaign(), outcome: "luck" }],
    ["customers that nobody is", { ...campaign(), contacted: [{ id: null, name: null }] }],
    ["no control at all", { ...campaign(), alone: undefined }],
    ["a share below nothing", { ...campaign(), expected: -0.1 }],
  ])("does not read %s", (_, value) => {
    expect(OWN_CAMPAIGNS.parse(value)).toBeNull();
  });

  it("has another digest for another plan, and none without one", () => {
    const of = (one: OwnCampaign) => ownCampaignsDigest(new Map([["k", one]]));
    expect(ownCampaignsDigest(new Map())).toBe("");
    expect(of(campaign())).toBe(of(campaign()));
    expect(of(campaign({ watchDays: 60 }))).not.toBe(of(campaign()));
    expect(of(campaign({ alone: [] }))).not.toBe(of(campaign()));
  });
});
