import { describe, expect, it } from "vitest";
import {
  CASEWORK,
  caseworkDigest,
  NO_CASEWORK,
  nextCaseNumber,
  OWN_CASES,
  type OwnCase,
} from "./casework";

const OWN: OwnCase = { complaintId: "C20250101-02", openedAt: 5, customer: null };

describe("the user's own work on complaints", () => {
  it("is read back as it was written, and left alone in any other shape", () => {
    const work = { owner: "赵", respondedAt: 5, isEscalated: true, changedAtMs: 1 };
    expect(CASEWORK.parse(work)).toEqual(work);
    expect(CASEWORK.parse({ owner: 3, changedAtMs: 1 })).toBeNull();
    expect(CASEWORK.parse({ owner: "赵" })).toBeNull();
    expect(OWN_CASES.parse(OWN)).toEqual(OWN);
    expect(OWN_CASES.parse({ ...OWN, customer: { id: null, name: null } })).toBeNull();
    expect(OWN_CASES.parse({ ...OWN, lossAmount: "5" })).toBeNull();
  });

  it("has a name of its own for the figures made with it", () => {
    expect(caseworkDigest(NO_CASEWORK)).toBe("");
    const done = new Map([["id 1", { note: "x", changedAtMs: 1 }]]);
    expect(caseworkDigest({ ...NO_CASEWORK, done })).not.toBe("");
  });

  it("numbers complaints by day", () => {
    expect(nextCaseNumber("2025-01-01", new Map())).toBe("C20250101-01");
    expect(nextCaseNumber("2025-01-01", new Map([["x", OWN]]))).toBe("C20250101-03");
    expect(nextCaseNumber("2025-01-02", new Map([["x", OWN]]))).toBe("C20250102-01");
  });
});
