import { describe, expect, it } from "vitest";
import { normalTag, NOTES, notesOf, tagKey, TAGS, tagsInUse, tagsOf } from "./notes";

const note = (customer: string, writtenAtMs: number) => ({
  customer,
  text: "t",
  writtenAtMs,
  changedAtMs: null,
});

describe("notes", () => {
  it("are those of the customer, newest first", () => {
    const notes = new Map([
      ["1", note("a", 1)],
      ["2", note("b", 2)],
      ["3", note("a", 3)],
    ]);
    expect(notesOf(notes, "a").map(([key]) => key)).toEqual(["3", "1"]);
  });

  it("are read back from JSON, and nothing else is", () => {
    const stored: unknown = JSON.parse(JSON.stringify(note("a", 1)));
    expect(NOTES.parse(stored)).toEqual(note("a", 1));
    for (const bad of [
      null,
      1,
      {},
      { ...note("a", 1), text: 3 },
      { ...note("a", 1), changedAtMs: "x" },
    ]) {
      expect(NOTES.parse(bad)).toBeNull();
    }
  });
});

describe("tags", () => {
  it("are normal before they are kept", () => {
    expect(normalTag("  ＶＩＰ  客户 ")).toBe("VIP 客户");
    expect(normalTag("   ")).toBeNull();
    expect(normalTag("x".repeat(41))).toBeNull();
    expect(tagKey("a", "VIP")).toBe(tagKey("a", "vip"));
    expect(tagKey("a", "b")).not.toBe(tagKey("a,b", ""));
  });

  it("are listed by customer and by how often they are used", () => {
    const tags = new Map(
      [
        { customer: "a", tag: "x" },
        { customer: "a", tag: "y" },
        { customer: "b", tag: "y" },
      ].map((tag) => [tagKey(tag.customer, tag.tag), tag]),
    );
    expect(tagsOf(tags, "a").map(({ tag }) => tag)).toEqual(["x", "y"]);
    expect(tagsInUse(tags)).toEqual(["y", "x"]);
    expect(TAGS.parse({ customer: "a" })).toBeNull();
  });
});
