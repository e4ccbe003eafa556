import type { WorkKind } from "./own-work";

/** What somebody wrote about a customer. The key of the record is an id made with it. */
export interface CustomerNote {
  /** `key` of the customer: its id in the data, or its name. */
  readonly customer: string;
  readonly text: string;
  readonly writtenAtMs: number;
  /** null until the text is changed. */
  readonly changedAtMs: number | null;
}

/** A word put on a customer. The key of the record is `tagKey`, so that a customer has each tag once. */
export interface CustomerTag {
  readonly customer: string;
  readonly tag: string;
}

export const NOTES: WorkKind<CustomerNote> = { name: "customer-note", parse: parseNote };
export const TAGS: WorkKind<CustomerTag> = { name: "customer-tag", parse: parseTag };

/** A note longer than this is refused: it belongs in a document. */
export const NOTE_LENGTH = 4000;
export const TAG_LENGTH = 40;

/** The tag as it is kept: NFKC, without blanks around, inner blanks single; null when nothing is left or it is too long. */
export function normalTag(text: string): string | null {
  const tag = text.normalize("NFKC").trim().replaceAll(/\s+/g, " ");
  return tag === "" || tag.length > TAG_LENGTH ? null : tag;
}

/** Two ways to write the same Latin word are one tag. */
export function tagKey(customer: string, tag: string): string {
  return JSON.stringify([customer, tag.toLowerCase()]);
}

/** The notes of a customer with their keys, newest first. */
export function notesOf(
  notes: ReadonlyMap<string, CustomerNote>,
  customer: string,
): readonly (readonly [string, CustomerNote])[] {
  return [...notes]
    .filter(([, note]) => note.customer === customer)
    .toSorted(([, a], [, b]) => b.writtenAtMs - a.writtenAtMs);
}

/** The tags of a customer, in the order in which they were put. */
export function tagsOf(
  tags: ReadonlyMap<string, CustomerTag>,
  customer: string,
): readonly CustomerTag[] {
  return [...tags.values()].filter((tag) => tag.customer === customer);
}

/** Every tag in use, the most frequent first: what to offer while one is typed. */
export function tagsInUse(tags: ReadonlyMap<string, CustomerTag>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tag } of tags.values()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag);
}

function parseNote(value: unknown): CustomerNote | null {
  if (typeof value !== "object" || value === null) return null;
  const { customer, text, writtenAtMs, changedAtMs } = value as Record<string, unknown>;
  if (typeof customer !== "string" || typeof text !== "string") return null;
  if (typeof writtenAtMs !== "number") return null;
  if (typeof changedAtMs !== "number" && changedAtMs !== null) return null;
  return { customer, text, writtenAtMs, changedAtMs };
}

function parseTag(value: unknown): CustomerTag | null {
  if (typeof value !== "object" || value === null) return null;
  const { customer, tag } = value as Record<string, unknown>;
  return typeof customer === "string" && typeof tag === "string" ? { customer, tag } : null;
}
