import { describe, expect, it } from "vitest";
import { applied, inverse, kept, NO_WORK, removed, type WorkKind } from "./own-work";

const TAG: WorkKind<string> = {
  name: "tag",
  parse: (value) => (typeof value === "string" ? value : null),
};

describe("the user's own work", () => {
  it("is what its changes say, the last one of a key winning", () => {
    const records = applied(NO_WORK, [
      kept(TAG, "a", "1"),
      kept(TAG, "b", "2"),
      kept(TAG, "a", "3"),
      removed(TAG, "b"),
    ]);
    expect([...(records.get("tag") ?? [])]).toEqual([["a", "3"]]);
  });

  it("has no map for a kind whose last record is gone, and leaves other kinds alone", () => {
    const before = applied(NO_WORK, [kept(TAG, "a", "1"), { kind: "x", key: "k", value: 1 }]);
    const after = applied(before, [removed(TAG, "a")]);
    expect(after.has("tag")).toBe(false);
    expect(after.get("x")).toBe(before.get("x"));
    expect(before.get("tag")?.get("a")).toBe("1");
  });

  it("comes back by the inverse of changes, also when one of them touches a key twice", () => {
    const before = applied(NO_WORK, [kept(TAG, "a", "1")]);
    const changes = [kept(TAG, "a", "2"), removed(TAG, "a"), kept(TAG, "b", "3")];
    const after = applied(before, changes);
    expect(applied(after, inverse(before, changes))).toEqual(before);
  });
});
