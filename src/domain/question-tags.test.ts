import { describe, expect, it } from "vitest";
import {
  guessedTags,
  NO_QUESTION_TAGS,
  QUESTION_TAGS,
  questionTagsDigest,
  tagKey,
  tagsOf,
  type QuestionTag,
} from "./question-tags";

const tag = (about: string, more: Partial<QuestionTag>): readonly [string, QuestionTag] => [
  tagKey(about),
  { about, changedAtMs: 1, ...more },
];

describe("tags of what a survey asks about", () => {
  it("are guessed by words in three languages, the narrower first", () => {
    const facets = [
      "业务员服务",
      "交货准时",
      "产品质量",
      "价格",
      "对账开票",
      "品牌形象",
      "等候时间",
      "是否放心",
    ].map((about) => guessedTags(about).facet);
    expect(facets).toEqual([
      "staff",
      "service",
      "product",
      "money",
      "effort",
      "image",
      "time",
      "mind",
    ]);
    expect(guessedTags("送貨準時").facet).toBe("service");
    expect(guessedTags("Competitive prices")).toMatchObject({ facet: "money", trait: "search" });
    expect(guessedTags("Waiting time at the counter").facet).toBe("time");
    expect(guessedTags("Professional advice")).toMatchObject({
      trait: "credence",
      level: "training",
    });
    expect(guessedTags("q7")).toEqual({ facet: null, trait: null, level: null });
  });

  it("are what the reader laid down, also that something is in no group, and a guess where nothing is said", () => {
    const tags = new Map([tag("Ｑ7  Reach", { facet: "service" }), tag("价格", { trait: "none" })]);
    expect(tagsOf("q7 reach", tags)).toEqual({ facet: "service", trait: null, level: null });
    expect(tagsOf("价格", tags)).toEqual({ facet: "money", trait: null, level: null });
    expect(tagsOf("价格", NO_QUESTION_TAGS).trait).toBe("search");
  });

  it("are parsed from what is stored, and nothing else is", () => {
    const { parse } = QUESTION_TAGS;
    expect(parse({ about: "价格", facet: "money", changedAtMs: 5 })).not.toBeNull();
    expect(parse({ about: "价格", level: "none", changedAtMs: 5 })).not.toBeNull();
    for (const broken of [
      null,
      { facet: "money", changedAtMs: 5 },
      { about: "价格", facet: "gold", changedAtMs: 5 },
      { about: "价格", facet: "money" },
    ])
      expect(parse(broken)).toBeNull();
  });

  it("have a name of their own for every set, and none for none", () => {
    const one = new Map([tag("价格", { facet: "money" })]);
    const other = new Map([tag("价格", { facet: "none" })]);
    expect(questionTagsDigest(NO_QUESTION_TAGS)).toBe("");
    expect(questionTagsDigest(one)).not.toBe(questionTagsDigest(other));
  });
});
