import { sha256 } from "../kernel/base/sha256";
import { COST_FACETS, guessedFacet, guessedLevel, guessedTrait, VALUE_FACETS } from "./tag-words";
import type { WorkKind } from "./own-work";

/** Where an aspect stands in what a customer gets and gives (Kotler); `none`: in neither. */
export const FACETS = [...VALUE_FACETS, ...COST_FACETS] as const;
export type Facet = (typeof FACETS)[number];

/** When a customer can judge an aspect: before buying, by using it, hardly ever (Nelson 1970; Darby & Karni 1973). */
export const TRAITS = ["search", "experience", "credence"] as const;
export type Trait = (typeof TRAITS)[number];

/** The five levels of service, each resting on the one before. */
export const SERVICE_LEVELS = ["information", "training", "support", "solving", "care"] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

/**
 * What a reader lays down of one aspect that surveys ask about. What is absent is as our words guess it. The key of the record is
 * `tagKey`. Part of the user's own work: no import touches it.
 */
export interface QuestionTag {
  /** the aspect as the survey writes it */
  readonly about: string;
  readonly facet?: Facet | "none";
  readonly trait?: Trait | "none";
  readonly level?: ServiceLevel | "none";
  readonly changedAtMs: number;
}

export const QUESTION_TAGS: WorkKind<QuestionTag> = { name: "question-tag", parse: parseTag };

/** By key. */
export type QuestionTags = ReadonlyMap<string, QuestionTag>;

export const NO_QUESTION_TAGS: QuestionTags = new Map();

const LONGEST_KEY = 120;

/** By what an aspect is known again: without case, width and needless blanks. */
export const tagKey = (about: string): string =>
  about.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/gu, " ").slice(0, LONGEST_KEY);

/** How one aspect is tagged; null: not at all. */
export interface Tagged {
  readonly facet: Facet | null;
  readonly trait: Trait | null;
  readonly level: ServiceLevel | null;
}

/** By our words alone. */
export const guessedTags = (about: string): Tagged => ({
  facet: guessedFacet(about),
  trait: guessedTrait(about),
  level: guessedLevel(about),
});

/** What the reader laid down of an aspect, else what our words guess. */
export function tagsOf(about: string, tags: QuestionTags): Tagged {
  const guess = guessedTags(about);
  const laid = tags.get(tagKey(about));
  if (laid === undefined) return guess;
  return {
    facet: chosen(laid.facet, guess.facet),
    trait: chosen(laid.trait, guess.trait),
    level: chosen(laid.level, guess.level),
  };
}

function chosen<T extends string>(laid: T | "none" | undefined, guess: T | null): T | null {
  if (laid === undefined) return guess;
  // "none" is no member of T: every set of tags is without it
  return laid === "none" ? null : laid;
}

/** Names a set of tags: empty for none, another text for any other set. */
export function questionTagsDigest(tags: QuestionTags): string {
  if (tags.size === 0) return "";
  return `?${sha256(new TextEncoder().encode(JSON.stringify([...tags]))).slice(0, 16)}`;
}

function parseTag(value: unknown): QuestionTag | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const isOneOf = (id: string, codes: readonly string[]): boolean =>
    given[id] === undefined || given[id] === "none" || codes.some((code) => code === given[id]);
  const isFine =
    typeof given["about"] === "string" &&
    typeof given["changedAtMs"] === "number" &&
    isOneOf("facet", FACETS) &&
    isOneOf("trait", TRAITS) &&
    isOneOf("level", SERVICE_LEVELS);
  return isFine ? (given as unknown as QuestionTag) : null;
}
