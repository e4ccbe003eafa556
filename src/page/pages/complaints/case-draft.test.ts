import { describe, expect, it } from "vitest";
import type { DeskCase } from "../../../queries/case-types";
import {
  closedDraft,
  draftFault,
  draftOf,
  momentField,
  readMomentField,
  workAfter,
} from "./case-draft";

const ONE: DeskCase = {
  key: "id 1",
  customer: 0,
  name: "甲",
  id: "1",
  openedAt: 29_000_000,
  respondedAt: null,
  resolvedAt: null,
  closedAt: null,
  step: "respond",
  waitedDays: 3,
  isStuck: false,
  isLate: true,
  owner: "王",
  kind: null,
  severity: null,
  priority: null,
  rank: null,
  limitHours: 24,
  due: null,
  channel: null,
  product: null,
  batch: null,
  orderId: null,
  text: null,
  cause: null,
  resolution: null,
  lossAmount: null,
  compensation: null,
  isEscalated: null,
  isSatisfied: null,
  checks: {
    courteous: null,
    remedied: null,
    prompt: null,
    candid: null,
    followed: null,
    corrected: null,
    understood: null,
  },
  isOwn: false,
  work: null,
};

describe("the fields of a case", () => {
  it("read back the moments that they show", () => {
    expect(readMomentField(momentField(29_000_123))).toBe(29_000_123);
    expect(momentField(null)).toBe("");
    expect(readMomentField("2025-02-30T10:00")).toBeNull();
    expect(readMomentField("")).toBeNull();
  });

  it("keep what was changed, and nothing else", () => {
    const draft = { ...draftOf(ONE), owner: "赵", compensation: "1,200" };
    expect(workAfter(ONE, draft, 7)).toEqual({ owner: "赵", compensation: 1200, changedAtMs: 7 });
    expect(workAfter(ONE, draftOf(ONE), 7)).toBeNull();
  });

  it("give way to the table when they are emptied", () => {
    const one: DeskCase = { ...ONE, owner: "赵", work: { owner: "赵", note: "x", changedAtMs: 1 } };
    expect(workAfter(one, { ...draftOf(one), owner: "" }, 7)).toEqual({
      note: "x",
      changedAtMs: 7,
    });
    const only: DeskCase = { ...ONE, owner: "赵", work: { owner: "赵", changedAtMs: 1 } };
    expect(workAfter(only, { ...draftOf(only), owner: "" }, 7)).toBeNull();
  });

  it("close a case as solved by then, unless it was solved before", () => {
    const now = ONE.openedAt + 60;
    expect(workAfter(ONE, closedDraft({ ...draftOf(ONE), resolution: "补发" }, now), 7)).toEqual({
      resolution: "补发",
      resolvedAt: now,
      closedAt: now,
      changedAtMs: 7,
    });
    const solved = { ...draftOf(ONE), resolvedAt: momentField(ONE.openedAt + 30) };
    expect(closedDraft(solved, now).resolvedAt).toBe(solved.resolvedAt);
  });

  it("say what cannot be kept", () => {
    const draft = draftOf(ONE);
    expect(draftFault(ONE, draft)).toBeNull();
    expect(draftFault(ONE, { ...draft, compensation: "一百" })).toBe("unreadable");
    const early = momentField(ONE.openedAt - 60);
    expect(draftFault(ONE, { ...draft, respondedAt: early })).toBe("backwards");
  });
});
