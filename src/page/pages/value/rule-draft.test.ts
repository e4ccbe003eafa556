import { describe, expect, it } from "vitest";
import { STARTING_POLICY } from "../../../domain/grade-book";
import { draftOf, readDraft } from "./rule-draft";

describe("a rule while it is written", () => {
  it("is the rule again when nothing is typed", () => {
    for (const rule of Object.values(STARTING_POLICY))
      expect(readDraft(draftOf(rule))).toEqual(rule);
  });

  it("reads full-width digits and commas, and nothing as no limit", () => {
    const draft = { ...draftOf(STARTING_POLICY.c), creditLimit: "１２,000", termDays: " " };
    expect(readDraft(draft)).toMatchObject({ creditLimit: 12_000, termDays: null });
  });

  it("is no rule while a number of it is none", () => {
    for (const creditLimit of ["-5", "abc", "1e9x", "∞"])
      expect(readDraft({ ...draftOf(STARTING_POLICY.c), creditLimit })).toBeNull();
  });
});
