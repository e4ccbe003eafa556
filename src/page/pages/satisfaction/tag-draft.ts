import {
  FACETS,
  guessedTags,
  SERVICE_LEVELS,
  TRAITS,
  type QuestionTag,
} from "../../../domain/question-tags";

/** Left to what our words guess. */
export const GUESSED = "guessed";

/** What stands in the form of one aspect. */
export interface TagDraft {
  readonly facet: string;
  readonly trait: string;
  readonly level: string;
}

/** The form of what was laid down; undefined: of nothing. */
export const draftOfTag = (tag: QuestionTag | undefined): TagDraft => ({
  facet: tag?.facet ?? GUESSED,
  trait: tag?.trait ?? GUESSED,
  level: tag?.level ?? GUESSED,
});

/** Whether nothing is laid down. */
export const isAsGuessed = ({ facet, trait, level }: TagDraft): boolean =>
  [facet, trait, level].every((choice) => choice === GUESSED);

/** What the form lays down of an aspect. */
export function tagOfDraft(
  { facet, trait, level }: TagDraft,
  { about, atMs }: { readonly about: string; readonly atMs: number },
): QuestionTag {
  const ownFacet = laid(facet, FACETS);
  const ownTrait = laid(trait, TRAITS);
  const ownLevel = laid(level, SERVICE_LEVELS);
  return {
    about,
    ...(ownFacet === undefined ? {} : { facet: ownFacet }),
    ...(ownTrait === undefined ? {} : { trait: ownTrait }),
    ...(ownLevel === undefined ? {} : { level: ownLevel }),
    changedAtMs: atMs,
  };
}

function laid<T extends string>(choice: string, codes: readonly T[]): T | "none" | undefined {
  return choice === "none" ? "none" : codes.find((code) => code === choice);
}

/** The choices of one kind of tag, the guess first. */
export function tagOptions(
  about: string,
  kind: keyof TagDraft,
  names: Readonly<Record<string, string>>,
  words: { readonly none: string; readonly asGuessed: (p: { name: string }) => string },
): readonly { readonly value: string; readonly label: string }[] {
  const codes: readonly string[] = { facet: FACETS, trait: TRAITS, level: SERVICE_LEVELS }[kind];
  const guess = guessedTags(about)[kind];
  const name = guess === null ? words.none : (names[guess] ?? guess);
  return [
    { value: GUESSED, label: words.asGuessed({ name }) },
    ...codes.map((value) => ({ value, label: names[value] ?? value })),
    { value: "none", label: words.none },
  ];
}
