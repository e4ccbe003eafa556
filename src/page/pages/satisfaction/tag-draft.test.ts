import { describe, expect, it } from "vitest";
import { QUESTION_TAGS } from "../../../domain/question-tags";
import { draftOfTag, GUESSED, isAsGuessed, tagOfDraft, tagOptions } from "./tag-draft";

describe("the form of one aspect", () => {
  it("begins with the guess, and lays down only what was chosen", () => {
    const empty = draftOfTag(undefined);
    expect(isAsGuessed(empty)).toBe(true);
    const tag = tagOfDraft({ ...empty, facet: "money", level: "none" }, { about: "q2", atMs: 7 });
    expect(tag).toEqual({ about: "q2", facet: "money", level: "none", changedAtMs: 7 });
    expect(QUESTION_TAGS.parse(tag)).toEqual(tag);
    expect(draftOfTag(tag)).toEqual({ facet: "money", trait: GUESSED, level: "none" });
  });

  it("says what the guess is", () => {
    const names = { money: "货币成本" };
    const words = { none: "不归类", asGuessed: (p: { name: string }) => `按词猜：${p.name}` };
    const [first, ...rest] = tagOptions("价格", "facet", names, words);
    expect(first).toEqual({ value: GUESSED, label: "按词猜：货币成本" });
    expect(rest.at(-1)).toEqual({ value: "none", label: "不归类" });
    expect(rest).toHaveLength(9);
    expect(tagOptions("q7", "trait", names, words)[0]!.label).toBe("按词猜：不归类");
  });
});
