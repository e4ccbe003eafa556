import words from "./cause-words.json";

/** The bones of the fishbone, and what no word names. */
export const BONES = ["man", "machine", "material", "method", "environment", "other"] as const;
export type Bone = (typeof BONES)[number];

/** Whose doing it was. */
export const SIDES = ["company", "customer", "unknown"] as const;
export type Side = (typeof SIDES)[number];

/** Where complaints come from: five with the company, three with the customer. */
export const COMPANY_ORIGINS = [
  "exaggerated",
  "mismatch",
  "quality",
  "service",
  "neglect",
] as const;
export const CUSTOMER_ORIGINS = ["rival", "usage", "process"] as const;
export type Origin = (typeof COMPANY_ORIGINS)[number] | (typeof CUSTOMER_ORIGINS)[number];

/**
 * The code whose word stands in the first text that has one; of several words in one text the longest, which says the most.
 * Words are looked for inside the text, without case: a cause is free text of the user's own system.
 */
function codeOf<Code extends string>(
  codes: Readonly<Record<Code, readonly string[]>>,
  texts: readonly (string | null)[],
): Code | null {
  for (const text of texts) {
    if (text === null) continue;
    const folded = text.toLowerCase();
    let best: { readonly code: Code; readonly length: number } | null = null;
    for (const [code, names] of Object.entries(codes) as [Code, readonly string[]][]) {
      for (const name of names) {
        if (folded.includes(name) && (best === null || name.length > best.length)) {
          best = { code, length: name.length };
        }
      }
    }
    if (best !== null) return best.code;
  }
  return null;
}

/** The bone of a cause: by the group that the table gives it, else by the words of the cause itself. */
export const boneOf = (group: string | null, cause: string | null): Bone =>
  codeOf(words.bones, [group, cause]) ?? "other";

export const originOf = (cause: string | null, kind: string | null): Origin | null =>
  codeOf(words.origins, [cause, kind]);

/** Whose doing it was: by what the table says, else by where such complaints come from. */
export function sideOf(responsible: string | null, origin: Origin | null): Side {
  const named = codeOf(words.sides, [responsible]);
  if (named !== null) return named;
  if (origin === null) return "unknown";
  return CUSTOMER_ORIGINS.some((id) => id === origin) ? "customer" : "company";
}
